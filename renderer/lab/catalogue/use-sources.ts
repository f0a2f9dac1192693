/** The lists that were taken in. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CatalogueSource } from '#shared/api/catalogue.ts'
import { useAbout, useCatalogueTurn, useLab } from '../lab-context.tsx'

/** Null until the first answer. A team's laptop does not see them. */
export function useSources(): {
  readonly sources: readonly CatalogueSource[] | null
  readonly names: Readonly<Record<string, string>>
  readonly again: () => void
} {
  const client = useLab()
  const host = useAbout()?.reach === 'host'
  const turn = useCatalogueTurn()
  const [asked, setAsked] = useState(0)
  const [sources, setSources] = useState<readonly CatalogueSource[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each change of the catalogue
  useEffect(() => {
    if (!host) return
    let gone = false
    client.catalogue.sources().then(
      (found) => {
        if (!gone) setSources(found)
      },
      () => {
        if (!gone) setSources([])
      },
    )
    return () => {
      gone = true
    }
  }, [client, host, turn, asked])
  const names = useMemo(() => Object.fromEntries((sources ?? []).map(({ id, name }) => [id, name])), [sources])
  const again = useCallback(() => setAsked((n) => n + 1), [])
  return { sources, names, again }
}
