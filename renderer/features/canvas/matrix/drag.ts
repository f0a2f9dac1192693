/** Carrying a point or a waiting item with the pointer: shown at once, stored when it is let go. */
import { useRef } from 'react'

type Drop = { readonly clientX: number; readonly clientY: number; readonly target: HTMLElement }

/** Pointer handlers of one thing that can be carried. `onPick` comes with the press, `onDrop` only after it was really moved. */
export function useCarry(fixed: boolean, onPick: () => void, onDrop: (drop: Drop) => void) {
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null)
  const end = (element: HTMLElement): void => {
    drag.current = null
    carry(element, 0, 0)
    delete element.dataset['carried']
  }
  return {
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { x: event.clientX, y: event.clientY, moved: false }
      onPick()
    },
    onPointerMove: (event: React.PointerEvent<HTMLElement>) => {
      const now = drag.current
      if (now === null || fixed) return
      const [dx, dy] = [event.clientX - now.x, event.clientY - now.y]
      if (Math.abs(dx) + Math.abs(dy) > 4) now.moved = true
      if (!now.moved) return
      event.currentTarget.dataset['carried'] = 'true'
      carry(event.currentTarget, dx, dy)
    },
    onPointerUp: (event: React.PointerEvent<HTMLElement>) => {
      const moved = drag.current?.moved === true
      end(event.currentTarget)
      if (moved) onDrop({ clientX: event.clientX, clientY: event.clientY, target: event.currentTarget })
    },
    onPointerCancel: (event: React.PointerEvent<HTMLElement>) => end(event.currentTarget),
  }
}

function carry(element: HTMLElement, dx: number, dy: number): void {
  element.style.setProperty('--dx', `${dx}px`)
  element.style.setProperty('--dy', `${dy}px`)
}

/** Whether the pointer is over the element. */
export function isOver(element: HTMLElement | null, { clientX, clientY }: Drop): boolean {
  const box = element?.getBoundingClientRect()
  return box !== undefined && clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom
}
