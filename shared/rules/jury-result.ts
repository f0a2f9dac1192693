/**
 * From marks to a ranking (domain.md 6.3): one judge's marks of a stage become a number, the judges' numbers are pooled, the stages are
 * weighed, and what is equal then goes through the tie rules. Every number carries what it was made of, down to the marks.
 */

import type { EntryId, JudgeId } from '../model/ids.ts'
import type { Convention, Entry, Sheet } from '../model/jury.ts'
import type { Pooling, TieRule } from '../model/rubric.ts'
import { alike, isDone, levelled, stageResult } from './jury-numbers.ts'
import { inPlaces, type Placed } from './jury-ties.ts'
import { turnsOf } from './jury-turns.ts'
import { plansOf } from './jury-what-if.ts'

export type MarkPart = {
  readonly criterion: string
  /** Null while not given. */
  readonly value: number | null
  readonly comment: string
  readonly weight: number
  /** What it adds to the judge's number. */
  readonly adds: number | null
}

/** `recused` judges have no number; `draft` ones only count in a provisional result. */
export type JudgeNumber = {
  readonly judge: JudgeId
  readonly state: 'recused' | 'draft' | 'locked'
  readonly done: number
  readonly of: number
  readonly value: number | null
  readonly marks: readonly MarkPart[]
  /** Left out by `trimmed`. */
  readonly trimmed: boolean
}

export type StageResult = {
  readonly stage: string
  /** Share of the whole, 0 to 1. */
  readonly share: number
  readonly judges: readonly JudgeNumber[]
  /** The pooled number; null while no judge counts. */
  readonly value: number | null
  /** What is possible at least and at most. */
  readonly least: number
  readonly most: number
  /** Difference between the highest and the lowest judge, in per cent of what is possible. */
  readonly spread: number
  /** Every judge who is not recused has locked. */
  readonly complete: boolean
}

export type EntryResult = {
  readonly entry: EntryId
  readonly stages: readonly StageResult[]
  /** With one stage its own number, with several Σ share × (value − least) ÷ (most − least) × 100. Null while a stage has none. */
  readonly value: number | null
  readonly complete: boolean
  /** From 1; equals share it. Null without a number, or when withdrawn. */
  readonly rank: number | null
  readonly shared: boolean
  /** The rule that set it apart from those with the same number; null when none was needed or none did. */
  readonly decidedBy: TieRule | null
  /** Those it was equal to before the rules. */
  readonly equals: readonly EntryId[]
}

export type ConventionResult = {
  /** How judges were put together here, and whether marks that are not locked count. */
  readonly pooling: Pooling
  readonly provisional: boolean
  /** Best first, then those without a number. */
  readonly entries: readonly EntryResult[]
  readonly categories: readonly { readonly key: string; readonly entries: readonly { readonly entry: EntryId; readonly rank: number }[] }[]
  /** Within `top`, in order; more than `top` when the last place is shared. */
  readonly winners: readonly EntryId[]
  /** Equals that no rule set apart and of which only some would win. */
  readonly undecided: readonly EntryId[]
  /** Judges' differences over the limit, largest first; `talked` once somebody noted the talk. */
  readonly spreads: readonly { readonly entry: EntryId; readonly stage: string; readonly spread: number; readonly talked: boolean }[]
  /** What is still to be locked. */
  readonly missing: readonly {
    readonly judge: JudgeId
    readonly entry: EntryId
    readonly stage: string
    readonly done: number
    readonly of: number
  }[]
  readonly done: number
  readonly of: number
}

/** Changes nothing that is kept: other weights of stages and criteria (`stage` or `stage/criterion`), another pooling, judges left out. */
export type WhatIf = {
  readonly pooling?: Pooling
  readonly weights?: Readonly<Record<string, number>>
  readonly without?: readonly JudgeId[]
}

export type ResultOptions = { readonly provisional?: boolean; readonly whatIf?: WhatIf }

/**
 * The whole result. Nothing is kept between calls but what was read of sheets that are still the same, so it may be asked at every key.
 * @param sheets in any order; of judges who are not in the convention any more they count for nothing
 */
