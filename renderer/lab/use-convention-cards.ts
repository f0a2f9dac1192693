/** The conventions of the open lab in short, asked again whenever one of them changes. */
import { useEffect, useState } from 'react'
import type { ConventionCard } from '#shared/api/jury.ts'
import { useConventionTurn, useLab } from './lab-context.tsx'
import { useOpenLab } from './open-lab.tsx'

const none: readonly ConventionCard[] = []

/** Empty until they are known, and where nobody may ask. */
export const useConventionCards = (): readonly ConventionCard[] => useKnownConventions() ?? none

/** What was known stays while it is asked again; null until the first answer, and where nobody may ask. */
export function useKnownConventions(): readonly ConventionCard[] | null {
  const client = useLab()
  const { id } = useOpenLab()
  const turn = useConventionTurn(id)
  const [known, setKnown] = useState<{ readonly lab: string; readonly cards: readonly ConventionCard[] } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    const leaving = new AbortController()
    client.jury.list({ lab: id }, { signal: leaving.signal }).then(
      (cards) => leaving.signal.aborted || setKnown({ lab: id, cards }),
      // A laptop of a team is not told of juries.
      () => {},
    )
    return () => leaving.abort()
  }, [client, id, turn])
  return known?.lab === id ? known.cards : null
}
