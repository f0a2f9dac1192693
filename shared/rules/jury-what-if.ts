/** Weights as they are, or as somebody asks what would be; nothing that is kept is changed. */
import type { JuryStage } from '../model/rubric.ts'
import { planOf, type StagePlan } from './jury-numbers.ts'
import type { WhatIf } from './jury-result.ts'

/** @param weights by `stage` or `stage/criterion`; less than 0 counts as 0 */
export function plansOf(stages: readonly JuryStage[], weights: WhatIf['weights'] = {}): readonly StagePlan[] {
  const weightOf = (key: string, otherwise: number): number => Math.max(0, weights[key] ?? otherwise)
  const total = stages.reduce((sum, { key, weight }) => sum + weightOf(key, weight), 0)
  return stages.map((stage) => {
    const criteria = stage.criteria.map((one) => ({ ...one, weight: weightOf(`${stage.key}/${one.key}`, one.weight) }))
    // A stage that nobody asks about stays the very same, so that what was counted with it before is found again.
    const same = criteria.every(({ weight }, at) => weight === stage.criteria[at]?.weight)
    return planOf(same ? stage : { ...stage, criteria }, total > 0 ? weightOf(stage.key, stage.weight) / total : 0, !same)
  })
}
