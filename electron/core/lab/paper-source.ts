/** Gathers what one print of a document is built from: the lab, what it is about, who signs, and the pictures that are really shown. */
import { setImmediate as breathe } from 'node:timers/promises'
import { buildDocument, type DocumentSource, type PictureFile } from '#core/documents/build/build.ts'
import { isoNow, type Ports } from '#core/ports.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import type { DocumentWanted } from '#shared/api/documents.ts'
import type { Pejabat } from '#shared/model/evidence.ts'
import type { InnovationId, LabId, PejabatId } from '#shared/model/ids.ts'
import type { Innovation, Lab } from '#shared/model/lab.ts'
import type { Outline } from '#shared/model/outline.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import type { LabLog } from '#shared/model/session.ts'
import { localDay } from '#shared/rules/dates.ts'
import { documentOf, type Packs } from '#shared/rules/packs.ts'
import { refuse } from './caller.ts'
import type { Library } from './library.ts'
import { readPicture } from './picture.ts'

export type SourceParts = {
  readonly workspace: Workspace
  readonly library: Library
  readonly shelf: { readonly packs: Packs }
  readonly ports: Ports
}

export type Printed = { readonly def: DocumentDef; readonly from: DocumentSource; readonly outline: Outline }

/** What a lab holds, read once for many prints. */
export type LabStock = { readonly lab: Lab; readonly log: LabLog; readonly innovations: readonly Innovation[] }

/** Lab and log without any innovation. Refuses with NOT_FOUND. */
export async function readFrame({ library }: Pick<SourceParts, 'library'>, id: string): Promise<LabStock> {
  const labId = id as LabId // checked against the id pattern at the door
  const lab = await library.lab(labId)
  const log = await library.log(labId)
  if (lab === null || log === null) throw refuse('NOT_FOUND', 'lab', id)
  return { lab, log, innovations: [] }
}

/** Everything of a lab that documents read. One that does not open is left out: it is among the faults. Refuses with NOT_FOUND. */
export async function readStock({ library }: Pick<SourceParts, 'library'>, id: string): Promise<LabStock> {
  const frame = await readFrame({ library }, id)
  const innovations: Innovation[] = []
  for (const { id: one, archived } of await library.summaries(frame.lab.id)) {
    if (archived) continue
    // ids of the index are ids of innovations
    const found = await library.innovation(frame.lab.id, one as InnovationId).catch(() => null)
    if (found !== null) innovations.push(found)
  }
  return { ...frame, innovations }
}

/** The definition of a document. Refuses with NOT_FOUND. */
export function defOf(packs: Packs, kind: string): DocumentDef {
  const def = documentOf(packs, kind)
  if (def === undefined) throw refuse('NOT_FOUND', 'document', kind)
  return def
}

/** Builds the outline that is wanted. Refuses with NOT_FOUND when the document, the lab or what it is about is not there. */
export async function printed(wanted: DocumentWanted, parts: SourceParts, known?: LabStock): Promise<Printed> {
  const def = defOf(parts.shelf.packs, wanted.kind)
  const stock = known ?? (await stockFor(def, wanted, parts))
  const from = sourceOf(def, wanted, stock, parts)
  // First without pictures: which are shown is for the builder to say, and a lab may hold thousands.
  const shown = new Set<string>()
  buildDocument(def, {
    ...from,
    attachment: (name) => {
      shown.add(name)
      return null
    },
  })
  await breathe()
  const pictures = await readPictures(parts.workspace, stock.lab.id, [...shown])
  const whole = { ...from, attachment: (name: string) => pictures.get(name) ?? null }
  return { def, from: whole, outline: buildDocument(def, whole) }
}

/** No innovation is opened that the document is not about. */
async function stockFor(def: DocumentDef, wanted: DocumentWanted, parts: SourceParts): Promise<LabStock> {
  if (def.scope !== 'innovation') return readStock(parts, wanted.lab)
  const frame = await readFrame(parts, wanted.lab)
  const one = await parts.library.innovation(frame.lab.id, (wanted.innovation ?? '') as InnovationId) // a missing id finds nothing
  return { ...frame, innovations: one === null ? [] : [one] }
}

/** What the document is built from, still without pictures. Refuses with NOT_FOUND when what it is about is not there. */
export function sourceOf(
  def: DocumentDef,
  wanted: DocumentWanted,
  stock: LabStock,
  { shelf, ports }: Pick<SourceParts, 'shelf' | 'ports'>,
): DocumentSource {
  const { lab, log, innovations } = stock
  const innovation = innovations.find(({ id }) => id === wanted.innovation)
  const session = log.sessions.find(({ id }) => id === wanted.session)
  const reward = log.rewards.find(({ id }) => id === wanted.reward)
  if (def.scope === 'innovation' && innovation === undefined) throw refuse('NOT_FOUND', 'innovation', wanted.innovation ?? '')
  if (def.scope === 'session' && session === undefined) throw refuse('NOT_FOUND', 'session', wanted.session ?? '')
  if (def.scope === 'reward' && reward === undefined) throw refuse('NOT_FOUND', 'document', wanted.reward ?? '')
  // One that the lab does not know is left blank; those behind it keep their places.
  const officials = (wanted.officials ?? []).map((id) => lab.officials.find((one) => one.id === id) ?? { ...nobody, id: id as PejabatId }) // checked against the id pattern at the door
  return {
    lab,
    log,
    innovations,
    packs: shelf.packs,
    language: wanted.language,
    paper: def.paper ?? wanted.paper ?? lab.paper,
    date: wanted.date ?? '',
    today: localDay(isoNow(ports.clock), lab.timeZone),
    ...(def.scope === 'innovation' && innovation !== undefined ? { innovation } : {}),
    ...(session === undefined ? {} : { session }),
    ...(reward === undefined ? {} : { reward }),
    stage: wanted.stage ?? session?.stage ?? def.stage,
    ...(wanted.variant === undefined ? {} : { variant: wanted.variant }),
    ...(wanted.kop === undefined ? {} : { kop: wanted.kop }),
    officials,
    attachment: () => null,
  }
}

const nobody: Omit<Pejabat, 'id'> = { order: '', name: '', position: '', rank: '', nip: '', delegation: '', onBehalfOf: '' }

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
