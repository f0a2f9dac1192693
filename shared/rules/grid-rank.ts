/** Ranks of rows by one column and those that break a tie. */
import type { ItemId } from '../model/ids.ts'
import type { Item } from '../model/lab.ts'
import type { ColumnFormula } from '../model/pack.ts'
import type { GridRank, GridTie } from './grid-types.ts'

type Valued = { readonly item: Item; readonly values: Readonly<Record<string, number | null>> }
type RankFormula = Extract<ColumnFormula, { op: 'rank' }>

export type Ranking = { readonly ranks: ReadonlyMap<ItemId, GridRank>; readonly ties: readonly Omit<GridTie, 'column'>[] }

/** `lowestFirst` turns the ranked column round; a tie is always broken by the higher value. Rows that lack a value are not ranked. */
export function rankBy(formula: RankFormula, rows: readonly Valued[]): Ranking {
  const keys = [formula.by, ...formula.tie]
  const sign = formula.lowestFirst ? -1 : 1
  const ranked = rows
    .flatMap((row, at) => {
      const marks = marksOf(keys, row)
      return marks === null ? [] : [{ row, at, marks }]
    })
    .sort((a, b) => compare(a.marks, b.marks, sign) || a.at - b.at)
  const ties: Omit<GridTie, 'column'>[] = []
  const placed: { id: ItemId; rank: number; shared: boolean; decidedBy: Set<string> }[] = []
  for (const [index, { row, marks }] of ranked.entries()) {
    const above = ranked[index - 1]
    const last = placed.at(-1)
    const entry = { id: row.item.id, rank: index + 1, shared: false, decidedBy: new Set<string>() }
    if (above !== undefined && last !== undefined && above.marks[0] === marks[0]) {
      const differs = marks.findIndex((mark, at) => mark !== above.marks[at])
      const decidedBy = differs < 0 ? null : (keys[differs] ?? null)
      ties.push({ above: above.row.item.id, below: row.item.id, decidedBy })
      if (decidedBy === null) {
        entry.rank = last.rank
        entry.shared = true
        last.shared = true
      } else {
        entry.decidedBy.add(decidedBy)
        last.decidedBy.add(decidedBy)
      }
    }
    placed.push(entry)
  }
  const ranks = new Map(
    placed.map(({ id, rank, shared, decidedBy }) => [id, { rank, shared, decidedBy: keys.filter((key) => decidedBy.has(key)) }]),
  )
  return { ranks, ties }
}

function marksOf(keys: readonly string[], { values }: Valued): readonly number[] | null {
  const marks: number[] = []
  for (const key of keys) {
    const value = values[key]
    if (typeof value !== 'number') return null
    marks.push(value)
  }
  return marks
}

/** Highest first, column by column; `sign` −1 puts the lowest of the first column first. */
function compare(a: readonly number[], b: readonly number[], sign: number): number {
  for (const [at, mark] of a.entries()) {
    const other = b[at] ?? 0
    if (mark !== other) return at === 0 ? (other - mark) * sign : other - mark
  }
  return 0
}
