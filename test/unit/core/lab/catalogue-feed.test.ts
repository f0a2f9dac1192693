/** What changes at the very moment in which the catalogue reads it. */
import { createRouterClient } from '@orpc/server'
import { expect, it, onTestFinished } from 'vitest'
import { createBroadcast } from '#core/lab/broadcast.ts'
import { type CatalogueFeed, catalogueWorkerBeside, createCatalogueFeed, type FeedParts } from '#core/lab/catalogue-feed.ts'
import type { LabId } from '#shared/model/ids.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'
import { labParts, makeLab, newLab } from '#test/makers/open-lab.ts'

/** More than are handed over at a stretch. */
const many = 256
const ask = { text: '', filters: {}, sort: 'name' as const, from: 0, count: 50, facets: false }

/** A lab and a list; and a feed of its own beside that of the lab. */
async function stand(
  count: number,
  over: (feed: () => CatalogueFeed, parts: Pick<FeedParts, 'library' | 'workspace'>) => Partial<FeedParts>,
) {
  const open = await makeLab()
  const calls = createRouterClient(open.router, { context: { reach: 'host', door: 'browser' } })
  const { id: lab } = await calls.lab.create({ ...newLab })
  const innovations = Array.from({ length: count }, (_, at) => ({ name: `INOVASI ${String(at).padStart(3, '0')}` }))
  await calls.innovation.createMany({ lab, innovations })
  const entries = makeCatalogue(40, 3).map(({ id, lab: _, innovation, source, updatedAt, ...entry }) => entry)
  const source = await calls.catalogue.take({ name: 'Contoh', entries })
  const { workspace, library } = open
  const parts = {
    workspace,
    library,
    changes: createBroadcast<never>(),
    workerUrl: catalogueWorkerBeside(labParts.workerUrl),
    log: () => undefined,
  }
  const feed: CatalogueFeed = createCatalogueFeed({ ...parts, ...over(() => feed, parts) })
  onTestFinished(() => feed.close())
  return { feed, lab, source: source.id, library }
}

it('is not put back by lines that were read before: a change, an archiving', async () => {
  let told = false
  const { feed, lab, library } = await stand(many, (given, { library: real }) => ({
    library: {
      ...real,
      summaries: async (id) => {
        const lines = await real.summaries(id)
        const [changed, archived] = lines.slice(-2)
        // When the first stretch of lines is handed over, and these two are not yet.
        setImmediate(() => {
          if (told || changed === undefined || archived === undefined) return
          told = true
          given().innovation(id, { ...changed, name: 'NAMA BARU' })
          given().innovation(id, { ...archived, archived: true })
        })
        return lines
      },
    },
  }))
  await feed.whole()
  expect(told).toBe(true)
  const [changed, archived] = (await library.summaries(lab as LabId)).slice(-2) // made just now
  const found = await feed.ask('entries', { ids: [`${lab}/${changed?.id}`, `${lab}/${archived?.id}`] })
  expect(found.map(({ name }) => name)).toEqual(['NAMA BARU'])
  expect((await feed.ask('search', ask)).total).toBe(many - 1 + 40)
})

it('does not bring back a list that was put aside while it was read', async () => {
  const { feed, source } = await stand(3, (given, { workspace: real }) => ({
    workspace: {
      ...real,
      catalogue: {
        ...real.catalogue,
        read: async (id) => {
          const bytes = await real.catalogue.read(id)
          given().sourceGone(id)
          return bytes
        },
      },
    },
  }))
  await feed.whole()
  expect((await feed.ask('search', { ...ask, filters: { lab: [source] } })).total).toBe(0)
})

it('knows a list that is replaced twice at once by what lies there at the end', async () => {
  let first = true
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { feed, source } = await stand(3, (_, { workspace: real }) => ({
    workspace: {
      ...real,
      catalogue: {
        ...real.catalogue,
        // The first reading brings what was there then, after the second one has ended.
        read: async (id) => {
          const bytes = await real.catalogue.read(id)
          if (!first) return new Uint8Array(0)
          first = false
          begin()
          await held
          return bytes
        },
      },
    },
  }))
  const whole = feed.whole()
  await begun
  await feed.sourceThere(source)
  letGo()
  await whole
  expect((await feed.ask('search', { ...ask, filters: { lab: [source] } })).total).toBe(0)
})
