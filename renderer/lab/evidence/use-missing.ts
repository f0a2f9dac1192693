/** Which files of the lab are gone from its folder. */
import { useEffect, useState } from 'react'
import type { LabId } from '#shared/model/ids.ts'
import { useLab } from '../lab-context.tsx'

export type MissingFile = { readonly name: string; readonly title: string; readonly innovation: string | null }

const none: readonly MissingFile[] = []

/** Asked when the page opens and whenever `again` changes; nothing is said while it is not known. */
export function useMissing(lab: LabId, again: unknown): readonly MissingFile[] {
  const client = useLab()
  const [found, setFound] = useState(none)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` asks again
  useEffect(() => {
    const leaving = new AbortController()
    client.attachment
      .missing({ lab }, { signal: leaving.signal })
      .then(setFound)
      // The page shows what it knows; opening a file that is gone says so too.
      .catch(() => undefined)
    return () => leaving.abort()
  }, [client, lab, again])
  return found
}
