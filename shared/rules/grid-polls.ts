/** Scores people gave one by one (domain.md 4.2: each member scores, the mean or the sum counts, the spread is shown). */
import type { CanvasSettings, Item } from '../model/lab.ts'
import type { GridColumn } from '../model/pack.ts'
import type { GridShape, Poll } from './grid-types.ts'
import { allowedNumber, emptyRecord, sumOf, tidy } from './grid-values.ts'

export type Voting = { readonly columns: readonly GridColumn[]; readonly voters: readonly string[]; readonly combine: 'mean' | 'sum' }

/** Null while the group gives one score. Where nobody is named, everybody who scored anything is a voter, in the order they turn up. */
export function votingOf(shape: GridShape, shown: readonly GridColumn[], items: readonly Item[], settings: CanvasSettings): Voting | null {
  if (settings.scoring !== 'each') return null
  const columns = shown.filter((column) => column.voted && column.type === 'score')
  if (columns.length === 0) return null
  const named = settings.voters ?? []
  const voters = new Set(named)
  if (named.length === 0)
    for (const item of items)
      for (const column of columns) {
        const given = givenTo(item, column)
        for (const who of Object.keys(given)) if (allowedNumber(column, given[who])) voters.add(who)
      }
  return { columns, voters: [...voters], combine: shape.voting?.combine ?? 'mean' }
}

const givenTo = (item: Item, column: GridColumn): Readonly<Record<string, number>> =>
  (Object.hasOwn(item.scores, column.key) ? item.scores[column.key] : undefined) ?? {}

const noPolls: Readonly<Record<string, Poll>> = emptyRecord<Poll>()

/** What people gave one row, by column. A score off the scale counts as not given. */
export function pollsOf(voting: Voting | null, item: Item): Readonly<Record<string, Poll>> {
  if (voting === null) return noPolls
  const polls = emptyRecord<Poll>()
  for (const column of voting.columns) {
    const given = givenTo(item, column)
    const scores: number[] = []
    const waiting: string[] = []
    for (const who of voting.voters) {
      const score = Object.hasOwn(given, who) ? given[who] : undefined
      if (score !== undefined && allowedNumber(column, score)) scores.push(score)
      else waiting.push(who)
    }
    polls[column.key] = pollOf(scores, waiting, voting.combine)
  }
  return polls
}

function pollOf(scores: readonly number[], waiting: readonly string[], combine: Voting['combine']): Poll {
  if (scores.length === 0) return { value: null, mean: null, least: null, most: null, given: 0, waiting }
  const sum = sumOf(scores)
  const mean = sum / scores.length
  return {
    // A sum over fewer people than the next row's would rank unfairly: a missing score never counts as 0.
    value: combine === 'mean' ? mean : waiting.length > 0 ? null : sum,
    mean: tidy(mean),
    least: Math.min(...scores),
    most: Math.max(...scores),
    given: scores.length,
    waiting,
  }
}
