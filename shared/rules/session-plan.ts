/**
 * Making the plan of a session: from a stage's default agenda, from an earlier session, and what the plan has to be watched for.
 * Days are ISO days, clocks `08:30`, durations minutes.
 */
import type { AgendaBlock, StageDef } from '../model/pack.ts'
import type { Session, SessionBlock, SessionHead } from '../model/session.ts'
import type { SessionSummary } from '../model/summary.ts'
import type { Language } from '../model/text.ts'
import { say } from '../text/messages.ts'
import { planText } from '../text/plan.ts'
import { dayOf } from './dates.ts'
import { blockMinutes, clockAfter, minuteMs, plannedStart, sessionMinutes, type TurnCounts, turnsOf } from './session-time.ts'

/** A block before it has an id and a place in the order. */
export type PlannedBlock = Omit<SessionBlock, 'id' | 'order'>
/** `day` counts from 1, as the agenda of a method pack does. */
export type PlannedDay = { readonly day: number; readonly blocks: readonly PlannedBlock[] }

export const defaultStart = '08:30'
/** After this a day counts as too long. Ours; offices close at about this time. */
const dayEnd = '17:00'
const longDay = 240
const coffeeMinutes = 15
const lunchMinutes = 60
/** Minutes since midnight between which a break may begin, and when it would best. */
const coffeeTime = { from: 9 * 60 + 30, best: 10 * 60 + 15, to: 11 * 60 + 15 } as const
const lunchTime = { from: 11 * 60 + 30, best: 12 * 60, to: 13 * 60 + 30 } as const
/** Turns as short as this are held before the whole hall, one after another. */
const stageTurn = 5
/** Longer turns get so many tables that they take about two hours together. */
const desksTogether = 120
export const mostDesks = 12

export const emptyBlock: PlannedBlock = {
  kind: 'activity',
  title: '',
  minutes: 30,
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
}

/** How many tables turns of that length get when nobody has said. */
export const desksFor = (each: number, turns: number): number =>
  each <= stageTurn ? 1 : Math.min(mostDesks, Math.max(1, Math.ceil((each * turns) / desksTogether)))

/** One block of a default agenda; what is done for each unit or innovation becomes turns at desks. */
export function blockFromAgenda(block: AgendaBlock, language: Language, counts: TurnCounts): PlannedBlock {
  const common: PlannedBlock = {
    ...emptyBlock,
    title: block.label[language],
    minutes: block.minutes,
    canvas: block.canvas ?? '',
    script: block.script[language],
    instruction: block.instruction?.[language] ?? '',
    steps: block.steps.map((step) => step[language]).join('\n'),
  }
  if (block.per === 'session') return common
  const desks: PlannedBlock = {
    ...common,
    kind: 'desks',
    per: block.per,
    each: block.minutes,
    desks: desksFor(block.minutes, counts[block.per]),
  }
  return { ...desks, minutes: minutesOf(desks, counts) }
}

export const breakBlock = (kind: 'coffee' | 'lunch', language: Language): PlannedBlock => ({
  ...emptyBlock,
  kind: 'break',
  title: say(planText[kind], language),
  minutes: kind === 'coffee' ? coffeeMinutes : lunchMinutes,
  script: say(planText.breakOurs, language),
})

/**
 * The default agenda of a stage, day by day.
 * @param start clock at which every day begins; decides where breaks fall
 * @param breaks puts a coffee and a lunch break into days of more than four hours; the packs carry none
 */
export function planFromAgenda(
  stage: Pick<StageDef, 'agenda'>,
  language: Language,
  counts: TurnCounts,
  { start = defaultStart, breaks = true }: { readonly start?: string; readonly breaks?: boolean } = {},
): readonly PlannedDay[] {
  const days = [...new Set(stage.agenda.map(({ day }) => day))].sort((a, b) => a - b)
  return days.map((day) => {
    const blocks = stage.agenda.filter((block) => block.day === day).map((block) => blockFromAgenda(block, language, counts))
    return { day, blocks: breaks ? withBreaks(blocks, start, language, counts) : blocks }
  })
}

/** Puts the breaks at the ends of blocks nearest to their time; a block is never cut, and where none ends in time there is no break. */
export function withBreaks(
  blocks: readonly PlannedBlock[],
  start: string,
  language: Language,
  counts: TurnCounts,
): readonly PlannedBlock[] {
  const total = blocks.reduce((sum, block) => sum + minutesOf(block, counts), 0)
  if (total <= longDay || clockMinutes(start) === null || blocks.some(({ kind }) => kind === 'break')) return blocks
  const withCoffee = putAt(blocks, coffeeTime, breakBlock('coffee', language), start, counts)
  return putAt(withCoffee, lunchTime, breakBlock('lunch', language), start, counts)
}

function putAt(
  blocks: readonly PlannedBlock[],
  time: { readonly from: number; readonly best: number; readonly to: number },
  rest: PlannedBlock,
  start: string,
  counts: TurnCounts,
): readonly PlannedBlock[] {
  let now = clockMinutes(start) ?? 0
  let found: { readonly after: number; readonly off: number } | null = null
  // After the last block there is nothing to rest for.
  for (const [at, block] of blocks.slice(0, -1).entries()) {
    now += minutesOf(block, counts)
    const off = Math.abs(now - time.best)
    if (now >= time.from && now <= time.to && (found === null || off < found.off)) found = { after: at + 1, off }
  }
  return found === null ? blocks : [...blocks.slice(0, found.after), rest, ...blocks.slice(found.after)]
}

