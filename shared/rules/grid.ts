/** Everything that is worked out on a grid canvas (APKL, USG and their like; domain.md 4), from what the pack declares. */
import type { ItemId } from '../model/ids.ts'
import type { CanvasSettings, Item } from '../model/lab.ts'
import type { Band, GridColumn } from '../model/pack.ts'
import { checksOf, marksOf, missingIn } from './grid-conditions.ts'
import { figuresOf, groupsOf, totalsOf } from './grid-figures.ts'
import { pollsOf, votingOf } from './grid-polls.ts'
import { type Ranking, rankBy } from './grid-rank.ts'
import type { GridOptions, GridRank, GridResult, GridRow, GridShape, GridTie } from './grid-types.ts'
import { bandOf, emptyRecord, type GridPlan, numbersOf, planOf } from './grid-values.ts'

export type {
  GridFigure,
  GridGroup,
  GridOptions,
  GridRank,
  GridResult,
  GridRow,
  GridShape,
  GridTie,
  GridTotals,
  Poll,
} from './grid-types.ts'
export { cellOf } from './grid-values.ts'

/** The columns of the mode in force, in its order. */
export function columnsOf(def: Pick<GridShape, 'columns' | 'modes'>, settings: CanvasSettings = {}): readonly GridColumn[] {
  const mode = def.modes?.find(({ key }) => key === settings.mode) ?? def.modes?.[0]
  return mode === undefined ? def.columns : mode.columns.flatMap((key) => def.columns.find((column) => column.key === key) ?? [])
}

/**
 * Works out all rows. A missing value is missing: it never counts as 0, so its row has no sum and no rank. Only columns of the mode in
 * force are asked for and ranked; what they are worked out from may lie outside it.
 */
export function evaluateGrid(def: GridShape, items: readonly Item[], options: GridOptions = {}): GridResult {
  const { settings = {}, today } = options
  const shown = columnsOf(def, settings)
  const plan = planOf(def, shown)
  const voting = votingOf(def, shown, items, settings)
  const counted = items.map((item) => {
    const polls = pollsOf(voting, item)
    return { item, polls, ...numbersOf(plan, item, polls) }
  })
  const rankings = new Map<string, Ranking>()
  for (const { key, formula } of shown) if (formula?.op === 'rank') rankings.set(key, rankBy(formula, counted))
  const rows = counted.map((row): GridRow => {
    const ranked = { ...row, ranks: ranksIn(rankings, row.item.id), bands: bandsIn(plan, row.values) }
    const facts = { ...ranked, checks: checksOf(plan, ranked, today) }
    return { ...facts, missing: missingIn(plan, row.item, row.values), marks: marksOf(plan, facts, today) }
  })
  const ties = [...rankings].flatMap(([column, ranking]) => ranking.ties.map((tie): GridTie => ({ ...tie, column })))
  return { rows, ties, groups: groupsOf(plan, rows), totals: totalsOf(plan, rows), figures: figuresOf(plan, rows, today) }
}

function ranksIn(rankings: ReadonlyMap<string, Ranking>, id: ItemId): Readonly<Record<string, GridRank | null>> {
  const ranks = emptyRecord<GridRank | null>()
  for (const [key, ranking] of rankings) ranks[key] = ranking.ranks.get(id) ?? null
  return ranks
}

function bandsIn(plan: GridPlan, values: GridRow['values']): Readonly<Record<string, Band | null>> {
  const bands = emptyRecord<Band | null>()
  for (const { key, formula } of plan.byKey.values())
    if (formula?.op === 'band') bands[key] = bandOf(formula.bands, values[formula.of] ?? null)
  return bands
}

/** The rank column a grid is sorted by: the first one of the mode in force. */
export const rankColumn = (def: Pick<GridShape, 'columns' | 'modes'>, settings: CanvasSettings = {}): GridColumn | undefined =>
  columnsOf(def, settings).find((column) => column.formula?.op === 'rank')

/** Best rank first, rows without a rank last, each group in the order of the items. */
export function rowsByRank(def: Pick<GridShape, 'columns'>, result: GridResult): readonly GridRow[] {
  // Only the rank columns of the mode that was evaluated stand in the rows.
  const ranked = result.rows[0]?.ranks ?? {}
  const key = def.columns.find((column) => Object.hasOwn(ranked, column.key))?.key
  if (key === undefined) return result.rows
  const place = (row: GridRow): number => row.ranks[key]?.rank ?? Number.POSITIVE_INFINITY
  return [...result.rows].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}
