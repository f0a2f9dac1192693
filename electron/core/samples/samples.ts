/**
 * Reads a sample lab: a folder with `lab.yaml`, `innovations/*.yaml`, where one is long its parts in `innovations/<id>/*.yaml`,
 * the pictures in `attachments/`, and where it has them `sessions/*.yaml`, `log.yaml` and `convention.yaml`.
 * The words of the files are data from outside and are checked like anything else that comes in.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { generateNKeysBetween } from 'fractional-indexing'
import { isoNow, type Ports } from '#core/ports.ts'
import type { LabId, PejabatId, PersonId, UnitId } from '#shared/model/ids.ts'
import type { Attachment, Innovation, Lab } from '#shared/model/lab.ts'
import type { LabLog } from '#shared/model/session.ts'
import { emptyKop, noTrial, plainNaskah } from '#shared/rules/blank.ts'
import { buildConvention, type SampleConvention, writtenConvention } from './convention.ts'
import { buildInnovation } from './innovation.ts'
import { buildDeadlines, buildLog } from './log.ts'
import { gatherParts } from './parts.ts'
import { pdfAttachment, pngAttachment } from './picture.ts'
import { type WrittenLab, type WrittenSession, writtenInnovation, writtenLab, writtenLog, writtenSession } from './written.ts'
import { readSampleFile, readYaml, refuse } from './yaml-file.ts'

export type Sample = {
  readonly lab: Lab
  readonly log: LabLog
  /** In the order of their file names. */
  readonly innovations: readonly Innovation[]
  /** Judged ones, with what the judges gave. */
  readonly conventions: readonly SampleConvention[]
  /** Each once, `name` is `<sha256>.<ext>` as the innovations and the photos of sessions refer to it. */
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/**
 * Reads and checks a whole sample. Ids are those written in the files, so reading twice gives the same lab;
 * `createdAt` is the moment of reading.
 * @throws FaultError naming the file and the place in it; a sample is taken whole or not at all.
 */
export async function readSample(folder: string, ports: Ports): Promise<Sample> {
  const createdAt = isoNow(ports.clock)
  const lab = buildLab(await readYaml(folder, 'lab.yaml', writtenLab), createdAt)
  const units: ReadonlySet<string> = new Set(lab.units.map((unit) => unit.id))
  const { pictures, attachments } = await readPictures(folder)
  const innovations: Innovation[] = []
  const names = await listed(folder, 'innovations', '.yaml')
  const folders = await foldersOfParts(folder, names)
  for (const name of names) {
    const file = `innovations/${name}`
    const written = await readYaml(folder, file, writtenInnovation)
    if (name !== `${written.id}.yaml`) throw refuse(file, `id: "${written.id}" must be the name of the file`)
    const parts = folders.has(written.id) ? await listed(folder, `innovations/${written.id}`, '.yaml') : []
    const gathered = await gatherParts(
      folder,
      file,
      written,
      parts.map((part) => `innovations/${written.id}/${part}`),
    )
    innovations.push(buildInnovation(gathered, { file, lab: lab.id, units, pictures, createdAt }))
  }
  const context = { lab, innovations: new Set<string>(innovations.map(({ id }) => id)), pictures, now: createdAt }
  const writtenSessions: WrittenSession[] = []
  for (const name of await listedIfThere(folder, 'sessions', '.yaml')) {
    const written = await readYaml(folder, `sessions/${name}`, writtenSession)
    if (name !== `${written.id}.yaml`) throw refuse(`sessions/${name}`, `id: "${written.id}" must be the name of the file`)
    writtenSessions.push(written)
  }
  const around = (await readdir(folder)).includes('log.yaml') ? await readYaml(folder, 'log.yaml', writtenLog) : writtenLog.parse({})
  const builtLog = buildLog(around, writtenSessions, context)
  const conventions = (await readdir(folder)).includes('convention.yaml')
    ? [buildConvention(await readYaml(folder, 'convention.yaml', writtenConvention), { lab, innovations, createdAt })]
    : []
  const used = new Set([
    ...innovations.flatMap((innovation) => Object.keys(innovation.attachments)),
    ...builtLog.photos.map(({ name }) => name),
  ])
  return {
    lab: { ...lab, deadlines: buildDeadlines(around, context) },
    log: builtLog,
    conventions,
    innovations,
    attachments: attachments.filter(({ name }) => used.has(name)),
  }
}

