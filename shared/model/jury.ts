/**
 * A convention: what is judged, by whom, by which rubric, and what the judges gave. Plain values as they lie in the files of a workspace.
 * `convention` belongs to the secretariat alone. Every judge has a sheet of his own, so that sheets which come back from other laptops
 * never touch each other.
 */
import { z } from 'zod'
import type { ConventionId, EntryId, InnovationId, JudgeId, PanelId, PersonId, UnitId } from './ids.ts'
import { idPattern } from './ids.ts'
import { juryStage, poolings, tieRule } from './rubric.ts'
import { bothTexts } from './text.ts'

const idOf = <T extends string>() => z.custom<T>((value) => typeof value === 'string' && idPattern.test(value))
const line = z.string().max(400)
const words = z.string().max(8000)
/** ISO moment, or empty. */
const moment = z.string().max(40)

export const judge = z.strictObject({
  id: idOf<JudgeId>(),
  name: line,
  position: line,
  institution: line,
  /** The unit of the lab the judge belongs to; entries of it are recused by themselves. */
  unit: idOf<UnitId>().nullable(),
  person: idOf<PersonId>().nullable(),
})
export type Judge = z.infer<typeof judge>

export const entry = z.strictObject({
  id: idOf<EntryId>(),
  /** Null for one from outside the lab. */
  innovation: idOf<InnovationId>().nullable(),
  name: line,
  longName: line,
  unit: idOf<UnitId>().nullable(),
  unitName: line,
  category: z.string().max(60),
  /** What judges see instead of names in blind mode: `K-07`. Unique in the convention. */
  code: z.string().max(20),
  summary: words,
  team: z.array(line).max(60),
  /** When it was handed in. */
  submittedAt: moment,
  /** Why it takes part no more; empty while it does. */
  withdrawn: line,
})
export type Entry = z.infer<typeof entry>

export const panel = z.strictObject({
  id: idOf<PanelId>(),
  name: line,
  judges: z.array(idOf<JudgeId>()).max(40),
  /** Keys of the stages it judges; empty for all. */
  stages: z.array(z.string().max(60)).max(10),
  /** Entries it judges. */
  entries: z.array(idOf<EntryId>()).max(2000),
})
export type Panel = z.infer<typeof panel>

/** A judge who does not judge an entry. Of the same unit it holds by itself and is not kept here. */
export const recusal = z.strictObject({ judge: idOf<JudgeId>(), entry: idOf<EntryId>(), reason: line, by: line, at: moment })
export type Recusal = z.infer<typeof recusal>

/** A recusal that was set aside, with why; without it a recused judge cannot score. */
export const recusalLift = z.strictObject({ judge: idOf<JudgeId>(), entry: idOf<EntryId>(), reason: line.min(1), by: line, at: moment })
export type RecusalLift = z.infer<typeof recusalLift>

/** One presentation: local time of the lab, `2026-09-14T09:20`. */
export const slot = z.strictObject({
  entry: idOf<EntryId>(),
  panel: idOf<PanelId>(),
  stage: z.string().max(60),
  start: z.string().max(20),
  minutes: z.number().int().min(1).max(600),
})
export type Slot = z.infer<typeof slot>

/** Entries that were equal, in the order the jury put them. */
export const decision = z.strictObject({ entries: z.array(idOf<EntryId>()).min(2).max(200), reason: line.min(1), by: line, at: moment })
export type Decision = z.infer<typeof decision>

/** A difference between judges that was talked over. */
export const talk = z.strictObject({ entry: idOf<EntryId>(), stage: z.string().max(60), note: words, by: line, at: moment })
export type Talk = z.infer<typeof talk>

export const conventionStates = ['persiapan', 'penilaian', 'selesai'] as const
export type ConventionState = (typeof conventionStates)[number]

