/** What the pointer does on a board: choose, drag, catch with a band or a lasso, pan, pinch, write. Nothing is stored before it is let go. */
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { isTyping, useSessionOf } from '../session.tsx'
import { webAddress } from './cards.ts'
import { beginDrag, dragTo, letGo, type Scene } from './drag.ts'
import { drawBand, drawLasso, type Gesture, markHits, slack, type Tool } from './gestures.ts'
import { caught } from './lasso.ts'
import { dropAt, inside, type Rect, touches } from './layout.ts'
import { type CardPictures, picturesIn } from './use-card-pictures.ts'

type Want = Scene & {
  readonly pictures: CardPictures
  readonly tool: Tool
  readonly lastZone: RefObject<string>
}

export function useBoardPointer(want: Want) {
  const session = useSessionOf('board')
  const space = useSpaceKey()
  const latest = useRef({ ...want, session })
  latest.current = { ...want, session }
  const gesture = useRef<Gesture | null>(null)
  const handlers = useMemo(() => makeHandlers(latest, gesture, space), [space])
  return { busy: () => gesture.current !== null, handlers }
}

type Latest = RefObject<Want & { readonly session: ReturnType<typeof useSessionOf<'board'>> }>

function makeHandlers(latest: Latest, gesture: RefObject<Gesture | null>, space: RefObject<boolean>) {
  /** Fingers on the glass, by pointer. */
  const fingers = new Map<number, { x: number; y: number }>()
  const now = () => latest.current

  /** The card under the pointer, drawn or painted. */
  const cardAt = (event: Spot): ItemId | null => {
    const drawn = under(event)?.closest<HTMLElement>('[data-note]')?.dataset.note
    if (drawn !== undefined) return drawn as ItemId // written there from an ItemId
    const { view, notes } = now()
    if (!view.far) return null
    const at = view.toBoard(event.clientX, event.clientY)
    return notes.find((note) => inside(note, at))?.item.id ?? null
  }

  const choose = (id: ItemId, several: boolean): readonly ItemId[] => {
    const { selection, select } = now().session
    const has = selection.ids.includes(id)
    const ids = several ? (has ? selection.ids.filter((one) => one !== id) : [...selection.ids, id]) : has ? selection.ids : [id]
    select(ids, id)
    return ids
  }

  const hitBy = (takes: (note: Rect) => boolean, keep: readonly ItemId[]): ReadonlySet<ItemId> => {
    const { notes, board } = now()
    const hit = new Set(keep)
    for (const note of notes) if (takes(note) && !board.closed.has(note.item.id)) hit.add(note.item.id)
    return hit
  }
  const showHits = (hit: ReadonlySet<ItemId> | null): void => {
    const { view, marks } = now()
    if (view.far) marks.far.current?.ring(hit)
    else markHits(marks.list.current, hit)
  }

  const onPointerDown = (event: React.PointerEvent<HTMLDivElement>): void => {
    if (isTyping(event.target) || !(event.target instanceof Element)) return
    const { marks, session, tool, lastZone } = now()
    if (event.pointerType === 'touch') fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    marks.list.current?.focus({ preventScroll: true })
    const zone = event.target.closest<HTMLElement>('[data-zone]')?.dataset.zone
    if (zone !== undefined) lastZone.current = zone
    // The press must not move the focus on to what lies under the pointer.
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    const { clientX: x, clientY: y } = event
    if (fingers.size === 2) {
      cancel()
      gesture.current = { kind: 'pinch', ...spanOf(fingers) }
      return
    }
    if (fingers.size > 2) return
    if (event.button === 1 || space.current || tool === 'hand') {
      gesture.current = { kind: 'pan', x, y }
      return
    }
    if (event.button !== 0) return
    const several = event.shiftKey || event.ctrlKey || event.metaKey
    const keep = several ? session.selection.ids : []
    const pressed = tool === 'lasso' || event.altKey ? null : cardAt(event)
    const id = pressed !== null && now().board.closed.has(pressed) ? null : pressed
    if (tool === 'lasso' || event.altKey) gesture.current = { kind: 'lasso', keep, line: [now().view.toBoard(x, y)], hit: null }
    else if (id !== null) gesture.current = { kind: 'press', id, x, y, several, ids: choose(id, several) }
    else if (event.pointerType === 'touch') gesture.current = { kind: 'pan', x, y }
    else gesture.current = { kind: 'band', x, y, keep, hit: null }
  }

  const onPointerMove = (event: React.PointerEvent): void => {
    const held = gesture.current
    if (held === null) return
    const { view, marks, board } = now()
    const { clientX, clientY } = event
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, { x: clientX, y: clientY })
    switch (held.kind) {
      case 'pinch': {
        const span = spanOf(fingers)
        view.panBy(span.x - held.x, span.y - held.y)
        if (held.gap > 0) view.zoomTo((view.current().k * span.gap) / held.gap, span.x, span.y)
        gesture.current = { kind: 'pinch', ...span }
        break
      }
      case 'pan':
        view.panBy(clientX - held.x, clientY - held.y)
        held.x = clientX
        held.y = clientY
        break
      case 'band': {
        const from = view.toBoard(held.x, held.y)
        const to = view.toBoard(clientX, clientY)
        const rect = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), w: Math.abs(to.x - from.x), h: Math.abs(to.y - from.y) }
        if (held.hit === null && Math.abs(clientX - held.x) + Math.abs(clientY - held.y) < slack) return
        drawBand(marks.band.current, rect)
        held.hit = hitBy((note) => touches(note, rect), held.keep)
        showHits(held.hit)
        break
      }
      case 'lasso': {
        held.line.push(view.toBoard(clientX, clientY))
        drawLasso(marks.lasso.current, held.line, view.current().k)
        held.hit = hitBy((note) => caught(held.line, note), held.keep)
        showHits(held.hit)
        break
      }
      case 'press': {
        const far = Math.abs(clientX - held.x) + Math.abs(clientY - held.y) > slack
        if (!far || board.readOnly) return
        const drag = beginDrag(now(), held)
        gesture.current = drag
        dragTo(now(), drag, event)
        break
      }
      case 'drag':
        dragTo(now(), held, event)
        break
      default:
        held satisfies never
    }
  }

  const end = (event: React.PointerEvent, keep: boolean): void => {
    fingers.delete(event.pointerId)
    const held = gesture.current
    // The finger that stays goes on panning only after it was lifted once.
    gesture.current = null
    if (held === null) return
    const { marks, session } = now()
    if (held.kind === 'press' && keep && !held.several) session.select([held.id], held.id)
    if (held.kind === 'drag') letGo(now(), held, keep)
    if (held.kind !== 'band' && held.kind !== 'lasso') return
    drawBand(marks.band.current, null)
    drawLasso(marks.lasso.current, [], 1)
    showHits(null)
    if (!keep) return
    const hit = [...(held.hit ?? held.keep)]
    session.select(hit, hit.at(-1) ?? null)
  }
  const cancel = (): void => {
    const held = gesture.current
    gesture.current = null
    if (held?.kind === 'drag') letGo(now(), held, false)
    drawBand(now().marks.band.current, null)
    drawLasso(now().marks.lasso.current, [], 1)
    showHits(null)
  }

  const dropPlace = (clientX: number, clientY: number) => {
    const { view, layout } = now()
    const at = view.toBoard(clientX, clientY)
    return dropAt(layout, at.x - 60, at.y - 20)
  }

  const onDoubleClick = (event: React.MouseEvent): void => {
    const { board, view, notes } = now()
    if (isTyping(event.target)) return
    const id = cardAt(event)
    if (id === null) {
      const target = dropPlace(event.clientX, event.clientY)
      if (target !== null && !board.readOnly && !view.far) board.setEditing({ kind: 'new', zone: target.zone, x: target.x, y: target.y })
      return
    }
    const note = notes.find((one) => one.item.id === id)
    // From afar nobody can read what he would write: come closer first.
    if (view.far && note !== undefined) view.centre(note.x + note.w / 2, note.y + note.h / 2, 1)
    else if (under(event)?.closest('[data-enlarge]')) board.setEnlarged(id)
    else board.acts.edit(id)
  }

  return {
    onPointerDown,
    onPointerMove,
    onPointerUp: (event: React.PointerEvent) => end(event, true),
    onPointerCancel: (event: React.PointerEvent) => end(event, false),
    onDoubleClick,
    onClick: (event: React.MouseEvent) => {
      const link = under(event)?.closest<HTMLElement>('[data-open-link]')?.dataset.openLink
      if (link !== undefined && webAddress(link) !== null) now().board.acts.openLink(link)
    },
    onPaste: (event: React.ClipboardEvent) => {
      const { board, pictures, lastZone } = now()
      if (isTyping(event.target) || board.readOnly) return
      const photos = picturesIn(event.clipboardData)
      if (photos.length > 0) {
        event.preventDefault()
        void pictures.add(photos, { kind: 'new', zone: lastZone.current })
      } else board.acts.paste(lastZone.current, event.clipboardData.getData('text/plain'))
    },
    onDragOver: (event: React.DragEvent) => {
      if (!event.dataTransfer.types.includes('Files') || now().board.readOnly) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    },
    onDrop: (event: React.DragEvent) => {
      const { board, pictures } = now()
      if (board.readOnly || event.dataTransfer.files.length === 0) return
      event.preventDefault()
      // Whatever it is: a file that is no picture is refused in words instead of silently.
      const photos = [...event.dataTransfer.files]
      const id = cardAt(event)
      const target = dropPlace(event.clientX, event.clientY)
      if (id !== null && !board.closed.has(id)) void pictures.add(photos, { kind: 'card', id })
      else if (target !== null) void pictures.add(photos, { kind: 'new', zone: target.zone, x: target.x, y: target.y })
    },
  }
}

type Spot = { readonly clientX: number; readonly clientY: number }

/** What lies there. The target of an event is the board itself while it holds on to the pointer. */
const under = ({ clientX, clientY }: Spot): Element | null => document.elementFromPoint(clientX, clientY)

/** Middle and distance of two fingers. */
function spanOf(fingers: ReadonlyMap<number, { x: number; y: number }>): { readonly gap: number; readonly x: number; readonly y: number } {
  const [a, b] = [...fingers.values()]
  if (a === undefined || b === undefined) return { gap: 0, x: a?.x ?? 0, y: a?.y ?? 0 }
  return { gap: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

/** While Space is held the pointer pans. */
function useSpaceKey(): RefObject<boolean> {
  const space = useRef(false)
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
  }, [])
  return space
}
