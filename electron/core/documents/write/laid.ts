/** Remembers how the last outlines fell onto pages, so that the DOCX of a document that was just printed as PDF need not lay it out again. */
import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import type { Outline, WriteReport } from '#shared/model/outline.ts'

export type LaidPages = { readonly headings: ReadonlyMap<string, number>; readonly report: WriteReport }

const most = 8
const known = new Map<string, LaidPages>()

/** What decides where text falls: everything in the outline, and the faces it is set in. */
export const layoutKey = (outline: Outline, fontsFolder: string): string =>
  createHash('sha256').update(fontsFolder).update('\0').update(serialize(outline)).digest('base64')

export const recallPages = (key: string): LaidPages | undefined => known.get(key)

export function rememberPages(key: string, laid: LaidPages): void {
  known.delete(key)
  known.set(key, laid)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
}
