/** Dragging a box to where it shall hang; dragging the ground pans. Nothing is stored before the drop. */
import { useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { Viewport } from '../board/viewport.ts'
import { isTyping, useSessionOf } from '../session.tsx'
import { mayHang } from './edits.ts'
import { boxId, type StageBox } from './tree-node.tsx'
import type { TreeActs } from './use-tree.ts'

/** What letting go here would do. */
export type Drop = {
  readonly word: string
  /** Drawn over the target: a frame, or a bar where it is thin. */
  readonly mark: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly run: () => void
}
export type DropAt = (x: number, y: number, id: ItemId) => Drop | null

type Grip = { readonly id: ItemId | null; x: number; y: number; readonly startX: number; readonly startY: number; moved: boolean }
const slack = 4
/** This near to the edge of the window the picture moves along while something is dragged. */
const edge = 28

export function useTreeDrag(acts: TreeActs, view: Viewport, list: React.RefObject<HTMLDivElement | null>, dropAt: DropAt) {
  const { select } = useSessionOf('tree')
  const grip = useRef<Grip | null>(null)
  const [drop, setDrop] = useState<Drop | null>(null)
  const pointed = useRef<ItemId | null>(null)
  const targetAt = (clientX: number, clientY: number, id: ItemId): Drop | null => {
    const at = view.toBoard(clientX, clientY)
    return dropAt(at.x, at.y, id)
  }
  const end = (event: React.PointerEvent, keep: boolean): void => {
    const now = grip.current
    grip.current = null
    setDrop(null)
    if (now === null) return
    if (now.id === null) {
      if (!now.moved) select([], null)
      return
    }
    lift(now.id, 0, 0)
    if (now.moved && keep) targetAt(event.clientX, event.clientY, now.id)?.run()
  }
  const pull = (event: React.PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const by = (near: number, far: number): number => (near < edge ? (edge - near) / 3 : far < edge ? (far - edge) / 3 : 0)
    const dx = by(event.clientX - box.left, box.right - event.clientX)
    const dy = by(event.clientY - box.top, box.bottom - event.clientY)
    if (dx !== 0 || dy !== 0) view.panBy(dx, dy)
  }
  return {
    drop,
    /** The node that was chosen by pointing at it. */
    pointed,
    handlers: {
      onPointerDown: (event: React.PointerEvent<HTMLDivElement>) => {
        if (isTyping(event.target) || !(event.target instanceof Element) || event.button > 1 || event.target.closest('button')) return
        list.current?.focus({ preventScroll: true })
        event.preventDefault()
        const id = event.button === 1 ? null : nodeAt(event.target)
        grip.current = { id, x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY, moved: false }
        pointed.current = id
        if (id !== null) select([id])
      },
      onPointerMove: (event: React.PointerEvent) => {
        const now = grip.current
        if (now === null) return
        if (!now.moved && Math.abs(event.clientX - now.startX) + Math.abs(event.clientY - now.startY) <= slack) return
        // Captured from the start, a click and a double click would miss the box under them.
        if (!now.moved) event.currentTarget.setPointerCapture(event.pointerId)
        now.moved = true
        if (now.id === null) view.panBy(event.clientX - now.x, event.clientY - now.y)
        else if (!acts.readOnly && acts.index.nodes.has(now.id)) {
          pull(event)
          const { k } = view.current()
          lift(now.id, (event.clientX - now.startX) / k, (event.clientY - now.startY) / k)
          setDrop(targetAt(event.clientX, event.clientY, now.id))
        }
        now.x = event.clientX
        now.y = event.clientY
      },
      onPointerUp: (event: React.PointerEvent) => end(event, true),
      onPointerCancel: (event: React.PointerEvent) => end(event, false),
      onDoubleClick: (event: React.MouseEvent) => {
        if (acts.readOnly || !(event.target instanceof Element) || isTyping(event.target) || event.target.closest('button')) return
        const hit = nodeAt(event.target)
        if (hit !== null) acts.setEditing({ kind: 'item', id: hit })
        else if (acts.index.tree.core === null) acts.begin('core', null)
      },
    },
  }
}

function nodeAt(target: Element): ItemId | null {
  const hit = target.closest<HTMLElement>('[data-node]')?.dataset.node
  return hit === undefined ? null : (hit as ItemId) // written there from an ItemId
}

function lift(id: ItemId, dx: number, dy: number): void {
  const node = document.getElementById(boxId(id))
  if (node === null) return
  const still = dx === 0 && dy === 0
  node.style.transform = still ? '' : `translate(${dx}px,${dy}px)`
  node.style.zIndex = still ? '' : '5'
  node.style.opacity = still ? '' : '0.85'
}

export const boxAt = (boxes: readonly StageBox[], x: number, y: number, not: ItemId): StageBox | undefined =>
  boxes.find((box) => box.id !== not && x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h)

/** Whether `id` may stand beside `other`. */
export function mayStandBeside({ index }: TreeActs, id: ItemId, other: ItemId): boolean {
  const parent = index.parent.get(other)
  return parent == null ? parent === null && index.nodes.has(other) : mayHang(index, id, parent)
}
