/** Sums over the whole innovations of a lab, asked of the core and again when an innovation was saved. */
import { useEffect, useState } from 'react'
import type { LabFigures } from '#shared/api/figures.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { useLab } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'

export type AskedFigures =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly trouble: Trouble; readonly again: () => void }
  | { readonly state: 'ready'; readonly figures: LabFigures }

/**
 * What was known stays while newer is asked for.
 * @param lab null asks for nothing
 * @param innovations whose change asks again
 */
export function useFigures(lab: string | null, innovations: readonly InnovationSummary[]): AskedFigures {
  const client = useLab()
  const [figures, setFigures] = useState<LabFigures | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of innovations and `attempt` ask again
  useEffect(() => {
    if (lab === null) return
    const leaving = new AbortController()
    client.lab
      .figures({ lab }, { signal: leaving.signal })
      .then((found) => {
        setFigures(found)
        setTrouble(null)
      })
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setTrouble(troubleOf(error))
      })
    return () => leaving.abort()
  }, [client, lab, innovations, attempt])
  if (figures !== null) return { state: 'ready', figures }
  if (trouble !== null) return { state: 'failed', trouble, again: () => setAttempt((n) => n + 1) }
  return { state: 'loading' }
}
