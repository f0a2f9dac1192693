/** Whole entries by their ids, in that order; those that are gone are left out. */
import { useEffect, useState } from 'react'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { type Asked, useCatalogueTurn, useLab } from '../../lab/lab-context.tsx'
import { troubleOf } from '../../lab/refusal.ts'

export function useEntries(ids: readonly string[]): Asked<readonly CatalogueEntry[]> {
  const client = useLab()
  const turn = useCatalogueTurn()
  const [state, setState] = useState<Asked<readonly CatalogueEntry[]>>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const key = JSON.stringify(ids)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the ids; `turn` and `attempt` ask again
  useEffect(() => {
    if (ids.length === 0) {
      setState({ state: 'ready', value: [] })
      return
    }
    let gone = false
    client.catalogue.entries({ ids: [...ids] }).then(
      (found) => {
        if (gone) return
        const byId = new Map(found.map((entry) => [entry.id, entry]))
        setState({ state: 'ready', value: ids.flatMap((id) => byId.get(id) ?? []) })
      },
      (error: unknown) => {
        if (!gone) setState({ state: 'failed', trouble: troubleOf(error), again: () => setAttempt((n) => n + 1) })
      },
    )
    return () => {
      gone = true
    }
  }, [client, key, turn, attempt])
  return state
}
