/** One kind of document for many innovations, sessions, stages or rewards: a file for each in a folder of its own, or one book. */
import { mkdir } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PrintStore } from '#core/documents/print-task.ts'
import { DocumentWriteError } from '#core/documents/run.ts'
import { isoNow } from '#core/ports.ts'
import { toFaultError } from '#core/workspace/failures.ts'
import type { BatchReason, BatchStep, BatchWanted } from '#shared/api/documents.ts'
import { FaultError } from '#shared/model/faults.ts'
import { faultRefusal, refuse } from './caller.ts'
import { type ExportParts, keyOf, likeBefore, makePaper, printOf, type Room, roomFor } from './paper-export.ts'
import { type LabStock, madeOf } from './paper-known.ts'
import { subjectsOf } from './paper-list.ts'
import { batchFolderName, bookName, paperName, subjectName } from './paper-name.ts'
import type { ExportRecord } from './paper-records.ts'
import { aboutOf, defOf, readStock, type Subject, storeFor, subjectIn } from './paper-source.ts'
import { placeBeside, unusedFolder } from './place-file.ts'
import { exportSteps } from './steps.ts'

type BatchParts = ExportParts & {
  readonly outputFolder: () => string
  /** Absolute path inside the output folder, or null. */
  readonly find: (file: string) => Promise<string | null>
}

/** What one of the many is about; null when it is not there any more. */
type One = { readonly subject: Subject | null; readonly key: string; readonly name: string }
type Failed = Extract<BatchStep, { state: 'done' }>['failed'][number]

type Batch = {
  readonly wanted: BatchWanted
  readonly room: Room
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
  await parts.library.settle()
  const stock = await readStock(parts, wanted.lab)
  const room = roomFor(def, printOf(wanted), stock, parts)
  const batch: Batch = { wanted, room, ones: await chosen(wanted, room, parts), parts, failed: [], signal }
  if (batch.ones.length === 0) yield finished(batch, { file: '', name: '', written: 0, missingPictures: 0 })
  else yield* wanted.as === 'book' ? asBook(batch) : asFiles(batch)
}

/** Those that are wanted in the order they are named in; all of the lab by unit and name. */
async function chosen(wanted: BatchWanted, { def, stock }: Room, parts: BatchParts): Promise<readonly One[]> {
  const named = { lab: stock.lab, packs: parts.shelf.packs, language: wanted.language }
  const oneOf = (subject: Subject): One => ({ subject, key: keyOf(def, subject), name: subjectName(def, { ...named, ...subject }) })
  const find = (key: string): One => {
    try {
      return oneOf(subjectIn(def, def.scope === 'lab' || def.scope === 'stage' ? {} : { [def.scope]: key }, stock))
    } catch {
      return { subject: null, key, name: key }
    }
  }
  const subjects = subjectsOf(def, { ...stock, packs: parts.shelf.packs })
  const all = (def.scope === 'innovation' ? byUnit(subjects, stock) : subjects).map(oneOf)
  const ones = wanted.subjects.length === 0 ? all : wanted.subjects.map((key) => all.find((one) => one.key === key) ?? find(key))
  if (!wanted.changedOnly) return ones
  const exported: One[] = []
  for (const one of ones) if ((await parts.records.find(stock.lab.id, def.id, one.key)) !== null) exported.push(one)
  return exported
}

function byUnit(subjects: readonly Subject[], { lab }: LabStock): readonly Subject[] {
  const unitName = (id: string | null | undefined): string => lab.units.find((unit) => unit.id === id)?.name ?? '\uffff'
  return subjects
    .map((subject) => ({ subject, unit: unitName(subject.innovation?.unit), name: subject.innovation?.name ?? '' }))
    .sort((a, b) => a.unit.localeCompare(b.unit, 'id') || a.name.localeCompare(b.name, 'id'))
    .map(({ subject }) => subject)
}

/** What there is to know about one without building it: null when it was exported and not saved since, and only what changed is wanted. */
async function beforeOf(one: One, { room, parts, wanted }: Batch): Promise<{ readonly before: ExportRecord | null } | null> {
  const { def, stock } = room
  const before = await parts.records.find(stock.lab.id, def.id, one.key)
  if (!wanted.changedOnly) return { before: likeBefore(before, room.how) }
  return before === null || before.made === madeOf(def, one.subject ?? {}, stock) ? null : { before }
}

/** It was saved and says what it said: known from now on. */
async function stillTheSame(key: string, subject: Subject, { room: { def, stock }, parts }: Batch): Promise<void> {
  const before = await parts.records.find(stock.lab.id, def.id, key)
  if (before !== null) await parts.records.note(stock.lab.id, def.id, key, { ...before, made: madeOf(def, subject, stock) })
}

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
      const done = await attempt(one, batch, () => writeOne(one, batch))
      if (done === null) continue
      // A folder that takes nothing any more will not take the next one either.
      await placeBeside(folder, done.name, done.bytes)
      await parts.records.note(wanted.lab, wanted.kind, one.key, done.record)
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

