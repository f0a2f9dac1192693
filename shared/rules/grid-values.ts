/** What stands in the cells of a row: what was entered, if it is allowed, and the numbers that formulas make of it. */
import type { Item, Value } from '../model/lab.ts'
import type { Band, ColumnFormula, GridColumn } from '../model/pack.ts'
import { dayOf } from './dates.ts'
import type { GridShape, Poll } from './grid-types.ts'

/** A record that has nothing but what is put into it: a column may be called `constructor`. */
export const emptyRecord = <T>(): Record<string, T> => Object.create(null) as Record<string, T> /* no prototype, no keys */

/** The value as stored; the column `text` is the row's own text. */
export const cellOf = (item: Item, key: string): Value =>
  key === 'text' ? item.text : Object.hasOwn(item.values, key) ? (item.values[key] ?? null) : null

const numericTypes: ReadonlySet<string> = new Set(['score', 'number', 'rupiah', 'percent'])
const numericOps: ReadonlySet<string> = new Set(['sum', 'product', 'mean', 'difference', 'change', 'lookup'])

/** Whether people enter numbers here. */
export const takesNumber = (column: GridColumn): boolean => numericTypes.has(column.type)
/** Whether a formula makes a number here that other formulas can go on with; a rank, a band and a check do not. */
export const makesNumber = (column: GridColumn): boolean =>
  column.type === 'formula' && column.formula !== undefined && numericOps.has(column.formula.op)

/** The smallest and the largest number a column takes. */
export const rangeOf = ({ type, min, max }: Pick<GridColumn, 'type' | 'min' | 'max'>): { readonly min: number; readonly max: number } => ({
  min: min ?? (type === 'percent' ? 0 : Number.NEGATIVE_INFINITY),
  max: max ?? (type === 'percent' ? 100 : Number.POSITIVE_INFINITY),
})

/** Whether the column takes this number: scores and rupiah are whole, and all lie within the column's range. */
export function allowedNumber(column: GridColumn, value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  if ((column.type === 'score' || column.type === 'rupiah') && !Number.isInteger(value)) return false
  const { min, max } = rangeOf(column)
  return value >= min && value <= max
}

const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/u
export const isMonth = (text: string): boolean => monthPattern.test(text)

const isOption = (column: GridColumn, key: unknown): key is string => column.options?.some((option) => option.key === key) ?? false

/**
 * What the column holds, null when nothing or nothing it takes: texts without blanks around them, numbers in range, days of the
 * calendar, options the definition has. A list without one usable part is nothing. Formulas hold nothing of their own.
 */
export function entered(column: GridColumn, value: Value): Value {
  switch (column.type) {
    case 'score':
    case 'number':
    case 'rupiah':
    case 'percent':
      return allowedNumber(column, value) ? value : null
    case 'date':
      return typeof value === 'string' && dayOf(value) !== null ? value.slice(0, 10) : null
    case 'choice':
      return isOption(column, value) ? value : null
    case 'multi':
      return someOf(value, (one) => isOption(column, one))
    case 'months':
      return someOf(value, isMonth)
    case 'tick':
      return typeof value === 'boolean' ? value : null
    case 'formula':
      return null
    case 'text':
    case 'person':
    case 'unit':
    case 'measure':
    case 'photo':
    case 'link':
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
    default:
      return column.type satisfies never
  }
}

function someOf(value: Value, fits: (one: string) => boolean): readonly string[] | null {
  if (!Array.isArray(value)) return null
  const kept = [...new Set<string>(value)].filter((one) => typeof one === 'string' && fits(one))
  return kept.length === 0 ? null : kept
}

/** Decimals that numbers of this size can be trusted with: a double holds 15 to 17 digits, and sums of many lose the last. */
const decimalsFor = (size: number): number => Math.max(0, Math.min(9, 13 - Math.floor(Math.log10(Math.max(1, size)))))

function rounded(value: number, size: number): number {
  const shift = 10 ** decimalsFor(size)
  // Adding 0 makes 0 of −0. What is too large to be shifted is whole already.
  return Number.isInteger(value) || size >= 1e14 ? value + 0 : Math.round(value * shift) / shift + 0
}

/** Without the dust of binary fractions (0.1 + 0.2): rounded to 1e-9, large numbers to 14 digits. Null for what is no number any more. */
export const tidy = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : rounded(value, Math.abs(value))

/** A sum that keeps the small parts beside large ones (Neumaier), as exact as its largest part. */
export function sumOf(values: readonly number[]): number {
  let sum = 0
  let lost = 0
  let largest = 0
  for (const value of values) {
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    largest = Math.max(largest, Math.abs(value))
    sum = next
  }
  return Number.isFinite(sum) ? rounded(sum + lost, Math.max(largest, Math.abs(sum))) : sum
}

/** The band a value lies in: the one with the highest `from` that is not above it, whatever the order of the list. */
export function bandOf(bands: readonly Band[], value: number | null): Band | null {
  if (value === null) return null
  let found: Band | null = null
  for (const band of bands) if (value >= band.from && (found === null || band.from > found.from)) found = band
  return found
}

