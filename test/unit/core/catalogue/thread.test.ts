import { expect, it, onTestFinished } from 'vitest'
import { CatalogueError, type CatalogueRunner, createCatalogueRunner } from '#core/catalogue/run.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'
import { anEntry } from './entries.ts'

const workerUrl = new URL('../../../../electron/core/catalogue/worker.ts', import.meta.url)
const ask = { text: '', filters: {}, sort: 'name' as const, from: 0, count: 50, facets: false }
const bytesOf = (entries: readonly unknown[]) => new Uint8Array(Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')))

function aRunner() {
  const damaged: { source: string; lines: readonly number[] }[] = []
  const deaths: string[] = []
  let wake = (): void => undefined
  const runner: CatalogueRunner = createCatalogueRunner({
    workerUrl,
    onProgress: (ready, of) => {
      if (ready >= of) wake()
    },
    onDamaged: (source, lines) => damaged.push({ source, lines }),
    onDeath: (why) => deaths.push(why),
  })
  onTestFinished(() => runner.close())
  const settled = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  return { runner, damaged, deaths, settled }
}

it('answers while it is still taking in, and says how far it is', async () => {
  const { runner, settled } = aRunner()
  const entries = makeCatalogue(3000, 2)
  const whole = settled()
  runner.source('buatan', bytesOf(entries))
  const seen: { ready: number; of: number }[] = []
  for (let ready = 0; ready < 3000; ready = seen.at(-1)?.ready ?? 0) seen.push(await runner.ask('search', ask))
  await whole
  expect(seen.some(({ ready, of }) => ready > 0 && ready < of)).toBe(true)
  expect((await runner.ask('search', ask)).total).toBe(3000)
})

it('uses the sound lines of a source and names the others', async () => {
  const { runner, damaged, settled } = aRunner()
  const lines = [
    anEntry('s/0', { name: 'Satu' }),
    { id: 's/1' },
    'x',
    anEntry('asing/9', { name: 'Empat', lab: 'lab', innovation: 'inovasi' }),
  ]
  const done = settled()
  runner.source('s', bytesOf(lines))
  await done
  const { hits } = await runner.ask('search', ask)
  // Nothing taken in can pass for one of our own.
  expect(hits.map(({ entry: { id, lab, source } }) => ({ id, lab, source }))).toEqual([
    { id: 's/3', lab: null, source: 's' },
    { id: 's/0', lab: null, source: 's' },
  ])
  expect(damaged).toEqual([{ source: 's', lines: [3, 4] }])
})

it('keeps what comes in its order: a change does not overtake what it changes', async () => {
  const { runner, settled } = aRunner()
  const done = settled()
  runner.put(makeCatalogue(2000, 1))
  runner.put([anEntry('buatan/5', { name: 'Nama Baru' })])
  runner.drop(['buatan/6'])
  runner.put([anEntry('lain/1', { name: 'Tetap' })])
  await done
  expect((await runner.ask('entries', { ids: ['buatan/5', 'buatan/6'] })).map(({ name }) => name)).toEqual(['Nama Baru'])
  const again = settled()
  runner.dropSource('buatan')
  await again
  expect((await runner.ask('search', ask)).hits.map(({ entry }) => entry.id)).toEqual(['lain/1'])
})

it('drops a question nobody waits for, and answers the newest', async () => {
  const { runner, settled } = aRunner()
  const done = settled()
  runner.put(makeCatalogue(500, 1))
  await done
  const given = 'pelayanan'
  const keys = Array.from({ length: given.length }, (_, at) => given.slice(0, at + 1))
  const stops = keys.map(() => new AbortController())
  const asked = keys.map((text, at) => runner.ask('search', { ...ask, text }, stops[at]?.signal))
  for (const stop of stops.slice(0, -1)) stop.abort(new Error('newer'))
  const answers = await Promise.allSettled(asked)
  expect(answers.map(({ status }) => status)).toEqual([...keys.slice(1).map(() => 'rejected'), 'fulfilled'])
})

it('says that it is gone when its thread ends, and rejects who waits', async () => {
  const { runner } = aRunner()
  const waits = expect(runner.ask('search', ask)).rejects.toThrow(CatalogueError)
  await runner.close()
  await waits
  await expect(runner.ask('search', ask)).rejects.toThrow(CatalogueError)
})

it('a thread that cannot start is told, and nobody waits for ever', async () => {
  const told = new Promise<string>((resolve) => {
    const runner = createCatalogueRunner({
      workerUrl: new URL('file:///tidak/ada.ts'),
      onProgress: () => undefined,
      onDamaged: () => undefined,
      onDeath: resolve,
    })
    runner.ask('search', ask).catch(() => undefined)
  })
  expect(await told).toContain('the catalogue')
})

it('gives everything that answers in portions, each entry once', async () => {
  const { runner, settled } = aRunner()
  const done = settled()
  const entries = makeCatalogue(1200, 8)
  runner.put(entries)
  await done
  const found: CatalogueEntry[] = []
  for (let total = 1; found.length < total; ) {
    const part = await runner.ask('matching', { text: '', filters: {}, from: found.length, count: 500 })
    found.push(...part.entries)
    total = part.total
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(1200)
  expect((await runner.ask('figures', { text: '', filters: {} })).of).toBe(1200)
})