/** Null when nothing of it changed and only what changed is wanted. */
async function writeOne(one: One, batch: Batch) {
  const { wanted, room, parts, signal } = batch
  if ((await beforeOf(one, batch)) === null) return null
  const subject = one.subject ?? gone(room, one.key)
  const { file, record } = await makePaper(room, subject, wanted.format, parts, { signal, onlyChanged: wanted.changedOnly })
  if (file === null) {
    await stillTheSame(one.key, subject, batch)
    return null
  }
  return { ...file, record, name: paperName(room.def, { ...room.frame, packs: parts.shelf.packs, ...subject }, wanted.format) }
}

const gone = ({ def }: Room, key: string): never => {
  throw refuse('NOT_FOUND', def.scope === 'session' || def.scope === 'innovation' ? def.scope : 'document', key)
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
  if (why instanceof FaultError) return { reason: 'damaged', detail }
  if (why instanceof DocumentWriteError) return { reason: 'writer', detail }
  return { reason: why instanceof Error && 'code' in why && why.code === 'NOT_FOUND' ? 'gone' : 'writer', detail }
}

async function folderFor({ wanted, room, parts }: Batch): Promise<string> {
  if (wanted.folder !== undefined) {
    const known = await parts.find(wanted.folder)
    if (known === null) throw refuse('NOT_FOUND', 'file', wanted.folder)
    return known
  }
  const folder = await unusedFolder(parts.outputFolder(), batchFolderName(room.def, { ...room.frame, packs: parts.shelf.packs }))
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
  const { wanted, room, parts, signal } = batch
  const { def, stock, frame, how } = room
  const chapters: { readonly one: One; readonly subject: Subject; readonly before: ExportRecord | null }[] = []
  for (const one of batch.ones) {
    const found = await attempt(one, batch, async () => {
      const known = await beforeOf(one, batch)
      return known === null ? null : { one, subject: one.subject ?? gone(room, one.key), ...known }
    })
    if (found !== null) chapters.push(found)
  }
  const name = bookName(def, { ...frame, packs: parts.shelf.packs }, wanted.format)
  const at = isoNow(parts.ports.clock)
  const notes = new Map<string, ExportRecord>()
  const same: (readonly [string, Subject])[] = []
  const reasons = new Map<string, unknown>()
  let behind = 0
  const step = (done: number): BatchStep => ({
    state: 'working',
    at: behind,
    of: chapters.length,
    name: chapters[behind]?.one.name ?? name,
    done,
    folder: '',
    failed: failedOf(batch),
  })
  const steps = exportSteps(
    async ({ onProgress, ...request }) => {
      const book = await parts.runner.book(
        {
          frame,
          chapters: chapters.map(({ subject, before }) => ({ about: aboutOf(subject), before })),
          as: wanted.format === 'docx' ? 'docx' : 'pdf',
          clockIso: at,
          onlyChanged: wanted.changedOnly,
        },
        {
          ...request,
          packs: parts.shelf.packs,
          store: noting(storeFor(def, parts), reasons),
          onProgress: (share) => onProgress(gathering + (1 - gathering) * share),
          onChapter: (index, chapter) => {
            const of = chapters[index]
            if (of === undefined) return
            behind = index + 1
            const { one, subject } = of
            if (chapter.state === 'failed') batch.failed.push(failedAs(one, reasons.get(subject.innovation?.id ?? ''), chapter.detail))
            else if (chapter.state === 'same') same.push([one.key, subject])
            else {
              const said = chapter.parts.map(([title, digest]): [string, string] => [title, digest])
              notes.set(one.key, { at, clock: chapter.clock, made: madeOf(def, subject, stock), print: how, parts: said })
            }
            onProgress((gathering * behind) / chapters.length)
          },
        },
      )
      if (book === null) throw new NothingLeft()
      return book
    },
    (bytes) => placeBeside(parts.outputFolder(), name, bytes),
    signal,
  )
  try {
    if (chapters.length > 0) yield step(0)
    for await (const one of steps) {
      if (one.state === 'working') {
        yield step(one.done)
        continue
      }
      for (const [key, record] of notes) await parts.records.note(wanted.lab, wanted.kind, key, record)
      yield finished(batch, { file: one.file, name: one.name, written: notes.size, missingPictures: one.report.missingPictures })
    }
  } catch (why) {
    if (!(why instanceof NothingLeft)) throw why
    yield finished(batch, { file: '', name: '', written: 0, missingPictures: 0 })
  } finally {
    for (const [key, subject] of same) await stillTheSame(key, subject, batch)
    await parts.records.save(wanted.lab)
  }
}

/** No chapter of the book could be made, or none says anything new. */
class NothingLeft extends Error {}

/** Remembers why an innovation could not be read; the worker only hears that it is not there. */
const noting = (store: PrintStore, reasons: Map<string, unknown>): PrintStore => ({
  ...store,
  innovation: (lab, id) =>
    store.innovation(lab, id).catch((why: unknown) => {
      reasons.set(id, why)
      return null
    }),
})

const failedAs = ({ key, name }: One, why: unknown, detail: string): Failed => ({
  subject: key,
  name,
  ...(why === undefined ? { reason: 'writer' as const, detail } : reasonOf(why)),
})

const failedOf = ({ failed }: Batch): string[] => failed.map(({ subject }) => subject)

type End = Omit<Extract<BatchStep, { state: 'done' }>, 'state' | 'failed'>
const finished = ({ failed }: Batch, end: End): BatchStep => ({ state: 'done', ...end, failed: [...failed] })
