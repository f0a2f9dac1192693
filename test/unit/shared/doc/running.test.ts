import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { byPerson } from '#shared/doc/origins.ts'
import {
  addTime,
  backBlock,
  countGap,
  endSession,
  gapOf,
  heartbeat,
  jumpTo,
  nextBlock,
  pauseSession,
  putRunBack,
  reopenSession,
  resumeAfterGap,
  resumeSession,
  startSession,
} from '#shared/doc/running.ts'
import { markDone, putBlock, putSession, readRun, tickStep, writeRun } from '#shared/doc/sessions.ts'
import type { BlockId, SessionId } from '#shared/model/ids.ts'
import { spentMs } from '#shared/rules/session-time.ts'

// Test ids are written by hand.
const session = 'sesi-satu' as SessionId
const block = (id: string) => id as BlockId
/** Minutes after eight in the morning, with seconds behind the point. */
const at = (minutes: number): string => new Date(Date.UTC(2026, 3, 16, 1, 0, 0) + minutes * 60_000).toISOString()
const ms = (minutes: number): number => Date.parse(at(minutes))
const minute = 60_000

function planned(...blocks: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  putSession(doc, session, { title: 'Diagnose', stage: 'diagnose', date: '2026-04-16', start: '08:00', timeZone: 'WIB' }, byPerson)
  for (const [n, id] of blocks.entries()) putBlock(doc, session, block(id), { order: `a${n}`, title: id, minutes: 30 }, byPerson)
  return doc
}
function begun(): Y.Doc {
  const doc = planned('buka', 'ide', 'rehat')
  startSession(doc, session, at(0), byPerson)
  return doc
}
const run = (doc: Y.Doc) => readRun(doc, session)

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
function meet(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
}

