/** One reader for each lab's document and for as long as it is open: what one part of a page has read, the next finds. */
import type * as Y from 'yjs'
import { type LabReader, labReader } from '#shared/doc/lab-reader.ts'
import type { LabId } from '#shared/model/ids.ts'

const readers = new WeakMap<Y.Doc, LabReader>()

export function labReaderOf(doc: Y.Doc, id: LabId): LabReader {
  const known = readers.get(doc)
  if (known !== undefined) return known
  // It hears nothing but its document, and goes with it.
  const fresh = labReader(doc, id)
  readers.set(doc, fresh)
  return fresh
}
