import { expect, it } from 'vitest'
import { labCard } from '#core/lab/figures.ts'
import type { LabSummary } from '#shared/model/summary.ts'
import { shippedPacks } from '#test/makers/stages.ts'
import { innovationSummaryOf, labSummaryOf } from '#test/unit/core/workspace/make.ts'
import {
  type ArchiveFilter,
  archiveRows,
  findLabs,
  inOrder,
  shareOf,
  sortLabs,
  wholeArchive,
} from '../../../../../renderer/features/archive/archive-list.ts'

const lab = (over: Partial<LabSummary> & { readonly id: string }, innovations = 0) =>
  labCard(
    labSummaryOf({ method: 'lan-6d', ...over }),
    Array.from({ length: innovations }, (_, at) => innovationSummaryOf({ id: `i${at}`, stage: at % 2 === 0 ? 'design' : 'diagnose' })),
    shippedPacks,
  )
const rows = archiveRows(
  [
    lab({ id: 'a', region: 'Contohsari', province: 'Jawa Contoh', year: 2022, jilid: 1, theme: 'Pelayanan dekat', archived: true }, 4),
    lab({ id: 'b', region: 'Contohsari', province: 'Jawa Contoh', year: 2024, jilid: 2, theme: 'Desa mandiri', method: 'lan-5d' }, 10),
    lab({ id: 'c', region: 'Mekarjaya', province: '', regionKind: 'provinsi', year: 2024, jilid: 1 }),
  ],
  (card) => card.region,
  (method) => (method === 'lan-5d' ? '5D' : '6D'),
)
const found = (filter: Partial<ArchiveFilter>) => findLabs(rows, { ...wholeArchive, ...filter }).map(({ card }) => card.id)

it('finds labs by every word in region, province, theme, year and jilid, however written', () => {
  expect(found({ words: 'CONTOHSARI 2024' })).toEqual(['b'])
  expect(found({ words: 'jawa dekat' })).toEqual(['a'])
  expect(found({ words: 'sari 5d' })).toEqual(['b'])
  expect(found({ words: 'tidak ada' })).toEqual([])
})

it('narrows by year, province, kind, method and what was put away, all at once', () => {
  expect(found({ year: '2024' })).toEqual(['b', 'c'])
  expect(found({ year: '2024', method: '5D' })).toEqual(['b'])
  expect(found({ show: 'archived' })).toEqual(['a'])
  expect(found({ show: 'live', province: 'Jawa Contoh' })).toEqual(['b'])
})

it('counts a province as its own province', () => {
  expect(found({ province: 'Mekarjaya' })).toEqual(['c'])
})

it('sorts numbers as numbers both ways, and equal ones jilid after jilid', () => {
  expect(sortLabs(rows, { by: 'innovations', down: true }).map(({ card }) => card.id)).toEqual(['b', 'a', 'c'])
  expect(sortLabs(rows, { by: 'design', down: false }).map(({ card }) => card.id)).toEqual(['c', 'a', 'b'])
  expect(sortLabs(rows, { by: 'name', down: false }).map(({ card }) => card.id)).toEqual(['a', 'b', 'c'])
  expect(
    [...rows]
      .reverse()
      .sort(inOrder)
      .map(({ card }) => card.id),
  ).toEqual(['a', 'b', 'c'])
})

it('gives shares of the lab itself, and none where there is nothing to share', () => {
  const [a, , c] = rows
  expect(a && shareOf(a, 'design')).toEqual({ n: 2, share: 0.5 })
  expect(c && shareOf(c, 'design')).toEqual({ n: 0, share: null })
})
