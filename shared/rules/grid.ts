/** Sums and ranks of a grid canvas (USG, APKL and their like; domain.md 4.1, 4.2), from the formulas the pack declares. */
import type { ItemId } from '../model/ids.ts'
import type { CanvasSettings, Item } from '../model/lab.ts'
import type { Band, ColumnMark, GridColumn, GridDef, GridResultDef } from '../model/pack.ts'

export type GridRank = {
  /** From 1. After a shared rank the next one is left out: 1, 2, 2, 4. */
  readonly rank: number
  /** Another row has the same rank, because all columns of the rule are equal. */
  readonly shared: boolean
  /** The tie-break columns that were needed to part this row from a neighbour with the same value. */
  readonly decidedBy: readonly string[]
}

export type GridRow = {
  readonly item: Item
  /** Scores, numbers and sums by column key; null where a score is missing, out of range, or a sum lacks a part. */
  readonly values: Readonly<Record<string, number | null>>
  /** By the key of the rank column; null while its value or a tie-break value is missing. */
  readonly ranks: Readonly<Record<string, GridRank | null>>
  /** Score columns and required columns without a valid value. */
  readonly missing: readonly string[]
  /** By the key of a check column: whether all its conditions hold; null while a value they need is missing. */
  readonly checks: Readonly<Record<string, boolean | null>>
  /** By the key of a band column; null while its value is missing or below the lowest band. */
  readonly bands: Readonly<Record<string, Band | null>>
  /** Change columns whose "before" is 0: they cannot be worked out (domain.md 1.6.3). */
  readonly impossible: readonly string[]
  /** By the key of a voted column while people score one by one: what they gave. */
  readonly polls: Readonly<Record<string, Poll>>
  readonly marks: Readonly<Record<string, readonly ColumnMark[]>>
}

/** The scores people gave one row in one column. `value` is what counts: their mean or their sum. */
export type Poll = {
  readonly value: number | null
  readonly mean: number | null
  readonly least: number | null
  readonly most: number | null
  readonly given: number
  /** Voters of the canvas without a score here. */
  readonly waiting: readonly string[]
}

/** The rows of one option of the `groupBy` column, with the totals of its columns; `option` null for rows without one. */
export type GridGroup = { readonly option: string | null; readonly rows: readonly GridRow[]; readonly totals: GridTotals }
/** By column key; null while no row has a value there. */
export type GridTotals = Readonly<Record<string, number | null>>

/** One figure over all rows. */
export type GridFigure = {
  readonly def: GridResultDef
  /** Number of sum, mean, count, distinct and difference; null while it cannot be worked out. */
  readonly value: number | null
  /** Key of the quadrant (`high_low`), or the combined words. */
  readonly words: string | null
  readonly band: Band | null
  /** False when the figure is not what the definition expects. */
  readonly asExpected: boolean
}

/** Two neighbours in a ranking whose ranked values are equal. */
export type GridTie = {
  readonly column: string
  readonly above: ItemId
  readonly below: ItemId
  /** The first column that differs; null when all are equal and the rank is shared. */
  readonly decidedBy: string | null
}

export type GridResult = {
  /** In the order of the items. */
  readonly rows: readonly GridRow[]
  readonly ties: readonly GridTie[]
  /** One group of all rows where the definition does not group. */
  readonly groups: readonly GridGroup[]
  readonly totals: GridTotals
  readonly figures: readonly GridFigure[]
}

/** What of a grid's definition is worked out; a matrix or the columns of a board have it too. */
export type GridShape = Pick<GridDef, 'columns'> & Partial<Pick<GridDef, 'modes' | 'groupBy' | 'voting' | 'marks' | 'results'>>

export type GridOptions = {
  readonly settings?: CanvasSettings
  /** ISO day, for conditions about dates that have passed. */
  readonly today?: string
}

/** The columns of the mode in force, in its order. */
export function columnsOf(def: Pick<GridDef, 'columns' | 'modes'>, settings: CanvasSettings = {}): readonly GridColumn[] {
  const mode = def.modes.find(({ key }) => key === settings.mode) ?? def.modes[0]
  return mode === undefined ? def.columns : mode.columns.flatMap((key) => def.columns.find((column) => column.key === key) ?? [])
}

