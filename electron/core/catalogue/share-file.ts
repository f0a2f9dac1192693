/**
 * A catalogue as one file for another office, `.labinov-katalog`: a ZIP of `katalog.json` (what it is) and `entri.jsonl` (a line for each
 * innovation). Whatever comes in may have been made by anybody.
 */
import { strFromU8, strToU8, zipSync } from 'fflate'
import { z } from 'zod'
import { unzipped } from '#core/unzip.ts'
import type { CatalogueTake } from '#shared/api/catalogue.ts'
import type { UnreadableReason } from '#shared/api/contract.ts'
import { type CatalogueEntry, catalogueEntry } from '#shared/model/catalogue.ts'
import { officeContact } from '#shared/rules/catalogue-read.ts'
import { cleanText } from '#shared/rules/clean-text.ts'

export const shareEnding = 'labinov-katalog'

/** The present format; a higher number was made by a newer Labinov and is not guessed at. */
const format = 1
const headName = 'katalog.json'
const linesName = 'entri.jsonl'
/** Bytes: of the packed file, and of each part unpacked. 40,000 innovations with long texts stay below. */
export const mostShareBytes = 48 * 1024 * 1024
const mostUnpacked: Readonly<Record<string, number>> = { [headName]: 64 * 1024, [linesName]: 160 * 1024 * 1024 }
const mostEntries = 40_000

const formatOf = z.object({ katalog: z.literal('labinov-katalog'), format: z.number().int().positive() })
const head = formatOf.extend({ version: z.string().max(40), name: z.string().max(400), madeAt: z.string().max(40) })

type Taken = CatalogueTake['entries'][number]
const sharedEntry = catalogueEntry.omit({ id: true, lab: true, innovation: true, source: true, updatedAt: true })

/** A fixed moment, so that the same content gives the same bytes. */
const moment = new Date('2000-01-01T00:00:00Z')

/** @param about its name for whoever takes it in, and when it was made (ISO moment) */
export function shareBytes(
  about: { readonly name: string; readonly version: string; readonly madeAt: string },
  entries: readonly CatalogueEntry[],
): Uint8Array {
  const lines = entries.map((entry) => JSON.stringify(sharedEntry.parse({ ...entry, contact: officeContact(entry.contact, false).kept })))
  const first = { katalog: 'labinov-katalog', format, ...about }
  return zipSync({
    [headName]: [strToU8(JSON.stringify(first)), { mtime: moment }],
    [linesName]: [strToU8(lines.join('\n')), { mtime: moment }],
  })
}

export type SharedCatalogue = { readonly name: string; readonly entries: readonly Taken[]; readonly left: number }

/**
 * Reads such a file, or says why not: `type` none of ours (or of a newer Labinov), `size` too large packed or unpacked, `damaged` ours but
 * without one sound line. Lines that are not sound are left out and counted in `left`.
 */
export function readShare(bytes: Uint8Array): SharedCatalogue | { readonly unread: UnreadableReason } {
  if (bytes.length > mostShareBytes) return { unread: 'size' }
  const files = unzipped(bytes, mostUnpacked)
  if ('unread' in files) return files
  const about = files.parts[headName]
  if (about === undefined) return { unread: 'type' }
  const known = formatOf.safeParse(parsed(strFromU8(about)))
  if (!known.success) return { unread: 'damaged' }
  if (known.data.format > format) return { unread: 'type' }
  const first = head.safeParse(parsed(strFromU8(about)))
  const part = files.parts[linesName]
  if (!first.success || part === undefined) return { unread: 'damaged' }
  const lines = strFromU8(part)
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines.length > mostEntries) return { unread: 'size' }
  const entries = lines.flatMap((line) => soundEntry(parsed(line)))
  if (entries.length === 0) return { unread: 'damaged' }
  return { name: cut(first.data.name, 300), entries, left: lines.length - entries.length }
}

const cut = (text: string, most: number): string => cleanText(text).slice(0, most).toWellFormed()
const iso = (day: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : '')

function soundEntry(value: unknown): readonly Taken[] {
  const read = sharedEntry.safeParse(value)
  if (!read.success || read.data.name.trim() === '') return []
  const one = read.data
  return [
    {
      ...one,
      name: cut(one.name, 300),
      longName: cut(one.longName, 400),
      summary: cut(one.summary, 8000),
      problem: cut(one.problem, 1000),
      unit: cut(one.unit, 300),
      region: cut(one.region, 300),
      province: cut(one.province, 300),
      year: one.year !== null && one.year >= 1945 && one.year <= 2100 ? one.year : null,
      startedOn: iso(one.startedOn),
      urusan: cut(one.urusan, 200),
      sdgs: [...new Set(one.sdgs.filter((goal) => goal >= 1 && goal <= 17))],
      stoppedOn: iso(one.stoppedOn),
      stopReason: cut(one.stopReason, 2000),
      adopters: one.adopters.slice(0, 200).map((name) => cut(name, 200)),
      contact: cut(officeContact(one.contact, false).kept, 400),
      team: one.team.slice(0, 60).map((name) => cut(name, 200)),
      replicates: cut(one.replicates, 300),
    },
  ]
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
