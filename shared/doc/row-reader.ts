/** Reads parts of a document again and again, each only after an event named it; what did not change is the same object as before. */
import * as Y from 'yjs'
import { rowMap } from './rows.ts'
import type { AnyMap } from './values.ts'

/** A part of a document that is followed until `stop`. `read` gives the same object until something in it changed. */
export type Part<T> = { readonly read: () => T; readonly stop: () => void }

/** A list of rows, read row by row. */
export function rowsPart<R extends object>(
  doc: Y.Doc,
  list: string,
  readRow: (id: string, row: AnyMap) => R,
  compare: (a: R, b: R) => number,
): Part<readonly R[]> {
  const map = rowMap(doc, list)
  const known = new Map<string, R>()
  const dirty = new Set(map.keys())
  let sorted: readonly R[] = []

  const hear = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      const [first] = event.path
      if (first !== undefined) dirty.add(String(first))
      else for (const key of event.keys.keys()) dirty.add(key)
    }
  }
  const read = (): readonly R[] => {
    if (dirty.size === 0) return sorted
    let changed = false
    for (const id of dirty) {
      const row = map.get(id)
      const was = known.get(id)
      const now = row instanceof Y.Map ? readRow(id, row) : undefined
      if (now === undefined) changed = known.delete(id) || changed
      else if (was === undefined || !alike(was, now)) {
        known.set(id, now)
        changed = true
      }
    }
    dirty.clear()
    if (changed) sorted = [...known.values()].sort(compare)
    return sorted
  }
  map.observeDeep(hear)
  return { read, stop: () => map.unobserveDeep(hear) }
}

/** A flat map, read whole after each change of it. @param but keys whose changes alone are no news */
export function mapPart<T>(map: AnyMap, readAll: () => T, but: readonly string[] = []): Part<T> {
  let value: { readonly of: T } | null = null
  const hear = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const isNews = events.some((event) => event.path.length > 0 || [...event.keys.keys()].some((key) => !but.includes(key)))
    if (isNews) value = null
  }
  map.observeDeep(hear)
  return {
    read: () => {
      value ??= { of: readAll() }
      return value.of
    },
    stop: () => map.unobserveDeep(hear),
  }
}

/** Equal in every part; parts that are objects are equal only when they are the same. */
export function alike(a: object, b: object): boolean {
  const one = Object.entries(a)
  const other = new Map(Object.entries(b))
  return one.length === other.size && one.every(([key, value]) => other.has(key) && Object.is(value, other.get(key)))
}
