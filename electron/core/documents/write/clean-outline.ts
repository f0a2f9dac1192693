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

/** What needed no cleaning is the value itself, not a copy of it: a book would otherwise stand in memory twice. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return plain.test(value) ? value : cleanText(value).replaceAll('\t', ' ')
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return cleanList(value)
  let copy: Record<string, unknown> | null = null
  for (const [key, inner] of Object.entries(value)) {
    const fresh = clean(inner)
    if (fresh === inner) continue
    copy ??= { ...value }
    copy[key] = fresh
  }
  return copy ?? value
}

function cleanList(list: readonly unknown[]): unknown {
  let copy: unknown[] | null = null
  list.forEach((inner, at) => {
    const fresh = clean(inner)
    if (fresh === inner) return
    copy ??= [...list]
    copy[at] = fresh
  })
  return copy ?? list
}

/** Nothing in it that cleaning would change. */
const plain = /^[\n\x20-\uD7FF\uE000-\uFFFD]*$/
