/** In whose name votes are given on a board; kept while the page is open, also over a change of the view. */
import { useSyncExternalStore } from 'react'

const names = new Map<string, string>()
const hearers = new Set<() => void>()
const listen = (hear: () => void): (() => void) => {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}

/** @param board which board of which innovation; an empty name stands for who sits here */
export function useVoter(board: string): readonly [string, (name: string) => void] {
  const name = useSyncExternalStore(listen, () => names.get(board) ?? '')
  const setName = (next: string): void => {
    names.set(board, next.trim())
    for (const hear of hearers) hear()
  }
  return [name, setName]
}
