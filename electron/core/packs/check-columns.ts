/** What a schema cannot say about columns: keys that repeat, formulas that point nowhere or in a circle, conditions that cannot hold. */
import type { Band, ColumnFormula, Condition, GridColumn } from '#shared/model/pack.ts'
import { makesNumber, rangeOf, sourcesOf, takesNumber } from '#shared/rules/grid-values.ts'
import { type Finding, finding, type Step } from './findings.ts'

type Keyed = { readonly key: string }

export function* repeated(list: readonly Keyed[], path: readonly Step[]): Generator<Finding> {
  const seen = new Set<string>()
  for (const [at, { key }] of list.entries()) {
    if (seen.has(key)) yield finding([...path, at, 'key'], 'duplicateKey', { key })
    seen.add(key)
  }
}

/** Keys named in a list that holds nothing but keys. */
export function* repeatedNames(list: readonly string[], path: readonly Step[]): Generator<Finding> {
  for (const [at, key] of list.entries()) if (list.indexOf(key) < at) yield finding([...path, at], 'duplicateKey', { key })
}

export function* optionFindings(options: readonly Keyed[] | undefined, path: readonly Step[]): Generator<Finding> {
  if (!options || options.length === 0) yield finding([...path, 'options'], 'choiceWithoutOptions')
  else yield* repeated(options, [...path, 'options'])
}

type Anchored = { readonly anchors: readonly { readonly score: number }[] }

export function* anchorFindings({ anchors }: Anchored, min: number, max: number, path: readonly Step[]): Generator<Finding> {
  const seen = new Set<number>()
  for (const [at, { score }] of anchors.entries()) {
    const place = [...path, 'anchors', at, 'score']
    if (score < min || score > max) yield finding(place, 'anchorOutside', { min, max })
    else if (seen.has(score)) yield finding(place, 'anchorTwice', { score })
    seen.add(score)
  }
}

/** Whether other formulas can go on with the numbers of this column. */
export const isNumeric = (column: GridColumn | undefined): boolean => column !== undefined && (takesNumber(column) || makesNumber(column))

/**
 * @param columns as they stand in the file at `path`
 * @param others columns that formulas may read beside them: the axes of a matrix
 */
export function* columnFindings(
  columns: readonly GridColumn[],
  path: readonly Step[],
  others: readonly GridColumn[] = [],
): Generator<Finding> {
  yield* repeated(columns, path)
  const all = [...columns, ...others]
  for (const [at, column] of columns.entries()) {
    const place = [...path, at]
    yield* shapeFindings(column, place)
    if (column.formula !== undefined && column.type === 'formula')
      yield* formulaFindings(column, column.formula, all, [...place, 'formula'])
  }
}

function* shapeFindings(column: GridColumn, path: readonly Step[]): Generator<Finding> {
  const { type, min, max } = column
  if (type === 'formula' && !column.formula) yield finding([...path, 'formula'], 'formulaMissing')
  if (type !== 'formula' && column.formula) yield finding([...path, 'formula'], 'formulaNotHere')
  if (type === 'choice' || type === 'multi') yield* optionFindings(column.options, path)
  if (column.voted && type !== 'score') yield finding([...path, 'voted'], 'votedScore')
  if (type === 'score' && (min === undefined || max === undefined || min >= max)) yield finding(path, 'scoreRange')
  else if (min !== undefined && max !== undefined && min >= max) yield finding([...path, 'max'], 'rangeOrder')
  else if (type === 'score' && min !== undefined && max !== undefined) yield* anchorFindings(column, min, max, path)
}

function* formulaFindings(own: GridColumn, formula: ColumnFormula, all: readonly GridColumn[], path: readonly Step[]): Generator<Finding> {
  if (reaches(all, sourcesOf(formula), own.key)) {
    yield finding(path, 'formulaLoop')
    return
  }
  if (formula.op === 'check') {
    yield* conditionFindings(formula.all, all, [...path, 'all'])
    return
  }
  for (const key of sourcesOf(formula)) if (!isNumeric(all.find((one) => one.key === key))) yield finding(path, 'columnUnknown', { key })
  if (formula.op === 'band') yield* bandFindings(formula.bands, [...path, 'bands'])
  if (formula.op === 'lookup') yield* lookupFindings(formula, all, path)
}

