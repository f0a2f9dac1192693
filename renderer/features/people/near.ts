/** Which rows of a long table are on the screen or close to it. Only those carry fields; the others are plain text. */
import { startTransition, useEffect, useState } from 'react'

/** How far beyond the edge a row gets its fields, in pixels: the next row that Tab leads to is always among them. */
const ahead = 300

type Watch = { readonly observer: IntersectionObserver; readonly tells: Map<Element, (near: boolean) => void> }
const watches = new WeakMap<Element, Watch>()

function watchIn(scroller: Element): Watch {
  const known = watches.get(scroller)
  if (known) return known
  const tells = new Map<Element, (near: boolean) => void>()
  const observer = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) tells.get(target)?.(isIntersecting)
    },
    { root: scroller, rootMargin: `${ahead}px 0px` },
  )
  const made = { observer, tells }
  watches.set(scroller, made)
  return made
}

/** Give `ref` to the row. A row that somebody writes in stays near wherever it is scrolled to. */
export function useNear() {
  const [row, ref] = useState<HTMLElement | null>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const scroller = row?.closest('[data-region="page"]')
    if (!row || !scroller) return
    const { observer, tells } = watchIn(scroller)
    // Scrolling goes first: what a row holds may follow a moment later.
    tells.set(row, (seen) => startTransition(() => setNear(seen || row.contains(document.activeElement))))
    observer.observe(row)
    return () => {
      observer.unobserve(row)
      tells.delete(row)
    }
  }, [row])
  return { ref, near }
}
