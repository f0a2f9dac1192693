/** One document as a file, and the note of what it said: whoever comes back later is told what changed since. */
import type { PrintFrame, PrintTask } from '#core/documents/print-task.ts'
import type { DocumentRunner, WriteRequest } from '#core/documents/run.ts'
import { isoNow } from '#core/ports.ts'
import type { DocumentPrint, DocumentSubject, DocumentWanted, ExportFormat } from '#shared/api/documents.ts'
import type { WriteReport } from '#shared/model/outline.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { refuse } from './caller.ts'
import { digestOf, type LabStock, madeOf } from './paper-known.ts'
import { type ExportRecord, type Records, subjectKey } from './paper-records.ts'
import { aboutOf, frameOf, type SourceParts, type Subject, storeFor } from './paper-source.ts'

export type ExportParts = SourceParts & { readonly runner: DocumentRunner; readonly records: Records }

/** How a document is printed, without what it is about. */
export const printOf = ({ paper, language, date, variant, kop, officials }: DocumentWanted): DocumentPrint => ({
  language,
  ...(paper === undefined ? {} : { paper }),
  ...(date === undefined ? {} : { date }),
  ...(variant === undefined ? {} : { variant }),
  ...(kop === undefined ? {} : { kop }),
  ...(officials === undefined ? {} : { officials }),
})

export const subjectOf = ({ innovation, session, stage, reward, convention }: DocumentWanted): DocumentSubject => ({
  ...(innovation === undefined ? {} : { innovation }),
  ...(session === undefined ? {} : { session }),
  ...(stage === undefined ? {} : { stage }),
  ...(reward === undefined ? {} : { reward }),
  ...(convention === undefined ? {} : { convention }),
})

/** Prints of one kind from one look at the lab. */
export type Room = { readonly def: DocumentDef; readonly how: DocumentPrint; readonly stock: LabStock; readonly frame: PrintFrame }

export const roomFor = (def: DocumentDef, how: DocumentPrint, stock: LabStock, parts: Pick<SourceParts, 'ports'>): Room => ({
  def,
  how,
  stock,
  frame: frameOf(def, how, stock, parts),
})

/** The moment and the content of the export before, where it was printed in the same way. */
export const likeBefore = (before: ExportRecord | null, how: DocumentPrint): ExportRecord | null =>
  before !== null && digestOf(before.print) === digestOf(how) ? before : null

export type Made = {
  /** Of the export, to be noted when the file is in its place. */
  readonly record: ExportRecord
  /** Null when nothing was to be written. */
  readonly file: { readonly bytes: Uint8Array; readonly report: WriteReport } | null
}

/**
 * Has one document built and written. An export that says what the newest one said is the same file again.
 * Refuses with NOT_FOUND when rows are wanted and the document has none.
 */
export async function makePaper(
  { def, how, stock, frame }: Room,
  subject: Subject,
  as: ExportFormat | 'said',
  parts: ExportParts,
  { onlyChanged = false, ...request }: Omit<WriteRequest, 'clockIso'> & { readonly onlyChanged?: boolean },
): Promise<Made> {
  if (as === 'xlsx' && def.workbook === undefined) throw refuse('NOT_FOUND', 'document', def.id)
  const before = await parts.records.find(stock.lab.id, def.id, keyOf(def, subject))
  const at = isoNow(parts.ports.clock)
  const like = onlyChanged ? before : likeBefore(before, how)
  const task: PrintTask = { frame, about: aboutOf(subject), as, clockIso: at, before: like, onlyChanged }
  const done = await parts.runner.print(task, { ...request, packs: parts.shelf.packs, store: storeFor(def, parts) })
  return {
    record: {
      at,
      clock: done.clock,
      made: madeOf(def, subject, stock),
      print: how,
      parts: done.parts.map(([title, digest]) => [title, digest]),
    },
    file: done.file,
  }
}

/** What a print is about, in the word under which it is noted. */
export const keyOf = (def: Pick<DocumentDef, 'scope'>, { innovation, session, stage, reward, convention }: Subject): string =>
  subjectKey(def, {
    ...(innovation === undefined ? {} : { innovation: innovation.id }),
    ...(session === undefined ? {} : { session: session.id }),
    ...(stage === undefined ? {} : { stage }),
    ...(reward === undefined ? {} : { reward: reward.id }),
    ...(convention === undefined ? {} : { convention: convention.convention.id }),
  })
