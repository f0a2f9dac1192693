/**
 * What a pack may contain. A pack is a folder of YAML files in `templates/packs/<id>/`:
 * `pack.yaml` (head), and any of `method.yaml`, `canvases/*.yaml`, `forms/*.yaml`, `indicators/*.yaml`,
 * `documents/*.yaml`, `rubrics/*.yaml`.
 * Rules of the field change every year and by place, so they live in dated packs and never in code (domain.md 0.2).
 * Objects are strict: a misspelt optional key is an error and not a silent default.
 */
import { z } from 'zod'
import { canvasDef, canvasPick, formField } from './canvas-def.ts'
import { documentDef } from './document-def.ts'
import { indicatorSet } from './indicators.ts'
import { key, packStatus, slug, stageKey } from './pack-base.ts'
import { rubricDef } from './rubric.ts'
import { bothTexts } from './text.ts'

export * from './canvas-def.ts'
export * from './column.ts'
export * from './document-def.ts'
export * from './indicators.ts'
export * from './pack-base.ts'
export * from './rubric.ts'

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

/** How a checklist line is answered: by hand, or read off the innovation. */
export const gateCheck = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('manual') }),
  z.strictObject({ type: z.literal('canvas_done'), canvas: slug }),
  z.strictObject({ type: z.literal('canvas_started'), canvas: slug }),
  z.strictObject({ type: z.literal('members'), atLeast: z.number().int().positive() }),
  z.strictObject({ type: z.literal('proposal_started'), form: slug }),
  /** The two parts of Deliver, as they are recorded of the innovation (domain.md 1.2). */
  z.strictObject({ type: z.literal('launched') }),
  z.strictObject({ type: z.literal('monitored') }),
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
  /** What the hall reads on the projector: one or two short sentences. */
  instruction: bothTexts.optional(),
  /** What the facilitator ticks off, in order. */
  steps: z.array(bothTexts).default([]),
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
  /** Files that may be attached to the section; absent: as many as one likes. */
  attachments: z
    .strictObject({
      most: z.number().int().nonnegative(),
      /** Whether the section counts as incomplete without one. */
      required: z.boolean().default(false),
      hint: bothTexts.optional(),
    })
    .optional(),
})

/** A paper that has to be handed in with the proposal. */
export const proposalStatement = z.strictObject({
  key,
  title: bothTexts,
  hint: bothTexts.optional(),
  required: z.boolean().default(true),
  /** Only where the header field has this answer, such as the form for applications. */
  when: z.strictObject({ field: key, is: key }).optional(),
  /** Document that prints it ready to be signed. */
  document: slug.optional(),
})
export type ProposalStatement = z.infer<typeof proposalStatement>

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
  /** Header field with the day implementation began; the age is counted from it. */
  ageField: key.optional(),
  /** Window in which that day must lie, ISO days, both included. */
  window: z.strictObject({ from: z.string(), until: z.string() }).optional(),
  /** Last day of registration, ISO; a lab can set its own. */
  closing: z.string().optional(),
  /** Header field with the title, which is looked at for doubtful wording. */
  titleField: key.optional(),
  /** Words that make a reader doubt whether a title is decent (domain.md 2.7); only hints, and every office has its own. */
  doubtfulWords: z.array(z.string().min(1)).default([]),
  /** What the weights of the sections add up to; absent: 100. Only for a contest that counts otherwise. */
  weightTotal: z.number().positive().optional(),
  /** Papers to hand in with it. */
  statements: z.array(proposalStatement).default([]),
  sections: z.array(proposalSection).min(1),
})

export type PackHead = z.infer<typeof packHead>
export type Gate = z.infer<typeof gate>
export type GateCheck = z.infer<typeof gateCheck>
export type AgendaBlock = z.infer<typeof agendaBlock>
export type StageDef = z.infer<typeof stageDef>
export type MethodDef = z.infer<typeof methodDef>
export type DerivedMethodDef = z.infer<typeof derivedMethodDef>
export type ProposalSection = z.infer<typeof proposalSection>
export type ProposalDef = z.infer<typeof proposalDef>

/** A whole pack as the core hands it out. */
export const pack = z.strictObject({
  head: packHead,
  method: methodDef.optional(),
  canvases: z.array(canvasDef),
  forms: z.array(proposalDef),
  indicators: z.array(indicatorSet),
  documents: z.array(documentDef),
  rubrics: z.array(rubricDef),
})
export type Pack = z.infer<typeof pack>
