/** Which documents there are and how complete each is. */
import { useEffect, useState } from 'react'
import type { DocumentEntry } from '#shared/api/contract.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Asked } from '../../lab/lab-context.tsx'
import { useLab } from '../../lab/lab-context.tsx'
import { troubleOf } from '../../lab/refusal.ts'

/** @param stamp asks again when it differs; what was known stays meanwhile */
export function useEntries(lab: LabId, innovation: InnovationId | undefined, stamp: string): Asked<readonly DocumentEntry[]> {
  const client = useLab()
  const [asked, setAsked] = useState<Asked<readonly DocumentEntry[]>>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `stamp` and `attempt` ask again
  useEffect(() => {
    const leaving = new AbortController()
    client.document.list(innovation === undefined ? { lab } : { lab, innovation }, { signal: leaving.signal }).then(
      ({ entries }) => leaving.signal.aborted || setAsked({ state: 'ready', value: entries }),
      (error: unknown) =>
        leaving.signal.aborted || setAsked({ state: 'failed', trouble: troubleOf(error), again: () => setAttempt((n) => n + 1) }),
    )
    return () => leaving.abort()
  }, [client, lab, innovation, stamp, attempt])
  return asked
}
