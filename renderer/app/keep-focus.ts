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

const inDialog = (node: EventTarget | null): boolean => node instanceof Element && node.closest('[role=dialog]') !== null

/**
 * Whenever the focused element leaves `page` and nobody else has taken the focus by the next frame, the part of the page it was in
 * gets it; when a dialog goes away with the focus, what had it before the dialog. A page that knows better where to go on focuses that
 * itself.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = page.current
    if (root === null) return
    /** What had the focus last, and everything around it up to the page. */
    let path: readonly HTMLElement[] = []
    /** What has the focus in a dialog, which lies beside the page. */
    let within: Element | null = null
    let frame = 0
    const onFocus = (event: FocusEvent) => {
      within = inDialog(event.target) && event.target instanceof Element && !root.contains(event.target) ? event.target : null
      if (!(event.target instanceof Node) || !root.contains(event.target)) return
      path = []
      for (let one = event.target; one instanceof HTMLElement; one = one.parentElement) {
        path = [...path, one]
        if (one === root) return
      }
    }
    // A press beside everything lets go of the focus on purpose.
    const onPress = (event: Event) => {
      if (!inDialog(event.target)) path = []
    }
    const isGone = (): boolean => path[0] !== undefined && (!path[0].isConnected || within?.isConnected === false)
    const look = () => {
      if (document.activeElement !== document.body || !isGone()) return
      within = null
      if (path[0]?.isConnected === true) path[0].focus({ preventScroll: true })
      if (document.activeElement === document.body) stayNear(path)
    }
    const watcher = new MutationObserver(() => {
      if (!isGone()) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    })
    // All of the document: dialogs lie beside the page.
    watcher.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', onFocus)
    window.addEventListener('pointerdown', onPress, true)
    return () => {
      cancelAnimationFrame(frame)
      watcher.disconnect()
      document.removeEventListener('focusin', onFocus)
      window.removeEventListener('pointerdown', onPress, true)
    }
  }, [page])
}
