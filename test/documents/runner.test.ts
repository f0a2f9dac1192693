import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { createDocumentRunner, DocumentWriteError } from '#core/documents/run.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import { anOutline, bookOutline, para, richOutline } from '../makers/outline.ts'
import { fontsFolder, frozen, readPdf } from './reading.ts'

const workerUrl = new URL('../../electron/core/documents/worker.ts', import.meta.url)
const { clockIso } = frozen

function aRunner(url = workerUrl, fonts = fontsFolder) {
  const runner = createDocumentRunner({ workerUrl: url, fontsFolder: fonts })
  onTestFinished(() => runner.close())
  return runner
}

async function aWorkerThat(source: string): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'labinov-worker-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'worker.mjs')
  await writeFile(file, source)
  return pathToFileURL(file)
}

it('writes both formats in its thread, the same bytes as without one, and tells how far it is', async () => {
  const runner = aRunner()
  const shares: number[] = []
  const [pdf, docx] = await Promise.all([
    runner.write(richOutline(), 'pdf', { clockIso, onProgress: (share) => shares.push(share) }),
    runner.write(richOutline(), 'docx', { clockIso }),
  ])
  expect(Buffer.compare(pdf.bytes, (await writePdf(richOutline(), frozen)).bytes)).toBe(0)
  expect(pdf.report).toMatchObject({ pages: 6, missingPictures: 1 })
  expect(Buffer.from(docx.bytes.subarray(0, 2)).toString()).toBe('PK')
  expect(shares.length).toBeGreaterThan(1)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

it('ends a document that is cancelled and writes the next one', async () => {
  const runner = aRunner()
  const stop = new AbortController()
  const long = runner.write(bookOutline(150), 'pdf', {
    clockIso,
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('dibatalkan')),
  })
  const after = runner.write(anOutline({ blocks: [para('berikutnya')] }), 'pdf', { clockIso })
  await expect(long).rejects.toThrow('dibatalkan')
  expect((await readPdf((await after).bytes)).pages[0]?.text).toContain('berikutnya')
})

it('takes a waiting document out of the queue without touching the one being written', async () => {
  const runner = aRunner()
  const stop = new AbortController()
  const first = runner.write(anOutline({ blocks: [para('pertama')] }), 'pdf', { clockIso })
  const second = runner.write(anOutline(), 'pdf', { clockIso, signal: stop.signal })
  stop.abort(new Error('tidak jadi'))
  await expect(second).rejects.toThrow('tidak jadi')
  expect((await first).report.pages).toBe(1)
})

it('refuses at once what was cancelled before it began', async () => {
  const reason = new Error('sudah batal')
  await expect(aRunner().write(anOutline(), 'pdf', { clockIso, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})

it('says so when the thread dies, and starts another for the next document', async () => {
  const dying = await aWorkerThat(
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', (job) => { if (job.format === 'pdf') process.exit(3); parentPort.postMessage({ kind: 'done', bytes: new Uint8Array([1]), report: { pages: 1, missingGlyphs: [], missingPictures: 0 } }) })`,
  )
  const runner = aRunner(dying)
  const broken = runner.write(anOutline(), 'pdf', { clockIso })
  const next = runner.write(anOutline(), 'docx', { clockIso })
  await expect(broken).rejects.toThrow(/ended before it was done \(code 3\)/)
  expect((await next).bytes).toEqual(new Uint8Array([1]))
})

it('says so when the thread throws', async () => {
  const throwing = await aWorkerThat(
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('rusak') })`,
  )
  await expect(aRunner(throwing).write(anOutline(), 'pdf', { clockIso })).rejects.toThrow(/stopped: rusak/)
})

it('says so when there is no worker file', async () => {
  await expect(aRunner(new URL('file:///tidak/ada/worker.js')).write(anOutline(), 'pdf', { clockIso })).rejects.toBeInstanceOf(
    DocumentWriteError,
  )
})

it('says which font file is missing', async () => {
  await expect(aRunner(workerUrl, '/tidak/ada').write(anOutline(), 'pdf', { clockIso })).rejects.toThrow(/Arimo-\w+\.ttf/)
})

it('rejects what waits when it is closed', async () => {
  const runner = createDocumentRunner({ workerUrl, fontsFolder })
  const waiting = [runner.write(bookOutline(50), 'pdf', { clockIso }), runner.write(anOutline(), 'pdf', { clockIso })]
  const ends = Promise.allSettled(waiting)
  await runner.close()
  expect((await ends).map((end) => end.status)).toEqual(['rejected', 'rejected'])
  await expect(runner.write(anOutline(), 'pdf', { clockIso })).rejects.toThrow('closed')
})
