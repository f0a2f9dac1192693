/** Which canvases and proposals of an innovation a coach gave back with something to mend. */
import type { Innovation } from '../model/lab.ts'

export type ToMend = {
  /** Id of the canvas or of the form. */
  readonly of: string
  /** How many of its parts ask for a change. */
  readonly n: number
}

/** The most to mend first. */
export function toMendIn(reviews: Innovation['reviews']): readonly ToMend[] {
  const counts = new Map<string, number>()
  for (const [key, { state }] of Object.entries(reviews)) {
    if (state !== 'perlu_perbaikan') continue
    const of = key.slice(0, key.indexOf('/'))
    counts.set(of, (counts.get(of) ?? 0) + 1)
  }
  return [...counts].map(([of, n]) => ({ of, n })).sort((a, b) => b.n - a.n || (a.of < b.of ? -1 : 1))
}
