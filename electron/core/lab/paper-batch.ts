/** One kind of document for many innovations, sessions, stages or rewards: a file for each in a folder of its own, or one book. */
import { mkdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { bookOf } from '#core/documents/build/book.ts'
import { DocumentWriteError } from '#core/documents/run.ts'
import { toFaultError } from '#core/workspace/failures.ts'
import type { BatchReason, BatchStep, BatchWanted, DocumentSubject, DocumentWanted } from '#shared/api/documents.ts'
import { FaultError } from '#shared/model/faults.ts'
import type { InnovationId } from '#shared/model/ids.ts'
import type { Outline } from '#shared/model/outline.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { faultRefusal, refuse } from './caller.ts'
import { type ExportParts, type Prepared, prepared, printOf, writePaper } from './paper-export.ts'
import { idsOf, subjectsOf } from './paper-list.ts'
import { batchFolderName, bookName, paperName, subjectName } from './paper-name.ts'
import { changedParts } from './paper-parts.ts'
import { subjectKey } from './paper-records.ts'
import { defOf, type LabStock, printed, readFrame, readStock, sourceOf } from './paper-source.ts'
import { placeBeside, unusedFolder } from './place-file.ts'
import { exportSteps } from './steps.ts'

type BatchParts = ExportParts & {
  readonly outputFolder: () => string
  /** Absolute path inside the output folder, or null. */
  readonly find: (file: string) => Promise<string | null>
}

/** What one of the many is about, with a name for people before it is opened. */
type One = { readonly subject: DocumentSubject; readonly key: string; readonly name: string }
type Failed = Extract<BatchStep, { state: 'done' }>['failed'][number]

type Batch = {
  readonly wanted: BatchWanted
  readonly def: DocumentDef
  readonly stock: LabStock
  readonly ones: readonly One[]
  readonly parts: BatchParts
  readonly failed: Failed[]
  readonly signal: AbortSignal | undefined
}

/** How many notes of exports may be lost when the machine stops. */
const notedTogether = 20

export async function* batchSteps(
  wanted: BatchWanted,
  parts: BatchParts,
  signal: AbortSignal | undefined,
): AsyncGenerator<BatchStep, void, void> {
  const def = defOf(parts.shelf.packs, wanted.kind)
  if (wanted.format === 'xlsx' && (def.workbook === undefined || wanted.as === 'book')) throw refuse('NOT_FOUND', 'document', wanted.kind)
  // One innovation at a time is opened where each is a document of its own.
  const stock = def.scope === 'innovation' ? await readFrame(parts, wanted.lab) : await readStock(parts, wanted.lab)
  const batch: Batch = { wanted, def, stock, ones: await chosen(wanted, def, stock, parts), parts, failed: [], signal }
  if (batch.ones.length === 0) yield finished(batch, { file: '', name: '', written: 0, missingPictures: 0 })
  else yield* wanted.as === 'book' ? asBook(batch) : asFiles(batch)
}

/** Those that are wanted in the order they are named in; all of the lab by unit and name. */
async function chosen(wanted: BatchWanted, def: DocumentDef, stock: LabStock, parts: BatchParts): Promise<readonly One[]> {
  const all = def.scope === 'innovation' ? await innovationsOf(stock, parts) : othersOf(def, stock, wanted, parts)
  const ones =
    wanted.subjects.length === 0
      ? all
      : wanted.subjects.map((id) => all.find(({ key }) => key === id) ?? { subject: subjectFor(def, id), key: id, name: id })
  if (!wanted.changedOnly) return ones
  const exported: One[] = []
  for (const one of ones) if ((await parts.records.find(stock.lab.id, def.id, one.key)) !== null) exported.push(one)
  return exported
}

const subjectFor = (def: DocumentDef, id: string): DocumentSubject =>
  def.scope === 'lab' || def.scope === 'stage' ? {} : { [def.scope]: id }

async function innovationsOf({ lab }: LabStock, { library }: BatchParts): Promise<readonly One[]> {
  const unitName = (id: string | null): string => lab.units.find((unit) => unit.id === id)?.name ?? '\uffff'
  return (await library.summaries(lab.id))
    .filter(({ archived }) => !archived)
    .map(({ id, name, unit }) => ({ subject: { innovation: id }, key: id, name, unit: unitName(unit) }))
    .sort((a, b) => a.unit.localeCompare(b.unit, 'id') || a.name.localeCompare(b.name, 'id'))
}

const othersOf = (def: DocumentDef, stock: LabStock, wanted: BatchWanted, { shelf }: BatchParts): readonly One[] =>
  subjectsOf(def, { ...stock, packs: shelf.packs, innovations: [] }).map((one) => {
    const subject = idsOf(one)
    const name = subjectName(def, { lab: stock.lab, packs: shelf.packs, language: wanted.language, ...one, innovation: undefined })
    return { subject, key: subjectKey(def, subject), name }
  })

const wantedOf = (one: One, { wanted }: Batch): DocumentWanted => ({
  ...printOf(wanted),
  lab: wanted.lab,
  kind: wanted.kind,
  ...one.subject,
})

/** One of them, ready to be written. Null when nothing of it changed and only what changed is wanted. */
async function prepareOne(one: One, batch: Batch): Promise<Prepared | null> {
  const { def, stock, parts, wanted } = batch
  const about = wantedOf(one, batch)
  const ready = await prepared(about, parts, async () =>
    printed(about, parts, def.scope === 'innovation' ? await alone(one, batch) : stock),
  )
  if (!wanted.changedOnly) return ready
  const before = await parts.records.find(stock.lab.id, def.id, one.key)
  if (before === null || before.made === ready.record.made) return null
  if (changedParts(before.parts, ready.record.parts).length > 0) return ready
  await parts.records.note(stock.lab.id, def.id, one.key, { ...before, made: ready.record.made })
  return null
}

async function alone({ subject }: One, { stock, parts }: Batch): Promise<LabStock> {
  const id = (subject.innovation ?? '') as InnovationId // a missing id finds nothing
  const found = await parts.library.innovation(stock.lab.id, id)
  if (found !== null) return { ...stock, innovations: [found] }
  const listed = (await parts.library.summaries(stock.lab.id)).some((one) => one.id === id)
  throw listed ? new Unopened() : refuse('NOT_FOUND', 'innovation', id)
}

/** It is in the list, and its file does not open. */
class Unopened extends Error {}

async function* asFiles(batch: Batch): AsyncGenerator<BatchStep, void, void> {
  const { wanted, ones, parts, signal } = batch
  const folder = await folderFor(batch)
  const step = (at: number, name: string): BatchStep => ({
    state: 'working',
    at,
    of: ones.length,
    name,
    done: at / ones.length,
    folder,
    failed: failedOf(batch),
  })
  let written = 0
  let missingPictures = 0
  try {
    for (const [at, one] of ones.entries()) {
      yield step(at, one.name)
      signal?.throwIfAborted()
      const done = await attempt(one, batch, async () => {
        const ready = await prepareOne(one, batch)
        if (ready === null) return null
        const { bytes, report } = await writePaper(ready, wanted.format, parts, { signal })
        return { ready, bytes, report }
      })
      if (done === null) continue
      // A folder that takes nothing any more will not take the next one either.
      await placeBeside(folder, paperName(done.ready.def, done.ready.from, wanted.format), done.bytes)
      await parts.records.note(wanted.lab, wanted.kind, one.key, done.ready.record)
      written += 1
      missingPictures += done.report.missingPictures
      if (written % notedTogether === 0) await parts.records.save(wanted.lab)
    }
    yield finished(batch, {
      file: written === 0 && wanted.folder === undefined ? '' : folder,
      name: basename(folder),
      written,
      missingPictures,
    })
  } catch (why) {
    // Steps are told after the call itself has succeeded: nobody else turns a fault into words for the caller any more.
    throw why instanceof FaultError ? faultRefusal(why.fault) : why
  } finally {
    await parts.records.save(wanted.lab)
  }
}

/** Null when it failed, which is then told at the end, or when there is nothing to write. */
async function attempt<T>(one: One, { failed, signal }: Batch, work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work()
  } catch (why) {
    if (signal?.aborted) throw why
    const { reason, detail } = reasonOf(why)
    failed.push({ subject: one.key, name: one.name, reason, detail })
    return null
  }
}

