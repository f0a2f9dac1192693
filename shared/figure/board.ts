/**
 * A board as pictures of a given width: zones as bands from top to bottom, in them clusters with a dashed outline and free notes.
 * Zones that stand in several rows stay beside each other where every row fits on a page. A picture ends between two rows of notes,
 * so no note is ever cut, and all text keeps its size.
 */
import type { Figure, Shape } from '../model/figure.ts'
import type { Canvas, Item } from '../model/lab.ts'
import type { BoardDef, NoteColor } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { notesOf, zoneOf } from '../rules/picks.ts'
import { boardText } from '../text/board.ts'
import { figureWords as words } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { boardNote, type NoteLook, noteBlocks, noteBlocksHeight } from './board-note.ts'
import { footAt, footLead, footLines, smallest, textAt, votesAt } from './draw.ts'
import { measure, wrap } from './metrics.ts'
import { notePaper, palette } from './palette.ts'
import type { FigureSize, Figures } from './sizes.ts'

const lead = 16
const pad = 10
/** Between a cluster's outline and its notes. */
const rim = 6
const gap = 14
const narrowest = 130
const zoneHead = 32
const shelfEnd = 10
const zoneEnd = 4
const zoneGap = 12
const noteLines = 10
const mostFoot = 4

type Group = {
  readonly head: readonly string[] | null
  readonly votes: number
  readonly column: number
  readonly rows: readonly (readonly Item[])[]
}
/** Groups beside each other; all of them have one row unless there is only one group. */
type Shelf = readonly Group[]
type Grid = {
  readonly columns: number
  readonly note: number
  readonly x: (column: number) => number
  readonly look: NoteLook
}
type Zone = BoardDef['zones'][number]

/** @param size `height` may be Infinity for one picture of everything. */
export function boardFigures(def: BoardDef, canvas: Canvas, size: FigureSize, language: Language): Figures {
  const notes = notesOf(canvas.items)
  const look = lookOf(def, canvas, language)
  const alt = say(words.boardAlt, language, { title: def.title[language], cards: notes.length, zones: def.zones.length })
  const beside = besideEachOther(def, canvas, size, look, language)
  const pages = new Pages(size)
  if (look.closed && notes.length > 0) pages.remark(say(boardText.closedCount, language, { n: notes.length }))
  const width = beside?.width ?? size.width
  if (beside === null) for (const zone of def.zones) drawZone(pages, def, canvas, zone, gridFor(size.width, look), language)
  else for (const row of beside.rows) pages.whole(row)
  if (def.legend.length > 0) pages.legend(def, language)
  const grid = gridFor(width, look)
  return { figures: pages.close(alt, language), cut: look.closed ? [] : notes.filter((item) => isCut(item, grid)) }
}

function lookOf(def: BoardDef, canvas: Canvas, language: Language): NoteLook {
  const colours = new Map(def.zones.map((zone) => [zone.key, zone.color]))
  // Finding the zone of a note reads the clusters; reading all notes for each would be felt on a full board.
  const clusters = canvas.items.filter((item) => item.role === 'cluster')
  const colour = (item: Item): NoteColor => item.color ?? colours.get(zoneOf(def, item, clusters)) ?? 'kunyit'
  return { columns: def.columns, language, colour, closed: canvas.settings.private === true }
}

function gridFor(width: number, look: NoteLook): Grid {
  const inner = width - 2 * pad - 2 * rim
  const columns = Math.max(1, Math.floor((inner + gap) / (narrowest + gap)))
  const note = (inner - (columns - 1) * gap) / columns
  return { columns, note, x: (column) => pad + rim + column * (note + gap), look }
}

function drawZone(pages: Pages, def: BoardDef, canvas: Canvas, zone: Zone, grid: Grid, language: Language): void {
  const clusters = canvas.items.filter((item) => item.role === 'cluster')
  const inZone = notesOf(canvas.items).filter((item) => zoneOf(def, item, clusters) === zone.key)
  const count = say(words.cards, language, { count: inZone.length })
  pages.zone(zone.label[language], count, say(words.continued, language))
  const shelves = shelvesOf(def, zone.key, canvas.items, inZone, grid, language)
  if (shelves.length === 0) pages.remark(say(words.noCards, language))
  for (const shelf of shelves) pages.shelf(shelf, grid)
  pages.endZone()
}

