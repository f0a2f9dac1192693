/**
 * Typed access to the sessions in a lab's document: heads and blocks as rows, the run and the attendance as flat maps, because
 * two people who tick at the same moment must not take each other's tick away.
 */
import type * as Y from 'yjs'
import type { BlockId, PersonId, SessionId } from '#shared/model/ids.ts'
import { timeZones } from '#shared/model/lab.ts'
import { stageKeys } from '#shared/model/pack.ts'
import {
  type Attendance,
  attendanceStates,
  type BlockRun,
  blockKinds,
  type Run,
  type Session,
  type SessionBlock,
  type SessionHead,
  turnKinds,
} from '#shared/model/session.ts'
import { names } from './names.ts'
import { byOrder } from './order.ts'
import type { Origin } from './origins.ts'
import { putRow, removeRow, rowMap, rowsOf, textsOf } from './rows.ts'
import { type AnyMap, assign, flagOf, numberOf, oneOf, recordOf, textOf } from './values.ts'

const writtenOfBlock = ['title', 'script', 'instruction', 'steps', 'materials'] as const

export const runMap = (doc: Y.Doc, session: SessionId): AnyMap => doc.getMap(names.run(session))
export const attendanceMap = (doc: Y.Doc, session: SessionId): AnyMap => doc.getMap(names.attendance(session))

/** Everything an undo manager for the plan of a session has to watch. */
export const planScope = (doc: Y.Doc, session: SessionId): Y.AbstractType<unknown>[] =>
  [rowMap(doc, names.sessions), rowMap(doc, names.blocks(session))] as Y.AbstractType<unknown>[] /* the manager only needs the base class */

/** Adds a session or changes the given parts of its head. */
export const putSession = (doc: Y.Doc, id: SessionId, head: Partial<Omit<SessionHead, 'id'>>, origin: Origin): void =>
  putRow(doc, names.sessions, id, head, origin)

/** Takes a session off the list. Its blocks, run and attendance stay in the document: putting the head back brings it all back. */
export const removeSession = (doc: Y.Doc, id: SessionId, origin: Origin): void => removeRow(doc, names.sessions, id, origin)

export const putBlock = (doc: Y.Doc, session: SessionId, id: BlockId, block: Partial<Omit<SessionBlock, 'id'>>, origin: Origin): void =>
  putRow(doc, names.blocks(session), id, block, origin, writtenOfBlock)

export const removeBlock = (doc: Y.Doc, session: SessionId, id: BlockId, origin: Origin): void =>
  removeRow(doc, names.blocks(session), id, origin)

/** What may be said about a run at once; the parts of blocks have functions of their own. */
export type RunPatch = Partial<Pick<Run, 'startedAt' | 'endedAt' | 'block' | 'stayAt' | 'pausedAt' | 'seenAt'>>

export function writeRun(doc: Y.Doc, session: SessionId, patch: RunPatch, origin: Origin): void {
  doc.transact(() => assign(runMap(doc, session), patch), origin)
}

export type BlockRunPatch = Partial<Pick<BlockRun, 'firstAt' | 'lastAt' | 'spentMs' | 'extraMs'>>

export function writeBlockRun(doc: Y.Doc, session: SessionId, block: BlockId, patch: BlockRunPatch, origin: Origin): void {
  const flat = Object.fromEntries(Object.entries(patch).map(([key, value]) => [`b/${block}/${key}`, value]))
  doc.transact(() => assign(runMap(doc, session), flat), origin)
}

/** Records a stretch in which the laptop was off; or, with `to` null, that it is counted after all. */
export function setGap(doc: Y.Doc, session: SessionId, from: string, to: string | null, block: string, origin: Origin): void {
  doc.transact(() => {
    const run = runMap(doc, session)
    if (to === null) run.delete(`gap/${from}`)
    else assign(run, { [`gap/${from}`]: { to, block } })
  }, origin)
}

