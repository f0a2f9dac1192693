/** What the pointer does on a board: choose, drag, draw a rubber band, pan, write. Dragged notes move without React until they are dropped. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { isTyping, useSessionOf } from '../session.tsx'
import { type BoardLayout, dropAt, type PlacedNote, type Rect, touches } from './layout.ts'
import { noteId } from './note.tsx'
import type { BoardActs } from './use-board.ts'
import type { Viewport } from './viewport.ts'

type Want = {
  readonly view: Viewport
  readonly layout: BoardLayout
  readonly notes: readonly PlacedNote[]
  readonly acts: BoardActs
  readonly list: RefObject<HTMLDivElement | null>
  readonly lastZone: RefObject<string>
}
type Gesture =
  | { readonly kind: 'press'; readonly id: ItemId; readonly x: number; readonly y: number; readonly ids: readonly ItemId[] }
  | { readonly kind: 'drag'; readonly id: ItemId; readonly x: number; readonly y: number; readonly ids: readonly ItemId[] }
  | { readonly kind: 'band'; readonly x: number; readonly y: number; readonly keep: readonly ItemId[] }
  | { readonly kind: 'pan'; x: number; y: number }

/** A press that moves less than this is a click. */
const slack = 4

export function useBoardPointer({ view, layout, notes, acts, list, lastZone }: Want) {
  const { selection, select } = useSessionOf('board')
  const gesture = useRef<Gesture | null>(null)
  const [band, setBand] = useState<Rect | null>(null)
  const space = useRef(false)
  useSpaceKey(space)

  const shift = (ids: readonly ItemId[], dx: number, dy: number): void => {
    for (const id of ids) {
      const node = document.getElementById(noteId(id))
      if (node === null) continue
      node.style.transform = dx === 0 && dy === 0 ? '' : `translate(${dx}px,${dy}px)`
      node.style.zIndex = dx === 0 && dy === 0 ? '' : '5'
    }
  }
  const choose = (id: ItemId, event: React.PointerEvent): readonly ItemId[] => {
    const several = event.shiftKey || event.ctrlKey || event.metaKey
    const has = selection.ids.includes(id)
    const ids = several ? (has ? selection.ids.filter((one) => one !== id) : [...selection.ids, id]) : has ? selection.ids : [id]
    select(ids, id)
    return ids
  }

  const onPointerDown = (event: React.PointerEvent<HTMLDivElement>): void => {
    if (isTyping(event.target) || !(event.target instanceof Element)) return
    list.current?.focus({ preventScroll: true })
    const note = event.target.closest<HTMLElement>('[data-note]')
    const zone = event.target.closest<HTMLElement>('[data-zone]')?.dataset.zone
    if (zone !== undefined) lastZone.current = zone
    // The press must not move the focus on to what lies under the pointer.
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    const { clientX: x, clientY: y } = event
    if (event.button === 1 || space.current) gesture.current = { kind: 'pan', x, y }
    else if (event.button !== 0) return
    else if (note?.dataset.note !== undefined) {
      const id = note.dataset.note as ItemId // written there from an ItemId
      gesture.current = { kind: 'press', id, x, y, ids: choose(id, event) }
    } else if (event.pointerType === 'touch') gesture.current = { kind: 'pan', x, y }
    else gesture.current = { kind: 'band', x, y, keep: event.shiftKey ? selection.ids : [] }
  }

  const onPointerMove = (event: React.PointerEvent): void => {
    const now = gesture.current
    if (now === null) return
    const { clientX, clientY } = event
    if (now.kind === 'pan') {
      view.panBy(clientX - now.x, clientY - now.y)
      gesture.current = { kind: 'pan', x: clientX, y: clientY }
    } else if (now.kind === 'band') {
      const from = view.toBoard(now.x, now.y)
      const to = view.toBoard(clientX, clientY)
      const rect = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), w: Math.abs(to.x - from.x), h: Math.abs(to.y - from.y) }
      if (rect.w + rect.h < slack * 2) return
      setBand(rect)
      const hit = notes.filter((note) => touches(note, rect)).map((note) => note.item.id)
      select([...new Set([...now.keep, ...hit])], hit.at(-1) ?? now.keep.at(-1) ?? null)
    } else {
      const k = view.current().k
      const far = Math.abs(clientX - now.x) + Math.abs(clientY - now.y) > slack
      if (now.kind === 'press' && (!far || acts.readOnly)) return
      const ids = now.ids.includes(now.id) ? now.ids : [...now.ids, now.id]
      gesture.current = { ...now, kind: 'drag', ids }
      shift(ids, (clientX - now.x) / k, (clientY - now.y) / k)
    }
  }

  const end = (event: React.PointerEvent, keep: boolean): void => {
    const now = gesture.current
    gesture.current = null
    setBand(null)
    if (now === null) return
    if (now.kind === 'press' && keep && !(event.shiftKey || event.ctrlKey || event.metaKey)) select([now.id], now.id)
    if (now.kind === 'band' && keep && band === null) select([], null)
    if (now.kind !== 'drag') return
    shift(now.ids, 0, 0)
    if (!keep) return
    const k = view.current().k
    drop(now.ids, (event.clientX - now.x) / k, (event.clientY - now.y) / k)
  }
  const drop = (ids: readonly ItemId[], dx: number, dy: number): void => {
    const boxes = layout.zones.flatMap((zone) => zone.clusters)
    const frames = boxes.filter((box) => ids.includes(box.item.id))
    for (const frame of frames) {
      const target = dropAt(layout, frame.x + dx + frame.w / 2 - 60, frame.y + dy)
      if (target !== null && target.zone !== frame.zone) acts.toZone([frame.item.id], target.zone)
    }
    const moved = notes.filter((note) => ids.includes(note.item.id) && !frames.some((frame) => frame.item.id === note.cluster))
    const drops = moved.flatMap((note) => {
      const target = dropAt(layout, note.x + dx, note.y + dy)
      return target === null ? [] : [{ ...target, id: note.item.id }]
    })
    if (drops.length > 0) acts.drop(drops)
  }

  const onDoubleClick = (event: React.MouseEvent): void => {
    if (acts.readOnly || isTyping(event.target) || !(event.target instanceof Element)) return
    const note = event.target.closest<HTMLElement>('[data-note]')
    if (note?.dataset.note !== undefined) {
      acts.setEditing({ kind: 'item', id: note.dataset.note as ItemId /* written there from an ItemId */ })
      return
    }
    const at = view.toBoard(event.clientX, event.clientY)
    const target = dropAt(layout, at.x - 60, at.y - 20)
    if (target !== null) acts.setEditing({ kind: 'new', zone: target.zone, x: target.x, y: target.y })
  }

  return {
    band,
    busy: () => gesture.current !== null,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: (event: React.PointerEvent) => end(event, true),
      onPointerCancel: (event: React.PointerEvent) => end(event, false),
      onDoubleClick,
      onPaste: (event: React.ClipboardEvent) => {
        if (isTyping(event.target) || acts.readOnly) return
        acts.paste(lastZone.current, event.clipboardData.getData('text/plain'))
      },
    },
  }
}

/** While Space is held the pointer pans. */
function useSpaceKey(space: RefObject<boolean>): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.code === 'Space' && !isTyping(event.target)) space.current = event.type === 'keydown'
    }
    window.addEventListener('keydown', hear)
    window.addEventListener('keyup', hear)
    return () => {
      window.removeEventListener('keydown', hear)
      window.removeEventListener('keyup', hear)
    }
  }, [space])
}
