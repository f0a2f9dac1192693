/** Counting the coach's answers, and what a submission is waiting for. */
import { reviewKey } from '#shared/doc/innovation.ts'
import type { Review, ReviewRound } from '#shared/model/lab.ts'

export function reviewCounts(
  form: string,
  fields: readonly string[],
  reviews: Readonly<Record<string, Review>>,
): { readonly ok: number; readonly mend: number; readonly open: number } {
  let ok = 0
  let mend = 0
  for (const field of fields) {
    const state = reviews[reviewKey(form, field)]?.state
    if (state === 'ok') ok += 1
    else if (state === 'perlu_perbaikan') mend += 1
  }
  return { ok, mend, open: fields.length - ok - mend }
}

/** Whose turn it is: nobody has handed it in yet, the coach has it, the team has it back, or it is accepted. */
export type Turn = 'draft' | 'coach' | 'team' | 'accepted'

export function turnOf(rounds: readonly ReviewRound[]): Turn {
  const last = rounds.at(-1)
  if (last === undefined) return 'draft'
  return last.kind === 'submitted' ? 'coach' : last.kind === 'returned' ? 'team' : 'accepted'
}
