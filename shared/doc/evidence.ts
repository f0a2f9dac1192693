/** Evidence of an innovation and the levels it claims: rows that several people may add and change at once. */
import type * as Y from 'yjs'
import { type Evidence, type EvidenceTarget, evidenceStates, type IndicatorClaim, targetKinds } from '#shared/model/evidence.ts'
import type { EvidenceId } from '#shared/model/ids.ts'
import { names } from './names.ts'
import { byOrder } from './order.ts'
import type { Origin } from './origins.ts'
import { putRow, removeRow, rowsOf } from './rows.ts'
import { type AnyMap, numberOf, oneOf, recordOf, textOf } from './values.ts'

/** Adds evidence or changes the given parts of it. Targets are replaced whole. */
export const putEvidence = (doc: Y.Doc, id: EvidenceId, evidence: Partial<Omit<Evidence, 'id'>>, origin: Origin): void =>
  putRow(doc, names.evidence, id, evidence, origin, ['note'])
export const removeEvidence = (doc: Y.Doc, id: EvidenceId, origin: Origin): void => removeRow(doc, names.evidence, id, origin)

const readTargets = (value: unknown): readonly EvidenceTarget[] =>
  (Array.isArray(value) ? value : []).flatMap((raw: unknown) => {
    const row = recordOf(raw)
    const kind = oneOf(row.kind, targetKinds)
    if (kind === null || textOf(row.of) === '' || textOf(row.key) === '') return []
    return [{ kind, of: textOf(row.of), key: textOf(row.key), level: numberOf(row.level) ?? 0, basis: textOf(row.basis) }]
  })

export const readOneEvidence = (id: string, row: AnyMap): Evidence => ({
  id: id as EvidenceId /* the key it was put under */,
  order: textOf(row.get('order')),
  title: textOf(row.get('title')),
  file: textOf(row.get('file')),
  link: textOf(row.get('link')),
  date: textOf(row.get('date')),
  note: textOf(row.get('note')),
  targets: readTargets(row.get('targets')),
  state: oneOf(row.get('state'), evidenceStates) ?? 'belum',
  by: textOf(row.get('by')),
  at: textOf(row.get('at')),
})

export const readEvidence = (doc: Y.Doc): readonly Evidence[] =>
  rowsOf(doc, names.evidence)
    .map(([id, row]) => readOneEvidence(id, row))
    .sort(byOrder)

/** Changes what the team says of one indicator of a set. */
export const putClaim = (doc: Y.Doc, set: string, indicator: string, claim: Partial<IndicatorClaim>, origin: Origin): void =>
  putRow(doc, names.maturity(set), indicator, claim, origin, ['note'])

const levelOf = (value: unknown): number => Math.min(3, Math.max(0, Math.trunc(numberOf(value) ?? 0)))

/** Sets nobody touched are absent. */
export function readMaturity(doc: Y.Doc): Readonly<Record<string, Readonly<Record<string, IndicatorClaim>>>> {
  const found: Record<string, Record<string, IndicatorClaim>> = {}
  for (const name of [...doc.share.keys()].sort()) {
    const [kind, set] = name.split('/')
    if (kind !== 'maturity' || set === undefined) continue
    const claims = rowsOf(doc, names.maturity(set)).map(
      ([key, row]) => [key, { level: levelOf(row.get('level')), basis: textOf(row.get('basis')), note: textOf(row.get('note')) }] as const,
    )
    if (claims.length > 0) found[set] = Object.fromEntries(claims.sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return found
}
