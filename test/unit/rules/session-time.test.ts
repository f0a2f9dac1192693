import { describe, expect, it } from 'vitest'
import type { BlockId, SessionId } from '#shared/model/ids.ts'
import type { Run, Session, SessionBlock } from '#shared/model/session.ts'
import {
  blockMinutes,
  blockTimes,
  clockAfter,
  driftOf,
  durationText,
  emptyBlockRun,
  emptyRun,
  plannedStart,
  sessionMinutes,
  sessionState,
  spentMs,
  timerOf,
} from '#shared/rules/session-time.ts'

const minute = 60_000
/** 08.00 WIB on 16 April 2026, and minutes after it. */
const start = Date.UTC(2026, 3, 16, 1, 0, 0)
const at = (minutes: number): string => new Date(start + minutes * minute).toISOString()
const counts = { unit: 18, innovation: 20 }

const block = (id: string, minutes: number, patch: Partial<SessionBlock> = {}): SessionBlock => ({
  id: id as BlockId /* written by hand */,
  order: id,
  kind: 'activity',
  title: id,
  minutes,
  canvas: '',
  lead: '',
  script: '',
  instruction: '',
  steps: '',
  materials: '',
  desks: 1,
  each: 0,
  per: 'unit',
  turns: [],
  deskLeads: [],
  ...patch,
})

const session = (run: Partial<Run> = {}, blocks = [block('a', 60), block('b', 30), block('c', 15)]): Session => ({
  id: 'sesi' as SessionId /* written by hand */,
  title: '',
  stage: 'diagnose',
  date: '2026-04-16',
  start: '08:00',
  timeZone: 'WIB',
  place: '',
  goal: '',
  template: false,
  teams: [],
  createdAt: '',
  blocks,
  run: { ...emptyRun, ...run },
  attendance: {},
})
const running = (id: string, stayAt: string, blocks: Run['blocks'] = {}): Partial<Run> => ({
  startedAt: at(0),
  block: id as BlockId /* written by hand */,
  stayAt,
  blocks,
})

describe('planned time', () => {
  it('of desks is as many rounds as the tables need', () => {
    const desks = block('d', 5, { kind: 'desks', desks: 3, each: 20 })
    expect(blockMinutes(desks, 18)).toBe(120)
    expect(blockMinutes(desks, 19)).toBe(140)
    expect(blockMinutes(desks, 0)).toBe(20)
    expect(sessionMinutes({ blocks: [desks, block('e', 10)] }, counts)).toBe(130)
  })

  it('counts only the turns that were picked, and else all of the lab', () => {
    const desks = (patch: Partial<SessionBlock>) => [block('d', 0, { kind: 'desks', desks: 2, each: 10, ...patch })]
    expect(sessionMinutes({ blocks: desks({ turns: ['x', 'y', 'z'] }) }, counts)).toBe(20)
    expect(sessionMinutes({ blocks: desks({ per: 'unit' }) }, counts)).toBe(90)
    expect(sessionMinutes({ blocks: desks({ per: 'innovation' }) }, counts)).toBe(100)
  })

  it('gives every block its clock, one after another', () => {
    expect(blockTimes(session(), counts).map(({ from, clock }) => [from, clock])).toEqual([
      [0, '08:00'],
      [60, '09:00'],
      [90, '09:30'],
    ])
    expect(blockTimes({ ...session(), start: '' }, counts).map(({ clock }) => clock)).toEqual(['', '', ''])
  })

  it('goes on past midnight without beginning anew', () => {
    expect(clockAfter('23:30', 45)).toBe('24:15')
    expect(clockAfter('8.30', 45)).toBe('09:15')
    expect(clockAfter('25:00', 45)).toBe('')
  })

  it('begins at the hour of the zone it is held in', () => {
    expect(plannedStart(session())).toBe(start)
    expect(plannedStart({ ...session(), timeZone: 'WIT' })).toBe(start - 120 * minute)
    expect(plannedStart({ ...session(), date: '' })).toBeNull()
  })
})

describe('the state of a session', () => {
  it('follows from its moments', () => {
    expect(sessionState(session())).toBe('rencana')
    expect(sessionState(session({ startedAt: at(0) }))).toBe('berjalan')
    expect(sessionState(session({ startedAt: at(0), endedAt: at(9) }))).toBe('selesai')
    expect(sessionState({ ...session({ startedAt: at(0) }), template: true })).toBe('pola')
  })
})

