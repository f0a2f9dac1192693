import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  emptyLog,
  fillLog,
  putApproval,
  putNote,
  putReward,
  readApprovals,
  readNotes,
  readRewards,
  removeNote,
  snapshotLog,
} from '#shared/doc/log.ts'
import { names } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { putRow, rowMap } from '#shared/doc/rows.ts'
import type { ApprovalId, InnovationId, NoteId, RewardId, SessionId, UnitId } from '#shared/model/ids.ts'
import { stageKeys } from '#shared/model/pack.ts'
import {
  type LabApproval,
  type LabLog,
  type Note,
  noteKinds,
  type Partner,
  type Photo,
  partnerDocs,
  type Reward,
  rewardIndicators,
  rewardKinds,
  rewardTargets,
} from '#shared/model/session.ts'
import { exchange, manySessions, orders, plain, words } from './log-makers.ts'

const ids = <T extends string>(name: string, count: number): T[] => Array.from({ length: count }, (_, at) => `${name}${at}` as T) // made up for the test
const moment = fc.constantFrom('', '2026-04-16T02:00:00.000Z', '2026-04-16T02:31:07.000Z')
const day = fc.constantFrom('', '2026-04-16', '2026-11-30')
const amount = fc.option(fc.integer({ min: 0, max: 50_000_000 }), { nil: null })
const some = fc.subarray(['u1', 'u2', 'u3'])

const rows = <T extends { readonly id: string }>(name: string, one: fc.Arbitrary<Omit<T, 'id' | 'order'>>): fc.Arbitrary<readonly T[]> =>
  fc.array(one, { maxLength: 4 }).map((all) => all.map((row, at) => ({ ...row, id: `${name}${at}`, order: orders(at) }) as unknown as T)) // completed here

const log: fc.Arbitrary<LabLog> = fc.record({
  sessions: manySessions,
  notes: rows<Note>(
    'n',
    fc.record({
      session: fc.constantFrom(null, 's1' as SessionId), // made up for the test
      block: fc.constantFrom('', 'b1'),
      kind: fc.constantFrom(...noteKinds),
      text: words,
      who: words,
      unit: fc.constantFrom(null, 'u1' as UnitId), // made up for the test
      innovation: fc.constantFrom(null, 'i1' as InnovationId), // made up for the test
      due: day,
      doneAt: moment,
      by: words,
      at: moment,
    }),
  ),
  photos: rows<Photo>(
    'p',
    fc.record({
      session: fc.constant('s1' as SessionId), // made up for the test
      block: fc.constantFrom('', 'b1'),
      name: words,
      caption: words,
      width: fc.nat(4000),
      height: fc.nat(4000),
      by: words,
      at: moment,
    }),
  ),
  partners: rows<Partner>(
    'm',
    fc.record({
      name: words,
      doc: fc.constantFrom(...partnerDocs),
      number: words,
      date: day,
      until: day,
      scope: words,
      contribution: words,
      contact: words,
      file: words,
      fileTitle: words,
    }),
  ),
  rewards: rows<Reward>(
    'r',
    fc.record({
      kind: fc.constantFrom(...rewardKinds),
      title: words,
      to: fc.constantFrom(...rewardTargets),
      amount,
      criteria: fc.array(fc.record({ indicator: fc.constantFrom(...rewardIndicators), atLeast: fc.nat(100) }), { maxLength: 3 }),
      most: fc.option(fc.nat(20), { nil: null }),
      added: some,
      left: some,
      note: words,
    }),
  ),
  approvals: fc
    .array(
      fc.record({
        stage: fc.constantFrom(...stageKeys),
        name: words,
        position: words,
        date: day,
        document: words,
        remark: words,
        file: words,
        innovations: fc.subarray(ids<InnovationId>('i', 3)),
        by: words,
      }),
      { maxLength: 4 },
    )
    .map(
      (all): readonly LabApproval[] => all.map((one, at) => ({ ...one, id: `a${at}` as ApprovalId, at: `2026-04-16T02:0${at}:00.000Z` })), // made up for the test
    ),
})

const note: Omit<Note, 'id'> = {
  order: 'a0',
  session: 's1' as SessionId, // made up for the test
  block: '',
  kind: 'catatan',
  text: 'Antrean panjang',
  who: '',
  unit: null,
  innovation: null,
  due: '',
  doneAt: '',
  by: 'Rina',
  at: '2026-04-16T02:00:00.000Z',
}
const [first, second] = ids<NoteId>('n', 2) as [NoteId, NoteId] // two were asked for

