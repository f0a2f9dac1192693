/** Building in the writer's thread: the same file as building beside it, pictures and innovations only when they are asked for. */
import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { buildDocument } from '#core/documents/build/build.ts'
import type { PrintFrame, PrintTask } from '#core/documents/print-task.ts'
import { createDocumentRunner } from '#core/documents/run.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { fillInnovation, snapshotInnovation } from '#shared/doc/innovation.ts'
import { bySystem } from '#shared/doc/origins.ts'
import { documentOf } from '#shared/rules/packs.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab } from '#test/makers/lab.ts'
import { emptyLog } from '#test/makers/lab-log.ts'
import { fontsFolder, frozen } from './reading.ts'

const workerUrl = new URL('../../electron/core/documents/worker.ts', import.meta.url)
const { clockIso } = frozen

async function stand() {
  const { packs } = await loadPacks([new URL('../../templates/packs', import.meta.url).pathname])
  const def = documentOf(packs, 'proposal-kipp')
  if (def === undefined) throw new Error('there is no such document')
  const runner = createDocumentRunner({ workerUrl, fontsFolder })
  onTestFinished(() => runner.close())
  const doc = new Y.Doc()
  const made = makeInnovation()
  fillInnovation(doc, made, () => false, bySystem)
  const innovation = snapshotInnovation(doc, made.id, made.lab)
  const common = { lab: makeLab(), log: emptyLog, language: 'id', paper: 'A4', date: '', today: '2026-08-13', officials: [] } as const
  const frame: PrintFrame = { ...common, def, innovations: [], awards: {} }
  const task: PrintTask = {
    frame,
    about: { innovation: { id: made.id, stamp: '' } },
    as: 'pdf',
    clockIso,
    before: null,
    onlyChanged: false,
  }
  const store = { innovation: async () => Y.encodeStateAsUpdate(doc), pictures: async () => new Map() }
  const outline = buildDocument(def, { ...common, packs, innovation, innovations: [], stage: def.stage, attachment: () => null })
  return { runner, packs, task, frame, store, outline }
}

it('makes the same bytes as building beside the thread, and nothing when it says what was said before', async () => {
  const { runner, packs, task, store, outline } = await stand()
  const first = await runner.print(task, { packs, store })
  expect(Buffer.compare(first.file?.bytes ?? new Uint8Array(), (await writePdf(outline, frozen)).bytes)).toBe(0)
  const before = { clock: '2020-01-01T00:00:00.000Z', parts: first.parts }
  expect(await runner.print({ ...task, before, onlyChanged: true }, { packs, store })).toMatchObject({ file: null })
  expect((await runner.print({ ...task, before, as: 'said' }, { packs, store })).clock).toBe(before.clock)
})

it('rejects with what the store rejects with, goes on, and leaves a chapter out that is not there', async () => {
  const { runner, packs, task, frame, store } = await stand()
  const broken = { ...store, innovation: () => Promise.reject(new Error('rusak')) }
  await expect(runner.print(task, { packs, store: broken })).rejects.toThrow('rusak')
  const told: string[] = []
  const chapters = [task.about, { innovation: { id: 'tidak-ada', stamp: '' } as never }].map((about) => ({ about, before: null })) // an id nobody has
  const some = { ...store, innovation: async (_: string, id: string) => (id === 'tidak-ada' ? null : store.innovation()) }
  const onChapter = (at: number, { state }: { readonly state: string }) => told.push(`${at} ${state}`)
  const book = await runner.book({ frame, chapters, as: 'pdf', clockIso, onlyChanged: false }, { packs, store: some, onChapter })
  expect(told).toEqual(['0 in', '1 failed'])
  expect(book?.bytes.byteLength).toBeGreaterThan(1000)
})
