/**
 * What a pack may contain. A pack is a folder of YAML files in `templates/packs/<id>/`:
 * `pack.yaml` (head), and any of `method.yaml`, `canvases/*.yaml`, `forms/*.yaml`, `documents/*.yaml`.
 * Rules of the field change every year and by place, so they live in dated packs and never in code (domain.md 0.2).
 * Objects are strict: a misspelt optional key is an error and not a silent default.
 */
import { z } from 'zod'
import { bothTexts } from './text.ts'

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key is lower case letters, digits and _')
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case letters, digits and -')

/** `verified`: read in a publication of the issuer. `unverified`: everything else, shown as such wherever it is used. */
export const packStatus = z.enum(['verified', 'unverified'])

export const packHead = z.strictObject({
  id: slug,
  version: z.number().int().positive(),
  title: bothTexts,
  issuer: z.string().min(1),
  year: z.number().int().min(2000).max(2100),
  locality: z.string().min(1),
  status: packStatus,
  /** Where the content comes from, in words a secretariat can check. */
  source: bothTexts,
})

export const stageKeys = ['drum_up', 'diagnose', 'design', 'deliver', 'display', 'documentation'] as const
export const stageKey = z.enum(stageKeys)
export type StageKey = z.infer<typeof stageKey>

/** How a checklist line is answered: by hand, or read off the innovation. */
export const gateCheck = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('manual') }),
  z.strictObject({ type: z.literal('canvas_done'), canvas: slug }),
  z.strictObject({ type: z.literal('canvas_started'), canvas: slug }),
  z.strictObject({ type: z.literal('members'), atLeast: z.number().int().positive() }),
  z.strictObject({ type: z.literal('proposal_started'), form: slug }),
])

export const gate = z.strictObject({
  /** `approval` needs a record of the leader's approval (who, when, document); `checklist` may be overridden with a reason. */
  kind: z.enum(['approval', 'checklist']),
  /** The stage this gate opens; absent after the last one. */
  opens: stageKey.optional(),
  label: bothTexts,
  items: z.array(z.strictObject({ key, label: bothTexts, check: gateCheck })),
  status: packStatus.default('unverified'),
  source: z.string(),
})

export const agendaBlock = z.strictObject({
  key,
  label: bothTexts,
  /** Planned minutes; for `per: unit` or `per: innovation` they are counted once for each. */
  minutes: z.number().int().positive(),
  per: z.enum(['session', 'unit', 'innovation']).default('session'),
  day: z.number().int().positive().default(1),
  canvas: slug.optional(),
  /** What the facilitator says and does, in two to four sentences. */
  script: bothTexts,
})

export const stageDef = z.strictObject({
  key: stageKey,
  label: bothTexts,
  /** Other spellings met in publications and regions. */
  spellings: z.array(z.string()).default([]),
  co: z.string().optional(),
  group: z.enum(['mindset', 'technocratic', 'actualization', 'throughout']),
  purpose: bothTexts,
  output: bothTexts,
  duration: bothTexts,
  methods: z.array(bothTexts).default([]),
  agenda: z.array(agendaBlock).min(1),
  canvases: z.array(slug),
  expected: z.array(z.strictObject({ key, label: bothTexts })).min(1),
  gate,
  /** Of purpose, output and methods; the gate carries its own, agenda and expected outputs have the method's `agendaSource`. */
  status: packStatus.default('unverified'),
  source: z.string().default(''),
})

export const methodDef = z.strictObject({
  kind: z.literal('method'),
  title: bothTexts,
  /** 5 or 6 stations. */
  mode: z.enum(['5D', '6D']),
  /** Where agendas, minutes, scripts and expected outputs come from, in words; shown beside every agenda. */
  agendaSource: bothTexts,
  stages: z.array(stageDef).min(5).max(6),
})

/** A `method.yaml` that is another method without some of its stages; the loader resolves it to a `methodDef`. */
export const derivedMethodDef = z.strictObject({
  kind: z.literal('method'),
  title: bothTexts,
  mode: z.enum(['5D', '6D']),
  from: slug,
  leaveOut: z.array(stageKey).min(1),
})

