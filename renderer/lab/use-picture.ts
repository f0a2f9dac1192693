/** A stored picture as an address the page can show. */
import { useEffect, useState } from 'react'
import type { LabId } from '#shared/model/ids.ts'
import { useLab } from './lab-context.tsx'

export type ShownPicture =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly url: string }

const none: ShownPicture = { state: 'none' }

/**
 * The address lives as long as the component.
 * @param name of an attachment; empty for none
 */
export function usePicture(lab: LabId, name: string): ShownPicture {
  const client = useLab()
  const [shown, setShown] = useState<ShownPicture>(none)
  useEffect(() => {
    if (name === '') {
      setShown(none)
      return
    }
    let url: string | null = null
    const leaving = new AbortController()
    const load = async () => {
      const file = await client.attachment.get({ lab, name }, { signal: leaving.signal })
      const bytes = await file.arrayBuffer()
      if (leaving.signal.aborted) return
      url = URL.createObjectURL(new Blob([bytes], { type: file.type }))
      setShown({ state: 'ready', url })
    }
    setShown({ state: 'loading' })
    load().catch(() => {
      if (!leaving.signal.aborted) setShown({ state: 'failed' })
    })
    return () => {
      leaving.abort()
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [client, lab, name])
  return shown
}
