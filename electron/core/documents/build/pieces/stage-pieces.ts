/** What was done in one stage: its sessions, who came, what came of it, the gate at its end. */
import type { Block } from '#shared/model/outline.ts'
import type { StageDef } from '#shared/model/pack.ts'
import type { Note, Session } from '#shared/model/session.ts'
import { attendanceCounts, attendanceGroups } from '#shared/rules/attendance.ts'
import { formatShortDay } from '#shared/rules/dates.ts'
import { factsOfInnovation, gateState } from '#shared/rules/gates.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import { muted, para, runs, tight, written } from '../blocks.ts'
import type { Build } from '../source.ts'
import { type Column, gap, notFilled, stageKeyOf, tableOf, viewOf } from './lab-base.ts'
import { followupsOf, followupsTable } from './lab-decisions.ts'
import { photoGrid, photosOf, sessionsTable } from './lab-lists.ts'
import type { Piece } from './pieces.ts'
import { outputState } from './stage-outputs.ts'

/** Sessions of the stage this print is about. */
export function stageSessions(build: Build): readonly Session[] {
  const key = stageKeyOf(build)
  return viewOf(build).sessions.filter(({ stage }) => stage === key)
}

const stageDefOf = (build: Build): StageDef | undefined => viewOf(build).stageDefs.find(({ key }) => key === stageKeyOf(build))

export const stageSessionsPiece: Piece = (build) => [sessionsTable(build, stageSessions(build), false), gap()]

/** More columns of sessions than these would be too narrow to read. */
const mostSessions = 5

const isTaken = ({ attendance }: Session): boolean => Object.keys(attendance).length > 0

export const stageAttendancePiece: Piece = (build) => {
  const { lab, tell } = build
  const all = stageSessions(build)
  if (all.length === 0) return [notFilled(build)]
  const taken = all.filter(isTaken)
  const came = new Set(
    taken.flatMap(({ attendance }) => Object.entries(attendance).flatMap(([id, { state }]) => (state === 'hadir' ? [id] : []))),
  )
  const known = lab.people.filter(({ id }) => came.has(id)).length
  const rows = all.map((one) => {
    const counts = attendanceCounts(lab.people, one.attendance)
    const number = (value: number): string => (isTaken(one) ? String(value) : '-')
    return [
      [para(one.title || '-', tight), muted(one.date === '' ? tell(own.noDay) : formatShortDay(one.date, build.language), tight)],
      String(counts.total),
      number(counts.hadir),
      number(counts.izin),
      number(counts.tidak),
      number(counts.unasked),
    ]
  })
  const columns: readonly Column[] = [
    { head: tell(own.activity), width: 4 },
    ...[own.invited, own.present, own.excused, own.absent, own.unasked].map((word) => ({
      head: tell(word),
      width: 1.2,
      align: 'center' as const,
    })),
  ]
  return [
    para(tell(own.attendanceLead, { n: taken.length, of: all.length, people: known })),
    tableOf(build, columns, rows, { alt: tell(own.bySession), caption: tell(own.bySession) }),
    ...unitAttendance(build, taken, came),
  ]
}

function unitAttendance(build: Build, taken: readonly Session[], came: ReadonlySet<string>): readonly Block[] {
  const { lab, tell, language } = build
  if (taken.length === 0 || lab.people.length === 0) return []
  const few = taken.length <= mostSessions ? taken : []
  const rows = attendanceGroups(lab.people, lab.units, {}).map(({ unit, rows: people }) => [
    unit?.name ?? tell(own.noUnit),
    String(people.length),
    ...few.map(({ attendance }) => String(people.filter(({ person }) => attendance[person.id]?.state === 'hadir').length)),
    String(people.filter(({ person }) => came.has(person.id)).length),
  ])
  const columns: readonly Column[] = [
    { head: tell(own.unit), width: 4 },
    { head: tell(own.invited), width: 1.2, align: 'center' },
    ...few.map(({ date, title }) => ({
      head: date === '' ? title : formatShortDay(date, language),
      width: 1.2,
      align: 'center' as const,
    })),
    { head: tell(own.everCame), width: 1.3, align: 'center' },
  ]
  return [tableOf(build, columns, rows, { alt: tell(own.byUnit), caption: tell(own.byUnit) })]
}

export const stageOutputsPiece: Piece = (build) => {
  const { language, tell } = build
  const rows = (stageDefOf(build)?.expected ?? []).map(({ key, label }, at) => {
    const state = outputState(key, build, stageSessions(build))
    return [String(at + 1), label[language], state === '' ? [muted(tell(own.outputAsk), tight)] : state, [para('', tight)]]
  })
  const columns = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.output), width: 3.6 },
    { head: tell(own.outputState), width: 3 },
    { head: tell(own.outputPlace), width: 2.4 },
  ] as const
  return [tableOf(build, columns, rows, { alt: tell(own.output) }), gap()]
}

