/** Everything that can be done to the rows of a grid, and to the extra columns of a matrix. */
import { addItem, changeItem, readItems, removeItems, setScore } from '#shared/doc/canvas.ts'
import { keyBetween } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item, Value } from '#shared/model/lab.ts'
import type { GridColumn, GridDef, Starter } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { asOne, type Desk, neighbours } from '../desk.ts'
import type { Write } from './plan.ts'
import { cellValue, isEmpty } from './values.ts'

export { cellValue } from './values.ts'

export function setCell(desk: Desk, id: ItemId, column: GridColumn, value: Value): void {
  const patch = column.key === 'text' ? { text: typeof value === 'string' ? value : '' } : { values: { [column.key]: value } }
  changeItem(desk.doc, desk.canvas, id, patch, byPerson)
}

/** As `setCell`, but a score one person gives is kept as his own. */
export function writeCell(desk: Desk, id: ItemId, column: GridColumn, value: Value, voter: string | null): void {
  if (voter === null || !column.voted) setCell(desk, id, column, value)
  else setScore(desk.doc, desk.canvas, id, column.key, voter, typeof value === 'number' ? value : null, byPerson)
}

/** What a cell holds for the person who scores, or for the group. */
export function heldBy(item: Item, column: GridColumn, voter: string | null): Value {
  if (voter === null || !column.voted) return cellValue(item, column)
  const scores = Object.hasOwn(item.scores, column.key) ? item.scores[column.key] : undefined
  return scores !== undefined && Object.hasOwn(scores, voter) ? (scores[voter] ?? null) : null
}

/** A new last row. */
export function addRow(desk: Desk, text = '', values: Readonly<Record<string, Value>> = {}): ItemId {
  const id = desk.newId()
  addItem(desk.doc, desk.canvas, id, { text, values, author: desk.me }, byPerson)
  return id
}

export type NewRow = { readonly text: string; readonly values?: Readonly<Record<string, Value>>; readonly author?: string }

/** New rows between two neighbours, null for the ends of the list, in their order; as one change. */
export function insertRows(desk: Desk, rows: readonly NewRow[], before: Item | null, after: Item | null): readonly ItemId[] {
  let last = before?.order ?? null
  const ids: ItemId[] = []
  asOne(desk, () => {
    for (const { text, values = {}, author = desk.me } of rows) {
      const id = desk.newId()
      last = keyBetween(last, after?.order ?? null)
      addItem(desk.doc, desk.canvas, id, { text, values, author, order: last }, byPerson)
      ids.push(id)
    }
  })
  return ids
}

export function shiftRow(desk: Desk, items: readonly Item[], id: ItemId, step: -1 | 1): boolean {
  const between = neighbours(items, id, step)
  if (between === null) return false
  moveRows(desk, [id], between.before, between.after)
  return true
}

/** Puts rows, in the given order, between two neighbours that are not among them. @param values what they become there, such as a group */
export function moveRows(
  desk: Desk,
  ids: readonly ItemId[],
  before: Item | null,
  after: Item | null,
  values: Readonly<Record<string, Value>> = {},
): void {
  let last = before?.order ?? null
  asOne(desk, () => {
    for (const id of ids) {
      last = keyBetween(last, after?.order ?? null)
      changeItem(desk.doc, desk.canvas, id, { order: last, values }, byPerson)
    }
  })
}

export type Applied = {
  readonly added: readonly ItemId[]
  /** Takes exactly this back, whatever was done since. */
  readonly restore: () => void
}

/** Writes what was planned, as one change; rows beyond the last one are added. @param fresh what a new row is given to begin with */
export function applyWrites(
  desk: Desk,
  columns: readonly GridColumn[],
  rows: readonly Item[],
  writes: readonly Write[],
  { voter = null, fresh = {}, last = null }: { voter?: string | null; fresh?: Readonly<Record<string, Value>>; last?: Item | null } = {},
): Applied {
  const before: { readonly id: ItemId; readonly column: GridColumn; readonly value: Value }[] = []
  let added: readonly ItemId[] = []
  asOne(desk, () => {
    const wanted = Math.max(rows.length, ...writes.map(({ row }) => row + 1)) - rows.length
    added = insertRows(
      desk,
      Array.from({ length: wanted }, () => ({ text: '', values: fresh })),
      last ?? lastOf(rows),
      null,
    )
    for (const { row, column: at, value } of writes) {
      const column = columns[at]
      const item = rows[row]
      const id = item?.id ?? added[row - rows.length]
      if (column === undefined || id === undefined) continue
      if (item !== undefined) before.push({ id, column, value: heldBy(item, column, voter) })
      writeCell(desk, id, column, value, voter)
    }
  })
  const restore = (): void =>
    asOne(desk, () => {
      removeItems(desk.doc, desk.canvas, added, byPerson)
      for (const { id, column, value } of before) writeCell(desk, id, column, value, voter)
    })
  return { added, restore }
}

/** The item that stands last in the rows' own order, which is not always the last one on the screen. */
const lastOf = (rows: readonly Item[]): Item | null =>
  rows.reduce<Item | null>((last, item) => (last === null || item.order > last.order ? item : last), null)

/** Empties cells, as one change. */
export function clearCells(desk: Desk, ids: readonly ItemId[], columns: readonly GridColumn[], voter: string | null): void {
  asOne(desk, () => {
    for (const id of ids) for (const column of columns) writeCell(desk, id, column, column.key === 'text' ? '' : null, voter)
  })
}

const sameText = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('id') === b.trim().toLocaleLowerCase('id')

/** Starters no row says yet, in either language. */
export const startersLeft = (def: GridDef, items: readonly Item[]): readonly Starter[] =>
  def.starters.filter(({ text }) => !items.some((item) => sameText(item.text, text.id) || sameText(item.text, text.en)))

/** Adds starters as rows at the end, as one change. */
export function takeStarters(desk: Desk, items: readonly Item[], starters: readonly Starter[], language: Language): readonly ItemId[] {
  const plain = (value: Starter['values'][string]): Value => (typeof value === 'object' && !Array.isArray(value) ? value[language] : value)
  const rows = starters.map(({ text, values }) => ({
    text: text[language],
    // Nobody here has written it.
    author: '',
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])),
  }))
  return insertRows(desk, rows, lastOf(items), null)
}

/** Whether nothing has been entered in the row, as the document has it now. @param but a column that does not count, such as its group */
export function isBlankRow(desk: Desk, id: ItemId, but: string | undefined): boolean {
  const item = readItems(desk.doc, desk.canvas).find((one) => one.id === id)
  if (item === undefined) return true
  const entered = Object.entries(item.values).some(([key, value]) => key !== but && !isEmpty(value))
  return item.text.trim() === '' && !entered && Object.keys(item.scores).length === 0
}
