/** The real PDF of the chosen document, asked for anew when something else is wanted. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLab } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { type OpenPdf, openPdf } from './pdf.ts'
import type { Wanted } from './queue.ts'

export type Preview = {
  /** The newest that could be drawn; it stays while the next one is made. */
  readonly shown: (OpenPdf & { readonly file: Blob; readonly of: string }) | null
  readonly drawing: boolean
  /** What is shown is another document, or this one on other paper: the right one is on its way. */
  readonly old: boolean
  readonly trouble: Trouble | null
  /** Has the content changed since it was drawn? */
  readonly stale: boolean
  readonly refresh: () => void
}

/**
 * @param wanted null while nothing is chosen or it is not known yet what the lab holds
 * @param stamp differs whenever the content behind the document was saved anew
 */
export function usePreview(wanted: Wanted | null, stamp: string): Preview {
  const client = useLab()
  const key = wanted === null ? '' : JSON.stringify(wanted)
  const [attempt, setAttempt] = useState(0)
  const [shown, setShown] = useState<(OpenPdf & { readonly file: Blob; readonly of: string; readonly stamp: string }) | null>(null)
  const [state, setState] = useState<{ readonly drawing: boolean; readonly trouble: Trouble | null }>({ drawing: false, trouble: null })
  const newest = useRef(stamp)
  newest.current = stamp
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what is wanted, `attempt` asks again
  useEffect(() => {
    if (wanted === null) return
    const leaving = new AbortController()
    const load = async () => {
      // What was saved while the document was being made may be missing from it: then it is made once more.
      for (let asked = ''; asked !== newest.current && !leaving.signal.aborted; ) {
        asked = newest.current
        const blob = await client.document.preview(wanted, { signal: leaving.signal })
        const bytes = await blob.arrayBuffer()
        const file = new Blob([bytes], { type: 'application/pdf' })
        const opened = await openPdf(bytes)
        if (leaving.signal.aborted) opened.close()
        else setShown({ ...opened, file, of: key, stamp: asked })
      }
    }
    setState({ drawing: true, trouble: null })
    load().then(
      () => leaving.signal.aborted || setState({ drawing: false, trouble: null }),
      (error: unknown) => leaving.signal.aborted || setState({ drawing: false, trouble: troubleOf(error) }),
    )
    return () => leaving.abort()
  }, [client, key, attempt])
  useEffect(() => () => shown?.close(), [shown])
  return {
    shown: wanted === null ? null : shown,
    ...state,
    old: shown !== null && shown.of !== key,
    stale: shown !== null && !state.drawing && shown.of === key && shown.stamp !== stamp,
    refresh: useCallback(() => setAttempt((n) => n + 1), []),
  }
}
