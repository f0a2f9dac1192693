/** What a coach does to a form. The logs only grow: taking something back adds what was there before once more. */
import type * as Y from 'yjs'
import { canvasState, setCanvasState } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { addReview, addRound, readReviews, readRounds, reviewKey } from '#shared/doc/reviews.ts'
import type { CanvasState, ReviewEntry, ReviewRound } from '#shared/model/lab.ts'
import { nowIso } from '../../state/fresh.ts'

export type Answer = { readonly part: string; readonly state: 'ok' | 'perlu_perbaikan'; readonly remark: string }

const same = (a: { readonly by: string; readonly at: string } | undefined, b: { readonly by: string; readonly at: string }): boolean =>
  a?.by === b.by && a.at === b.at

/**
 * Answers parts of a form.
 * @returns takes them back, except those that somebody has answered since
 */
export function giveAnswers(doc: Y.Doc, of: string, answers: readonly Answer[], by: string): () => void {
  const before = readReviews(doc)
  const at = nowIso()
  doc.transact(() => {
    for (const { part, state, remark } of answers) addReview(doc, reviewKey(of, part), { state, remark, by, at }, byPerson)
  }, byPerson)
  return () => {
    const now = readReviews(doc)
    doc.transact(() => {
      for (const { part } of answers) {
        const key = reviewKey(of, part)
        if (same(now[key], { by, at }))
          addReview(doc, key, entryOf(before[key]) ?? { state: 'belum', remark: '', by, at: nowIso() }, byPerson)
      }
    }, byPerson)
  }
}

const entryOf = (entry: ReviewEntry | undefined): ReviewEntry | undefined =>
  entry && { state: entry.state, remark: entry.remark, by: entry.by, at: entry.at }

/**
 * Answers parts of a form and returns or accepts it, as one change.
 * @param canvas whether it is a canvas, which is done once it is accepted
 * @param undone the remark of a form that is back with the team because its acceptance was taken back
 * @returns takes all of it back
 */
export function finish(
  doc: Y.Doc,
  of: string,
  act: { readonly kind: 'returned' | 'accepted'; readonly remark: string; readonly answers: readonly Answer[]; readonly by: string },
  canvas: boolean,
  undone: string,
): () => void {
  const last = readRounds(doc)[of]?.at(-1)
  const state: CanvasState | null = canvas ? canvasState(doc, of) : null
  const { kind, remark, answers, by } = act
  let takeBack = (): void => undefined
  const round: ReviewRound = { kind, by, at: nowIso(), remark }
  doc.transact(() => {
    if (answers.length > 0) takeBack = giveAnswers(doc, of, answers, by)
    addRound(doc, of, round, byPerson)
    if (canvas && kind === 'accepted') setCanvasState(doc, of, 'selesai', byPerson)
  }, byPerson)
  return () =>
    doc.transact(() => {
      takeBack()
      // Somebody went on from here: handed it in again, or accepted it.
      if (!same(readRounds(doc)[of]?.at(-1), round)) return
      if (last !== undefined) addRound(doc, of, last, byPerson)
      else if (kind === 'accepted') addRound(doc, of, { kind: 'returned', by, at: nowIso(), remark: undone }, byPerson)
      if (state !== null && kind === 'accepted') setCanvasState(doc, of, state, byPerson)
    }, byPerson)
}
