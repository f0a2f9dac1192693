/** What a schema cannot say about a grid: its modes, groups, marks, figures and ready-made rows. */
import type { ColumnMark, GridColumn, GridDef, GridResultDef, Starter } from '#shared/model/pack.ts'
import { entered } from '#shared/rules/grid-values.ts'
import { bandFindings, columnFindings, conditionFindings, isNumeric, repeated, repeatedNames } from './check-columns.ts'
import { type Finding, finding, type Step } from './findings.ts'

export function* gridFindings(def: GridDef): Generator<Finding> {
  yield* columnFindings(def.columns, ['columns'])
  const has = (key: string): boolean => def.columns.some((column) => column.key === key)
  yield* repeated(def.modes, ['modes'])
  for (const [at, mode] of def.modes.entries()) {
    const path = ['modes', at, 'columns']
    yield* repeatedNames(mode.columns, path)
    for (const [index, key] of mode.columns.entries()) if (!has(key)) yield finding([...path, index], 'columnMissing', { key })
  }
  if (def.groupBy !== undefined && def.columns.find(({ key }) => key === def.groupBy)?.type !== 'choice')
    yield finding(['groupBy'], 'columnNoChoice', { key: def.groupBy })
  const voted = def.columns.some((column) => column.voted)
  if (def.voting !== undefined && !voted) yield finding(['voting'], 'votedMissing')
  if (def.voting === undefined && voted) yield finding(['voting'], 'votingMissing')
  yield* markFindings(def.marks, def.columns)
  yield* resultFindings(def.results, def.columns)
  yield* starterFindings(def.starters, def.columns, [])
}

export function* markFindings(marks: readonly ColumnMark[], columns: readonly GridColumn[]): Generator<Finding> {
  for (const [at, mark] of marks.entries()) {
    if (!columns.some(({ key }) => key === mark.column)) yield finding(['marks', at, 'column'], 'columnMissing', { key: mark.column })
    yield* conditionFindings(mark.when, columns, ['marks', at, 'when'])
  }
}

function* resultFindings(results: readonly GridResultDef[], columns: readonly GridColumn[]): Generator<Finding> {
  yield* repeated(results, ['results'])
  for (const [at, def] of results.entries()) {
    const path = ['results', at]
    const above = results.slice(0, at)
    switch (def.op) {
      case 'sum':
      case 'mean':
      case 'count':
      case 'distinct':
        yield* figureFindings(def, columns, path)
        break
      case 'difference':
        for (const side of ['from', 'minus'] as const) yield* numberAbove(def[side], above, [...path, side])
        break
      case 'quadrant':
        for (const side of ['x', 'y'] as const) yield* numberAbove(def[side], above, [...path, side])
        break
      case 'combine':
        yield* combineFindings(def.pick, columns, [...path, 'pick'])
        break
    }
  }
}

type Figure = Extract<GridResultDef, { op: 'sum' | 'mean' | 'count' | 'distinct' }>

function* figureFindings(def: Figure, columns: readonly GridColumn[], path: readonly Step[]): Generator<Finding> {
  const { of, op } = def
  const column = columns.find(({ key }) => key === of)
  if (of === undefined) {
    if (op !== 'count') yield finding([...path, 'of'], 'missing')
  } else if (column === undefined && of !== 'text') yield finding([...path, 'of'], 'columnMissing', { key: of })
  else if ((op === 'sum' || op === 'mean') && !isNumeric(column)) yield finding([...path, 'of'], 'columnUnknown', { key: of })
  yield* conditionFindings(def.where, columns, [...path, 'where'])
  yield* bandFindings(def.bands, [...path, 'bands'])
  if (def.expect !== undefined && Object.values(def.expect).every((one) => one === undefined))
    yield finding([...path, 'expect'], 'conditionEmpty')
}

function* numberAbove(key: string, above: readonly GridResultDef[], path: readonly Step[]): Generator<Finding> {
  const found = above.find((one) => one.key === key)
  if (found === undefined || found.op === 'quadrant' || found.op === 'combine') yield finding(path, 'resultUnknown', { key })
}

function* combineFindings(pick: string, columns: readonly GridColumn[], path: readonly Step[]): Generator<Finding> {
  const column = columns.find(({ key }) => key === pick)
  if (column?.type !== 'choice') {
    yield finding(path, 'columnNoChoice', { key: pick })
    return
  }
  for (const { key } of column.options ?? [])
    if (columns.find((one) => one.key === key)?.type !== 'text') yield finding(path, 'combineOption', { key })
}

/** @param zones a starter may name; empty where the canvas has none */
export function* starterFindings(
  starters: readonly Starter[],
  columns: readonly GridColumn[],
  zones: readonly { readonly key: string }[],
): Generator<Finding> {
  for (const [at, starter] of starters.entries()) {
    const path = ['starters', at]
    if (starter.zone !== undefined && !zones.some(({ key }) => key === starter.zone))
      yield finding([...path, 'zone'], 'zoneMissing', { key: starter.zone })
    for (const [key, value] of Object.entries(starter.values)) {
      const place = [...path, 'values', key]
      const column = columns.find((one) => one.key === key)
      if (column === undefined || key === 'text' || column.type === 'formula') yield finding(place, 'columnMissing', { key })
      else if (!startsWith(column, value)) yield finding(place, 'valueUnfit', { key })
    }
  }
}

/** Words in both languages only fit a column of words; of a list every part must fit. */
function startsWith(column: GridColumn, value: Starter['values'][string]): boolean {
  if (typeof value === 'object' && !Array.isArray(value))
    return column.type === 'text' || column.type === 'measure' || column.type === 'unit'
  const kept = entered(column, value)
  return Array.isArray(value) ? Array.isArray(kept) && kept.length === value.length : kept !== null
}
