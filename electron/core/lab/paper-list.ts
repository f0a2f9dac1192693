/** Which documents a lab or an innovation can have printed, how complete each of them is, and which changed since they were exported. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { DocumentEntry, DocumentList, DocumentSubject } from '#shared/api/documents.ts'
import type { DocumentDef, Pack } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { type DocumentState, documentStateOfSummary } from '#shared/rules/document-state.ts'
import { allDocuments, methodOf, type Packs } from '#shared/rules/packs.ts'
import { countsOf } from './paper-conventions.ts'
import { type LabStock, madeOf } from './paper-known.ts'
import { type ExportRecord, subjectKey } from './paper-records.ts'
import type { Subject } from './paper-source.ts'

export type ListSource = LabStock & {
  readonly packs: Packs
  readonly awards: Readonly<Record<string, number>>
  readonly find: (kind: string, subject: string) => Promise<ExportRecord | null>
}

/** What one print of the document can be about. */
export function subjectsOf(def: DocumentDef, source: LabStock & { readonly packs: Packs }): readonly Subject[] {
  const { lab, log, packs, innovations } = source
  switch (def.scope) {
    case 'lab':
      return [{}]
    case 'stage':
      return (methodOf(packs, lab.method)?.stages ?? []).map(({ key }) => ({ stage: key }))
    case 'session':
      return log.sessions
        .filter(({ template, stage }) => !template && (def.onlyStage !== true || stage === def.stage))
        .map((session) => ({ session }))
    case 'reward':
      return log.rewards.map((reward) => ({ reward }))
    case 'convention':
      return source.conventions.map((convention) => ({ convention }))
    case 'innovation':
      return innovations.map((innovation) => ({ innovation }))
  }
}

export const idsOf = ({ innovation, session, stage, reward, convention }: Subject): DocumentSubject => ({
  ...(innovation === undefined ? {} : { innovation: innovation.id }),
  ...(session === undefined ? {} : { session: session.id }),
  ...(stage === undefined ? {} : { stage }),
  ...(reward === undefined ? {} : { reward: reward.id }),
  ...(convention === undefined ? {} : { convention: convention.convention.id }),
})

/** Official papers first, examples of how a region makes its own last; within a pack in its order. */
const documentsInOrder = (packs: Packs): readonly DocumentDef[] => allDocuments([...packs].sort((a, b) => rankOf(a) - rankOf(b)))

/** By ids of shipped packs; own ones stand in the middle. */
const rankOf = ({ head }: Pack): number => (head.id.startsWith('naskah-') ? 0 : head.id === 'daerah-contoh' ? 2 : 1)

/** Of everything but single innovations, and how many innovations have each of theirs. */
export async function listOfLab(source: ListSource): Promise<DocumentList> {
  const entries: DocumentEntry[] = []
  const ofInnovations: DocumentList['ofInnovations'] = []
  for (const def of documentsInOrder(source.packs)) {
    if (def.scope === 'innovation') ofInnovations.push(count(def.id, await entriesOf(def, source)))
    else entries.push(...(await entriesOf(def, source)))
    // Whoever else asks something gets an answer between two kinds of documents.
    await breathe()
  }
  return { entries, ofInnovations }
}

/** One kind of document, for everything it can be about. */
export const listOfKind = async (def: DocumentDef, source: ListSource): Promise<DocumentList> => ({
  entries: await entriesOf(def, source),
  ofInnovations: [],
})

export async function listOfInnovation(innovation: InnovationSummary, source: ListSource): Promise<DocumentList> {
  const entries: DocumentEntry[] = []
  for (const def of documentsInOrder(source.packs)) if (def.scope === 'innovation') entries.push(await entry(def, { innovation }, source))
  return { entries, ofInnovations: [] }
}

async function entriesOf(def: DocumentDef, source: ListSource): Promise<DocumentEntry[]> {
  const entries: DocumentEntry[] = []
  for (const subject of subjectsOf(def, source)) entries.push(await entry(def, subject, source))
  return entries
}

async function entry(def: DocumentDef, subject: Subject, source: ListSource): Promise<DocumentEntry> {
  const ids = idsOf(subject)
  const exported = await source.find(def.id, subjectKey(def, ids))
  return {
    kind: def.id,
    scope: def.scope,
    innovation: ids.innovation ?? null,
    session: ids.session ?? null,
    stage: ids.stage ?? null,
    reward: ids.reward ?? null,
    convention: ids.convention ?? null,
    ...stateOf(def, subject, source),
    exportedAt: exported?.at ?? null,
    changed: exported !== null && exported.made !== madeOf(def, subject, source),
  }
}

function stateOf(def: DocumentDef, { convention: open, ...subject }: Subject, source: ListSource): DocumentState {
  const { lab, log, packs, innovations, awards } = source
  if (def.scope === 'innovation') return documentStateOfSummary(def, { lab, log, packs, ...subject })
  const judged = open === undefined ? {} : { convention: open.convention, judged: countsOf(open) }
  return documentStateOfSummary(def, { lab, log, packs, innovations, awards, ...subject, ...judged })
}

/** How far along a kind of document is over all innovations. */
function count(kind: string, entries: readonly DocumentEntry[]): DocumentList['ofInnovations'][number] {
  return {
    kind,
    all: entries.length,
    ready: entries.filter(({ state }) => state === 'siap').length,
    begun: entries.filter(({ state }) => state === 'kurang').length,
    exported: entries.filter(({ exportedAt }) => exportedAt !== null).length,
    changed: entries.filter(({ changed }) => changed).length,
  }
}
