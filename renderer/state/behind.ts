/** The list behind a number: one at a time, in a drawer that the frame draws. */
import { createStore } from 'zustand/vanilla'

export type BehindLine = {
  readonly id: string
  readonly text: string
  /** Said beside it in smaller type: its unit, since when. */
  readonly more?: string
  /** Where it leads, an address of `places`. */
  readonly href?: string
}
export type Behind = { readonly title: string; readonly lines: readonly BehindLine[] }

export const behindStore = createStore<{ readonly now: Behind | null }>(() => ({ now: null }))

/** Opens the list behind a number: `showBehind({ title: 'Terlambat di Design', lines })`. */
export const showBehind = (now: Behind): void => behindStore.setState({ now })
export const hideBehind = (): void => behindStore.setState({ now: null })
