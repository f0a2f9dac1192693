/** What leaves the catalogue as a file, and what comes in as one. */

import { basename } from 'node:path'
import { readShare, shareBytes, shareEnding } from '#core/catalogue/share-file.ts'
import { isoNow } from '#core/ports.ts'
import type { BlobLike } from '#shared/api/blob.ts'
import type { CatalogueTake } from '#shared/api/catalogue.ts'
import type { KeptFile } from '#shared/api/keeping.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { catalogueTable } from '#shared/rules/catalogue-table.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import { unreadable } from './caller.ts'
import { placeBeside } from './place-file.ts'
import type { RouterParts } from './router.ts'

type KeepParts = Pick<RouterParts, 'papers' | 'workspace' | 'ports' | 'version'>
type Wanted = { readonly name: string; readonly format: 'xlsx' | 'csv' | 'katalog'; readonly columns: 'inoland' | 'jippnas' }

/** Largest catalogue file taken in; looked at before any of it is read. */
const mostBytes = 48 * 1024 * 1024

/** Writes `entries` into the output folder. */
export async function keepEntries(
  { papers, workspace, ports, version }: KeepParts,
  { name, format, columns }: Wanted,
  entries: readonly CatalogueEntry[],
  signal: AbortSignal | undefined,
): Promise<KeptFile> {
  const { language } = workspace.settings.read()
  if (format !== 'katalog') {
    const sheet = catalogueTable(entries, columns, language)
    return papers.keepTable({ name, format, sheets: [sheet] }, language, signal)
  }
  return keepShare({ papers }, name, shareBytes({ name, version, madeAt: isoNow(ports.clock) }, entries))
}

/** Writes a catalogue for another office, as the thread of the catalogue has packed it. */
export async function keepShare({ papers }: Pick<RouterParts, 'papers'>, name: string, bytes: Uint8Array): Promise<KeptFile> {
  // A file's ending holds only letters there: ours has a dash and is as long as `xlsx` and some more.
  const bare = fileNameFor([name.slice(0, 90)], 'xlsx').slice(0, -'.xlsx'.length)
  const file = await placeBeside(papers.outputFolder(), `${bare}.${shareEnding}`, bytes)
  return { file, name: basename(file), bytes: bytes.byteLength }
}

/** What a `.labinov-katalog` holds, as `catalogue.take` wants it, and how many of its lines could not be read. Refuses with UNREADABLE. */
export async function readSharedFile(file: BlobLike): Promise<CatalogueTake & { readonly left: number }> {
  if (file.size > mostBytes) throw unreadable('size')
  const read = readShare(new Uint8Array(await file.arrayBuffer()))
  if ('unread' in read) throw unreadable(read.unread)
  return { name: read.name.trim() === '' ? 'Katalog' : read.name, entries: [...read.entries], left: read.left }
}
