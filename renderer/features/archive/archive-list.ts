/** Finding, sorting and comparing labs, as plain values. */
import type { LabCard } from '#shared/api/contract.ts'
import type { Milestone, RegionKind } from '#shared/model/lab.ts'
import { stageKeys } from '#shared/model/pack.ts'
import { folded } from '#shared/rules/fold.ts'
import { type LanColumn, lanColumns, lanRow } from '#shared/rules/monitoring.ts'

/** A lab with what is searched and shown of it, worked out once. */
export type ArchiveRow = {
  readonly card: LabCard
  readonly name: string
  /** `5D`, `6D`, or the id of a method whose pack is gone. */
  readonly method: string
  readonly province: string
  /** Innovations that have reached each of LAN's columns. */
  readonly reached: readonly number[]
  readonly hay: string
}

/** @param nameOf of the region with its kind; @param modeOf of a method by its id */
export const archiveRows = (
  cards: readonly LabCard[],
  nameOf: (card: LabCard) => string,
  modeOf: (method: string) => string | undefined,
): readonly ArchiveRow[] =>
  cards.map((card) => {
    const name = nameOf(card)
    const province = card.regionKind === 'provinsi' ? card.region : card.province
    const method = modeOf(card.method) ?? card.method
    return {
      card,
      name,
      method,
      province,
      reached: lanRow(card.byMilestone, 'reached'),
      hay: folded(`${name} ${card.region} ${province} ${card.theme} ${card.year} jilid ${card.jilid} ${method}`),
    }
  })

export type ArchiveFilter = {
  readonly words: string
  /** Empty texts and null ask for nothing. */
  readonly year: string
  readonly province: string
  readonly kind: RegionKind | ''
  readonly method: string
  readonly show: 'all' | 'live' | 'archived'
}
export const wholeArchive: ArchiveFilter = { words: '', year: '', province: '', kind: '', method: '', show: 'all' }

/** Every word must be found somewhere in region, province, theme, year or jilid. */
export function findLabs(rows: readonly ArchiveRow[], filter: ArchiveFilter): readonly ArchiveRow[] {
  const words = folded(filter.words)
    .split(' ')
    .filter((word) => word !== '')
  return rows.filter(
    ({ card, province, method, hay }) =>
      (filter.year === '' || String(card.year) === filter.year) &&
      (filter.province === '' || province === filter.province) &&
      (filter.kind === '' || card.regionKind === filter.kind) &&
      (filter.method === '' || method === filter.method) &&
      (filter.show === 'all' || card.archived === (filter.show === 'archived')) &&
      words.every((word) => hay.includes(word)),
  )
}

export const sortKeys = ['name', 'province', 'year', 'jilid', 'method', 'stage', 'units', 'innovations', ...lanColumns, 'updated'] as const
export type SortKey = (typeof sortKeys)[number]
export type Sorting = { readonly by: SortKey; readonly down: boolean }

const collator = new Intl.Collator('id', { numeric: true })

const isColumn = (key: SortKey): key is LanColumn => lanColumns.some((one) => one === key)

function sortValue(row: ArchiveRow, by: SortKey): string | number {
  const { card } = row
  if (isColumn(by)) return row.reached[lanColumns.indexOf(by)] ?? 0
  switch (by) {
    case 'name':
      return `${card.region} ${card.regionKind}`
    case 'province':
      return row.province
    case 'method':
      return row.method
    case 'stage':
      return stageKeys.indexOf(card.stage)
    case 'updated':
      return card.updatedAt
    default:
      return card[by]
  }
}

/** Equal ones follow by region, then jilid after jilid. */
export function sortLabs(rows: readonly ArchiveRow[], { by, down }: Sorting): readonly ArchiveRow[] {
  const keyed = rows.map((row) => ({ row, value: sortValue(row, by) }))
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
  return keyed.sort((a, b) => (down ? -1 : 1) * compare(a.value, b.value) || inOrder(a.row, b.row)).map(({ row }) => row)
}

/** Jilid after jilid of one region. */
export const inOrder = (a: ArchiveRow, b: ArchiveRow): number =>
  collator.compare(a.card.region, b.card.region) ||
  a.card.jilid - b.card.jilid ||
  a.card.year - b.card.year ||
  (a.card.id < b.card.id ? -1 : 1)

/** What can be chosen, each once, in order. */
export const choicesOf = (rows: readonly ArchiveRow[], of: (row: ArchiveRow) => string): readonly string[] =>
  [...new Set(rows.map(of))].filter((one) => one !== '').sort(collator.compare)

/** How many labs are compared at once. */
export const mostCompared = 5

export type Share = { readonly n: number; readonly share: number | null }

/** A number of innovations and its part of all of the lab; null where there are none. */
export const shareOf = (row: ArchiveRow, milestone: Milestone): Share => {
  const n = row.card.byMilestone.reached[milestone]
  return { n, share: row.card.innovations === 0 ? null : n / row.card.innovations }
}
