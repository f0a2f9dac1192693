/** A pack as an office's own: everything in it gets ids of its own, so that the one it came from stays beside it. */
import type { DocumentDef, IndicatorSet, Pack, PackHead, ProposalDef, RubricDef } from '#shared/model/pack.ts'
import { say } from '#shared/text/messages.ts'
import { packText } from '#shared/text/packs.ts'

export type OwnParts = {
  readonly head: PackHead
  readonly forms: readonly ProposalDef[]
  readonly indicators: readonly IndicatorSet[]
  readonly documents: readonly DocumentDef[]
  readonly rubrics: readonly RubricDef[]
}

/** Methods and canvases stay where they are: they are named by id, and a copy of them would compete with the first. */
export function copyPack(from: Pack, id: string, title: string): OwnParts {
  const names = (defs: readonly { readonly id: string }[]) => new Map(defs.map((def) => [def.id, renamed(def.id, from.head.id, id)]))
  // Documents have ids of their own: one may be called as the canvas it prints, which is not copied.
  const contents = names([...from.forms, ...from.indicators])
  const papers = names(from.documents)
  const known = (old: string): string => contents.get(old) ?? old
  const maybe = <K extends string>(key: K, old: string | undefined, among: ReadonlyMap<string, string>) =>
    old === undefined ? {} : ({ [key]: among.get(old) ?? old } as Record<K, string>) // one key, one value
  return {
    head: {
      ...from.head,
      id,
      version: 1,
      title: { id: title, en: title },
      status: 'unverified',
      source: copied(from),
    },
    forms: from.forms.map((form) => ({
      ...form,
      id: known(form.id),
      status: 'unverified' as const,
      statements: form.statements.map((statement) => ({ ...statement, ...maybe('document', statement.document, papers) })),
    })),
    indicators: from.indicators.map((set) => ({
      ...set,
      id: known(set.id),
      status: 'unverified' as const,
      ...maybe('profile', set.profile, contents),
    })),
    documents: from.documents.map((document) => ({
      ...document,
      id: papers.get(document.id) ?? document.id,
      status: 'unverified' as const,
      of: document.builder === 'proposal' || document.builder === 'profile' ? known(document.of) : document.of,
    })),
    // Nothing in a pack names a rubric: a convention takes its own copy along.
    rubrics: from.rubrics.map((rubric) => ({ ...rubric, id: renamed(rubric.id, from.head.id, id), status: 'unverified' as const })),
  }
}

/** `kipp-2022-tujuh` of pack `kipp-2022` becomes `kipp-solok-tujuh`; an id that does not begin with its pack's gets the new one in front. */
const renamed = (id: string, from: string, to: string): string =>
  id.startsWith(`${from}-`) ? `${to}${id.slice(from.length)}` : `${to}-${id}`

function copied({ head }: Pack): PackHead['source'] {
  const line = (language: 'id' | 'en'): string =>
    `${say(packText.copiedFrom, language, { title: head.title[language], id: head.id, version: head.version })} ${head.source[language]}`
  return { id: line('id'), en: line('en') }
}
