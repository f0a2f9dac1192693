/** What is asked lives in the address, so that coming back finds it; a link elsewhere may set it anew. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { type CatalogueAsked, readAsked } from '../catalogue-address.ts'

/**
 * @param address of the page as it is now
 * @param toAddress one and the same function each time
 */
export function useAsked(address: string, toAddress: (asked: CatalogueAsked) => string) {
  const [asked, setAsked] = useState(() => readAsked(address))
  const written = useRef(address)
  useEffect(() => {
    if (address === written.current) return
    written.current = address
    setAsked(readAsked(address))
  }, [address])
  const ask = useCallback(
    (next: CatalogueAsked): void => {
      setAsked(next)
      const to = toAddress(next)
      written.current = to
      window.history.replaceState(window.history.state, '', to)
    },
    [toAddress],
  )
  return [asked, ask] as const
}
