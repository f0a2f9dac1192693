/** Keeps the focus on the page when what had it goes away: whoever works by keyboard or by ear must not be sent back to the top. */
import { type RefObject, useEffect } from 'react'

/**
 * Focuses the nearest part around that is still there, so that Tab goes on from the very place. A part that takes no focus by itself
 * takes it for as long as it has it.
 */
function stayNear(path: readonly HTMLElement[]): void {
  const near = path.find((one) => one.isConnected)
  if (near === undefined) return
  if (!near.hasAttribute('tabindex')) {
    near.setAttribute('tabindex', '-1')
    near.addEventListener('blur', () => near.removeAttribute('tabindex'), { once: true })
  }
  near.focus({ preventScroll: true })
}

/**
 * Whenever the focused element leaves `page` and nobody else has taken the focus by the next frame, the part of the page it was in
 * gets it. A page that knows better where to go on focuses that itself.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = page.current
    if (root === null) return
    /** What had the focus last, and everything around it up to the page. */
    let path: readonly HTMLElement[] = []
    let frame = 0
    const onFocus = (event: FocusEvent) => {
      path = []
      for (let one = event.target; one instanceof HTMLElement; one = one.parentElement) {
        path = [...path, one]
        if (one === root) return
      }
    }
    // A press beside everything lets go of the focus on purpose.
    const onPress = () => {
      path = []
    }
    const look = () => {
      if (document.activeElement !== document.body || path[0] === undefined || path[0].isConnected) return
      stayNear(path)
    }
    const watcher = new MutationObserver(() => {
      if (path[0] === undefined || path[0].isConnected) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    })
    watcher.observe(root, { childList: true, subtree: true })
    root.addEventListener('focusin', onFocus)
    window.addEventListener('pointerdown', onPress, true)
    return () => {
      cancelAnimationFrame(frame)
      watcher.disconnect()
      root.removeEventListener('focusin', onFocus)
      window.removeEventListener('pointerdown', onPress, true)
    }
  }, [page])
}