export const convention = z.strictObject({
  id: idOf<ConventionId>(),
  name: line,
  /** ISO day, and where. */
  date: z.string().max(10),
  place: line,
  state: z.enum(conventionStates),
  /** Where the rubric came from; `edited` once it was changed here. */
  rubric: z.strictObject({
    id: z.string().max(120),
    pack: z.string().max(80),
    version: z.number().int(),
    title: bothTexts,
    status: z.enum(['verified', 'unverified']),
    source: z.string().max(4000),
    edited: z.boolean(),
  }),
  stages: z.array(juryStage).min(1).max(10),
  pooling: z.enum(poolings),
  ties: z.array(tieRule).max(20),
  /** Per cent, see `rubricDef.spread`. */
  spread: z.number().positive().max(100),
  /** How many win, over all and in each category. */
  top: z.number().int().min(1).max(500),
  blind: z.boolean(),
  categories: z.array(z.strictObject({ key: z.string().max(60), label: line })).max(60),
  judges: z.array(judge).max(200),
  panels: z.array(panel).max(60),
  entries: z.array(entry).max(2000),
  recusals: z.array(recusal).max(20_000),
  lifts: z.array(recusalLift).max(20_000),
  slots: z.array(slot).max(4000),
  /** Minutes of a presentation, and of the questions after it (domain.md 6.3: 20 in all were observed). */
  present: z.strictObject({ talk: z.number().int().min(1).max(240), ask: z.number().int().min(0).max(240) }),
  decisions: z.array(decision).max(500),
  talks: z.array(talk).max(4000),
  /** The head of the jury, who signs first; null while not chosen. */
  chair: idOf<JudgeId>().nullable(),
  /** ISO moment of the end of judging; empty before. */
  closedAt: moment,
  createdAt: moment,
})
export type Convention = z.infer<typeof convention>

/** One mark. `null` takes a mark away again. The higher `turn` wins; see `mergeSheets` in shared/rules/jury-sheet.ts. */
export const mark = z.strictObject({
  entry: idOf<EntryId>(),
  stage: z.string().max(60),
  criterion: z.string().max(60),
  value: z.number().nullable(),
  comment: words,
  turn: z.number().int().nonnegative(),
  at: moment,
})
export type Mark = z.infer<typeof mark>

/** A judge is done with one stage of an entry, or somebody opened it again with a reason, which is kept. */
export const sheetAct = z.strictObject({
  entry: idOf<EntryId>(),
  stage: z.string().max(60),
  act: z.enum(['lock', 'reopen']),
  by: line,
  reason: line,
  turn: z.number().int().nonnegative(),
  at: moment,
})
export type SheetAct = z.infer<typeof sheetAct>

export const sheet = z.strictObject({
  judge: idOf<JudgeId>(),
  /** At most one for each entry, stage and criterion. */
  marks: z.array(mark),
  /** Oldest first, none is ever taken away. */
  acts: z.array(sheetAct),
  /** Interests the judge declared on his own laptop; they become recusals when the sheet comes back. */
  declared: z.array(z.strictObject({ entry: idOf<EntryId>(), reason: line, at: moment })),
})
export type Sheet = z.infer<typeof sheet>

/** What visitors of the display gave: counted apart, never part of the jury's result. */
export const visitors = z.strictObject({
  /** Entry → votes. */
  votes: z.record(z.string(), z.number().int().nonnegative()),
  feedback: z.array(z.strictObject({ id: z.string().max(64), entry: idOf<EntryId>(), text: words, at: moment })),
})
export type Visitors = z.infer<typeof visitors>

/** What a judge reads of an entry: headings with paragraphs, taken when the package was made. */
export const entryReading = z.strictObject({
  entry: idOf<EntryId>(),
  parts: z.array(z.strictObject({ title: z.string(), text: z.string() })),
})
export type EntryReading = z.infer<typeof entryReading>

/** A judge's package as it goes out, and what the judge's laptop keeps. Holds nothing of other judges. */
export const assignment = z.strictObject({
  convention: convention.pick({
    id: true,
    name: true,
    date: true,
    place: true,
    stages: true,
    blind: true,
    rubric: true,
    present: true,
    categories: true,
  }),
  lab: z.strictObject({ id: z.string(), name: z.string() }),
  judge,
  /** In blind mode without names, units and teams. */
  entries: z.array(entry),
  /** Entry → stages this judge scores. */
  turns: z.record(z.string(), z.array(z.string())),
  recused: z.array(idOf<EntryId>()),
  /** Recusals the judge declared and the secretariat set aside, with the moment of the newest declaration it knew of. */
  lifted: z.array(z.strictObject({ entry: idOf<EntryId>(), at: moment })).optional(),
  slots: z.array(slot),
  readings: z.array(entryReading),
  madeAt: moment,
})
export type Assignment = z.infer<typeof assignment>
