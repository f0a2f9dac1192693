/** Innovations as rows of the index: from summary lines only. */
import type { Lab } from '#shared/model/lab.ts'
import type { IndicatorSet } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { countMaturity, type OwnBand } from '#shared/rules/maturity.ts'

export type IndexRow = {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly points: number
  readonly percent: number
  readonly band: OwnBand | null
  /** In the order of the indicators. */
  readonly levels: readonly { readonly key: string; readonly claimed: number; readonly proven: number }[]
}

export function indexRows(set: IndicatorSet, innovations: readonly InnovationSummary[], units: Lab['units']): readonly IndexRow[] {
  const names = new Map<string | null, string>(units.map((unit) => [unit.id, unit.short || unit.name]))
  return innovations
    .filter(({ archived }) => !archived)
    .map((one) => {
      const count = countMaturity(set, one.maturity[set.id] ?? {})
      return {
        id: one.id,
        name: one.name,
        unit: names.get(one.unit) ?? '',
        points: count.points,
        percent: count.percent,
        band: count.band,
        levels: count.indicators.map(({ def, claimed, proven }) => ({ key: def.key, claimed, proven })),
      }
    })
}

/** `name`, `unit`, `points`, or the place of an indicator in the set. */
export type SortKey = 'name' | 'unit' | 'points' | number
export type Sort = { readonly by: SortKey; readonly up: boolean }

const sortValue = (row: IndexRow, by: SortKey): string | number =>
  typeof by === 'number' ? (row.levels[by]?.proven ?? 0) : by === 'points' ? row.points : row[by]

/** Ties stand by name, whichever way the rest is sorted. */
export function sortRows(rows: readonly IndexRow[], { by, up }: Sort): readonly IndexRow[] {
  const way = up ? 1 : -1
  return [...rows].sort((a, b) => {
    const [left, right] = [sortValue(a, by), sortValue(b, by)]
    const order = typeof left === 'string' ? left.localeCompare(String(right), 'id') : left - Number(right)
    return order * way || a.name.localeCompare(b.name, 'id')
  })
}

export function findRows(rows: readonly IndexRow[], words: string): readonly IndexRow[] {
  const sought = words.trim().toLocaleLowerCase('id')
  return sought === '' ? rows : rows.filter(({ name, unit }) => `${name} ${unit}`.toLocaleLowerCase('id').includes(sought))
}