describe('a running session', () => {
  it('begins with its first block, and only once', () => {
    const doc = begun()
    expect(run(doc)).toMatchObject({ startedAt: at(0), block: 'buka', stayAt: at(0), endedAt: '' })
    startSession(doc, session, at(9), byPerson)
    expect(run(doc).startedAt).toBe(at(0))
  })

  it('does not begin without a block', () => {
    const doc = planned()
    startSession(doc, session, at(0), byPerson)
    expect(run(doc).startedAt).toBe('')
  })

  it('keeps what each block ran, and goes on from there when it comes back', () => {
    const doc = begun()
    nextBlock(doc, session, at(20), byPerson)
    nextBlock(doc, session, at(25), byPerson)
    backBlock(doc, session, at(27), byPerson)
    const now = run(doc)
    expect(now.block).toBe('ide')
    expect(now.blocks.buka).toMatchObject({ firstAt: at(0), lastAt: at(20), spentMs: 20 * minute })
    expect(now.blocks.ide).toMatchObject({ firstAt: at(20), lastAt: '', spentMs: 5 * minute })
    expect(spentMs(now, 'ide', ms(30))).toBe(8 * minute)
    expect(spentMs(now, 'rehat', ms(30))).toBe(2 * minute)
  })

  it('stays at the last block and at the first one', () => {
    const doc = begun()
    backBlock(doc, session, at(1), byPerson)
    expect(run(doc).block).toBe('buka')
    jumpTo(doc, session, block('rehat'), at(2), byPerson)
    nextBlock(doc, session, at(3), byPerson)
    expect(run(doc).block).toBe('rehat')
    expect(run(doc).blocks.rehat?.lastAt).toBe('')
  })

  it('does not go to a block that is none of its own', () => {
    const doc = begun()
    jumpTo(doc, session, block('lain'), at(2), byPerson)
    expect(run(doc).block).toBe('buka')
  })

  it('goes on from the beginning when the present block was taken off the plan', () => {
    const doc = begun()
    doc.getMap(`blocks/${session}`).delete('buka')
    nextBlock(doc, session, at(5), byPerson)
    expect(run(doc).block).toBe('ide')
  })

  it('does not count a pause', () => {
    const doc = begun()
    pauseSession(doc, session, at(10), byPerson)
    expect(spentMs(run(doc), 'buka', ms(50))).toBe(10 * minute)
    pauseSession(doc, session, at(12), byPerson)
    expect(run(doc).pausedAt).toBe(at(10))
    resumeSession(doc, session, at(50), byPerson)
    expect(spentMs(run(doc), 'buka', ms(55))).toBe(15 * minute)
  })

  it('ends a pause with the next block', () => {
    const doc = begun()
    pauseSession(doc, session, at(10), byPerson)
    nextBlock(doc, session, at(20), byPerson)
    expect(run(doc)).toMatchObject({ block: 'ide', pausedAt: '', stayAt: at(20) })
    expect(run(doc).blocks.buka?.spentMs).toBe(10 * minute)
  })

  it('adds up time that is given and taken', () => {
    const doc = begun()
    addTime(doc, session, block('buka'), 5 * minute, byPerson)
    addTime(doc, session, block('buka'), 5 * minute, byPerson)
    addTime(doc, session, block('buka'), -5 * minute, byPerson)
    expect(run(doc).blocks.buka?.extraMs).toBe(5 * minute)
  })

  it('ends where it is, and opens again there, on hold', () => {
    const doc = begun()
    nextBlock(doc, session, at(20), byPerson)
    endSession(doc, session, at(35), byPerson)
    expect(run(doc)).toMatchObject({ endedAt: at(35), block: 'ide', stayAt: '' })
    expect(spentMs(run(doc), 'ide', ms(90))).toBe(15 * minute)
    reopenSession(doc, session, at(60), byPerson)
    expect(run(doc)).toMatchObject({ endedAt: '', pausedAt: at(60), block: 'ide' })
    resumeSession(doc, session, at(61), byPerson)
    expect(spentMs(run(doc), 'ide', ms(62))).toBe(16 * minute)
  })

  it('opens at the block that ran last when the record names none', () => {
    const doc = begun()
    nextBlock(doc, session, at(20), byPerson)
    endSession(doc, session, at(35), byPerson)
    writeRun(doc, session, { block: '' as BlockId /* as a record of old keeps it */ }, byPerson)
    reopenSession(doc, session, at(60), byPerson)
    expect(run(doc)).toMatchObject({ block: 'ide', pausedAt: at(60) })
  })

  it('takes a jump back as if it had never left, and leaves ticks and marks alone', () => {
    const doc = begun()
    const before = run(doc)
    jumpTo(doc, session, block('rehat'), at(10), byPerson)
    tickStep(doc, session, block('rehat'), 1, true, byPerson)
    markDone(doc, session, block('buka'), 'tim-a', true, byPerson)
    putRunBack(doc, session, before, at(11), byPerson)
    const now = run(doc)
    expect(now).toMatchObject({ block: 'buka', stayAt: at(0), seenAt: at(11) })
    expect(spentMs(now, 'buka', ms(12))).toBe(12 * minute)
    expect(now.blocks.rehat).toMatchObject({ firstAt: '', spentMs: 0, steps: [1] })
    expect(now.blocks.buka?.done).toEqual({ 'tim-a': true })
  })

  it('takes an end back as if the clock had gone on', () => {
    const doc = begun()
    const before = run(doc)
    endSession(doc, session, at(10), byPerson)
    putRunBack(doc, session, before, at(10.1), byPerson)
    expect(run(doc).endedAt).toBe('')
    expect(spentMs(run(doc), 'buka', ms(12))).toBe(12 * minute)
  })
})