/** Names of the folders in `innovations/`. One that belongs to no innovation would be lost without a word, so it is refused. */
async function foldersOfParts(folder: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const entries = await readdir(join(folder, 'innovations'), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const alone = folders.find((name) => !names.includes(`${name}.yaml`))
  if (alone !== undefined) throw refuse(`innovations/${alone}`, `a folder of parts needs innovations/${alone}.yaml beside it`)
  return new Set(folders)
}

async function listed(folder: string, under: string, ending: string): Promise<readonly string[]> {
  try {
    return (await readdir(join(folder, under))).filter((name) => name.endsWith(ending)).sort()
  } catch (why) {
    throw refuse(under, String(why), 'missing')
  }
}

/** What a smaller sample may leave out. */
const listedIfThere = async (folder: string, under: string, ending: string): Promise<readonly string[]> =>
  (await readdir(folder)).includes(under) ? listed(folder, under, ending) : []

type Pictures = { readonly pictures: ReadonlyMap<string, Attachment>; readonly attachments: Sample['attachments'] }

async function readPictures(folder: string): Promise<Pictures> {
  const pictures = new Map<string, Attachment>()
  const attachments = new Map<string, Uint8Array>()
  const names = [...(await listed(folder, 'attachments', '.png')), ...(await listed(folder, 'attachments', '.pdf'))]
  for (const name of names) {
    const file = `attachments/${name}`
    const bytes = await readSampleFile(folder, file)
    const isPdf = name.endsWith('.pdf')
    const picture = isPdf ? pdfAttachment(bytes) : pngAttachment(bytes)
    if (picture === null) throw refuse(file, isPdf ? 'not a PDF' : 'not a PNG picture')
    pictures.set(name, picture)
    attachments.set(picture.name, bytes)
  }
  return { pictures, attachments: [...attachments].map(([name, bytes]) => ({ name, bytes })) }
}

function buildLab(written: WrittenLab, createdAt: string): Lab {
  const unitIds = written.units.map((unit) => unit.id)
  const twice = [...unitIds, ...written.people.map((person) => person.id)].find((id, index, all) => all.indexOf(id) !== index)
  if (twice !== undefined) throw refuse('lab.yaml', `units, people: the id "${twice}" is used twice`)
  const unitOrders = generateNKeysBetween(null, null, written.units.length)
  const officialOrders = generateNKeysBetween(null, null, written.officials.length)
  const peopleOrders = generateNKeysBetween(null, null, written.people.length)
  return {
    ...written,
    id: written.id as LabId, // written ids are final, the schema has checked their form
    kop: { ...written.kop, logo: '' },
    kopJabatan: written.kopJabatan === undefined ? emptyKop : { ...written.kopJabatan, logo: '' },
    kopLan: emptyKop,
    naskah: { ...plainNaskah, ...written.naskah },
    indexTrial: written.indexTrial ?? noTrial,
    officials: written.officials.map((one, index) => ({
      ...one,
      id: one.id as PejabatId, // as above
      order: officialOrders[index] ?? '',
      // Nobody's number is made up.
      nip: '',
    })),
    units: written.units.map((unit, index) => ({
      ...unit,
      id: unit.id as UnitId, // as above
      order: unitOrders[index] ?? '',
      headNip: '',
    })),
    people: written.people.map((person, index) => {
      if (person.unit !== null && !unitIds.includes(person.unit)) {
        throw refuse('lab.yaml', `people[${index}].unit: "${person.unit}" is not a unit of this lab`)
      }
      return {
        ...person,
        id: person.id as PersonId, // as above
        unit: person.unit as UnitId | null, // as above
        order: peopleOrders[index] ?? '',
        nip: '',
      }
    }),
    deadlines: {},
    continues: null,
    archived: false,
    createdAt,
  }
}
