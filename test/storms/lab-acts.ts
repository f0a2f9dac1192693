/** One act of one person on a lab that is being run, through the same functions as the app where it has one. */
import type * as Y from 'yjs'
import { putPerson, putUnit, removePerson, snapshotLab } from '#shared/doc/lab.ts'
import { putNote, putPhoto, readNotes, removeNote, snapshotLog } from '#shared/doc/log.ts'
import { keyAfterLast, keyBetween } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import * as running from '#shared/doc/running.ts'
import { markDone, putBlock, putSession, readAttendance, readSessions, removeBlock, setAttendance, tickStep } from '#shared/doc/sessions.ts'
import type { LabId, NoteId, PersonId, PhotoId, SessionId, UnitId } from '#shared/model/ids.ts'
import type { Lab } from '#shared/model/lab.ts'
import { attendanceStates, type LabLog, noteKinds, type Session } from '#shared/model/session.ts'
import { addPeople, dropPerson } from '../../renderer/features/people/edits.ts'
import { dropBlock, dropSession, duplicateBlock, insertBlock, moveBlock } from '../../renderer/features/session/plan/edits.ts'
import type { Dice } from './canvas-acts.ts'

export type Clerk = {
  readonly name: string
  readonly doc: Y.Doc
  readonly lab: LabId
  /** An id that nobody else gives. */
  newId(): string
  /** The moment of an act; no two are alike, and they go forward for all together. */
  now(): string
}

const emptyBlock = {
  kind: 'activity',
  minutes: 30,
  canvas: '',
  lead: '',
  script: '',
  instruction: '',
  steps: 'satu\ndua\ntiga',
  materials: '',
  desks: 1,
  each: 15,
  per: 'unit',
  turns: [],
  deskLeads: [],
} as const

export const wholeLab = ({ doc, lab }: Pick<Clerk, 'doc' | 'lab'>): { readonly lab: Lab; readonly log: LabLog } => ({
  lab: snapshotLab(doc, lab),
  log: snapshotLog(doc),
})

const words = (dice: Dice): string =>
  `${['antrean', '<b>loket</b>', 'naïve é', 'مرحبا', '👩🏽‍🌾', 'e\u0301'][dice.below(6)]} ${dice.below(1_000_000)}`

/** What all of them find when they come: two units, six people, two sessions with three blocks each. */
export function lay(clerk: Clerk): void {
  const { doc } = clerk
  for (const n of [1, 2]) putUnit(doc, `unit-${n}` as UnitId /* test id */, { order: `a${n}`, name: `Dinas Contoh ${n}` }, byPerson)
  for (let n = 1; n <= 6; n += 1)
    putPerson(doc, `orang-${n}` as PersonId /* test id */, { order: `a${n}`, name: `Contoh ${n}`, unit: 'unit-1' as UnitId }, byPerson) // test id
  for (const n of [1, 2]) {
    const id = `sesi-${n}` as SessionId // test id
    putSession(doc, id, { title: `Sesi ${n}`, stage: 'diagnose', date: `2026-04-1${n}`, start: '08:30', createdAt: clerk.now() }, byPerson)
    for (const at of [0, 1, 2]) {
      const session = readSessions(doc).find((one) => one.id === id)
      if (session !== undefined) insertBlock(doc, session, { ...emptyBlock, title: `Kegiatan ${at}` }, session.blocks.length)
    }
  }
}

type Act = (clerk: Clerk, dice: Dice, session: Session) => void

const plan: readonly Act[] = [
  ({ doc }, dice, session) => insertBlock(doc, session, { ...emptyBlock, title: words(dice) }, dice.below(session.blocks.length + 1)),
  ({ doc }, dice, session) => {
    const one = dice.pick(session.blocks)
    if (one !== undefined) putBlock(doc, session.id, one.id, { minutes: dice.below(24) * 5 }, byPerson)
  },
  ({ doc }, dice, session) => {
    const one = dice.pick(session.blocks)
    if (one !== undefined) putBlock(doc, session.id, one.id, { title: `${one.title} ${words(dice)}`.slice(-120) }, byPerson)
  },
  ({ doc }, dice, session) => {
    const one = dice.pick(session.blocks)
    if (one !== undefined) moveBlock(doc, session, one.id, dice.below(session.blocks.length))
  },
  ({ doc }, dice, session) => {
    const one = dice.pick(session.blocks)
    if (one === undefined) return
    if (session.blocks.length < 6) duplicateBlock(doc, session, one)
    else if (dice.next() < 0.5) removeBlock(doc, session.id, one.id, byPerson)
    else dropBlock(doc, session.id, one)()
  },
  ({ doc }, dice, session) => putSession(doc, session.id, { title: words(dice), place: words(dice) }, byPerson),
  (clerk, dice, session) => {
    const id = clerk.newId() as SessionId // made up for the test
    if (readSessions(clerk.doc).length < 5)
      putSession(clerk.doc, id, { title: words(dice), stage: 'design', date: '2026-05-01', createdAt: clerk.now() }, byPerson)
    else if (dice.next() < 0.5) dropSession(clerk.doc, session.id)()
    else if (!session.id.startsWith('sesi-')) dropSession(clerk.doc, session.id)
  },
]

