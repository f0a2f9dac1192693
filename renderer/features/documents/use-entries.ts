/** Which documents there are, how complete each is, and what changed since it was exported. */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { DocumentList } from '#shared/api/documents.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Asked } from '../../lab/lab-context.tsx'
import { useLab } from '../../lab/lab-context.tsx'
import { troubleOf } from '../../lab/refusal.ts'
import { endedJobs, queueStore } from './queue.ts'

type Wanted = { readonly lab: LabId; readonly innovation?: InnovationId | undefined; readonly kind?: string | undefined }

/** @param stamp asks again when it differs, as does every export that ends; what was known stays meanwhile. Null asks nothing. */
export function useEntries(
  { lab, innovation, kind }: Wanted,
  stamp: string | null,
): Asked<DocumentList> & { readonly askAgain: () => void } {
  const client = useLab()
  const ended = useStore(queueStore, endedJobs)
  const [asked, setAsked] = useState<Asked<DocumentList>>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const askAgain = (): void => setAttempt((n) => n + 1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `stamp`, `attempt` and `ended` ask again
  useEffect(() => {
    if (stamp === null) return
    const leaving = new AbortController()
    const only = { ...(innovation === undefined ? {} : { innovation }), ...(kind === undefined ? {} : { kind }) }
    client.document.list({ lab, ...only }, { signal: leaving.signal }).then(
      (value) => leaving.signal.aborted || setAsked({ state: 'ready', value }),
      (error: unknown) => leaving.signal.aborted || setAsked({ state: 'failed', trouble: troubleOf(error), again: askAgain }),
    )
    return () => leaving.abort()
  }, [client, lab, innovation, kind, stamp, attempt, ended])
  return { ...asked, askAgain }
}
