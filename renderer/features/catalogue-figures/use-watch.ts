/** What threatens the innovations of all labs; asked again after every change. */
import { useEffect, useState } from 'react'
import type { Watched } from '#shared/api/catalogue.ts'
import { type Asked, useCatalogueTurn, useLab } from '../../lab/lab-context.tsx'
import { troubleOf } from '../../lab/refusal.ts'

export function useWatch(): Asked<readonly Watched[]> {
  const client = useLab()
  const turn = useCatalogueTurn()
  const [state, setState] = useState<Asked<readonly Watched[]>>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` and `attempt` ask again
  useEffect(() => {
    const leaving = new AbortController()
    client.catalogue.watch({}, { signal: leaving.signal }).then(
      (value) => {
        if (!leaving.signal.aborted) setState({ state: 'ready', value })
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setState({ state: 'failed', trouble: troubleOf(error), again: () => setAttempt((n) => n + 1) })
      },
    )
    return () => leaving.abort()
  }, [client, turn, attempt])
  return state
}
