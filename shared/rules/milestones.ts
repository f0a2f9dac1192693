/**
 * How far innovations have come, in the columns of LAN's monitoring table (domain.md 1.2): the stages, with Deliver counted as launching and
 * as monitoring. Documentation runs along all stages, so it is reached with the first canvas of it and not by passing the others.
 */
import type { Milestone } from '../model/lab.ts'
import type { StageDef, StageKey } from '../model/pack.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { factsOfSummary, gateState } from './gates.ts'

/** The columns of a method, in order. */
export const milestonesOf = (stages: readonly Pick<StageDef, 'key'>[]): readonly Milestone[] =>
  stages.flatMap(({ key }): readonly Milestone[] => (key === 'deliver' ? ['launching', 'monitoring'] : [key]))

export const stageOfMilestone = (milestone: Milestone): StageKey =>
  milestone === 'launching' || milestone === 'monitoring' ? 'deliver' : milestone

type Stages = readonly Pick<StageDef, 'key' | 'canvases'>[]

const at = (stages: Stages, key: StageKey): number => stages.findIndex((stage) => stage.key === key)

const documented = (one: InnovationSummary, stages: Stages): boolean =>
  one.stage === 'documentation' ||
  (stages.find(({ key }) => key === 'documentation')?.canvases ?? []).some((canvas) => (one.canvases[canvas] ?? 'belum') !== 'belum')

/** Whether it has come at least this far. Launching and monitoring count once they are done. */
export function hasReached(one: InnovationSummary, milestone: Milestone, stages: Stages): boolean {
  if (milestone === 'launching') return one.launched
  if (milestone === 'monitoring') return one.monitored
  if (milestone === 'documentation') return documented(one, stages)
  return at(stages, one.stage) >= at(stages, milestone)
}

/**
 * Whether it has come through: the gate at the end is passed, or the thing is done. The last stage of a method opens nothing, so an
 * innovation is through it once its closing checklist is done or passed with a reason.
 */
export function isThrough(one: InnovationSummary, milestone: Milestone, stages: readonly StageDef[]): boolean {
  if (milestone === 'launching') return one.launched
  if (milestone === 'monitoring') return one.monitored
  if (milestone === 'documentation') {
    const own = stages.find(({ key }) => key === 'documentation')?.canvases ?? []
    return own.length > 0 && own.every((canvas) => one.canvases[canvas] === 'selesai')
  }
  const last = stages.at(-1)
  // Only an approval names the leader.
  if (last?.key === milestone && one.stage === milestone) return gateState(last, factsOfSummary(one), { leader: noLeader }).passable
  return at(stages, one.stage) > at(stages, milestone)
}

const noLeader = { title: '', name: '' }

/** The one column it stands in now. In Deliver an innovation that is launched stands at monitoring. */
export function standsAt(one: InnovationSummary): Milestone {
  if (one.stage !== 'deliver') return one.stage
  return one.launched ? 'monitoring' : 'launching'
}

export type MilestoneCount = { readonly milestone: Milestone; readonly innovations: readonly InnovationSummary[] }

/** Per column the innovations that have come at least this far. Archived ones are left out. */
export const funnel = (all: readonly InnovationSummary[], stages: Stages): readonly MilestoneCount[] =>
  countedBy(all, stages, (one, milestone) => hasReached(one, milestone, stages))

/** Per column the innovations that stand there now; each is in exactly one. */
export const positions = (all: readonly InnovationSummary[], stages: Stages): readonly MilestoneCount[] =>
  countedBy(all, stages, (one, milestone) => standsAt(one) === milestone)

function countedBy(
  all: readonly InnovationSummary[],
  stages: Stages,
  counts: (one: InnovationSummary, milestone: Milestone) => boolean,
): readonly MilestoneCount[] {
  const live = all.filter((one) => !one.archived)
  return milestonesOf(stages).map((milestone) => ({ milestone, innovations: live.filter((one) => counts(one, milestone)) }))
}
