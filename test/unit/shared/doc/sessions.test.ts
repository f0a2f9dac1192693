import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { names } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import {
  attendanceMap,
  fillSession,
  markDone,
  putBlock,
  putSession,
  readAttendance,
  readBlocks,
  readHeads,
  readRun,
  readSession,
  readSessions,
  removeSession,
  runMap,
  setAttendance,
  setGap,
  tickStep,
  writeBlockRun,
  writeRun,
} from '#shared/doc/sessions.ts'
import type { BlockId, PersonId, SessionId } from '#shared/model/ids.ts'
import type { Attendance } from '#shared/model/session.ts'
import { emptyRun } from '#shared/rules/session-time.ts'
import { exchange, manySessions } from './log-makers.ts'

const [id, other] = ['s1', 's2'] as unknown as [SessionId, SessionId] // made up for the test
const [b0, b1] = ['b0', 'b1'] as unknown as [BlockId, BlockId] // made up for the test
const [rina, budi] = ['rina', 'budi'] as unknown as [PersonId, PersonId] // made up for the test
const came: Attendance = { state: 'hadir', at: '2026-04-16T01:05:00.000Z', walkIn: false }

describe('sessions in a lab', () => {
  it('come back as they were written, also after a trip to another computer', () => {
    fc.assert(
      fc.property(manySessions, (all) => {
        const doc = new Y.Doc()
        for (const one of all.toReversed()) fillSession(doc, one, byPerson)
        const there = new Y.Doc()
        Y.applyUpdate(there, Y.encodeStateAsUpdate(doc))
        expect(readSessions(there)).toEqual(all)
        for (const one of all) expect(readSession(there, one.id)).toEqual(one)
      }),
    )
  })

  it('stand by day and hour, those without a day last', () => {
    const doc = new Y.Doc()
    const put = (key: string, date: string, start: string) =>
      putSession(doc, key as SessionId, { date, start, createdAt: `2026-01-0${key.length}T00:00:00.000Z` }, byPerson) // made up for the test
    put('a', '', '')
    put('b', '2026-04-16', '13:00')
    put('cc', '2026-04-16', '08:00')
    put('d', '2026-04-14', '')
    expect(readHeads(doc).map((head) => head.id)).toEqual(['d', 'cc', 'b', 'a'])
  })

  it('bring back blocks, run and attendance when a removed one is put back', () => {
    const doc = new Y.Doc()
    putSession(doc, id, { title: 'Diagnose' }, byPerson)
    putBlock(doc, id, b0, { title: 'Pembukaan', order: 'a0' }, byPerson)
    setAttendance(doc, id, rina, came, byPerson)
    removeSession(doc, id, byPerson)
    expect(readSession(doc, id)).toBeNull()
    putSession(doc, id, { title: 'Diagnose' }, byPerson)
    expect(readSession(doc, id)).toMatchObject({ blocks: [{ title: 'Pembukaan' }], attendance: { rina: came } })
  })

  it('do not share blocks, run or attendance', () => {
    const doc = new Y.Doc()
    putBlock(doc, id, b0, { title: 'Pembukaan' }, byPerson)
    writeRun(doc, id, { startedAt: came.at }, byPerson)
    setAttendance(doc, id, rina, came, byPerson)
    expect(readBlocks(doc, other)).toEqual([])
    expect(readRun(doc, other)).toEqual(emptyRun)
    expect(readAttendance(doc, other)).toEqual({})
  })
})

describe('two people on one session at once', () => {
  const pair = (): readonly [Y.Doc, Y.Doc] => {
    const [here, there] = [new Y.Doc(), new Y.Doc()]
    putSession(here, id, { title: 'Diagnose' }, byPerson)
    putBlock(here, id, b0, { title: 'Kartu ide', minutes: 60, order: 'a0' }, byPerson)
    exchange(here, there)
    return [here, there]
  }

  it('both tick people, and no tick is lost', () => {
    const [here, there] = pair()
    setAttendance(here, id, rina, came, byPerson)
    setAttendance(there, id, budi, { ...came, state: 'izin' }, byPerson)
    exchange(here, there)
    expect(readAttendance(here, id)).toEqual({ rina: came, budi: { ...came, state: 'izin' } })
    expect(readAttendance(there, id)).toEqual(readAttendance(here, id))
  })

  it('end with one and the same mark when they disagree about a person', () => {
    const [here, there] = pair()
    setAttendance(here, id, rina, came, byPerson)
    setAttendance(there, id, rina, { ...came, state: 'tidak' }, byPerson)
    exchange(here, there)
    expect(readAttendance(here, id)).toEqual(readAttendance(there, id))
    expect(['hadir', 'tidak']).toContain(readAttendance(here, id).rina?.state)
  })

  it('tick different steps and teams of the same block', () => {
    const [here, there] = pair()
    tickStep(here, id, b0, 0, true, byPerson)
    markDone(here, id, b0, 'i1', true, byPerson)
    tickStep(there, id, b0, 2, true, byPerson)
    markDone(there, id, b0, 'i2', false, byPerson)
    exchange(here, there)
    expect(readRun(here, id).blocks.b0).toMatchObject({ steps: [0, 2], done: { i1: true, i2: false } })
  })

  it('change title and minutes of one block, and add blocks, side by side', () => {
    const [here, there] = pair()
    putBlock(here, id, b0, { title: 'Kartu ide dan klaster' }, byPerson)
    putBlock(there, id, b0, { minutes: 75 }, byPerson)
    putBlock(there, id, b1, { title: 'Rehat', order: 'a1' }, byPerson)
    exchange(here, there)
    expect(readBlocks(here, id)).toMatchObject([{ title: 'Kartu ide dan klaster', minutes: 75 }, { title: 'Rehat' }])
  })
})

