/** Who presents when: each panel has a line of its own, and nobody is in two places at once. Times are local times of the lab. */
import type { EntryId, JudgeId, PanelId } from '../model/ids.ts'
import type { Convention, Panel, Slot } from '../model/jury.ts'
import { recusalsOf } from './jury-recusal.ts'

/** Every day again: from `12:00`, so many minutes. */
export type Break = { readonly at: string; readonly minutes: number }
export type Plan = {
  /** `2026-09-14T09:00`; days after the first begin at the same time. */
  readonly from: string
  /** `16:00`: nothing begins that would end later; the rest goes on the next day. Without it one day takes all. */
  readonly until?: string
  readonly breaks?: readonly Break[]
  /** All panels that judge the stage when left out. */
  readonly panels?: readonly PanelId[]
  readonly stage: string
}

type Span = { readonly start: number; readonly end: number }
/** What is taken already: by whom (`j/…` a judge, `e/…` an entry). */
type Taken = Map<string, Span[]>

const day = 24 * 60

/** Minutes since 1970 on the clock of the lab; null for what is no moment. */
function minutesOf(local: string): number | null {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/u.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN
  return Number.isNaN(at) ? null : at / 60_000
}

const localOf = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(0, 16)

/** `12:30` → 750; null for what is no time of a day. */
function clockOf(time: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time)
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}

/**
 * Presentations of one stage, in the order of each panel's entries. What is in the convention for other stages or panels is kept clear of.
 * Nothing comes of a beginning that is no moment, or of a day too short for one presentation.
 */
export function scheduled(convention: Convention, plan: Plan): readonly Slot[] {
  const from = minutesOf(plan.from)
  const length = convention.present.talk + convention.present.ask
  const wanted = convention.panels.filter((panel) => judges(panel, plan.stage) && (plan.panels?.includes(panel.id) ?? true))
  const until = plan.until === undefined ? null : clockOf(plan.until)
  if (from === null || (until !== null && (from % day) + length > until)) return []
  const hours = { first: from % day, until, breaks: (plan.breaks ?? []).flatMap(spanOf) }
  const busyWith = busyIn(convention)
  const taken: Taken = new Map()
  for (const slot of otherSlots(convention, plan.stage, wanted)) take(taken, busyWith(slot), slotSpan(slot))
  const takesPart = new Set(convention.entries.filter(({ withdrawn }) => withdrawn === '').map(({ id }) => id))
  const lines = wanted.map((panel) => ({ panel: panel.id, left: panel.entries.filter((id) => takesPart.has(id)), clock: from }))
  const slots: Slot[] = []
  for (;;) {
    // The line that is free first goes on, so that no panel runs ahead and takes the judges of another.
    const line = lines.filter(({ left }) => left.length > 0).toSorted((a, b) => a.clock - b.clock)[0]
    const entry = line?.left.shift()
    if (line === undefined || entry === undefined) return slots
    const names = busyWith({ entry, panel: line.panel })
    const start = firstFree(line.clock, length, names, taken, hours)
    if (start === null) return slots
    take(taken, names, { start, end: start + length })
    line.clock = start + length
    slots.push({ entry, panel: line.panel, stage: plan.stage, start: localOf(start), minutes: length })
  }
}

/** The convention with these slots in place of those of the same stage and panels. */
export function withSlots(convention: Convention, stage: string, panels: readonly PanelId[], slots: readonly Slot[]): Convention {
  const kept = convention.slots.filter((slot) => slot.stage !== stage || !panels.includes(slot.panel))
  return { ...convention, slots: [...kept, ...slots].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)) }
}

const judges = ({ stages }: Panel, stage: string): boolean => stages.length === 0 || stages.includes(stage)

function spanOf({ at, minutes }: Break): readonly Span[] {
  const start = clockOf(at)
  return start === null || minutes <= 0 ? [] : [{ start, end: start + minutes }]
}

function slotSpan({ start, minutes }: Slot): Span {
  const from = minutesOf(start) ?? Number.NEGATIVE_INFINITY
  return { start: from, end: from + minutes }
}

const otherSlots = ({ slots }: Convention, stage: string, panels: readonly Panel[]): readonly Slot[] =>
  slots.filter((slot) => slot.stage !== stage || !panels.some(({ id }) => id === slot.panel))

/** Everybody who has to be there: the entry's people, and the judges of the panel who may judge it. */
function busyIn(convention: Convention): (slot: Pick<Slot, 'entry' | 'panel'>) => readonly string[] {
  const recused = recusalsOf(convention)
  const sitting = new Map(convention.panels.map((panel) => [panel.id, panel.judges]))
  return ({ entry, panel }) => [
    `e/${entry}`,
    ...(sitting.get(panel) ?? []).filter((judge) => recused(judge, entry) === null).map((judge) => `j/${judge}`),
  ]
}

function take(taken: Taken, names: readonly string[], span: Span): void {
  for (const name of names) taken.set(name, [...(taken.get(name) ?? []), span])
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

type Hours = { readonly first: number; readonly until: number | null; readonly breaks: readonly Span[] }

/** Null when no such time comes within a year, as in a day that is all break. */
function firstFree(from: number, length: number, names: readonly string[], taken: Taken, hours: Hours): number | null {
  const theirs = names.flatMap((name) => taken.get(name) ?? [])
  let start = from
  while (start < from + 366 * day) {
    const span = { start, end: start + length }
    const next = closedUntil(span, hours) ?? theirs.find((one) => overlap(one, span))?.end
    if (next === undefined) return start
    start = next
  }
  return null
}

/** When it is open again, if the span lies in a break or outside of the hours. */
function closedUntil(span: Span, { first, until, breaks }: Hours): number | undefined {
  const midnight = Math.floor(span.start / day) * day
  if (until !== null && span.start - midnight < first) return midnight + first
  if (until !== null && span.end - midnight > until) return midnight + day + first
  const within = breaks.find((one) => overlap({ start: one.start + midnight, end: one.end + midnight }, span))
  return within === undefined ? undefined : within.end + midnight
}

/** Two presentations at the same time that need the same people. */
export type Clash = {
  readonly one: Slot
  readonly other: Slot
  readonly judges: readonly JudgeId[]
  readonly entry: EntryId | null
  readonly panel: PanelId | null
}

/** Each pair once, earliest first. A panel cannot hear two at once either, though its judges be others. */
export function clashes(slots: readonly Slot[], convention: Convention): readonly Clash[] {
  const busyWith = busyIn(convention)
  const all = slots
    .map((slot) => ({ slot, span: slotSpan(slot), names: new Set(busyWith(slot)) }))
    .toSorted((a, b) => a.span.start - b.span.start)
  const found: Clash[] = []
  for (const [at, one] of all.entries())
    for (const other of all.slice(at + 1)) {
      if (other.span.start >= one.span.end) break
      if (!overlap(one.span, other.span)) continue
      const both = convention.judges.map(({ id }) => id).filter((id) => one.names.has(`j/${id}`) && other.names.has(`j/${id}`))
      const entry = one.slot.entry === other.slot.entry ? one.slot.entry : null
      const panel = one.slot.panel === other.slot.panel ? one.slot.panel : null
      if (both.length > 0 || entry !== null || panel !== null) found.push({ one: one.slot, other: other.slot, judges: both, entry, panel })
    }
  return found
}
