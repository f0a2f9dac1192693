/**
 * Who gets a reward. The secretariat chooses what to measure and how much of it; nothing here is a rule of LAN (domain.md 6.4). Everything is
 * read off the lab as it stands now, so a list is a proposal until the secretariat has signed it.
 */
import type { Lab } from '../model/lab.ts'
import type { StageDef } from '../model/pack.ts'
import type { Reward, RewardIndicator, RewardTarget, Session } from '../model/session.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { isThrough, milestonesOf } from './milestones.ts'
import { sessionState } from './session-time.ts'

export type RewardFacts = {
  readonly lab: Pick<Lab, 'units' | 'people' | 'deadlines'>
  readonly innovations: readonly InnovationSummary[]
  /** The stages of the method in order. */
  readonly stages: readonly StageDef[]
  readonly sessions: readonly Session[]
  /** ISO day. */
  readonly today: string
  /** Innovation → how often it was among the winners of a convention of this lab that is over. */
  readonly awards: Readonly<Record<string, number>>
}

/** One measure of one candidate. `value` is null where there is nothing to measure by yet, such as no session with attendance. */
export type RewardReason = {
  readonly indicator: RewardIndicator
  readonly atLeast: number
  readonly value: number | null
  readonly met: boolean
}

export type Candidate = {
  readonly id: string
  readonly name: string
  /** Name of its unit; empty for a unit and where none is set. */
  readonly unit: string
  readonly reasons: readonly RewardReason[]
  /** Place among those that qualify, from 1; equals share it. Null for those who do not qualify by themselves. */
  readonly rank: number | null
  readonly tied: boolean
  /** Put on the list by the secretariat. */
  readonly byHand: boolean
}

export type RewardList = {
  /** Who gets it: those that qualify by rank, then those added by hand. */
  readonly given: readonly Candidate[]
  /** Equal to each other and too many for the places left; the secretariat decides. */
  readonly undecided: readonly Candidate[]
  readonly places: number
  /** Qualify, but `most` is reached. */
  readonly beyond: readonly Candidate[]
  /** Would qualify, taken off by hand. */
  readonly left: readonly Candidate[]
  /** Narrowly missed: one criterion short. The nearest first. */
  readonly near: readonly Candidate[]
  /** Rupiah for all of `given`, or null where it is no money. */
  readonly sum: number | null
}

/**
 * Without criteria nobody qualifies and only those added by hand get it.
 * Order: by the value of the first criterion, then of the second, and so on; equal in all means a tie, which is told and never broken by chance.
 */
export function rewardList(reward: Reward, facts: RewardFacts): RewardList {
  const all = candidates(reward, facts)
  const fit = ranked(all.filter((one) => one.reasons.length > 0 && one.reasons.every(({ met }) => met)))
  const isLeft = new Set(reward.left)
  const isAdded = new Set(reward.added)
  const left = fit.filter((one) => isLeft.has(one.id))
  const byId = new Map([...all, ...fit].map((one) => [one.id, one]))
  const added = reward.added.flatMap((id) => byId.get(id) ?? []).filter((one) => !isLeft.has(one.id))
  const open = fit.filter((one) => !isLeft.has(one.id) && !isAdded.has(one.id))
  const room = reward.most === null ? open.length : Math.max(0, reward.most - added.length)
  const { inside, edge } = placed(open, room)
  const beyond = open.slice(inside.length + edge.length)
  // Those who qualify stand by rank also when somebody had put them on the list as well.
  const given = [...inside, ...added].sort((a, b) => (a.rank ?? last) - (b.rank ?? last))
  const taken = new Set([...given, ...left, ...fit].map(({ id }) => id))
  const near = all.filter((one) => !taken.has(one.id) && !isLeft.has(one.id) && isNear(one)).sort((a, b) => shareOf(b) - shareOf(a))
  const sum = reward.amount === null ? null : reward.amount * given.length
  return { given, undecided: edge, places: room - inside.length, beyond, left, near, sum }
}

/** Behind every rank. */
const last = Number.MAX_SAFE_INTEGER

/** Fills the room by rank; a group of equals that no longer fits whole is left to decide. */
function placed(open: readonly Candidate[], room: number): { readonly inside: readonly Candidate[]; readonly edge: readonly Candidate[] } {
  if (open.length <= room) return { inside: open, edge: [] }
  const firstOut = open[room]?.rank
  const inside = open.slice(0, room).filter((one) => one.rank !== firstOut)
  const edge = inside.length === room ? [] : open.filter((one) => one.rank === firstOut)
  return { inside, edge }
}

function ranked(fit: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...fit].sort(stronger)
  const places: number[] = []
  for (const [at, one] of sorted.entries()) {
    const before = sorted[at - 1]
    places.push(before !== undefined && stronger(before, one) === 0 ? (places[at - 1] ?? 1) : at + 1)
  }
  const shared = new Set(places.filter((rank, at) => places.indexOf(rank) !== at))
  return sorted.map((one, at) => ({ ...one, rank: places[at] ?? null, tied: shared.has(places[at] ?? 0) }))
}

