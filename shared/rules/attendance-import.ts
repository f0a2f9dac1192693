/** A table that somebody brings along, as lines with one person each. */
import { folded } from './fold.ts'

export type NameTable = {
  /** Heads of the columns to choose from; those without a head are called by their number. */
  readonly columns: readonly string[]
  /** Column of the names, from 0; null when there is no head, and every cell of a row may hold the name. */
  readonly column: number | null
  /** One for each person, none twice; a unit found beside the name stands behind a tab. */
  readonly lines: readonly string[]
}

const nameHead = /^(?:nama(?: (?:lengkap|peserta|pegawai|orang))?|name|full name|peserta|participant)$/u
const unitHead = /^(?:unit|opd|instansi|perangkat daerah|unit kerja|asal|asal unit|organisasi|department)\b/u
const stateHead = /^(?:kehadiran|hadir|status|attendance|present)\b/u
const away = /^(?:izin|sakit|tidak|tidak hadir|absen|alpa|alpha|belum dicatat|excused|absent|not noted|no|0|-)$/u

/** A head may stand below a title; it is looked for in this many rows. */
const headWithin = 12

/** @param chosen column of the names when a person said so */
export function nameTable(table: readonly (readonly string[])[], chosen?: number): NameTable {
  const rows = table.filter((row) => row.some((cell) => cell.trim() !== ''))
  const head = rows.slice(0, headWithin).findIndex((row) => row.some((cell) => nameHead.test(folded(cell))))
  const heads = rows[head]?.map(folded) ?? []
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, at) => rows[head]?.[at]?.trim() || String(at + 1))
  const column = chosen ?? (head === -1 ? null : heads.findIndex((cell) => nameHead.test(cell)))
  const unit = heads.findIndex((cell) => unitHead.test(cell))
  const state = heads.findIndex((cell) => stateHead.test(cell))
  const lines = rows.slice(head + 1).flatMap((row) => {
    if (state !== -1 && away.test(folded(row[state] ?? ''))) return []
    const cells = column === null ? row : [row[column] ?? '', unit === -1 || unit === column ? '' : (row[unit] ?? '')]
    const line = cells.map((cell) => cell.replaceAll(/\s+/gu, ' ').trim()).filter((cell) => cell !== '')
    return line.length === 0 || (column !== null && (row[column] ?? '').trim() === '') ? [] : [line.join('\t')]
  })
  return { columns, column, lines: [...new Set(lines)] }
}
