/** Who reviews. */
import { useCallback } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { useAbout, useLabData, useSettings } from '../../lab/lab-context.tsx'

/** On a laptop whose settings are not ours to change the name is kept until the page is closed. */
const hereStore = createStore<{ readonly name: string }>(() => ({ name: '' }))

export type Signer = { /** Empty until somebody said it. */ readonly name: string; readonly give: (name: string) => void }

export function useSigner(): Signer {
  const { me } = useSettings()
  const data = useLabData()
  const about = useAbout()
  const here = useStore(hereStore, (state) => state.name)
  const give = useCallback(
    (name: string) => {
      hereStore.setState({ name })
      if (about?.reach !== 'host' || about.readOnly) return
      // Refused, it is still known here, which is all that a review needs.
      void data.changeSettings({ me: { ...data.getState().settings.me, name } }).catch(() => undefined)
    },
    [data, about],
  )
  return { name: me.name.trim() === '' ? here : me.name, give }
}
