/** The table "Unit menurut tahap" as plain values. */
import type { Lab } from '#shared/model/lab.ts'
import type { StageKey } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'

export type Column = { readonly key: string; readonly stage: StageKey; readonly part: 'stage' | 'launched' | 'monitored' }
export type Cell =
  | { readonly kind: 'none' }
  | { readonly kind: 'done' }
  /** Somebody works here and nobody is through. */
  | { readonly kind: 'here' }
  | { readonly kind: 'part'; readonly n: number; readonly of: number }

export type UnitRow = {
  /** Null gathers the innovations without a unit. */
  readonly id: string | null
  readonly name: string
  readonly full: string
  readonly innovations: readonly InnovationSummary[]
  readonly toMend: number
  readonly cells: readonly Cell[]
}

/** Deliver is two columns: launching and monitoring (domain.md 1.3). */
export const columnsOf = (stages: readonly StageKey[]): readonly Column[] =>
  stages.flatMap((stage): readonly Column[] =>
    stage === 'deliver'
      ? [
          { key: 'launched', stage, part: 'launched' },
          { key: 'monitored', stage, part: 'monitored' },
        ]
      : [{ key: stage, stage, part: 'stage' }],
  )

const through = (one: InnovationSummary, column: Column, stages: readonly StageKey[]): boolean => {
  if (column.part === 'launched') return one.launched
  if (column.part === 'monitored') return one.monitored
  return one.passed.includes(column.stage) || stages.indexOf(one.stage) > stages.indexOf(column.stage)
}

function cellOf(innovations: readonly InnovationSummary[], hasPeople: boolean, column: Column, stages: readonly StageKey[]): Cell {
  const of = innovations.length
  // Drum Up asks for people, not for innovations: a unit that sent somebody has done its part.
  if (of === 0) return column.stage === 'drum_up' && hasPeople ? { kind: 'done' } : { kind: 'none' }
  const n = innovations.filter((one) => through(one, column, stages)).length
  if (n === of) return { kind: 'done' }
  if (n > 0) return { kind: 'part', n, of }
  return innovations.some((one) => one.stage === column.stage) ? { kind: 'here' } : { kind: 'none' }
}

/** Units without innovation first, then those with something to mend, then those least far (design.md 1, principle 6). */
export function unitRows(
  lab: Pick<Lab, 'units' | 'people'>,
  all: readonly InnovationSummary[],
  stages: readonly StageKey[],
  noUnit: string,
): readonly UnitRow[] {
  const live = all.filter((one) => !one.archived)
  const columns = columnsOf(stages)
  const withPeople = new Set<string | null>(lab.people.map((person) => person.unit))
  const known = new Set<string>(lab.units.map((unit) => unit.id))
  const row = (id: string | null, name: string, full: string, innovations: readonly InnovationSummary[]): UnitRow => ({
    id,
    name,
    full,
    innovations,
    toMend: innovations.reduce((sum, one) => sum + one.toMend, 0),
    cells: columns.map((column) => cellOf(innovations, withPeople.has(id), column, stages)),
  })
  const rows = lab.units.map((unit) =>
    row(
      unit.id,
      unit.short || unit.name,
      unit.name,
      live.filter((one) => one.unit === unit.id),
    ),
  )
  const loose = live.filter((one) => one.unit === null || !known.has(one.unit))
  if (loose.length > 0) rows.push(row(null, noUnit, noUnit, loose))
  const rank = (one: UnitRow) => (one.innovations.length === 0 ? 0 : one.toMend > 0 ? 1 : 2)
  const far = (one: UnitRow) => Math.min(...one.innovations.map((each) => stages.indexOf(each.stage)))
  return rows
    .map((one, at) => ({ one, at }))
    .sort((a, b) => rank(a.one) - rank(b.one) || (rank(a.one) > 0 ? far(a.one) - far(b.one) : 0) || a.at - b.at)
    .map(({ one }) => one)
}

export type RowFilter = { readonly show: 'all' | 'without' | 'toMend'; readonly words: string }

export function filterRows(rows: readonly UnitRow[], { show, words }: RowFilter): readonly UnitRow[] {
  const wanted = words.trim().toLocaleLowerCase('id')
  return rows.filter((row) => {
    if (show === 'without' && row.innovations.length > 0) return false
    if (show === 'toMend' && row.toMend === 0) return false
    return (
      wanted === '' ||
      [row.name, row.full, ...row.innovations.map((one) => one.name)].some((text) => text.toLocaleLowerCase('id').includes(wanted))
    )
  })
}

export type FunnelStep = { readonly key: string; readonly stage: StageKey; readonly part: Column['part']; readonly n: number }

/** How many innovations have come at least this far. */
export function funnelOf(all: readonly InnovationSummary[], stages: readonly StageKey[]): readonly FunnelStep[] {
  const live = all.filter((one) => !one.archived)
  return columnsOf(stages).map(({ key, stage, part }) => ({
    key,
    stage,
    part,
    n: live.filter((one) =>
      part === 'launched' ? one.launched : part === 'monitored' ? one.monitored : stages.indexOf(one.stage) >= stages.indexOf(stage),
    ).length,
  }))
}
