/**
 * What is done with a session while it takes place: begin, go on, hold, end, and take up again after the laptop was off. Each is one
 * transaction, and writes moments and sums rather than ticks; two windows that do the same thing at once write the same.
 * `now` is an ISO moment.
 */
import * as Y from 'yjs'
import type { BlockId, SessionId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/session.ts'
import { blockRunOf, emptyBlockRun, gapMs, spentMs } from '#shared/rules/session-time.ts'
import { names } from './names.ts'
import { bySystem, type Origin } from './origins.ts'
import { readBlocks, readRun, setGap, writeBlockRun, writeRun } from './sessions.ts'

const runs = (run: Run): boolean => run.startedAt !== '' && run.endedAt === ''

/** Writes what the present block has run until `now` into its sum. */
function bank(doc: Y.Doc, session: SessionId, run: Run, now: string, left: boolean, origin: Origin): void {
  if (run.block === null) return
  const spent = spentMs(run, run.block, Date.parse(now))
  writeBlockRun(doc, session, run.block, { spentMs: spent, ...(left ? { lastAt: now } : {}) }, origin)
}

function enter(doc: Y.Doc, session: SessionId, run: Run, block: BlockId, now: string, origin: Origin): void {
  const { firstAt } = blockRunOf(run, block)
  writeBlockRun(doc, session, block, { firstAt: firstAt === '' ? now : firstAt, lastAt: '' }, origin)
  writeRun(doc, session, { block, stayAt: now, pausedAt: '', seenAt: now }, origin)
}

/** Begins with the first block. Does nothing when the session has begun already or has no block. */
export function startSession(doc: Y.Doc, session: SessionId, now: string, origin: Origin): void {
  doc.transact(() => {
    const run = readRun(doc, session)
    const [first] = readBlocks(doc, session)
    if (run.startedAt !== '' || first === undefined) return
    writeRun(doc, session, { startedAt: now, endedAt: '' }, origin)
    enter(doc, session, run, first.id, now, origin)
  }, origin)
}

/** Leaves the present block for another one, whose clock goes on from what it ran before. A pause ends with it. */
export function jumpTo(doc: Y.Doc, session: SessionId, block: BlockId, now: string, origin: Origin): void {
  doc.transact(() => {
    const run = readRun(doc, session)
    if (!runs(run) || run.block === block || !readBlocks(doc, session).some(({ id }) => id === block)) return
    bank(doc, session, run, now, true, origin)
    enter(doc, session, run, block, now, origin)
  }, origin)
}

function step(doc: Y.Doc, session: SessionId, by: 1 | -1, now: string, origin: Origin): void {
  doc.transact(() => {
    const { block } = readRun(doc, session)
    const blocks = readBlocks(doc, session)
    const at = blocks.findIndex(({ id }) => id === block)
    // A block that was taken off the plan while it ran leaves the session at the beginning.
    const next = at < 0 ? blocks[0] : blocks[at + by]
    if (next !== undefined) jumpTo(doc, session, next.id, now, origin)
  }, origin)
}

/** Goes on to the next block; stays where it is at the last one. */
export const nextBlock = (doc: Y.Doc, session: SessionId, now: string, origin: Origin): void => step(doc, session, 1, now, origin)
/** Goes back to the block before; stays where it is at the first one. */
export const backBlock = (doc: Y.Doc, session: SessionId, now: string, origin: Origin): void => step(doc, session, -1, now, origin)

/** Holds the clock of the present block. */
export function pauseSession(doc: Y.Doc, session: SessionId, now: string, origin: Origin): void {
  doc.transact(() => {
    const run = readRun(doc, session)
    if (!runs(run) || run.pausedAt !== '') return
    bank(doc, session, run, now, false, origin)
    writeRun(doc, session, { stayAt: '', pausedAt: now, seenAt: now }, origin)
  }, origin)
}

export function resumeSession(doc: Y.Doc, session: SessionId, now: string, origin: Origin): void {
  doc.transact(() => {
    const run = readRun(doc, session)
    if (runs(run) && run.pausedAt !== '') writeRun(doc, session, { stayAt: now, pausedAt: '', seenAt: now }, origin)
  }, origin)
}

/** Gives a block more time, or takes some off with a negative number of milliseconds. */
export function addTime(doc: Y.Doc, session: SessionId, block: BlockId, ms: number, origin: Origin): void {
  doc.transact(() => {
    const { extraMs } = blockRunOf(readRun(doc, session), block)
    writeBlockRun(doc, session, block, { extraMs: extraMs + ms }, origin)
  }, origin)
}

/** Ends the session. The last block stays its block, so that it can be opened again. */
export function endSession(doc: Y.Doc, session: SessionId, now: string, origin: Origin): void {
  doc.transact(() => {
    const run = readRun(doc, session)
    if (!runs(run)) return
    bank(doc, session, run, now, true, origin)
    writeRun(doc, session, { endedAt: now, stayAt: '', pausedAt: '', seenAt: now }, origin)
  }, origin)
}

/** The block in which a session ended, also where only the times of the blocks tell it. */
function lastOf(doc: Y.Doc, session: SessionId, run: Run): BlockId | null {
  const blocks = readBlocks(doc, session)
  const ran = blocks.filter(({ id }) => blockRunOf(run, id).firstAt !== '')
  return (blocks.find(({ id }) => id === run.block) ?? ran.at(-1) ?? blocks.at(-1))?.id ?? null
}

/** Opens an ended session again, at its last block and on hold: whoever opens it says when the clock goes on. */
export function reopenSession(doc: Y.Doc, session: SessionId, now: string, origin: Origin): void {
  doc.transact(() => {
    const run = readRun(doc, session)
    if (run.startedAt === '' || run.endedAt === '') return
    const block = lastOf(doc, session, run)
    if (block === null) return
    writeRun(doc, session, { endedAt: '', block, stayAt: '', pausedAt: now, seenAt: now }, origin)
    writeBlockRun(doc, session, block, { lastAt: '' }, origin)
  }, origin)
}

/**
 * Takes back what happened to the clock since `before`, as if it had gone on all the while. Ticks, notes and marks of teams stay.
 */
export function putRunBack(doc: Y.Doc, session: SessionId, before: Run, now: string, origin: Origin): void {
  doc.transact(() => {
    const { startedAt, endedAt, block, stayAt, pausedAt } = before
    writeRun(
      doc,
      session,
      { startedAt, endedAt, block: block ?? ('' as BlockId) /* no block is kept as no text */, stayAt, pausedAt },
      origin,
    )
    writeRun(doc, session, { seenAt: now }, origin)
    for (const id of Object.keys({ ...readRun(doc, session).blocks, ...before.blocks })) {
      const { firstAt, lastAt, spentMs: spent, extraMs } = before.blocks[id] ?? emptyBlockRun
      // The keys of a run's blocks are their ids.
      writeBlockRun(doc, session, id as BlockId, { firstAt, lastAt, spentMs: spent, extraMs }, origin)
    }
  }, origin)
}

/** Fresher than this, in milliseconds, a sign of life needs no other: several windows share one heartbeat. */
const freshMs = 4000

/** A sign of life of the laptop on which the session runs. Nobody's act, so it is no step to undo. */
export function heartbeat(doc: Y.Doc, session: SessionId, now: string): void {
  doc.transact(() => {
    const run = readRun(doc, session)
    if (!runs(run) || run.pausedAt !== '') return
    const age = Date.parse(now) - Date.parse(run.seenAt)
    // A clock that was set back would otherwise stop the heart until it has caught up.
    if (age < freshMs && age >= 0) return
    writeRun(doc, session, { seenAt: now }, bySystem)
  }, bySystem)
}

/** How long the laptop has been off, in milliseconds; 0 while it was not. */
export function gapOf(run: Run, now: string): number {
  if (!runs(run) || run.pausedAt !== '' || run.seenAt === '' || run.stayAt === '') return 0
  const gap = Date.parse(now) - Date.parse(run.seenAt)
  return gap > gapMs ? gap : 0
}

/**
 * After the laptop was off: the block's clock goes on from what it showed at the last sign of life, and the stretch is kept.
 * Two windows that find the same gap write the same one, because it is named by its beginning.
 * @returns whether there was a gap
 */
export function resumeAfterGap(doc: Y.Doc, session: SessionId, now: string): boolean {
  return doc.transact(() => {
    const run = readRun(doc, session)
    if (gapOf(run, now) === 0 || run.block === null) return false
    const from = run.stayAt > run.seenAt ? run.stayAt : run.seenAt
    bank(doc, session, run, from, false, bySystem)
    setGap(doc, session, from, now, run.block, bySystem)
    writeRun(doc, session, { stayAt: now, seenAt: now }, bySystem)
    return true
  }, bySystem)
}

/** Counts a stretch in which the laptop was off as time of its block after all. */
export function countGap(doc: Y.Doc, session: SessionId, from: string, origin: Origin): void {
  doc.transact(() => {
    const run = readRun(doc, session)
    const gap = run.gaps.find((one) => one.from === from)
    if (gap === undefined) return
    const block = gap.block as BlockId // stored from the id of the block that ran
    const missed = Math.max(0, Date.parse(gap.to) - Date.parse(gap.from))
    writeBlockRun(doc, session, block, { spentMs: blockRunOf(run, block).spentMs + missed }, origin)
    setGap(doc, session, from, null, gap.block, origin)
  }, origin)
}

/** Whether nothing but signs of life were written: the lab is then what it was. */
export const isHeartbeat = ({ changed }: Y.Transaction): boolean =>
  [...changed].every(
    ([type, keys]) =>
      type.parent === null && Y.findRootTypeKey(type).startsWith(names.run('')) && [...keys].every((key) => key === 'seenAt'),
  )
