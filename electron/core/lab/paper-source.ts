/** Gathers what one print of a document is made of: the lab, what it is about, who signs, and the pictures that are really shown. */
import type { PictureFile } from '#core/documents/build/build.ts'
import type { PrintAbout, PrintFrame, PrintStore, StoredRef } from '#core/documents/print-task.ts'
import { isoNow, type Ports } from '#core/ports.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import type { DocumentPrint, DocumentSubject } from '#shared/api/documents.ts'
import type { OpenConvention } from '#shared/api/jury.ts'
import type { Pejabat } from '#shared/model/evidence.ts'
import { FaultError } from '#shared/model/faults.ts'
import type { InnovationId, LabId, PejabatId } from '#shared/model/ids.ts'
import type { DocumentDef, StageKey } from '#shared/model/pack.ts'
import type { Reward, Session } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { localDay } from '#shared/rules/dates.ts'
import { documentOf, type Packs } from '#shared/rules/packs.ts'
import { refuse } from './caller.ts'
import type { Library } from './library.ts'
import { awardsOf, conventionsIn } from './paper-conventions.ts'
import { type LabStock, stampOf } from './paper-known.ts'
import { readPicture } from './picture.ts'

export type SourceParts = {
  readonly workspace: Workspace
  readonly library: Library
  readonly shelf: { readonly packs: Packs }
  readonly ports: Ports
}

/** Lab, log and the lines of the index. Refuses with NOT_FOUND. */
export async function readStock({ library, workspace }: Pick<SourceParts, 'library' | 'workspace'>, id: string): Promise<LabStock> {
  const labId = id as LabId // checked against the id pattern at the door
  const frame = await library.frame(labId)
  if (frame === null) throw refuse('NOT_FOUND', 'lab', id)
  const all = await library.summaries(labId)
  return {
    ...frame,
    innovations: all.filter(({ archived }) => !archived),
    archived: all.filter(({ archived }) => archived),
    conventions: await conventionsIn(workspace, labId),
  }
}

/** The definition of a document. Refuses with NOT_FOUND. */
export function defOf(packs: Packs, kind: string): DocumentDef {
  const def = documentOf(packs, kind)
  if (def === undefined) throw refuse('NOT_FOUND', 'document', kind)
  return def
}

/** What one print is about, as the lists know it. */
export type Subject = {
  readonly innovation?: InnovationSummary | undefined
  readonly session?: Session | undefined
  readonly stage?: StageKey | undefined
  readonly reward?: Reward | undefined
  readonly convention?: OpenConvention | undefined
}

/** Looks up what is wanted. Refuses with NOT_FOUND when what the document is about is not there. */
export function subjectIn(def: DocumentDef, wanted: DocumentSubject, { log, innovations, archived, conventions }: LabStock): Subject {
  const isIt = ({ id }: InnovationSummary): boolean => id === wanted.innovation
  const innovation = def.scope === 'innovation' ? (innovations.find(isIt) ?? archived.find(isIt)) : undefined
  const session = log.sessions.find(({ id }) => id === wanted.session)
  const reward = log.rewards.find(({ id }) => id === wanted.reward)
  const convention = conventions.find((one) => one.convention.id === wanted.convention)
  if (def.scope === 'innovation' && innovation === undefined) throw refuse('NOT_FOUND', 'innovation', wanted.innovation ?? '')
  if (def.scope === 'session' && session === undefined) throw refuse('NOT_FOUND', 'session', wanted.session ?? '')
  if (def.scope === 'reward' && reward === undefined) throw refuse('NOT_FOUND', 'document', wanted.reward ?? '')
  if (def.scope === 'convention' && convention === undefined) throw refuse('NOT_FOUND', 'document', wanted.convention ?? '')
  return { innovation, session, reward, convention, stage: wanted.stage ?? session?.stage ?? def.stage }
}

const refOf = (one: InnovationSummary): StoredRef => ({
  id: one.id as InnovationId, // ids of the index are ids of innovations
  stamp: stampOf(one),
})

export const aboutOf = ({ innovation, session, stage, reward, convention }: Subject): PrintAbout => ({
  ...(innovation === undefined ? {} : { innovation: refOf(innovation) }),
  session: session?.id,
  stage,
  reward: reward?.id,
  ...(convention === undefined
    ? {}
    : { convention: { convention: convention.convention, sheets: convention.sheets, visitors: convention.visitors } }),
})

/** All that prints of one kind share. */
export function frameOf(
  def: DocumentDef,
  wanted: DocumentPrint,
  { lab, log, innovations, conventions }: LabStock,
  { ports }: Pick<SourceParts, 'ports'>,
): PrintFrame {
  return {
    def,
    lab,
    log,
    innovations: def.scope === 'innovation' ? [] : innovations.map(refOf),
    awards: def.scope === 'innovation' ? {} : awardsOf(conventions),
    language: wanted.language,
    paper: def.paper ?? wanted.paper ?? lab.paper,
    date: wanted.date ?? '',
    today: localDay(isoNow(ports.clock), lab.timeZone),
    ...(wanted.variant === undefined ? {} : { variant: wanted.variant }),
    ...(wanted.kop === undefined ? {} : { kop: wanted.kop }),
    // One that the lab does not know is left blank; those behind it keep their places.
    officials: (wanted.officials ?? []).map((id) => lab.officials.find((one) => one.id === id) ?? { ...nobody, id: id as PejabatId }), // checked against the id pattern at the door
  }
}

const nobody: Omit<Pejabat, 'id'> = { order: '', name: '', position: '', rank: '', nip: '', delegation: '', onBehalfOf: '' }

/** What the worker may ask for. Of a document about one innovation, one that does not open is a fault; a report goes on without it. */
export const storeFor = (def: DocumentDef, { library, workspace }: Pick<SourceParts, 'library' | 'workspace'>): PrintStore => ({
  async innovation(lab, id) {
    if (def.scope !== 'innovation') return library.state(lab, id).catch(() => null)
    const state = await library.state(lab, id)
    if (state === null) throw new FaultError({ kind: 'missing', file: id, detail: 'the document does not open' })
    return state
  },
  pictures: (lab, names) => readPictures(workspace, lab, names),
})

/** Those that are there and can be shown, by name. */
export async function readPictures(workspace: Workspace, lab: LabId, names: readonly string[]): Promise<ReadonlyMap<string, PictureFile>> {
  const pictures = new Map<string, PictureFile>()
  for (const name of new Set(names)) {
    const bytes = name === '' ? null : await workspace.readAttachment(lab, name)
    const picture = bytes === null ? null : readPicture(bytes)
    if (bytes !== null && picture !== null) pictures.set(name, { bytes, ...picture })
  }
  return pictures
}
