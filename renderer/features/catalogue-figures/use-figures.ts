/** The figures over what the filters leave; asked again when the catalogue says that it has changed. */
import { useEffect, useState } from 'react'
import type { CatalogueFigures, CatalogueFilters } from '#shared/api/catalogue.ts'
import { type Asked, useCatalogueTurn, useLab } from '../../lab/lab-context.tsx'
import { troubleOf } from '../../lab/refusal.ts'

/** What was drawn stays until the newer numbers are there. */
export function useFigures(filters: CatalogueFilters): Asked<CatalogueFigures> {
  const client = useLab()
  const turn = useCatalogueTurn()
  const [state, setState] = useState<Asked<CatalogueFigures>>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const key = JSON.stringify(filters)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the filters; `turn` and `attempt` ask again
  useEffect(() => {
    const leaving = new AbortController()
    client.catalogue.figures({ filters }, { signal: leaving.signal }).then(
      (value) => {
        if (!leaving.signal.aborted) setState({ state: 'ready', value })
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setState({ state: 'failed', trouble: troubleOf(error), again: () => setAttempt((n) => n + 1) })
      },
    )
    return () => leaving.abort()
  }, [client, key, turn, attempt])
  return state
}
