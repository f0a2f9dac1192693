/** Jejak: which note became which node, row, idea or paragraph. A link keeps the words it quoted, also after their source is gone. */
import type * as Y from 'yjs'
import type { LinkId } from '#shared/model/ids.ts'
import type { TrailEnd, TrailLink } from '#shared/model/lab.ts'
import { names } from './names.ts'
import type { Origin } from './origins.ts'
import { oneOf, recordOf, textOf } from './values.ts'

export function addLink(doc: Y.Doc, link: TrailLink, origin: Origin): void {
  const { id, ...rest } = link
  doc.transact(() => doc.getMap(names.trail).set(id, rest), origin)
}

export const removeLink = (doc: Y.Doc, id: LinkId, origin: Origin): void => doc.transact(() => doc.getMap(names.trail).delete(id), origin)

const readEnd = (value: unknown): TrailEnd | null => {
  const row = recordOf(value)
  const place = oneOf(row.place, ['item', 'field', 'section'] as const)
  return place === null
    ? null
    : {
        place,
        of: textOf(row.of),
        key: textOf(row.key),
        quote: textOf(row.quote),
      }
}

export function readTrail(doc: Y.Doc): readonly TrailLink[] {
  const links: TrailLink[] = []
  for (const [id, raw] of doc.getMap(names.trail)) {
    const row = recordOf(raw)
    const from = readEnd(row.from)
    const to = readEnd(row.to)
    if (from !== null && to !== null)
      links.push({
        id: id as LinkId /* the key it was put under */,
        from,
        to,
        by: textOf(row.by),
        at: textOf(row.at),
      })
  }
  return links.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
}
