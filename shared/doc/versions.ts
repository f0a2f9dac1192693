/** Kept versions of a proposal. A version is never changed once it is written; the oldest go when there are too many. */
import type * as Y from 'yjs'
import type { ProposalVersion } from '#shared/model/evidence.ts'
import type { VersionId } from '#shared/model/ids.ts'
import type { RichNode, Value } from '#shared/model/lab.ts'
import { names } from './names.ts'
import type { Origin } from './origins.ts'
import { plainOf, recordOf, textOf } from './values.ts'

/** Of one form; each holds the whole text, so they are not kept for ever. */
const mostVersions = 20

export function addVersion(doc: Y.Doc, version: ProposalVersion, origin: Origin): void {
  doc.transact(() => {
    const map = doc.getMap(names.versions)
    map.set(version.id, version)
    const old = readVersions(doc).filter(({ form }) => form === version.form)
    for (const one of old.slice(0, Math.max(0, old.length - mostVersions))) map.delete(one.id)
  }, origin)
}

export const removeVersion = (doc: Y.Doc, id: VersionId, origin: Origin): void =>
  doc.transact(() => doc.getMap(names.versions).delete(id), origin)

const richOf = (value: unknown): RichNode | null =>
  recordOf(value).type === 'doc' ? (value as RichNode) /* a whole document node, as it was written */ : null

function readVersion(id: string, raw: unknown): ProposalVersion {
  const row = recordOf(raw)
  const header: [string, Value][] = Object.entries(recordOf(row.header)).map(([key, value]) => [key, plainOf(value)])
  const sections = Object.entries(recordOf(row.sections)).flatMap(([key, value]) => {
    const rich = richOf(value)
    return rich === null ? [] : [[key, rich] as const]
  })
  return {
    id: id as VersionId /* the key it was put under */,
    form: textOf(row.form),
    kind: row.kind === 'submitted' ? 'submitted' : 'saved',
    label: textOf(row.label),
    by: textOf(row.by),
    at: textOf(row.at),
    header: Object.fromEntries(header),
    sections: Object.fromEntries(sections),
  }
}

/** Oldest first. */
export const readVersions = (doc: Y.Doc): readonly ProposalVersion[] =>
  [...doc.getMap(names.versions)]
    .map(([id, raw]) => readVersion(id, raw))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
