/** The coach's reviews and the rounds of handing in and returning: logs that only grow. */
import type * as Y from 'yjs'
import { type Review, type ReviewEntry, type ReviewRound, reviewStates, roundKinds } from '#shared/model/lab.ts'
import { names } from './names.ts'
import type { Origin } from './origins.ts'
import { oneOf, recordOf, textOf } from './values.ts'

/** Key of a reviewed place: `<canvas>/<field>` or `<form>/<section>`. */
export const reviewKey = (of: string, part: string): string => `${of}/${part}`

/** The part that stands for a canvas as a whole: boards, trees, tables and maps are answered as one. */
export const wholeCanvas = 'kanvas'

/** Adds to the review log; nothing is ever changed or taken out of it, so two coaches cannot overwrite each other. */
export function addReview(doc: Y.Doc, key: string, entry: ReviewEntry, origin: Origin): void {
  doc.transact(() => doc.getArray(names.reviews).push([{ key, ...entry }]), origin)
}

/** Records that a form was handed in, returned or accepted. */
export function addRound(doc: Y.Doc, of: string, round: ReviewRound, origin: Origin): void {
  doc.transact(() => doc.getArray(names.rounds).push([{ of, ...round }]), origin)
}

export function readReviews(doc: Y.Doc): Readonly<Record<string, Review>> {
  const found: Record<string, Review> = {}
  for (const raw of doc.getArray(names.reviews).toArray()) {
    const row = recordOf(raw)
    const key = textOf(row.key)
    const state = oneOf(row.state, reviewStates)
    if (key === '' || state === null) continue
    const entry: ReviewEntry = {
      state,
      remark: textOf(row.remark),
      by: textOf(row.by),
      at: textOf(row.at),
    }
    const before = found[key]
    const history =
      before === undefined
        ? []
        : [
            ...before.history,
            {
              state: before.state,
              remark: before.remark,
              by: before.by,
              at: before.at,
            },
          ]
    found[key] = { ...entry, history }
  }
  return found
}

export function readRounds(doc: Y.Doc): Readonly<Record<string, readonly ReviewRound[]>> {
  const found: Record<string, ReviewRound[]> = {}
  for (const raw of doc.getArray(names.rounds).toArray()) {
    const row = recordOf(raw)
    const kind = oneOf(row.kind, roundKinds)
    const of = textOf(row.of)
    if (kind === null || of === '') continue
    const rounds = found[of] ?? []
    rounds.push({
      kind,
      by: textOf(row.by),
      at: textOf(row.at),
      remark: textOf(row.remark),
    })
    found[of] = rounds
  }
  return found
}
