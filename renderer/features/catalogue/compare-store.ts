/** Which entries are to be laid side by side; kept while one goes from page to page. */
import { createStore } from 'zustand/vanilla'

/** What a screen has room for. */
export const mostCompared = 4

export const compareStore = createStore<{ readonly ids: readonly string[]; readonly open: boolean }>(() => ({ ids: [], open: false }))

/** Beyond the most that fit nothing is added. */
export const chooseEntry = (id: string, on: boolean): void =>
  compareStore.setState(({ ids, open }) => {
    const others = ids.filter((one) => one !== id)
    const next = !on ? others : others.length < mostCompared ? [...others, id] : ids
    return { ids: next, open: open && next.length > 1 }
  })
export const clearChosen = (): void => compareStore.setState({ ids: [], open: false })
export const openCompare = (open: boolean): void => compareStore.setState({ open })
