/** What the documents bench prints: a proposal, a recap and the book of 190 innovations, and a report with many photographs. */
import { join, resolve } from 'node:path'
import { buildDocument } from '#core/documents/build/build.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { systemPorts } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'
import type { InnovationId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import { documentOf } from '#shared/rules/packs.ts'

export const root = resolve(import.meta.dirname, '../..')
export const fontsFolder = join(root, 'templates/fonts')
export const clockIso = '2026-08-13T02:00:00.000Z'

export const sourceNames = ['proposal', 'rekap', 'directory'] as const
export type SourceName = (typeof sourceNames)[number]
const documents = { proposal: 'proposal-kipp', rekap: 'rekap-ide', directory: 'direktori-inovasi' } as const

/** The sample lab with its innovations repeated until there are 190, each with a name of its own. */
export async function outlineOf(name: SourceName): Promise<Outline> {
  const { packs } = await loadPacks(join(root, 'templates/packs'))
  const { lab, log, innovations, attachments } = await readSample(join(root, 'templates/samples/kota-solok'), systemPorts)
  const bytes = new Map(attachments.map((one) => [one.name, one.bytes]))
  const langkok = innovations.find((one) => one.name === 'LANGKOK')
  const def = documentOf(packs, documents[name])
  if (langkok === undefined || def === undefined) throw new Error('the sample or its packs have changed')
  const many = Array.from({ length: 190 }, (_, at): Innovation => {
    const one = innovations[at % innovations.length] ?? langkok
    return { ...one, id: `salinan-${at}` as InnovationId /* ids of this bench alone */, name: `${one.name} ${at + 1}` }
  })
  const known = new Map(innovations.flatMap((one) => Object.entries(one.attachments)))
  return buildDocument(def, {
    lab,
    log,
    packs,
    language: 'id',
    paper: 'A4',
    date: '2026-08-13',
    innovations: many,
    ...(def.scope === 'innovation' ? { innovation: langkok } : {}),
    attachment: (file) => {
      const found = known.get(file)
      const picture = bytes.get(file)
      return found === undefined || picture === undefined ? null : { bytes: picture, type: 'png', width: found.width, height: found.height }
    },
  })
}

/** A report of about 150 pages with a photograph after every few of them. */
export async function photoReport(
  photos: readonly { readonly bytes: Uint8Array; readonly width: number; readonly height: number }[],
): Promise<Outline> {
  const frame = await outlineOf('rekap')
  const sentence = 'Kegiatan berjalan menurut rencana dan dihadiri oleh unit yang diundang, dengan catatan yang ditulis pada notula. '
  const page = (at: number): readonly Block[] =>
    Array.from({ length: 5 }, (_, n) => ({ b: 'para', runs: [{ text: `${at}.${n} ${sentence.repeat(6)}` }] }) as const)
  const blocks = Array.from({ length: 150 }, (_, at): readonly Block[] => {
    const photo = at % 5 < 2 ? photos[Math.floor(at / 5) * 2 + (at % 5)] : undefined
    const shown: readonly Block[] =
      photo === undefined ? [] : [{ b: 'picture', ...photo, type: 'jpg', alt: `Foto ${at + 1}`, caption: `Foto ${at + 1}`, maxHeight: 240 }]
    return [...page(at + 1), ...shown]
  }).flat()
  return { ...frame, orientation: 'portrait', cover: [], blocks }
}