export function tickStep(doc: Y.Doc, session: SessionId, block: BlockId, step: number, on: boolean, origin: Origin): void {
  doc.transact(() => assign(runMap(doc, session), { [`step/${block}/${step}`]: on }), origin)
}

/** Says by hand that a team is done or not; null leaves it to the team's canvas. */
export function markDone(doc: Y.Doc, session: SessionId, block: BlockId, team: string, done: boolean | null, origin: Origin): void {
  doc.transact(() => {
    const run = runMap(doc, session)
    if (done === null) run.delete(`done/${block}/${team}`)
    else assign(run, { [`done/${block}/${team}`]: done })
  }, origin)
}

/** Notes who came; null forgets what was noted. */
export function setAttendance(doc: Y.Doc, session: SessionId, person: PersonId, value: Attendance | null, origin: Origin): void {
  doc.transact(() => {
    const map = attendanceMap(doc, session)
    if (value === null) map.delete(person)
    else assign(map, { [person]: value })
  }, origin)
}

export function readHead(id: string, row: AnyMap): SessionHead {
  return {
    id: id as SessionId /* the key it was put under */,
    title: textOf(row.get('title')),
    stage: oneOf(row.get('stage'), stageKeys) ?? 'drum_up',
    date: textOf(row.get('date')),
    start: textOf(row.get('start')),
    timeZone: oneOf(row.get('timeZone'), timeZones) ?? 'WIB',
    place: textOf(row.get('place')),
    goal: textOf(row.get('goal')),
    template: flagOf(row.get('template')),
    teams: textsOf(row.get('teams')),
    createdAt: textOf(row.get('createdAt')),
  }
}

export function readBlock(id: string, row: AnyMap): SessionBlock & { readonly order: string } {
  return {
    id: id as BlockId /* the key it was put under */,
    order: textOf(row.get('order')),
    kind: oneOf(row.get('kind'), blockKinds) ?? 'activity',
    title: textOf(row.get('title')),
    minutes: Math.max(0, numberOf(row.get('minutes')) ?? 0),
    canvas: textOf(row.get('canvas')),
    lead: textOf(row.get('lead')),
    script: textOf(row.get('script')),
    instruction: textOf(row.get('instruction')),
    steps: textOf(row.get('steps')),
    materials: textOf(row.get('materials')),
    desks: Math.max(1, Math.floor(numberOf(row.get('desks')) ?? 1)),
    each: Math.max(0, numberOf(row.get('each')) ?? 0),
    per: oneOf(row.get('per'), turnKinds) ?? 'unit',
    turns: textsOf(row.get('turns')),
    deskLeads: textsOf(row.get('deskLeads')),
  }
}

export const readBlocks = (doc: Y.Doc, session: SessionId): readonly SessionBlock[] =>
  rowsOf(doc, names.blocks(session))
    .map(([id, row]) => readBlock(id, row))
    .sort(byOrder)

/** A block's part of the run while it is gathered key by key. */
type Gathered = { firstAt: string; lastAt: string; spentMs: number; extraMs: number; steps: number[]; done: Map<string, boolean> }

export function readRun(doc: Y.Doc, session: SessionId): Run {
  const map = runMap(doc, session)
  // A map, because a peer may write keys such as `__proto__`.
  const blocks = new Map<string, Gathered>()
  const gaps: { from: string; to: string; block: string }[] = []
  for (const [key, value] of map) {
    const [kind, block = '', part = ''] = key.split('/')
    if (kind === 'gap') gaps.push({ from: block, to: textOf(recordOf(value).to), block: textOf(recordOf(value).block) })
    if (kind !== 'b' && kind !== 'step' && kind !== 'done') continue
    const one = blocks.get(block) ?? { firstAt: '', lastAt: '', spentMs: 0, extraMs: 0, steps: [], done: new Map() }
    blocks.set(block, one)
    gather(one, kind, part, value)
  }
  const runs = [...blocks].map(([key, { steps, done, ...one }]): [string, BlockRun] => [
    key,
    { ...one, steps: steps.toSorted((a, b) => a - b), done: Object.fromEntries(done) },
  ])
  const block = textOf(map.get('block'))
  return {
    startedAt: textOf(map.get('startedAt')),
    endedAt: textOf(map.get('endedAt')),
    block: block === '' ? null : (block as BlockId) /* stored from a BlockId */,
    stayAt: textOf(map.get('stayAt')),
    pausedAt: textOf(map.get('pausedAt')),
    seenAt: textOf(map.get('seenAt')),
    gaps: gaps.sort((a, b) => (a.from < b.from ? -1 : 1)),
    blocks: Object.fromEntries(runs),
  }
}

