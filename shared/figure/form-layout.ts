/** Boxes in rows on pages: nothing is cut, what does not fit goes on on the next page. Lengths in px. */
import type { Shape } from '../model/figure.ts'
import type { Language } from '../model/text.ts'
import { figureWords } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { textAt } from './draw.ts'
import type { FormBox, FormRow } from './form-boxes.ts'
import { wrap } from './metrics.ts'
import { palette } from './palette.ts'

export type Sheet = {
  readonly x: number
  readonly width: number
  /** Where the rows of the first page and of the others begin and end. */
  readonly first: number
  readonly next: number
  readonly bottom: number
  /** Size of the answers; labels are a little smaller, but never under `smallest`. */
  readonly text: number
  readonly label: number
  /** Share of its width that a photo is high at least; where a page has room to spare, its photos have it. */
  readonly photo: number
  readonly language: Language
}

/** `place`: of a photo that is not there yet. */
type Grows = 'photo' | 'place' | 'text' | null

type Page = {
  readonly shapes: Shape[]
  y: number
  rows: {
    readonly from: number
    readonly height: number
    readonly grows: Grows
    readonly draw: (y: number, height: number) => readonly Shape[]
  }[]
}

const gapOf = (sheet: Sheet): number => Math.round(sheet.text * 0.6)
const padOf = (sheet: Sheet): number => Math.round(sheet.text * 0.65)
const leadOf = (size: number): number => Math.round(size * 1.32)

type Measured = {
  readonly box: FormBox
  readonly x: number
  readonly w: number
  readonly label: readonly string[]
  readonly lines: readonly string[]
  /** Stands as high as a photo: one is there, or its place is kept on a sheet that is filled down to its foot. */
  readonly tall: boolean
}

/** Pages of shapes, in order; `fill` stretches the rows of every page down to its foot. */
export function layRows(
  rows: readonly FormRow[],
  sheet: Sheet,
  fill: boolean,
): { readonly pages: readonly (readonly Shape[])[]; readonly heights: readonly number[] } {
  const pages: Page[] = [{ shapes: [], y: sheet.first, rows: [] }]
  const last = (): Page => pages.at(-1) ?? { shapes: [], y: sheet.first, rows: [] }
  const turn = (): void => void pages.push({ shapes: [], y: sheet.next, rows: [] })
  const put = (height: number, grows: Grows, draw: (y: number, height: number) => readonly Shape[]): void => {
    const page = last()
    page.rows.push({ from: page.y, height, grows, draw })
    page.y += height + gapOf(sheet)
  }
  for (const [at, row] of rows.entries()) {
    if (row.row === 'section') {
      const height = leadOf(sheet.text) + (row.help === '' ? 0 : leadOf(sheet.label) * wrap(row.help, sheet.width, sheet.label).length) + 6
      const next = rows[at + 1]
      const follows = next?.row === 'boxes' ? Math.min(rowHeight(measured(next.boxes, sheet, fill), sheet), 90) : 0
      if (last().y + height + follows > sheet.bottom && last().rows.length > 0) turn()
      put(height, null, (y) => sectionShapes(row, sheet, y))
      continue
    }
    let left = measured(row.boxes, sheet, fill)
    for (;;) {
      const height = rowHeight(left, sheet)
      const room = sheet.bottom - last().y
      if (height <= room) {
        const whole = left
        put(height, growsOf(whole), (y, tall) => boxShapes(whole, sheet, y, tall))
        break
      }
      // A row that would fit on a page of its own is not torn apart; nor is one that has only room for a line or two here.
      const lines = Math.floor((room - headHeight(left, sheet) - padOf(sheet)) / leadOf(sheet.text))
      const fitsNext = height <= sheet.bottom - sheet.next
      if (last().rows.length > 0 && (fitsNext || lines < 3)) {
        turn()
        continue
      }
      const taken = Math.max(1, lines)
      const part = left.map((one) => ({ ...one, lines: one.lines.slice(0, taken) }))
      put(Math.min(room, rowHeight(part, sheet)), null, (y, tall) => boxShapes(part, sheet, y, tall))
      left = left.map((one) => ({
        ...one,
        box: { ...one.box, photo: null },
        tall: false,
        label:
          one.lines.length > taken
            ? wrap(`${one.box.label} ${say(figureWords.continued, sheet.language)}`, one.w - 2 * padOf(sheet), sheet.label, true)
            : [],
        lines: one.lines.slice(taken),
      }))
      turn()
    }
  }
  return { pages: pages.map((page) => drawn(page, sheet, fill)), heights: pages.map((page) => page.y - gapOf(sheet)) }
}

