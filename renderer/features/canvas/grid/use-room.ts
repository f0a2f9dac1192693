/** How much room the table has, and at which edges something of it is out of sight. */
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

type Wanted = {
  /** Around the scroller; gets `data-left` and `data-right` where the table goes on. */
  readonly frame: RefObject<HTMLDivElement | null>
  readonly scroller: RefObject<HTMLDivElement | null>
}

/** @returns the px there are, 0 before the first look; how large texts are, 1 as designed; `look` whenever the table was scrolled or is wider than before */
export function useRoom({ frame, scroller }: Wanted): { readonly room: number; readonly scale: number; readonly look: () => void } {
  const [room, setRoom] = useState(0)
  const [scale, setScale] = useState(1)
  const look = useCallback((): void => {
    const node = scroller.current
    if (node === null || frame.current === null) return
    const { scrollLeft, scrollWidth, clientWidth } = node
    setRoom(clientWidth)
    // Attributes and no state: scrolling draws nothing anew.
    frame.current.toggleAttribute('data-left', scrollLeft > 0)
    frame.current.toggleAttribute('data-right', scrollLeft + clientWidth < scrollWidth - 1)
  }, [frame, scroller])
  useLayoutEffect(() => {
    const node = scroller.current
    if (node === null) return
    const measure = (): void => {
      setScale(Math.max(1, Number(getComputedStyle(node).getPropertyValue('--lb-scale')) || 1))
      look()
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(node)
    for (const inside of node.children) watch.observe(inside)
    return () => watch.disconnect()
  }, [scroller, look])
  return { room, scale, look }
}
