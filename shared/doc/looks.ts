/** What coaches last saw of the forms, so that the next look shows what changed since. */
import type * as Y from 'yjs'
import type { Look } from '#shared/model/lab.ts'
import { names } from './names.ts'
import type { Origin } from './origins.ts'
import { assign, recordOf, textOf } from './values.ts'

export function setLook(doc: Y.Doc, of: string, look: Look, origin: Origin): void {
  doc.transact(() => assign(doc.getMap(names.looks), { [of]: look }), origin)
}

export function readLooks(doc: Y.Doc): Readonly<Record<string, Look>> {
  const found: [string, Look][] = []
  for (const [of, raw] of doc.getMap(names.looks)) {
    const row = recordOf(raw)
    const answers = Object.fromEntries(Object.entries(recordOf(row.answers)).map(([key, value]) => [key, textOf(value)]))
    found.push([of, { by: textOf(row.by), at: textOf(row.at), answers }])
  }
  return Object.fromEntries(found)
}
