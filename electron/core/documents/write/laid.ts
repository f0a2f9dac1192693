/** Remembers how the last outlines fell onto pages, so that the DOCX of a document that was just printed as PDF need not lay it out again. */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Outline, WriteReport } from '#shared/model/outline.ts'

export type LaidPages = { readonly headings: ReadonlyMap<string, number>; readonly report: WriteReport }

const most = 8
const known = new Map<string, LaidPages>()

/** What decides where text falls: everything in the outline, and the faces it is set in. Of pictures a sum stands for the bytes. */
export function layoutKey(outline: Outline, fontsFolder: string): string {
  const { cover, blocks, ...frame } = outline
  const hash = createHash('sha256').update(fontsFolder).update('\0').update(JSON.stringify(frame, withoutBytes))
  for (const part of [cover, blocks]) {
    hash.update('\0')
    for (const block of part) hash.update(JSON.stringify(block, hasBytes(block) ? withoutBytes : undefined))
  }
  return hash.digest('base64')
}

/** Looking at every value by hand takes many times as long as the platform's own way, so that is kept to the few blocks that need it. */
function hasBytes(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false
  if (value instanceof Uint8Array) return true
  for (const inner of Object.values(value)) if (typeof inner === 'object' && hasBytes(inner)) return true
  return false
}

/** Buffers have turned into lists of numbers by the time a value is handed in; what holds them has not. */
function withoutBytes(this: unknown, key: string, value: unknown): unknown {
  const held: unknown = Reflect.get(Object(this), key)
  return held instanceof Uint8Array ? `${held.length} ${crc32(held)}` : value
}

export const recallPages = (key: string): LaidPages | undefined => known.get(key)

export function rememberPages(key: string, laid: LaidPages): void {
  known.delete(key)
  known.set(key, laid)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
}