function stronger(a: Candidate, b: Candidate): number {
  for (const [at, reason] of a.reasons.entries()) {
    const difference = (b.reasons[at]?.value ?? 0) - (reason.value ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** One criterion short; where there is only one, at least half of what is asked. */
function isNear({ reasons }: Candidate): boolean {
  const short = reasons.filter(({ met }) => !met)
  const [only] = short
  if (only === undefined || short.length > 1 || only.value === null) return false
  return reasons.length > 1 || only.value * 2 >= only.atLeast
}

/** How much of the missing criterion is there, 0 to 1. */
const shareOf = ({ reasons }: Candidate): number => {
  const short = reasons.find(({ met }) => !met)
  return short === undefined || short.atLeast <= 0 ? 1 : (short.value ?? 0) / short.atLeast
}

function candidates(reward: Reward, facts: RewardFacts): readonly Candidate[] {
  const gathered = gather(facts)
  const byHand = new Set(reward.added)
  return subjects(reward.to, facts).map(({ id, name, unit, unitName, own, present }) => {
    const reasons = reward.criteria.map(({ indicator, atLeast }): RewardReason => {
      const value = measure(indicator, own ?? gathered.byUnit.get(unit) ?? [], present(gathered), facts)
      return { indicator, atLeast, value, met: value !== null && value >= atLeast }
    })
    return { id, name, unit: unitName, reasons, rank: null, tied: false, byHand: byHand.has(id) }
  })
}

type Subject = {
  readonly id: string
  readonly name: string
  /** Id of the unit it belongs to; its innovations are counted unless `own` says which. */
  readonly unit: string
  readonly unitName: string
  readonly own?: readonly InnovationSummary[]
  readonly present: (gathered: Gathered) => number | null
}

/** Everybody who could get it. People are measured by the innovations of their unit and by their own attendance. */
function subjects(to: RewardTarget, { lab, innovations }: RewardFacts): readonly Subject[] {
  const nameOf = new Map<string, string>(lab.units.map((unit) => [unit.id, unit.name]))
  switch (to) {
    case 'unit':
      return lab.units.map(({ id, name }) => ({ id, name, unit: id, unitName: '', present: (all) => shareOfUnit(all, id) }))
    case 'innovation':
      return live(innovations).map((one) => {
        const unit = one.unit ?? ''
        return {
          id: one.id,
          name: one.name,
          unit,
          unitName: nameOf.get(unit) ?? '',
          own: [one],
          present: (all) => (unit === '' ? null : shareOfUnit(all, unit)),
        }
      })
    case 'person':
      return lab.people.map(({ id, name, unit }) => ({
        id,
        name,
        unit: unit ?? '',
        unitName: nameOf.get(unit ?? '') ?? '',
        present: (all) => percent(all.sessions.filter(({ came }) => came.has(id)).length, all.sessions.length),
      }))
  }
}

const live = (innovations: readonly InnovationSummary[]) => innovations.filter((one) => !one.archived)

type Gathered = {
  readonly byUnit: ReadonlyMap<string, readonly InnovationSummary[]>
  /** Sessions that are over and at which somebody ticked who came. */
  readonly sessions: readonly { readonly came: ReadonlySet<string>; readonly units: ReadonlySet<string> }[]
}

function gather({ lab, innovations, sessions }: RewardFacts): Gathered {
  const byUnit = new Map<string, InnovationSummary[]>()
  for (const one of live(innovations)) {
    if (one.unit === null) continue
    const known = byUnit.get(one.unit)
    if (known === undefined) byUnit.set(one.unit, [one])
    else known.push(one)
  }
  const unitOf = new Map<string, string>(lab.people.flatMap(({ id, unit }) => (unit === null ? [] : [[id, unit]])))
  const past = sessions
    .filter((one) => sessionState(one) === 'selesai')
    .map(({ attendance }) => Object.entries(attendance).flatMap(([person, { state }]) => (state === 'hadir' ? [person] : [])))
    .filter((came) => came.length > 0)
    .map((came) => ({ came: new Set(came), units: new Set(came.flatMap((person) => unitOf.get(person) ?? [])) }))
  return { byUnit, sessions: past }
}

const shareOfUnit = ({ sessions }: Gathered, unit: string): number | null =>
  percent(sessions.filter(({ units }) => units.has(unit)).length, sessions.length)

/** Whole per cent; null of nothing. */
const percent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 100))

const sumOf = <T>(all: readonly T[], count: (one: T) => number): number => all.reduce((sum, one) => sum + count(one), 0)

/** Over several innovations counts are added; of stages the farthest counts. `attendance` and `on_time` are whole per cent. */
function measure(indicator: RewardIndicator, own: readonly InnovationSummary[], present: number | null, facts: RewardFacts): number | null {
  switch (indicator) {
    case 'innovations':
      return own.length
    case 'stage':
      return Math.max(0, ...own.map((one) => facts.stages.findIndex(({ key }) => key === one.stage) + 1))
    case 'launched':
      return own.filter((one) => one.launched).length
    case 'monitored':
      return own.filter((one) => one.monitored).length
    case 'canvases_done':
      return sumOf(own, (one) => Object.values(one.canvases).filter((state) => state === 'selesai').length)
    case 'forms_accepted':
      return sumOf(own, (one) => Object.values(one.rounds).filter(({ kind }) => kind === 'accepted').length)
    case 'proposal_words':
      return sumOf(own, (one) => sumOf(Object.values(one.words), (words) => words))
    case 'members':
      return sumOf(own, (one) => one.members)
    case 'attendance':
      return present
    case 'on_time':
      return onTime(own, facts)
    case 'adopted':
      return sumOf(own, (one) => one.catalogue.adopters.length)
    case 'awarded':
      return sumOf(own, (one) => facts.awards[one.id] ?? 0)
  }
}

/**
 * When a milestone was met is not kept, so what counts is which deadlines are not missed now: those still ahead, and those past whose
 * milestone is met today, if also late. Null without deadlines or innovations.
 */
function onTime(own: readonly InnovationSummary[], { lab, stages, today }: RewardFacts): number | null {
  const due = milestonesOf(stages).filter((milestone) => (lab.deadlines[milestone] ?? '') !== '')
  const kept = sumOf(own, (one) => due.filter((at) => (lab.deadlines[at] ?? '') >= today || isThrough(one, at, stages)).length)
  return percent(kept, own.length * due.length)
}
