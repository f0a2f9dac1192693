/** Whether what a definition asks of a row holds. */
import type { Item, Value } from '../model/lab.ts'
import type { ColumnMark, Condition, GridColumn } from '../model/pack.ts'
import type { GridRow } from './grid-types.ts'
import { cellOf, emptyRecord, entered, type GridPlan, makesNumber, takesNumber } from './grid-values.ts'

/** A row as far as it is worked out. */
export type Facts = Pick<GridRow, 'item' | 'values' | 'ranks' | 'checks' | 'bands'>

/** What a condition looks at: the number, text, tick, option, day, rank, key of a band, or answer of a check in a column. */
export function factOf(plan: GridPlan, facts: Facts, key: string): Value {
  const column = plan.byKey.get(key)
  if (column === undefined) return key === 'text' ? facts.item.text.trim() || null : null
  if (takesNumber(column) || makesNumber(column)) return facts.values[key] ?? null
  switch (column.formula?.op) {
    case 'rank':
      return facts.ranks[key]?.rank ?? null
    case 'band':
      return facts.bands[key]?.key ?? null
    case 'check':
      return facts.checks[key] ?? null
    default:
      // A tick is "yes" or "not yet": one nobody touched is not missing.
      return entered(column, cellOf(facts.item, key)) ?? (column.type === 'tick' ? false : null)
  }
}

/** True, false, or null while the value it needs is missing. Only `empty` can be said about a missing value. */
export function holds(plan: GridPlan, facts: Facts, condition: Condition, today: string | undefined): boolean | null {
  const value = factOf(plan, facts, condition.of)
  if (condition.empty !== undefined) {
    const isEmpty = value === null || (value === false && plan.byKey.get(condition.of)?.type === 'tick')
    if (isEmpty !== condition.empty) return false
    if (value === null) return asksMore(condition) ? null : true
  }
  if (value === null) return null
  const has = (wanted: Value): boolean => (Array.isArray(value) ? typeof wanted === 'string' && value.includes(wanted) : value === wanted)
  if (condition.is !== undefined && !has(condition.is)) return false
  if (condition.not !== undefined && has(condition.not)) return false
  if (!withinBounds(condition, value)) return false
  return condition.past === undefined ? true : isPast(plan.byKey.get(condition.of), value, today)
}

const bounds = ['atLeast', 'atMost', 'above', 'below'] as const
const asksMore = (condition: Condition): boolean =>
  condition.is !== undefined ||
  condition.not !== undefined ||
  condition.past !== undefined ||
  bounds.some((bound) => condition[bound] !== undefined)

/** What is no number lies within no bounds. */
function withinBounds({ atLeast, atMost, above, below }: Condition, value: Value): boolean {
  if (atLeast === undefined && atMost === undefined && above === undefined && below === undefined) return true
  if (typeof value !== 'number') return false
  return (
    (atLeast === undefined || value >= atLeast) &&
    (atMost === undefined || value <= atMost) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below)
  )
}

/** A day before today, or months that all lie before this one. Null while nobody says what today is. */
function isPast(column: GridColumn | undefined, value: Value, today: string | undefined): boolean | null {
  if (today === undefined) return null
  if (column?.type === 'date') return typeof value === 'string' && value < today.slice(0, 10)
  return column?.type === 'months' && Array.isArray(value) && value.every((month) => month < today.slice(0, 7))
}

/** All together: one that fails decides, also while another is still missing its value. */
export function allHold(plan: GridPlan, facts: Facts, conditions: readonly Condition[], today: string | undefined): boolean | null {
  let all: boolean | null = true
  for (const condition of conditions) {
    const one = holds(plan, facts, condition, today)
    if (one === false) return false
    if (one === null) all = null
  }
  return all
}

/** Answers of the check columns. A check over ticks has none before the first tick is set or taken back. */
export function checksOf(plan: GridPlan, facts: Omit<Facts, 'checks'>, today: string | undefined): Record<string, boolean | null> {
  const checks = emptyRecord<boolean | null>()
  for (const column of plan.byKey.values()) if (column.formula?.op === 'check') checks[column.key] = null
  for (const { key, formula } of plan.checks) {
    if (formula?.op !== 'check') continue
    const untouched = formula.all.every(({ of }) => plan.byKey.get(of)?.type === 'tick' && typeof cellOf(facts.item, of) !== 'boolean')
    checks[key] = untouched ? null : allHold(plan, { ...facts, checks }, formula.all, today)
  }
  return checks
}

export function marksOf(plan: GridPlan, facts: Facts, today: string | undefined): Readonly<Record<string, readonly ColumnMark[]>> {
  const found = emptyRecord<ColumnMark[]>()
  for (const mark of plan.shape.marks ?? []) {
    if (!plan.shown.some((column) => column.key === mark.column) || allHold(plan, facts, mark.when, today) !== true) continue
    const here = found[mark.column]
    if (here === undefined) found[mark.column] = [mark]
    else here.push(mark)
  }
  return found
}

/** Score columns and required columns in which nothing valid stands; a required tick must be set. */
export function missingIn(plan: GridPlan, item: Item, values: Readonly<Record<string, number | null>>): readonly string[] {
  const lacks = (column: GridColumn): boolean => {
    if (column.type === 'formula' || (column.type !== 'score' && !column.required)) return false
    if (takesNumber(column)) return values[column.key] == null
    const value = entered(column, cellOf(item, column.key))
    return value === null || value === false
  }
  return plan.shown.filter(lacks).map((column) => column.key)
}
