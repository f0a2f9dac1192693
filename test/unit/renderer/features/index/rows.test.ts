import { expect, it } from 'vitest'
import type { Lab } from '#shared/model/lab.ts'
import { indicatorSet } from '#shared/model/pack.ts'
import { findRows, indexRows, sortRows } from '../../../../../renderer/features/index/rows.ts'
import { innovationSummaryOf } from '../../../core/workspace/make.ts'

const level = { id: 'ada', en: 'there' }
const indicator = (key: string, no: number, weight: number) => ({
  key,
  no,
  title: { id: key, en: key },
  weight,
  levels: [level, level, level],
  evidence: level,
  accept: ['pdf'],
})
const set = indicatorSet.parse({
  kind: 'indicators',
  id: 'uji',
  title: level,
  short: level,
  status: 'unverified',
  source: 'uji',
  indicators: [indicator('regulasi', 1, 3), indicator('video', 2, 4)],
})
const units = [{ id: 'dinkes', name: 'Dinas Kesehatan', short: 'Dinkes' }] as unknown as Lab['units'] // only what a row reads
const one = (id: string, name: string, levels: Record<string, [number, number]>, archived = false) =>
  innovationSummaryOf({ id, name, unit: 'dinkes', maturity: { uji: levels }, archived })

it('200 innovations are counted by what is proven and sorted by points, by an indicator and by name', () => {
  const many = Array.from({ length: 200 }, (_, n) =>
    one(`i${n}`, `INOVASI ${String(n).padStart(3, '0')}`, { regulasi: [3, n % 4], video: [0, n % 3] }),
  )
  const rows = indexRows(set, many, units)
  const byPoints = sortRows(rows, { by: 'points', up: false })
  expect(byPoints[0]).toMatchObject({ name: 'INOVASI 011', unit: 'Dinkes', points: 17 })
  expect(byPoints.map(({ points }) => points)).toEqual(byPoints.map(({ points }) => points).toSorted((a, b) => b - a))
  expect(sortRows(rows, { by: 0, up: true })[0]).toMatchObject({ name: 'INOVASI 000' })
  expect(sortRows(rows, { by: 'name', up: false })[0]).toMatchObject({ name: 'INOVASI 199' })
})

it('an archived innovation is left out, and words find a name or a unit', () => {
  const rows = indexRows(set, [one('a', 'LANGKOK', {}), one('b', 'LAMA', {}, true)], units)
  expect(rows.map(({ name }) => name)).toEqual(['LANGKOK'])
  expect(findRows(rows, 'dinKES')).toHaveLength(1)
  expect(findRows(rows, 'bukan')).toEqual([])
})
