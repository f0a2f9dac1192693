import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

type Ordered = { readonly id: string; readonly order: string }

/** Items sort by their fractional key and, where two people chose the same key, by id: every peer sees the same order. */
export const byOrder = (a: Ordered, b: Ordered): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** A key between two neighbours; null means the end. Falls back to the end when the neighbours' keys are equal or damaged. */
export function keyBetween(before: string | null, after: string | null): string {
  try {
    return generateKeyBetween(before, after)
  } catch {
    return after !== null && before !== null ? `${before}V` : generateKeyBetween(null, null)
  }
}

/** The key that puts something last. */
export const keyAfterLast = (sorted: readonly Ordered[]): string => keyBetween(sorted.at(-1)?.order ?? null, null)

export const keysInOrder = (count: number): readonly string[] => generateNKeysBetween(null, null, count)
