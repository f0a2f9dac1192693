/** Tables over pages: rows stay whole when a page can hold them, head rows come again, tall rows and tall merged cells are split. */
import {
  cell as cellLook,
  colour,
  columnCount,
  columnWidths,
  isBand,
  isTotal,
  type PlacedCell,
  pairedRows,
  placeCells,
  plainCell,
  readable,
  staysWhole,
  type Table,
} from '../look.ts'
import { lineHeight } from './lines.ts'
import type { FlowItem, Pager, Spread } from './pager.ts'
import type { Room } from './scene.ts'
import type { Item, Place } from './sheet.ts'
import { grow, type Node } from './tree.ts'

/** Thickness of the lines between cells; word processors add it to a row's height. */
const ruleWidth = 0.5

type CellLayout = {
  readonly x: number
  readonly width: number
  readonly rowSpan: number
  readonly padLeft: number
  readonly padY: number
  readonly shade: string | undefined
  readonly lines: 'whole' | 'broken' | null
  readonly middle: boolean
  readonly leastHeight: number
  readonly items: readonly Item[]
  /** Height of the items from an index to the end, spaces between them included. */
  readonly rest: readonly number[]
}

type RowLayout = { readonly cells: readonly CellLayout[]; readonly band: boolean; readonly total: boolean }
export type TableLayout = {
  readonly head: readonly RowLayout[]
  readonly body: readonly RowLayout[]
  readonly headHeight: number
  readonly paired: boolean
  /** Short enough to stand on one page. */
  readonly whole: boolean
}

/** Lays out the blocks of one cell as items that can stand in a row. */
export type CellFlow = (cell: PlacedCell['cell'], room: Room, parent: Node) => Item[]

/** Which kind of tree a table grows: a table, or plain parts in reading order (by row or by column). */
export type TableTree = 'table' | 'rows' | 'columns'

export function layoutTable(block: Table, room: Room, tree: TableTree, parent: Node, flow: CellFlow, tallestHead: number): TableLayout {
  const columns = columnCount(block)
  const widths = columnWidths(block.widths, columns, room.width)
  const left = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0))
  const parentOf = cellParents(block, tree, parent, columns)
  const rows = placeCells(block.rows).map((row, rowAt) => ({
    band: block.ruled && isBand(row, columns),
    total: block.ruled && isTotal(row),
    cells: row.map((placed) => {
      const width = widths.slice(placed.column, placed.column + placed.colSpan).reduce((sum, one) => sum + one, 0)
      const inHead = rowAt < block.headRows
      return layoutCell(block, placed, left[placed.column] ?? 0, width, inHead, room, parentOf(rowAt, placed, inHead), flow)
    }),
  }))
  const headRows = Math.min(block.headRows, rows.length)
  const headHeight = stackHeight(rows.slice(0, headRows))
  const repeats = headRows > 0 && headRows < rows.length && headHeight <= tallestHead
  const paired = block.ruled && rows.length - (repeats ? headRows : 0) >= pairedRows
  const whole = staysWhole(block, widths)
  return repeats
    ? { head: rows.slice(0, headRows), body: rows.slice(headRows), headHeight, paired, whole }
    : { head: [], body: rows, headHeight: 0, paired, whole }
}

function layoutCell(
  block: Table,
  placed: PlacedCell,
  x: number,
  width: number,
  inHead: boolean,
  room: Room,
  parent: Node,
  flow: CellFlow,
): CellLayout {
  const { cell } = placed
  // Very narrow columns give their padding to the letters.
  const padLeft = block.ruled ? Math.min(cellLook.padX, width * 0.12) : plainCell.padLeft
  const padRight = block.ruled ? padLeft : plainCell.padRight
  const padY = block.ruled ? cellLook.padY : plainCell.padY
  const size = readable(block.size ?? (block.ruled ? cellLook.size : room.size))
  const inner: Room = {
    width: Math.max(1, width - padLeft - padRight),
    size,
    line: cellLook.line,
    after: cellLook.after,
    align: cell.align ?? (inHead && cell.header ? 'center' : 'left'),
    bold: cell.header === true,
    inCell: true,
    depth: 0,
  }
  const items = flow(cell, inner, parent)
  const rest = suffixHeights(items)
  const shade = cell.shade ?? (cell.header && block.ruled ? colour.headShade : undefined)
  const middle = inHead && cell.header === true
  return {
    x,
    width,
    rowSpan: placed.rowSpan,
    padLeft,
    padY,
    shade,
    lines: block.ruled ? 'whole' : block.dashed ? 'broken' : null,
    middle,
    leastHeight: lineHeight(size, cellLook.line),
    items,
    rest,
  }
}

function suffixHeights(items: readonly Item[]): number[] {
  const rest = new Array<number>(items.length + 1).fill(0)
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at]
    const next = items[at + 1]
    if (item) rest[at] = item.height + (next ? next.before + (rest[at + 1] ?? 0) : 0)
  }
  return rest
}

