/** Reading and writing plain values in Y.Maps. A document can hold anything an older or hostile peer wrote, so every read checks. */
import * as Y from 'yjs'
import type { Value } from '#shared/model/lab.ts'

export type AnyMap = Y.Map<unknown>

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : value instanceof Y.Text ? value.toString() : '')
export const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
export const flagOf = (value: unknown): boolean => value === true
export const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | null => allowed.find((one) => one === value) ?? null

export function plainOf(value: unknown): Value {
  if (value instanceof Y.Text) return value.toString()
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return numberOf(value)
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string')
  return null
}

export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>) /* a plain object by the three tests before */
    : {}

/** Sets only what differs: an unchanged key costs no update and disturbs nobody's undo. */
export function assign(map: AnyMap, patch: Readonly<Record<string, unknown>>): void {
  for (const [key, next] of Object.entries(patch)) {
    if (next === undefined) continue
    if (!same(map.get(key), next)) map.set(key, next)
  }
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof b === 'object' && b !== null && !(a instanceof Y.AbstractType) && JSON.stringify(a) === JSON.stringify(b))

/**
 * Makes a Y.Text say `next` by replacing only the part in the middle that differs, so that what another person types at
 * the same time elsewhere in the text stays.
 */
export function writeText(text: Y.Text, next: string): void {
  const now = text.toString()
  if (now === next) return
  let head = 0
  const most = Math.min(now.length, next.length)
  while (head < most && now.charCodeAt(head) === next.charCodeAt(head)) head += 1
  // Never split a surrogate pair: a lone half would be stored as a broken character.
  if (head > 0 && isHighSurrogate(now.charCodeAt(head - 1))) head -= 1
  let tail = 0
  while (tail < most - head && now.charCodeAt(now.length - 1 - tail) === next.charCodeAt(next.length - 1 - tail)) tail += 1
  if (tail > 0 && isLowSurrogate(now.charCodeAt(now.length - tail))) tail -= 1
  const gone = now.length - head - tail
  if (gone > 0) text.delete(head, gone)
  const put = next.slice(head, next.length - tail)
  if (put.length > 0) text.insert(head, put)
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff
