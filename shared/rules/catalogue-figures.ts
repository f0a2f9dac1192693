/** What a catalogue looks like over the years: counts, each with the filters that show the innovations behind it. */
import type { CatalogueFigures, CatalogueFilters, FilterKey } from '../api/catalogue.ts'
import { type CatalogueEntry, standings } from '../model/catalogue.ts'
import { innovationKinds } from '../model/innovation-kinds.ts'
import { filterValues } from './catalogue.ts'

type Bar = CatalogueFigures['byYear'][number]

/** Bars of one figure; what is rarer than these is found in the catalogue itself. */
const mostBars = 500
/** What has come past an idea: only that can live on or stop. */
const born = standings.filter((one) => one !== 'ide')

/**
 * Counts over `entries`, which have passed `filters` already. Entries that do not say (no year, no kind …) are in `of` and `unsaid` and
 * in no bar.
 * Years rise, kinds and standings keep their own order, the rest is by size and then by name.
 */
export function figuresOf(entries: readonly CatalogueEntry[], filters: CatalogueFilters = {}): CatalogueFigures {
  const count = (key: FilterKey): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    for (const entry of entries) for (const value of filterValues[key](entry)) counts.set(value, (counts.get(value) ?? 0) + 1)
    return counts
  }
  const bars = (key: FilterKey, order: (a: Bar, b: Bar) => number): Bar[] =>
    [...count(key)]
      .map(([value, number]): Bar => ({ key: value, count: number, filters: { ...filters, [key]: [value] } }))
      .sort(order)
      .slice(0, mostBars)
  const silent = (key: FilterKey): number => entries.filter((entry) => filterValues[key](entry).length === 0).length
  const inOrder =
    (keys: readonly string[]) =>
    (a: Bar, b: Bar): number =>
      keys.indexOf(a.key) - keys.indexOf(b.key)
  return {
    of: entries.length,
    byYear: bars('year', (a, b) => Number(a.key) - Number(b.key)),
    byKind: bars('kind', inOrder(innovationKinds)),
    byUrusan: bars('urusan', bySize),
    byUnit: bars('unit', bySize),
    byStanding: bars('standing', inOrder(standings)),
    unsaid: { year: silent('year'), kind: silent('kind'), urusan: silent('urusan'), unit: silent('unit') },
    survival: survivalOf(entries, filters),
    replication: replicationOf(entries, filters),
  }
}

const bySize = (a: Bar, b: Bar): number => b.count - a.count || byName(a.key, b.key)
/** Plain comparison: thousands of names, and the order is the same on every laptop. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By the year in which they began: how many came past an idea, and how many of those have not stopped. Ours, unverified. */
function survivalOf(entries: readonly CatalogueEntry[], filters: CatalogueFilters): CatalogueFigures['survival'] {
  const years = new Map<number, { born: number; stopped: number }>()
  for (const { year, standing } of entries) {
    if (year === null || standing === 'ide') continue
    const row = years.get(year) ?? { born: 0, stopped: 0 }
    years.set(year, row)
    row.born += 1
    if (standing === 'berhenti') row.stopped += 1
  }
  const wanted = filters.standing?.filter((one) => one !== 'ide') ?? []
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, row]) => ({
      year,
      born: row.born,
      alive: row.born - row.stopped,
      stopped: row.stopped,
      filters: { ...filters, year: [String(year)], standing: wanted.length > 0 ? wanted : [...born] },
    }))
}

/**
 * Regions that took something over, and regions whose innovations were taken over (domain.md 6.5). The filters show what a region took
 * where it took any, else what it gave.
 */
function replicationOf(entries: readonly CatalogueEntry[], filters: CatalogueFilters): CatalogueFigures['replication'] {
  const regions = new Map<string, { took: number; gave: number }>()
  const of = (region: string): { took: number; gave: number } => {
    const row = regions.get(region) ?? { took: 0, gave: 0 }
    regions.set(region, row)
    return row
  }
  // Who asked for some adopters only is shown those: the bar of another would lead to more than it counts.
  const wanted = filters.adopter === undefined || filters.adopter.length === 0 ? null : new Set(filters.adopter)
  for (const { region, adopters } of entries) {
    for (const adopter of new Set(adopters)) if (wanted?.has(adopter) !== false) of(adopter).took += 1
    if (adopters.length > 0 && region !== '') of(region).gave += 1
  }
  return [...regions]
    .sort(([a, x], [b, y]) => y.took - x.took || y.gave - x.gave || byName(a, b))
    .slice(0, mostBars)
    .map(([region, { took, gave }]) => ({
      region,
      took,
      gave,
      filters: took > 0 ? { ...filters, adopter: [region] } : { ...filters, region: [region], adopted: ['ya'] },
    }))
}
