/** What a batch can be about, and which of it is left after somebody narrowed it down. */
import type { DocumentEntry, DocumentList } from '#shared/api/documents.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'

/** One thing that can be printed. */
export type Candidate = {
  readonly id: string
  readonly name: string
  /** Below the name: its unit. */
  readonly small: string
  readonly unit: string | null
  readonly stage: string
  /** Null while it is not known yet. */
  readonly entry: DocumentEntry | null
}

export const whiches = ['all', 'ready', 'changed'] as const
export type Which = (typeof whiches)[number]

/** Empty means all, for unit and stage; `none` is for innovations without a unit. */
export type Narrowing = { readonly which: Which; readonly unit: string; readonly stage: string }
export const noUnit = 'none'

export const isLeft = ({ entry, unit, stage }: Candidate, by: Narrowing): boolean =>
  (by.which === 'all' || (by.which === 'ready' ? entry?.state === 'siap' : entry?.changed === true)) &&
  (by.unit === '' || (unit ?? noUnit) === by.unit) &&
  (by.stage === '' || stage === by.stage)

type Names = { readonly unitOf: (id: string | null) => string; readonly aboutOf: (entry: DocumentEntry) => string }

/** @param entries of the kind, where they are known; innovations are listed without as well */
export function candidatesOf(
  def: DocumentDef | undefined,
  innovations: readonly InnovationSummary[],
  entries: readonly DocumentEntry[],
  { unitOf, aboutOf }: Names,
): readonly Candidate[] {
  if (def === undefined) return []
  if (def.scope !== 'innovation')
    return entries.map((entry) => ({
      id: entry.session ?? entry.stage ?? entry.reward ?? entry.convention ?? 'lab',
      name: aboutOf(entry),
      small: '',
      unit: null,
      stage: entry.stage ?? '',
      entry,
    }))
  const known = new Map(entries.map((entry) => [entry.innovation, entry]))
  return innovations
    .map(({ id, name, unit, stage }) => ({ id, name, small: unitOf(unit), unit, stage, entry: known.get(id) ?? null }))
    .sort(
      (a, b) =>
        (a.small === '' ? 1 : 0) - (b.small === '' ? 1 : 0) || a.small.localeCompare(b.small, 'id') || a.name.localeCompare(b.name, 'id'),
    )
}

/** Kinds of documents of which there can be many, in the order of the list. */
export function manyKinds({ entries, ofInnovations }: DocumentList): readonly string[] {
  const kinds = [...ofInnovations.map(({ kind }) => kind), ...entries.filter(({ scope }) => scope !== 'lab').map(({ kind }) => kind)]
  return [...new Set(kinds)]
}
