/** What is open and folded on this screen. Never saved with the lab. */
import { createStore } from 'zustand/vanilla'

export type View = {
  readonly palette: boolean
  readonly keys: boolean
  readonly newLab: boolean
  /** Pages with a panel on that side fold it away. */
  readonly leftFolded: boolean
  readonly rightFolded: boolean
}

export const viewStore = createStore<View>(() => ({ palette: false, keys: false, newLab: false, leftFolded: false, rightFolded: false }))

export const setView = (patch: Partial<View>): void => viewStore.setState(patch)