function cellParents(
  block: Table,
  tree: TableTree,
  parent: Node,
  columns: number,
): (row: number, placed: PlacedCell, inHead: boolean) => Node {
  if (tree === 'rows') return () => parent
  if (tree === 'columns') {
    const sides = Array.from({ length: columns }, () => grow(parent, 'Div'))
    return (_, placed) => sides[placed.column] ?? parent
  }
  const head = block.headRows > 0 ? grow(parent, 'THead') : null
  const main = block.rows.length > block.headRows ? grow(parent, 'TBody') : null
  const rows = block.rows.map((_, at) => grow((at < block.headRows ? head : main) ?? parent, 'TR'))
  return (at, placed, inHead) => {
    const header = inHead || placed.cell.header === true
    const attributes = {
      O: 'Table',
      ...(header ? { Scope: inHead ? 'Column' : 'Row' } : {}),
      ...(placed.colSpan > 1 ? { ColSpan: placed.colSpan } : {}),
      ...(placed.rowSpan > 1 ? { RowSpan: placed.rowSpan } : {}),
    }
    const plain = Object.keys(attributes).length === 1
    return grow(rows[at] ?? parent, header ? 'TH' : 'TD', plain ? {} : { attributes })
  }
}

/** A cell while its rows are being placed: what of it already stands, and where its part on this page begins. */
type Open = { readonly cell: CellLayout; readonly lastRow: number; top: number; next: number; begun: boolean }

const needed = (open: Open, y: number): number => {
  const rest = open.cell.rest[open.next] ?? 0
  const least = open.begun ? 0 : open.cell.leastHeight
  return Math.max(rest, least) + 2 * open.cell.padY + (open.cell.lines ? ruleWidth : 0) - (y - open.top)
}

/** Height of rows that stand together on one page. */
function stackHeight(rows: readonly RowLayout[]): number {
  let y = 0
  let open: Open[] = []
  rows.forEach((row, at) => {
    open.push(...row.cells.map((cell) => ({ cell, lastRow: at + cell.rowSpan - 1, top: y, next: 0, begun: false })))
    const ending = open.filter((one) => one.lastRow <= at || at === rows.length - 1)
    y += Math.max(0, ...ending.map((one) => needed(one, y)))
    open = open.filter((one) => !ending.includes(one))
  })
  return y
}

/** Draws one cell's part between `top` and `bottom` and moves `next` past what was placed. */
function paintPart(open: Open, place: Place, x: number, bottom: number, page: number, final: boolean, force: boolean): void {
  const { cell, top } = open
  const height = bottom - top
  if (height <= 0.01) return
  const box = { x: x + cell.x, y: top, width: cell.width, height }
  const { shade, lines } = cell
  if (shade) place.back((brush) => brush.fill(box, shade))
  if (lines === 'whole') place.back((brush) => brush.frame(box, colour.line, ruleWidth))
  if (lines === 'broken') place.back((brush) => brush.frame(box, colour.faint, 0.75, [3, 3]))
  const room = height - 2 * cell.padY
  const spare = cell.middle && final && !open.begun ? Math.max(0, (room - (cell.rest[0] ?? 0)) / 2) : 0
  let used = 0
  for (let first = true; open.next < cell.items.length; first = false) {
    const item = cell.items[open.next]
    if (!item) break
    const step = (first ? 0 : item.before) + item.height
    if (!final && used + step > room + 0.01 && !(force && first)) break
    item.paint(place, x + cell.x + cell.padLeft, top + cell.padY + spare + used + step - item.height, page)
    used += step
    open.next += 1
  }
  open.begun = true
}

/** Whether every cell that has something left can place at least one more item in `room`. */
const canGoOn = (open: readonly Open[], room: number): boolean =>
  open.every((one) => {
    const item = one.cell.items[one.next]
    return !item || item.height + 2 * one.cell.padY <= room + 0.01
  })

/** The table as something that fills pages. */
export function spreadTable(table: TableLayout, before: number, pageHeight: number): Spread {
  const firstRow = table.body[0]
  const full = pageHeight - table.headHeight
  const pair = table.paired ? stackHeight(table.body.slice(0, 2)) : Number.POSITIVE_INFINITY
  const all = table.whole ? stackHeight(table.body) : Number.POSITIVE_INFINITY
  const firstHeight = all <= full ? all : pair <= full ? pair : firstRow ? stackHeight([firstRow]) : 0
  const start = Math.max(
    0,
    ...(firstRow?.cells.map((cell) => Math.max(cell.leastHeight, cell.items[0]?.height ?? 0) + 2 * cell.padY) ?? []),
  )
  return {
    before,
    atLeast: table.headHeight + Math.min(full, firstHeight <= full ? firstHeight : start),
    short: (table.body.length <= 1 && firstHeight <= full) || all <= full,
    place: (pager, x, after) => {
      paintHead(table, pager, x, false)
      placeBody(table, pager, x, after)
    },
  }
}

