/**
 * Measures and manners that both writers share, so that DOCX and PDF look alike. Lengths are points.
 * Page, margins and type follow domain.md 5.1; where the field leaves a choice it is made here once.
 */
import { measure } from '#shared/figure/metrics.ts'
import type { Block, Cell, Outline, SheetSize } from '#shared/model/outline.ts'

/** Paper in points, from the twips that word processors use (domain.md 5.1). */
const papers = { A4: [595.3, 841.9], A3: [841.9, 1190.55], F4: [609.45, 935.45], A1: [1683.8, 2383.95] } as const satisfies Record<
  SheetSize,
  unknown
>

/** `official` is what a letter needs (domain.md 5.1); `narrow` leaves a drawing the paper a printer can reach, and the foot its place. */
const margins = {
  official: { top: 56.7, bottom: 70.85, left: 85.05, right: 56.7 },
  narrow: { top: 34, bottom: 56.7, left: 39.7, right: 39.7 },
} as const

export type Page = {
  readonly width: number
  readonly height: number
  readonly body: { readonly width: number; readonly height: number }
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
}

/** A run of blocks that stand on pages turned the same way. */
export type Stretch = { readonly orientation: Outline['orientation']; readonly blocks: readonly Block[] }

/** The blocks between two turns of the page, without the space that nothing follows; those of no blocks are left out. */
export function stretchesOf({ orientation, blocks }: Pick<Outline, 'orientation' | 'blocks'>): readonly Stretch[] {
  const stretches: { orientation: Outline['orientation']; blocks: Block[] }[] = [{ orientation, blocks: [] }]
  for (const block of blocks) {
    if (block.b === 'turn') stretches.push({ orientation: block.orientation, blocks: [] })
    else stretches.at(-1)?.blocks.push(block)
  }
  // Room below the last thing would only open a page with nothing on it.
  for (const { blocks: these } of stretches) while (these.at(-1)?.b === 'space') these.pop()
  return stretches.filter((stretch) => stretch.blocks.length > 0)
}

/** What a printer reaches, what the lines at the foot need, and what keeps text off a border. */
const leastMargin = { plain: 20, foot: 56.7, border: 50 } as const
/** Share of the paper that two margins may take together. */
const mostMargins = 0.7

export function pageOf(outline: Pick<Outline, 'paper' | 'orientation' | 'margins' | 'border' | 'bare'>): Page {
  const [short, long] = papers[outline.paper]
  const [width, height] = outline.orientation === 'portrait' ? [short, long] : [long, short]
  const asked = outline.margins ?? 'official'
  const around = typeof asked === 'string' ? margins[asked] : asked
  const least = outline.border ? leastMargin.border : leastMargin.plain
  const above = outline.bare ? least : leastMargin.foot + footRise(outline)
  const [left, right] = fitted(around.left, around.right, least, least, width)
  const [top, bottom] = fitted(around.top, around.bottom, least, above, height)
  return { width, height, body: { width: width - left - right, height: height - top - bottom }, margins: { top, right, bottom, left } }
}

/** Two margins that face each other, no smaller than they must be and with room for text between them. */
function fitted(one: number, other: number, leastOne: number, leastOther: number, length: number): [number, number] {
  const [a, b] = [Math.max(leastOne, one || 0), Math.max(leastOther, other || 0)]
  const scale = Math.min(1, (length * mostMargins) / (a + b))
  return [a * scale, b * scale]
}

/** Line height of Arial and its metric twins for one point of size: ascent, descent and gap over the em. */
export const naturalLine = 2355 / 2048
/** From the baseline down to the foot of the line, for one point of size; the twins of Times New Roman differ by a hair. */
export const naturalDescent = 467 / 2048

export const colour = {
  ink: '#000000',
  muted: '#5F5F5F',
  line: '#000000',
  headShade: '#EDEDED',
  faint: '#8A8A8A',
  frame: '#8A6A2F',
} as const

