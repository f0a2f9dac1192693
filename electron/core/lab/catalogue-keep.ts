/** What leaves the catalogue as a file, and what comes in as one. */

import { basename } from 'node:path'
import { mostShareBytes, readShare, shareEnding } from '#core/catalogue/share-file.ts'
import type { BlobLike } from '#shared/api/blob.ts'
import type { CatalogueTake } from '#shared/api/catalogue.ts'
import type { KeptFile } from '#shared/api/keeping.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { catalogueTable } from '#shared/rules/catalogue-table.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import { unreadable } from './caller.ts'
import { placeBeside } from './place-file.ts'
import type { RouterParts } from './router.ts'

type Wanted = { readonly name: string; readonly format: 'xlsx' | 'csv'; readonly columns: 'inoland' | 'jippnas' }

/** Writes `entries` as a table into the output folder. */
export async function keepEntries(
  { papers, workspace }: Pick<RouterParts, 'papers' | 'workspace'>,
  { name, format, columns }: Wanted,
  entries: readonly CatalogueEntry[],
  signal: AbortSignal | undefined,
): Promise<KeptFile> {
  const { language } = workspace.settings.read()
  return papers.keepTable({ name, format, sheets: [catalogueTable(entries, columns, language)] }, language, signal)
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
  if (file.size > mostShareBytes) throw unreadable('size')
  const read = readShare(new Uint8Array(await file.arrayBuffer()))
  if ('unread' in read) throw unreadable(read.unread)
  return { name: read.name.trim() === '' ? 'Katalog' : read.name, entries: [...read.entries], left: read.left }
}
