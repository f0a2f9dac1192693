/** How wide columns are on the screen. */
import type { GridColumn } from '#shared/model/pack.ts'

export const narrowest = 56
export const widest = 900

const byType: Readonly<Record<Exclude<GridColumn['type'], 'text' | 'months' | 'formula'>, number>> = {
  score: 88,
  number: 112,
  rupiah: 148,
  percent: 96,
  date: 132,
  choice: 156,
  multi: 196,
  tick: 84,
  person: 172,
  unit: 180,
  measure: 112,
  photo: 116,
  link: 176,
}

/** px that suit the column, before anybody has dragged its edge. @param years of a months column */
export function usualWidth(column: GridColumn, years: number): number {
  switch (column.type) {
    case 'text':
      return Math.max(140, Math.min(420, Math.round(116 + 36 * column.width)))
    case 'months':
      return 12 * 19 + (years > 1 ? 44 : 0) + 18
    case 'formula':
      if (column.formula?.op === 'band' || column.formula?.op === 'check') return 156
      return column.format === 'rupiah' ? 148 : 104
    default:
      return byType[column.type]
  }
}

/** The column that takes what is left over: the row's own text, else the first one with words. */
export const stretchy = (columns: readonly GridColumn[]): number => {
  const own = columns.findIndex((column) => column.key === 'text')
  return own >= 0 ? own : columns.findIndex((column) => column.type === 'text')
}
