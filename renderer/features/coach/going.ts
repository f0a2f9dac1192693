/** The list a coach goes through: its order is the one it had when he began, whatever happens to it meanwhile. */
import { createStore } from 'zustand/vanilla'

type Going = {
  readonly lab: string
  /** `<innovation>/<of>`, in order. */
  readonly keys: readonly string[]
  /** Answered in this going through. */
  readonly done: ReadonlySet<string>
}

export const goingStore = createStore<Going>(() => ({ lab: '', keys: [], done: new Set() }))

export const beginGoing = (lab: string, keys: readonly string[]): void => goingStore.setState({ lab, keys, done: new Set() })

export const setDone = (key: string, done: boolean): void =>
  goingStore.setState((now) => {
    const next = new Set(now.done)
    if (done) next.add(key)
    else next.delete(key)
    return { done: next }
  })
