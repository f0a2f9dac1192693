/** Rows of a grid as texts, in the order of the columns. */
import type { GridDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import type { GridRow } from '#shared/rules/grid.ts'
import { cellValue } from './edits.ts'
import { showCell } from './table-text.ts'

export const cellTexts = (def: GridDef, row: GridRow, language: Language): readonly string[] =>
  def.columns.map((column) => {
    if (column.formula?.op === 'rank') return String(row.ranks[column.key]?.rank ?? '')
    if (column.type === 'formula') return showCell(column, row.values[column.key] ?? null, language)
    return showCell(column, cellValue(row.item, column), language)
  })
