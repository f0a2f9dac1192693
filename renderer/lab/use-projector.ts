/** Opening the page for the hall: a window of its own on the desktop, a tab in a browser. */
import { useCallback, useState } from 'react'
import type { LabId } from '#shared/model/ids.ts'
import { places } from '../app/places.ts'
import { useAbout, useLab } from './lab-context.tsx'

/** `blocked`: the browser did not let a tab open. */
export type ProjectorTrouble = 'failed' | 'blocked' | null

export function useProjector(lab: LabId): { readonly open: () => void; readonly trouble: ProjectorTrouble; readonly forget: () => void } {
  const client = useLab()
  const about = useAbout()
  const [trouble, setTrouble] = useState<ProjectorTrouble>(null)
  const desktop = about?.canProject === true
  const open = useCallback(() => {
    setTrouble(null)
    if (desktop) {
      client.app.project({ lab }).catch(() => setTrouble('failed'))
      return
    }
    // Not `noopener`: the new tab takes over this tab's key from its session storage. The name brings the same tab back.
    const tab = window.open(`${window.location.pathname}${places.projector(lab)}`, `labinov-projector-${lab}`)
    if (tab === null) setTrouble('blocked')
    else tab.focus()
  }, [client, lab, desktop])
  return { open, trouble, forget: useCallback(() => setTrouble(null), []) }
}
