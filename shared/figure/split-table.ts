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
/** Cells of up to so many letters are given one line where there is room: names, dates, scores with their spread. Widest wish first. */
const oneLine = [26, 19, 13] as const
/** Lines that longer texts are wished to take at most, and the letters of a line beyond which they need no more. */
const fewLines = 3
const longLine = 30
/** How much longer running text becomes by the space that is left at the ends of its lines. */
const raggedness = 1.12
/** Columns of such short words get no wider than this many times their longest. */
const shortWords = 14
const mostAir = 1.7

/** The table as it is when it fits, else in as few parts as its columns allow, about equally full; columns under one head stay together. */
export function splitTable(table: PrintedTable, room: TableRoom): readonly TablePart[] {
  const sizes = table.columns.map((column, at) => sizesOf(table, column, at, room))
  const all = table.columns.map((_, at) => at)
  const total = (columns: readonly number[]): number => columns.reduce((sum, at) => sum + (sizes[at]?.least ?? 0), 0)
  if (total(all) <= room.width) return [partOf(table, all, sizes, room, false)]
  const keys = all.filter((at) => table.columns[at]?.key)
  const parts = evenly(blocksOf(table.columns), (columns) => total([...keys, ...columns]), room.width)
  return parts.map((columns) => partOf(table, [...keys, ...columns], sizes, room, true))
}

