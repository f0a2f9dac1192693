/** Tables that are too wide for their page: split into parts, each with the text of its rows again. Nothing is cut. */
import { measure } from './metrics.ts'
import type { PrintedCell, PrintedColumn, PrintedRow, PrintedTable } from './printed-table.ts'

export type TablePart = PrintedTable & {
  /** One for each column, adding up to at most the width that was asked for. */
  readonly widths: readonly number[]
}

export type TableRoom = {
  /** Width of the page, text size and what a cell keeps free at both sides together, in one unit. */
  readonly width: number
  readonly size: number
  readonly padding: number
}

/** Share of the page a single word may claim; a longer one is broken. */
const mostForWord = 0.24
/** Letters of a line below which running text is no pleasure to read. */
const comfortable = 11

/** The table as it is when it fits, else in as few parts as its columns allow; columns under one head stay together. */
export function splitTable(table: PrintedTable, room: TableRoom): readonly TablePart[] {
  const least = table.columns.map((column, at) => leastWidth(table, column, at, room))
  const all = table.columns.map((_, at) => at)
  const total = (columns: readonly number[]): number => columns.reduce((sum, at) => sum + (least[at] ?? 0), 0)
  if (total(all) <= room.width) return [partOf(table, all, least, room)]
  const keys = all.filter((at) => table.columns[at]?.key)
  const parts: number[][] = []
  for (const block of blocksOf(table.columns)) {
    const last = parts.at(-1)
    if (last !== undefined && total([...keys, ...last, ...block]) <= room.width) last.push(...block)
    else parts.push([...block])
  }
  return parts.map((columns) => partOf(table, [...keys, ...columns], least, room))
}

/** Places of the columns that are not repeated, those under one head together. */
function blocksOf(columns: readonly PrintedColumn[]): readonly (readonly number[])[] {
  const blocks: number[][] = []
  columns.forEach((column, at) => {
    if (column.key) return
    const before = columns[at - 1]
    if (column.over !== undefined && before?.over === column.over) blocks.at(-1)?.push(at)
    else blocks.push([at])
  })
  return blocks
}

function partOf(table: PrintedTable, places: readonly number[], least: readonly number[], room: TableRoom): TablePart {
  const columns = places.flatMap((at) => table.columns[at] ?? [])
  const rows = table.rows.map(
    (row): PrintedRow => (row.kind === 'group' ? row : { ...row, cells: places.map((at) => row.cells[at] ?? { text: '' }) }),
  )
  const wish = columns.map((column) => column.wish)
  return {
    columns,
    rows,
    widths: shared(
      wish,
      places.map((at) => least[at] ?? 0),
      room.width,
    ),
  }
}

/** Widths by wish in which none is below its least, as long as there is room for that. */
function shared(wishes: readonly number[], least: readonly number[], width: number): readonly number[] {
  const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
  const narrowest = sum(least)
  if (narrowest >= width) return least.map((one) => (one / narrowest) * width)
  let open = wishes.map((_, at) => at)
  let left = width
  const widths = wishes.map(() => 0)
  // Whoever gets less than the least takes the least; the others share what is then left.
  for (;;) {
    const asked = sum(open.map((at) => wishes[at] ?? 0))
    const short = open.filter((at) => (left * (wishes[at] ?? 0)) / asked < (least[at] ?? 0))
    if (short.length === 0) {
      for (const at of open) widths[at] = (left * (wishes[at] ?? 0)) / asked
      return widths
    }
    for (const at of short) {
      widths[at] = least[at] ?? 0
      left -= widths[at] ?? 0
    }
    open = open.filter((at) => !short.includes(at))
  }
}

function leastWidth(table: PrintedTable, column: PrintedColumn, at: number, { width, size, padding }: TableRoom): number {
  const tight = column.over === undefined ? padding : padding * 0.35
  const most = width * mostForWord
  let word = longestWord(column.head, size, true)
  let line = 0
  let picture = false
  for (const row of table.rows) {
    const cell: PrintedCell | undefined = row.kind === 'group' ? undefined : row.cells[at]
    if (cell === undefined) continue
    const bold = row.kind === 'total'
    // The label of a total may run into the empty cells beside it being broken; it does not widen its column.
    if (!(bold && column.key)) word = Math.max(word, longestWord(cell.text, size, bold), longestWord(cell.under ?? '', size, false))
    if (cell.text.length > comfortable) line = comfortable * size * 0.55
    picture ||= cell.picture !== undefined
  }
  return Math.min(most, Math.max(word, line, picture ? size * 7 : 0)) + tight
}

function longestWord(text: string, size: number, bold: boolean): number {
  let longest = 0
  for (const word of text.split(/(?<=[-/])|\s+/u)) longest = Math.max(longest, measure(word.slice(0, 40), size, bold))
  return longest
}
