/** The catalogue at 30,000: each key of believable questions, beside a plain scan and beside MiniSearch as it comes; opening; likeness. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import MiniSearch from 'minisearch'
import { Engine, type Query } from '#core/catalogue/engine.ts'
import { type CatalogueRunner, createCatalogueRunner } from '#core/catalogue/run.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'
import { type Bench, type Row, rowOf, timed } from './row.ts'

const size = 30_000
/** Rounds of the library alone. */
const fewer = 2
const workerUrl = new URL('../../electron/core/catalogue/worker.ts', import.meta.url)

/** Typed letter by letter; errors, forms, short and long names as people write them. */
const questions = [
  'pelayanan kesehatan',
  'stunting balita',
  'pengelolaan sampah',
  'puskesmas rujukan',
  'imunisai anak',
  'izin usaha online',
  'pusat kesehatan masyarakat',
  'kota solok perpustakaan',
  'gerakan cepat tanggap',
  'petani padi hama',
]
const keys = questions.flatMap((question) => Array.from({ length: question.length }, (_, at) => question.slice(0, at + 1)))

const query = (text: string): Query => ({ text, filters: {}, sort: 'match', from: 0, count: 50, facets: true })
const share = (times: readonly number[], part: number): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? 0

const searched = ['name', 'longName', 'summary', 'problem', 'unit', 'region', 'urusan'] as const
const textOf = (entry: CatalogueEntry): string =>
  searched
    .map((key) => entry[key])
    .join('\n')
    .toLowerCase()

/** What the plainest search does: every word somewhere in the text. */
function scan(texts: readonly string[], entries: readonly CatalogueEntry[], text: string): readonly CatalogueEntry[] {
  const words = text.toLowerCase().split(/\s+/)
  return entries.filter((_, at) => words.every((word) => texts[at]?.includes(word))).slice(0, 50)
}

setFlagsFromString('--expose-gc')
/** Megabytes in use, after clearing away. */
function megabytes(): number {
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

type Sides = { readonly ours: Engine; readonly library: MiniSearch; readonly texts: readonly string[] }

async function build(entries: readonly CatalogueEntry[], log: (line: string) => void): Promise<Sides & { ms: number; libraryMs: number }> {
  const ours = new Engine()
  const library = new MiniSearch({ fields: [...searched], searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' } })
  const before = megabytes()
  const ms = await timed(() => entries.forEach((entry) => void ours.put(entry)))
  const between = megabytes()
  const libraryMs = await timed(() => library.addAll(entries))
  const after = megabytes()
  log(`catalogue memory: index and entries ${(between - before).toFixed(0)} MB, MiniSearch's index ${(after - between).toFixed(0)} MB`)
  return { ours, library, texts: entries.map(textOf), ms, libraryMs }
}

async function perKey(work: (text: string) => unknown): Promise<readonly number[]> {
  const times: number[] = []
  for (const text of keys) times.push(await timed(() => work(text)))
  return times
}

/** From handing entries over to the first answer that shows one, and to all of them; how long the main thread was ever held up. */
async function open(entries: readonly CatalogueEntry[]): Promise<{ first: number; whole: number; held: number }> {
  let far = 0
  const runner: CatalogueRunner = createCatalogueRunner({
    workerUrl,
    onProgress: (ready) => {
      far = ready
    },
    onDamaged: () => undefined,
    onDeath: (why) => {
      throw new Error(why)
    },
  })
  const bytes = new Uint8Array(Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const start = performance.now()
  runner.source('buatan', bytes)
  let first = 0
  while (first === 0) if ((await runner.ask('search', query(''))).total > 0) first = performance.now() - start
  while (far < entries.length) await pause(5)
  const whole = performance.now() - start
  delay.disable()
  await runner.close()
  return { first, whole, held: delay.max / 1e6 }
}

async function measure(runs: number, log: (line: string) => void): Promise<Row[]> {
  const entries = makeCatalogue(size, 1)
  const { ours, library, texts, ms, libraryMs } = await build(entries, log)
  const all: Record<'ours' | 'scan' | 'library', (readonly number[])[]> = { ours: [], scan: [], library: [] }
  for (let run = -1; run < runs; run += 1) {
    const [a, b] = [await perKey((text) => ours.search(query(text))), await perKey((text) => scan(texts, entries, text))]
    // It takes minutes, so it has fewer rounds.
    const c = run < fewer ? await perKey((text) => library.search(text).slice(0, 50)) : null
    // The first round warms up.
    if (run < 0) continue
    all.ours.push(a)
    all.scan.push(b)
    if (c !== null) all.library.push(c)
  }
  const at = (side: keyof typeof all, part: number): readonly number[] => all[side].map((times) => share(times, part))
  const likeness: number[] = []
  for (let run = 0; run < runs; run += 1)
    likeness.push(await timed(() => ours.similar({ entry: `buatan/${run * 17}`, text: '', except: [], count: 6 })))
  const small = makeCatalogue(200, 1)
  const large: Awaited<ReturnType<typeof open>>[] = []
  const little: Awaited<ReturnType<typeof open>>[] = []
  for (let run = 0; run < Math.min(runs, 5); run += 1) {
    large.push(await open(entries))
    little.push(await open(small))
  }
  const of = (times: typeof large, key: 'first' | 'whole' | 'held') => times.map((one) => one[key])
  log(`catalogue: ${keys.length} keys of ${questions.length} questions, ${runs} runs; p99 ${share(all.ours.flat(), 0.99).toFixed(1)} ms`)
  return [
    rowOf('catalogue', 'a key, p95 (with counts beside the filters)', at('ours', 0.95), 'a plain scan, p95', at('scan', 0.95)),
    rowOf('catalogue', 'a key, p95 (with counts beside the filters)', at('ours', 0.95), 'MiniSearch alone, p95', at('library', 0.95)),
    rowOf('catalogue', 'a key, median', at('ours', 0.5), 'MiniSearch alone, median', at('library', 0.5)),
    rowOf('catalogue', 'building the index', [ms], 'MiniSearch alone', [libraryMs]),
    rowOf('catalogue', 'opening 30,000: first answer', of(large, 'first'), '200', of(little, 'first')),
    rowOf('catalogue', 'opening 30,000: all of it', of(large, 'whole'), '200', of(little, 'whole')),
    rowOf('catalogue', 'main thread held up meanwhile, longest', of(large, 'held'), 'building MiniSearch in it', [libraryMs]),
    rowOf('catalogue', 'similar to one of 30,000', likeness, 'a plain scan for one key, p95', at('scan', 0.95)),
  ]
}

export const bench: Bench = { name: 'catalogue', run: ({ runs, log }) => measure(runs, log) }
