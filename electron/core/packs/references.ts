/** What packs say about one another: canvases and forms that are named must exist, and be of the kind that is needed. */
import type {
  CanvasDef,
  CanvasPick,
  CanvasTake,
  DerivedMethodDef,
  DocumentDef,
  FormField,
  GridDef,
  IndicatorSet,
  MethodDef,
  ProposalDef,
  StageDef,
} from '#shared/model/pack.ts'
import { itemColumns } from '#shared/rules/taking.ts'
import { type Finding, finding, type Step } from './findings.ts'
import type { Draft, FileFinding } from './read-pack.ts'

export type Shelf = {
  readonly canvases: ReadonlyMap<string, CanvasDef>
  readonly forms: ReadonlyMap<string, ProposalDef>
  readonly indicators: ReadonlyMap<string, IndicatorSet>
  readonly documents: ReadonlyMap<string, DocumentDef>
  readonly methods: ReadonlyMap<string, MethodDef>
}

export function shelfOf(drafts: readonly Draft[]): Shelf {
  return {
    canvases: new Map(drafts.flatMap((draft) => draft.canvases.map(({ def }) => [def.id, def]))),
    forms: new Map(drafts.flatMap((draft) => draft.forms.map(({ def }) => [def.id, def]))),
    indicators: new Map(drafts.flatMap((draft) => draft.indicators.map(({ def }) => [def.id, def]))),
    documents: new Map(drafts.flatMap((draft) => draft.documents.map(({ def }) => [def.id, def]))),
    methods: new Map(drafts.flatMap((draft) => (draft.method && !isDerived(draft.method.def) ? [[draft.id, draft.method.def]] : []))),
  }
}

export const isDerived = (method: MethodDef | DerivedMethodDef): method is DerivedMethodDef => 'from' in method

/** Everything in this pack that points to something the shelf does not have. */
export function referenceFindings(draft: Draft, shelf: Shelf): readonly FileFinding[] {
  const within = (file: string, findings: Iterable<Finding>) => [...findings].map((one) => ({ ...one, file }))
  return [
    ...(draft.method ? within(draft.method.file, methodReferences(draft.method.def, shelf)) : []),
    ...draft.canvases.flatMap(({ file, def }) => within(file, canvasReferences(def, shelf))),
    ...draft.forms.flatMap(({ file, def }) => within(file, formReferences(def, shelf))),
    ...draft.indicators.flatMap(({ file, def }) => within(file, indicatorReferences(def, shelf))),
    ...draft.documents.flatMap(({ file, def }) => within(file, documentReferences(def, shelf))),
  ]
}

function* methodReferences(def: MethodDef | DerivedMethodDef, shelf: Shelf): Generator<Finding> {
  if (isDerived(def)) yield* derivedReferences(def, shelf)
  else for (const [at, stage] of def.stages.entries()) yield* stageReferences(stage, ['stages', at], shelf)
}

function* stageReferences(stage: StageDef, path: readonly Step[], shelf: Shelf): Generator<Finding> {
  for (const [at, id] of stage.canvases.entries())
    if (!shelf.canvases.has(id)) yield finding([...path, 'canvases', at], 'canvasMissing', { id })
  for (const [at, { canvas }] of stage.agenda.entries())
    if (canvas !== undefined && !shelf.canvases.has(canvas))
      yield finding([...path, 'agenda', at, 'canvas'], 'canvasMissing', { id: canvas })
  for (const [at, { check }] of stage.gate.items.entries()) {
    const place = [...path, 'gate', 'items', at, 'check']
    if ('canvas' in check && !shelf.canvases.has(check.canvas)) yield finding([...place, 'canvas'], 'canvasMissing', { id: check.canvas })
    if ('form' in check && !shelf.forms.has(check.form)) yield finding([...place, 'form'], 'formMissing', { id: check.form })
  }
}

function* derivedReferences(def: DerivedMethodDef, shelf: Shelf): Generator<Finding> {
  const base = shelf.methods.get(def.from)
  if (!base) {
    yield finding(['from'], 'methodMissing', { id: def.from })
    return
  }
  for (const [at, stage] of def.leaveOut.entries())
    if (!base.stages.some((one) => one.key === stage)) yield finding(['leaveOut', at], 'noMethodStage', { stage })
  const wanted = def.mode === '5D' ? 5 : 6
  const found = derivedMethod(def, base).stages.length
  if (found !== wanted) yield finding(['leaveOut'], 'modeStages', { mode: def.mode, count: wanted, found })
}