describe('a power cut', () => {
  /** Begun at 0, last sign of life after 11 minutes. */
  function cut(): Y.Doc {
    const doc = begun()
    heartbeat(doc, session, at(11))
    return doc
  }

  it('goes on from the time that was left, and keeps the stretch', () => {
    const doc = cut()
    expect(gapOf(run(doc), at(15))).toBe(4 * minute)
    expect(resumeAfterGap(doc, session, at(15))).toBe(true)
    expect(run(doc).gaps).toEqual([{ from: at(11), to: at(15), block: 'buka' }])
    expect(spentMs(run(doc), 'buka', ms(15))).toBe(11 * minute)
    expect(spentMs(run(doc), 'buka', ms(16))).toBe(12 * minute)
    expect(resumeAfterGap(doc, session, at(15))).toBe(false)
  })

  it('is none when the last sign of life is fresh, and none while paused or over', () => {
    const doc = cut()
    expect(resumeAfterGap(doc, session, at(11.3))).toBe(false)
    pauseSession(doc, session, at(12), byPerson)
    expect(resumeAfterGap(doc, session, at(60))).toBe(false)
    resumeSession(doc, session, at(60), byPerson)
    endSession(doc, session, at(61), byPerson)
    expect(resumeAfterGap(doc, session, at(90))).toBe(false)
    expect(run(doc).gaps).toEqual([])
  })

  it('is recorded once when two windows find it at the same moment', () => {
    const doc = cut()
    const other = copyOf(doc)
    resumeAfterGap(doc, session, at(15))
    resumeAfterGap(other, session, at(15.001))
    meet(doc, other)
    expect(run(doc)).toEqual(run(other))
    expect(run(doc).gaps).toHaveLength(1)
    expect(run(doc).blocks.buka?.spentMs).toBe(11 * minute)
  })

  it('may be counted after all, also once the next block runs', () => {
    const doc = cut()
    resumeAfterGap(doc, session, at(15))
    nextBlock(doc, session, at(20), byPerson)
    countGap(doc, session, at(11), byPerson)
    expect(run(doc).gaps).toEqual([])
    expect(run(doc).blocks.buka?.spentMs).toBe(20 * minute)
    countGap(doc, session, at(11), byPerson)
    expect(run(doc).blocks.buka?.spentMs).toBe(20 * minute)
  })

  it('twice in one block leaves out both stretches', () => {
    const doc = cut()
    resumeAfterGap(doc, session, at(15))
    heartbeat(doc, session, at(18))
    resumeAfterGap(doc, session, at(28))
    expect(run(doc).gaps.map(({ from }) => from)).toEqual([at(11), at(18)])
    expect(spentMs(run(doc), 'buka', ms(29))).toBe(15 * minute)
  })
})

describe('the heartbeat', () => {
  const updates = (doc: Y.Doc, act: () => void): number => {
    let count = 0
    const hear = () => {
      count += 1
    }
    doc.on('update', hear)
    act()
    doc.off('update', hear)
    return count
  }

  it('writes once in five seconds, however many windows send it', () => {
    const doc = begun()
    const beats = updates(doc, () => {
      for (let second = 0; second <= 10; second += 1) heartbeat(doc, session, at(1 + second / 60))
    })
    // At 0, 4 and 8 seconds.
    expect(beats).toBe(3)
  })

  it('is silent before the start, in a pause and after the end', () => {
    const doc = planned('buka')
    expect(updates(doc, () => heartbeat(doc, session, at(0)))).toBe(0)
    startSession(doc, session, at(0), byPerson)
    pauseSession(doc, session, at(1), byPerson)
    expect(updates(doc, () => heartbeat(doc, session, at(5)))).toBe(0)
    endSession(doc, session, at(6), byPerson)
    expect(updates(doc, () => heartbeat(doc, session, at(9)))).toBe(0)
  })

  it('is no step that undo takes back', () => {
    const doc = begun()
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([byPerson]), captureTimeout: 0 })
    heartbeat(doc, session, at(5))
    expect(undo.undoStack).toHaveLength(0)
    expect(run(doc).seenAt).toBe(at(5))
  })

  it('keeps beating when the clock of the laptop was set back', () => {
    const doc = begun()
    heartbeat(doc, session, at(10))
    heartbeat(doc, session, at(3))
    expect(run(doc).seenAt).toBe(at(3))
  })

  it('costs a document of four hours little', () => {
    const doc = begun()
    const before = Y.encodeStateAsUpdate(doc).length
    for (let beat = 1; beat <= (4 * 3600) / 5; beat += 1) heartbeat(doc, session, at(beat / 12))
    expect(Y.encodeStateAsUpdate(doc).length - before).toBeLessThan(200)
  })
})
