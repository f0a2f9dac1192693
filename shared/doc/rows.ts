/** Lists of named rows in a document: a Y.Map of Y.Maps, so that two people may add and change rows at once. */
import * as Y from 'yjs'
import type { Origin } from './origins.ts'
import { type AnyMap, assign, writeText } from './values.ts'

export const rowMap = (doc: Y.Doc, list: string): Y.Map<AnyMap> => doc.getMap(list)

/**
 * Adds a row or changes the given parts of it. Strings under the keys of `written` live in Y.Texts, so that two people can type in
 * the same one; all else is replaced whole.
 */
export function putRow(
  doc: Y.Doc,
  list: string,
  id: string,
  patch: Readonly<Record<string, unknown>>,
  origin: Origin,
  written: readonly string[] = [],
): void {
  doc.transact(() => {
    const map = rowMap(doc, list)
    let row = map.get(id)
    if (!(row instanceof Y.Map)) {
      row = new Y.Map()
      map.set(id, row)
    }
    const plain = Object.fromEntries(Object.entries(patch).filter(([key]) => !written.includes(key)))
    assign(row, plain)
    for (const key of written) {
      const next = patch[key]
      if (typeof next !== 'string') continue
      const known = row.get(key)
      if (known instanceof Y.Text) writeText(known, next)
      else row.set(key, new Y.Text(next))
    }
  }, origin)
}

export function removeRow(doc: Y.Doc, list: string, id: string, origin: Origin): void {
  doc.transact(() => rowMap(doc, list).delete(id), origin)
}

/** Every row with its id, in no order. */
export function rowsOf(doc: Y.Doc, list: string): readonly (readonly [string, AnyMap])[] {
  const found: (readonly [string, AnyMap])[] = []
  for (const [id, row] of rowMap(doc, list)) if (row instanceof Y.Map) found.push([id, row])
  return found
}

/** A list of strings; anything else in it is left out. */
export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
