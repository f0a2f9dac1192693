/** The figures over what a search and its filters leave; asked again when the catalogue says that it has changed. */
import { useEffect, useState } from 'react'
import type { CatalogueFigures, CatalogueFilters } from '#shared/api/catalogue.ts'
import { type Asked, useCatalogueTurn, useLab } from '../../lab/lab-context.tsx'
import { troubleOf } from '../../lab/refusal.ts'

/** Figures with what they were counted over. */
export type Counted = { readonly figures: CatalogueFigures; readonly text: string; readonly filters: CatalogueFilters }

/** What was drawn stays until the newer numbers are there. */
export function useFigures(text: string, filters: CatalogueFilters): Asked<Counted> {
  const client = useLab()
  const turn = useCatalogueTurn()
  const [state, setState] = useState<Asked<Counted>>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const key = JSON.stringify([text, filters])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what is asked; `turn` and `attempt` ask again
  useEffect(() => {
    const leaving = new AbortController()
    client.catalogue.figures({ text, filters }, { signal: leaving.signal }).then(
      (value) => {
        if (!leaving.signal.aborted) setState({ state: 'ready', value: { figures: value, text, filters } })
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setState({ state: 'failed', trouble: troubleOf(error), again: () => setAttempt((n) => n + 1) })
      },
    )
    return () => leaving.abort()
  }, [client, key, turn, attempt])
  return state
}