type ZoneRow = { readonly height: number; readonly shapes: readonly Shape[] }

/** Rows of zones as the board on the screen has them; null where it has one row, or one of them is higher than a page or too narrow. */
function besideEachOther(
  def: BoardDef,
  canvas: Canvas,
  size: FigureSize,
  look: NoteLook,
  language: Language,
): { readonly width: number; readonly rows: readonly ZoneRow[] } | null {
  const across = Math.min(def.perRow ?? def.zones.length, def.zones.length)
  const width = (size.width - (across - 1) * zoneGap) / across
  if (across < 2 || across === def.zones.length || width < narrowest + 2 * (pad + rim)) return null
  const rows: ZoneRow[] = []
  for (let start = 0; start < def.zones.length; start += across) {
    const zones = def.zones.slice(start, start + across).map((zone) => {
      const pages = new Pages({ width, height: Number.POSITIVE_INFINITY })
      drawZone(pages, def, canvas, zone, gridFor(width, look), language)
      return pages.close('', language)[0]
    })
    const height = Math.max(0, ...zones.map((zone) => zone?.height ?? 0))
    if (height > size.height) return null
    const shapes = zones.flatMap((zone, at) =>
      (zone?.shapes ?? []).map((shape, index) =>
        // The panel is painted first; all of a row reach equally far down.
        moved(index === 0 && shape.t === 'rect' ? { ...shape, h: height - 1.5 } : shape, at * (width + zoneGap), 0),
      ),
    )
    rows.push({ height, shapes })
  }
  return { width, rows }
}

function moved(shape: Shape, dx: number, dy: number): Shape {
  return shape.t === 'line'
    ? { ...shape, points: shape.points.map(([x, y]) => [x + dx, y + dy] as const) }
    : { ...shape, x: shape.x + dx, y: shape.y + dy }
}

const textOf = (item: Item, grid: Grid): string => boardNote(item, grid.look).text
const isCut = (item: Item, grid: Grid): boolean => wrap(item.text, grid.note - 16, smallest, true, noteLines + 1).length > noteLines
const linesOf = (item: Item, grid: Grid): readonly string[] => {
  const text = textOf(item, grid)
  return text === '' ? [] : wrap(text, grid.note - 16, smallest, true, noteLines)
}

function shelvesOf(
  def: BoardDef,
  zone: string,
  all: readonly Item[],
  inZone: readonly Item[],
  grid: Grid,
  language: Language,
): readonly Shelf[] {
  const shelves: Group[][] = []
  let used = grid.columns
  const clusters = all.filter((item) => item.role === 'cluster' && zoneOf(def, item, all) === zone)
  const known = new Set(clusters.map((item) => item.id))
  for (const cluster of clusters) {
    const members = inZone.filter((item) => item.cluster === cluster.id)
    const width = Math.max(1, Math.min(grid.columns, members.length))
    const room = width * (grid.note + gap) - gap
    const votes = cluster.votes + members.reduce((sum, item) => sum + item.votes, 0)
    const name = cluster.text.trim() === '' ? say(words.unnamedCluster, language) : cluster.text
    const head = wrap(name, room - (votes > 0 ? 40 : 0), smallest, true)
    const alone = members.length > grid.columns || used + width > grid.columns
    const column = alone ? 0 : used
    if (alone) shelves.push([])
    shelves.at(-1)?.push({ head, votes, column, rows: rowsOf(members, grid.columns) })
    used = members.length > grid.columns ? grid.columns : column + width
  }
  const free = inZone.filter((item) => item.cluster === null || !known.has(item.cluster))
  return free.length === 0 ? shelves : [...shelves, [{ head: null, votes: 0, column: 0, rows: rowsOf(free, grid.columns) }]]
}

function rowsOf(items: readonly Item[], perRow: number): readonly (readonly Item[])[] {
  const rows: (readonly Item[])[] = []
  for (let at = 0; at < items.length; at += perRow) rows.push(items.slice(at, at + perRow))
  return rows
}

/** Lays strips below each other and begins a new picture when the next one does not fit. */
class Pages {
  readonly #size: FigureSize
  readonly #done: { readonly height: number; readonly shapes: readonly Shape[] }[] = []
  #panels: Shape[] = []
  #outlines: Shape[] = []
  #front: Shape[] = []
  #y = 0
  /** Where what is painted ends; the gap below the last zone is not part of the picture. */
  #bottom = 0
  #zone: { label: string; count: string; continued: string; top: number; begun: boolean } | null = null

