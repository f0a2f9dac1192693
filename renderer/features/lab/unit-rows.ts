/** The table "Unit menurut tahap" as plain values. */
import type { Lab, Milestone } from '#shared/model/lab.ts'
import type { StageDef } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { folded } from '#shared/rules/fold.ts'
import { hasReached, isThrough, milestonesOf, standsAt } from '#shared/rules/milestones.ts'
import { type Late, lateUnit } from '#shared/rules/monitoring.ts'
import { latestOf } from '#shared/rules/owed.ts'
import { owesInnovation } from '#shared/rules/units-without.ts'

type Stages = readonly StageDef[]

export type Cell =
  | { readonly kind: 'none' }
  | { readonly kind: 'done' }
  /** Somebody works here and nobody is through. */
  | { readonly kind: 'here' }
  | { readonly kind: 'part'; readonly n: number; readonly of: number }
  /** The longest delay in days of what is owed here. */
  | { readonly kind: 'late'; readonly days: number }

export type UnitRow = {
  /** Null gathers the innovations without a unit. */
  readonly id: string | null
  readonly name: string
  readonly full: string
  readonly innovations: readonly InnovationSummary[]
  /** Has no innovation and should: partners owe none. */
  readonly without: boolean
  readonly toMend: number
  /** Days of the longest delay; 0 when nothing is owed. */
  readonly late: number
  /** In the order of the columns. */
  readonly cells: readonly Cell[]
}

type Now = { readonly deadlines: Lab['deadlines']; readonly today: string }

const lateDays = (late: readonly (Late | null)[], milestone?: Milestone): number =>
  Math.max(0, ...late.map((one) => (one !== null && (milestone === undefined || one.milestone === milestone) ? one.days : 0)))

function cellOf(innovations: readonly InnovationSummary[], hasPeople: boolean, milestone: Milestone, stages: Stages): Cell {
  const of = innovations.length
  // Drum Up asks for people, not for innovations: a unit that sent somebody has done its part.
  if (of === 0) return milestone === 'drum_up' && hasPeople ? { kind: 'done' } : { kind: 'none' }
  const n = innovations.filter((one) => isThrough(one, milestone, stages)).length
  if (n === of) return { kind: 'done' }
  if (n > 0) return { kind: 'part', n, of }
  const here = (one: InnovationSummary) =>
    standsAt(one) === milestone || (milestone === 'documentation' && hasReached(one, milestone, stages))
  return innovations.some(here) ? { kind: 'here' } : { kind: 'none' }
}

/**
 * The latest first, then units without innovation, then those with something to mend, then those least far (design.md 1, principle 6).
 * @param now deadlines of the lab, and today in its zone
 */
export function unitRows(
  lab: Pick<Lab, 'units' | 'people'>,
  all: readonly InnovationSummary[],
  stages: Stages,
  noUnit: string,
  now: Now,
): readonly UnitRow[] {
  const columns = milestonesOf(stages)
  const withPeople = new Set<string | null>(lab.people.map((person) => person.unit))
  const known = new Set<string>(lab.units.map((unit) => unit.id))
  const of = new Map<string | null, InnovationSummary[]>()
  for (const one of all) {
    if (one.archived) continue
    const unit = one.unit !== null && known.has(one.unit) ? one.unit : null
    of.set(unit, [...(of.get(unit) ?? []), one])
  }
  const row = (unit: Lab['units'][number] | null): UnitRow => {
    const id = unit?.id ?? null
    const innovations = of.get(id) ?? []
    const hasPeople = withPeople.has(id)
    const late =
      unit !== null && innovations.length === 0
        ? [lateUnit(unit, now.deadlines, now.today)]
        : innovations.map((one) => latestOf(one, now.deadlines, stages, now.today))
    return {
      id,
      name: unit === null ? noUnit : unit.short || unit.name,
      full: unit?.name ?? noUnit,
      innovations,
      without: innovations.length === 0 && unit !== null && owesInnovation(unit),
      toMend: innovations.reduce((sum, one) => sum + one.toMend, 0),
      late: lateDays(late),
      cells: columns.map((milestone) => {
        const days = lateDays(late, milestone)
        return days > 0 ? { kind: 'late', days } : cellOf(innovations, hasPeople, milestone, stages)
      }),
    }
  }
  const rows = lab.units.map(row)
  if (of.has(null)) rows.push(row(null))
  const keys = stages.map(({ key }) => key)
  const rank = (one: UnitRow) => (one.late > 0 ? 0 : one.without ? 1 : one.toMend > 0 ? 2 : 3)
  const far = (one: UnitRow) => Math.min(...one.innovations.map((each) => keys.indexOf(each.stage)))
  return rows
    .map((one, at) => ({ one, at, rank: rank(one), far: far(one) }))
    .sort((a, b) => a.rank - b.rank || b.one.late - a.one.late || (a.rank > 1 ? a.far - b.far : 0) || a.at - b.at)
    .map(({ one }) => one)
}

export type RowFilter = { readonly show: 'all' | 'late' | 'without' | 'toMend'; readonly words: string }

const shows = (row: UnitRow, show: RowFilter['show']): boolean => {
  switch (show) {
    case 'all':
      return true
    case 'late':
      return row.late > 0
    case 'without':
      return row.without
    case 'toMend':
      return row.toMend > 0
  }
}

export function filterRows(rows: readonly UnitRow[], { show, words }: RowFilter): readonly UnitRow[] {
  const wanted = folded(words)
  return rows.filter(
    (row) =>
      shows(row, show) &&
      (wanted === '' || [row.name, row.full, ...row.innovations.map((one) => one.name)].some((text) => folded(text).includes(wanted))),
  )
}
