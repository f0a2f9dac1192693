/** A file somebody chose, as sheets of text; workbooks are read by the lab. */
import { type UnreadableReason, unreadableReasons } from '#shared/api/contract.ts'
import { sayNow } from '../app/text.ts'
import { fileTable, looksBinary, looksLikeWorkbook, type Sheet, type Table } from './read-table.ts'
import { codeOf, type Trouble, troubleOf } from './refusal.ts'
import type { LabClient } from './wire.ts'

/** What file pickers offer. */
export const tableFiles = '.xlsx,.csv,.tsv,.txt'

/** Of a workbook, the same as the lab takes; text is read here, and a catalogue of 30,000 as CSV is some 18 MB. */
const mostBytes = { workbook: 12 * 1024 * 1024, text: 32 * 1024 * 1024 } as const

/** Thrown for a file that cannot be read. */
class Unreadable extends Error {
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Sheets in their order; one that is called like the file where it is no workbook.
 * @param plain reads a `.txt`, which is read like what is pasted where nothing is said
 * @throws what `troubleOfReading` explains
 */
export async function sheetsOf(client: LabClient, file: File, plain?: (text: string) => Table): Promise<readonly Sheet[]> {
  if (file.size > mostBytes.text) throw new Unreadable('size')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (looksLikeWorkbook(bytes)) {
    if (file.size > mostBytes.workbook) throw new Unreadable('size')
    return (await client.table.read({ file })).sheets
  }
  if (looksBinary(bytes)) throw new Unreadable('type')
  return [{ name: file.name, rows: fileTable(bytes, file.name.split('.').at(-1)?.toLowerCase() ?? '', plain) }]
}

/** @param safe says what is as it was before */
export function troubleOfReading(error: unknown, safe: string): Trouble {
  const reason = error instanceof Unreadable ? error.reason : codeOf(error) === 'UNREADABLE' ? reasonOf(error) : null
  if (reason === null) return troubleOf(error)
  const detail = error instanceof Error ? error.message : ''
  return { what: sayNow(`transfer.unread_${reason}`), safe, todo: sayNow(`transfer.unread_${reason}_do`), detail }
}

/** Damage is what is left when the refusal names no reason. */
function reasonOf(error: unknown): UnreadableReason {
  const data = (error as { data?: { reason?: unknown } }).data // a refusal carries its data; anything else has none
  return unreadableReasons.find((reason) => reason === data?.reason) ?? 'damaged'
}
