/** Beginning a convention from a rubric of a pack, taking in entries, and editing the rubric that it carries. */
import type { EntryId, InnovationId, UnitId } from '../model/ids.ts'
import type { Convention, Decision, Entry } from '../model/jury.ts'
import type { Unit } from '../model/lab.ts'
import type { Criterion, JuryStage, PackHead, RubricDef, TieRule } from '../model/pack.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { freeCodes } from './jury-codes.ts'

export type NewConvention = Omit<Convention, 'id' | 'createdAt'>

/** A convention takes a copy of the rubric with it. Ten win and 15 + 5 minutes are a beginning that can be changed (domain.md 6.1, 6.3). */
export function newConvention(
  rubric: RubricDef,
  head: Pick<PackHead, 'id' | 'version'>,
  { name, date, place }: Pick<Convention, 'name' | 'date' | 'place'>,
): NewConvention {
  const { id, title, status, source, stages, pooling, ties, spread } = rubric
  return {
    name,
    date,
    place,
    state: 'persiapan',
    rubric: { id, pack: head.id, version: head.version, title, status, source, edited: false },
    stages: [...stages],
    pooling,
    ties: [...ties],
    spread,
    top: 10,
    blind: false,
    categories: [],
    judges: [],
    panels: [],
    entries: [],
    recusals: [],
    lifts: [],
    slots: [],
    present: { talk: 15, ask: 5 },
    decisions: [],
    talks: [],
    chair: null,
    closedAt: '',
  }
}

/** A category of an entry; it is added to those of the convention when it is new there. */
export type Category = Convention['categories'][number]
export type EntryOptions = {
  readonly categoryOf?: (innovation: InnovationSummary, unit: Unit | undefined) => Category | null
  /** Canvas or form whose handing in counts; without it the last thing that was handed in. */
  readonly paper?: string
}

/**
 * Innovations of a lab as entries; those that take part already are left alone.
 * @param units of the lab @param freshId gives an id that nothing else has
 */
export function withEntriesOf(
  convention: Convention,
  innovations: readonly InnovationSummary[],
  { units }: { readonly units: readonly Unit[] },
  freshId: () => EntryId,
  { categoryOf, paper }: EntryOptions = {},
): Convention {
  const there = new Set<string | null>(convention.entries.map(({ innovation }) => innovation))
  const unitOf = new Map<string, Unit>(units.map((unit) => [unit.id, unit]))
  const added = innovations.filter(({ id }) => !there.has(id))
  const codes = freeCodes(convention, added.length)
  const categories = new Map(convention.categories.map((one) => [one.key, one]))
  const entries = added.map((innovation, at): Entry => {
    const unit = innovation.unit === null ? undefined : unitOf.get(innovation.unit)
    const category = categoryOf?.(innovation, unit) ?? null
    if (category !== null && !categories.has(category.key)) categories.set(category.key, category)
    return {
      id: freshId(),
      innovation: innovation.id as InnovationId, // ids of the index are those of innovations
      name: innovation.name.slice(0, 400),
      longName: innovation.longName.slice(0, 400),
      unit: innovation.unit as UnitId | null, // the same of units
      unitName: (unit?.name ?? '').slice(0, 400),
      category: category?.key ?? '',
      code: codes[at] ?? '',
      summary: innovation.summary,
      team: innovation.team.slice(0, 60).map((name) => name.slice(0, 400)),
      submittedAt: handedIn(innovation, paper),
      withdrawn: '',
    }
  })
  return { ...convention, categories: [...categories.values()].slice(0, 60), entries: [...convention.entries, ...entries] }
}

/** When the paper, or the last of all, was handed in; a round that a coach ended since tells it no more exactly. ISO moment or empty. */
export function handedIn({ rounds }: Pick<InnovationSummary, 'rounds'>, paper?: string): string {
  const wanted = Object.entries(rounds).filter(([of, { submitted }]) => submitted > 0 && (paper === undefined || of === paper))
  const waiting = wanted.filter(([, { kind }]) => kind === 'submitted')
  const moments = (waiting.length > 0 ? waiting : wanted).map(([, { at }]) => at)
  return moments.reduce((last, at) => (at > last ? at : last), '')
}

const edited = (convention: Convention, change: Partial<Convention>): Convention => ({
  ...convention,
  ...change,
  rubric: { ...convention.rubric, edited: true },
})

type StageChange = Partial<Omit<JuryStage, 'key' | 'criteria'>>
type CriterionChange = Partial<Omit<Criterion, 'key'>>

const onStage = (convention: Convention, key: string, change: (stage: JuryStage) => JuryStage): Convention =>
  edited(convention, { stages: convention.stages.map((stage) => (stage.key === key ? change(stage) : stage)) })

/** Title, weight or scoring of a stage. */
export const withStage = (convention: Convention, stage: string, change: StageChange): Convention =>
  onStage(convention, stage, (one) => ({ ...one, ...change }))

export const withNewStage = (convention: Convention, stage: JuryStage): Convention =>
  edited(convention, { stages: [...convention.stages, stage] })

/** The last stage stays: a convention without one could judge nothing. */
export const withoutStage = (convention: Convention, stage: string): Convention =>
  convention.stages.length < 2
    ? convention
    : withTiesThatHold(edited(convention, { stages: convention.stages.filter(({ key }) => key !== stage) }))

export const withCriterion = (convention: Convention, stage: string, criterion: string, change: CriterionChange): Convention =>
  onStage(convention, stage, (one) => ({
    ...one,
    criteria: one.criteria.map((each) => (each.key === criterion ? { ...each, ...change } : each)),
  }))

export const withNewCriterion = (convention: Convention, stage: string, criterion: Criterion): Convention =>
  onStage(convention, stage, (one) => ({ ...one, criteria: [...one.criteria, criterion] }))

/** The last criterion of a stage stays. */
export const withoutCriterion = (convention: Convention, stage: string, criterion: string): Convention =>
  withTiesThatHold(
    onStage(convention, stage, (one) =>
      one.criteria.length < 2 ? one : { ...one, criteria: one.criteria.filter(({ key }) => key !== criterion) },
    ),
  )

/** How several judges become one number, what decides between equals, and from which difference on it is talked over. */
export const withCounting = (convention: Convention, change: Partial<Pick<Convention, 'pooling' | 'ties' | 'spread'>>): Convention =>
  edited(convention, change)

/** Keeps what the jury decided between equals. The rule that reads it is added at the end when the rubric does not have it. */
export function withDecision(convention: Convention, decision: Decision): Convention {
  const decisions = [...convention.decisions, decision]
  if (convention.ties.some(({ by }) => by === 'decision')) return { ...convention, decisions }
  return edited(convention, { decisions, ties: [...convention.ties, { by: 'decision' }] })
}

/** A rule about a stage or a criterion that is not there any more goes with it. */
function withTiesThatHold(convention: Convention): Convention {
  const ties = convention.ties.filter((rule) => tieHolds(rule, convention.stages))
  return ties.length === convention.ties.length ? convention : { ...convention, ties }
}

/** Whether the stage and the criterion that a rule names exist. */
export function tieHolds(rule: TieRule, stages: readonly JuryStage[]): boolean {
  if (rule.by !== 'stage' && rule.by !== 'criterion') return true
  const stage = stages.find(({ key }) => key === rule.stage)
  return stage !== undefined && (rule.by === 'stage' || stage.criteria.some(({ key }) => key === rule.criterion))
}
