/** Every document the packs know, about the thing of a lab that has the most in it. */
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { readPicture } from '#core/lab/picture.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { systemPorts } from '#core/ports.ts'
import { readSample, type Sample } from '#core/samples/samples.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { Outline } from '#shared/model/outline.ts'
import { type DocumentDef, stageKeys } from '#shared/model/pack.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { allDocuments, type Packs } from '#shared/rules/packs.ts'

const templates = new URL('../../templates', import.meta.url).pathname

export type Stock = {
  readonly lab: Sample['lab']
  readonly log: Sample['log']
  readonly innovations: readonly Innovation[]
  readonly conventions?: Sample['conventions']
  readonly attachment: DocumentSource['attachment']
}

export const shipped: Packs = (await loadPacks(`${templates}/packs`)).packs
export const everyDocument: readonly DocumentDef[] = allDocuments(shipped)

/** The sample as it comes with the app, its pictures by name. */
export async function sampleStock(): Promise<Stock> {
  const sample = await readSample(`${templates}/samples/kota-solok`, {
    ...systemPorts,
    clock: () => Date.parse('2026-08-13T02:00:00.000Z'),
  })
  const pictures = new Map(
    sample.attachments.flatMap(({ name, bytes }) => {
      const facts = readPicture(bytes)
      return facts === null ? [] : [[name, { bytes, ...facts }] as const]
    }),
  )
  return { ...sample, attachment: (name) => pictures.get(name) ?? null }
}

/** What one print of the document is made of: the subject with the most in it, or else the first. */
export function sourceFor(def: DocumentDef, stock: Stock, over: Partial<DocumentSource> = {}): DocumentSource {
  const { lab, log, innovations, attachment } = stock
  const frame: DocumentSource = {
    lab,
    log,
    innovations,
    packs: shipped,
    language: 'id',
    paper: def.paper ?? lab.paper,
    date: '2026-08-13',
    today: '2026-08-13',
    stage: def.stage,
    officials: lab.officials,
    attachment,
  }
  const all = subjects(def, stock)
  const best = all.reduce((one, other) => (weight(other, stock) > weight(one, stock) ? other : one), all[0] ?? {})
  return { ...frame, ...best, ...over }
}

/** The one most is written about. */
function weight({ session, innovation, stage }: Partial<DocumentSource>, { log }: Pick<Stock, 'log'>): number {
  if (stage !== undefined)
    return log.sessions.filter((one) => one.stage === stage).reduce((sum, one) => sum + 1 + weight({ session: one }, { log }), 0)
  if (session === undefined) return Object.keys(innovation?.canvases ?? {}).length
  return [...log.notes, ...log.photos].filter((one) => one.session === session.id).length
}

function subjects(def: DocumentDef, { log, innovations, conventions = [] }: Stock): readonly Partial<DocumentSource>[] {
  switch (def.scope) {
    case 'lab':
      return [{}]
    case 'stage':
      return stageKeys.map((stage) => ({ stage }))
    case 'session':
      return log.sessions.filter(({ stage }) => def.onlyStage !== true || stage === def.stage).map((session) => ({ session }))
    case 'reward':
      return log.rewards.map((reward) => ({ reward }))
    case 'convention':
      return conventions.map((given) => ({
        convention: {
          ...given,
          result: conventionResult(given.convention, given.sheets, { provisional: given.convention.state !== 'selesai' }),
        },
      }))
    case 'innovation':
      return innovations.map((innovation) => ({ innovation }))
  }
}

/** Many documents as one, so that what reads them has to be started once. */
export function bound(outlines: readonly Outline[]): Outline {
  const [first] = outlines
  if (first === undefined) throw new Error('nothing to bind')
  return {
    ...first,
    pictures: Object.assign({}, ...outlines.map(({ pictures }) => pictures)),
    cover: [],
    // Contents would list the headings of all of them, over and over.
    blocks: outlines.flatMap(({ orientation, cover, blocks }) => [
      { b: 'turn', orientation } as const,
      ...[...cover, ...blocks].filter(({ b }) => b !== 'contents'),
    ]),
  }
}

export const built = (def: DocumentDef, stock: Stock, over: Partial<DocumentSource> = {}): Outline =>
  buildDocument(def, sourceFor(def, stock, over))