describe('the run of a session', () => {
  it('gathers what was said about each block, and forgets what is taken back', () => {
    const doc = new Y.Doc()
    writeRun(doc, id, { startedAt: came.at, block: b0, stayAt: came.at }, byPerson)
    writeBlockRun(doc, id, b0, { firstAt: came.at, spentMs: 1000 }, byPerson)
    writeBlockRun(doc, id, b0, { extraMs: 300_000 }, byPerson)
    setGap(doc, id, '2026-04-16T01:20:00.000Z', '2026-04-16T01:24:00.000Z', b0, byPerson)
    setGap(doc, id, '2026-04-16T01:10:00.000Z', '2026-04-16T01:11:00.000Z', b0, byPerson)
    tickStep(doc, id, b0, 1, true, byPerson)
    tickStep(doc, id, b0, 1, false, byPerson)
    markDone(doc, id, b0, 'i1', true, byPerson)
    markDone(doc, id, b0, 'i1', null, byPerson)
    const run = readRun(doc, id)
    expect(run.gaps.map(({ from }) => from)).toEqual(['2026-04-16T01:10:00.000Z', '2026-04-16T01:20:00.000Z'])
    expect(run.blocks.b0).toEqual({ firstAt: came.at, lastAt: '', spentMs: 1000, extraMs: 300_000, steps: [], done: {} })
    setGap(doc, id, '2026-04-16T01:10:00.000Z', null, b0, byPerson)
    expect(readRun(doc, id).gaps).toHaveLength(1)
  })
})

describe('a document that somebody tampered with', () => {
  it('is read without what makes no sense', () => {
    const doc = new Y.Doc()
    putSession(doc, id, { title: 'Diagnose' }, byPerson)
    doc.getMap<unknown>(names.sessions).set('plain', 'no row')
    doc.getMap<unknown>(names.blocks(id)).set('plain', 3)
    putBlock(doc, id, b0, { minutes: -5, each: Number.NaN, desks: 0 }, byPerson)
    const run = runMap(doc, id)
    for (const [key, value] of [
      ['block', 7],
      ['gap', 'x'],
      ['gap/', null],
      ['b', 1],
      ['b/b0/spentMs', 'long'],
      ['b/b0/colour', 'red'],
      ['step/b0/one', true],
      [`step/b0/${'9'.repeat(400)}`, true],
      ['done/b0/i1', 'yes'],
    ] as const)
      run.set(key, value)
    const attendance = attendanceMap(doc, id)
    attendance.set('a', 'hadir')
    attendance.set('b', { state: 'mungkin' })
    attendance.set('c', { state: 'hadir', at: 5, walkIn: 'ya' })
    const read = readSession(doc, id)
    expect(readHeads(doc)).toHaveLength(1)
    expect(read?.blocks).toMatchObject([{ minutes: 0, each: 0, desks: 1 }])
    expect(read?.run.block).toBeNull()
    expect(read?.run.blocks.b0).toEqual({ firstAt: '', lastAt: '', spentMs: 0, extraMs: 0, steps: [], done: { i1: false } })
    expect(read?.attendance).toEqual({ c: { state: 'hadir', at: '', walkIn: false } })
  })

  it('cannot reach what all objects share', () => {
    const doc = new Y.Doc()
    putSession(doc, id, { title: 'Diagnose' }, byPerson)
    for (const name of ['__proto__', 'constructor', 'toString']) {
      runMap(doc, id).set(`b/${name}/firstAt`, 'tampered')
      runMap(doc, id).set(`step/${name}/1`, true)
      runMap(doc, id).set(`done/b0/${name}`, true)
      attendanceMap(doc, id).set(name, came)
    }
    const read = readSession(doc, id)
    expect(Object.keys(read?.attendance ?? {})).toEqual(['__proto__', 'constructor', 'toString'])
    expect(Object.getPrototypeOf(read?.attendance)).toBe(Object.prototype)
    expect(Object.getPrototypeOf(read?.run.blocks)).toBe(Object.prototype)
    expect(Object.getPrototypeOf(read?.run.blocks.b0?.done)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).firstAt).toBeUndefined()
  })
})
