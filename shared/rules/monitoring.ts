/**
 * Where a lab stands, in numbers that each have a list behind them: LAN's monitoring table, who is late, what is covered.
 * LAN's table names its columns and not how it counts (domain.md 1.2); both ways of counting here are our reading of it, unverified.
 */
import {
  type InnovationForm,
  type InnovationKind,
  innovationForms,
  innovationKinds,
  type Lab,
  type Milestone,
  type Unit,
  type UnitKind,
  unitKinds,
} from '../model/lab.ts'
import { type FormField, type StageDef, stageKeys } from '../model/pack.ts'
import type { InnovationSummary } from '../model/summary.ts'
import type { BothTexts } from '../model/text.ts'
import { folded } from './fold.ts'
import { hasReached, milestonesOf, standsAt } from './milestones.ts'
import { daysPast } from './owed.ts'
import type { Packs } from './packs.ts'
import { owesInnovation } from './units-without.ts'

type Stages = readonly Pick<StageDef, 'key' | 'canvases'>[]

/** The columns of LAN's table between Jilid and Total; Documentation is not among them. */
export const lanColumns = ['drum_up', 'diagnose', 'design', 'launching', 'monitoring', 'display'] as const satisfies readonly Milestone[]
export type LanColumn = (typeof lanColumns)[number]

/** `reached`: all that have come at least this far. `here`: those that stand there now, so that a row adds up to its total. */
export const lanCounts = ['reached', 'here'] as const
export type LanCount = (typeof lanCounts)[number]

/** Innovations of a lab by milestone, both ways; archived ones are left out. */
export type Tally = {
  readonly total: number
  readonly reached: Readonly<Record<Milestone, number>>
  readonly here: Readonly<Record<Milestone, number>>
}

/** For a lab whose method pack is gone: the six stages without the canvases that belong to them. */
export const bareStages: Stages = stageKeys.map((key) => ({ key, canvases: [] }))

const noCounts = (): Record<Milestone, number> => ({
  drum_up: 0,
  diagnose: 0,
  design: 0,
  launching: 0,
  monitoring: 0,
  display: 0,
  documentation: 0,
})

export function tallyOf(all: readonly InnovationSummary[], stages: Stages): Tally {
  const reached = noCounts()
  const here = noCounts()
  const columns = milestonesOf(stages)
  let total = 0
  for (const one of all) {
    if (one.archived) continue
    total += 1
    here[standsAt(one)] += 1
    for (const milestone of columns) if (hasReached(one, milestone, stages)) reached[milestone] += 1
  }
  return { total, reached, here }
}

/** The numbers of one row of LAN's table, without the total. What stands at Documentation has come through Display and is counted there. */
export const lanRow = ({ reached, here }: Pick<Tally, 'reached' | 'here'>, count: LanCount): readonly number[] =>
  lanColumns.map((column) =>
    count === 'reached' ? reached[column] : column === 'display' ? here.display + here.documentation : here[column],
  )

/** The innovations behind a cell of LAN's table. */
export function lanBehind(
  all: readonly InnovationSummary[],
  stages: Stages,
  column: LanColumn,
  count: LanCount,
): readonly InnovationSummary[] {
  return all.filter((one) => {
    if (one.archived) return false
    if (count === 'reached') return milestonesOf(stages).includes(column) && hasReached(one, column, stages)
    const stands = standsAt(one)
    return stands === column || (column === 'display' && stands === 'documentation')
  })
}

/** What is owed longest past its deadline. */
export type Late = { readonly milestone: Milestone; readonly days: number; readonly due: string }

/** A unit that still owes its first idea past the deadline of Diagnose, days and all; partners owe none (domain.md 1.1, as in owed.ts). */
export function lateUnit(unit: Pick<Unit, 'kind'>, deadlines: Lab['deadlines'], today: string): Late | null {
  const due = deadlines.diagnose ?? ''
  const days = owesInnovation(unit) ? daysPast(due, today) : 0
  return days > 0 ? { milestone: 'diagnose', days, due } : null
}

/** Ids of the ideas' own canvases; they are those of the basic pack. */
const ideaForm = 'form-ide'
const actionPlan = 'rencana-aksi'

/** The steps of an idea's way; `ideas` counts cards and not innovations, and comes from the figures. */
export const ideaSteps = ['chosen', 'handed_in', 'approved', 'plans', 'launched', 'monitored'] as const
export type IdeaStep = (typeof ideaSteps)[number]

