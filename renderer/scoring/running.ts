/** One judge's number of a stage while it is being made, and the words of its sum (domain.md 6.3). */
import type { Criterion, JuryStage } from '#shared/model/rubric.ts'
import type { Language } from '#shared/model/text.ts'
import { added, planOf, totalWeight } from '#shared/rules/jury-numbers.ts'
import { formatNumber } from '#shared/rules/numbers.ts'

export type Values = Readonly<Record<string, number | null>>

/** What a mark adds to the number of the stage. */
export const addedBy = (stage: JuryStage, criterion: Criterion, value: number): number =>
  added(criterion, value, stage.scoring, totalWeight(stage.criteria))

export type Running = { readonly value: number; readonly most: number; readonly done: number; readonly of: number }

/** Criteria without a mark add nothing yet; the number is whole once `done` is `of`. */
export function runningNumber(stage: JuryStage, values: Values): Running {
  const sum = { value: 0, most: planOf(stage, 1).most, done: 0, of: stage.criteria.length }
  for (const criterion of stage.criteria) {
    const value = values[criterion.key] ?? null
    if (value === null) continue
    sum.value += addedBy(stage, criterion, value)
    sum.done += 1
  }
  return sum
}

/** `(4 − 1) ÷ (5 − 1) × 25 ÷ 120 × 100`, without what changes nothing. */
export function formulaOf(stage: JuryStage, { weight, min, max }: Criterion, value: number, language: Language): string {
  const n = (one: number) => formatNumber(one, language)
  if (stage.scoring === 'sum') return `${n(weight)} × ${n(value)}`
  if (stage.scoring === 'percent') return `${n(weight)} × ${n(value)} ÷ 100`
  const top = min === 0 ? n(value) : `(${n(value)} − ${n(min)})`
  const bottom = min === 0 ? n(max) : `(${n(max)} − ${n(min)})`
  const all = totalWeight(stage.criteria)
  return `${top} ÷ ${bottom} × ${n(weight)}${Math.abs(all - 100) < 1e-9 ? '' : ` ÷ ${n(all)} × 100`}`
}