/** The base without the stages left out; every gate opens the next stage that remains, the last one nothing. */
export function derivedMethod(def: DerivedMethodDef, base: MethodDef): MethodDef {
  const kept = base.stages.filter((stage) => !def.leaveOut.includes(stage.key))
  const stages = kept.map((stage, at) => {
    const { opens: _, ...gate } = stage.gate
    const next = kept[at + 1]?.key
    return { ...stage, gate: next ? { ...gate, opens: next } : gate }
  })
  return { kind: 'method', title: def.title, mode: def.mode, agendaSource: base.agendaSource, stages }
}

function* formReferences(def: ProposalDef, shelf: Shelf): Generator<Finding> {
  for (const [at, section] of def.sections.entries())
    for (const [index, pick] of section.draws.entries()) yield* pickReferences(pick, ['sections', at, 'draws', index], shelf)
  for (const [at, { document }] of def.statements.entries())
    if (document !== undefined && !shelf.documents.has(document))
      yield finding(['statements', at, 'document'], 'documentMissing', { id: document })
}

function* indicatorReferences(def: IndicatorSet, shelf: Shelf): Generator<Finding> {
  if (def.profile !== undefined && !shelf.forms.has(def.profile)) yield finding(['profile'], 'formMissing', { id: def.profile })
}

function* canvasReferences(def: CanvasDef, shelf: Shelf): Generator<Finding> {
  if (def.kind === 'tree' && def.mirror !== undefined) {
    const mirrored = shelf.canvases.get(def.mirror)
    if (!mirrored) yield finding(['mirror'], 'canvasMissing', { id: def.mirror })
    else if (mirrored.kind !== 'tree') yield finding(['mirror'], 'wrongKind', { id: def.mirror, found: mirrored.kind, wanted: 'tree' })
    else if (mirrored.id === def.id) yield finding(['mirror'], 'ownCanvas')
  }
  for (const [at, take] of def.takes.entries()) {
    const path = ['takes', at]
    const findings = [...pickReferences(take.pick, [...path, 'pick'], shelf)]
    yield* findings
    if (take.pick.canvas === def.id) yield finding([...path, 'pick', 'canvas'], 'ownCanvas')
    yield* intoReferences(def, take, path)
    const source = shelf.canvases.get(take.pick.canvas)
    if (source && findings.length === 0) yield* copyReferences(def, source, take, path)
  }
}

/** Fields that take a text from elsewhere as it is. */
const inWords: readonly FormField['type'][] = ['line', 'text', 'person', 'unit']

function* intoReferences(def: CanvasDef, { into }: CanvasTake, path: readonly Step[]): Generator<Finding> {
  const place = [...path, 'into']
  if (def.kind === 'form') {
    const field = def.fields.find(({ key }) => key === into)
    if (into === undefined) yield finding(place, 'missing')
    else if (field === undefined || !inWords.includes(field.type)) yield finding(place, 'fieldNotWritten', { key: into })
    return
  }
  if (into === undefined) return
  const sides = ['core', 'cause', 'effect']
  if (def.kind === 'board' && !def.zones.some(({ key }) => key === into)) yield finding(place, 'zoneMissing', { key: into })
  if (def.kind === 'tree' && !sides.includes(into)) yield finding(place, 'notOneOf', { options: sides.join(', ') })
  if (def.kind === 'grid' && !groupOptions(def).includes(into)) yield finding(place, 'groupMissing', { key: into })
  if (def.kind === 'matrix') yield finding(place, 'intoNotHere')
}

const groupOptions = (def: GridDef): readonly string[] =>
  (def.columns.find(({ key }) => key === def.groupBy)?.options ?? []).map(({ key }) => key)

/** Column here → column there. A picture can only come from a picture, and nothing can be put into a formula. */
function* copyReferences(def: CanvasDef, source: CanvasDef, { copy, pick }: CanvasTake, path: readonly Step[]): Generator<Finding> {
  const here = itemColumns(def)
  const there = itemColumns(source)
  for (const [mine, theirs] of Object.entries(copy)) {
    const place = [...path, 'copy', mine]
    const to = here.find(({ key }) => key === mine)
    const from = there.find(({ key }) => key === theirs)
    if (pick.part === 'field' || def.kind === 'form') yield finding(place, 'copyNotHere')
    else if (to === undefined || to.type === 'formula') yield finding(place, 'columnMissing', { key: mine })
    else if (from === undefined) yield finding(place, 'columnOfOther', { id: source.id, key: theirs })
    else if ((to.type === 'photo') !== (from.type === 'photo')) yield finding(place, 'copyUnfit', { key: mine, other: theirs })
  }
}

