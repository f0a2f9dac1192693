/**
 * A convention of forty innovations judged by the rubric of Kota Metro, and its result worked out by hand: written from the text of the
 * rubric (domain.md 6.1: novelty 5, impact 5, feasibility 4, sustainability 3, collaboration 2, documentation 2; levels 1 to 3; a judge's
 * number is the sum of weight times level, 63 at most; the mean over the judges; equals by novelty, then by impact). Nothing of the app is
 * used to work it out.
 */
import { seeded } from './innovation.ts'

export const metroWeights = { kebaruan: 5, dampak: 5, kelayakan: 4, keberlanjutan: 3, kolaborasi: 2, dokumentasi: 2 } as const
export type MetroKey = keyof typeof metroWeights
export const metroKeys = Object.keys(metroWeights) as readonly MetroKey[] // the keys of the object above

export type Levels = Readonly<Record<MetroKey, number>>
/** Judge → entry → levels. */
export type Marked = Map<string, Map<string, Levels>>

/** Believable levels: every entry has a strength, and judges differ a little around it. */
export function levelsFor(entries: readonly string[], judgesOf: (entry: string) => readonly string[], seed: number): Marked {
  const next = seeded(seed)
  const marked: Marked = new Map()
  for (const entry of entries) {
    const strength = 1 + next() * 2
    for (const judge of judgesOf(entry)) {
      const level = (): number => Math.min(3, Math.max(1, Math.round(strength + (next() - 0.5) * 1.6)))
      const levels: Levels = {
        kebaruan: level(),
        dampak: level(),
        kelayakan: level(),
        keberlanjutan: level(),
        kolaborasi: level(),
        dokumentasi: level(),
      }
      const known = marked.get(judge) ?? new Map<string, Levels>()
      known.set(entry, levels)
      marked.set(judge, known)
    }
  }
  return marked
}

const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length

export type Counted = { readonly entry: string; readonly number: number; readonly kebaruan: number; readonly dampak: number }

/** Best first. Two that stay equal after the rules keep the order in which they were handed over. */
export function countedByHand(marked: Marked, entries: readonly string[]): readonly Counted[] {
  const counted = entries.map((entry): Counted => {
    const given = [...marked.values()].flatMap((of) => of.get(entry) ?? [])
    const number = mean(given.map((levels) => metroKeys.reduce((sum, key) => sum + metroWeights[key] * levels[key], 0)))
    return { entry, number, kebaruan: mean(given.map((one) => one.kebaruan)), dampak: mean(given.map((one) => one.dampak)) }
  })
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9
  return counted.toSorted((a, b) => {
    if (!near(a.number, b.number)) return b.number - a.number
    if (!near(a.kebaruan, b.kebaruan)) return b.kebaruan - a.kebaruan
    return near(a.dampak, b.dampak) ? 0 : b.dampak - a.dampak
  })
}