export function conventionResult(convention: Convention, sheets: readonly Sheet[], options: ResultOptions = {}): ConventionResult {
  const { provisional = false, whatIf = {} } = options
  const pooling = whatIf.pooling ?? convention.pooling
  const plans = plansOf(convention.stages, whatIf.weights)
  const turns = turnsOf(convention)
  const bySheet = new Map(sheets.map((one) => [one.judge, one]))
  const without = new Set(whatIf.without)
  const counted = convention.entries.map((entry) => {
    const its = turns.get(entry.id)
    const stages = plans.map((plan) => {
      const judging = (its?.get(plan.stage.key) ?? []).filter(({ judge }) => !without.has(judge))
      return stageResult(entry.id, plan, judging, bySheet, { pooling, provisional })
    })
    const needed = stages.filter(({ share }) => share > 0)
    return { entry, stages, value: finalOf(stages), complete: needed.length > 0 && needed.every(({ complete }) => complete) }
  })
  const taking = counted.filter(({ entry }) => entry.withdrawn === '')
  const rules = { ties: convention.ties, decisions: convention.decisions, pooling, provisional }
  const placed = inPlaces(
    taking.flatMap(({ entry, stages, value }) =>
      value === null ? [] : [{ entry: entry.id, submittedAt: entry.submittedAt, stages, value }],
    ),
    rules,
  )
  const entries = ranked(counted, placed)
  return {
    pooling,
    provisional,
    entries,
    categories: categoriesOf(convention, placed),
    ...edgeOf(placed, convention.top),
    spreads: spreadsOf(convention, taking),
    ...progressOf(taking),
  }
}

type CountedEntry = Pick<EntryResult, 'stages' | 'value' | 'complete'> & { readonly entry: Entry }

/** One stage counts as it is; several are brought to 0–100 first. A stage of no share is not needed. */
function finalOf(stages: readonly StageResult[]): number | null {
  const [only] = stages
  if (stages.length === 1 && only !== undefined) return only.share > 0 ? only.value : null
  const needed = stages.filter(({ share }) => share > 0)
  if (needed.length === 0) return null
  let sum = 0
  for (const stage of needed) {
    if (stage.value === null) return null
    sum += stage.share * levelled(stage.value, stage)
  }
  return sum
}

function ranked(counted: readonly CountedEntry[], placed: readonly Placed[]): readonly EntryResult[] {
  const places = new Map(placed.map((one, at) => [one.entry, { ...one, at }]))
  const found = counted.map(({ entry, stages, value, complete }) => {
    const place = places.get(entry.id)
    const result: EntryResult = {
      entry: entry.id,
      stages,
      value,
      complete,
      rank: place === undefined ? null : place.place + 1,
      shared: place?.shared ?? false,
      decidedBy: place?.decidedBy ?? null,
      equals: place?.equals ?? [],
    }
    return { result, at: place?.at ?? Number.MAX_SAFE_INTEGER }
  })
  return found.toSorted((a, b) => a.at - b.at).map(({ result }) => result)
}

/** Ranks within each category, in the order of the whole; what is shared there is shared here. */
function categoriesOf({ categories, entries }: Convention, placed: readonly Placed[]): ConventionResult['categories'] {
  const categoryOf = new Map(entries.map(({ id, category }) => [id, category]))
  return categories.map(({ key }) => {
    const inside = placed.filter(({ entry }) => categoryOf.get(entry) === key)
    const first = new Map<number, number>()
    for (const [at, { place }] of inside.entries()) if (!first.has(place)) first.set(place, at + 1)
    return { key, entries: inside.map(({ entry, place }) => ({ entry, rank: first.get(place) ?? 0 })) }
  })
}

function edgeOf(placed: readonly Placed[], top: number): Pick<ConventionResult, 'winners' | 'undecided'> {
  const winners = placed.filter(({ place }) => place < top)
  const last = winners.at(-1)?.place
  return {
    winners: winners.map(({ entry }) => entry),
    undecided: winners.length > top ? winners.filter(({ place }) => place === last).map(({ entry }) => entry) : [],
  }
}

function spreadsOf({ spread, talks }: Convention, taking: readonly CountedEntry[]): ConventionResult['spreads'] {
  const talked = new Set(talks.map(({ entry, stage }) => `${entry}/${stage}`))
  return taking
    .flatMap(({ entry, stages }) =>
      stages
        .filter((one) => one.spread >= spread - alike)
        .map((one) => ({ entry: entry.id, stage: one.stage, spread: one.spread, talked: talked.has(`${entry.id}/${one.stage}`) })),
    )
    .sort((a, b) => b.spread - a.spread)
}

function progressOf(taking: readonly CountedEntry[]): Pick<ConventionResult, 'missing' | 'done' | 'of'> {
  const missing: ConventionResult['missing'][number][] = []
  let all = 0
  for (const { entry, stages } of taking)
    for (const { stage, judges } of stages)
      for (const one of judges) {
        if (one.state === 'recused') continue
        all += 1
        if (!isDone(one)) missing.push({ judge: one.judge, entry: entry.id, stage, done: one.done, of: one.of })
      }
  return { missing, done: all - missing.length, of: all }
}
