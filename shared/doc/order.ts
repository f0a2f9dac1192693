import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Ordered } from '#shared/rules/order.ts'

export { byOrder } from '#shared/rules/order.ts'

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
