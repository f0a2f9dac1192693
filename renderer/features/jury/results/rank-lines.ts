/** A result as lines of a table, over all or of one category, and beside what it would be otherwise. */
import type { Convention, Entry } from '#shared/model/jury.ts'
import type { ConventionResult, EntryResult } from '#shared/rules/jury-result.ts'

export type RankLine = {
  readonly entry: Entry
  readonly found: EntryResult
  /** Of the whole or of the category; null without a number. */
  readonly rank: number | null
  /** Places up (positive) or down against `before`; null when there is nothing to compare. */
  readonly moved: number | null
  readonly wins: boolean
}

type Wanted = {
  readonly convention: Convention
  readonly result: ConventionResult
  readonly category: string
  readonly before: ConventionResult | null
}

/** @param wanted `category` is empty for all; `before` is the result without other weights */
export function rankLines({ convention, result, category, before }: Wanted): readonly RankLine[] {
  const entries = new Map(convention.entries.map((one) => [one.id, one]))
  const ranks = ranksIn(result, category)
  const earlier = before === null ? null : ranksIn(before, category)
  const lines = result.entries.flatMap((found): readonly RankLine[] => {
    const entry = entries.get(found.entry)
    if (entry === undefined || (category !== '' && entry.category !== category)) return []
    const rank = ranks.get(found.entry) ?? null
    const was = earlier?.get(found.entry) ?? null
    const moved = earlier === null || rank === null || was === null ? null : was - rank
    return [{ entry, found, rank, moved, wins: rank !== null && rank <= convention.top && entry.withdrawn === '' }]
  })
  return lines.toSorted((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0)
}

function ranksIn(result: ConventionResult, category: string): ReadonlyMap<string, number> {
  if (category === '') return new Map(result.entries.flatMap(({ entry, rank }) => (rank === null ? [] : [[entry, rank] as const])))
  const found = result.categories.find(({ key }) => key === category)
  return new Map(found?.entries.map(({ entry, rank }) => [entry, rank] as const) ?? [])
}

/** Groups of entries that share a place and that no rule set apart, best first. */
export function sharedGroups(result: ConventionResult): readonly (readonly EntryResult[])[] {
  const groups = new Map<number, EntryResult[]>()
  for (const one of result.entries) {
    if (!one.shared || one.rank === null) continue
    const group = groups.get(one.rank)
    if (group === undefined) groups.set(one.rank, [one])
    else group.push(one)
  }
  return [...groups.values()].filter((group) => group.length > 1)
}
