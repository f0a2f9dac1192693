/** Entries that come from elsewhere: taken in, replaced, put aside, brought back. */
import { isoNow, type Ports } from '#core/ports.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import type { CatalogueSource, CatalogueTake } from '#shared/api/catalogue.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { freshId } from '#shared/model/ids.ts'
import { refuse } from './caller.ts'
import type { CatalogueFeed } from './catalogue-feed.ts'

type Parts = { readonly workspace: Workspace; readonly ports: Ports; readonly catalogue: CatalogueFeed }

/** Writes a source and lets it be found. @param source of one to be replaced */
export async function takeSource(
  { workspace, ports, catalogue }: Parts,
  { name, source, entries }: CatalogueTake,
): Promise<CatalogueSource> {
  if (source !== undefined && !(await workspace.catalogue.list()).some(({ id }) => id === source))
    throw refuse('NOT_FOUND', 'catalogue', source)
  const id = source ?? freshId(ports.random)
  const takenAt = isoNow(ports.clock)
  const head = { id, name, entries: entries.length, takenAt }
  const full = entries.map(
    (entry, at): CatalogueEntry => ({ ...entry, id: `${id}/${at}`, lab: null, innovation: null, source: id, updatedAt: takenAt }),
  )
  await workspace.catalogue.write(head, full)
  await catalogue.sourceThere(id)
  return head
}

export async function removeSource({ workspace, catalogue }: Parts, source: string): Promise<{ kept: string }> {
  const kept = await workspace.catalogue.setAside(source)
  if (kept === null) throw refuse('NOT_FOUND', 'catalogue', source)
  catalogue.sourceGone(source)
  return { kept }
}

export async function putBackSource({ workspace, catalogue }: Parts, kept: string): Promise<CatalogueSource> {
  const head = await workspace.catalogue.putBack(kept)
  if (head === null) throw refuse('NOT_FOUND', 'catalogue', kept)
  await catalogue.sourceThere(head.id)
  return head
}
