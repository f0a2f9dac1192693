/** What the catalogue holds already, so that a list that is taken in shows its doubles. */
import { useEffect, useState } from 'react'
import { type JudgedRow, keysOf } from '#shared/rules/catalogue-import.ts'
import { useLab } from '../../lab/lab-context.tsx'

const none: ReadonlySet<string> = new Set()

/**
 * Keys of those rows that are there already; null until the answer has come.
 * @param without a list that will be replaced: its own lines are no doubles
 */
export function useKnown(rows: readonly JudgedRow[], without: string | null): ReadonlySet<string> | null {
  const client = useLab()
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const keys = [...keysOf(rows)]
    if (keys.length === 0) {
      setKnown(none)
      return
    }
    const abort = new AbortController()
    setKnown(null)
    client.catalogue.known({ keys, ...(without === null ? {} : { except: without }) }, { signal: abort.signal }).then(
      (answer) => {
        if (!abort.signal.aborted) setKnown(new Set(answer.known))
      },
      // Without it no row is called a double; nothing is lost by that.
      () => {
        if (!abort.signal.aborted) setKnown(none)
      },
    )
    return () => abort.abort()
  }, [client, rows, without])
  return known
}