function reasonOf(why: unknown): { readonly reason: BatchReason; readonly detail: string } {
  const detail = why instanceof Error ? why.message : String(why)
  if (why instanceof Unopened) return { reason: 'damaged', detail: '' }
  if (why instanceof FaultError) return { reason: 'damaged', detail }
  if (why instanceof DocumentWriteError) return { reason: 'writer', detail }
  return { reason: why instanceof Error && 'code' in why && why.code === 'NOT_FOUND' ? 'gone' : 'writer', detail }
}

async function folderFor({ wanted, def, stock, parts }: Batch): Promise<string> {
  if (wanted.folder !== undefined) {
    const known = await parts.find(wanted.folder)
    if (known === null) throw refuse('NOT_FOUND', 'file', wanted.folder)
    return known
  }
  const named = { lab: stock.lab, packs: parts.shelf.packs, language: wanted.language, variant: wanted.variant }
  const folder = await unusedFolder(parts.outputFolder(), batchFolderName(def, named))
  try {
    await mkdir(folder, { recursive: true })
  } catch (why) {
    throw faultRefusal(toFaultError(why, folder).fault)
  }
  return folder
}

/** Of the whole work: putting the documents together, the rest is writing them. */
const gathering = 0.4

async function* asBook(batch: Batch): AsyncGenerator<BatchStep, void, void> {
  const { wanted, def, stock, ones, parts, signal } = batch
  const outlines: Outline[] = []
  const notes: { readonly key: string; readonly ready: Pick<Prepared, 'record'> }[] = []
  for (const [at, one] of ones.entries()) {
    yield {
      state: 'working',
      at,
      of: ones.length,
      name: one.name,
      done: (gathering * at) / ones.length,
      folder: '',
      failed: failedOf(batch),
    }
    signal?.throwIfAborted()
    const ready = await attempt(one, batch, () => prepareOne(one, batch))
    if (ready === null) continue
    outlines.push(ready.outline)
    notes.push({ key: one.key, ready: { record: ready.record } })
    await breathe()
  }
  if (outlines.length === 0) return yield finished(batch, { file: '', name: '', written: 0, missingPictures: 0 })
  const named = { lab: stock.lab, packs: parts.shelf.packs, language: wanted.language, variant: wanted.variant }
  const book = bookOf(def, sourceOf({ ...def, scope: 'lab' }, wanted, stock, parts), outlines)
  const name = bookName(def, named, wanted.format)
  const format = wanted.format === 'docx' ? 'docx' : 'pdf'
  const clockIso =
    notes
      .map(({ ready }) => ready.record.clock)
      .sort()
      .at(-1) ?? ''
  const steps = exportSteps(
    (request) => parts.runner.write(book, format, { clockIso, ...request }),
    (bytes) => placeBeside(parts.outputFolder(), name, bytes),
    signal,
  )
  for await (const step of steps) {
    if (step.state === 'working') {
      yield {
        state: 'working',
        at: ones.length,
        of: ones.length,
        name,
        done: gathering + (1 - gathering) * step.done,
        folder: '',
        failed: failedOf(batch),
      }
      continue
    }
    for (const { key, ready } of notes) await parts.records.note(wanted.lab, wanted.kind, key, ready.record)
    await parts.records.save(wanted.lab)
    yield finished(batch, { file: step.file, name: step.name, written: outlines.length, missingPictures: step.report.missingPictures })
  }
}

const failedOf = ({ failed }: Batch): string[] => failed.map(({ subject }) => subject)

type End = Omit<Extract<BatchStep, { state: 'done' }>, 'state' | 'failed'>
const finished = ({ failed }: Batch, end: End): BatchStep => ({ state: 'done', ...end, failed: [...failed] })