/** The columns a formula reads. */
export function sourcesOf(formula: ColumnFormula): readonly string[] {
  switch (formula.op) {
    case 'sum':
    case 'product':
    case 'mean':
      return formula.of
    case 'difference':
      return [formula.from, formula.minus]
    case 'change':
      return [formula.before, formula.after]
    case 'lookup':
      return [formula.row, formula.column]
    case 'band':
      return [formula.of]
    case 'check':
      return formula.all.map(({ of }) => of)
    case 'rank':
      return [formula.by, ...formula.tie]
    default:
      return formula satisfies never
  }
}

/** A definition made ready for many rows. */
export type GridPlan = {
  readonly shape: GridShape
  /** The columns of the mode in force. */
  readonly shown: readonly GridColumn[]
  readonly byKey: ReadonlyMap<string, GridColumn>
  /** Columns that hold numbers; `numbersOf` counts in their order. */
  readonly numbers: readonly GridColumn[]
  /** Formulas that make numbers, each after those it reads; what runs in a circle is not among them and has no value. */
  readonly formulas: readonly PlannedFormula[]
  /** Checks, each after those it reads. */
  readonly checks: readonly GridColumn[]
}

/** `at` and `sources` are positions in `numbers`; −1 where a formula reads what is no number. */
type PlannedFormula = { readonly at: number; readonly key: string; readonly formula: ColumnFormula; readonly sources: readonly number[] }

export function planOf(shape: GridShape, shown: readonly GridColumn[]): GridPlan {
  const byKey = new Map<string, GridColumn>()
  for (const column of shape.columns) if (!byKey.has(column.key)) byKey.set(column.key, column)
  const columns = [...byKey.values()]
  const numbers = columns.filter((column) => takesNumber(column) || makesNumber(column))
  const places = new Map(numbers.map(({ key }, at) => [key, at]))
  const placeOf = (key: string): number => places.get(key) ?? -1
  const formulas = inOrder(columns.filter(makesNumber)).flatMap(({ key, formula }): readonly PlannedFormula[] =>
    formula === undefined ? [] : [{ at: placeOf(key), key, formula, sources: sourcesOf(formula).map(placeOf) }],
  )
  const checks = inOrder(columns.filter((column) => column.formula?.op === 'check'))
  return { shape, shown, byKey, numbers, formulas, checks }
}

/** Each after those of the list it reads; without those that read themselves by any way round. */
function inOrder(columns: readonly GridColumn[]): readonly GridColumn[] {
  const keys = new Set(columns.map((column) => column.key))
  const waits = new Map<string, number>()
  const readers = new Map<string, GridColumn[]>()
  for (const column of columns) {
    const sources = new Set(column.formula === undefined ? [] : sourcesOf(column.formula).filter((key) => keys.has(key)))
    waits.set(column.key, sources.size)
    for (const key of sources) readers.set(key, [...(readers.get(key) ?? []), column])
  }
  const ready = columns.filter((column) => waits.get(column.key) === 0)
  for (let at = 0; at < ready.length; at += 1) {
    for (const reader of readers.get(ready[at]?.key ?? '') ?? []) {
      const left = (waits.get(reader.key) ?? 0) - 1
      waits.set(reader.key, left)
      if (left === 0) ready.push(reader)
    }
  }
  return ready
}

export type RowNumbers = { readonly values: Record<string, number | null>; readonly impossible: readonly string[] }

const none: readonly string[] = []

/** The numbers of one row. Formulas go on with unrounded parts, so that three thirds are one. */
export function numbersOf(plan: GridPlan, item: Item, polls: Readonly<Record<string, Poll>>): RowNumbers {
  const raw: (number | null)[] = []
  for (const column of plan.numbers) raw.push(column.type === 'formula' ? null : enteredNumber(column, item, polls))
  let impossible = none
  for (const { at, key, formula, sources } of plan.formulas) {
    const [first = -1] = sources
    if (formula.op === 'change' && raw[first] === 0) impossible = [...impossible, key]
    else {
      const value = worked(formula, sources, raw)
      raw[at] = value !== null && Number.isFinite(value) ? value : null
    }
  }
  const values = emptyRecord<number | null>()
  for (const [at, { key }] of plan.numbers.entries()) values[key] = tidy(raw[at] ?? null)
  return { values, impossible }
}

function enteredNumber(column: GridColumn, item: Item, polls: Readonly<Record<string, Poll>>): number | null {
  const poll = polls[column.key]
  if (poll !== undefined) return poll.value
  const value = cellOf(item, column.key)
  return allowedNumber(column, value) ? value : null
}

function worked(formula: ColumnFormula, sources: readonly number[], raw: readonly (number | null)[]): number | null {
  const parts: number[] = []
  for (const at of sources) {
    const part = raw[at] ?? null
    if (part === null) return null
    parts.push(part)
  }
  const [first = 0, second = 0] = parts
  switch (formula.op) {
    case 'sum':
      return sumOf(parts)
    case 'mean':
      return sumOf(parts) / parts.length
    case 'product':
      return parts.reduce((product, part) => product * part, 1)
    case 'difference':
      return sumOf([first, -second])
    case 'change':
      return ((second - first) / first) * 100
    case 'lookup':
      return formula.table[first - formula.firstRow]?.[second - formula.firstColumn] ?? null
    case 'band':
    case 'check':
    case 'rank':
      return null
    default:
      return formula satisfies never
  }
}
