import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fillLab, putPerson, putUnit, removePerson, removeUnit, snapshotLab, writeLabFacts } from '#shared/doc/lab.ts'
import { labReader } from '#shared/doc/lab-reader.ts'
import {
  putApproval,
  putNote,
  putPartner,
  putPhoto,
  putReward,
  readApprovals,
  readNotes,
  removeNote,
  removePartner,
  snapshotLog,
} from '#shared/doc/log.ts'
import { names } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { rowMap } from '#shared/doc/rows.ts'
import { heartbeat, isHeartbeat } from '#shared/doc/running.ts'
import {
  markDone,
  putBlock,
  putSession,
  readHeads,
  readRun,
  readSession,
  readSessions,
  removeBlock,
  removeSession,
  setAttendance,
  setGap,
  tickStep,
  writeBlockRun,
  writeRun,
} from '#shared/doc/sessions.ts'
import type { ApprovalId, BlockId, LabId, NoteId, PartnerId, PersonId, PhotoId, RewardId, SessionId, UnitId } from '#shared/model/ids.ts'
import type { LabLog, Session } from '#shared/model/session.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { exchange, orders, words } from './log-makers.ts'

const id = 'lab-solok-2026' as LabId // the id of a made-up lab
type Act = (doc: Y.Doc) => void

/** A row out of two, so that edits meet. */
const row = fc.nat(1)
const place = fc.nat(5).map(orders)
const moment = fc.constantFrom('', '2026-04-16T01:00:00.000Z', '2026-04-16T01:42:00.000Z')
const day = fc.constantFrom('', '2026-04-16', '2026-05-02')
const session = row.map((n) => `s${n}` as SessionId) // made up for the test
const block = row.map((n) => `b${n}` as BlockId) // made up for the test
const unit = row.map((n) => `u${n}` as UnitId) // made up for the test
const person = row.map((n) => `p${n}` as PersonId) // made up for the test
const note = row.map((n) => `n${n}` as NoteId) // made up for the test

const act = <T extends unknown[]>(parts: fc.Arbitrary<T>, make: (doc: Y.Doc, ...of: T) => void): fc.Arbitrary<Act> =>
  parts.map((of) => (doc) => make(doc, ...of))

/** Everything a page can do to a lab, with made-up contents. */
const change: fc.Arbitrary<Act> = fc.oneof(
  act(fc.tuple(words, words), (doc, theme, place) => writeLabFacts(doc, { theme, place, stageLabels: { design: theme } }, byPerson)),
  act(fc.tuple(unit, words, place), (doc, one, name, order) => putUnit(doc, one, { name, order }, byPerson)),
  act(fc.tuple(unit), (doc, one) => removeUnit(doc, one, byPerson)),
  act(fc.tuple(person, words, place, unit), (doc, one, name, order, of) => putPerson(doc, one, { name, order, unit: of }, byPerson)),
  act(fc.tuple(person, words), (doc, one, position) => putPerson(doc, one, { position }, byPerson)),
  act(fc.tuple(person), (doc, one) => removePerson(doc, one, byPerson)),
  act(fc.tuple(session, words, day, moment), (doc, one, title, date, createdAt) =>
    putSession(doc, one, { title, date, createdAt }, byPerson),
  ),
  act(fc.tuple(session, fc.subarray(['i1', 'i2'])), (doc, one, teams) => putSession(doc, one, { teams }, byPerson)),
  act(fc.tuple(session), (doc, one) => removeSession(doc, one, byPerson)),
  act(fc.tuple(session, block, words, place), (doc, one, of, script, order) =>
    putBlock(doc, one, of, { script, order, minutes: 5 }, byPerson),
  ),
  act(fc.tuple(session, block), (doc, one, of) => removeBlock(doc, one, of, byPerson)),
  act(fc.tuple(session, moment, block), (doc, one, seenAt, at) => writeRun(doc, one, { startedAt: seenAt, seenAt, block: at }, byPerson)),
  act(fc.tuple(session, fc.constantFrom('', '2026-04-16T01:20:00.000Z')), (doc, one, at) => writeRun(doc, one, { pausedAt: at }, byPerson)),
  act(fc.tuple(session, moment), (doc, one, at) => heartbeat(doc, one, at)),
  act(fc.tuple(session, block, fc.nat(999)), (doc, one, of, spentMs) => writeBlockRun(doc, one, of, { spentMs }, byPerson)),
  act(fc.tuple(session, block, fc.nat(4), fc.boolean()), (doc, one, of, step, on) => tickStep(doc, one, of, step, on, byPerson)),
  act(fc.tuple(session, block, fc.option(fc.boolean())), (doc, one, of, on) => markDone(doc, one, of, 'i1', on, byPerson)),
  act(fc.tuple(session, fc.option(moment)), (doc, one, to) => setGap(doc, one, '2026-04-16T01:10:00.000Z', to, 'b0', byPerson)),
  act(fc.tuple(session, person, moment, fc.boolean()), (doc, one, who, at, here) =>
    setAttendance(doc, one, who, here ? { state: 'hadir', at, walkIn: false } : null, byPerson),
  ),
  act(fc.tuple(note, words, place), (doc, one, text, order) => putNote(doc, one, { text, order }, byPerson)),
  act(fc.tuple(note), (doc, one) => removeNote(doc, one, byPerson)),
  act(fc.tuple(words, place), (doc, caption, order) => putPhoto(doc, 'f0' as PhotoId, { caption, order }, byPerson)), // made up for the test
  act(fc.tuple(words, place), (doc, name, order) => putPartner(doc, 'm0' as PartnerId, { name, order }, byPerson)), // made up for the test
  act(fc.tuple(), (doc) => removePartner(doc, 'm0' as PartnerId, byPerson)), // made up for the test
  act(fc.tuple(words, fc.nat(9)), (doc, title, most) => putReward(doc, 'h0' as RewardId, { title, most }, byPerson)), // made up for the test
  act(fc.tuple(row, moment), (doc, n, at) => putApproval(doc, `a${n}` as ApprovalId, { at, name: 'Contoh Pimpinan' }, byPerson)), // made up for the test
)