const run: readonly Act[] = [
  (clerk, _dice, { id }) => running.startSession(clerk.doc, id, clerk.now(), byPerson),
  (clerk, _dice, { id }) => running.nextBlock(clerk.doc, id, clerk.now(), byPerson),
  (clerk, _dice, { id }) => running.backBlock(clerk.doc, id, clerk.now(), byPerson),
  (clerk, _dice, { id }) => running.pauseSession(clerk.doc, id, clerk.now(), byPerson),
  (clerk, _dice, { id }) => running.resumeSession(clerk.doc, id, clerk.now(), byPerson),
  (clerk, _dice, { id }) => running.heartbeat(clerk.doc, id, clerk.now()),
  (clerk, _dice, { id }) => running.resumeAfterGap(clerk.doc, id, clerk.now()),
  (clerk, dice, { id }) => {
    if (dice.next() < 0.3) running.endSession(clerk.doc, id, clerk.now(), byPerson)
    else running.reopenSession(clerk.doc, id, clerk.now(), byPerson)
  },
  (clerk, dice, { id, blocks }) => {
    const one = dice.pick(blocks)
    if (one !== undefined) running.addTime(clerk.doc, id, one.id, (dice.below(5) - 2) * 300_000, byPerson)
  },
  (clerk, dice, { id, blocks }) => {
    const one = dice.pick(blocks)
    if (one === undefined) return
    if (dice.next() < 0.5) tickStep(clerk.doc, id, one.id, dice.below(3), dice.next() < 0.7, byPerson)
    else markDone(clerk.doc, id, one.id, `tim-${dice.below(4)}`, dice.pick([true, false, null]) ?? null, byPerson)
  },
  (clerk, _dice, { id, run: { gaps } }) => {
    const [first] = gaps
    if (first !== undefined) running.countGap(clerk.doc, id, first.from, byPerson)
  },
]

const record: readonly Act[] = [
  (clerk, dice, { id }) => {
    const person = dice.pick(snapshotLab(clerk.doc, clerk.lab).people)
    const state = dice.pick(attendanceStates) ?? 'hadir'
    if (person !== undefined) setAttendance(clerk.doc, id, person.id, { state, at: clerk.now(), walkIn: false }, byPerson)
  },
  (clerk, dice, { id }) => {
    const person = dice.pick(Object.keys(readAttendance(clerk.doc, id)))
    if (person !== undefined) setAttendance(clerk.doc, id, person as PersonId, null, byPerson) // the key of a mark is the id of a person
  },
  (clerk, dice, { id, blocks }) =>
    putNote(
      clerk.doc,
      clerk.newId() as NoteId, // made up for the test
      {
        session: id,
        block: dice.pick(blocks)?.id ?? '',
        kind: dice.pick(noteKinds) ?? 'catatan',
        text: words(dice),
        order: keyAfterLast(readNotes(clerk.doc)),
        by: clerk.name,
        at: clerk.now(),
      },
      byPerson,
    ),
  (clerk, dice) => {
    const notes = readNotes(clerk.doc)
    const one = dice.pick(notes)
    if (one === undefined) return
    const dot = dice.next()
    if (dot < 0.5) putNote(clerk.doc, one.id, { text: `${one.text} ${words(dice)}`.slice(-200) }, byPerson)
    else if (dot < 0.7) putNote(clerk.doc, one.id, { doneAt: one.doneAt === '' ? clerk.now() : '' }, byPerson)
    else if (dot < 0.85) putNote(clerk.doc, one.id, { order: keyBetween(null, notes[0]?.order ?? null) }, byPerson)
    else removeNote(clerk.doc, one.id, byPerson)
  },
  (clerk, dice, { id }) =>
    putPhoto(clerk.doc, clerk.newId() as PhotoId /* made up for the test */, { session: id, order: 'a0', caption: words(dice) }, byPerson),
]

const people: readonly Act[] = [
  (clerk, dice) => {
    const lab = snapshotLab(clerk.doc, clerk.lab)
    const name = `${clerk.name} ${words(dice)}`
    addPeople(clerk.doc, lab, [{ name, position: '', unit: `Dinas Contoh ${1 + dice.below(3)}`, phone: '', email: '', nip: '' }])
  },
  (clerk, dice) => {
    const { people: all } = snapshotLab(clerk.doc, clerk.lab)
    const one = dice.pick(all)
    if (one === undefined) return
    if (all.length > 12 && dice.next() < 0.4) removePerson(clerk.doc, one.id, byPerson)
    else if (dice.next() < 0.2) dropPerson(clerk.doc, one)()
    else putPerson(clerk.doc, one.id, { name: words(dice), position: words(dice) }, byPerson)
  },
]

export const actKinds = { plan, run, record, people } as const
export type ActKind = keyof typeof actKinds

/** Does one act and tells of which kind it was. */
export function act(clerk: Clerk, dice: Dice): ActKind {
  const what = dice.next()
  const kind = what < 0.3 ? 'plan' : what < 0.6 ? 'run' : what < 0.9 ? 'record' : 'people'
  const session = dice.pick(readSessions(clerk.doc))
  const one = dice.pick(actKinds[kind])
  if (session !== undefined && one !== undefined) one(clerk, dice, session)
  return kind
}