describe('the timer', () => {
  const left = (minutes: number, patch: Partial<Run> = {}) => {
    const value = session({ ...running('a', at(0)), ...patch })
    return timerOf(value, value.blocks[0] as SessionBlock /* the first of three */, counts, start + minutes * minute)
  }

  it('warns from 20 % on, alarms from 5 % on, and counts over', () => {
    expect(left(0)).toEqual({ allMs: 60 * minute, spentMs: 0, leftMs: 60 * minute, paused: false, tone: 'calm' })
    expect(left(47.9).tone).toBe('calm')
    expect(left(48).tone).toBe('warn')
    expect(left(56.9).tone).toBe('warn')
    expect(left(57).tone).toBe('alarm')
    expect(left(60).tone).toBe('alarm')
    expect(left(61)).toMatchObject({ leftMs: -minute, tone: 'over' })
  })

  it('counts added time and time taken off', () => {
    expect(left(10, { blocks: { a: { ...emptyBlockRun, extraMs: 5 * minute } } })).toMatchObject({
      allMs: 65 * minute,
      leftMs: 55 * minute,
    })
    expect(left(10, { blocks: { a: { ...emptyBlockRun, extraMs: -90 * minute } } })).toMatchObject({ allMs: 0, leftMs: -10 * minute })
  })

  it('stands still in a pause', () => {
    const paused = { stayAt: '', pausedAt: at(12), blocks: { a: { ...emptyBlockRun, spentMs: 12 * minute } } }
    expect(left(40, paused)).toMatchObject({ leftMs: 48 * minute, paused: true })
  })

  it('does not run backwards when the clock of the laptop was set back', () => {
    expect(left(-30)).toMatchObject({ spentMs: 0, leftMs: 60 * minute })
  })

  it('is calm where no time is planned', () => {
    const value = session(running('a', at(0)), [block('a', 0)])
    expect(timerOf(value, value.blocks[0] as SessionBlock /* the only one */, counts, start + minute).tone).toBe('calm')
  })

  it('takes a moment that is none for nothing', () => {
    expect(spentMs({ ...emptyRun, block: 'a' as BlockId /* written by hand */, stayAt: 'kemarin' }, 'a', start)).toBe(0)
  })
})

describe('ahead or behind', () => {
  it('is nothing at the planned minute', () => {
    const ran = { a: { ...emptyBlockRun, spentMs: 60 * minute } }
    expect(driftOf(session(running('b', at(60), ran)), counts, start + 70 * minute)).toEqual({ minutes: 0, end: start + 105 * minute })
  })

  it('counts a late start, and time that is over', () => {
    expect(driftOf(session(running('a', at(10))), counts, start + 20 * minute)?.minutes).toBe(10)
    expect(driftOf(session(running('a', at(0))), counts, start + 63 * minute)).toEqual({ minutes: 3, end: start + 108 * minute })
  })

  it('is below nothing when a block was left early', () => {
    expect(driftOf(session(running('b', at(50))), counts, start + 50 * minute)?.minutes).toBe(-10)
  })

  it('is not said before the start, after the end, or when it is opened again on another day', () => {
    expect(driftOf(session(), counts, start)).toBeNull()
    expect(driftOf(session({ ...running('a', ''), endedAt: at(9) }), counts, start)).toBeNull()
    expect(driftOf(session(running('c', at(60_000))), counts, start + 60_001 * minute)).toBeNull()
  })

  it('is measured from the beginning itself when that was on another day than planned, or none was planned', () => {
    const late = { ...running('a', at(3000)), startedAt: at(3000) }
    expect(driftOf(session(late), counts, start + 3063 * minute)).toEqual({ minutes: 3, end: start + 3108 * minute })
    expect(driftOf({ ...session(running('a', at(0))), date: '' }, counts, start + 63 * minute)?.minutes).toBe(3)
  })
})

describe('a duration', () => {
  it('shows the second that runs out, and counts over with a minus', () => {
    expect(durationText(18 * minute + 24_000)).toBe('18:24')
    expect(durationText(999)).toBe('00:01')
    expect(durationText(0)).toBe('00:00')
    expect(durationText(-999)).toBe('00:00')
    expect(durationText(-61_000)).toBe('−01:01')
    expect(durationText(3_723_000)).toBe('1:02:03')
  })
})