const goesOn = (one: Session): boolean => sessionState(one) === 'berjalan' && one.run.pausedAt === ''

const where = fc.constantFrom('here', 'here', 'here', 'there', 'undo', 'exchange')

describe('reading a lab while people work on it', () => {
  it('always equals a whole reading, whatever is done here, over there, or taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(change, where), { minLength: 30, maxLength: 120, size: 'max' }), (acts) => {
        const here = new Y.Doc()
        const there = new Y.Doc()
        const undo = new Y.UndoManager(here, { doc: here, trackedOrigins: new Set([byPerson]), captureTimeout: 0 })
        const reader = labReader(here, id)
        for (const [make, at] of acts) {
          if (at === 'here') make(here)
          else if (at === 'there') make(there)
          else if (at === 'undo') undo.undo()
          else exchange(here, there)
          expect(reader.lab()).toEqual(snapshotLab(here, id))
          expect(seenLess(reader.log())).toEqual(seenLess(snapshotLog(here)))
          expect(reader.heads()).toEqual(readHeads(here))
          expect(reader.going()).toEqual(
            readSessions(here)
              .filter(goesOn)
              .map((one) => one.id),
          )
          const one = 's1' as SessionId // made up for the test
          const [read, whole] = [reader.session(one), readSession(here, one)]
          expect(read && still(read)).toEqual(whole && still(whole))
        }
        reader.stop()
      }),
      { numRuns: 60 },
    )
  })

  it('keeps every unit and person nobody touched the very same object', () => {
    const { doc, reader } = opened(3)
    const before = reader.lab()
    putPerson(doc, 'p1' as PersonId, { name: 'Contoh Nama Lain' }, byPerson) // made up for the test
    const after = reader.lab()
    expect(after.people.map((one, at) => one === before.people[at])).toEqual([true, false, true])
    expect(after.units).toBe(before.units)
    expect(reader.lab()).toBe(after)
  })

  it('makes nothing new of a sign of life, and only its session of a step', () => {
    const { doc, reader } = opened(3)
    const [first, second] = ['s0', 's1'] as [SessionId, SessionId] // made up for the test
    const plan = 'b0' as BlockId // made up for the test
    for (const one of [first, second]) {
      putSession(doc, one, { title: 'Sesi contoh', date: '2026-04-16', createdAt: one }, byPerson)
      putBlock(doc, one, plan, { title: 'Kegiatan' }, byPerson)
      setAttendance(doc, one, 'p1' as PersonId, { state: 'hadir', at: '', walkIn: false }, byPerson) // made up for the test
    }
    putNote(doc, 'n0' as NoteId, { text: 'Catatan contoh' }, byPerson) // made up for the test
    writeRun(doc, first, { startedAt: '2026-04-16T01:00:00.000Z' }, byPerson)
    const [lab, log, heads] = [reader.lab(), reader.log(), reader.heads()]
    heartbeat(doc, first, '2026-04-16T01:05:00.000Z')
    expect(readRun(doc, first).seenAt).toBe('2026-04-16T01:05:00.000Z')
    expect([reader.lab() === lab, reader.log() === log, reader.heads() === heads]).toEqual([true, true, true])
    tickStep(doc, first, plan, 0, true, byPerson)
    const [stepped, other] = reader.sessions()
    expect(stepped?.run.blocks.b0?.steps).toEqual([0])
    expect(stepped?.blocks).toBe(log.sessions[0]?.blocks)
    expect(stepped?.attendance).toBe(log.sessions[0]?.attendance)
    expect(other).toBe(log.sessions[1])
    expect([reader.lab() === lab, reader.heads() === heads, reader.notes() === log.notes]).toEqual([true, true, true])
  })

  it('reads one person of 400, not all, when a letter is typed into one', () => {
    const { doc, reader } = opened(400)
    reader.lab()
    const map = rowMap(doc, names.people)
    let reads = 0
    const get = map.get.bind(map)
    map.get = (key) => {
      reads += 1
      return get(key)
    }
    putPerson(doc, 'p7' as PersonId, { name: 'Contoh Peserta Tujuh' }, byPerson) // made up for the test
    expect(reader.lab().people.filter(({ name }) => name === 'Contoh Peserta Tujuh')).toHaveLength(1)
    expect(reads).toBeLessThan(5)
  })

  it('follows approvals and notes by their own orders', () => {
    const doc = new Y.Doc()
    const reader = labReader(doc, id)
    putApproval(doc, 'a1' as ApprovalId, { at: '2026-04-16T02:00:00.000Z' }, byPerson) // made up for the test
    putApproval(doc, 'a2' as ApprovalId, { at: '2026-04-16T01:00:00.000Z' }, byPerson) // made up for the test
    putNote(doc, 'n1' as NoteId, { order: orders(2), text: 'dua' }, byPerson) // made up for the test
    putNote(doc, 'n2' as NoteId, { order: orders(1), text: 'satu' }, byPerson) // made up for the test
    expect(reader.approvals().map((one) => one.id)).toEqual(['a2', 'a1'])
    expect(reader.approvals()).toEqual(readApprovals(doc))
    expect(reader.notes()).toEqual(readNotes(doc))
  })
})

