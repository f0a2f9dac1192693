/** What a document says otherwise than when it was exported last. Asked only where something it is made of was saved since. */
import { useEffect, useRef, useState } from 'react'
import type { DocumentChanges, DocumentEntry } from '#shared/api/documents.ts'
import { useLab } from '../../lab/lab-context.tsx'
import { chosenOf } from './selection.ts'

/** @param onSame told once for a document that turned out to say the same: the list need not call it changed any more */
export function useChanges(lab: string, entry: DocumentEntry | undefined, stamp: string, onSame: () => void): DocumentChanges | null {
  const client = useLab()
  const [found, setFound] = useState<{ readonly of: string; readonly changes: DocumentChanges } | null>(null)
  const tell = useRef(onSame)
  tell.current = onSame
  const wanted = entry?.changed === true ? { lab, ...chosenOf(entry) } : null
  const key = wanted === null ? '' : JSON.stringify(wanted)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what is wanted, `stamp` asks again
  useEffect(() => {
    if (wanted === null) return
    const leaving = new AbortController()
    client.document.changes(wanted, { signal: leaving.signal }).then(
      (changes) => {
        if (leaving.signal.aborted) return
        setFound({ of: key, changes })
        if (changes.parts.length === 0) tell.current()
      },
      // The pages say what is wrong with a document that cannot be made.
      () => undefined,
    )
    return () => leaving.abort()
  }, [client, key, stamp])
  return key !== '' && found?.of === key ? found.changes : null
}
