/**
 * From marks to a ranking (domain.md 6.3): one judge's marks of a stage become a number, the judges' numbers are pooled, the stages are
 * weighed, and what is equal then goes through the tie rules. Every number carries what it was made of, down to the marks.
 */

import type { EntryId, JudgeId } from '../model/ids.ts'
import type { Convention, Sheet } from '../model/jury.ts'
import type { Pooling, TieRule } from '../model/rubric.ts'

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

export function conventionResult(_convention: Convention, _sheets: readonly Sheet[], _options: ResultOptions = {}): ConventionResult {
  return { entries: [], categories: [], winners: [], undecided: [], spreads: [], missing: [], done: 0, of: 0 }
}
