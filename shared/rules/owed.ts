/**
 * What units still owe a lab and since when: no innovation yet, behind a deadline, remarks to mend, follow-ups, launching and monitoring.
 * Late is only what lies past a day that somebody set; a lab without deadlines has nothing late but its dated follow-ups.
 */
import type { Lab, Milestone, Unit } from '../model/lab.ts'
import type { StageDef } from '../model/pack.ts'
import type { Note } from '../model/session.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { dayOf, daysBetween, localDay } from './dates.ts'
import { isThrough, milestonesOf } from './milestones.ts'
import { unitsWithout } from './units-without.ts'

/** In the order in which they are listed where days and all else are the same. */
export const owedKinds = ['no_innovation', 'deadline', 'launching', 'monitoring', 'remarks', 'followup'] as const
export type OwedKind = (typeof owedKinds)[number]

export type Owed = {
  /** The same for as long as the same thing is owed. */
  readonly id: string
  readonly kind: OwedKind
  /** Who owes it; null where no unit is known. */
  readonly unit: Unit['id'] | null
  readonly innovation: InnovationSummary | null
  /** Of a follow-up. */
  readonly note: Note | null
  /** Of a deadline, of launching and of monitoring: what should be done. */
  readonly milestone: Milestone | null
  /** How many remarks wait; 0 for all else. */
  readonly count: number
  /** ISO day since when it is owed; empty while unknown. */
  readonly since: string
  /** ISO day until which it is or was to be done; empty where nobody set one. */
  readonly due: string
  /** Whole days past `due`; 0 while it is not late. */
  readonly daysLate: number
}

type OwedLab = Pick<Lab, 'units' | 'deadlines' | 'stage' | 'timeZone'>

/** Days past a deadline; 0 before it, on it and without one. */
export const daysPast = (due: string, today: string): number => Math.max(0, daysBetween(due, today) ?? 0)

/**
 * The milestone of an innovation that is late the longest, or null: it is not through although its deadline lies before today.
 * An innovation that waits for its launch is late with that and not with monitoring, which can only follow.
 */
export function latestOf(
  one: InnovationSummary,
  deadlines: Lab['deadlines'],
  stages: readonly StageDef[],
  today: string,
): { readonly milestone: Milestone; readonly due: string; readonly days: number } | null {
  let found: { readonly milestone: Milestone; readonly due: string; readonly days: number } | null = null
  for (const milestone of milestonesOf(stages)) {
    const due = deadlines[milestone] ?? ''
    const days = daysPast(due, today)
    if (days > 0 && (found === null || days > found.days) && !isThrough(one, milestone, stages)) found = { milestone, due, days }
  }
  return found
}

/**
 * Everything owed, the most overdue first, then what is owed the longest.
 * @param innovations all of the lab; archived ones owe nothing
 * @param stages of the lab's method, in order
 * @param today ISO day in the lab's zone
 */
export function owedBy(
  lab: OwedLab,
  innovations: readonly InnovationSummary[],
  notes: readonly Note[],
  stages: readonly StageDef[],
  today: string,
): readonly Owed[] {
  const live = innovations.filter((one) => !one.archived)
  const found = [
    ...withoutInnovation(lab, live, today),
    ...live.flatMap((one) => owedOf(one, lab, stages, today)),
    ...openNotes(lab, live, notes, today),
  ]
  return found.sort(mostOverdueFirst)
}

const mostOverdueFirst = (a: Owed, b: Owed): number =>
  b.daysLate - a.daysLate ||
  compare(a.since || '9', b.since || '9') ||
  owedKinds.indexOf(a.kind) - owedKinds.indexOf(b.kind) ||
  compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const nothing = { innovation: null, note: null, milestone: null, count: 0, since: '', due: '', daysLate: 0 } as const

/** "Satu OPD satu inovasi": asked of every unit that owes one once Drum Up is over (domain.md 1.1). */
function withoutInnovation(lab: OwedLab, live: readonly InnovationSummary[], today: string): Owed[] {
  const due = lab.deadlines.diagnose ?? ''
  const daysLate = daysPast(due, today)
  if (lab.stage === 'drum_up' && daysLate === 0) return []
  return unitsWithout(lab.units, live).map(({ id }) => ({
    ...nothing,
    id: `no_innovation/${id}`,
    kind: 'no_innovation',
    unit: id,
    due,
    daysLate,
    since: daysLate > 0 ? due : '',
  }))
}

function owedOf(one: InnovationSummary, lab: OwedLab, stages: readonly StageDef[], today: string): Owed[] {
  const found: Owed[] = []
  const unit = lab.units.find(({ id }) => id === one.unit)?.id ?? null
  const owes = (part: Pick<Owed, 'kind'> & Partial<Owed>): void => {
    found.push({ ...nothing, id: `${part.kind}/${one.id}`, unit, innovation: one, ...part })
  }
  const late = latestOf(one, lab.deadlines, stages, today)
  const inDeliver =
    one.stage === 'deliver' || stages.findIndex(({ key }) => key === one.stage) > stages.findIndex(({ key }) => key === 'deliver')
  const act = !inDeliver || one.monitored ? null : one.launched ? 'monitoring' : 'launching'
  if (act !== null) {
    // Not launched and past the day of monitoring is late with the launch too, also where the launch has no day of its own.
    const due = lab.deadlines[act] ?? (late?.milestone === 'monitoring' ? late.due : '')
    const daysLate = daysPast(due, today)
    owes({ kind: act, milestone: act, due, daysLate, since: daysLate > 0 ? due : '' })
  }
  if (late !== null && !(act !== null && (late.milestone === 'launching' || late.milestone === 'monitoring')))
    owes({ kind: 'deadline', milestone: late.milestone, due: late.due, daysLate: late.days, since: late.due })
  if (one.toMend > 0) owes({ kind: 'remarks', count: one.toMend, since: localDay(one.mendSince, lab.timeZone) })
  return found
}

function openNotes(lab: OwedLab, live: readonly InnovationSummary[], notes: readonly Note[], today: string): Owed[] {
  return notes
    .filter(({ kind, doneAt }) => kind === 'tindak_lanjut' && doneAt === '')
    .map((note) => {
      const innovation = live.find(({ id }) => id === note.innovation) ?? null
      const named = note.unit ?? innovation?.unit ?? null
      return {
        ...nothing,
        id: `followup/${note.id}`,
        kind: 'followup',
        unit: lab.units.find(({ id }) => id === named)?.id ?? null,
        innovation,
        note,
        since: localDay(note.at, lab.timeZone),
        due: dayOf(note.due) === null ? '' : note.due,
        daysLate: daysPast(note.due, today),
      }
    })
}

export type OwedGroup<K> = { readonly of: K; readonly owed: readonly Owed[]; readonly late: number; readonly mostLate: number }

/** Puts what is owed into groups, each in its order; the group with the most overdue thing comes first. */
export function owedGroups<K extends string | null>(owed: readonly Owed[], keyOf: (one: Owed) => K): readonly OwedGroup<K>[] {
  const groups = new Map<K, Owed[]>()
  for (const one of owed) {
    const key = keyOf(one)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [one])
    else known.push(one)
  }
  // The list is sorted, so the groups come in the order of their first thing.
  return [...groups].map(([of, all]) => ({
    of,
    owed: all,
    late: all.filter(({ daysLate }) => daysLate > 0).length,
    mostLate: all[0]?.daysLate ?? 0,
  }))
}
