/** One sheet: typed cells under a bold head that stays when the rest scrolls. */
import { measure } from '#shared/figure/metrics.ts'
import { dayOf } from '#shared/rules/dates.ts'
import { lookNumber } from './styles.ts'
import type { CellFormat, Workbook, WorkbookCell, WorkbookSheet } from './workbook.ts'
import { cellText, columnName } from './xml.ts'

const day = 86_400_000
const narrowest = 9
const widest = 60
/** Of one among many columns, so that a printed sheet is not made tiny by a few long texts. */
const widestOfMany = 40
const many = 4
/** Points. A row of several lines is given the height they need: not every program works it out when it opens a file. */
const lineHeight = 14.25
const mostHeight = 400
/** How much longer text becomes by the ends of its lines. */
const ragged = 1.08

/** Days since 30 December 1899; null for what a spreadsheet has no number for. Days before March 1900 are reckoned differently by each. */
export function dateSerial(iso: string): number | null {
  const found = dayOf(iso)
  if (found === null || found.year < 1901 || found.year > 9999) return null
  return Math.round(Date.UTC(found.year, found.month - 1, found.day) / day) + 25_569
}

/** Text that a program would take for a formula once somebody edits it. */
const looksLikeFormula = /^[=+\-@]/u

function cellXml(cell: WorkbookCell, format: CellFormat, strong: boolean, at: string): string {
  if (typeof cell === 'object' && cell !== null && 'number' in cell) return cellXml(cell.number, cell.format, strong, at)
  if (typeof cell === 'number' && Number.isFinite(cell)) {
    const shown = format === 'rupiah' || format === 'percent' ? format : 'number'
    const decimals = shown === 'rupiah' ? !Number.isInteger(cell) : shown === 'percent' ? !Number.isInteger(cell) : false
    const value = shown === 'percent' ? Number((cell / 100).toPrecision(15)) : cell
    return `<c r="${at}" s="${lookNumber({ format: shown, strong, quoted: false, decimals })}"><v>${value}</v></c>`
  }
  const serial = typeof cell === 'object' && cell !== null ? dateSerial(cell.date) : null
  if (serial !== null)
    return `<c r="${at}" s="${lookNumber({ format: 'date', strong, quoted: false, decimals: false })}"><v>${serial}</v></c>`
  const words = cell === null ? '' : typeof cell === 'object' ? cell.date : String(cell)
  const style = lookNumber({ format: 'text', strong, quoted: looksLikeFormula.test(words), decimals: false })
  if (words === '') return `<c r="${at}" s="${style}"/>`
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(words)}</t></is></c>`
}

/** In widths of a digit; office programs show `###` for a day such as `30 September 2026` that does not fit. */
const leastOf: Partial<Record<CellFormat, number>> = { rupiah: 15, date: 18 }
/** In widths of a digit. */
const lengthOf = (text: string): number =>
  Math.max(0, ...text.split('\n', 40).map((line) => measure(line.slice(0, 400), 11) / measure('0', 11)))

function widthOf(sheet: WorkbookSheet, column: number): number {
  const head = sheet.columns[column]
  if (head === undefined) return narrowest
  let long = lengthOf(head.label) * 1.1 + 4
  const least = leastOf[head.format] ?? narrowest
  for (const row of sheet.rows.slice(0, 400)) {
    const cell = row[column]
    if (typeof cell === 'string') long = Math.max(long, lengthOf(cell) + 2)
  }
  return Math.round(Math.min(sheet.columns.length > many ? widestOfMany : widest, Math.max(least, long)) * 100) / 100
}

/** `ht` of a row, left out where one line is enough; programs are free to fit it anew. */
function heightOf(row: readonly WorkbookCell[], widths: readonly number[]): string {
  const lines = Math.max(
    1,
    ...row.map((cell, at) => {
      if (typeof cell !== 'string') return 1
      const room = (widths[at] ?? narrowest) - 1.1
      const linesOf = (long: number): number => (long <= room ? 1 : Math.ceil((long * ragged) / room))
      return cell.split('\n').reduce((sum, line) => sum + linesOf(lengthOf(line)), 0)
    }),
  )
  return lines === 1 ? '' : ` ht="${Math.min(mostHeight, lines * lineHeight + 2)}"`
}

const paperCode = { A4: 9, A3: 8, F4: 14, A1: 8 } as const satisfies Record<Workbook['paper'], number>

export function sheetXml(sheet: WorkbookSheet, book: Workbook, first: boolean): string {
  const { columns, rows } = sheet
  const strong = new Set(sheet.strong)
  const wide = columns.map((_, at) => widthOf(sheet, at))
  const last = `${columnName(Math.max(0, columns.length - 1))}${rows.length + 1}`
  const head = columns.map(
    ({ label }, at) =>
      `<c r="${columnName(at)}1" s="${lookNumber({ format: 'head', strong: false, quoted: false, decimals: false })}" t="inlineStr"><is><t xml:space="preserve">${cellText(label)}</t></is></c>`,
  )
  const body = rows.map((row, at) => {
    const cells = columns.map(({ format }, column) =>
      cellXml(row[column] ?? null, format, strong.has(at), `${columnName(column)}${at + 2}`),
    )
    return `<row r="${at + 2}"${heightOf(row, wide)}>${cells.join('')}</row>`
  })
  const widths = wide.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${last}"/>`,
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length === 0 ? '' : `<cols>${widths.join('')}</cols>`,
    `<sheetData><row r="1"${heightOf(
      columns.map(({ label }) => label),
      wide,
    )}>${head.join('')}</row>${body.join('')}</sheetData>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${paperCode[book.paper]}" orientation="${book.orientation}" fitToHeight="0"/>`,
    '</worksheet>',
  ].join('')
}
