/** Which documents a lab or an innovation can have printed, and how complete each of them is. */
import { documentState } from '#core/documents/documents.ts'
import type { DocumentEntry, DocumentList } from '#shared/api/documents.ts'
import type { Innovation, Lab } from '#shared/model/lab.ts'
import type { DocumentDef, StageKey } from '#shared/model/pack.ts'
import type { LabLog, Reward, Session } from '#shared/model/session.ts'
import { allDocuments, methodOf, type Packs } from '#shared/rules/packs.ts'

export type ListSource = {
  readonly lab: Lab
  readonly log: LabLog | null
  /** Null for the documents of the lab. */
  readonly innovation: Innovation | null
  readonly innovations: readonly Innovation[]
  readonly packs: Packs
}

type Subject = { readonly innovation?: Innovation; readonly session?: Session; readonly stage?: StageKey; readonly reward?: Reward }

export function listDocuments(source: ListSource): DocumentList {
  const defs = allDocuments(source.packs)
  if (source.innovation !== null) {
    const { innovation } = source
    return {
      entries: defs.filter(({ scope }) => scope === 'innovation').map((def) => entry(def, { innovation }, source)),
      ofInnovations: [],
    }
  }
  return {
    entries: defs.flatMap((def) => subjectsOf(def, source).map((subject) => entry(def, subject, source))),
    ofInnovations: defs.filter(({ scope }) => scope === 'innovation').map((def) => countOf(def, source)),
  }
}

function subjectsOf(def: DocumentDef, { lab, log, packs }: ListSource): readonly Subject[] {
  switch (def.scope) {
    case 'lab':
      return [{}]
    case 'stage':
      return (methodOf(packs, lab.method)?.stages ?? []).map(({ key }) => ({ stage: key }))
    case 'session':
      return (log?.sessions ?? []).filter(({ template }) => !template).map((session) => ({ session }))
    case 'reward':
      return (log?.rewards ?? []).map((reward) => ({ reward }))
    case 'innovation':
      return []
  }
}

const entry = (def: DocumentDef, subject: Subject, { lab, log, packs, innovations }: ListSource): DocumentEntry => ({
  kind: def.id,
  scope: def.scope,
  innovation: subject.innovation?.id ?? null,
  session: subject.session?.id ?? null,
  stage: subject.stage ?? null,
  reward: subject.reward?.id ?? null,
  ...documentState(def, { lab, packs, innovations, ...(log === null ? {} : { log }), ...subject }),
  exportedAt: null,
  changed: false,
})

function countOf(def: DocumentDef, { lab, packs, innovations }: ListSource): DocumentList['ofInnovations'][number] {
  const states = innovations.filter(({ archived }) => !archived).map((innovation) => documentState(def, { lab, packs, innovation }).state)
  return {
    kind: def.id,
    all: states.length,
    ready: states.filter((state) => state === 'siap').length,
    begun: states.filter((state) => state === 'kurang').length,
    exported: 0,
    changed: 0,
  }
}
