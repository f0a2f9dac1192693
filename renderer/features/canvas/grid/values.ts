/** A cell as text: as it is read, as it is edited, and as it goes to a spreadsheet. */
import type { Item, Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { plainCell, showCell } from '#shared/rules/cell-text.ts'
import { cellOf, type GridRow } from '#shared/rules/grid.ts'
import { formatNumber, formatPercent, formatRupiah } from '#shared/rules/numbers.ts'

/** The value as stored; the column `text` is the row's own text. */
export const cellValue = (item: Item, column: GridColumn): Value => cellOf(item, column.key)

export const isEmpty = (value: Value | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What stands in the field while the cell is written in: numbers without thousands signs, so that they can be typed over. */
export const editText = (column: GridColumn, value: Value, language: Language): string =>
  typeof value === 'number' ? plainCell(column, value, language) : showCell(column, value, language)

/** A year is no amount: what its column calls so, or keeps to four digits, is written without a sign of thousands. */
const isYear = ({ label, max }: GridColumn): boolean => /\b(tahun|year)\b/iu.test(label.id) || (max !== undefined && max <= 9999)

/** As people read it: amounts with their thousands apart. */
export const shownText = (column: GridColumn, value: Value, language: Language): string =>
  column.type === 'number' && typeof value === 'number' && !isYear(column)
    ? formatNumber(value, language, { decimals: 6 })
    : showCell(column, value, language)

/** A figure with as many decimals as the definition asks for, also when they are zeros: weights come to 1,00. */
export function figureText(
  { format, decimals }: { readonly format?: GridColumn['format'] | undefined; readonly decimals?: number | undefined },
  value: number | null,
  language: Language,
): string {
  if (value === null) return ''
  if (format === 'rupiah') return formatRupiah(value, language)
  if (format === 'percent') return formatPercent(value, language, decimals ?? 1)
  return formatNumber(value, language, decimals === undefined ? {} : { decimals, fixed: true })
}

/** A mean of scores: one decimal, none when it is whole. */
export const meanText = (value: number | null, language: Language): string =>
  value === null ? '' : formatNumber(value, language, { decimals: 1 })

/** What a cell shows, in words alone. @param impossible how to say that a change cannot be worked out */
export function rowText(row: GridRow, column: GridColumn, language: Language, impossible: string): string {
  const poll = row.polls[column.key]
  if (poll !== undefined) return meanText(poll.value, language)
  const { formula } = column
  if (column.type !== 'formula' || formula === undefined) return shownText(column, cellValue(row.item, column), language)
  if (formula.op === 'rank') return String(row.ranks[column.key]?.rank ?? '')
  if (formula.op === 'band') return row.bands[column.key]?.label[language] ?? ''
  if (formula.op === 'check') {
    const check = row.checks[column.key] ?? null
    return check === null ? '' : formula[check ? 'yes' : 'no'][language]
  }
  return row.impossible.includes(column.key) ? impossible : showCell(column, row.values[column.key] ?? null, language)
}

/** For the clipboard: numbers bare, so that a spreadsheet takes them as numbers. */
export function clipText(row: GridRow, column: GridColumn, language: Language, impossible: string): string {
  const poll = row.polls[column.key]
  const value = poll !== undefined ? poll.value : column.type === 'formula' ? (row.values[column.key] ?? null) : cellValue(row.item, column)
  return value === null || row.impossible.includes(column.key)
    ? rowText(row, column, language, impossible)
    : plainCell(column, value, language)
}
