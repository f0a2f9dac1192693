/** One innovation as a plain value that follows its document. */
import type * as Y from 'yjs'
import { type InnovationReader, innovationReader } from '#shared/doc/innovation-reader.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import { useLive } from './use-live.ts'

/** One for each document and for as long as it is open: the next page of the same innovation finds everything read. */
const readers = new WeakMap<Y.Doc, InnovationReader>()

function readerOf(doc: Y.Doc, innovation: InnovationId, lab: LabId): InnovationReader {
  const known = readers.get(doc)
  if (known !== undefined) return known
  const fresh = innovationReader(doc, innovation, lab)
  // It hears nothing but its document, and goes with it.
  fresh.follow()
  readers.set(doc, fresh)
  return fresh
}

/** Reads only what changed, so a letter typed on a large board costs one note; what did not change stays the same object. */
export function useInnovation(doc: Y.Doc, innovation: InnovationId, lab: LabId): Innovation {
  return useLive(doc, () => readerOf(doc, innovation, lab).read(), [innovation, lab])
}
