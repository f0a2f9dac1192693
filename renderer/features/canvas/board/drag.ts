/** Dragging cards: what moves along, what they stick to, and what a drop makes of it. */
import { type Drag, drawGuides, type Marks, markTarget, nodesOf, type Press, shiftNodes } from './gestures.ts'
import { around, type BoardLayout, dropAt, inside, type PlacedNote, zoneAt } from './layout.ts'
import { snapTo } from './snap.ts'
import type { Board } from './use-board.ts'
import { readable, type Viewport } from './viewport.ts'

export type Scene = {
  readonly view: Viewport
  readonly layout: BoardLayout
  readonly notes: readonly PlacedNote[]
  readonly board: Board
  readonly marks: Marks
}

/** How near an edge must be to catch, in pixels of the screen. */
const reach = 6

/** Takes up what was pressed; a cluster takes its cards along. */
export function beginDrag({ layout, notes, view, marks }: Scene, press: Press): Drag {
  const ids = new Set([...press.ids, press.id])
  const frames = layout.zones.flatMap((zone) => zone.clusters).filter((box) => ids.has(box.item.id))
  for (const frame of frames) for (const note of notes) if (note.cluster === frame.item.id) ids.add(note.item.id)
  const held = notes.filter((note) => ids.has(note.item.id))
  const drag: Drag = {
    kind: 'drag',
    x: press.x,
    y: press.y,
    ids,
    box: around([...frames, ...held]) ?? { x: 0, y: 0, w: 0, h: 0 },
    others: frames.length > 0 ? [] : notes.filter((note) => !ids.has(note.item.id)),
    nodes: nodesOf(ids),
    by: { x: 0, y: 0 },
  }
  if (view.far) marks.far.current?.lift(ids)
  return drag
}

/** Moves it without storing anything. */
export function dragTo({ view, marks, layout }: Scene, drag: Drag, event: React.PointerEvent): void {
  const { k } = view.current()
  const by = { x: (event.clientX - drag.x) / k, y: (event.clientY - drag.y) / k }
  const snap =
    k < readable || event.ctrlKey || event.metaKey
      ? { dx: 0, dy: 0, guides: [] }
      : snapTo({ ...drag.box, x: drag.box.x + by.x, y: drag.box.y + by.y }, drag.others, reach / k)
  drag.by = { x: by.x + snap.dx, y: by.y + snap.dy }
  shiftNodes(drag.nodes, drag.by)
  drawGuides(marks.guides.current, snap.guides, k)
  if (view.far) {
    marks.far.current?.move(drag.by.x * k, drag.by.y * k)
    return
  }
  const at = view.toBoard(event.clientX, event.clientY)
  const zone = zoneAt(layout, at.x, at.y)
  const frame = zone?.clusters.find((box) => inside(box, at) && !drag.ids.has(box.item.id))
  markTarget(marks.list.current, zone?.key ?? null, frame?.item.id ?? null)
}

/** Stores where it lies now, or with `keep` false leaves everything as it was. */
export function letGo({ view, marks, layout, notes, board }: Scene, drag: Drag, keep: boolean): void {
  shiftNodes(drag.nodes, null)
  drawGuides(marks.guides.current, [], 1)
  markTarget(marks.list.current, null, null)
  if (view.far) marks.far.current?.settle()
  if (!keep) return
  const frames = layout.zones.flatMap((zone) => zone.clusters).filter((box) => drag.ids.has(box.item.id))
  for (const frame of frames) {
    const zone = zoneAt(layout, frame.x + drag.by.x + frame.w / 2, frame.y + drag.by.y + 20)
    if (zone !== null && zone.key !== frame.zone) board.acts.toZone([frame.item.id], zone.key)
  }
  const along = new Set(frames.map((frame) => frame.item.id))
  const drops = notes.flatMap((note) => {
    if (!drag.ids.has(note.item.id) || (note.cluster !== null && along.has(note.cluster))) return []
    const target = dropAt(layout, note.x + drag.by.x, note.y + drag.by.y)
    return target === null ? [] : [{ ...target, id: note.item.id }]
  })
  if (drops.length > 0) board.acts.drop(drops)
}
