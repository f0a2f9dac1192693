/** One innovation as a plain value that follows its document. */
import { useEffect, useMemo } from 'react'
import type * as Y from 'yjs'
import { innovationReader } from '#shared/doc/innovation-reader.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import { useLive } from './use-live.ts'

/** Reads only what changed, so a letter typed on a large board costs one note; what did not change stays the same object. */
export function useInnovation(doc: Y.Doc, innovation: InnovationId, lab: LabId): Innovation {
  const reader = useMemo(() => innovationReader(doc, innovation, lab), [doc, innovation, lab])
  // Stands before `useLive`, whose first reading after it subscribes already profits.
  useEffect(() => reader.follow(), [reader])
  return useLive(doc, () => reader.read(), [reader])
}
