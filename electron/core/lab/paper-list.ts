/** Which documents a lab or an innovation can have printed, how complete each of them is, and which changed since they were exported. */
import { setImmediate as breathe } from 'node:timers/promises'
import { type DocumentState, documentState } from '#core/documents/documents.ts'
import type { DocumentEntry, DocumentList, DocumentSubject } from '#shared/api/documents.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { DocumentDef, StageKey } from '#shared/model/pack.ts'
import type { Reward, Session } from '#shared/model/session.ts'
import { allDocuments, methodOf, type Packs } from '#shared/rules/packs.ts'
import {
  digestOf,
  digestOfFrame,
  digestOfLab,
  type KnownInnovation,
  type KnownLab,
  madeOfInnovation,
  madeOfLab,
  madeOfSession,
} from './paper-known.ts'
import { type ExportRecord, subjectKey } from './paper-records.ts'

export type ListSource = KnownLab & {
  readonly packs: Packs
  readonly find: (kind: string, subject: string) => Promise<ExportRecord | null>
}

export type Subject = {
  readonly innovation?: KnownInnovation
  readonly session?: Session
  readonly stage?: StageKey
  readonly reward?: Reward
}

/** What one print of the document can be about; of innovations all that open. */
export function subjectsOf(def: DocumentDef, source: Pick<ListSource, 'lab' | 'log' | 'packs' | 'innovations'>): readonly Subject[] {
  const { lab, log, packs, innovations } = source
  switch (def.scope) {
    case 'lab':
      return [{}]
    case 'stage':
      return (methodOf(packs, lab.method)?.stages ?? []).map(({ key }) => ({ stage: key }))
    case 'session':
      return log.sessions.filter(({ template }) => !template).map((session) => ({ session }))
    case 'reward':
      return log.rewards.map((reward) => ({ reward }))
    case 'innovation':
      return innovations.map((innovation) => ({ innovation }))
  }
}

export const idsOf = ({ innovation, session, stage, reward }: Subject): DocumentSubject => ({
  ...(innovation === undefined ? {} : { innovation: innovation.value.id }),
  ...(session === undefined ? {} : { session: session.id }),
  ...(stage === undefined ? {} : { stage }),
  ...(reward === undefined ? {} : { reward: reward.id }),
})

/** Of everything but single innovations, and how many innovations have each of theirs. */
export async function listOfLab(source: ListSource): Promise<DocumentList> {
  const defs = allDocuments(source.packs)
  const whole = digestOfLab(source)
  const entries: DocumentEntry[] = []
  const ofInnovations: DocumentList['ofInnovations'] = []
  for (const def of defs) {
    if (def.scope === 'innovation') ofInnovations.push(count(def.id, await entriesOf(def, source, whole)))
    else entries.push(...(await entriesOf(def, source, whole)))
    // Whoever else asks something gets an answer between two kinds of documents.
    await breathe()
  }
  return { entries, ofInnovations }
}

/** One kind of document, for everything it can be about. */
export const listOfKind = async (def: DocumentDef, source: ListSource): Promise<DocumentList> => ({
  entries: await entriesOf(def, source, digestOfLab(source)),
  ofInnovations: [],
})

export async function listOfInnovation(innovation: Innovation, source: Omit<ListSource, 'innovations' | 'unread'>): Promise<DocumentList> {
  const one = { innovation: { value: innovation, digest: digestOf(innovation) } }
  const entries: DocumentEntry[] = []
  for (const def of allDocuments(source.packs))
    if (def.scope === 'innovation') entries.push(await entry(def, one, { ...source, innovations: [], unread: [] }, ''))
  return { entries, ofInnovations: [] }
}

async function entriesOf(def: DocumentDef, source: ListSource, whole: string): Promise<DocumentEntry[]> {
  const entries: DocumentEntry[] = []
  for (const subject of subjectsOf(def, source)) entries.push(await entry(def, subject, source, whole))
  return entries
}

async function entry(def: DocumentDef, subject: Subject, source: ListSource, whole: string): Promise<DocumentEntry> {
  const ids = idsOf(subject)
  const exported = await source.find(def.id, subjectKey(def, ids))
  return {
    kind: def.id,
    scope: def.scope,
    innovation: ids.innovation ?? null,
    session: ids.session ?? null,
    stage: ids.stage ?? null,
    reward: ids.reward ?? null,
    ...stateOf(def, subject, source, whole),
    exportedAt: exported?.at ?? null,
    changed: exported !== null && exported.made !== madeOf(def, subject, source, whole),
  }
}

/** Digest of what a document is made of now. */
export function madeOf(def: DocumentDef, subject: Subject, { lab, log }: Pick<KnownLab, 'lab' | 'log'>, whole: string): string {
  if (subject.innovation !== undefined) return madeOfInnovation(def, lab, subject.innovation.digest)
  if (subject.session !== undefined) return madeOfSession(def, lab, log, subject.session)
  return madeOfLab(def, whole)
}

/** By innovation: the list is asked for after each save, and 200 innovations with their words take their time. */
const states = new WeakMap<Innovation, { readonly lab: string; readonly packs: Packs; readonly byKind: Map<string, DocumentState> }>()

/** Of everything else by what it is about; worked out again only when something in the lab differs. */
const wholeStates = new Map<string, { readonly whole: string; readonly packs: Packs; readonly state: DocumentState }>()

function stateOf(def: DocumentDef, { innovation, ...subject }: Subject, source: ListSource, whole: string): DocumentState {
  const { lab, log, packs, innovations } = source
  if (innovation === undefined) {
    const key = [lab.id, def.id, subjectKey(def, idsOf(subject))].join(' ')
    const known = wholeStates.get(key)
    if (known?.whole === whole && known.packs === packs) return known.state
    const state = documentState(def, { lab, log, packs, innovations: innovations.map(({ value }) => value), ...subject })
    wholeStates.set(key, { whole, packs, state })
    return state
  }
  const stamp = digestOfFrame(lab)
  const before = states.get(innovation.value)
  const known = before?.lab === stamp && before.packs === packs ? before : { lab: stamp, packs, byKind: new Map<string, DocumentState>() }
  states.set(innovation.value, known)
  const state = known.byKind.get(def.id) ?? documentState(def, { lab, log, packs, innovation: innovation.value })
  known.byKind.set(def.id, state)
  return state
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
