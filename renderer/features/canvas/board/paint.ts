/** Notes as plain sheets of colour on one sheet of pixels, for a board seen from afar. */
import type { ItemId } from '#shared/model/ids.ts'
import { type NoteColor, noteColors } from '#shared/model/pack.ts'
import type { BoardLayout, PlacedNote, Rect } from './layout.ts'
import type { View } from './viewport.ts'

export type Paints = {
  readonly paper: Readonly<Record<NoteColor, string>>
  readonly edge: Readonly<Record<NoteColor, string>>
  readonly focus: string
  readonly line: string
  readonly closed: string
}

/** The colours of the theme in force, as they hold for this element. */
export function paintsOf(node: Element): Paints {
  const look = getComputedStyle(node)
  const of = (name: string): string => look.getPropertyValue(name).trim()
  const each = (end: string) =>
    Object.fromEntries(noteColors.map((color) => [color, of(`--lb-note-${color}${end}`)])) as Record<NoteColor, string> // one for each colour
  return { paper: each(''), edge: each('-edge'), focus: of('--lb-focus'), line: of('--lb-line-strong'), closed: of('--lb-sunken') }
}

export type Picture = {
  readonly layout: BoardLayout
  readonly colorOf: (note: PlacedNote) => NoteColor
  readonly chosen: ReadonlySet<ItemId>
}

/** Which notes are painted, beside being in view. */
export type Which = (note: PlacedNote) => boolean

/** Sheets of one colour are filled at once: changing the colour costs more than a rectangle. */
export function paintNotes(
  brush: CanvasRenderingContext2D,
  picture: Picture,
  view: View,
  window: Rect,
  paints: Paints,
  which: Which,
): void {
  const { layout, colorOf, chosen } = picture
  const { x, y, k } = view
  const sheets = new Map<NoteColor, number[]>()
  const rings: number[] = []
  for (const zone of layout.zones) {
    if (zone.x > window.x + window.w || zone.x + zone.w < window.x || zone.y > window.y + window.h || zone.y + zone.h < window.y) continue
    for (const note of zone.notes) {
      if (note.x > window.x + window.w || note.x + note.w < window.x || note.y > window.y + window.h || note.y + note.h < window.y) continue
      if (!which(note)) continue
      const color = colorOf(note)
      let list = sheets.get(color)
      if (list === undefined) {
        list = []
        sheets.set(color, list)
      }
      list.push(note.x * k + x, note.y * k + y, note.w * k, note.h * k)
      if (chosen.has(note.item.id)) rings.push(note.x * k + x, note.y * k + y, note.w * k, note.h * k)
    }
  }
  const edge = 3 * k >= 0.7
  for (const [color, list] of sheets) {
    fill(brush, paints.paper[color], list, 1)
    // Seen from far the edge is thinner than a pixel and would only grey the paper.
    if (edge) fill(brush, paints.edge[color], list, 0.04)
  }
  if (rings.length === 0) return
  brush.strokeStyle = paints.focus
  brush.lineWidth = 2
  brush.beginPath()
  for (let at = 0; at < rings.length; at += 4) brush.rect(rings[at] ?? 0, rings[at + 1] ?? 0, rings[at + 2] ?? 0, rings[at + 3] ?? 0)
  brush.stroke()
}

function fill(brush: CanvasRenderingContext2D, color: string, list: readonly number[], part: number): void {
  brush.fillStyle = color
  for (let at = 0; at < list.length; at += 4)
    brush.fillRect(list[at] ?? 0, list[at + 1] ?? 0, list[at + 2] ?? 0, (list[at + 3] ?? 0) * part)
}

/** Outlines of clusters. */
export function paintClusters(
  brush: CanvasRenderingContext2D,
  layout: BoardLayout,
  view: View,
  paints: Paints,
  which: (id: ItemId) => boolean,
): void {
  brush.strokeStyle = paints.line
  brush.lineWidth = 1
  brush.beginPath()
  for (const zone of layout.zones)
    for (const box of zone.clusters)
      if (which(box.item.id)) brush.rect(box.x * view.k + view.x, box.y * view.k + view.y, box.w * view.k, box.h * view.k)
  brush.stroke()
}

/** Makes the sheet as large as its place, in pixels of the screen, and empties it. Null where the browser cannot paint. */
export function cleanSheet(sheet: HTMLCanvasElement, w: number, h: number): CanvasRenderingContext2D | null {
  const brush = sheet.getContext('2d')
  if (brush === null) return null
  const dense = Math.min(2, window.devicePixelRatio || 1)
  const [wide, high] = [Math.round(w * dense), Math.round(h * dense)]
  if (sheet.width !== wide || sheet.height !== high) {
    sheet.width = wide
    sheet.height = high
  }
  brush.setTransform(dense, 0, 0, dense, 0, 0)
  brush.clearRect(0, 0, w, h)
  return brush
}
