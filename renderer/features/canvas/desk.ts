/** What every edit of a canvas needs. Edits are plain functions over a Y.Doc, so the picture and the outline use the same ones. */
import * as Y from 'yjs'
import { itemsMap } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'

export type Desk = {
  readonly doc: Y.Doc
  /** Id of the canvas definition. */
  readonly canvas: string
  /** Who sits here; signs new items and owns the votes. */
  readonly me: string
  readonly newId: () => ItemId
}

/** All of `change` as one change of this person. */
export const asOne = (desk: Desk, change: () => void): void => desk.doc.transact(change, byPerson)

/**
 * Removes items and gives a function that puts exactly these back, with their texts and the votes of everybody. What named them as
 * parent or cluster is left as it is, so it finds them again.
 */
export function removeForNow(desk: Desk, ids: readonly ItemId[]): () => void {
  const map = itemsMap(desk.doc, desk.canvas)
  const kept = ids.flatMap((id) => {
    const item = map.get(id)
    return item instanceof Y.Map ? [{ id, entries: [...item].map(([key, value]) => [key, frozen(value)] as const) }] : []
  })
  asOne(desk, () => {
    for (const { id } of kept) map.delete(id)
  })
  return () =>
    asOne(desk, () => {
      for (const { id, entries } of kept) {
        if (map.has(id)) continue
        const item = new Y.Map<unknown>()
        map.set(id, item)
        for (const [key, value] of entries) item.set(key, value instanceof Written ? new Y.Text(value.text) : value)
      }
    })
}

class Written {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
const frozen = (value: unknown): unknown => (value instanceof Y.Text ? new Written(value.toString()) : value)

/** One line of text per item: trimmed, list marks such as `-` and `1.` taken off, empty lines left out. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim().replace(/^(?:[-*•–]|\d{1,3}[.)])\s+/u, ''))
    .filter((line) => line !== '')

/** The items before and after the place `steps` further along; null at the ends. */
export function neighbours(sorted: readonly Item[], id: ItemId, steps: -1 | 1): { before: Item | null; after: Item | null } | null {
  const at = sorted.findIndex((item) => item.id === id)
  const to = at + steps
  if (at < 0 || to < 0 || to >= sorted.length) return null
  return steps < 0
    ? { before: sorted[to - 1] ?? null, after: sorted[to] ?? null }
    : { before: sorted[to] ?? null, after: sorted[to + 1] ?? null }
}