export const body = { size: 11, line: 1.15, after: 6 } as const
export const cell = { size: 10, line: 1, after: 2, padX: 5, padY: 2.5 } as const
/** Label-and-value layouts stand closer than ruled tables and align with the text margin. */
/** A ruled table this long neither begins with one row at the foot of a page nor ends with one at the head of the next. */
export const pairedRows = 4
/** A ruled table is short, and stands on one page, up to this many rows below its head and about this many lines in them. */
const shortTable = { rows: 9, lines: 18 } as const
export const plainCell = { padLeft: 0, padRight: 6, padY: 1 } as const
export const smallest = 9
export const caption = { size: 10, line: 1, before: 4, after: 8 } as const
export const title = { size: 14, line: 1.15, after: 10 } as const
export const foot = { size: 8, small: 7, numberSize: 10, fromBottom: 28, numberFromBottom: 44 } as const
export const list = { step: 18, after: 3 } as const
export const note = { scale: 0.65, rise: 0.35 } as const
/** Entries of an index; the numbers stand at the right end of their column. */
export const index = {
  size: 10,
  line: 1,
  after: 2.5,
  groupSize: 11,
  groupBefore: 11,
  groupAfter: 0,
  gap: 20,
  hang: 12,
  numberWidth: 26,
} as const
/** Two lines around a certificate, measured from the edge of the paper. */
export const frame = { outer: 24, outerWidth: 2.25, inner: 29, innerWidth: 0.75 } as const
/** A border lifts the lines at the foot off itself. */
export const footRise = ({ border }: Pick<Outline, 'border'>): number => (border ? 14 : 0)
export const rule = { width: 0.75, before: 4, after: 8 } as const
export const kop = { first: 12, second: 16, small: 9.5, beforeSmall: 3, emblem: 62, widest: 110, gap: 10, below: 6, after: 12 } as const
/** `most` is the share of the page's width one signatory may claim. */
/** `rowRoom` is kept above a line in a table of signatures; `box` is what the box of an electronic signature keeps above and below its words. */
export const signature = { room: 62, before: 30, most: 0.62, rowRoom: 12, box: 22 } as const
/**
 * Chosen so that the lines that fit on an upright page, A4 or F4, are well away from one more or one less: word processors reckon a page's
 * first line differently, and contents a page longer would move every number in them.
 */
export const contents = { size: 11, line: 1.15, after: 1.5, titleAfter: 14, step: 16, numberWidth: 30 } as const

export const heading = {
  1: { size: 13, before: 16, after: 8, italic: false },
  2: { size: 12, before: 12, after: 5, italic: false },
  3: { size: 11, before: 9, after: 4, italic: false },
  4: { size: 11, before: 8, after: 3, italic: true },
} as const

/** The line at the foot stays one line where a slightly smaller type allows it. */
export const footSize = (text: string, room: number): number => (measure(text, foot.size) <= room - 4 ? foot.size : foot.small)

/** A size nobody has to squint at: nothing but the foot is printed below nine points. */
export const readable = (size: number): number => Math.max(smallest, size)

/** Column widths in points that fill `room`; a table without usable widths gets equal columns. */
export function columnWidths(widths: readonly number[], columns: number, room: number): number[] {
  const asked = Array.from({ length: columns }, (_, at) => Math.max(0, widths[at] ?? 0))
  const known = asked.reduce((sum, width) => sum + width, 0)
  const shares = known > 0 ? asked.map((width) => (width > 0 ? width : known / columns / 4)) : asked.map(() => 1)
  const total = shares.reduce((sum, width) => sum + width, 0)
  return shares.map((share) => (share / total) * room)
}

/** How many columns a table has when spans are counted; ragged rows are allowed. */
export function columnCount(table: { readonly widths: readonly number[]; readonly rows: readonly (readonly Cell[])[] }): number {
  const widest = Math.max(0, ...placeCells(table.rows).map((row) => Math.max(0, ...row.map((placed) => placed.column + placed.colSpan))))
  return Math.max(1, table.widths.length, widest)
}

export type PlacedCell = { readonly cell: Cell; readonly column: number; readonly colSpan: number; readonly rowSpan: number }

