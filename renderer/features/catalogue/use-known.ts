/** What the catalogue holds already, so that a list that is taken in shows its doubles. */
import { useEffect, useState } from 'react'
import { sameKey } from '#shared/rules/catalogue-read.ts'
import { useLab } from '../../lab/lab-context.tsx'

/** As many as one question may ask for. */
const atOnce = 200

/**
 * Null until all of it was read.
 * @param without a list that will be replaced: its own lines are no doubles
 */
export function useKnown(without: string | null): ReadonlySet<string> | null {
  const client = useLab()
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    setKnown(null)
    const read = async (): Promise<ReadonlySet<string>> => {
      const keys = new Set<string>()
      for (let from = 0; !abort.signal.aborted; from += atOnce) {
        const page = await client.catalogue.search({ from, count: atOnce, sort: 'name', facets: false }, { signal: abort.signal })
        for (const { entry } of page.hits) if (entry.source === '' || entry.source !== without) keys.add(sameKey(entry.name, entry.region))
        if (page.hits.length < atOnce) break
      }
      return keys
    }
    read().then(
      (keys) => {
        if (!abort.signal.aborted) setKnown(keys)
      },
      // Without it no row is called a double; nothing is lost by that.
      () => {
        if (!abort.signal.aborted) setKnown(new Set())
      },
    )
    return () => abort.abort()
  }, [client, without])
  return known
}
