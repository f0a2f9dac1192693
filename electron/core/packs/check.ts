/** What a schema cannot say about one file: keys that repeat, formulas that point nowhere, weights that do not add up. */
import { type BoardDef, type CanvasDef, type MatrixDef, type MethodDef, stageKeys, type TreeDef } from '#shared/model/pack.ts'
import { matrixColumns } from '#shared/rules/matrix.ts'
import { anchorFindings, columnFindings, isNumeric, repeated } from './check-columns.ts'
import { fieldFindings, formCanvasFindings } from './check-form.ts'
import { gridFindings, markFindings, starterFindings } from './check-grid.ts'
import { type Finding, finding } from './findings.ts'

export function* canvasFindings(def: CanvasDef): Generator<Finding> {
  switch (def.kind) {
    case 'board':
      yield* boardFindings(def)
      break
    case 'tree':
      yield* treeFindings(def)
      break
    case 'grid':
      yield* gridFindings(def)
      yield* fieldFindings(def.head, ['head'])
      break
    case 'matrix':
      yield* matrixFindings(def)
      break
    case 'form':
      yield* formCanvasFindings(def)
      break
  }
}

function* boardFindings(def: BoardDef): Generator<Finding> {
  yield* repeated(def.zones, ['zones'])
  yield* repeated(
    def.legend.map(({ color }) => ({ key: color })),
    ['legend'],
  )
  yield* columnFindings(def.columns, ['columns'])
  yield* starterFindings(def.starters, def.columns, def.zones)
}

function* treeFindings(def: TreeDef): Generator<Finding> {
  yield* columnFindings(def.columns, ['columns'])
  yield* repeated(def.categorySets, ['categorySets'])
  for (const [at, { categories }] of def.categorySets.entries()) yield* repeated(categories, ['categorySets', at, 'categories'])
  const evidence = def.ready.indexOf('every_answer_has_evidence')
  if (evidence >= 0 && !def.columns.some(({ key }) => key === 'bukti'))
    yield finding(['ready', evidence], 'columnMissing', { key: 'bukti' })
}

function* matrixFindings(def: MatrixDef): Generator<Finding> {
  for (const side of ['x', 'y'] as const) {
    const axis = def[side]
    if (axis.threshold <= axis.min || axis.threshold > axis.max) yield finding([side, 'threshold'], 'axisOrder')
    yield* anchorFindings(axis, axis.min, axis.max, [side])
  }
  if (def.x.key === def.y.key) yield finding(['y', 'key'], 'duplicateKey', { key: def.y.key })
  const quadrants = new Set<string>()
  for (const [place, quadrant] of Object.entries(def.quadrants ?? {})) {
    if (quadrants.has(quadrant.key)) yield finding(['quadrants', place, 'key'], 'duplicateKey', { key: quadrant.key })
    quadrants.add(quadrant.key)
  }
  if (def.quadrants === undefined && def.cells === undefined) yield finding(['quadrants'], 'quadrantsOrCells')
  const all = matrixColumns(def)
  yield* columnFindings(def.columns, ['columns'], all)
  for (const [at, column] of def.columns.entries())
    if (column.key === def.x.key || column.key === def.y.key) yield finding(['columns', at, 'key'], 'duplicateKey', { key: column.key })
  yield* cellFindings(def)
  const named = (key: string) => all.find((column) => column.key === key)
  if (def.size !== undefined && !isNumeric(named(def.size))) yield finding(['size'], 'columnUnknown', { key: def.size })
  if (def.color !== undefined && named(def.color)?.type !== 'choice') yield finding(['color'], 'columnNoChoice', { key: def.color })
  yield* markFindings(def.marks, all)
  yield* starterFindings(def.starters, all, [])
}

function* cellFindings({ cells, columns, x, y }: MatrixDef): Generator<Finding> {
  if (cells === undefined) return
  const value = columns.find(({ key }) => key === cells.value)?.formula
  const band = columns.find(({ key }) => key === cells.band)?.formula
  const axes = [x.key, y.key]
  // A cell has no other numbers than its place on the axes.
  if (value?.op !== 'lookup' || !axes.includes(value.row) || !axes.includes(value.column) || value.row === value.column)
    yield finding(['cells', 'value'], 'cellLookup', { key: cells.value, x: x.key, y: y.key })
  if (band?.op !== 'band' || band.of !== cells.value) yield finding(['cells', 'band'], 'cellBand', { key: cells.band, value: cells.value })
}

/** Stages come in the order of domain.md 1.2; each gate opens the stage that follows it in this method. */
export function* methodFindings(def: MethodDef): Generator<Finding> {
  const wanted = def.mode === '5D' ? 5 : 6
  if (def.stages.length !== wanted) yield finding(['stages'], 'modeStages', { mode: def.mode, count: wanted, found: def.stages.length })
  for (const [at, stage] of def.stages.entries()) {
    const path = ['stages', at] as const
    const before = def.stages[at - 1]
    if (def.stages.findIndex((other) => other.key === stage.key) < at) yield finding([...path, 'key'], 'stagesTwice', { stage: stage.key })
    else if (before && stageKeys.indexOf(before.key) > stageKeys.indexOf(stage.key)) yield finding([...path, 'key'], 'stageOrder')
    const next = def.stages[at + 1]?.key
    if (stage.gate.opens !== next)
      yield next
        ? finding([...path, 'gate', 'opens'], 'gateOpens', { stage: next })
        : finding([...path, 'gate', 'opens'], 'gateOpensNothing')
    yield* repeated(stage.gate.items, [...path, 'gate', 'items'])
    yield* repeated(stage.expected, [...path, 'expected'])
    yield* agendaFindings(stage, path)
  }
}

function* agendaFindings(stage: MethodDef['stages'][number], path: readonly (string | number)[]): Generator<Finding> {
  yield* repeated(stage.agenda, [...path, 'agenda'])
  let day = 1
  for (const [at, block] of stage.agenda.entries()) {
    if (block.day < day) yield finding([...path, 'agenda', at, 'day'], 'dayOrder')
    day = block.day
  }
}