function gather(into: Gathered, kind: 'b' | 'step' | 'done', part: string, value: unknown): void {
  if (kind === 'done') into.done.set(part, flagOf(value))
  else if (kind === 'step') {
    if (flagOf(value) && /^\d{1,4}$/.test(part)) into.steps.push(Number(part))
  } else if (part === 'firstAt' || part === 'lastAt') into[part] = textOf(value)
  else if (part === 'spentMs' || part === 'extraMs') into[part] = numberOf(value) ?? 0
}

export function readAttendance(doc: Y.Doc, session: SessionId): Readonly<Record<string, Attendance>> {
  const found: [string, Attendance][] = []
  for (const [person, raw] of attendanceMap(doc, session)) {
    const row = recordOf(raw)
    const state = oneOf(row.state, attendanceStates)
    if (state !== null) found.push([person, { state, at: textOf(row.at), walkIn: flagOf(row.walkIn) }])
  }
  return Object.fromEntries(found)
}

/** By date and start; sessions without a day come last, and of equals the one made first. */
export const byTime = (a: SessionHead, b: SessionHead): number =>
  keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1
const keyOf = ({ date, start }: SessionHead): string => `${date === '' ? '9' : date}T${start === '' ? '99' : start}`

export const readHeads = (doc: Y.Doc): readonly SessionHead[] =>
  rowsOf(doc, names.sessions)
    .map(([id, row]) => readHead(id, row))
    .sort(byTime)

const whole = (doc: Y.Doc, head: SessionHead): Session => ({
  ...head,
  blocks: readBlocks(doc, head.id),
  run: readRun(doc, head.id),
  attendance: readAttendance(doc, head.id),
})

/** One session whole; null when it is not on the list. */
export function readSession(doc: Y.Doc, id: SessionId): Session | null {
  const row = rowMap(doc, names.sessions).get(id)
  return row === undefined ? null : whole(doc, readHead(id, row))
}

export const readSessions = (doc: Y.Doc): readonly Session[] => readHeads(doc).map((head) => whole(doc, head))

/** Writes a whole session into a document that has none of that id. */
export function fillSession(doc: Y.Doc, session: Session, origin: Origin): void {
  const { id, blocks, run, attendance, ...head } = session
  doc.transact(() => {
    putSession(doc, id, head, origin)
    for (const { id: block, ...rest } of blocks) putBlock(doc, id, block, rest, origin)
    const { gaps, blocks: runs, ...plain } = run
    writeRun(doc, id, plain, origin)
    for (const { from, to, block } of gaps) setGap(doc, id, from, to, block, origin)
    for (const [block, { steps, done, ...one }] of Object.entries(runs)) {
      const blockId = block as BlockId // the key of a block's run is its id
      writeBlockRun(doc, id, blockId, one, origin)
      for (const step of steps) tickStep(doc, id, blockId, step, true, origin)
      for (const [team, on] of Object.entries(done)) markDone(doc, id, blockId, team, on, origin)
    }
    for (const [person, value] of Object.entries(attendance)) setAttendance(doc, id, person as PersonId, value, origin) // keys are ids of people
  }, origin)
}