const canvasCommon = {
  id: slug,
  title: bothTexts,
  stage: stageKey,
  help: bothTexts,
  example: bothTexts,
  status: packStatus,
  source: z.string().min(1),
  /** The heading of this canvas in a document, with one sentence that introduces it. */
  outline: z.strictObject({ heading: bothTexts, lead: bothTexts }),
}

export const noteColors = ['kunyit', 'pandan', 'langit', 'jambu', 'talas', 'gading'] as const
export const noteColor = z.enum(noteColors)
export type NoteColor = z.infer<typeof noteColor>

export const boardDef = z.strictObject({
  ...canvasCommon,
  kind: z.literal('board'),
  zones: z
    .array(z.strictObject({ key, label: bothTexts, hint: bothTexts, icon: z.string().optional(), color: noteColor.default('kunyit') }))
    .min(1),
  /** What a colour means on this board; a colour without a line here means nothing. */
  legend: z.array(z.strictObject({ color: noteColor, label: bothTexts })).default([]),
  votes: z.strictObject({ quota: z.number().int().positive() }).optional(),
})

export const treeDef = z.strictObject({
  ...canvasCommon,
  kind: z.literal('tree'),
  layouts: z.array(z.enum(['tree', 'fishbone'])).min(1),
  levels: z.strictObject({ effect: bothTexts, core: bothTexts, direct: bothTexts, indirect: bothTexts, root: bothTexts }),
  /** What must hold before the tree can be called done. */
  ready: z.array(z.enum(['one_core_sentence', 'causes_reach_root', 'has_effect', 'has_root'])).default([]),
})

export const columnFormula = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('sum'), of: z.array(key).min(1) }),
  /** Rank by one column, highest first; `tie` are the columns that break a tie, in order; equal after all of them = shared rank. */
  z.strictObject({ op: z.literal('rank'), by: key, tie: z.array(key) }),
])

export const gridColumn = z.strictObject({
  key,
  label: bothTexts,
  short: z.string().optional(),
  /** `text` of key `text` is the row's own text. `score` is a whole number from min to max. */
  type: z.enum(['text', 'score', 'number', 'formula', 'choice']),
  min: z.number().optional(),
  max: z.number().optional(),
  options: z.array(z.strictObject({ key, label: bothTexts })).optional(),
  formula: columnFormula.optional(),
  help: bothTexts.optional(),
  /** What a score means, lowest first. */
  anchors: z.array(z.strictObject({ score: z.number(), label: bothTexts })).default([]),
  /** Relative width in documents and on screen. */
  width: z.number().positive().default(1),
})

export const gridDef = z.strictObject({
  ...canvasCommon,
  kind: z.literal('grid'),
  rowLabel: bothTexts,
  columns: z.array(gridColumn).min(2),
  /** The rule in words, shown where it decided something. */
  tieRule: bothTexts.optional(),
})

export const axisDef = z.strictObject({
  key,
  label: bothTexts,
  low: bothTexts,
  high: bothTexts,
  min: z.number(),
  max: z.number(),
  /** From this value on a point lies in the high half. */
  threshold: z.number(),
})

const quadrant = z.strictObject({ key, label: bothTexts, hint: bothTexts })

export const matrixDef = z.strictObject({
  ...canvasCommon,
  kind: z.literal('matrix'),
  itemLabel: bothTexts,
  x: axisDef,
  y: axisDef,
  /** Named by height on y, then on x: `high_low` is high on y, low on x. */
  quadrants: z.strictObject({ high_high: quadrant, high_low: quadrant, low_high: quadrant, low_low: quadrant }),
  columns: z.array(gridColumn).default([]),
})

export const formField = z.strictObject({
  key,
  label: bothTexts,
  hint: bothTexts.optional(),
  example: bothTexts.optional(),
  type: z.enum(['line', 'text', 'choice', 'multi', 'date', 'number', 'phone', 'email']),
  required: z.boolean().default(false),
  /** Width in print; on screen a form is one column. */
  width: z.enum(['full', 'half', 'quarter']).default('full'),
  options: z.array(z.strictObject({ key, label: bothTexts })).optional(),
  /** Belongs to the head of the form and is not reviewed. */
  head: z.boolean().default(false),
})

export const formDef = z.strictObject({
  ...canvasCommon,
  kind: z.literal('form'),
  review: z.boolean(),
  fields: z.array(formField).min(1),
})

