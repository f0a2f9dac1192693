/** Dragging what is selected out of the picture and onto the shelf of the panel, whatever kind of canvas it lies on. */
import { useEffect, useRef } from 'react'
import { createStore } from 'zustand/vanilla'

export type DragOut = {
  /** Null while nothing is carried; then where the pointer is. */
  readonly at: { readonly x: number; readonly y: number } | null
  /** The canvas on the shelf under the pointer. */
  readonly over: string | null
}
const nothing: DragOut = { at: null, over: null }
export const dragOutStore = createStore<DragOut>(() => nothing)

/** What can be carried out: notes, nodes, points, rows, and the thing shown in the panel itself. */
const carried = '[data-note],[data-node],[data-point],[data-row],[data-drag-end]'
/** A press that moves less than this is a click. */
const slack = 8

type Press = { readonly x: number; readonly y: number; readonly id: number; readonly target: Element; out: boolean }

/**
 * Handlers of the capture phase of the whole page. As long as the pointer is over the panel, the picture hears nothing of it; let go on
 * the shelf, it is told that its own drag was called off, so that nothing is moved there.
 */
export function useDragOut(may: boolean, drop: (canvas: string) => void) {
  const press = useRef<Press | null>(null)
  const latest = useRef({ may, drop })
  latest.current = { may, drop }
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      const held = press.current
      if (event.key !== 'Escape' || held === null || !held.out) return
      event.preventDefault()
      event.stopPropagation()
      press.current = null
      dragOutStore.setState(nothing)
      callOff(held)
    }
    window.addEventListener('keydown', leave, true)
    return () => {
      window.removeEventListener('keydown', leave, true)
      dragOutStore.setState(nothing)
    }
  }, [])
  return {
    onPointerDownCapture: (event: React.PointerEvent): void => {
      press.current = null
      if (!latest.current.may || event.button !== 0 || !(event.target instanceof Element)) return
      if (event.target.closest(carried) === null || event.target.closest('input,textarea,select,[contenteditable="true"]') !== null) return
      press.current = { x: event.clientX, y: event.clientY, id: event.pointerId, target: event.target, out: false }
    },
    onPointerMoveCapture: (event: React.PointerEvent): void => {
      const held = press.current
      if (held === null || held.id !== event.pointerId) return
      if (!held.out && Math.abs(event.clientX - held.x) + Math.abs(event.clientY - held.y) < slack) return
      const node = document.elementFromPoint(event.clientX, event.clientY)
      const inPanel = node?.closest('[data-region="panel"]') != null
      const own = held.target.closest('[data-drag-end]') !== null
      if (!held.out) {
        // On its own canvas a thing is simply moved; it is carried out once it comes to the panel.
        if (!own && !inPanel) return
        held.out = true
        document.querySelector('[data-shelf-box]')?.scrollIntoView({ block: 'nearest' })
      }
      if (inPanel || own) event.stopPropagation()
      const over = node?.closest<HTMLElement>('[data-shelf]')?.dataset.shelf ?? null
      dragOutStore.setState({ at: inPanel || own ? { x: event.clientX, y: event.clientY } : null, over })
    },
    onPointerUpCapture: (event: React.PointerEvent): void => {
      const held = press.current
      if (held === null || held.id !== event.pointerId) return
      const { over, at } = dragOutStore.getState()
      press.current = null
      dragOutStore.setState(nothing)
      if (!held.out || at === null) return
      event.stopPropagation()
      callOff(held)
      if (over !== null) latest.current.drop(over)
    },
    onPointerCancelCapture: (): void => {
      press.current = null
      dragOutStore.setState(nothing)
    },
  }
}

const callOff = ({ target, id }: Press): void =>
  void target.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerId: id }))
