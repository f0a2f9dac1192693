/** The wheel of a mouse zooms at the pointer, two fingers on a touchpad pan, a pinch on it zooms. */
import { type RefObject, useEffect } from 'react'
import type { Moves, View } from './viewport.ts'

/** A touchpad sends small steps closely one after another; one of them may look like the step of a wheel. */
const padMs = 500
/** What browsers report for one click of a wheel. */
const click = 120

type Turn = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode'> & { readonly wheelDeltaY?: number }

/** Whether this came from a wheel that clicks. Browsers do not say; a wheel turns in whole clicks and never sideways. */
export function isClick(event: Turn): boolean {
  if (event.deltaX !== 0) return false
  if (event.deltaMode === 1) return true
  return event.wheelDeltaY !== undefined && event.wheelDeltaY !== 0 && event.wheelDeltaY % click === 0
}

export function useWheel(frame: RefObject<HTMLDivElement | null>, view: RefObject<View>, moves: Moves): void {
  // React listens to wheel passively, and a passive listener cannot keep the page from zooming.
  useEffect(() => {
    const ground = frame.current
    if (ground === null) return
    let padAt = Number.NEGATIVE_INFINITY
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      const wheel = isClick(event) && event.timeStamp - padAt > padMs
      if (event.ctrlKey || event.metaKey)
        moves.zoomTo(view.current.k * Math.exp(-event.deltaY * (wheel ? 0.002 : 0.01)), event.clientX, event.clientY)
      else if (event.shiftKey && event.deltaX === 0) moves.panBy(-event.deltaY, 0)
      else if (wheel) moves.zoomTo(view.current.k * Math.exp(-Math.sign(event.deltaY) * 0.16), event.clientX, event.clientY)
      else {
        padAt = event.timeStamp
        moves.panBy(-event.deltaX, -event.deltaY)
      }
    }
    ground.addEventListener('wheel', onWheel, { passive: false })
    return () => ground.removeEventListener('wheel', onWheel)
  }, [frame, view, moves])
}
