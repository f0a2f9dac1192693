/** What can be taken back right now. One at a time: the newest matters. */
import { createStore } from 'zustand/vanilla'

export type Undoable = { readonly text: string; readonly undo: () => void; readonly key: number }

/** How long the bar stays (design.md 8). */
export const undoableMs = 10_000

export const noticeStore = createStore<{ readonly now: Undoable | null }>(() => ({ now: null }))

let last = 0
let timer: ReturnType<typeof setTimeout> | undefined

const hide = () => {
  clearTimeout(timer)
  noticeStore.setState({ now: null })
}

export const notify = {
  /** Says what was done, with a way back for ten seconds: `notify.undoable('6 kartu dipindah ke arsip', () => …)`. */
  undoable(text: string, undo: () => void): void {
    clearTimeout(timer)
    last += 1
    noticeStore.setState({ now: { text, undo, key: last } })
    timer = setTimeout(hide, undoableMs)
  },
  hide,
}
