/** Rows from a table put on a canvas: one change, which adds and never replaces. */
import { addItem, type ItemPatch, readItems } from '#shared/doc/canvas.ts'
import { keyBetween } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import type { IncomingRow } from '#shared/rules/incoming.ts'
import { nodesOf, treeOf } from '#shared/rules/tree.ts'
import { asOne, type Desk } from '../desk.ts'

/** Adds all rows behind what is there, in their order. @returns their ids */
export function addRows(desk: Desk, def: CanvasDef, rows: readonly IncomingRow[]): readonly ItemId[] {
  const there = readItems(desk.doc, desk.canvas)
  const ids = rows.map(() => desk.newId())
  const place = def.kind === 'tree' ? treePlaces(there, rows, ids) : () => ({})
  asOne(desk, () => {
    let order = there.reduce<string | null>((last, item) => (last === null || item.order > last ? item.order : last), null)
    rows.forEach((row, at) => {
      const id = ids[at]
      if (id === undefined) return
      order = keyBetween(order, null)
      addItem(desk.doc, desk.canvas, id, { ...patchOf(def, row, desk.me), ...place(row, at), order }, byPerson)
    })
  })
  return ids
}

function patchOf(def: CanvasDef, row: IncomingRow, me: string): ItemPatch {
  const signed = def.kind === 'board' || def.kind === 'tree' ? { author: row.author ?? me } : {}
  const zone = row.zone ?? (def.kind === 'board' ? def.zones[0]?.key : undefined)
  const color = def.kind === 'board' ? def.zones.find(({ key }) => key === zone)?.color : undefined
  return {
    text: row.text,
    values: row.values,
    ...signed,
    ...(zone === undefined ? {} : { zone }),
    ...(color === undefined ? {} : { color }),
    ...(row.table === undefined ? {} : { table: row.table }),
    ...(row.link === undefined ? {} : { link: row.link }),
    ...(row.root === true ? { root: true } : {}),
  }
}

const folded = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('id')

/**
 * Where each row hangs: under the node it names, on the canvas or among the rows, else under the core. A second core becomes a cause, and
 * a row that would hang under itself, however far down, hangs under the core too.
 */
function treePlaces(
  there: readonly Item[],
  rows: readonly IncomingRow[],
  ids: readonly ItemId[],
): (row: IncomingRow, at: number) => ItemPatch {
  const tree = treeOf(there)
  const newCore = tree.core === null ? rows.findIndex((row) => row.role === 'core') : -1
  const core = tree.core?.id ?? ids[newCore] ?? null
  const byText = new Map<string, ItemId>()
  rows.forEach((row, at) => {
    const id = ids[at]
    if (id !== undefined && !byText.has(folded(row.text))) byText.set(folded(row.text), id)
  })
  const sides = new Map<ItemId, 'cause' | 'effect'>()
  for (const node of nodesOf([...tree.effects, ...tree.causes])) {
    sides.set(node.item.id, node.side)
    byText.set(folded(node.item.text), node.item.id)
  }
  if (tree.core !== null) byText.set(folded(tree.core.text), tree.core.id)
  const rowAt = new Map(ids.map((id, at) => [id, at]))
  const parents = rows.map((row) =>
    row.parent === undefined || row.parent.trim() === '' ? null : (byText.get(folded(row.parent)) ?? null),
  )
  const circles = (at: number): boolean => {
    const seen = new Set<number>()
    for (let now: number | undefined = at; now !== undefined; now = rowAt.get(parents[now] ?? ('' as ItemId)) /* no id is empty */) {
      if (seen.has(now)) return true
      seen.add(now)
    }
    return false
  }
  const kept = parents.map((parent, at) => (parent === null || circles(at) ? core : parent))
  const sideOf = (at: number): 'cause' | 'effect' => {
    const parent = kept[at] ?? null
    if (parent === null || parent === core) return rows[at]?.role === 'effect' ? 'effect' : 'cause'
    const row = rowAt.get(parent)
    return sides.get(parent) ?? (row === undefined ? 'cause' : sideOf(row))
  }
  return (_, at) => (at === newCore ? { role: 'core', parent: null } : { role: sideOf(at), parent: kept[at] ?? null })
}
