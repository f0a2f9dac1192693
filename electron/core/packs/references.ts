/** What packs say about one another: canvases and forms that are named must exist, and be of the kind that is needed. */
import type { CanvasDef, CanvasPick, DerivedMethodDef, DocumentDef, MethodDef, ProposalDef, StageDef } from '#shared/model/pack.ts'
import { type Finding, finding, type Step } from './findings.ts'
import type { Draft, FileFinding } from './read-pack.ts'

export type Shelf = {
  readonly canvases: ReadonlyMap<string, CanvasDef>
  readonly forms: ReadonlyMap<string, ProposalDef>
  readonly methods: ReadonlyMap<string, MethodDef>
}

export function shelfOf(drafts: readonly Draft[]): Shelf {
  return {
    canvases: new Map(drafts.flatMap((draft) => draft.canvases.map(({ def }) => [def.id, def]))),
    forms: new Map(drafts.flatMap((draft) => draft.forms.map(({ def }) => [def.id, def]))),
    methods: new Map(drafts.flatMap((draft) => (draft.method && !isDerived(draft.method.def) ? [[draft.id, draft.method.def]] : []))),
  }
}

export const isDerived = (method: MethodDef | DerivedMethodDef): method is DerivedMethodDef => 'from' in method

/** Everything in this pack that points to something the shelf does not have. */
export function referenceFindings(draft: Draft, shelf: Shelf): readonly FileFinding[] {
  const within = (file: string, findings: Iterable<Finding>) => [...findings].map((one) => ({ ...one, file }))
  return [
    ...(draft.method ? within(draft.method.file, methodReferences(draft.method.def, shelf)) : []),
    ...draft.forms.flatMap(({ file, def }) => within(file, formReferences(def, shelf))),
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
}

function* pickReferences(pick: CanvasPick, path: readonly Step[], shelf: Shelf): Generator<Finding> {
  const id = pick.canvas
  const canvas = shelf.canvases.get(id)
  if (!canvas) {
    yield finding([...path, 'canvas'], 'canvasMissing', { id })
    return
  }
  const wanted = kindFor(pick.part)
  if (wanted ? canvas.kind !== wanted : canvas.kind === 'form') {
    yield finding([...path, 'canvas'], 'wrongKind', { id, found: canvas.kind, wanted: wanted ?? 'board, tree, grid, matrix' })
    return
  }
  const lacks = (keys: readonly { readonly key: string }[], key: string) => !keys.some((one) => one.key === key)
  if (pick.part === 'field' && canvas.kind === 'form' && lacks(canvas.fields, pick.field))
    yield finding([...path, 'field'], 'fieldUnknown', { id, key: pick.field })
  if (pick.part === 'zone' && canvas.kind === 'board' && lacks(canvas.zones, pick.zone))
    yield finding([...path, 'zone'], 'zoneUnknown', { id, key: pick.zone })
  if (pick.part === 'quadrant' && canvas.kind === 'matrix' && lacks(Object.values(canvas.quadrants ?? {}), pick.quadrant))
    yield finding([...path, 'quadrant'], 'quadrantUnknown', { id, key: pick.quadrant })
}

/** `undefined`: any canvas that has items. */
function kindFor(part: CanvasPick['part']): CanvasDef['kind'] | undefined {
  switch (part) {
    case 'field':
      return 'form'
    case 'core':
    case 'roots':
    case 'effects':
    case 'causes':
      return 'tree'
    case 'top':
    case 'passed':
      return 'grid'
    case 'zone':
      return 'board'
    case 'quadrant':
      return 'matrix'
    case 'items':
      return undefined
  }
}

function* documentReferences(def: DocumentDef, shelf: Shelf): Generator<Finding> {
  for (const [at, id] of def.annex.entries()) if (!shelf.canvases.has(id)) yield finding(['annex', at], 'annexCanvas', { id })
  const id = def.of
  if (def.builder === 'proposal') {
    if (!shelf.forms.has(id)) yield finding(['of'], 'formMissing', { id })
    return
  }
  const canvas = shelf.canvases.get(id)
  if (!canvas) yield finding(['of'], 'canvasMissing', { id })
  else if (canvas.kind !== 'form') yield finding(['of'], 'wrongKind', { id, found: canvas.kind, wanted: 'form' })
}