/** A missing score is missing: it never counts as 0, so its row has no sum and no rank. */
export function evaluateGrid(def: GridShape, items: readonly Item[], _options: GridOptions = {}): GridResult {
  const rows = items.map((item) => ({ item, values: valuesOf(def, item) }))
  const ranks = new Map<ItemId, Record<string, GridRank | null>>(items.map((item) => [item.id, {}]))
  const ties: GridTie[] = []
  for (const column of def.columns) {
    if (column.formula?.op !== 'rank') continue
    const ranking = rankBy([column.formula.by, ...column.formula.tie], rows)
    for (const { item } of rows) {
      const of = ranks.get(item.id)
      if (of !== undefined) of[column.key] = ranking.ranks.get(item.id) ?? null
    }
    ties.push(...ranking.ties.map((tie) => ({ ...tie, column: column.key })))
  }
  const scored = def.columns.filter((column) => column.type === 'score')
  return {
    rows: rows.map(({ item, values }) => ({
      item,
      values,
      ranks: ranks.get(item.id) ?? {},
      missing: scored.filter((column) => values[column.key] === null).map((column) => column.key),
      checks: {},
      bands: {},
      impossible: [],
      polls: {},
      marks: {},
    })),
    ties,
    groups: [],
    totals: {},
    figures: [],
  }
}

/** The rank column a grid is sorted by: its first one. */
export const rankColumn = (def: GridDef): GridColumn | undefined => def.columns.find((column) => column.formula?.op === 'rank')

/** Best rank first, rows without a rank last, each group in the order of the items. */
export function rowsByRank(def: GridDef, result: GridResult): readonly GridRow[] {
  const key = rankColumn(def)?.key
  if (key === undefined) return result.rows
  const place = (row: GridRow): number => row.ranks[key]?.rank ?? Number.POSITIVE_INFINITY
  return [...result.rows].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

function valuesOf(def: GridShape, item: Item): Readonly<Record<string, number | null>> {
  const values: Record<string, number | null> = {}
  const read = (column: GridColumn, open: ReadonlySet<string>): number | null => {
    const known = values[column.key]
    if (known !== undefined) return known
    const value = column.formula === undefined ? entered(column, item) : summed(column, open)
    if (column.formula?.op !== 'rank') values[column.key] = value
    return value
  }
  // A sum that comes back to itself has no value instead of no end.
  const summed = (column: GridColumn, open: ReadonlySet<string>): number | null => {
    if (column.formula?.op !== 'sum' || open.has(column.key)) return null
    let sum = 0
    for (const key of column.formula.of) {
      const part = def.columns.find((one) => one.key === key)
      const value = part === undefined ? null : read(part, new Set([...open, column.key]))
      if (value === null) return null
      sum += value
    }
    return sum
  }
  for (const column of def.columns) if (column.type !== 'text' && column.type !== 'choice') read(column, new Set())
  return values
}

/** What was entered, if it is allowed: a score is a whole number between min and max. */
function entered(column: GridColumn, item: Item): number | null {
  const value = Object.hasOwn(item.values, column.key) ? item.values[column.key] : null
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  if (column.type === 'score' && !Number.isInteger(value)) return null
  if (value < (column.min ?? Number.NEGATIVE_INFINITY) || value > (column.max ?? Number.POSITIVE_INFINITY)) return null
  return value
}

type Valued = { readonly item: Item; readonly values: Readonly<Record<string, number | null>> }

function rankBy(
  keys: readonly string[],
  rows: readonly Valued[],
): { ranks: ReadonlyMap<ItemId, GridRank>; ties: readonly Omit<GridTie, 'column'>[] } {
  const ranked = rows
    .filter(({ values }) => keys.every((key) => typeof values[key] === 'number'))
    .map((row, at) => ({ ...row, at, marks: keys.map((key) => row.values[key] ?? 0) }))
    .sort((a, b) => compare(a.marks, b.marks) || a.at - b.at)
  const ties: Omit<GridTie, 'column'>[] = []
  const placed: { id: ItemId; rank: number; shared: boolean; decidedBy: Set<string> }[] = []
  for (const [index, row] of ranked.entries()) {
    const above = ranked[index - 1]
    const last = placed.at(-1)
    const entry = { id: row.item.id, rank: index + 1, shared: false, decidedBy: new Set<string>() }
    if (above !== undefined && last !== undefined && above.marks[0] === row.marks[0]) {
      const differs = row.marks.findIndex((mark, at) => mark !== above.marks[at])
      const decidedBy = differs < 0 ? null : (keys[differs] ?? null)
      ties.push({ above: above.item.id, below: row.item.id, decidedBy })
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

/** Highest first, column by column. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, mark] of a.entries()) {
    const other = b[at] ?? 0
    if (mark !== other) return other - mark
  }
  return 0
}
