/** The lines of the indexes: what overviews and lists need of labs and innovations without opening their documents. */
import { z } from 'zod'
import { reuses, standings } from './catalogue.ts'
import { canvasStates, innovationForms, innovationKinds, regionKinds, roundKinds, timeZones } from './lab.ts'
import { stageKey } from './pack.ts'

const approval = z.object({
  name: z.string(),
  position: z.string(),
  date: z.string(),
  document: z.string(),
  remark: z.string(),
  file: z.string(),
})
export const gateRecord = z.object({
  approval: approval.nullable(),
  override: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  ticks: z.record(z.string(), z.boolean()),
})

/** Raised when a summary gains a part; a line of a lower number is read off its document once more. */
export const summaryShape = 6

/** One line of a lab's index; everything the overview needs without opening the document. */
export const innovationSummary = z.object({
  id: z.string(),
  name: z.string(),
  longName: z.string(),
  unit: z.string().nullable(),
  stage: stageKey,
  kind: z.enum(innovationKinds).nullable(),
  /** Canvas id → state; canvases nobody opened are absent. */
  canvases: z.record(z.string(), z.enum(canvasStates)),
  /** Reviewed fields still asking for a change, and submissions waiting for the coach. */
  toMend: z.number().int(),
  waiting: z.number().int(),
  shape: z.number().int().default(1),
  form: z.enum(innovationForms).nullable().default(null),
  urusan: z.string().default(''),
  /** ISO day, or empty. */
  startedOn: z.string().default(''),
  createdAt: z.string().default(''),
  carriedFrom: z.object({ lab: z.string(), innovation: z.string() }).nullable().default(null),
  /** Canvas or form id → its last round, and how often it was handed in. */
  rounds: z
    .record(z.string(), z.object({ kind: z.enum(roundKinds), by: z.string(), at: z.string(), submitted: z.number().int() }))
    .default({}),
  /** Canvas or form id → when a coach last looked at it; ISO moment. */
  looked: z.record(z.string(), z.string()).default({}),
  /** Since when the oldest remark waits for the team; ISO moment or empty. */
  mendSince: z.string().default(''),
  /** Stage → what is recorded at its gate; stages without anything are absent. */
  gates: z.partialRecord(stageKey, gateRecord).default({}),
  /** Gates already passed, by the stage they close. */
  passed: z.array(stageKey),
  /** Proposal form id → words written. */
  words: z.record(z.string(), z.number().int()),
  /** Proposal form id → section → words written, of every section somebody began. */
  sections: z.record(z.string(), z.record(z.string(), z.number().int())).default({}),
  /** Proposal form id → keys of the fields above its sections that are filled in. */
  headers: z.record(z.string(), z.array(z.string())).default({}),
  /** Canvases that hold something → keys of the fields that are filled in; of a canvas with entries none are listed. */
  answered: z.record(z.string(), z.array(z.string())).default({}),
  /** Whether it says in a few words what it is. */
  described: z.boolean().default(false),
  /** Indicator set → indicator → level claimed and level proven by evidence. */
  maturity: z.record(z.string(), z.record(z.string(), z.tuple([z.number().int(), z.number().int()]))).default({}),
  /** How many pieces of evidence there are, and how many name a file or a link. */
  evidence: z.object({ all: z.number().int(), held: z.number().int() }).default({ all: 0, held: 0 }),
  members: z.number().int(),
  digital: z.boolean().nullable().default(null),
  /** What it is in a few words, cut at 600 letters: the catalogue searches in it. */
  summary: z.string().default(''),
  /** The problem it answers, from the core of its problem tree or its idea form, cut at 300 letters. */
  problem: z.string().default(''),
  /** Names of its team, for the catalogue. */
  team: z.array(z.string()).default([]),
  /** What the catalogue needs; `standing` null while it follows from the stage. */
  catalogue: z
    .object({
      standing: z.object({ key: z.enum(standings), since: z.string(), reason: z.string(), at: z.string() }).nullable(),
      reuse: z.enum(reuses).nullable(),
      contact: z.string(),
      sdgs: z.array(z.number().int()),
      /** Regions and units that took it over. */
      adopters: z.array(z.string()),
      replicates: z.string(),
    })
    .default({ standing: null, reuse: null, contact: '', sdgs: [], adopters: [], replicates: '' }),
  /** Answers of the sustainability canvas that the watch over succession reads; null while nobody opened it (domain.md 6.6). */
  sustainability: z
    .record(z.string(), z.union([z.boolean(), z.number(), z.null()]))
    .nullable()
    .default(null),
  launched: z.boolean(),
  monitored: z.boolean(),
  archived: z.boolean(),
  illustration: z.boolean(),
  updatedAt: z.string(),
})
export type InnovationSummary = z.infer<typeof innovationSummary>

/** How a session stands: planned, begun, over, or only kept as an example. */
export const sessionStates = ['rencana', 'berjalan', 'selesai', 'pola'] as const
export type SessionState = (typeof sessionStates)[number]

export const sessionSummary = z.object({
  id: z.string(),
  title: z.string(),
  stage: stageKey,
  date: z.string(),
  start: z.string(),
  timeZone: z.enum(timeZones),
  place: z.string(),
  state: z.enum(sessionStates),
  minutes: z.number().int(),
  present: z.number().int(),
})
export type SessionSummary = z.infer<typeof sessionSummary>

export const labSummary = z.object({
  id: z.string(),
  region: z.string(),
  province: z.string().default(''),
  regionKind: z.enum(regionKinds),
  year: z.number().int(),
  jilid: z.number().int(),
  theme: z.string(),
  method: z.string(),
  stage: stageKey,
  units: z.number().int(),
  /** Units that owe an innovation (domain.md 1.1); null in a summary from before this was kept. */
  owing: z.array(z.string()).nullable().default(null),
  people: z.number().int(),
  /** By date, then by start. */
  sessions: z.array(sessionSummary).default([]),
  continues: z.string().nullable().default(null),
  sample: z.boolean(),
  archived: z.boolean(),
  updatedAt: z.string(),
})
export type LabSummary = z.infer<typeof labSummary>
