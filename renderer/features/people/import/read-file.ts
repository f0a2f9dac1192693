/** A file somebody chose, or what they pasted, as sheets of text; workbooks are read by the lab. */
import { type UnreadableReason, unreadableReasons } from '#shared/api/contract.ts'
import type { Cells } from '#shared/rules/people-sheet.ts'
import { parseCsv, parseTable } from '#shared/rules/table-text.ts'
import { sayNow } from '../../../app/text.ts'
import { codeOf, type Trouble, troubleOf } from '../../../lab/refusal.ts'
import type { LabClient } from '../../../lab/wire.ts'

export type Sheet = { readonly name: string; readonly rows: Cells }

/** The same as the lab takes. */
const mostBytes = 12 * 1024 * 1024

/** Thrown for a file that cannot be read. */
class Unreadable extends Error {
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason) {
    super(reason)
    this.reason = reason
  }
}

/** Sheets in their order, those without anything in them left out. @throws what `troubleOfReading` explains */
export async function sheetsOf(client: LabClient, file: File): Promise<readonly Sheet[]> {
  if (file.size > mostBytes) throw new Unreadable('size')
  const bytes = new Uint8Array(await file.arrayBuffer())
  // A workbook begins like any ZIP, an old or locked one like a compound file.
  const workbook = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11)
  if (workbook) return (await client.table.read({ file })).sheets.filter(hasRows)
  const text = decoded(bytes)
  if (text === null) throw new Unreadable('type')
  const rows = /\.tsv$/iu.test(file.name) ? parseTable(text) : parseCsv(text)
  return [{ name: file.name.replace(/\.[^.]+$/u, ''), rows }].filter(hasRows)
}

const hasRows = ({ rows }: Sheet): boolean => rows.some((row) => row.some((cell) => cell.trim() !== ''))

/** UTF-16 by its mark, UTF-8 where it is sound, else Windows-1252. Null for what is no text. */
export function decoded(bytes: Uint8Array): string | null {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.subarray(0, 4096).includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Text on the clipboard has tabs where it comes from a spreadsheet; else a `;` in every line parts the cells. */
export function pastedSheets(text: string, name: string): readonly Sheet[] {
  const lines = text.split(/\r\n?|\n/u).filter((line) => line.trim() !== '')
  if (lines.length === 0) return []
  if (text.includes('\t')) return [{ name, rows: parseTable(text) }]
  const parts = lines.every((line) => line.includes(';'))
  return [{ name, rows: parts ? parseCsv(text) : text.split(/\r\n?|\n/u).map((line) => [line.trim()]) }]
}

export function troubleOfReading(error: unknown): Trouble {
  const reason = error instanceof Unreadable ? error.reason : codeOf(error) === 'UNREADABLE' ? reasonOf(error) : null
  if (reason === null) return troubleOf(error)
  const detail = error instanceof Error ? error.message : ''
  return {
    what: sayNow(`transfer.unread_${reason}`),
    safe: sayNow('people.importSafe'),
    todo: sayNow(`transfer.unread_${reason}_do`),
    detail,
  }
}

/** Damage is what is left when the refusal names no reason. */
function reasonOf(error: unknown): UnreadableReason {
  const data = (error as { data?: { reason?: unknown } }).data // a refusal carries its data; anything else has none
  return unreadableReasons.find((reason) => reason === data?.reason) ?? 'damaged'
}
