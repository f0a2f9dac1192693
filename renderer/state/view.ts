/** What is open and folded on this screen. Never saved with the lab; what `keptView` names comes back at the next start. */
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

/** Whether a part of the view is remembered on this laptop; a new part does not compile until that is decided. */
const kept = { palette: false, keys: false, newLab: false, leftFolded: true, rightFolded: true } satisfies Record<keyof View, boolean>

const keptKeys = (Object.keys(kept) as (keyof View)[]) /* its own keys */
  .filter((key) => kept[key])

/** What to remember of a view. */
export const keptView = (view: View): Partial<View> => Object.fromEntries(keptKeys.map((key) => [key, view[key]]))

/** What was remembered, from settings that anybody may have edited: only known parts, only yes or no. */
export const rememberedView = (stored: Readonly<Record<string, unknown>>): Partial<View> =>
  Object.fromEntries(keptKeys.flatMap((key) => (typeof stored[key] === 'boolean' ? [[key, stored[key]]] : [])))
