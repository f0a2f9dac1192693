/** Keeps the focus on the page when what had it goes away: whoever works by keyboard or by ear must not be sent back to the top. */
import { type RefObject, useEffect } from 'react'

/** A button that works takes no keys for as long, and loses the focus as if it were gone. */
const takesFocus = (one: Element): boolean => one.isConnected && !one.matches(':disabled')

/**
 * Focuses the nearest part around that is still there, so that Tab goes on from the very place. A part that takes no focus by itself
 * takes it for as long as it has it.
 */
function stayNear(path: readonly HTMLElement[]): void {
  const near = path.find(takesFocus)
  if (near === undefined) return
  if (!near.hasAttribute('tabindex')) {
    near.setAttribute('tabindex', '-1')
    near.addEventListener('blur', () => near.removeAttribute('tabindex'), { once: true })
  }
  near.focus({ preventScroll: true })
}

const dialogOf = (node: EventTarget | null): Element | null => (node instanceof Element ? node.closest('[role=dialog]') : null)

/** An element and everything around it, up to and with `last`. */
function pathTo(last: Element, from: EventTarget | null): readonly HTMLElement[] {
  const path: HTMLElement[] = []
  for (let one = from; one instanceof HTMLElement; one = one.parentElement) {
    path.push(one)
    if (one === last) break
  }
  return path
}

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
    /** The same in a dialog, which lies beside the page, while the focus is there. */
    let within: readonly HTMLElement[] = []
    let frame = 0
    const onFocus = ({ target }: FocusEvent) => {
      const dialog = dialogOf(target)
      if (target instanceof Node && root.contains(target)) {
        path = pathTo(root, target)
        within = []
      } else within = dialog === null ? [] : pathTo(dialog, target)
    }
    // A press beside everything lets go of the focus on purpose.
    const onPress = ({ target }: Event) => {
      if (dialogOf(target) === null) path = []
    }
    const isGone = ([first]: readonly HTMLElement[]): boolean => first !== undefined && !takesFocus(first)
    const isLost = (): boolean => document.activeElement === document.body || document.activeElement?.matches(':disabled') === true
    const look = () => {
      if (!isLost()) return
      if (isGone(within)) {
        stayNear(within)
        if (!isLost()) return
        within = []
        path[0]?.focus({ preventScroll: true })
        if (isLost()) stayNear(path.slice(1))
      } else if (isGone(path)) stayNear(path)
    }
    const watcher = new MutationObserver(() => {
      if (!isGone(path) && !isGone(within)) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    })
    // All of the document: dialogs lie beside the page.
    watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
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