describe('what a lab gathers', () => {
  it('comes back as it was written, also after a trip to another computer', () => {
    fc.assert(
      fc.property(log.map(plain), (all) => {
        const doc = new Y.Doc()
        fillLog(doc, all, byPerson)
        expect(snapshotLog(doc)).toEqual(all)
        const there = new Y.Doc()
        Y.applyUpdate(there, Y.encodeStateAsUpdate(doc))
        expect(snapshotLog(there)).toEqual(all)
      }),
    )
  })

  it('costs nothing when the same is written once more', () => {
    fc.assert(
      fc.property(log.map(plain), (all) => {
        const doc = new Y.Doc()
        fillLog(doc, all, byPerson)
        let updates = 0
        doc.on('update', () => {
          updates += 1
        })
        fillLog(doc, all, byPerson)
        expect(updates).toBe(0)
      }),
      { numRuns: 30 },
    )
  })

  it('is empty in a new lab', () => {
    expect(snapshotLog(new Y.Doc())).toEqual(emptyLog)
  })
})

describe('two people on the notula at once', () => {
  const together = (): readonly [Y.Doc, Y.Doc] => {
    const here = new Y.Doc()
    const there = new Y.Doc()
    putNote(here, first, note, byPerson)
    exchange(here, there)
    return [here, there]
  }

  it('keep what each typed in the same line', () => {
    const [here, there] = together()
    putNote(here, first, { text: 'Antrean panjang setiap Senin' }, byPerson)
    putNote(there, first, { text: 'Usul warga: Antrean panjang' }, byPerson)
    exchange(here, there)
    expect(readNotes(here)[0]?.text).toBe('Usul warga: Antrean panjang setiap Senin')
    expect(readNotes(there)).toEqual(readNotes(here))
  })

  it('keep both lines, and a mark beside a text that the other one changed', () => {
    const [here, there] = together()
    putNote(here, second, { ...note, order: 'a1', text: 'Loket kurang' }, byPerson)
    putNote(here, first, { doneAt: '2026-04-17T02:00:00.000Z' }, byPerson)
    putNote(there, first, { kind: 'tindak_lanjut', text: 'Antrean dipotong' }, byPerson)
    exchange(here, there)
    expect(readNotes(there).map(({ text, kind, doneAt }) => [text, kind, doneAt])).toEqual([
      ['Antrean dipotong', 'tindak_lanjut', '2026-04-17T02:00:00.000Z'],
      ['Loket kurang', 'catatan', ''],
    ])
    expect(readNotes(here)).toEqual(readNotes(there))
  })

  it('end with the same list when one removes what the other changes', () => {
    const [here, there] = together()
    removeNote(here, first, byPerson)
    putNote(there, first, { text: 'Antrean pendek' }, byPerson)
    exchange(here, there)
    expect(readNotes(here)).toEqual(readNotes(there))
  })
})

describe('a document that somebody tampered with', () => {
  it('is read without what makes no sense', () => {
    const doc = new Y.Doc()
    const notes = rowMap(doc, names.notes)
    const raw = doc.getMap<unknown>(names.notes)
    raw.set('plain', 'no row')
    raw.set('number', 7)
    raw.set('list', new Y.Array())
    putRow(doc, names.notes, 'odd', { kind: 'perintah', text: 5, session: '', unit: { id: 'x' }, due: null, order: [] }, byPerson)
    expect(notes.size).toBe(4)
    expect(readNotes(doc)).toEqual([{ ...note, id: 'odd', order: '', session: null, text: '', by: '', at: '' }])
  })

  it('gives rewards and approvals only what is known of them', () => {
    const doc = new Y.Doc()
    const reward = 'r1' as RewardId // made up for the test
    putReward(doc, reward, { title: 'Piagam' }, byPerson)
    putRow(
      doc,
      names.rewards,
      reward,
      { amount: Number.POSITIVE_INFINITY, criteria: [{ indicator: 'luck' }, { indicator: 'stage' }, 3], added: ['u1', 4], most: 'x' },
      byPerson,
    )
    expect(readRewards(doc)[0]).toMatchObject({ amount: null, criteria: [{ indicator: 'stage', atLeast: 1 }], added: ['u1'], most: null })
    putApproval(doc, 'a1' as ApprovalId, {}, byPerson) // made up for the test
    putRow(doc, names.approvals, 'a1', { stage: 'dream', innovations: 'i1' }, byPerson)
    expect(readApprovals(doc)[0]).toMatchObject({ stage: 'diagnose', innovations: [] })
  })

  it('takes a text that was stored as a plain string and lets it be typed in', () => {
    const doc = new Y.Doc()
    putRow(doc, names.notes, first, { text: 'Antrean' }, byPerson)
    expect(readNotes(doc)[0]?.text).toBe('Antrean')
    putNote(doc, first, { text: 'Antrean pagi' }, byPerson)
    expect(readNotes(doc)[0]?.text).toBe('Antrean pagi')
  })
})
