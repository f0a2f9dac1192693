/** Everything that can be done to the rows of a grid, and to the extra columns of a matrix. */
import { addItem, changeItem, placeItem, removeItems } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item, Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { asOne, type Desk, neighbours } from '../desk.ts'
import { parseTable, readCell } from './table-text.ts'

/** The value as stored; the column `text` is the row's own text. */
export const cellValue = (item: Item, column: GridColumn): Value =>
  column.key === 'text' ? item.text : Object.hasOwn(item.values, column.key) ? (item.values[column.key] ?? null) : null

export function setCell(desk: Desk, id: ItemId, column: GridColumn, value: Value): void {
  const patch = column.key === 'text' ? { text: typeof value === 'string' ? value : '' } : { values: { [column.key]: value } }
  changeItem(desk.doc, desk.canvas, id, patch, byPerson)
}

/** A new last row. */
export function addRow(desk: Desk, text = '', values: Readonly<Record<string, Value>> = {}): ItemId {
  const id = desk.newId()
  addItem(desk.doc, desk.canvas, id, { text, values, author: desk.me }, byPerson)
  return id
}

export function shiftRow(desk: Desk, items: readonly Item[], id: ItemId, step: -1 | 1): boolean {
  const between = neighbours(items, id, step)
  if (between === null) return false
  placeItem(desk.doc, desk.canvas, id, between.before, between.after, byPerson)
  return true
}

export type Pasted = {
  readonly rows: number
  readonly added: number
  /** Cells whose text means nothing in their column; they keep what they had. */
  readonly refused: number
  /** Takes exactly this paste back, whatever was done since. */
  readonly restore: () => void
}

/**
 * Fills cells from clipboard text, rightwards and downwards from one cell, as one change; rows that are missing are added.
 * Columns that are worked out are passed over without taking a pasted cell's place being moved.
 * @param from index of the row and of the column where the paste begins
 */
export function pasteTable(
  desk: Desk,
  columns: readonly GridColumn[],
  items: readonly Item[],
  from: { readonly row: number; readonly column: number },
  text: string,
): Pasted {
  const table = parseTable(text)
  const added: ItemId[] = []
  const before: { readonly id: ItemId; readonly column: GridColumn; readonly value: Value }[] = []
  let refused = 0
  asOne(desk, () => {
    for (const [down, cells] of table.entries()) {
      const target = items[from.row + down]
      const row = target?.id ?? addRow(desk)
      if (target === undefined) added.push(row)
      for (const [right, raw] of cells.entries()) {
        const column = columns[from.column + right]
        if (column === undefined || column.type === 'formula') continue
        const value = readCell(column, raw)
        if (value === undefined) refused += 1
        else {
          if (target !== undefined) before.push({ id: row, column, value: cellValue(target, column) })
          setCell(desk, row, column, value)
        }
      }
    }
  })
  const restore = (): void =>
    asOne(desk, () => {
      removeItems(desk.doc, desk.canvas, added, byPerson)
      for (const { id, column, value } of before) setCell(desk, id, column, value)
    })
  return { rows: table.length, added: added.length, refused, restore }
}