it('knows a sign of life from every other change', () => {
  const { doc } = opened(1)
  const one = 's0' as SessionId // made up for the test
  putSession(doc, one, { title: 'Sesi contoh' }, byPerson)
  writeRun(doc, one, { startedAt: '2026-04-16T01:00:00.000Z' }, byPerson)
  const seen: boolean[] = []
  doc.on('afterTransaction', (transaction) => seen.push(isHeartbeat(transaction)))
  heartbeat(doc, one, '2026-04-16T01:05:00.000Z')
  tickStep(doc, one, 'b0' as BlockId, 0, true, byPerson) // made up for the test
  writeRun(doc, one, { seenAt: '2026-04-16T01:06:00.000Z', block: null, stayAt: '2026-04-16T01:06:00.000Z' }, byPerson)
  putPerson(doc, 'p0' as PersonId, { name: 'Contoh Nama Lain' }, byPerson) // made up for the test
  expect(seen).toEqual([true, false, false, false])
})

/** Without the sign of life, which may lie behind. */
const still = (session: Session): Session => ({ ...session, run: { ...session.run, seenAt: '' } })
const seenLess = (log: LabLog): LabLog => ({ ...log, sessions: log.sessions.map(still) })

function opened(people: number) {
  const doc = new Y.Doc()
  const order = (at: number) => `a${String(at).padStart(4, '0')}`
  fillLab(
    doc,
    makeLab({
      id,
      units: [0, 1, 2].map((at) => makeUnit({ id: `u${at}`, order: order(at) })),
      people: Array.from({ length: people }, (_, at) => makePerson({ id: `p${at}`, order: order(at) })),
    }),
    byPerson,
  )
  return { doc, reader: labReader(doc, id) }
}
