/** A table from what somebody pasted or the text of a file they chose. */
import { parseCsv, parseTable } from '#shared/rules/cell-text.ts'

export type Table = readonly (readonly string[])[]
export type Sheet = { readonly name: string; readonly rows: Table }

/** Text of a file, whatever program wrote it: UTF-16 and UTF-8 by their marks, UTF-8 where it is sound, else Windows-1252. */
export function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = halfEmpty(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** UTF-16 without a mark: every other byte of Latin text is nothing. */
function halfEmpty(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 512)
  let even = 0
  let odd = 0
  sample.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even += 1
    else odd += 1
  })
  const many = sample.length * 0.3
  return odd > many && even === 0 ? 'utf-16le' : even > many && odd === 0 ? 'utf-16be' : null
}

/** Text on the clipboard has tabs where it comes from a spreadsheet; without them it may be the text of a file, or one row a line. */
export function pastedTable(text: string): Table {
  const bare = text.replaceAll(/\r\n?/gu, '\n').replaceAll(/^\n+|\s+$/gu, '')
  if (bare === '') return []
  if (bare.includes('\t')) return squared(parseTable(bare))
  const lines = bare.split('\n')
  // A list of sentences holds commas too: only a sign that stands in every line parts cells.
  const parts = lines.length > 1 && lines.every((line) => line.includes(';'))
  return squared(parts ? parseCsv(bare) : lines.map((line) => [line.trim().replace(/^(?:[-*•–]|\d{1,3}[.)])\s+/u, '')]))
}

/** @param ending of the file's name: `tsv` says what parts the cells, `txt` is read by `plain` */
export function fileTable(bytes: Uint8Array, ending: string, plain: (text: string) => Table = pastedTable): Table {
  const text = decoded(bytes).replace(/^\uFEFF/u, '')
  if (ending === 'tsv') return squared(parseTable(text))
  return ending === 'txt' ? squared(plain(text)) : squared(parseCsv(text))
}

/** Empty lines at the end are none; every row is as long as the longest, and columns that are empty everywhere at the end are left out. */
function squared(rows: Table): Table {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  const kept = rows.slice(0, last + 1)
  const wide = kept.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell.trim() !== '') + 1), 0)
  return kept.map((row) => Array.from({ length: wide }, (_, at) => row[at] ?? ''))
}

/** A workbook begins like any ZIP, an old or locked one like a compound file. */
export const looksLikeWorkbook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)

/** Signs no text has: the file is a picture, a program or something else. */
export const looksBinary = (bytes: Uint8Array): boolean => {
  if (halfEmpty(bytes) !== null || (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false
  return bytes.subarray(0, 4096).some((byte) => byte === 0)
}
