/** Everything that can be done to the items of a matrix. Items lie on whole steps of both axes, or have no place yet. */
import { addItem, changeItem, placeItem } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item, Value } from '#shared/model/lab.ts'
import type { GridColumn, MatrixDef, Starter } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { type NumberedItem, stepNear } from '#shared/rules/matrix.ts'
import { asOne, type Desk } from '../desk.ts'

export type At = { readonly x: number; readonly y: number }

const valuesAt = (def: MatrixDef, at: At): Readonly<Record<string, Value>> => ({
  [def.x.key]: stepNear(def.x, at.x),
  [def.y.key]: stepNear(def.y, at.y),
})

/** One item for each text, at the end, as one change. Without a place they wait in the tray. */
export function addPoints(desk: Desk, def: MatrixDef, texts: readonly string[], at: At | null): readonly ItemId[] {
  const ids: ItemId[] = []
  asOne(desk, () => {
    for (const text of texts) {
      const id = desk.newId()
      addItem(desk.doc, desk.canvas, id, { text, values: at === null ? {} : valuesAt(def, at), author: desk.me }, byPerson)
      ids.push(id)
    }
  })
  return ids
}

export const putPoint = (desk: Desk, def: MatrixDef, id: ItemId, at: At): void =>
  changeItem(desk.doc, desk.canvas, id, { values: valuesAt(def, at) }, byPerson)

/** Back among those without a place; everything else it holds stays. */
export const takeOff = (desk: Desk, def: MatrixDef, id: ItemId): void =>
  changeItem(desk.doc, desk.canvas, id, { values: { [def.x.key]: null, [def.y.key]: null } }, byPerson)

/** Where steps lead from where the item lies. One without a place starts at the lowest step of both axes. */
export function nudged(def: MatrixDef, item: Item, dx: number, dy: number): At {
  const at = (axis: MatrixDef['x'], by: number): number => {
    const value = item.values[axis.key]
    return typeof value === 'number' ? stepNear(axis, value + by) : axis.min
  }
  return { x: at(def.x, dx), y: at(def.y, dy) }
}

/** The value as stored; the column `text` is the item's own text. */
export const valueIn = (item: Item, column: GridColumn): Value =>
  column.key === 'text' ? item.text : Object.hasOwn(item.values, column.key) ? (item.values[column.key] ?? null) : null

export function setValue(desk: Desk, id: ItemId, column: GridColumn, value: Value): void {
  const patch = column.key === 'text' ? { text: typeof value === 'string' ? value : '' } : { values: { [column.key]: value } }
  changeItem(desk.doc, desk.canvas, id, patch, byPerson)
}

/**
 * To another place in the list as it is numbered, counted from 0. Placed items stay before the waiting ones, so an item goes no further
 * than the end of its own kind. The number it has then, or null where it stays.
 */
export function moveItem(desk: Desk, items: readonly Item[], listed: readonly NumberedItem[], id: ItemId, to: number): number | null {
  const entry = listed.find(({ item }) => item.id === id)
  if (entry === undefined) return null
  const kind = listed.filter(({ quadrant }) => (quadrant === null) === (entry.quadrant === null))
  const first = (kind[0]?.number ?? 1) - 1
  const [from, wanted] = [entry.number - 1 - first, Math.min(kind.length - 1, Math.max(0, to - first))]
  const other = kind[wanted]?.item
  if (wanted === from || other === undefined) return null
  const at = items.findIndex((item) => item.id === other.id)
  const [before, after] = wanted < from ? [items[at - 1], items[at]] : [items[at], items[at + 1]]
  placeItem(desk.doc, desk.canvas, id, before ?? null, after ?? null, byPerson)
  return first + wanted + 1
}

const sameText = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('id') === b.trim().toLocaleLowerCase('id')

/** The starters nobody has taken yet, in either language. */
export const startersLeft = (def: MatrixDef, items: readonly Item[]): readonly Starter[] =>
  def.starters.filter((starter) => !items.some((item) => sameText(item.text, starter.text.id) || sameText(item.text, starter.text.en)))

/** Adds what the definition offers, as one change. */
export function addStarters(desk: Desk, starters: readonly Starter[], language: Language): readonly ItemId[] {
  const ids: ItemId[] = []
  asOne(desk, () => {
    for (const starter of starters) {
      const id = desk.newId()
      const values = Object.fromEntries(Object.entries(starter.values).map(([key, value]) => [key, startValue(value, language)]))
      addItem(desk.doc, desk.canvas, id, { text: starter.text[language], values, author: desk.me }, byPerson)
      ids.push(id)
    }
  })
  return ids
}

function startValue(value: Starter['values'][string], language: Language): Value {
  return typeof value === 'object' && !Array.isArray(value) && 'id' in value ? value[language] : value
}
