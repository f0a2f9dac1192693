/** Remembers how the last outlines fell onto pages, so that the DOCX of a document that was just printed as PDF need not lay it out again. */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Outline, WriteReport } from '#shared/model/outline.ts'

export type LaidPages = { readonly headings: ReadonlyMap<string, number>; readonly report: WriteReport }

const most = 8
const known = new Map<string, LaidPages>()

/** What decides where text falls: everything in the outline, and the faces it is set in. Of pictures a sum stands for the bytes. */
export const layoutKey = (outline: Outline, fontsFolder: string): string =>
  createHash('sha256').update(fontsFolder).update('\0').update(JSON.stringify(outline, withoutBytes)).digest('base64')

const withoutBytes = (_: string, value: unknown): unknown => (value instanceof Uint8Array ? `${value.length} ${crc32(value)}` : value)

export const recallPages = (key: string): LaidPages | undefined => known.get(key)

export function rememberPages(key: string, laid: LaidPages): void {
  known.delete(key)
  known.set(key, laid)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
}