/** Whether following formulas from these columns comes to `target`. */
function reaches(columns: readonly GridColumn[], from: readonly string[], target: string): boolean {
  const seen = new Set<string>()
  const queue = [...from]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (key === target) return true
    if (seen.has(key)) continue
    seen.add(key)
    const formula = columns.find((other) => other.key === key)?.formula
    if (formula) queue.push(...sourcesOf(formula))
  }
  return false
}

/** The lowest band comes first; two that begin at the same value would hide one another. */
export function* bandFindings(bands: readonly Band[], path: readonly Step[]): Generator<Finding> {
  yield* repeated(bands, path)
  for (const [at, { from }] of bands.entries()) {
    const before = bands[at - 1]
    if (before !== undefined && from <= before.from) yield finding([...path, at, 'from'], 'bandOrder')
  }
}

type Lookup = Extract<ColumnFormula, { op: 'lookup' }>

function* lookupFindings(formula: Lookup, all: readonly GridColumn[], path: readonly Step[]): Generator<Finding> {
  const { table, firstRow, firstColumn } = formula
  const width = table[0]?.length ?? 0
  for (const [at, row] of table.entries())
    if (row.length !== width) yield finding([...path, 'table', at], 'tableUneven', { count: width, found: row.length })
  const sides = [
    ['row', formula.row, firstRow, firstRow + table.length - 1],
    ['column', formula.column, firstColumn, firstColumn + width - 1],
  ] as const
  for (const [side, key, first, last] of sides) {
    const source = all.find((one) => one.key === key)
    if (source === undefined || !isNumeric(source)) continue
    const { min, max } = rangeOf(source)
    if (!Number.isFinite(min) || !Number.isFinite(max)) yield finding([...path, side], 'lookupRange', { key })
    else if (min < first || max > last) yield finding([...path, 'table'], 'tableTooSmall', { key, min, max, first, last })
  }
}

const bounds = ['atLeast', 'atMost', 'above', 'below'] as const

export function* conditionFindings(
  conditions: readonly Condition[],
  columns: readonly GridColumn[],
  path: readonly Step[],
): Generator<Finding> {
  for (const [at, condition] of conditions.entries()) {
    const place = [...path, at]
    const column = columns.find(({ key }) => key === condition.of)
    if (column === undefined && condition.of !== 'text') yield finding([...place, 'of'], 'columnMissing', { key: condition.of })
    else yield* conditionFits(condition, column, place)
  }
}

/** @param column undefined for the row's own text */
function* conditionFits(condition: Condition, column: GridColumn | undefined, path: readonly Step[]): Generator<Finding> {
  const { of, is, not, empty, past } = condition
  const bounded = bounds.filter((bound) => condition[bound] !== undefined)
  if (is === undefined && not === undefined && empty === undefined && past === undefined && bounded.length === 0)
    yield finding(path, 'conditionEmpty')
  const number = isNumeric(column) || column?.formula?.op === 'rank'
  for (const bound of number ? [] : bounded) yield finding([...path, bound], 'columnUnknown', { key: of })
  if (past !== undefined && column?.type !== 'date' && column?.type !== 'months')
    yield finding([...path, 'past'], 'columnNoDate', { key: of })
  for (const [name, wanted] of [['is', is] as const, ['not', not] as const])
    if (wanted !== undefined) yield* comparisonFits(wanted, column, [...path, name])
}

function* comparisonFits(wanted: string | number | boolean, column: GridColumn | undefined, path: readonly Step[]): Generator<Finding> {
  const { formula, type, options } = column ?? {}
  const kind = isNumeric(column) || formula?.op === 'rank' ? 'number' : type === 'tick' || formula?.op === 'check' ? 'boolean' : 'string'
  const known = formula?.op === 'band' ? formula.bands : type === 'choice' || type === 'multi' ? (options ?? []) : null
  if (typeof wanted !== kind) yield finding(path, `compare_${kind}`)
  else if (known !== null && !known.some(({ key }) => key === wanted))
    yield finding(path, 'notOneOf', { options: known.map(({ key }) => key).join(', ') })
}
