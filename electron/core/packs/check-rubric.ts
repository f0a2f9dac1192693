/** What the schema of a rubric cannot say: scales that hold nothing, descriptors beside them, tie rules that point nowhere. */
import type { Criterion, JuryStage, RubricDef, TieRule } from '#shared/model/pack.ts'
import { fitsScale } from '#shared/rules/jury-sheet.ts'
import { repeated } from './check-columns.ts'
import { type Finding, finding, type Step } from './findings.ts'

export function* rubricFindings(def: RubricDef): Generator<Finding> {
  yield* repeated(def.stages, ['stages'])
  for (const [at, stage] of def.stages.entries()) yield* stageFindings(stage, ['stages', at])
  for (const [at, rule] of def.ties.entries()) {
    yield* tieFindings(rule, def.stages, ['ties', at])
    if (def.ties.slice(0, at).some((before) => sameRule(before, rule))) yield finding(['ties', at], 'tieTwice')
  }
}

function* stageFindings({ criteria, scoring }: JuryStage, path: readonly Step[]): Generator<Finding> {
  yield* repeated(criteria, [...path, 'criteria'])
  for (const [at, criterion] of criteria.entries()) yield* criterionFindings(criterion, [...path, 'criteria', at])
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0)
  // Per cent of something that is not a hundred would give numbers nobody expects.
  if (scoring === 'percent' && Math.abs(total - 100) > 1e-6)
    yield finding([...path, 'criteria'], 'weightsNotHundred', { total: Number(total.toFixed(4)) })
}

function* criterionFindings(criterion: Criterion, path: readonly Step[]): Generator<Finding> {
  const { min, max, step, descriptors } = criterion
  if (min >= max) {
    yield finding([...path, 'max'], 'scaleOrder')
    return
  }
  if (!fitsScale(criterion, max)) yield finding([...path, 'step'], 'stepUneven', { step, min, max })
  for (const [at, { mark }] of descriptors.entries()) {
    const place = [...path, 'descriptors', at, 'mark']
    const before = descriptors[at - 1]
    if (mark < min || mark > max) yield finding(place, 'anchorOutside', { min, max })
    else if (!fitsScale(criterion, mark)) yield finding(place, 'markOffStep', { mark, step })
    if (before !== undefined && before.mark >= mark) yield finding(place, 'markOrder')
  }
}

function* tieFindings(rule: TieRule, stages: readonly JuryStage[], path: readonly Step[]): Generator<Finding> {
  if (!('stage' in rule)) return
  const stage = stages.find(({ key }) => key === rule.stage)
  if (stage === undefined) yield finding([...path, 'stage'], 'juryStageMissing', { key: rule.stage })
  else if ('criterion' in rule && !stage.criteria.some(({ key }) => key === rule.criterion))
    yield finding([...path, 'criterion'], 'criterionMissing', { key: rule.criterion, stage: rule.stage })
}

const sameRule = (a: TieRule, b: TieRule): boolean =>
  a.by === b.by &&
  ('stage' in a ? a.stage : '') === ('stage' in b ? b.stage : '') &&
  ('criterion' in a ? a.criterion : '') === ('criterion' in b ? b.criterion : '')
