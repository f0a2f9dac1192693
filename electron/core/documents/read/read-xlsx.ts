/** XLSX → rows of text, as a person would type them. Formulas give the result they had; nothing is worked out here. */
import { UnreadError, unpack } from './unpack.ts'
import { attribute, pieces, xmlText } from './xml.ts'

export type TableSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** Largest workbook, and how much of one is read: a whole catalogue that was exported fits. */
export const limits = { bytes: 12 * 1024 * 1024, rows: 41_000, columns: 200, cells: 1_000_000 } as const

type Archive = ReturnType<typeof unpack>
type Styles = readonly ('plain' | 'date' | 'time' | 'percent')[]
type Book = { readonly strings: readonly string[]; readonly styles: Styles; readonly date1904: boolean }

/** Sheets that can be seen, in their order; empty rows and columns at the ends are left out. @throws UnreadError */
export function readXlsx(bytes: Uint8Array): readonly TableSheet[] {
  if (bytes.length > limits.bytes) throw new UnreadError('size', 'the file is too large')
  const archive = unpack(bytes)
  const root = relationsOf(archive, '').find((one) => one.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const workbook = archive.read(root)
  if (workbook === null) throw new UnreadError('type', 'the file is no workbook')
  const links = relationsOf(archive, root)
  const part = (kind: string): string | null => {
    const target = links.find((one) => one.type.endsWith(`/${kind}`))?.target
    const data = target === undefined ? null : archive.read(target)
    return data === null ? null : xmlText(data)
  }
  const xml = xmlText(workbook)
  const book: Book = {
    strings: stringsOf(part('sharedStrings') ?? ''),
    styles: stylesOf(part('styles') ?? ''),
    date1904: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/u.test(xml),
  }
  const sheets: TableSheet[] = []
  let left: number = limits.cells
  for (const piece of pieces(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'sheet' || (attribute(piece.attributes, 'state') ?? 'visible') !== 'visible') continue
    const target = links.find((one) => one.id === attribute(piece.attributes, 'id') && one.type.endsWith('/worksheet'))?.target
    const data = target === undefined ? null : archive.read(target)
    if (data === null) continue
    const { rows, cells } = rowsOf(xmlText(data), book, left)
    left -= cells
    sheets.push({ name: attribute(piece.attributes, 'name') ?? '', rows })
  }
  return sheets
}

type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** Where a part points to, as whole paths. @param of path of the part; empty for the package */
function relationsOf(archive: Archive, of: string): readonly Relation[] {
  const slash = of.lastIndexOf('/')
  const folder = of.slice(0, slash + 1)
  const data = archive.read(`${folder}_rels/${of.slice(slash + 1)}.rels`)
  if (data === null) return []
  const found: Relation[] = []
  for (const piece of pieces(xmlText(data))) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue
    const target = attribute(piece.attributes, 'Target') ?? ''
    found.push({
      id: attribute(piece.attributes, 'Id') ?? '',
      type: attribute(piece.attributes, 'Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : settled(folder + target),
    })
  }
  return found
}

/** `xl/../media/a` → `media/a`. */
function settled(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** Shared strings; what is only written above for pronunciation is left out. */
function stringsOf(xml: string): readonly string[] {
  const strings: string[] = []
  let text = ''
  let inside = false
  let spoken = false
  for (const piece of pieces(xml)) {
    if (piece.kind === 'text') {
      if (inside && !spoken) text += piece.text
    } else if (piece.name === 'rPh') spoken = piece.kind === 'open' && !piece.empty
    else if (piece.name === 't') inside = piece.kind === 'open' && !piece.empty
    else if (piece.name === 'si' && (piece.kind === 'close' || piece.empty)) {
      strings.push(revealed(text))
      text = ''
    }
  }
  return strings
}

/** `_x000D_` is how a workbook writes a sign that XML cannot carry. */
const revealed = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replaceAll(/\r\n?/gu, '\n')
    : text

const builtIn = (id: number): Styles[number] =>
  id === 9 || id === 10
    ? 'percent'
    : (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
      ? 'date'
      : (id >= 18 && id <= 21) || (id >= 45 && id <= 47)
        ? 'time'
        : 'plain'

/** What a format code shows; words in quotes, colours and conditions say nothing about that. */
function formatKind(code: string): Styles[number] {
  const bare = (code.split(';')[0] ?? '').replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
  if (bare.includes('%')) return 'percent'
  if (/[yd]/iu.test(bare)) return 'date'
  if (/[hs]/iu.test(bare)) return 'time'
  return /m/iu.test(bare) ? 'date' : 'plain'
}

function stylesOf(xml: string): Styles {
  const own = new Map<number, Styles[number]>()
  const styles: Styles[number][] = []
  let inCells = false
  for (const piece of pieces(xml)) {
    if (piece.kind === 'text') continue
    if (piece.name === 'cellXfs') inCells = piece.kind === 'open' && !piece.empty
    else if (piece.kind === 'open' && piece.name === 'numFmt')
      own.set(Number(attribute(piece.attributes, 'numFmtId')), formatKind(attribute(piece.attributes, 'formatCode') ?? ''))
    else if (piece.kind === 'open' && piece.name === 'xf' && inCells) {
      const id = Number(attribute(piece.attributes, 'numFmtId') ?? 0)
      styles.push(own.get(id) ?? builtIn(id))
    }
  }
  return styles
}

function rowsOf(xml: string, book: Book, most: number): { rows: readonly (readonly string[])[]; cells: number } {
  const rows: string[][] = []
  let cells = 0
  let row = -1
  let column = -1
  let type = 'n'
  let style: Styles[number] = 'plain'
  let text = ''
  let taking = false
  let spoken = false
  const put = (): void => {
    const shown = cellWords(text, type, style, book)
    if (shown === '') return
    cells += 1
    if (row >= limits.rows || column >= limits.columns || cells > most) throw new UnreadError('size', 'the table is too large')
    while (rows.length <= row) rows.push([])
    const line = rows[row] ?? []
    while (line.length < column) line.push('')
    line[column] = shown
  }
  for (const piece of pieces(xml)) {
    if (piece.kind === 'text') {
      if (taking && !spoken) text += piece.text
      continue
    }
    const opens = piece.kind === 'open'
    if (piece.name === 'row' && opens) {
      row = positive(attribute(piece.attributes, 'r')) ?? row + 1
      column = -1
    } else if (piece.name === 'c' && opens) {
      column = columnAt(attribute(piece.attributes, 'r')) ?? column + 1
      type = attribute(piece.attributes, 't') ?? 'n'
      style = book.styles[Number(attribute(piece.attributes, 's') ?? 0)] ?? 'plain'
      text = ''
    } else if (piece.name === 'c') put()
    else if (piece.name === 'rPh') spoken = opens && !piece.empty
    else if (piece.name === 'v' || piece.name === 't') taking = opens && !piece.empty
    else if (piece.name === 'sheetData' && !opens) break
  }
  return { rows: trimmed(rows), cells }
}

const positive = (text: string | undefined): number | null => (text !== undefined && /^[1-9]\d{0,6}$/u.test(text) ? Number(text) - 1 : null)

/** `C7` → 2. */
function columnAt(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/u.exec(place ?? '')?.[1]
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellWords(raw: string, type: string, style: Styles[number], book: Book): string {
  switch (type) {
    case 's':
      return book.strings[Number(raw)] ?? ''
    case 'inlineStr':
    case 'str':
      return revealed(raw)
    case 'b':
      return raw.trim() === '1' ? 'true' : raw.trim() === '' ? '' : 'false'
    case 'd':
      return raw.trim().slice(0, 10)
    case 'e':
      return raw
    default:
      return numberWords(raw.trim(), style, book.date1904)
  }
}

/** With a decimal comma, because `12.345` would be taken for twelve thousand. */
function numberWords(raw: string, style: Styles[number], date1904: boolean): string {
  const number = Number(raw)
  if (raw === '' || !Number.isFinite(number)) return raw
  if (style === 'date') return dayWords(number, date1904) ?? written(number)
  if (style === 'time' && number >= 0 && number < 1) return clock(number)
  return style === 'percent' ? `${written(number * 100)}%` : written(number)
}

/** Fifteen digits are all a spreadsheet shows and all that is exact. */
function written(number: number): string {
  const exact = Number(number.toPrecision(15))
  const text =
    Math.abs(exact) >= 1e21 ? BigInt(exact).toString() : Math.abs(exact) < 1e-6 ? exact.toFixed(12).replace(/\.?0+$/u, '') : String(exact)
  return text.replace('.', ',')
}

const dayMs = 86_400_000

/** ISO day; day 60 of 1900 never was, so days before it are one off. */
function dayWords(serial: number, date1904: boolean): string | null {
  const whole = Math.floor(serial + 1e-9)
  if (whole < 1 && !date1904) return serial >= 0 ? clock(serial) : null
  const days = date1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole
  if (days < 1 || days > 2_958_465) return null
  return new Date((days - 25_569) * dayMs).toISOString().slice(0, 10)
}

function clock(part: number): string {
  const minutes = Math.round(part * 1440) % 1440
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Without empty rows and columns at the ends; every row as long as the longest. */
function trimmed(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const wide = Math.max(0, ...rows.map((row) => row.length))
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  return rows.slice(0, last + 1).map((row) => Array.from({ length: wide }, (_, at) => row[at] ?? ''))
}
