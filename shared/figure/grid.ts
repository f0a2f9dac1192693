/**
 * A grid as pictures: a table with wrapped text whose head is repeated on every page; a row taller than a page goes on on the next one.
 * Columns that do not fit beside each other follow as a table of their own with the text of the rows again.
 */
import type { Figure, Shape } from '../model/figure.ts'
import type { Canvas } from '../model/lab.ts'
import type { GridDef, Tone } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { figureWords, tableWords } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { smallest, textAt } from './draw.ts'
import { measure, wrap } from './metrics.ts'
import { notePaper, palette } from './palette.ts'
import { type PrintedCell, type PrintedColumn, type PrintedRow, type PrintedTable, printedGrid } from './printed-table.ts'
import type { FigureSize, Figures } from './sizes.ts'
import { splitTable, type TablePart } from './split-table.ts'

const lead = 16
const padX = 6
const padY = 5
const picture = { w: 96, h: 72 } as const
const markFill = { baik: notePaper.pandan.fill, perhatian: notePaper.kunyit.fill, buruk: notePaper.jambu.fill } as const satisfies Record<
  Tone,
  string
>

/** @param size `height` may be Infinity for one picture of everything; `today` for remarks about dates that have passed */
export function gridFigures(
  def: GridDef,
  canvas: Canvas,
  size: FigureSize,
  language: Language,
  more: { readonly today?: string | undefined; readonly year?: string | undefined } = {},
): Figures {
  const printed = printedGrid(def, canvas, { language, ...more })
  const width = Math.min(size.width, naturalWidth(printed.table))
  const sheet = new Sheet({ width, height: size.height })
  for (const part of splitTable(printed.table, { width: width - 1, size: smallest, padding: 2 * padX })) {
    sheet.begin(part)
    for (const row of part.rows) sheet.row(row)
    sheet.gap()
  }
  sheet.words([...printed.legend, ...printed.marks])
  if (printed.results.length > 0) {
    sheet.words([say(tableWords.results, language)], true)
    sheet.words(printed.results.map(({ label, value }) => say(tableWords.result, language, { label, value })))
  }
  const alt = say(figureWords.gridAlt, language, {
    title: def.title[language],
    rows: canvas.items.length,
    columns: printed.table.columns.length,
  })
  return { figures: sheet.close(alt, language), cut: [] }
}

/** As wide as its texts would like to be, so that a small table is not drawn across a wide sheet. */
function naturalWidth({ columns, rows }: PrintedTable): number {
  const wide = columns.map((column, at) => {
    const cells = rows.flatMap((row) => (row.kind === 'group' ? [] : (row.cells[at] ?? [])))
    const texts = [column.head, ...cells.flatMap(({ text, under = '' }) => [...text.split('\n'), under])]
    const longest = texts.reduce((most, text) => Math.max(most, text.length > 60 ? 320 : measure(text, smallest, true)), 0)
    return Math.min(320, Math.max(longest, cells.some((cell) => cell.picture !== undefined) ? picture.w : 0)) + 2 * padX + 4
  })
  return Math.max(320, Math.ceil(wide.reduce((sum, one) => sum + one, 0)))
}

type Laid = {
  readonly cell: PrintedCell
  readonly lines: readonly string[]
  readonly under: readonly string[]
  readonly width: number
  readonly column: PrintedColumn
}

/** Puts rows below each other and begins a new picture when the next one does not fit. */
class Sheet {
  readonly #size: FigureSize
  readonly #done: { readonly height: number; readonly shapes: readonly Shape[] }[] = []
  #shapes: Shape[] = []
  #y = 0
  #part: TablePart | null = null
  /** Where the body of the current page begins. */
  #top = 0

  constructor(size: FigureSize) {
    this.#size = size
  }

