/** What a note or a box carries beside its text, in words. Pure. */
import type { Item, Value } from '../model/lab.ts'
import type { GridColumn } from '../model/pack.ts'
import type { BothTexts, Language } from '../model/text.ts'
import { showCell } from '../rules/cell-text.ts'
import { formatShortDay } from '../rules/dates.ts'

/** One value as people write it; empty for none, and for a tick that is not set. */
export const valueText = (column: GridColumn, value: Value | undefined, language: Language): string =>
  value === null || value === undefined || value === '' || value === false ? '' : showCell(column, value, language)

/** All of them on one line, each with its name: `Siapa: Rina · Kapan: 14 April 2026`. */
export const valuesText = (
  columns: readonly GridColumn[],
  values: Item['values'],
  language: Language,
  say: (texts: BothTexts) => string,
): string =>
  columns
    .flatMap((column) => {
      const text = column.type === 'photo' ? '' : valueText(column, values[column.key], language)
      return text === '' ? [] : [`${column.short ?? say(column.label)}: ${text}`]
    })
    .join(' · ')

const wordy: ReadonlySet<GridColumn['type']> = new Set(['text', 'person', 'unit', 'measure', 'link'])

/** For the small line of a card: without names, what is short first, so that a long name does not push a day out of sight. */
export function cardValues(columns: readonly GridColumn[], values: Item['values'], language: Language): string {
  const parts = columns.flatMap((column) => {
    const value = values[column.key]
    const day = column.type === 'date' && typeof value === 'string' && value !== ''
    const text = column.type === 'photo' ? '' : day ? formatShortDay(value, language) : valueText(column, value, language)
    // A bare yes would say nothing.
    const said = column.type === 'tick' && text !== '' ? (column.short ?? column.label[language]) : text
    return said === '' ? [] : [{ said, long: wordy.has(column.type) }]
  })
  return [...parts.filter((part) => !part.long), ...parts.filter((part) => part.long)].map((part) => part.said).join(' · ')
}