function* pickReferences(pick: CanvasPick, path: readonly Step[], shelf: Shelf): Generator<Finding> {
  const id = pick.canvas
  const canvas = shelf.canvases.get(id)
  if (!canvas) {
    yield finding([...path, 'canvas'], 'canvasMissing', { id })
    return
  }
  const wanted = kindsFor(pick.part)
  if (!wanted.includes(canvas.kind)) {
    yield finding([...path, 'canvas'], 'wrongKind', { id, found: canvas.kind, wanted: wanted.join(', ') })
    return
  }
  const lacks = (keys: readonly { readonly key: string }[], key: string) => !keys.some((one) => one.key === key)
  if (pick.part === 'field' && canvas.kind === 'form' && lacks(canvas.fields, pick.field))
    yield finding([...path, 'field'], 'fieldUnknown', { id, key: pick.field })
  if (pick.part === 'zone' && canvas.kind === 'board' && lacks(canvas.zones, pick.zone))
    yield finding([...path, 'zone'], 'zoneUnknown', { id, key: pick.zone })
  if (pick.part === 'quadrant' && canvas.kind === 'matrix' && lacks(Object.values(canvas.quadrants ?? {}), pick.quadrant))
    yield finding([...path, 'quadrant'], 'quadrantUnknown', { id, key: pick.quadrant })
  if (canvas.kind !== 'grid') return
  if (pick.part === 'passed' && canvas.columns.find(({ key }) => key === pick.column)?.formula?.op !== 'check')
    yield finding([...path, 'column'], 'columnNoCheck', { id, key: pick.column })
  if (pick.part === 'top' && !canvas.columns.some(({ formula }) => formula?.op === 'rank'))
    yield finding([...path, 'canvas'], 'noRank', { id })
}

function kindsFor(part: CanvasPick['part']): readonly CanvasDef['kind'][] {
  switch (part) {
    case 'field':
      return ['form']
    case 'core':
    case 'roots':
    case 'effects':
    case 'causes':
      return ['tree']
    // Rows by rank; notes and causes by votes.
    case 'top':
      return ['grid', 'board', 'tree']
    case 'passed':
      return ['grid']
    case 'zone':
      return ['board']
    case 'quadrant':
      return ['matrix']
    case 'items':
      return ['board', 'tree', 'grid', 'matrix']
  }
}

function* documentReferences(def: DocumentDef, shelf: Shelf): Generator<Finding> {
  for (const [at, id] of def.annex.entries()) if (!shelf.canvases.has(id)) yield finding(['annex', at], 'annexCanvas', { id })
  for (const [at, part] of def.parts.entries()) if (part.part === 'canvas') yield* canvasPart(part, ['parts', at], shelf)
  yield* subjectReferences(def, shelf)
}

type CanvasPart = Extract<DocumentDef['parts'][number], { part: 'canvas' }>

function* canvasPart({ canvas: id, fields }: CanvasPart, path: readonly Step[], shelf: Shelf): Generator<Finding> {
  const canvas = shelf.canvases.get(id)
  if (!canvas) yield finding([...path, 'canvas'], 'canvasMissing', { id })
  else if (fields.length > 0 && canvas.kind !== 'form')
    yield finding([...path, 'canvas'], 'wrongKind', { id, found: canvas.kind, wanted: 'form' })
  else if (canvas.kind === 'form')
    for (const [at, key] of fields.entries())
      if (!canvas.fields.some((field) => field.key === key)) yield finding([...path, 'fields', at], 'fieldUnknown', { id, key })
}

/** What the document is made from: a canvas, a form or a set. */
function* subjectReferences({ builder, of: id }: DocumentDef, shelf: Shelf): Generator<Finding> {
  if (builder === 'certificate' || builder === 'directory' || (builder === 'parts' && id === '')) return
  if (id === '') {
    yield finding(['of'], 'missing')
    return
  }
  if (builder === 'profile') {
    if (!shelf.indicators.has(id)) yield finding(['of'], 'indicatorsMissing', { id })
    return
  }
  if (builder === 'proposal') {
    if (!shelf.forms.has(id)) yield finding(['of'], 'formMissing', { id })
    return
  }
  const canvas = shelf.canvases.get(id)
  if (!canvas) yield finding(['of'], 'canvasMissing', { id })
  else if (builder !== 'drawn' && canvas.kind !== 'form') yield finding(['of'], 'wrongKind', { id, found: canvas.kind, wanted: 'form' })
}
