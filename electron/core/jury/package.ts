/**
 * A judge's package, `.labinov-juri`: a ZIP of JSON with `paket.json` (what it is, and a checksum of each of the others), `lembar.json` (the
 * judge's sheet) and, on the way out, `tugas.json` (what is judged). Whatever comes in may have been made by anybody.
 */
import { createHash } from 'node:crypto'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { z } from 'zod'
import { unzipped } from '#core/unzip.ts'
import type { UnreadableReason } from '#shared/api/contract.ts'
import { idPattern } from '#shared/model/ids.ts'
import { type Assignment, assignment, type Sheet, sheet } from '#shared/model/jury.ts'

export const packageEnding = 'labinov-juri'

/** The present format; a higher number was made by a newer Labinov and is not guessed at. */
const format = 1
const headName = 'paket.json'
const taskName = 'tugas.json'
const sheetName = 'lembar.json'

/** Bytes: of the packed file, and of each part unpacked. A convention of 2,000 entries with 20 pages each stays below. */
export const mostPackageBytes = 32 * 1024 * 1024
const mostUnpacked: Readonly<Record<string, number>> = {
  [headName]: 64 * 1024,
  [taskName]: 96 * 1024 * 1024,
  [sheetName]: 24 * 1024 * 1024,
}
/** Turns are counted one by one; a number beyond this was not, and could never be overtaken again. */
const mostTurns = 1_000_000
const mostMarks = 200_000

const id = z.string().regex(idPattern)
const head = z.object({
  paket: z.literal('labinov-juri'),
  format: z.number().int().positive(),
  version: z.string().max(40),
  way: z.enum(['out', 'back']),
  lab: id,
  labName: z.string().max(400),
  convention: id,
  conventionName: z.string().max(400),
  judge: id,
  judgeName: z.string().max(400),
  madeAt: z.string().max(40),
  /** File → SHA-256 of its bytes. */
  sums: z.record(z.string(), z.string()),
})
export type PackageHead = z.infer<typeof head>
/** Looked at alone, so that a package of a newer format is known for one whatever else it holds. */
const formatOf = z.object({ paket: z.literal('labinov-juri'), format: z.number().int().positive() })

type About = Omit<PackageHead, 'paket' | 'format' | 'way' | 'sums'>

export type JuryPackage = { readonly head: PackageHead; readonly sheet: Sheet } & (
  | { readonly way: 'out'; readonly assignment: Assignment }
  | { readonly way: 'back' }
)

/** A fixed moment, so that the same content gives the same bytes. */
const moment = new Date('2000-01-01T00:00:00Z')
const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const zipped = (about: About, way: PackageHead['way'], parts: Readonly<Record<string, unknown>>): Uint8Array => {
  const bytes = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, strToU8(JSON.stringify(value))]))
  const sums = Object.fromEntries(Object.entries(bytes).map(([name, one]) => [name, sumOf(one)]))
  const first: PackageHead = { paket: 'labinov-juri', format, way, ...about, sums }
  const files = { [headName]: strToU8(JSON.stringify(first)), ...bytes }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, one]) => [name, [one, { mtime: moment }]])))
}

/** From the secretariat to the judge. */
export const packageOut = (version: string, task: Assignment, mine: Sheet): Uint8Array =>
  zipped(aboutOf(version, task, task.madeAt), 'out', { [taskName]: task, [sheetName]: mine })

/** From the judge back to the secretariat. @param madeAt ISO moment */
export const packageBack = (version: string, task: Assignment, mine: Sheet, madeAt: string): Uint8Array =>
  zipped(aboutOf(version, task, madeAt), 'back', { [sheetName]: mine })

const aboutOf = (version: string, { lab, convention, judge }: Assignment, madeAt: string): About => ({
  version,
  lab: lab.id,
  labName: lab.name,
  convention: convention.id,
  conventionName: convention.name,
  judge: judge.id,
  judgeName: judge.name,
  madeAt,
})

export type Unread = { readonly unread: UnreadableReason }

/**
 * Reads a package, or says why not: `type` no package of ours (or one of a newer Labinov), `size` too large packed or unpacked,
 * `damaged` ours, but not whole.
 */
export function readPackage(bytes: Uint8Array): JuryPackage | Unread {
  if (bytes.length > mostPackageBytes) return { unread: 'size' }
  const files = unzipped(bytes, mostUnpacked)
  if ('unread' in files) return files
  const known = formatOf.safeParse(parsed(files.parts[headName]))
  if (!known.success) return { unread: files.parts[headName] === undefined ? 'type' : 'damaged' }
  if (known.data.format > format) return { unread: 'type' }
  const first = head.safeParse(parsed(files.parts[headName]))
  if (!first.success) return { unread: 'damaged' }
  const whole = (name: string): unknown => {
    const part = files.parts[name]
    return part === undefined || first.data.sums[name] !== sumOf(part) ? undefined : parsed(part)
  }
  const mine = sheet.safeParse(whole(sheetName))
  if (!mine.success || !isFair(mine.data) || mine.data.judge !== first.data.judge) return { unread: 'damaged' }
  if (first.data.way === 'back') return { way: 'back', head: first.data, sheet: mine.data }
  const task = assignment.safeParse(whole(taskName))
  if (!task.success || !isOf(task.data, first.data)) return { unread: 'damaged' }
  return { way: 'out', head: first.data, assignment: task.data, sheet: mine.data }
}

const isOf = ({ lab, convention, judge }: Assignment, about: PackageHead): boolean =>
  lab.id === about.lab && convention.id === about.convention && judge.id === about.judge

const isoMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/

/** Whether this program could have written it: moments and turns that later ones can still follow. */
const isFair = ({ marks, acts, declared }: Sheet): boolean =>
  marks.length <= mostMarks &&
  acts.length <= mostMarks &&
  declared.length <= mostMarks &&
  [...marks, ...acts].every(({ turn }) => turn <= mostTurns) &&
  [...marks, ...acts, ...declared].every(({ at }) => isoMoment.test(at))

function parsed(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined
  try {
    const value: unknown = JSON.parse(strFromU8(bytes))
    return value
  } catch {
    return undefined
  }
}
