/** What a note carries beside its text, in words. Pure. */
import type { Item, Value } from '../model/lab.ts'
import type { GridColumn } from '../model/pack.ts'
import type { BothTexts, Language } from '../model/text.ts'
import { formatDay } from '../rules/dates.ts'
import { formatNumber, formatPercent, formatRupiah } from '../rules/numbers.ts'

/** One value as people write it; empty for none. */
export function valueText(column: GridColumn, value: Value | undefined, language: Language): string {
  if (value === null || value === undefined || value === '') return ''
  const option = (key: string): string => column.options?.find((one) => one.key === key)?.label[language] ?? key
  switch (column.type) {
    case 'tick':
      return value === true ? '✓' : ''
    case 'choice':
    case 'multi':
      return (Array.isArray(value) ? value : [String(value)]).map(option).join(', ')
    case 'date':
      return typeof value === 'string' ? formatDay(value, language) : ''
    case 'rupiah':
      return typeof value === 'number' ? formatRupiah(value, language) : String(value)
    case 'percent':
      return typeof value === 'number' ? formatPercent(value, language) : String(value)
    default:
      return Array.isArray(value) ? value.join(', ') : typeof value === 'number' ? formatNumber(value, language) : String(value)
  }
}

/** All of them on one line: `Rina · 14 April 2026`; with `say` each with its name. */
export function valuesText(
  columns: readonly GridColumn[],
  values: Item['values'],
  language: Language,
  say?: (texts: BothTexts) => string,
): string {
  return columns
    .flatMap((column) => {
      const text = column.type === 'photo' ? '' : valueText(column, values[column.key], language)
      return text === '' ? [] : [say === undefined ? text : `${column.short ?? say(column.label)}: ${text}`]
    })
    .join(' · ')
}
