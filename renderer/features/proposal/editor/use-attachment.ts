/** A stored picture as an address the page can show. */
import { useEffect, useState } from 'react'
import type { LabId } from '#shared/model/ids.ts'
import { useLab } from '../../../lab/lab-context.tsx'

export type ShownAttachment =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly url: string }

/** The address lives as long as the component. */
export function useAttachment(lab: LabId, name: string): ShownAttachment {
  const client = useLab()
  const [shown, setShown] = useState<ShownAttachment>({ state: 'loading' })
  useEffect(() => {
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
