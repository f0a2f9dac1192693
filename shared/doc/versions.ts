/** Kept versions of a proposal. A version is never changed once it is written; the oldest go when there are too many. */
import type * as Y from 'yjs'
import type { ProposalVersion } from '#shared/model/evidence.ts'
import type { VersionId } from '#shared/model/ids.ts'
import type { Proposal, RichNode, Value } from '#shared/model/lab.ts'
import { names } from './names.ts'
import type { Origin } from './origins.ts'
import { readProposals, sectionFragment, setHeader } from './proposal.ts'
import { patchRich, shapeOf } from './rich-patch.ts'
import { readTrail } from './trail.ts'
import { plainOf, recordOf, textOf } from './values.ts'

/** Of one form; each holds the whole text, so they are not kept for ever. */
const mostVersions = 20

/** Where there are too many, those that were handed in stay longest. */
export function addVersion(doc: Y.Doc, version: ProposalVersion, origin: Origin): void {
  doc.transact(() => {
    const map = doc.getMap(names.versions)
    map.set(version.id, version)
    const all = readVersions(doc).filter(({ form }) => form === version.form)
    const leave = [...all.filter(({ kind }) => kind === 'saved'), ...all.filter(({ kind }) => kind === 'submitted')].filter(
      ({ id }) => id !== version.id,
    )
    for (const one of leave.slice(0, Math.max(0, all.length - mostVersions))) map.delete(one.id)
  }, origin)
}

export const removeVersion = (doc: Y.Doc, id: VersionId, origin: Origin): void =>
  doc.transact(() => doc.getMap(names.versions).delete(id), origin)

export type VersionContent = Pick<Proposal, 'header' | 'sections'>

/** Whether a reader would find the same in both. */
export function sameContent(one: VersionContent, other: VersionContent): boolean {
  const shape = ({ header, sections }: VersionContent): string =>
    JSON.stringify([
      Object.entries(header)
        .filter(([, value]) => value !== null && value !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      Object.entries(sections)
        .filter(([, node]) => (node.content ?? []).length > 0)
        .map(([key, node]) => [key, shapeOf(node)])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ])
  return shape(one) === shape(other)
}

const nothing: VersionContent = { header: {}, sections: {} }

/**
 * Keeps the proposal as it stands now.
 * @returns false, and keeps nothing, when the newest version says the same already and has the same kind and label
 */
export function keepVersion(doc: Y.Doc, wish: Omit<ProposalVersion, 'header' | 'sections'>, origin: Origin): boolean {
  const { header, sections } = readProposals(doc)[wish.form] ?? nothing
  const last = readVersions(doc).findLast(({ form }) => form === wish.form)
  const same = last !== undefined && sameContent(last, { header, sections })
  if (same && last.kind === wish.kind && (wish.label === '' || wish.label === last.label)) return false
  addVersion(doc, { ...wish, header, sections }, origin)
  return true
}

export type Restored = {
  readonly sections: readonly string[]
  /** The head of the form too. */
  readonly header: boolean
}

/**
 * Brings those parts of the proposal back to what the version says, in one transaction. What did not change since stays the very same
 * text, with the cursors in it. Words keep their source only where the trail still knows the link.
 */
export function restoreVersion(doc: Y.Doc, version: ProposalVersion, { sections, header }: Restored, origin: Origin): void {
  const links = new Set<string>(readTrail(doc).map(({ id }) => id))
  doc.transact(() => {
    for (const key of sections)
      patchRich(sectionFragment(doc, version.form, key), withLinks(version.sections[key] ?? { type: 'doc', content: [] }, links))
    if (!header) return
    const now = readProposals(doc)[version.form]?.header ?? {}
    for (const key of new Set([...Object.keys(now), ...Object.keys(version.header)]))
      setHeader(doc, version.form, key, version.header[key] ?? null, origin)
  }, origin)
}

function withLinks(node: RichNode, known: ReadonlySet<string>): RichNode {
  const marks = node.marks?.filter(({ type, attrs }) => type !== 'source' || known.has(String(attrs?.['link'] ?? '')))
  return {
    ...node,
    ...(node.content === undefined ? {} : { content: node.content.map((child) => withLinks(child, known)) }),
    ...(node.marks === undefined ? {} : { marks }),
  }
}

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
