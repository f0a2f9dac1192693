/** What an item of a matrix holds, in the words that are shown. */
import type { GridColumn } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import type { GridRow } from '#shared/rules/grid.ts'
import { formatNumber, formatPercent, formatRupiah } from '#shared/rules/numbers.ts'
import { valueIn } from './edits.ts'

/** Null where a formula cannot be worked out; empty while something it needs is missing. */
export function shownValue(column: GridColumn, row: GridRow, language: Language): string | null {
  const { formula } = column
  if (formula === undefined) return showCell(column, valueIn(row.item, column), language)
  if (row.impossible.includes(column.key)) return null
  if (formula.op === 'rank') return String(row.ranks[column.key]?.rank ?? '')
  if (formula.op === 'band') return row.bands[column.key]?.label[language] ?? ''
  if (formula.op === 'check') {
    const holds = row.checks[column.key] ?? null
    return holds === null ? '' : holds ? formula.yes[language] : formula.no[language]
  }
  const value = row.values[column.key] ?? null
  if (value === null) return ''
  if (column.format === 'rupiah') return formatRupiah(value, language)
  if (column.format === 'percent') return formatPercent(value, language, column.decimals)
  return formatNumber(value, language, { decimals: column.decimals ?? 2 })
}
