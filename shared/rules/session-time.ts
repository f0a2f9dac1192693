/**
 * The time of a session: when each block is planned, how long the present one has left, and how far the room is ahead or behind.
 * The present comes in as milliseconds since 1970; every answer follows from what is stored, so it is the same after a power cut.
 */

import type { BlockRun, Run, Session, SessionBlock, SessionHead } from '../model/session.ts'
import type { SessionState } from '../model/summary.ts'
import { localDay, momentOf } from './dates.ts'

export const minuteMs = 60_000

/** Share of the planned time below which the timer warns, and below which it warns loudly. */
export const warnShare = 0.2
export const alarmShare = 0.05

/** A laptop that gave no sign of life for longer than this, in milliseconds, was off. */
export const gapMs = 20_000

export const emptyRun: Run = { startedAt: '', endedAt: '', block: null, stayAt: '', pausedAt: '', seenAt: '', gaps: [], blocks: {} }
export const emptyBlockRun: BlockRun = { firstAt: '', lastAt: '', spentMs: 0, extraMs: 0, steps: [], done: {} }

export const blockRunOf = (run: Run, block: string): BlockRun => run.blocks[block] ?? emptyBlockRun

/** Minutes a block is planned for. Turns at desks fill as many rounds as the tables need. `turns` is how many come. */
export function blockMinutes(block: SessionBlock, turns: number): number {
  if (block.kind !== 'desks') return block.minutes
  return Math.max(1, Math.ceil(turns / Math.max(1, block.desks))) * block.each
}

/** How many turns a block has when nobody was picked: the units or the innovations of the lab. */
export type TurnCounts = { readonly unit: number; readonly innovation: number }

export const turnsOf = (block: SessionBlock, counts: TurnCounts): number =>
  block.turns.length > 0 ? block.turns.length : counts[block.per]

export const plannedMs = (block: SessionBlock, counts: TurnCounts): number => blockMinutes(block, turnsOf(block, counts)) * minuteMs

/** The planned beginning as milliseconds since 1970; null while the session has no day or no hour. */
export const plannedStart = (session: Pick<SessionHead, 'date' | 'start' | 'timeZone'>): number | null =>
  momentOf(session.date, session.start, session.timeZone)

export type BlockTime = {
  readonly block: SessionBlock
  /** Minutes from the beginning of the session. */
  readonly from: number
  readonly minutes: number
  /** `09:15` by the plan; hours go on past midnight as 24, 25. Empty while the session has no hour. */
  readonly clock: string
}

/** Every block with its planned beginning, one after another. */
export function blockTimes(session: Pick<Session, 'start' | 'blocks'>, counts: TurnCounts): readonly BlockTime[] {
  let from = 0
  return session.blocks.map((block) => {
    const minutes = blockMinutes(block, turnsOf(block, counts))
    const time = { block, from, minutes, clock: clockAfter(session.start, from) }
    from += minutes
    return time
  })
}

/** `08:30` and 45 → `09:15`. Empty when the start is no clock. */
export function clockAfter(start: string, minutes: number): string {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/u.exec(start)
  if (match === null) return ''
  const all = Number(match[1]) * 60 + Number(match[2]) + Math.round(minutes)
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`
}

export const sessionMinutes = (session: Pick<Session, 'blocks'>, counts: TurnCounts): number =>
  session.blocks.reduce((sum, block) => sum + blockMinutes(block, turnsOf(block, counts)), 0)

export function sessionState(session: Pick<Session, 'template' | 'run'>): SessionState {
  if (session.template) return 'pola'
  if (session.run.endedAt !== '') return 'selesai'
  return session.run.startedAt === '' ? 'rencana' : 'berjalan'
}

/** Milliseconds a block has run until now, pauses and power cuts left out. */
export function spentMs(run: Run, block: string, now: number): number {
  const past = blockRunOf(run, block).spentMs
  const since = run.block === block ? Date.parse(run.stayAt) : Number.NaN
  return Number.isNaN(since) ? past : past + Math.max(0, now - since)
}

export type Timer = {
  /** Planned and added time together, in milliseconds. */
  readonly allMs: number
  readonly spentMs: number
  /** Negative when the time is over. */
  readonly leftMs: number
  readonly paused: boolean
  /** `warn` at 20 % of the time and less, `alarm` at 5 %, `over` below nothing. A block without a planned time stays `calm`. */
  readonly tone: 'calm' | 'warn' | 'alarm' | 'over'
}

/** The timer of a block. */
export function timerOf(session: Pick<Session, 'run'>, block: SessionBlock, counts: TurnCounts, now: number): Timer {
  const { run } = session
  const allMs = Math.max(0, plannedMs(block, counts) + blockRunOf(run, block.id).extraMs)
  const spent = spentMs(run, block.id, now)
  const leftMs = allMs - spent
  const share = leftMs / allMs
  const tone = allMs === 0 ? 'calm' : leftMs < 0 ? 'over' : share <= alarmShare ? 'alarm' : share <= warnShare ? 'warn' : 'calm'
  return { allMs, spentMs: spent, leftMs, paused: run.pausedAt !== '', tone }
}

export type Drift = {
  /** Minutes behind the plan (positive) or ahead of it (negative), rounded to whole minutes. */
  readonly minutes: number
  /** When the session will be over if the rest goes as planned, milliseconds since 1970. */
  readonly end: number
}

/** Nobody is this far behind, in minutes: the session was opened again on another day. */
const farOff = 12 * 60

/** The planned start where the session was begun on the day of its plan, else the moment it was begun. */
function measuredFrom({ run, ...head }: Session): number | null {
  const planned = plannedStart(head)
  const begun = Date.parse(run.startedAt)
  if (Number.isNaN(begun)) return null
  return planned !== null && localDay(run.startedAt, head.timeZone) === head.date ? planned : begun
}

/**
 * How the room stands against the plan, or against its own beginning where it was not begun on the planned day. Null before the
 * start, after the end, and on another day.
 */
export function driftOf(session: Session, counts: TurnCounts, now: number): Drift | null {
  const { run, blocks } = session
  const start = measuredFrom(session)
  const at = blocks.findIndex((block) => block.id === run.block)
  const current = blocks[at]
  if (start === null || current === undefined || run.startedAt === '' || run.endedAt !== '') return null
  const rest = blocks.slice(at + 1).reduce((sum, block) => sum + plannedMs(block, counts), 0)
  const end = now + Math.max(0, timerOf(session, current, counts, now).leftMs) + rest
  const planned = start + sessionMinutes(session, counts) * minuteMs
  const minutes = Math.round((end - planned) / minuteMs)
  return Math.abs(minutes) > farOff ? null : { minutes, end }
}

/** `18:24`, with hours only from one hour on (`1:02:03`); what is over is counted up with a minus sign. */
export function durationText(ms: number): string {
  // A timer shows the second that is still running out.
  const all = ms < 0 ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000)
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return `${ms < 0 && all > 0 ? '−' : ''}${h > 0 ? `${h}:${two(m)}` : two(m)}:${two(s)}`
}