/** Which column each cell begins in, once the spans of the rows above are taken out. Spans never reach below the last row. */
export function placeCells(rows: readonly (readonly Cell[])[]): PlacedCell[][] {
  const taken: number[] = []
  return rows.map((row, rowAt) => {
    let column = 0
    const placed = row.map((one) => {
      while ((taken[column] ?? 0) > rowAt) column += 1
      const rowSpan = Math.max(1, Math.min(one.rowSpan ?? 1, rows.length - rowAt))
      const colSpan = Math.max(1, one.colSpan ?? 1)
      const here = { cell: one, column, colSpan, rowSpan }
      for (let at = column; at < column + colSpan; at += 1) taken[at] = rowAt + rowSpan
      column += colSpan
      return here
    })
    return placed
  })
}

/** The head of a group of rows: one cell across a ruled table. It is not parted from the first row below it. */
export const isBand = (row: readonly PlacedCell[], columns: number): boolean =>
  columns > 1 && row.length === 1 && row[0]?.colSpan === columns && row[0].rowSpan === 1

/** What the rows above it come to: nothing but bold words, in more than one cell. It is not parted from the row above it. */
export const isTotal = (row: readonly PlacedCell[]): boolean =>
  row.length > 1 &&
  row.some(({ cell: { blocks } }) => blocks.some((block) => saysSomething(block))) &&
  row.every(({ cell: { blocks } }) => blocks.every((block) => !saysSomething(block) || (block.b === 'para' && block.runs.every(isBold))))

const isBold = ({ text, bold }: { readonly text: string; readonly bold?: boolean | undefined }): boolean =>
  bold === true || text.trim() === ''
const saysSomething = (block: Block): boolean =>
  block.b !== 'space' && (block.b !== 'para' || block.runs.some(({ text }) => text.trim() !== ''))

/** Whether a table is so short that nobody looks for its other half on the next page; `widths` are points. */
export function staysWhole(table: Table, widths: readonly number[]): boolean {
  const rows = table.rows.slice(table.headRows)
  if (!table.ruled || rows.length < 2 || rows.length > shortTable.rows) return false
  const size = readable(table.size ?? cell.size)
  let lines = 0
  for (const row of placeCells(rows)) {
    const tallestCell = row.map((placed) => {
      const width = widths.slice(placed.column, placed.column + placed.colSpan).reduce((sum, one) => sum + one, 0)
      return linesOf(placed.cell.blocks, Math.max(size * 2, width - 2 * cell.padX) / (size * meanLetter))
    })
    lines += Math.max(1, ...tallestCell)
  }
  return lines <= shortTable.lines
}

/** Width of a letter as a share of its size, on average: enough to tell short tables from long ones. */
const meanLetter = 0.5

/** About how many lines of so many letters; pictures and tables in a cell are many. */
const linesOf = (blocks: readonly Block[], letters: number): number =>
  blocks.reduce((sum, block) => {
    if (block.b !== 'para') return sum + shortTable.lines
    const parts = block.runs
      .map(({ text }) => text)
      .join('')
      .split('\n')
    return sum + parts.reduce((all, part) => all + Math.max(1, Math.ceil(part.length / letters)), 0)
  }, 0)

/** Factor that makes a picture or figure of `width` × `height` fit; never above 1. */
export const scaleToFit = (width: number, height: number, room: number, tallest: number): number =>
  Math.min(1, room / Math.max(1, width), tallest / Math.max(1, height))

/** Figures are drawn in CSS pixels. */
export const pointsPerPixel = 0.75

/** A4 minus caption: the tallest a picture may be, so that its caption stays on the page. */
export const tallest = (page: Page): number => page.body.height - 60

export type Heading = Extract<Block, { b: 'heading' }>
export type Table = Extract<Block, { b: 'table' }>

/** The headings that contents and bookmarks list, in order. */
export const listed = (outline: Outline): Heading[] =>
  outline.blocks.filter((block): block is Heading => block.b === 'heading' && !block.unlisted)

/** Ids of all headings, wherever they stand. */
export function headingIds(outline: Pick<Outline, 'cover' | 'blocks'>): ReadonlySet<string> {
  const ids = new Set<string>()
  const look = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.b === 'heading') ids.add(block.id)
      else if (block.b === 'list') block.items.forEach(look)
      else if (block.b === 'table') for (const row of block.rows) for (const cell of row) look(cell.blocks)
    }
  }
  look(outline.cover)
  look(outline.blocks)
  return ids
}
