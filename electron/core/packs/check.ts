/** What a schema cannot say about one file: keys that repeat, formulas that point nowhere, weights that do not add up. */
import {
  type CanvasDef,
  type FormField,
  type GridColumn,
  type GridDef,
  type MatrixDef,
  type MethodDef,
  type ProposalDef,
  stageKeys,
} from '#shared/model/pack.ts'
import { type Finding, finding, type Step } from './findings.ts'

type Keyed = { readonly key: string }

export function* canvasFindings(def: CanvasDef): Generator<Finding> {
  switch (def.kind) {
    case 'board':
      yield* repeated(def.zones, ['zones'])
      break
    case 'grid':
      yield* gridFindings(def)
      break
    case 'matrix':
      yield* matrixFindings(def)
      break
    case 'form':
      yield* fieldFindings(def.fields, ['fields'])
      break
    case 'tree':
      break
  }
}

function* gridFindings(def: GridDef): Generator<Finding> {
  yield* columnFindings(def.columns)
  for (const [at, column] of def.columns.entries()) {
    if (!column.formula) continue
    const sources = sourcesOf(column)
    for (const key of sources) {
      if (!isNumeric(def.columns.find((other) => other.key === key))) yield finding(['columns', at, 'formula'], 'columnUnknown', { key })
    }
    if (reaches(def.columns, sources, column.key)) yield finding(['columns', at, 'formula'], 'formulaLoop')
  }
}

function sourcesOf({ formula }: GridColumn): readonly string[] {
  switch (formula?.op) {
    case undefined:
      return []
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
  }
}

const isNumeric = (column: GridColumn | undefined): boolean =>
  column !== undefined && ['score', 'number', 'rupiah', 'percent', 'formula'].includes(column.type)

/** Whether following formulas from these columns comes to `target`. */
function reaches(columns: readonly GridColumn[], from: readonly string[], target: string): boolean {
  const seen = new Set<string>()
  const queue = [...from]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (key === target) return true
    if (seen.has(key)) continue
    seen.add(key)
    const column = columns.find((other) => other.key === key)
    if (column) queue.push(...sourcesOf(column))
  }
  return false
}

function* columnFindings(columns: readonly GridColumn[]): Generator<Finding> {
  yield* repeated(columns, ['columns'])
  for (const [at, column] of columns.entries()) {
    const path = ['columns', at] as const
    if (column.type === 'formula' && !column.formula) yield finding([...path, 'formula'], 'formulaMissing')
    if (column.type === 'choice') yield* optionFindings(column.options, path)
    if (column.type !== 'score') continue
    const { min, max } = column
    if (min === undefined || max === undefined || min >= max) yield finding(path, 'scoreRange')
    else
      for (const [index, anchor] of column.anchors.entries())
        if (anchor.score < min || anchor.score > max) yield finding([...path, 'anchors', index, 'score'], 'anchorOutside', { min, max })
  }
}

function* matrixFindings(def: MatrixDef): Generator<Finding> {
  for (const side of ['x', 'y'] as const) {
    const axis = def[side]
    if (axis.threshold <= axis.min || axis.threshold > axis.max) yield finding([side, 'threshold'], 'axisOrder')
  }
  if (def.x.key === def.y.key) yield finding(['y', 'key'], 'duplicateKey', { key: def.y.key })
  const quadrants = new Set<string>()
  for (const [place, quadrant] of Object.entries(def.quadrants ?? {})) {
    if (quadrants.has(quadrant.key)) yield finding(['quadrants', place, 'key'], 'duplicateKey', { key: quadrant.key })
    quadrants.add(quadrant.key)
  }
  yield* columnFindings(def.columns)
  for (const [at, column] of def.columns.entries()) {
    if (column.key === def.x.key || column.key === def.y.key) yield finding(['columns', at, 'key'], 'duplicateKey', { key: column.key })
    if (column.formula) yield finding(['columns', at, 'formula'], 'invalidOther')
  }
}

function* fieldFindings(fields: readonly FormField[], path: readonly Step[]): Generator<Finding> {
  yield* repeated(fields, path)
  for (const [at, field] of fields.entries())
    if (field.type === 'choice' || field.type === 'multi') yield* optionFindings(field.options, [...path, at])
}

function* optionFindings(options: readonly Keyed[] | undefined, path: readonly Step[]): Generator<Finding> {
  if (!options || options.length === 0) yield finding([...path, 'options'], 'choiceWithoutOptions')
  else yield* repeated(options, [...path, 'options'])
}

/** Weights of a form are per cent of the whole; a section may have none, but those given must make 100. */
export function* formFindings(def: ProposalDef): Generator<Finding> {
  yield* fieldFindings(def.header, ['header'])
  yield* repeated(def.sections, ['sections'])
  for (const [at, section] of def.sections.entries()) {
    yield* repeated(section.subheads, ['sections', at, 'subheads'])
    if (section.maxWords !== undefined && section.minWords > section.maxWords) yield finding(['sections', at, 'minWords'], 'wordLimits')
  }
  const weights = def.sections.flatMap((section) => section.weight ?? [])
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (weights.length > 0 && Math.abs(sum - 100) > 1e-6) yield finding(['sections'], 'weightSum', { sum })
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

function* agendaFindings(stage: MethodDef['stages'][number], path: readonly Step[]): Generator<Finding> {
  yield* repeated(stage.agenda, [...path, 'agenda'])
  let day = 1
  for (const [at, block] of stage.agenda.entries()) {
    if (block.day < day) yield finding([...path, 'agenda', at, 'day'], 'dayOrder')
    day = block.day
  }
}

function* repeated(list: readonly Keyed[], path: readonly Step[]): Generator<Finding> {
  const seen = new Set<string>()
  for (const [at, { key }] of list.entries()) {
    if (seen.has(key)) yield finding([...path, at, 'key'], 'duplicateKey', { key })
    seen.add(key)
  }
}
