/** Made-up sessions for the tests of a lab's document. */
import fc from 'fast-check'
import * as Y from 'yjs'
import { keysInOrder } from '#shared/doc/order.ts'
import type { BlockId, SessionId } from '#shared/model/ids.ts'
import { timeZones } from '#shared/model/lab.ts'
import { stageKeys } from '#shared/model/pack.ts'
import { attendanceStates, type BlockRun, blockKinds, type Run, type Session, type SessionBlock, turnKinds } from '#shared/model/session.ts'

export const words = fc.constantFrom('', 'Antrean', 'Kartu ide dan klaster', 'Bidan 🩺', 'baris\ndua', '__proto__', '=1+1')
const moment = fc.constantFrom('', '2026-04-16T01:00:00.000Z', '2026-04-16T01:42:00.000Z')
const keys = keysInOrder(20)
/** The key of the place `at` in a list. */
export const orders = (at: number): string => keys[at] ?? ''

/** Objects like those of the app; made-up ones have no prototype, which a document refuses. */
export const plain = <T>(value: T): T => structuredClone(value)

/** Until both know the same. */
export function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
}

const block: fc.Arbitrary<Omit<SessionBlock, 'id' | 'order'>> = fc.record({
  kind: fc.constantFrom(...blockKinds),
  title: words,
  minutes: fc.nat(240),
  canvas: words,
  lead: words,
  script: words,
  instruction: words,
  steps: words,
  materials: words,
  desks: fc.integer({ min: 1, max: 9 }),
  each: fc.nat(60),
  per: fc.constantFrom(...turnKinds),
  turns: fc.subarray(['u1', 'u2', 'u3']),
  deskLeads: fc.subarray(['Coach Ujang', 'Coach Neng']),
})

const blockRun: fc.Arbitrary<BlockRun> = fc.record({
  firstAt: moment,
  lastAt: moment,
  spentMs: fc.nat(7_200_000),
  extraMs: fc.integer({ min: -600_000, max: 3_600_000 }),
  steps: fc.uniqueArray(fc.nat(12), { maxLength: 4 }).map((all) => all.toSorted((a, b) => a - b)),
  done: fc.dictionary(fc.constantFrom('i1', 'i2', 'u1'), fc.boolean(), { noNullPrototype: true }),
})

const run: fc.Arbitrary<Run> = fc.record({
  startedAt: moment,
  endedAt: moment,
  block: fc.constantFrom(null, 'b0' as BlockId), // made up for the test
  stayAt: moment,
  pausedAt: moment,
  seenAt: moment,
  gaps: fc
    .subarray(['2026-04-16T01:10:00.000Z', '2026-04-16T01:20:00.000Z'])
    .map((from) => from.map((at) => ({ from: at, to: '2026-04-16T01:30:00.000Z', block: 'b0' }))),
  blocks: fc.dictionary(fc.constantFrom('b0', 'b1'), blockRun, { noNullPrototype: true }),
})

const session: fc.Arbitrary<Omit<Session, 'id' | 'createdAt'>> = fc.record({
  title: words,
  stage: fc.constantFrom(...stageKeys),
  date: fc.constantFrom('2026-04-16'),
  start: fc.constantFrom('08:30'),
  timeZone: fc.constantFrom(...timeZones),
  place: words,
  goal: words,
  template: fc.boolean(),
  teams: fc.subarray(['i1', 'i2']),
  blocks: fc.array(block, { maxLength: 3 }).map((all) => all.map((one, at) => ({ ...one, id: `b${at}` as BlockId, order: orders(at) }))), // made up for the test
  run,
  attendance: fc.dictionary(
    fc.constantFrom('p1', 'p2', 'p3'),
    fc.record({ state: fc.constantFrom(...attendanceStates), at: moment, walkIn: fc.boolean() }),
    { noNullPrototype: true },
  ),
})

/** In the order in which they are read. */
export const manySessions: fc.Arbitrary<readonly Session[]> = fc
  .array(session, { maxLength: 3 })
  .map((all) => all.map((one, at) => ({ ...one, id: `s${at}` as SessionId, createdAt: `2026-04-0${at + 1}T00:00:00.000Z` })))
  .map(plain) // made up for the test