export const canvasDef = z.discriminatedUnion('kind', [boardDef, treeDef, gridDef, matrixDef, formDef])
export const canvasKinds = ['board', 'tree', 'grid', 'matrix', 'form'] as const

/** Which part of a canvas a proposal section draws on. */
export const canvasPick = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('field'), canvas: slug, field: key }),
  z.strictObject({ part: z.literal('core'), canvas: slug }),
  z.strictObject({ part: z.literal('roots'), canvas: slug }),
  z.strictObject({ part: z.literal('effects'), canvas: slug }),
  z.strictObject({ part: z.literal('top'), canvas: slug, count: z.number().int().positive() }),
  z.strictObject({ part: z.literal('zone'), canvas: slug, zone: key }),
  z.strictObject({ part: z.literal('quadrant'), canvas: slug, quadrant: key }),
  z.strictObject({ part: z.literal('items'), canvas: slug }),
])

export const proposalSection = z.strictObject({
  key,
  title: bothTexts,
  prompt: bothTexts,
  /** Questions that guide the writer. */
  guidance: z.array(bothTexts).default([]),
  /** Headings offered inside the section, in this order; the writer may leave any of them out. */
  subheads: z.array(z.strictObject({ key, label: bothTexts })).default([]),
  minWords: z.number().int().nonnegative().default(0),
  maxWords: z.number().int().positive().optional(),
  /** Per cent of the whole. */
  weight: z.number().min(0).max(100).optional(),
  draws: z.array(canvasPick).default([]),
})

export const proposalDef = z.strictObject({
  kind: z.literal('proposal'),
  id: slug,
  title: bothTexts,
  short: bothTexts,
  status: packStatus,
  source: z.string().min(1),
  header: z.array(formField),
  /** Full years between the start of implementation and the closing date of registration. */
  ageYears: z.number().nonnegative().optional(),
  sections: z.array(proposalSection).min(1),
})

export const documentDef = z.strictObject({
  kind: z.literal('document'),
  id: slug,
  title: bothTexts,
  scope: z.enum(['innovation', 'lab']),
  stage: stageKey,
  /** The builder that lays this kind of content out; see electron/core/documents/build/. */
  builder: z.enum(['form', 'idea_recap', 'proposal']),
  /** The canvas or proposal form the builder reads. */
  of: slug,
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  kop: z.boolean().default(true),
  cover: z.boolean().default(false),
  contents: z.boolean().default(false),
  /** Canvases printed as an annex, in this order. */
  annex: z.array(slug).default([]),
  signature: z.array(z.enum(['pimpinan_unit', 'penanggung_jawab', 'koordinator', 'kepala_daerah'])).default([]),
  status: packStatus,
  source: z.string().min(1),
})

export type PackHead = z.infer<typeof packHead>
export type Gate = z.infer<typeof gate>
export type GateCheck = z.infer<typeof gateCheck>
export type AgendaBlock = z.infer<typeof agendaBlock>
export type StageDef = z.infer<typeof stageDef>
export type MethodDef = z.infer<typeof methodDef>
export type DerivedMethodDef = z.infer<typeof derivedMethodDef>
export type PackStatus = z.infer<typeof packStatus>
export type BoardDef = z.infer<typeof boardDef>
export type TreeDef = z.infer<typeof treeDef>
export type GridDef = z.infer<typeof gridDef>
export type GridColumn = z.infer<typeof gridColumn>
export type MatrixDef = z.infer<typeof matrixDef>
export type FormDef = z.infer<typeof formDef>
export type FormField = z.infer<typeof formField>
export type CanvasDef = z.infer<typeof canvasDef>
export type CanvasKind = (typeof canvasKinds)[number]
export type CanvasPick = z.infer<typeof canvasPick>
export type ProposalSection = z.infer<typeof proposalSection>
export type ProposalDef = z.infer<typeof proposalDef>
export type DocumentDef = z.infer<typeof documentDef>

/** A whole pack as the core hands it out. */
export const pack = z.strictObject({
  head: packHead,
  method: methodDef.optional(),
  canvases: z.array(canvasDef),
  forms: z.array(proposalDef),
  documents: z.array(documentDef),
})
export type Pack = z.infer<typeof pack>