/** Each step counts what is recorded of it and nothing else, so a step left out shows as a dent in the funnel. */
export function tookStep(one: InnovationSummary, step: IdeaStep): boolean {
  switch (step) {
    case 'chosen':
      return (one.canvases[ideaForm] ?? 'belum') !== 'belum' || tookStep(one, 'handed_in')
    case 'handed_in':
      return (one.rounds[ideaForm]?.submitted ?? 0) > 0
    case 'approved': {
      const approval = one.gates.diagnose?.approval ?? null
      return approval !== null && approval.date.trim() !== '' && (approval.name.trim() !== '' || approval.position.trim() !== '')
    }
    case 'plans':
      return (one.canvases[actionPlan] ?? 'belum') !== 'belum'
    case 'launched':
      return one.launched
    case 'monitored':
      return one.monitored
  }
}

export type Covered<Key extends string> = { readonly key: Key; readonly innovations: readonly InnovationSummary[] }

const live = (all: readonly InnovationSummary[]): readonly InnovationSummary[] => all.filter((one) => !one.archived)

function covered<Key extends string>(
  all: readonly InnovationSummary[],
  keys: readonly Key[],
  keyOf: (one: InnovationSummary) => Key | null,
): readonly Covered<Key | ''>[] {
  const known = keys.map((key): Covered<Key | ''> => ({ key, innovations: live(all).filter((one) => keyOf(one) === key) }))
  const unsaid = live(all).filter((one) => keyOf(one) === null)
  return unsaid.length === 0 ? known : [...known, { key: '', innovations: unsaid }]
}

/** LAN's eight kinds with what there is of each; the key is empty for innovations that do not say. */
export const coverKinds = (all: readonly InnovationSummary[]): readonly Covered<InnovationKind | ''>[] =>
  covered(all, innovationKinds, (one) => one.kind)

export const coverForms = (all: readonly InnovationSummary[]): readonly Covered<InnovationForm | ''>[] =>
  covered(all, innovationForms, (one) => one.form)

/** @param digital by innovation; not in the index, so it comes from the figures */
export const coverDigital = (
  all: readonly InnovationSummary[],
  digital: ReadonlyMap<string, boolean | null>,
): readonly Covered<'digital' | 'plain' | ''>[] =>
  covered(all, ['digital', 'plain'] as const, (one) => {
    const value = digital.get(one.id) ?? null
    return value === null ? null : value ? 'digital' : 'plain'
  })

export function coverUnitKinds(all: readonly InnovationSummary[], units: Lab['units']): readonly Covered<UnitKind | ''>[] {
  const kindOf = new Map<string, UnitKind>(units.map(({ id, kind }) => [id, kind]))
  return covered(all, unitKinds, (one) => (one.unit === null ? null : (kindOf.get(one.unit) ?? null)))
}

export type Urusan = { readonly name: BothTexts; readonly group: BothTexts }

const noText: BothTexts = { id: '', en: '' }

/** The urusan a form of the packs offers, in its order; none when no pack asks for them. */
export function urusanOf(packs: Packs): readonly Urusan[] {
  for (const pack of packs) {
    for (const def of pack.canvases) {
      const field = def.kind === 'form' ? urusanField(def.fields) : undefined
      if (field !== undefined) return (field.options ?? []).map(({ label, group }) => ({ name: label, group: group ?? noText }))
    }
  }
  return []
}

/** The question for the main urusan, as packs name it. */
export const urusanField = (fields: readonly FormField[]): FormField | undefined =>
  fields.find((field) => field.key === 'urusan_utama' && (field.options?.length ?? 0) > 0)

export type UrusanCount = Urusan & { readonly innovations: readonly InnovationSummary[] }

/**
 * What is known first, in its order and in either language, then what only this region writes; the name is empty for innovations that do
 * not say.
 * @param urusan by innovation
 */
export function coverUrusan(
  all: readonly InnovationSummary[],
  urusan: ReadonlyMap<string, string>,
  known: readonly Urusan[],
): readonly UrusanCount[] {
  const keyOf = new Map(known.flatMap(({ name }) => [name.id, name.en].map((text) => [folded(text), folded(name.id)] as const)))
  const found = new Map<string, { readonly name: string; readonly innovations: InnovationSummary[] }>()
  for (const one of live(all)) {
    const name = (urusan.get(one.id) ?? one.urusan).trim()
    const key = keyOf.get(folded(name)) ?? folded(name)
    const entry = found.get(key) ?? { name, innovations: [] }
    entry.innovations.push(one)
    found.set(key, entry)
  }
  const listed = known.map((one) => ({ ...one, innovations: found.get(folded(one.name.id))?.innovations ?? [] }))
  for (const { name } of known) found.delete(folded(name.id))
  const unsaid = found.get('')?.innovations ?? []
  found.delete('')
  const own = [...found.values()]
    .sort((a, b) => a.name.localeCompare(b.name, 'id'))
    .map(({ name, innovations }) => ({ name: { id: name, en: name }, group: noText, innovations }))
  return [...listed, ...own, ...(unsaid.length === 0 ? [] : [{ name: noText, group: noText, innovations: unsaid }])]
}
