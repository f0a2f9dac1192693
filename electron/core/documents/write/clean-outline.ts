import type { Outline } from '#shared/model/outline.ts'
import { cleanText } from '#shared/rules/clean-text.ts'

/** Outlines this module has made: they need no second look. */
const cleaned = new WeakSet<Outline>()

/** The same outline with every text in it cleaned; tabs become spaces, because a printed line has no tab stops. Bytes are not touched. */
export function cleanOutline(outline: Outline): Outline {
  if (cleaned.has(outline)) return outline
  const fresh = clean(outline) as Outline // cleaning keeps the shape: only strings change
  cleaned.add(fresh)
  return fresh
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value).replaceAll('\t', ' ')
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map(clean)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]))
}