  begin(part: TablePart): void {
    this.#part = part
    const head = this.#headHeight(part)
    const pictured = part.rows.some((row) => row.kind === 'row' && row.cells.some((cell) => cell.picture !== undefined))
    const first = pictured ? picture.h + 2 * padY : 60
    if (this.#y > 0 && this.#y + head + first > this.#size.height) this.#turn(false)
    this.#head(part)
  }

  #headHeight(part: TablePart): number {
    const over = part.columns.some((column) => column.over !== undefined) ? lead + 2 * padY : 0
    const lines = part.columns.map((column, at) => wrap(column.head, (part.widths[at] ?? 0) - padOf(column), smallest, true).length)
    return over + Math.max(1, ...lines) * lead + 2 * padY
  }

  #head(part: TablePart): void {
    const height = this.#headHeight(part)
    const overHeight = part.columns.some((column) => column.over !== undefined) ? lead + 2 * padY : 0
    let x = 0.5
    part.columns.forEach((column, at) => {
      const w = part.widths[at] ?? 0
      const y = this.#y + (column.over === undefined ? 0 : overHeight)
      const h = height - (column.over === undefined ? 0 : overHeight)
      this.#shapes.push(box(x, y, w, h, palette.sunken))
      const lines = wrap(column.head, w - padOf(column), smallest, true)
      this.#shapes.push(textIn(lines, x, y + (h - lines.length * lead) / 2, w, column, { bold: true }))
      if (column.over !== undefined && part.columns[at - 1]?.over !== column.over) {
        const wide = part.columns.reduce((sum, one, of) => (one.over === column.over ? sum + (part.widths[of] ?? 0) : sum), 0)
        this.#shapes.push(box(x, this.#y, wide, overHeight, palette.sunken))
        this.#shapes.push(
          textAt(x + wide / 2, this.#y + padY, wrap(column.over, wide - 8, smallest, true, 1), { lead, bold: true, align: 'center' }),
        )
      }
      x += w
    })
    this.#y += height
    this.#top = this.#y
  }

  row(row: PrintedRow): void {
    const part = this.#part
    if (part === null) return
    if (row.kind === 'group') {
      this.#band(row.title, part)
      return
    }
    const laid = row.cells.map((cell, at): Laid => {
      const column = part.columns[at] ?? { head: '', align: 'left', wish: 1 }
      const width = part.widths[at] ?? 0
      const bold = row.kind === 'total'
      const lines = cell.text === '' ? [] : wrap(cell.text, width - padOf(column), smallest, bold)
      return { cell, lines, under: cell.under === undefined ? [] : wrap(cell.under, width - padOf(column), smallest), width, column }
    })
    this.#cells(laid, row.kind === 'total')
  }

  /** What does not fit any more goes on on the next picture, cell by cell. */
  #cells(laid: readonly Laid[], total: boolean): void {
    const needed = heightOf(laid)
    const room = this.#size.height - this.#y
    if (needed <= room || (this.#y <= this.#top && needed <= lead + 2 * padY)) {
      this.#paint(laid, needed, total)
      return
    }
    if (this.#y > this.#top) {
      this.#turn(true)
      this.#cells(laid, total)
      return
    }
    const fits = Math.max(1, Math.floor((room - 2 * padY) / lead))
    const now = laid.map((one) => ({
      ...one,
      lines: one.lines.slice(0, fits),
      under: one.lines.length < fits ? one.under.slice(0, fits - one.lines.length) : [],
    }))
    // A picture is drawn once, with the first lines.
    const rest = laid.map(({ cell: { picture: _, ...cell }, ...one }, at): Laid => {
      return { ...one, cell, lines: one.lines.slice(fits), under: one.under.slice(now[at]?.under.length ?? 0) }
    })
    this.#paint(now, heightOf(now), total)
    this.#turn(true)
    this.#cells(rest, total)
  }

  #paint(laid: readonly Laid[], height: number, total: boolean): void {
    let x = 0.5
    for (const { cell, lines, under, width, column } of laid) {
      const fill = cell.filled
        ? notePaper.langit.fill
        : cell.tone !== undefined
          ? markFill[cell.tone]
          : total
            ? palette.paper
            : palette.white
      this.#shapes.push(box(x, this.#y, width, height, fill))
      if (lines.length > 0) this.#shapes.push(textIn(lines, x, this.#y + padY, width, column, { bold: total }))
      if (under.length > 0) this.#shapes.push(textIn(under, x, this.#y + padY + lines.length * lead, width, column, { fill: palette.ink3 }))
      if (cell.picture !== undefined)
        this.#shapes.push({
          t: 'image',
          x: x + padX,
          y: this.#y + padY,
          w: Math.min(picture.w, width - 2 * padX),
          h: picture.h,
          name: cell.picture,
          alt: column.head,
        })
      x += width
    }
    this.#y += height
  }

  #band(title: string, part: TablePart): void {
    const wide = part.widths.reduce((sum, one) => sum + one, 0)
    const lines = wrap(title, wide - 2 * padX, smallest, true)
    const height = lines.length * lead + 2 * padY
    // The head of a group is not left alone at the end of a picture.
    if (this.#y > this.#top && this.#y + height + lead + 2 * padY > this.#size.height) this.#turn(true)
    this.#shapes.push(box(0.5, this.#y, wide, height, palette.sunken), textAt(0.5 + padX, this.#y + padY, lines, { lead, bold: true }))
    this.#y += height
  }

  gap(): void {
    this.#part = null
    this.#air(12)
  }

  words(lines: readonly string[], bold = false): void {
    for (const text of lines) {
      const wrapped = wrap(text, this.#size.width - 4, smallest, bold)
      for (let at = 0; at < wrapped.length; ) {
        const fits = Math.floor((this.#size.height - this.#y) / lead)
        if (fits < 1 && this.#y > 0) {
          this.#turn(false)
          continue
        }
        const now = wrapped.slice(at, at + Math.max(1, fits))
        this.#shapes.push(textAt(2, this.#y, now, { lead, bold, fill: bold ? palette.ink : palette.ink2 }))
        this.#y += now.length * lead
        at += now.length
      }
      this.#air(2)
    }
  }

  /** Nothing is left free below the last line of a page. */
  #air(height: number): void {
    this.#y = Math.min(this.#size.height, this.#y + height)
  }

  #turn(again: boolean): void {
    this.#finish()
    if (again && this.#part !== null) this.#head(this.#part)
    else this.#top = 0
  }

  #finish(): void {
    this.#done.push({ height: Math.ceil(this.#y + 1), shapes: this.#shapes })
    this.#shapes = []
    this.#y = 0
  }

  close(alt: string, language: Language): readonly Figure[] {
    if (this.#shapes.length > 0) this.#finish()
    const pages = this.#done.length
    return this.#done.map(({ height, shapes }, at) => ({
      width: this.#size.width,
      height,
      shapes,
      alt: pages === 1 ? alt : `${alt}, ${say(figureWords.page, language, { page: at + 1, pages })}`,
    }))
  }
}

const padOf = (column: PrintedColumn): number => (column.over === undefined ? 2 * padX : 2)

const heightOf = (laid: readonly Laid[]): number =>
  Math.max(
    lead + 2 * padY,
    ...laid.map(({ cell, lines, under }) => (cell.picture === undefined ? (lines.length + under.length) * lead : picture.h) + 2 * padY),
  )

const box = (x: number, y: number, w: number, h: number, fill: string): Shape => ({
  t: 'rect',
  x,
  y,
  w,
  h,
  fill,
  stroke: palette.lineStrong,
  width: 0.75,
})

function textIn(
  lines: readonly string[],
  x: number,
  y: number,
  w: number,
  { align, over }: PrintedColumn,
  look: { readonly bold?: boolean; readonly fill?: string },
): Shape {
  const pad = over === undefined ? padX : 1
  const at = align === 'center' ? x + w / 2 : align === 'right' ? x + w - pad : x + pad
  return textAt(at, y, lines, { lead, align, ...look })
}
