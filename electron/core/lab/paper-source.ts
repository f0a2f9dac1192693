/** Gathers what one print of a document is built from: the lab, what it is about, who signs, and the pictures that are really shown. */
import { buildDocument, type DocumentSource, type PictureFile } from '#core/documents/build/build.ts'
import { isoNow, type Ports } from '#core/ports.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import type { DocumentWanted } from '#shared/api/documents.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
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

/** Everything of a lab that documents read. Refuses with NOT_FOUND. */
export async function readStock({ library }: Pick<SourceParts, 'library'>, id: string): Promise<LabStock> {
  const labId = id as LabId // checked against the id pattern at the door
  const lab = await library.lab(labId)
  const log = await library.log(labId)
  if (lab === null || log === null) throw refuse('NOT_FOUND', 'lab', id)
  return { lab, log, innovations: await library.innovations(labId) }
}

/** Builds the outline that is wanted. Refuses with NOT_FOUND when the document, the lab or what it is about is not there. */
export async function printed(wanted: DocumentWanted, parts: SourceParts, known?: LabStock): Promise<Printed> {
  const def = documentOf(parts.shelf.packs, wanted.kind)
  if (def === undefined) throw refuse('NOT_FOUND', 'document', wanted.kind)
  const stock = known ?? (await stockFor(def, wanted, parts))
  const from = await about(def, wanted, stock, parts)
  // First without pictures: which are shown is for the builder to say, and a lab may hold thousands.
  const shown = new Set<string>()
  buildDocument(def, {
    ...from,
    attachment: (name) => {
      shown.add(name)
      return null
    },
  })
  const pictures = await readPictures(parts.workspace, stock.lab.id, [...shown])
  const whole = { ...from, attachment: (name: string) => pictures.get(name) ?? null }
  return { def, from: whole, outline: buildDocument(def, whole) }
}

/** Of one innovation only that one is opened. */
async function stockFor(def: DocumentDef, wanted: DocumentWanted, parts: SourceParts): Promise<LabStock> {
  if (def.scope !== 'innovation') return readStock(parts, wanted.lab)
  const labId = wanted.lab as LabId // checked against the id pattern at the door
  const lab = await parts.library.lab(labId)
  const log = await parts.library.log(labId)
  if (lab === null || log === null) throw refuse('NOT_FOUND', 'lab', wanted.lab)
  const one = await parts.library.innovation(labId, (wanted.innovation ?? '') as InnovationId) // a missing id finds nothing
  return { lab, log, innovations: one === null ? [] : [one] }
}

async function about(def: DocumentDef, wanted: DocumentWanted, stock: LabStock, { shelf, ports }: SourceParts): Promise<DocumentSource> {
  const { lab, log, innovations } = stock
  const innovation = innovations.find(({ id }) => id === wanted.innovation)
  const session = log.sessions.find(({ id }) => id === wanted.session)
  const reward = log.rewards.find(({ id }) => id === wanted.reward)
  if (def.scope === 'innovation' && innovation === undefined) throw refuse('NOT_FOUND', 'innovation', wanted.innovation ?? '')
  if (def.scope === 'session' && session === undefined) throw refuse('NOT_FOUND', 'session', wanted.session ?? '')
  if (def.scope === 'reward' && reward === undefined) throw refuse('NOT_FOUND', 'document', wanted.reward ?? '')
  const officials = (wanted.officials ?? []).flatMap((id) => lab.officials.find((one) => one.id === id) ?? [])
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
