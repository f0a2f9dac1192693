/** What is worked out over many rows: totals, groups, and the figures of the definition. */
import type { Condition, GridColumn, GridResultDef } from '../model/pack.ts'
import { allHold, factOf } from './grid-conditions.ts'
import type { GridFigure, GridGroup, GridRow, GridTotals } from './grid-types.ts'
import { bandOf, emptyRecord, type GridPlan, sumOf, tidy } from './grid-values.ts'

export function totalsOf(plan: GridPlan, rows: readonly GridRow[]): GridTotals {
  const totals = emptyRecord<number | null>()
  for (const column of plan.shown) if (column.total !== undefined) totals[column.key] = totalOf(plan, column, rows)
  return totals
}

function totalOf(plan: GridPlan, { key, total }: GridColumn, rows: readonly GridRow[]): number | null {
  if (total !== 'count') return combined(total === 'mean' ? 'mean' : 'sum', plan, key, rows)
  const count = rows.filter((row) => isThere(plan, row, key)).length
  return count === 0 ? null : count
}

/** A tick not set is nothing to count. */
function isThere(plan: GridPlan, row: GridRow, key: string): boolean {
  const value = factOf(plan, row, key)
  return value !== null && !(value === false && plan.byKey.get(key)?.type === 'tick')
}

/** Over the rows that have a number there; null when none has. */
function combined(op: 'sum' | 'mean', plan: GridPlan, key: string, rows: readonly GridRow[]): number | null {
  const numbers: number[] = []
  for (const row of rows) {
    const value = factOf(plan, row, key)
    if (typeof value === 'number') numbers.push(value)
  }
  if (numbers.length === 0) return null
  const sum = sumOf(numbers)
  return tidy(op === 'sum' ? sum : sum / numbers.length)
}

/** Options of a column that is no choice give one group of everything. */
export function groupsOf(plan: GridPlan, rows: readonly GridRow[]): readonly GridGroup[] {
  const by = plan.shape.groupBy === undefined ? undefined : plan.byKey.get(plan.shape.groupBy)
  const options = by?.type === 'choice' ? (by.options ?? []) : []
  if (by === undefined || options.length === 0) return [{ option: null, rows, totals: totalsOf(plan, rows) }]
  const found = new Map<string | null, GridRow[]>(options.map((option) => [option.key, []]))
  for (const row of rows) {
    const option = factOf(plan, row, by.key)
    const key = typeof option === 'string' ? option : null
    const group = found.get(key)
    if (group === undefined) found.set(key, [row])
    else group.push(row)
  }
  return [...found].map(([option, own]) => ({ option, rows: own, totals: totalsOf(plan, own) }))
}

/** In the order of the definition; a figure can only go on with those above it. */
export function figuresOf(plan: GridPlan, rows: readonly GridRow[], today: string | undefined): readonly GridFigure[] {
  const known = new Map<string, number | null>()
  return (plan.shape.results ?? []).map((def): GridFigure => {
    const value = numberOf(def, plan, rows, known, today)
    const words = wordsOf(def, plan, rows, known)
    known.set(def.key, value)
    return { def, value, words, band: 'bands' in def ? bandOf(def.bands, value) : null, asExpected: isExpected(def, value) }
  })
}

type Known = ReadonlyMap<string, number | null>

function numberOf(def: GridResultDef, plan: GridPlan, rows: readonly GridRow[], known: Known, today: string | undefined): number | null {
  switch (def.op) {
    case 'sum':
    case 'mean':
      return def.of === undefined ? null : combined(def.op, plan, def.of, where(def.where, plan, rows, today))
    case 'count': {
      const { of } = def
      const held = where(def.where, plan, rows, today)
      return of === undefined ? held.length : held.filter((row) => isThere(plan, row, of)).length
    }
    case 'distinct': {
      const { of } = def
      return of === undefined ? null : distinct(plan, of, where(def.where, plan, rows, today))
    }
    case 'difference': {
      const from = known.get(def.from) ?? null
      const minus = known.get(def.minus) ?? null
      return from === null || minus === null ? null : tidy(sumOf([from, -minus]))
    }
    case 'quadrant':
    case 'combine':
      return null
    default:
      return def satisfies never
  }
}

function where(conditions: readonly Condition[], plan: GridPlan, rows: readonly GridRow[], today: string | undefined): readonly GridRow[] {
  return conditions.length === 0 ? rows : rows.filter((row) => allHold(plan, row, conditions, today) === true)
}

/** Texts that differ only in case or blanks are one; of a column with several options each option counts. */
function distinct(plan: GridPlan, key: string, rows: readonly GridRow[]): number {
  const found = new Set<string>()
  for (const row of rows) {
    if (!isThere(plan, row, key)) continue
    const value = factOf(plan, row, key)
    for (const one of Array.isArray(value) ? value : [String(value)]) found.add(one.trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('id'))
  }
  return found.size
}

function wordsOf(def: GridResultDef, plan: GridPlan, rows: readonly GridRow[], known: Known): string | null {
  if (def.op === 'quadrant') {
    const x = known.get(def.x) ?? null
    const y = known.get(def.y) ?? null
    return x === null || y === null ? null : `${y >= 0 ? 'high' : 'low'}_${x >= 0 ? 'high' : 'low'}`
  }
  if (def.op !== 'combine') return null
  const parts = rows.flatMap((row) => {
    const chosen = factOf(plan, row, def.pick)
    const part = typeof chosen === 'string' ? factOf(plan, row, chosen) : null
    return part === null || typeof part === 'boolean' ? [] : [String(part)]
  })
  return parts.length === 0 ? null : parts.join('; ')
}

const dust = 1e-9

/** A figure that cannot be worked out yet is not remarked on. */
function isExpected(def: GridResultDef, value: number | null): boolean {
  if (!('expect' in def) || def.expect === undefined || value === null) return true
  const { equals, atLeast, atMost } = def.expect
  return (
    (equals === undefined || Math.abs(value - equals) <= dust) &&
    (atLeast === undefined || value >= atLeast - dust) &&
    (atMost === undefined || value <= atMost + dust)
  )
}
