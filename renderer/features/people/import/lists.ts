/** Lists of people and units from a file somebody chose or from what they pasted. */
import { parseCsv, parseTable } from '#shared/rules/table-text.ts'
import { sheetsOf } from '../../../lab/read-file.ts'
import type { Sheet } from '../../../lab/read-table.ts'
import type { LabClient } from '../../../lab/wire.ts'

/** Sheets in their order, those without anything in them left out. @throws what `troubleOfReading` explains */
export async function listsIn(client: LabClient, file: File): Promise<readonly Sheet[]> {
  const sheets = await sheetsOf(client, file, parseCsv)
  return sheets.filter(hasRows).map(({ name, rows }) => ({ name: name === file.name ? name.replace(/\.[^.]+$/u, '') : name, rows }))
}

const hasRows = ({ rows }: Sheet): boolean => rows.some((row) => row.some((cell) => cell.trim() !== ''))

/** Text on the clipboard has tabs where it comes from a spreadsheet; else a `;` in every line parts the cells. */
export function pastedSheets(text: string, name: string): readonly Sheet[] {
  const lines = text.split(/\r\n?|\n/u).filter((line) => line.trim() !== '')
  if (lines.length === 0) return []
  if (text.includes('\t')) return [{ name, rows: parseTable(text) }]
  const parts = lines.every((line) => line.includes(';'))
  return [{ name, rows: parts ? parseCsv(text) : text.split(/\r\n?|\n/u).map((line) => [line.trim()]) }]
}