function growsOf(row: readonly Measured[]): Grows {
  if (row.some((one) => one.box.photo !== null)) return 'photo'
  if (row.some((one) => one.tall)) return 'place'
  return row.some((one) => one.lines.length > 1) ? 'text' : null
}

function drawn(page: Page, sheet: Sheet, fill: boolean): readonly Shape[] {
  const photos = page.rows.filter((row) => row.grows === 'photo')
  const texts = page.rows.filter((row) => row.grows === 'text')
  // A sheet that still waits for its photos is spread as a whole, so that it already looks like the one it becomes.
  const waits = page.rows.some((row) => row.grows === 'place')
  const growing = photos.length > 0 ? photos : waits ? page.rows : texts
  const room = fill ? Math.max(0, sheet.bottom - (page.y - gapOf(sheet))) : 0
  const total = growing.reduce((sum, row) => sum + row.height, 0)
  let moved = 0
  return page.rows.flatMap((row) => {
    const more = growing.includes(row) && total > 0 ? (room * row.height) / total : 0
    const shapes = row.draw(row.from + moved, row.height + more)
    moved += more
    return shapes
  })
}

function measured(boxes: readonly FormBox[], sheet: Sheet, fill: boolean): readonly Measured[] {
  const gap = gapOf(sheet)
  const column = (sheet.width + gap) / 12
  let at = 0
  return boxes.map((box) => {
    const x = sheet.x + at * column
    const w = box.span * column - gap
    at += box.span
    const inner = w - 2 * padOf(sheet)
    return {
      box,
      x,
      w,
      label: wrap(box.label, inner, sheet.label, true),
      lines: box.photo === null ? wrap(box.text, inner, sheet.text) : [],
      tall: box.photo !== null || (fill && box.awaitsPhoto === true),
    }
  })
}

const headHeight = (row: readonly Measured[], sheet: Sheet): number =>
  padOf(sheet) + Math.max(0, ...row.map((one) => one.label.length)) * leadOf(sheet.label) + 3

function rowHeight(row: readonly Measured[], sheet: Sheet): number {
  const most = (sheet.bottom - sheet.next) * 0.55
  const body = row.map((one) =>
    !one.tall ? one.lines.length * leadOf(sheet.text) : Math.min(most, (one.w - 2 * padOf(sheet)) * sheet.photo),
  )
  return headHeight(row, sheet) + Math.max(leadOf(sheet.text), ...body) + padOf(sheet)
}

function boxShapes(row: readonly Measured[], sheet: Sheet, y: number, height: number): readonly Shape[] {
  const pad = padOf(sheet)
  const head = headHeight(row, sheet)
  return row.flatMap(({ box, x, w, label, lines }): readonly Shape[] => {
    const frame: Shape = {
      t: 'rect',
      x,
      y,
      w,
      h: height,
      r: 6,
      fill: palette.white,
      stroke: box.empty ? palette.lineStrong : palette.line,
      width: 1,
      ...(box.empty ? { dash: [4, 3] } : {}),
    }
    const photo: readonly Shape[] =
      box.photo === null
        ? []
        : [{ t: 'image', x: x + pad, y: y + head, w: w - 2 * pad, h: height - head - pad, name: box.photo.name, alt: box.photo.alt }]
    const look = { size: sheet.text, lead: leadOf(sheet.text), fill: box.empty ? palette.ink3 : palette.ink }
    return [
      frame,
      ...(label.length === 0
        ? []
        : [textAt(x + pad, y + pad, label, { size: sheet.label, lead: leadOf(sheet.label), bold: true, fill: palette.action })]),
      ...(lines.length === 0 ? [] : [textAt(x + pad, y + head, lines, look)]),
      ...photo,
    ]
  })
}

function sectionShapes(row: Extract<FormRow, { row: 'section' }>, sheet: Sheet, y: number): readonly Shape[] {
  const help = row.help === '' ? [] : wrap(row.help, sheet.width, sheet.label)
  return [
    textAt(sheet.x, y, [row.label], { size: Math.round(sheet.text * 1.1), bold: true, fill: palette.deep }),
    ...(help.length === 0
      ? []
      : [textAt(sheet.x, y + leadOf(sheet.text) + 3, help, { size: sheet.label, lead: leadOf(sheet.label), fill: palette.ink2 })]),
  ]
}