function paintHead(table: TableLayout, pager: Pager, x: number, repeated: boolean): void {
  if (table.head.length === 0) return
  const place = pager.here()
  const target: Place = repeated ? { back: place.back, front: (_, draw) => place.front(null, draw) } : place
  paintStack(table.head, target, x, pager.y, pager.page())
  pager.y += table.headHeight
}

/** Paints rows one under the other and returns where they end. */
function paintStack(rows: readonly RowLayout[], place: Place, x: number, from: number, page: number): number {
  let y = from
  let open: Open[] = []
  rows.forEach((row, at) => {
    open.push(...row.cells.map((cell) => ({ cell, lastRow: at + cell.rowSpan - 1, top: y, next: 0, begun: false })))
    const ending = open.filter((one) => one.lastRow <= at || at === rows.length - 1)
    y += Math.max(0, ...ending.map((one) => needed(one, y)))
    for (const one of ending) paintPart(one, place, x, y, page, true, false)
    open = open.filter((one) => !ending.includes(one))
  })
  return y
}

function placeBody(table: TableLayout, pager: Pager, x: number, after: number): void {
  let open: Open[] = []
  let bodyTop = pager.y
  const turn = (): void => {
    for (const one of open)
      paintPart(one, pager.here(), x, pager.y, pager.page(), false, pager.y >= pager.bottom - 0.01 && one.top === bodyTop)
    pager.turn()
    paintHead(table, pager, x, true)
    pager.fresh = false
    bodyTop = pager.y
    for (const one of open) one.top = pager.y
  }
  table.body.forEach((row, at) => {
    open.push(...row.cells.map((cell) => ({ cell, lastRow: at + cell.rowSpan - 1, top: pager.y, next: 0, begun: false })))
    const last = at === table.body.length - 1
    for (;;) {
      const ending = open.filter((one) => one.lastRow <= at || last)
      const need = Math.max(0, ...ending.map((one) => needed(one, pager.y)))
      const room = pager.bottom - pager.y
      const atTop = pager.y <= bodyTop + 0.01
      // The last row moves along with what it is kept with, and the one above it with the last, if both fit on a page.
      const until = besideEnd(table, at)
      const partner = last
        ? after
        : until > at + 1
          ? stackHeight(table.body.slice(at + 1, until)) + (until >= table.body.length ? after : 0)
          : 0
      const follows = !atTop && need + partner <= pager.bottom - pager.top - table.headHeight ? partner : 0
      if (need + follows <= room + 0.01) {
        pager.y += need
        for (const one of ending) paintPart(one, pager.here(), x, pager.y, pager.page(), true, false)
        open = open.filter((one) => !ending.includes(one))
        break
      }
      const moves = !atTop && (need <= pager.bottom - pager.top - table.headHeight + 0.01 || !canGoOn(ending, room))
      if (!moves) pager.y = pager.bottom
      turn()
    }
  })
}

/** Where the rows end that are not parted from the row `at`: what it comes to, what it is the head of, and the last one of a long table. */
function besideEnd({ body, paired }: TableLayout, at: number): number {
  let until = at + 1
  while (body[until]?.total === true) until += 1
  if (until > at + 1) return until
  return body[at]?.band === true || (paired && at === body.length - 2) ? at + 2 : until
}

/** Rows as items that are painted whole, for a table inside a cell. Rows bound by merged cells become one item. */
export function rowItems(table: TableLayout): Item[] {
  const rows = [...table.head, ...table.body]
  const items: Item[] = []
  for (let at = 0; at < rows.length; ) {
    let end = at + 1
    for (let next = at; next < end && next < rows.length; next += 1) {
      for (const cell of rows[next]?.cells ?? []) end = Math.min(rows.length, Math.max(end, next + cell.rowSpan))
    }
    const group = rows.slice(at, end)
    items.push({
      height: stackHeight(group),
      before: 0,
      keep: at < table.head.length,
      paint: (place, x, y, page) => void paintStack(group, place, x, y, page),
    })
    at = end
  }
  return items
}

/** Items glued into one that is painted whole. */
export function glue(items: readonly Item[], keep = false): Item {
  const height = items.reduce((sum, item, at) => sum + item.height + (at === 0 ? 0 : item.before), 0)
  return {
    height,
    before: items[0]?.before ?? 0,
    keep,
    paint: (place, x, from, page) => {
      let y = from
      items.forEach((item, at) => {
        if (at > 0) y += item.before
        item.paint(place, x, y, page)
        y += item.height
      })
    },
  }
}

/** Moves an item to the right. */
export function shifted(item: FlowItem, by: number): FlowItem {
  if ('atLeast' in item) return { ...item, place: (pager, x, after) => item.place(pager, x + by, after) }
  const moved: Item = { ...item, paint: (place, x, y, page) => item.paint(place, x + by, y, page) }
  return moved
}