type Turning = Pick<SessionBlock, 'kind' | 'minutes' | 'desks' | 'each' | 'per' | 'turns'>
const asBlock = (block: Turning): SessionBlock => block as SessionBlock // the rules of time read no other part
const minutesOf = (block: Turning, counts: TurnCounts): number => blockMinutes(asBlock(block), turnsOf(asBlock(block), counts))

/** Minutes a day of a plan takes. */
export const dayMinutes = (blocks: readonly PlannedBlock[], counts: TurnCounts): number =>
  blocks.reduce((sum, block) => sum + minutesOf(block, counts), 0)

/** The blocks of another session as a plan of one's own; turns and desk leaders of another lab mean nobody here. */
export const planFromSession = (session: Pick<Session, 'blocks'>, sameLab: boolean): readonly PlannedBlock[] =>
  session.blocks.map(({ id: _id, order: _order, ...block }) => (sameLab ? block : { ...block, lead: '', turns: [], deskLeads: [] }))

/** Minutes since midnight; null when it is no clock. */
function clockMinutes(clock: string): number | null {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/u.exec(clock)
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}

/** `8.30`, `08:30`, `830` and `8` → `08:30` and `08:00`; empty stays empty; null when it is no time of day. */
export function readClock(written: string): string | null {
  const text = written.trim()
  if (text === '') return ''
  const match = /^(\d{1,2})(?:[.:]?([0-5]\d))?$/u.exec(text)
  if (match === null || Number(match[1]) > 23) return null
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The day so many days later; empty when it is no day. */
function addDays(day: string, days: number): string {
  const at = dayOf(day)
  return at === null ? '' : isoDay(Date.UTC(at.year, at.month - 1, at.day + days))
}

/** Monday to Friday. Public holidays differ by year and place and are for the secretariat to know. */
function isWorkingDay(day: string): boolean {
  const at = dayOf(day)
  if (at === null) return false
  const weekday = new Date(Date.UTC(at.year, at.month - 1, at.day)).getUTCDay()
  return weekday > 0 && weekday < 6
}

/** The working days that follow a day, without those of `taken`. Empty when it is no day. */
export function workingDaysAfter(day: string, count: number, taken: ReadonlySet<string> = new Set()): readonly string[] {
  const found: string[] = []
  for (let at = addDays(day, 1); at !== '' && found.length < count; at = addDays(at, 1))
    if (isWorkingDay(at) && !taken.has(at)) found.push(at)
  return found
}

/** `15:45`; empty while the session has no hour. */
export const sessionEnd = (session: Pick<Session, 'start' | 'blocks'>, counts: TurnCounts): string =>
  clockAfter(session.start, sessionMinutes(session, counts))

/** Minutes the session runs past the end of the working day; 0 when it does not. */
export function minutesPastEnd(session: Pick<Session, 'start' | 'blocks'>, counts: TurnCounts): number {
  const start = clockMinutes(session.start)
  return start === null ? 0 : Math.max(0, start + sessionMinutes(session, counts) - (clockMinutes(dayEnd) ?? 0))
}

/** Other sessions that take place while this one does. Examples never take place. */
export function overlapping(session: Session, others: readonly Session[], counts: TurnCounts): readonly Session[] {
  const own = spanOf(session, counts)
  if (own === null) return []
  return others.filter((other) => {
    const span = other.id === session.id ? null : spanOf(other, counts)
    return span !== null && span.from < own.to && own.from < span.to
  })
}

function spanOf(session: Session, counts: TurnCounts): { readonly from: number; readonly to: number } | null {
  const from = session.template ? null : plannedStart(session)
  return from === null ? null : { from, to: from + sessionMinutes(session, counts) * minuteMs }
}

type Listed = Pick<SessionSummary, 'date' | 'state'>

/** The session to go on with: one that runs, else the first planned from today on. */
export const nextSession = <T extends Listed>(sessions: readonly T[], today: string): T | undefined =>
  sessions.find(({ state }) => state === 'berjalan') ??
  sessions.find(({ state, date }) => state === 'rencana' && date !== '' && date >= today)

/** Planned for a day gone by and never begun, in the order of the list. */
export const notHeld = <T extends Listed>(sessions: readonly T[], today: string): readonly T[] =>
  sessions.filter(({ state, date }) => state === 'rencana' && date !== '' && date < today)

export type SessionGroups<T> = { readonly coming: readonly T[]; readonly past: readonly T[]; readonly templates: readonly T[] }

/** Coming ones by time, past ones newest first. What was planned for a day gone by and never begun is past. */
export function groupSessions<T extends Listed>(sessions: readonly T[], today: string): SessionGroups<T> {
  const gone = ({ state, date }: Listed) => state === 'selesai' || (state === 'rencana' && date !== '' && date < today)
  const real = sessions.filter(({ state }) => state !== 'pola')
  return {
    coming: [...real.filter((one) => one.state === 'berjalan'), ...real.filter((one) => one.state !== 'berjalan' && !gone(one))],
    past: real.filter(gone).reverse(),
    templates: sessions.filter(({ state }) => state === 'pola'),
  }
}

/** `Diagnose, hari ke-2` where a stage takes several days, else the stage's own name. */
export const dayTitle = (stage: string, day: number, days: number, language: Language): string =>
  days > 1 ? say(planText.dayTitle, language, { stage, n: day }) : stage

/** What a copy of a session starts from; a copy has not taken place. */
export const headOfCopy = (head: SessionHead): Omit<SessionHead, 'id' | 'createdAt' | 'template'> => ({
  title: head.title,
  stage: head.stage,
  date: '',
  start: head.start,
  timeZone: head.timeZone,
  place: head.place,
  goal: head.goal,
  teams: [],
})
