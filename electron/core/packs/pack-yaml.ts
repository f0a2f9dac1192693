/** Own packs as files, and as the one file that offices hand to each other. */
import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { stringify } from 'yaml'
import { type PackFolder, packFile } from '#shared/model/pack-base.ts'
import type { OwnParts } from './copy.ts'
import { maxFiles } from './read-pack.ts'
import { maxFileBytes } from './yaml.ts'

export const headFile = 'pack.yaml'
export const fileOf = (kind: PackFolder, id: string): string => `${kind}/${id}.yaml`

/** A person may read and edit it; a definition left at its default is left out where that makes no difference to the loader. */
export const yamlBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(stringify(value, { lineWidth: 120, aliasDuplicateObjects: false }))

export const packFiles = ({ head, forms, indicators, documents, rubrics }: OwnParts): ReadonlyMap<string, Uint8Array> =>
  new Map([
    [headFile, yamlBytes(head)],
    ...forms.map((def) => [fileOf('forms', def.id), yamlBytes(def)] as const),
    ...indicators.map((def) => [fileOf('indicators', def.id), yamlBytes(def)] as const),
    ...documents.map((def) => [fileOf('documents', def.id), yamlBytes(def)] as const),
    ...rubrics.map((def) => [fileOf('rubrics', def.id), yamlBytes(def)] as const),
  ])

/** Largest file that is taken in, packed; what it may unpack to follows from the number and size of files. */
export const mostZipBytes = 4 * 1024 * 1024
const mostUnpacked = 16 * 1024 * 1024
/** A fixed moment, so that the same pack gives the same bytes. */
const moment = new Date('2000-01-01T00:00:00Z')

export function zipPack(id: string, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) entries[`${id}/${name}`] = [bytes, { mtime: moment }]
  return zipSync(entries)
}

export type Unzipped = { readonly id: string; readonly files: ReadonlyMap<string, Uint8Array> }

/** The pack in a file somebody handed over; null when it is none: no ZIP, too large, files outside of one folder, or not YAML. */
export function unzipPack(bytes: Uint8Array): Unzipped | null {
  if (bytes.length > mostZipBytes) return null
  let total = 0
  let count = 0
  try {
    const entries = unzipSync(bytes, {
      // The size an entry states is all that is unpacked of it, so this bounds the whole.
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/')) return false
        count += 1
        total += originalSize
        if (count > maxFiles || total > mostUnpacked || originalSize > maxFileBytes) throw new Error('too large')
        return true
      },
    })
    return folderOf(entries)
  } catch {
    return null
  }
}

function folderOf(entries: Readonly<Record<string, Uint8Array>>): Unzipped | null {
  const files = new Map<string, Uint8Array>()
  let id: string | undefined
  for (const [path, bytes] of Object.entries(entries)) {
    const [, pack, file] = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/(.+)$/.exec(path) ?? []
    if (pack === undefined || file === undefined || !packFile.test(file) || (id !== undefined && id !== pack)) return null
    // A file that is no text at all is refused by the reader with its place; here it only must not be huge.
    strFromU8(bytes.subarray(0, 1))
    id = pack
    files.set(file, bytes)
  }
  return id === undefined || !files.has(headFile) ? null : { id, files }
}
