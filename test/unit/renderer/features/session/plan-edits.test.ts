import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { byPerson } from '#shared/doc/origins.ts'
import { readHeads, readSession, readSessions, setAttendance, tickStep } from '#shared/doc/sessions.ts'
import type { PersonId, SessionId } from '#shared/model/ids.ts'
import type { Session } from '#shared/model/session.ts'
import { emptyBlock, withBreaks } from '#shared/rules/session-plan.ts'
import {
  dropBlock,
  dropSession,
  duplicateBlock,
  insertBlock,
  keepAsTemplate,
  makeSessions,
  mergeBlocks,
  moveBlock,
} from '../../../../../renderer/features/session/plan/edits.ts'
import { peopleToLead } from '../../../../../renderer/features/session/plan/words.ts'

const head = {
  title: 'Diagnose',
  stage: 'diagnose',
  date: '2026-04-16',
  start: '08:30',
  timeZone: 'WIB',
  place: 'Aula',
  goal: '',
  template: false,
  teams: [],
} as const

function begin(titles: readonly string[], minutes = 60) {
  const doc = new Y.Doc()
  const [id] = makeSessions(doc, [{ head, blocks: titles.map((title) => ({ ...emptyBlock, title, minutes })) }])
  if (id === undefined) throw new Error('nothing was made')
  const now = (): Session => read(doc, id)
  return { doc, id, now, titles: () => now().blocks.map(({ title }) => title) }
}
function read(doc: Y.Doc, id: SessionId): Session {
  const session = readSession(doc, id)
  if (session === null) throw new Error('the session is gone')
  return session
}

describe('the order of the agenda', () => {
  it('follows each move, and a move to the same place or out of the list changes nothing', () => {
    const { doc, now, titles } = begin(['a', 'b', 'c', 'd'])
    const move = (at: number, to: number) => {
      const block = now().blocks[at]
      return block !== undefined && moveBlock(doc, now(), block.id, to)
    }
    expect(move(0, 2)).toBe(true)
    expect(titles()).toEqual(['b', 'c', 'a', 'd'])
    expect(move(3, 0)).toBe(true)
    expect(titles()).toEqual(['d', 'b', 'c', 'a'])
    expect([move(1, 1), move(0, -1), move(0, 4)]).toEqual([false, false, false])
    expect(titles()).toEqual(['d', 'b', 'c', 'a'])
  })

  it('takes new blocks and copies in between', () => {
    const { doc, now, titles } = begin(['a', 'b'])
    insertBlock(doc, now(), { ...emptyBlock, title: 'first' }, 0)
    insertBlock(doc, now(), { ...emptyBlock, title: 'last' }, 3)
    const second = now().blocks[1]
    if (second === undefined) throw new Error('no block')
    duplicateBlock(doc, now(), second)
    expect(titles()).toEqual(['first', 'a', 'a', 'b', 'last'])
  })

  it('gets breaks without touching what is there', () => {
    const { doc, now, titles } = begin(['a', 'b', 'c', 'd', 'e'], 90)
    const before = now().blocks
    mergeBlocks(doc, now(), withBreaks(now().blocks, '08:30', 'id', { unit: 0, innovation: 0 }))
    expect(titles()).toEqual(['a', 'Rehat kopi', 'b', 'Istirahat, salat, dan makan', 'c', 'd', 'e'])
    for (const block of before) expect(now().blocks).toContainEqual(block)
  })
})

describe('what is deleted', () => {
  it('comes back as it was: a block in its place under its id, with its ticks', () => {
    const { doc, id, now, titles } = begin(['a', 'b', 'c'])
    const block = now().blocks[1]
    if (block === undefined) throw new Error('no block')
    tickStep(doc, id, block.id, 0, true, byPerson)
    const back = dropBlock(doc, id, block)
    expect(titles()).toEqual(['a', 'c'])
    back()
    expect(now().blocks[1]).toEqual(block)
    expect(now().run.blocks[block.id]?.steps).toEqual([0])
  })

  it('a session comes back whole, with who was there', () => {
    const { doc, id, now } = begin(['a'])
    setAttendance(doc, id, 'p1' as PersonId /* an id of the test */, { state: 'hadir', at: '', walkIn: false }, byPerson)
    const before = now()
    const back = dropSession(doc, id)
    expect(readHeads(doc)).toEqual([])
    back()
    expect(now()).toEqual(before)
  })
})

it('a template is a copy without day, teams, run and attendance', () => {
  const { doc, id, now } = begin(['a', 'b'])
  setAttendance(doc, id, 'p1' as PersonId /* an id of the test */, { state: 'hadir', at: '', walkIn: false }, byPerson)
  const made = keepAsTemplate(doc, now())
  if (made === undefined) throw new Error('no template')
  expect(read(doc, made)).toMatchObject({ template: true, date: '', teams: [], attendance: {}, title: 'Diagnose' })
  expect(read(doc, made).blocks.map(({ title }) => title)).toEqual(['a', 'b'])
  expect(readSessions(doc)).toHaveLength(2)
})

it('offers those who usually lead first, each name once', () => {
  const people = [
    { name: 'Ina', role: 'inovator' },
    { name: 'Moh', role: 'moderator' },
    { name: 'Cut', role: 'coach' },
    { name: '', role: 'coach' },
    { name: 'Ina', role: 'champion' },
  ] as const
  expect(peopleToLead(people)).toEqual(['Cut', 'Moh', 'Ina'])
})