export const stageCanvasesPiece: Piece = (build) => {
  const { packs, language, tell } = build
  const { summaries, stages } = viewOf(build)
  const canvases = stages.find(({ key }) => key === stageKeyOf(build))?.canvases ?? []
  const rows = canvases.map((id, at) => {
    const count = (state: string): number => summaries.filter(({ canvases: of }) => (of[id] ?? 'belum') === state).length
    return [
      String(at + 1),
      canvasOf(packs, id)?.title[language] ?? id,
      ...['selesai', 'berjalan', 'belum'].map((state) => String(count(state))),
    ]
  })
  const columns: readonly Column[] = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.canvas), width: 4.4 },
    ...[own.canvasDone, own.canvasBegun, own.canvasNot].map((word) => ({ head: tell(word), width: 1.2, align: 'center' as const })),
  ]
  return [tableOf(build, columns, rows, { alt: tell(own.canvas) }), gap()]
}

export const stageGatePiece: Piece = (build) => {
  const { lab, language, tell } = build
  const def = stageDefOf(build)
  if (def === undefined) return [notFilled(build)]
  const { live } = viewOf(build)
  const states = live.map((one) => ({ one, state: gateState(def, factsOfInnovation(one), lab) }))
  const passed = states.filter(({ state }) => state.passable).length
  const lead =
    def.gate.kind === 'approval'
      ? tell(own.gateApproval, { who: lab.leader.title.trim() || tell(own.gateLeader), n: passed, of: live.length })
      : tell(own.gateChecklist, { n: passed, of: live.length })
  const rows = def.gate.items.map(({ key, label }) => [
    label[language],
    tell(own.presentOf, {
      n: states.filter(({ state }) => state.items.some((item) => item.key === key && item.done)).length,
      of: live.length,
    }),
  ])
  const columns = [
    { head: tell(own.gateItem), width: 5 },
    { head: tell(own.gateDone), width: 1.6, align: 'center' },
  ] as const
  const reasons = states.flatMap(({ one, state }) =>
    state.override === null
      ? []
      : [para(tell(own.gateReason, { name: one.name, reason: state.override.reason, by: state.override.by }), tight)],
  )
  return [
    runs({ text: def.gate.label[language], bold: true }),
    para(lead, { align: 'justify' }),
    ...(rows.length === 0 ? [] : [tableOf(build, columns, rows, { alt: def.gate.label[language] })]),
    ...(reasons.length === 0 ? [] : [gap(4), bold(tell(own.gateReasons)), listed(reasons)]),
    gap(),
  ]
}

const bold = (text: string): Block => ({ b: 'para', runs: [{ text, bold: true }], keepNext: true })
const listed = (items: readonly Block[]): Block => ({ b: 'list', ordered: false, items: items.map((one) => [one]) })

/** What was decided and noted, session by session, and who does what until when. */
export const stageNotesPiece: Piece = (build) => {
  const { log, tell } = build
  const notes = log?.notes ?? []
  const sessions = stageSessions(build)
  const ids = new Set<string>(sessions.map(({ id }) => id))
  const followups = followupsOf(notes).filter(({ session }) => session !== null && ids.has(session))
  const parts = sessions.flatMap((session) => {
    const of = notes.filter((note) => note.session === session.id && note.text.trim() !== '')
    const lines = (kind: Note['kind'], word: string): readonly Block[] => {
      const found = of.filter((note) => note.kind === kind)
      return found.length === 0
        ? []
        : [para(word, { ...tight, keepNext: true }), { b: 'list', ordered: false, items: found.map(({ text }) => written(text, '-')) }]
    }
    const said = [...lines('keputusan', tell(own.decisions)), ...lines('catatan', tell(own.notes))]
    return said.length === 0 ? [] : [bold([session.title, dayShort(session, build)].filter((text) => text !== '').join(', ')), ...said]
  })
  if (parts.length === 0 && followups.length === 0) return [notFilled(build)]
  return [...parts, ...(followups.length === 0 ? [] : [bold(tell(own.followups)), followupsTable(build, followups)]), gap()]
}

const dayShort = ({ date }: Session, { language }: Build): string => (date === '' ? '' : formatShortDay(date, language))

export const stagePhotosPiece: Piece = (build) => photoGrid(build, photosOf(build, stageSessions(build)))
