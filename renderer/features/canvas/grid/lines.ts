/** The lines of the table from top to bottom: rows, and where the definition groups them, a head and the totals of each group. */
import type { ItemId } from '#shared/model/ids.ts'
import type { GridColumn, GridDef } from '#shared/model/pack.ts'
import type { GridGroup, GridResult, GridRow } from '#shared/rules/grid.ts'
import { inOrder } from './sort.ts'

export type Line =
  | { readonly kind: 'row'; readonly key: string; readonly row: GridRow; readonly at: number }
  | { readonly kind: 'group'; readonly key: string; readonly group: GridGroup }
  | { readonly kind: 'totals'; readonly key: string; readonly group: GridGroup }

/** The column rows are grouped by, if it has options to group by. */
export const groupColumn = (def: GridDef): GridColumn | undefined =>
  def.groupBy === undefined ? undefined : def.columns.find((column) => column.key === def.groupBy && column.type === 'choice')

/** @param order of a sort; null keeps the rows' own order */
export function linesOf(
  def: GridDef,
  columns: readonly GridColumn[],
  result: GridResult,
  order: readonly ItemId[] | null,
): readonly Line[] {
  const inPlace = (rows: readonly GridRow[]): readonly GridRow[] => (order === null ? rows : inOrder(rows, order))
  if (groupColumn(def) === undefined) return inPlace(result.rows).map((row, at) => ({ kind: 'row', key: row.item.id, row, at }))
  const withTotals = columns.some((column) => column.total !== undefined)
  const lines: Line[] = []
  let at = 0
  for (const group of result.groups) {
    // Rows without an option need a place only while there are any.
    if (group.option === null && group.rows.length === 0) continue
    const key = group.option ?? ''
    lines.push({ kind: 'group', key: `group ${key}`, group })
    for (const row of inPlace(group.rows)) {
      lines.push({ kind: 'row', key: row.item.id, row, at })
      at += 1
    }
    if (withTotals && group.rows.length > 0) lines.push({ kind: 'totals', key: `totals ${key}`, group })
  }
  return lines
}

export const rowsOf = (lines: readonly Line[]): readonly GridRow[] => lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []))

/** Cells that contain the words, in reading order. */
export function findCells(
  texts: readonly (readonly string[])[],
  words: string,
): readonly { readonly row: number; readonly column: number }[] {
  const wanted = words.trim().toLocaleLowerCase('id')
  if (wanted === '') return []
  return texts.flatMap((cells, row) =>
    cells.flatMap((text, column) => (text.toLocaleLowerCase('id').includes(wanted) ? [{ row, column }] : [])),
  )
}
