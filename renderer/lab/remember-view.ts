/** Folded panels stay folded at the next start. */
import { keptView, rememberedView, setView, viewStore } from '../state/view.ts'
import type { LabDataStore } from './data.ts'

/** Takes over what was remembered, then writes down what changes. Call it once, after the settings are known. */
export function rememberView(data: LabDataStore): void {
  setView(rememberedView(data.getState().settings.view))
  let before = JSON.stringify(keptView(viewStore.getState()))
  viewStore.subscribe((view) => {
    const { about, settings } = data.getState()
    const now = JSON.stringify(keptView(view))
    if (now === before) return
    before = now
    // Settings belong to the person at this machine; elsewhere a panel stays folded until the page is closed.
    if (about?.reach !== 'host' || about.readOnly) return
    // Not worth a word when it fails: nothing but the fold is lost.
    data.changeSettings({ view: { ...settings.view, ...keptView(view) } }).catch(() => undefined)
  })
}
