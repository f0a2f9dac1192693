/** The convention of a sample: from the short way it is written to what the files of a workspace hold. */
import { z } from 'zod'
import { type ConventionId, type EntryId, idPattern, type JudgeId, type PanelId, type UnitId } from '#shared/model/ids.ts'
import type { Convention, Entry, Sheet, Slot, Visitors } from '#shared/model/jury.ts'
import type { Innovation, Lab } from '#shared/model/lab.ts'
import { juryStage, poolings, tieRule } from '#shared/model/rubric.ts'
import { bothTexts } from '#shared/model/text.ts'
import { dayAfter, localDay, momentOf } from '#shared/rules/dates.ts'
import { clockAfter } from '#shared/rules/session-time.ts'
import { refuse } from './yaml-file.ts'

const id = z.string().regex(idPattern, 'an id is lower case letters, digits and -')
const text = z.string().default('')
const clock = z.string().regex(/^\d\d:\d\d$/, 'a time is written 09:20')

/** What `convention.yaml` may contain. Entries are innovations of the sample, or written out where they are from outside. */
export const writtenConvention = z.strictObject({
  id,
  name: z.string().min(1),
  /** Days from the day of reading; the convention is over by then. */
  date: z.number().int(),
  place: text,
  rubric: z.strictObject({
    id: z.string(),
    pack: z.string(),
    version: z.number().int(),
    title: bothTexts,
    source: z.string(),
    edited: z.boolean(),
  }),
  stages: z.array(juryStage).min(1),
  pooling: z.enum(poolings),
  ties: z.array(tieRule),
  spread: z.number().positive(),
  top: z.number().int().positive(),
  present: z.strictObject({ talk: z.number().int(), ask: z.number().int() }),
  chair: id,
  categories: z.array(z.strictObject({ key: z.string(), label: z.string() })),
  judges: z.array(z.strictObject({ id, name: z.string().min(1), position: text, institution: text, unit: id.nullable().default(null) })),
  entries: z.array(
    z.strictObject({
      id,
      category: z.string(),
      name: text,
      longName: text,
      unit: id.nullable().default(null),
      summary: text,
      team: z.array(z.string()).default([]),
    }),
  ),
  panels: z.array(z.strictObject({ id, name: z.string(), judges: z.array(id), entries: z.array(id), from: clock })),
  recusals: z.array(z.strictObject({ judge: id, entry: id, reason: z.string().min(1) })).default([]),
  talks: z.array(z.strictObject({ entry: id, stage: z.string(), note: z.string(), by: z.string(), time: clock })).default([]),
  /** Judge → entry → stage → a mark for each criterion in its order. */
  marks: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.array(z.number())))),
  comments: z.array(z.strictObject({ judge: id, entry: id, stage: z.string(), criterion: z.string(), text: z.string() })).default([]),
  /** Opened again with a reason, given another mark and locked once more. */
  reopened: z
    .array(
      z.strictObject({ judge: id, entry: id, stage: z.string(), criterion: z.string(), by: z.string(), reason: z.string(), time: clock }),
    )
    .default([]),
  votes: z.record(z.string(), z.number().int().nonnegative()),
  feedback: z.array(z.strictObject({ entry: id, text: z.string() })).default([]),
})
type Written = z.output<typeof writtenConvention>

export type SampleConvention = { readonly convention: Convention; readonly sheets: readonly Sheet[]; readonly visitors: Visitors }

type Context = { readonly lab: Lab; readonly innovations: readonly Innovation[]; readonly createdAt: string }
type When = { readonly day: string; readonly at: (clock: string) => string }

const file = 'convention.yaml'

/** @throws FaultError naming what the file speaks of and the sample does not have. */
export function buildConvention(written: Written, context: Context): SampleConvention {
  checkNames(written)
  const { lab, createdAt } = context
  const day = dayAfter(localDay(createdAt, lab.timeZone), written.date)
  const when: When = { day, at: (time) => new Date(momentOf(day, time, lab.timeZone) ?? 0).toISOString() }
  const convention: Convention = {
    id: written.id as ConventionId, // written ids are final, the schema has checked their form
    name: written.name,
    date: day,
    place: written.place,
    state: 'selesai',
    rubric: { ...written.rubric, status: 'unverified' },
    stages: written.stages,
    pooling: written.pooling,
    ties: written.ties,
    spread: written.spread,
    top: written.top,
    blind: false,
    categories: written.categories,
    judges: written.judges.map((judge) => ({ ...judge, id: judge.id as JudgeId, unit: judge.unit as UnitId | null, person: null })), // as above
    panels: written.panels.map(({ id: panel, name, judges, entries }) => ({
      id: panel as PanelId, // as above
      name,
      judges: judges as JudgeId[], // as above
      stages: [],
      entries: entries as EntryId[], // as above
    })),
    entries: written.entries.map((one, at) => buildEntry(one, at, context, when)),
    recusals: written.recusals.map(({ judge, entry, reason }) => ({
      judge: judge as JudgeId, // as above
      entry: entry as EntryId, // as above
      reason,
      by: 'Sekretariat',
      at: when.at('08:00'),
    })),
    lifts: [],
    slots: slotsOf(written, day),
    present: written.present,
    decisions: [],
    talks: written.talks.map(({ entry, stage, note, by, time }) => ({ entry: entry as EntryId, stage, note, by, at: when.at(time) })), // as above
    chair: written.chair as JudgeId, // as above
    closedAt: when.at('16:30'),
    createdAt,
  }
  return { convention, sheets: written.judges.map(({ id: judge }) => sheetOf(judge, written, when)), visitors: visitorsOf(written, when) }
}

