/** What evaluating a grid gives; see grid.ts. */
import type { ItemId } from '../model/ids.ts'
import type { CanvasSettings, Item } from '../model/lab.ts'
import type { Band, ColumnMark, GridDef, GridResultDef } from '../model/pack.ts'

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
  /** Numbers by column key, entered and worked out; null where one is missing, out of range, or a formula lacks a part. */
  readonly values: Readonly<Record<string, number | null>>
  /** By the key of a rank column of the mode in force; null while its value or a tie-break value is missing. */
  readonly ranks: Readonly<Record<string, GridRank | null>>
  /** Score columns and required columns of the mode in force without a valid value. */
  readonly missing: readonly string[]
  /** By the key of a check column: whether all its conditions hold; null while a value they need is missing. */
  readonly checks: Readonly<Record<string, boolean | null>>
  /** By the key of a band column; null while its value is missing or below the lowest band. */
  readonly bands: Readonly<Record<string, Band | null>>
  /** Change columns whose "before" is 0: they cannot be worked out (domain.md 1.6.3). */
  readonly impossible: readonly string[]
  /** By the key of a voted column while people score one by one: what they gave. */
  readonly polls: Readonly<Record<string, Poll>>
  /** By column key, columns without a mark absent. */
  readonly marks: Readonly<Record<string, readonly ColumnMark[]>>
}

/** The scores people gave one row in one column. */
export type Poll = {
  /** What counts: the mean of the scores given, or their sum, which is missing while somebody is waited for. */
  readonly value: number | null
  readonly mean: number | null
  readonly least: number | null
  readonly most: number | null
  readonly given: number
  /** Voters without a score here. Voters are those of the settings; where none are named, everybody who scored anything on this grid. */
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
  /** Key of the quadrant (`high_low`: high on y, low on x), or the combined words. */
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
  /** One group for every option of the `groupBy` column, also an empty one; rows without an option last. One group of all rows where
   * the definition does not group. */
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