/** Blocks in order in as few parts as fit, each filled up to the lowest level that needs no part more. */
function evenly(
  blocks: readonly (readonly number[])[],
  total: (columns: readonly number[]) => number,
  width: number,
): readonly (readonly number[])[] {
  const filled = (most: number): number[][] => {
    const parts: number[][] = []
    for (const block of blocks) {
      const last = parts.at(-1)
      if (last !== undefined && total([...last, ...block]) <= most) last.push(...block)
      else parts.push([...block])
    }
    return parts
  }
  let best = filled(width)
  const fewest = best.length
  // With a part for each block nothing can be evened out, and no level would ever ask for one part more.
  if (fewest === blocks.length) return best
  for (let share = 0.97; share > 0.3; share -= 0.03) {
    const parts = filled(width * share)
    if (parts.length > fewest) break
    best = parts
  }
  return best
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

function partOf(table: PrintedTable, places: readonly number[], all: readonly Sizes[], room: TableRoom, split: boolean): TablePart {
  const columns = places.flatMap((at) => table.columns[at] ?? [])
  const rows = table.rows
    .map((row): PrintedRow => (row.kind === 'group' ? row : { ...row, cells: places.map((at) => row.cells[at] ?? { text: '' }) }))
    // A part without anything that was added up needs no line for it.
    .filter((row) => !split || row.kind !== 'total' || row.cells.some(({ text }, at) => text !== '' && columns[at]?.key !== true))
  const wish = columns.map((column) => column.wish)
  const sizes = places.flatMap((at) => all[at] ?? [])
  const least = sizes.map((one) => one.least)
  const spare = Math.max(0, room.width - sumOf(least))
  const tried = oneLine
    .map((_, at) => sizes.map((one) => one.easy[at] ?? one.least))
    // What there is no room for is given as far as the room goes.
    .map((easy) =>
      easy.map((one, at) => (least[at] ?? 0) + (one - (least[at] ?? 0)) * Math.min(1, spare / Math.max(1, sumOf(easy) - sumOf(least)))),
    )
    .concat([least])
    .map((lowest) => capped(shared(wish, lowest, room.width), sizes, wish))
  const lines = tried.map((widths) => linesOf(table, widths, sizes))
  return { columns, rows, widths: eased(table, columns, tried[lines.indexOf(Math.min(...lines))] ?? least, sizes) }
}

/** Rows that are looked at, and steps that are tried, for the widths of the fewest lines. */
const sampled = 60
const mostSteps = 24
/** Share of the width that moves from one column to another in a step. */
const step = 0.03

/** Moves room to the columns whose texts make the rows high, as long as the table gets shorter by it. */
function eased(
  table: PrintedTable,
  columns: readonly PrintedColumn[],
  from: readonly number[],
  sizes: readonly Sizes[],
): readonly number[] {
  const sample = { ...table, rows: table.rows.slice(0, sampled) }
  const by = sumOf(from) * step
  const moving = columns.flatMap((column, at) => (column.over === undefined ? [at] : []))
  let widths = from
  let lines = linesOf(sample, widths, sizes)
  for (let turn = 0; turn < mostSteps; turn += 1) {
    let best: { readonly widths: readonly number[]; readonly lines: number } | null = null
    for (const giving of moving) {
      if ((widths[giving] ?? 0) - by < (sizes[giving]?.least ?? 0)) continue
      for (const taking of moving) {
        if (taking === giving || (widths[taking] ?? 0) + by > (sizes[taking]?.most ?? 0)) continue
        const moved = widths.map((width, at) => (at === giving ? width - by : at === taking ? width + by : width))
        const count = linesOf(sample, moved, sizes)
        if (count < (best?.lines ?? lines)) best = { widths: moved, lines: count }
      }
    }
    if (best === null) return widths
    widths = best.widths
    lines = best.lines
  }
  return widths
}

/** About how many lines the rows take together. */
function linesOf({ rows }: PrintedTable, widths: readonly number[], sizes: readonly Sizes[]): number {
  return sumOf(
    rows.map((_, row) => {
      const lines = widths.map((width, at) => {
        const { texts, free } = sizes[at] ?? { texts: [], free: 0 }
        const room = Math.max(1, width - free)
        // A line that fits needs no more than its width; the ends of several are ragged.
        return sumOf((texts[row] ?? []).map(({ wide }) => (wide <= room ? 1 : Math.ceil((wide * raggedness) / room))))
      })
      return Math.max(1, ...lines)
    }),
  )
}

const sumOf = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

/** What columns of a few letters have too much goes to those that have more to say. */
function capped(widths: readonly number[], sizes: readonly Sizes[], wishes: readonly number[]): readonly number[] {
  const over = widths.map((width, at) => Math.max(0, width - (sizes[at]?.most ?? width)))
  const asked = sumOf(wishes.filter((_, at) => sizes[at]?.most === Number.POSITIVE_INFINITY))
  if (asked === 0) return widths
  return widths.map((width, at) =>
    sizes[at]?.most === Number.POSITIVE_INFINITY ? width + (sumOf(over) * (wishes[at] ?? 0)) / asked : width - (over[at] ?? 0),
  )
}

/** Widths by wish in which none is below its least, as long as there is room for that. */
function shared(wishes: readonly number[], least: readonly number[], width: number): readonly number[] {
  const narrowest = sumOf(least)
  if (narrowest >= width) return least.map((one) => (one / narrowest) * width)
  let open = wishes.map((_, at) => at)
  let left = width
  const widths = wishes.map(() => 0)
  // Whoever gets less than the least takes the least; the others share what is then left.
  for (;;) {
    const asked = sumOf(open.map((at) => wishes[at] ?? 0))
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

type Text = { readonly letters: number; readonly wide: number }
type Sizes = {
  /** Below it words are broken. */
  readonly least: number
  /** Wider and wider, as `oneLine` goes down: the fewest lines first. */
  readonly easy: readonly number[]
  readonly most: number
  /** The lines of every row as they were written. */
  readonly texts: readonly (readonly Text[])[]
  /** What a cell keeps free at both sides together. */
  readonly free: number
}

function sizesOf(table: PrintedTable, column: PrintedColumn, at: number, { width, size, padding }: TableRoom): Sizes {
  const free = column.over === undefined ? padding : padding * 0.35
  const most = width * mostForWord
  let word = Math.max(...headPieces(column.head).map((piece) => longestWord(piece, size, true)))
  let line = 0
  let picture = false
  let longest = 0
  const texts: Text[][] = []
  for (const row of table.rows) {
    const cell: PrintedCell | undefined = row.kind === 'group' ? undefined : row.cells[at]
    texts.push([])
    if (cell === undefined) continue
    const bold = row.kind === 'total'
    picture ||= cell.picture !== undefined
    // The label of a total may run into the empty cells beside it being broken; it does not widen its column.
    if (bold && column.key) continue
    word = Math.max(word, longestWord(cell.text, size, bold), longestWord(cell.under ?? '', size, false))
    if (cell.text.length > comfortable) line = comfortable * size * 0.55
    const lines = [...cell.text.split('\n'), ...(cell.under === undefined ? [] : [cell.under])]
    texts.pop()
    texts.push(lines.map((text) => ({ letters: text.length, wide: measure(text, size, bold) })))
    longest = Math.max(longest, ...lines.map((text) => text.length))
  }
  const least = Math.min(most, Math.max(word, line, picture ? size * 7 : 0)) + free
  const easy = oneLine.map((letters) => {
    const wanted = texts.flat().map((text) => (text.letters <= letters ? text.wide : Math.min(text.wide / fewLines, longLine * size * 0.5)))
    return Math.max(least, Math.min(most, Math.max(0, ...wanted)) + free)
  })
  const short = longest <= shortWords && !picture && !(column.key && column.align === 'left')
  return { least, easy, texts, free, most: short ? Math.max(...easy) * mostAir : Number.POSITIVE_INFINITY }
}

/** The head of a narrow column may also be broken after a slash: `Internal/eksternal`. */
export const headPieces = (head: string): readonly string[] => head.split(/(?<=\p{L}{3}\/)(?=\p{L}{3})/u)

/** A line ends at spaces and after a hyphen between letters, as in every word processor; a slash ends none. */
function longestWord(text: string, size: number, bold: boolean): number {
  let longest = 0
  for (const word of text.split(/(?<=[\p{L}\p{N})][-–—])(?=[\p{L}(])|[ \n\t]+/u)) {
    longest = Math.max(longest, measure(word.slice(0, 40), size, bold))
  }
  return longest
}