function checkNames({ judges, entries, panels, recusals, marks, votes, chair, reopened, comments, talks, feedback }: Written): void {
  const known = (all: readonly { readonly id: string }[], wanted: readonly string[], what: string): void => {
    const ids = new Set(all.map((one) => one.id))
    const missing = wanted.find((one) => !ids.has(one))
    if (missing !== undefined) throw refuse(file, `${what}: "${missing}" does not exist`)
  }
  const acts = [...recusals, ...reopened, ...comments]
  known(judges, [chair, ...panels.flatMap((one) => one.judges), ...acts.map(({ judge }) => judge), ...Object.keys(marks)], 'judges')
  known(
    entries,
    [
      ...panels.flatMap((one) => one.entries),
      ...[...acts, ...talks, ...feedback].map(({ entry }) => entry),
      ...Object.keys(votes),
      ...Object.values(marks).flatMap((one) => Object.keys(one)),
    ],
    'entries',
  )
}

/** An innovation of the sample says for itself what it is. */
function buildEntry(written: Written['entries'][number], at: number, { lab, innovations }: Context, when: When): Entry {
  const found = innovations.find((one) => one.id === written.id)
  const unit = found?.unit ?? (written.unit as UnitId | null) // written ids are final, the schema has checked their form
  return {
    id: written.id as EntryId, // as above
    innovation: found?.id ?? null,
    name: found?.name ?? written.name,
    longName: found?.longName ?? written.longName,
    unit,
    unitName: lab.units.find((one) => one.id === unit)?.name ?? '',
    category: written.category,
    code: `K-${String(at + 1).padStart(2, '0')}`,
    summary: found?.summary ?? written.summary,
    team: found?.members.map(({ name }) => name) ?? written.team,
    submittedAt: when.at(clockAfter('06:00', at)),
    withdrawn: '',
  }
}

/** One after the other in each panel. */
const slotsOf = ({ panels, stages, present }: Written, day: string): Slot[] =>
  panels.flatMap(({ id: panel, entries, from }) =>
    entries.map((entry, at): Slot => {
      const minutes = present.talk + present.ask
      return {
        entry: entry as EntryId, // as above
        panel: panel as PanelId, // as above
        stage: stages.at(-1)?.key ?? '',
        start: `${day}T${clockAfter(from, at * minutes)}`,
        minutes,
      }
    }),
  )

function sheetOf(judge: string, written: Written, when: When): Sheet {
  const given = Object.entries(written.marks[judge] ?? {}).flatMap(
    ([entry, stages]) => Object.entries(stages).map(([stage, values]) => ({ entry: entry as EntryId, stage, values })), // as above
  )
  const again = written.reopened.filter((one) => one.judge === judge)
  const marks = given.flatMap(({ entry, stage, values }) => {
    const criteria = written.stages.find(({ key }) => key === stage)?.criteria ?? []
    if (criteria.length !== values.length) throw refuse(file, `marks.${judge}.${entry}.${stage}: ${criteria.length} criteria are judged`)
    return criteria.map((criterion, at) => {
      const isHere = (one: { readonly entry: string; readonly stage: string; readonly criterion: string }): boolean =>
        one.entry === entry && one.stage === stage && one.criterion === criterion.key
      const changed = again.find(isHere)
      const comment = written.comments.find((one) => one.judge === judge && isHere(one))?.text ?? ''
      const turn = changed === undefined ? 1 : 2
      return { entry, stage, criterion: criterion.key, value: values[at] ?? null, comment, turn, at: when.at(changed?.time ?? '11:30') }
    })
  })
  const name = written.judges.find((one) => one.id === judge)?.name ?? ''
  const locks = given.map(({ entry, stage }) => ({
    entry,
    stage,
    act: 'lock' as const,
    by: name,
    reason: '',
    turn: 1,
    at: when.at('12:00'),
  }))
  const openings = again.flatMap(({ entry, stage, by, reason, time }) => [
    { entry: entry as EntryId, stage, act: 'reopen' as const, by, reason, turn: 2, at: when.at(time) }, // as above
    { entry: entry as EntryId, stage, act: 'lock' as const, by: name, reason: '', turn: 3, at: when.at(clockAfter(time, 5)) }, // as above
  ])
  return { judge: judge as JudgeId, marks, acts: [...locks, ...openings], declared: [] } // as above
}

const visitorsOf = ({ votes, feedback }: Written, when: When): Visitors => ({
  votes,
  feedback: feedback.map(({ entry, text: said }, at) => ({
    id: `masukan-${at + 1}`,
    entry: entry as EntryId,
    text: said,
    at: when.at('13:00'),
  })), // as above
})
