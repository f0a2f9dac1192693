/** What can be asked of the catalogue (shared/api/catalogue-contract.ts). */
import { isoNow } from '#core/ports.ts'
import type { CatalogueFilters } from '#shared/api/catalogue.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { guarded } from './caller.ts'
import { keepEntries, keepShare, readSharedFile } from './catalogue-keep.ts'
import { applyRound, readRound, sendRound, undoRound } from './catalogue-round.ts'
import { putBackSource, removeSource, takeSource } from './catalogue-sources.ts'
import { watchAll } from './catalogue-watch.ts'
import type { RouterParts } from './router.ts'

/** Entries asked of the thread at a stretch, so that handing them over never stops the others for long. */
const portion = 500

export function catalogueRoutes(parts: RouterParts, writable: () => void) {
  const { catalogue, library, workspace } = parts

  /** Everything that answers, by name, when all of it can be found. */
  async function chosen(text: string, filters: CatalogueFilters, signal: AbortSignal | undefined): Promise<CatalogueEntry[]> {
    await library.settle()
    await catalogue.whole()
    const entries: CatalogueEntry[] = []
    for (;;) {
      const part = await catalogue.ask('matching', { text, filters, from: entries.length, count: portion }, signal)
      entries.push(...part.entries)
      if (part.entries.length === 0 || entries.length >= part.total) return entries
    }
  }

  return guarded.catalogue.router({
    search: guarded.catalogue.search.handler(({ input, signal }) => catalogue.ask('search', input, signal)),
    entries: guarded.catalogue.entries.handler(async ({ input, signal }) => [...(await catalogue.ask('entries', input, signal))]),
    similar: guarded.catalogue.similar.handler(({ input, signal }) => catalogue.ask('similar', input, signal)),
    figures: guarded.catalogue.figures.handler(async ({ input, signal }) => {
      await catalogue.whole()
      return catalogue.ask('figures', input, signal)
    }),
    known: guarded.catalogue.known.handler(async ({ input, signal }) => {
      await library.settle()
      await catalogue.whole()
      return { known: [...(await catalogue.ask('known', { keys: input.keys, except: input.except ?? null }, signal))] }
    }),
    watch: guarded.catalogue.watch.handler(({ input }) => watchAll(parts, input.lab)),
    sources: guarded.catalogue.sources.handler(async () => [...(await workspace.catalogue.list())]),
    take: guarded.catalogue.take.handler(({ input }) => {
      writable()
      return takeSource(parts, input)
    }),
    takeFile: guarded.catalogue.takeFile.handler(async ({ input }) => {
      writable()
      const { left, ...take } = await readSharedFile(input.file)
      const source = await takeSource(parts, take)
      return left === 0 ? source : { ...source, left }
    }),
    removeSource: guarded.catalogue.removeSource.handler(({ input }) => {
      writable()
      return removeSource(parts, input.source)
    }),
    putBackSource: guarded.catalogue.putBackSource.handler(({ input }) => {
      writable()
      return putBackSource(parts, input.kept)
    }),
    keep: guarded.catalogue.keep.handler(async ({ input, signal }) => {
      const { name, text, filters, format, columns } = input
      if (format !== 'katalog') return keepEntries(parts, { name, format, columns }, await chosen(text, filters, signal), signal)
      await library.settle()
      await catalogue.whole()
      const about = { name, version: parts.version, madeAt: isoNow(parts.ports.clock) }
      return keepShare(parts, name, await catalogue.ask('share', { text, filters, about }, signal))
    }),
    sendRound: guarded.catalogue.sendRound.handler(({ input, signal }) => sendRound(parts, input, signal)),
    readRound: guarded.catalogue.readRound.handler(async ({ input, signal }) => ({ rows: await readRound(parts, input.file, signal) })),
    applyRound: guarded.catalogue.applyRound.handler(({ input }) => {
      writable()
      return applyRound(parts, input)
    }),
    undoRound: guarded.catalogue.undoRound.handler(async ({ input }) => {
      writable()
      return { left: await undoRound(parts, input.before) }
    }),
  })
}
