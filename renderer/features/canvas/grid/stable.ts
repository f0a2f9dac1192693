import { useCallback, useRef } from 'react'

/** A function that stays the same while what it does is always the newest, so that what it is given to need not be drawn again. */
export function useStable<Args extends readonly unknown[], Result>(run: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(run)
  latest.current = run
  return useCallback((...args: Args) => latest.current(...args), [])
}