  constructor(size: FigureSize) {
    this.#size = size
  }

  /** The head is drawn with the first row below it, so that it never stands alone at the end of a picture. */
  zone(label: string, count: string, continued: string): void {
    this.#zone = { label, count, continued, top: this.#y, begun: false }
  }

  #begin(below: number): void {
    const zone = this.#zone
    if (zone === null || zone.begun) return
    if (this.#y > 0 && this.#y + zoneHead + below > this.#size.height) this.#finish()
    zone.begun = true
    zone.top = this.#y
    this.#head(false)
  }

  #head(again: boolean): void {
    const zone = this.#zone
    if (zone === null) return
    const right = this.#size.width - pad
    const room = right - pad - measure(zone.count, smallest) - 16
    const label = wrap(again ? `${zone.label} ${zone.continued}` : zone.label, room, 14, true, 1)
    this.#front.push(textAt(pad + rim, this.#y + 10, label, { size: 14, bold: true, fill: palette.ink2 }))
    this.#front.push(textAt(right - rim, this.#y + 12, [zone.count], { fill: palette.ink2, align: 'right' }))
    this.#y += zoneHead
  }

  remark(text: string): void {
    this.#begin(24 + zoneEnd)
    this.#front.push(textAt(pad + rim, this.#y + 2, [text], { fill: palette.ink3 }))
    this.#y += 24
  }

  shelf(groups: Shelf, grid: Grid): void {
    const count = Math.max(1, ...groups.map((group) => group.rows.length))
    const headLines = Math.max(0, ...groups.map((group) => group.head?.length ?? 0))
    const headed = headLines > 0
    const headHeight = headed ? headLines * lead + 8 + rim : 0
    let start = this.#y
    for (let row = 0; row < count; row += 1) {
      const notes = groups.flatMap((group) => group.rows[row] ?? [])
      const height = notes.length === 0 ? 0 : noteHeight(notes, grid)
      const first = row === 0
      const needed = (first ? headHeight : 0) + height + rim + shelfEnd + zoneEnd
      this.#begin(needed)
      if (!this.#justBegan() && this.#y + needed > this.#size.height) {
        if (!first && headed) this.#outline(groups, grid, start)
        this.#turn()
        start = this.#y
        if (!first && headed) this.#groupHeads(groups, grid, headHeight)
      }
      if (first) {
        start = this.#y
        if (headed) this.#groupHeads(groups, grid, headHeight)
      }
      for (const group of groups) {
        for (const [at, item] of (group.rows[row] ?? []).entries())
          this.#front.push(...noteShapes(item, grid.x(group.column + at), this.#y, height, grid))
      }
      this.#y += height + (row < count - 1 ? gap - 4 : 0)
    }
    if (headed) {
      this.#y += rim
      this.#outline(groups, grid, start)
    }
    this.#y += shelfEnd
  }

  /** Only the head of a zone stands on this picture: turning would leave it alone. */
  #justBegan(): boolean {
    return this.#zone !== null && this.#y <= this.#zone.top + zoneHead
  }

  #groupHeads(groups: Shelf, grid: Grid, height: number): void {
    for (const group of groups) {
      const left = grid.x(group.column)
      const right = left + groupWidth(group, grid)
      this.#front.push(textAt(left + 2, this.#y + rim, group.head ?? [], { lead, bold: true }))
      this.#front.push(...votesAt(right - 2, this.#y + rim, group.votes))
    }
    this.#y += height
  }

  #outline(groups: Shelf, grid: Grid, from: number): void {
    for (const group of groups) {
      const [x, w] = [grid.x(group.column) - rim, groupWidth(group, grid) + 2 * rim]
      this.#outlines.push({ t: 'rect', x, y: from, w, h: this.#y - from, r: 6, stroke: palette.lineStrong, width: 1, dash: [4, 3] })
    }
  }

  /** Something that is drawn already and must stay whole. */
  whole({ height, shapes }: ZoneRow): void {
    if (this.#y > 0 && this.#y + height > this.#size.height) this.#finish()
    this.#front.push(...shapes.map((shape) => moved(shape, 0, this.#y)))
    this.#y += height
    this.#bottom = this.#y
    this.#y += zoneGap
  }

  endZone(): void {
    this.#y += zoneEnd - 2
    this.#panel()
    this.#zone = null
    this.#y += zoneGap
  }

  #panel(): void {
    const zone = this.#zone
    if (zone === null) return
    const h = this.#y - zone.top
    this.#bottom = this.#y + 1.5
    this.#panels.push({
      t: 'rect',
      x: 0.5,
      y: zone.top + 0.5,
      w: this.#size.width - 1,
      h,
      r: 8,
      fill: palette.paper,
      stroke: palette.line,
      width: 1,
    })
  }

  #turn(): void {
    this.#panel()
    this.#finish()
    if (this.#zone !== null) {
      this.#zone.top = 0
      this.#head(true)
    }
  }

  #finish(): void {
    this.#done.push({ height: this.#bottom, shapes: [...this.#panels, ...this.#outlines, ...this.#front] })
    this.#panels = []
    this.#outlines = []
    this.#front = []
    this.#y = 0
  }

  legend(def: BoardDef, language: Language): void {
    const lines = def.legend.map((entry) => ({ entry, text: wrap(entry.label[language], this.#size.width - 40, smallest) }))
    const height = lines.reduce((sum, { text }) => sum + text.length * lead + 4, 24)
    if (this.#y > 0 && this.#y + height > this.#size.height) this.#turn()
    this.#front.push(textAt(pad, this.#y, [say(words.legend, language)], { bold: true }))
    this.#y += 22
    for (const { entry, text } of lines) {
      const paper = notePaper[entry.color]
      this.#front.push({ t: 'rect', x: pad, y: this.#y + 1, w: 14, h: 12, r: 2, fill: paper.fill, stroke: paper.edge, width: 1 })
      this.#front.push(textAt(pad + 22, this.#y, text, { lead }))
      this.#y += text.length * lead + 4
    }
    this.#bottom = this.#y
  }

  close(alt: string, language: Language): readonly Figure[] {
    if (this.#front.length > 0) this.#finish()
    const pages = this.#done.length
    return this.#done.map(({ height, shapes }, at) => ({
      width: this.#size.width,
      height,
      shapes,
      alt: pages === 1 ? alt : `${alt}, ${say(words.page, language, { page: at + 1, pages })}`,
    }))
  }
}

const groupWidth = (group: Group, grid: Grid): number => {
  const count = Math.max(1, group.rows[0]?.length ?? 0)
  return count * (grid.note + gap) - gap
}

function noteHeight(notes: readonly Item[], grid: Grid): number {
  const inner = grid.note - 16
  const body = (item: Item): number => Math.max(2, linesOf(item, grid).length) * lead + noteBlocksHeight(noteBlocks(item, inner, grid.look))
  const foot = (item: Item): number => footLines(boardNote(item, grid.look), inner, mostFoot).length * footLead
  return 20 + Math.max(...notes.map(body)) + Math.max(...notes.map(foot))
}

function noteShapes(item: Item, x: number, y: number, h: number, grid: Grid): readonly Shape[] {
  const shown = boardNote(item, grid.look)
  const paper = notePaper[grid.look.closed ? 'gading' : grid.look.colour(item)]
  const inner = grid.note - 16
  const blocks = noteBlocks(item, inner, grid.look)
  const lines = linesOf(item, grid)
  const picture = blocks.picture
  const top = y + 10 + (picture?.height ?? 0)
  const below = top + lines.length * lead
  return [
    { t: 'rect', x, y, w: grid.note, h, r: 3, fill: paper.fill },
    { t: 'rect', x, y, w: grid.note, h: 3, fill: paper.edge },
    ...(picture === null
      ? []
      : [{ t: 'image' as const, x: x + 8, y: y + 10, w: inner, h: picture.height - 6, name: picture.name, alt: picture.alt }]),
    ...(lines.length === 0 ? [] : [textAt(x + 8, top, lines, { lead, bold: true })]),
    ...(blocks.lines.length === 0 ? [] : [textAt(x + 8, below + 2, blocks.lines, { lead: footLead, fill: palette.ink2 })]),
    ...footAt(shown, x + 8, y + h - 5, inner, mostFoot),
  ]
}
