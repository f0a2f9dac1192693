/** One document as a file, and the note of what it said: whoever comes back later is told what changed since. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { DocumentSource } from '#core/documents/build/build.ts'
import { buildWorkbook } from '#core/documents/build/workbook.ts'
import type { DocumentRunner, WriteRequest } from '#core/documents/run.ts'
import { isoNow } from '#core/ports.ts'
import type { DocumentPrint, DocumentSubject, DocumentWanted, ExportFormat } from '#shared/api/documents.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { refuse } from './caller.ts'
import { digestOf, digestOfLab, madeOfInnovation, madeOfLab, madeOfSession } from './paper-known.ts'
import { partsOf } from './paper-parts.ts'
import { type ExportRecord, type Records, subjectKey } from './paper-records.ts'
import { type Printed, printed, type SourceParts } from './paper-source.ts'

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

export const subjectOf = ({ innovation, session, stage, reward }: DocumentWanted): DocumentSubject => ({
  ...(innovation === undefined ? {} : { innovation }),
  ...(session === undefined ? {} : { session }),
  ...(stage === undefined ? {} : { stage }),
  ...(reward === undefined ? {} : { reward }),
})

/** Digest of what a print was made of. */
export async function madeNow(def: DocumentDef, from: DocumentSource): Promise<string> {
  const { lab, log, innovation, session, innovations = [] } = from
  if (log === undefined) return ''
  if (innovation !== undefined && def.scope === 'innovation') return madeOfInnovation(def, lab, digestOf(innovation))
  if (session !== undefined && def.scope === 'session') return madeOfSession(def, lab, log, session)
  const known = []
  for (const [at, value] of innovations.entries()) {
    known.push({ value, digest: digestOf(value) })
    if (at % 16 === 15) await breathe()
  }
  return madeOfLab(def, digestOfLab({ lab, log, innovations: known, unread: [] }))
}

export type Prepared = Printed & {
  /** Of the export, to be noted when the file is in its place. */
  readonly record: ExportRecord
  readonly subject: string
}

/** A document ready to be written, with the note of it. An export that says what the newest one said is the same file again. */
export async function prepared(
  wanted: DocumentWanted,
  parts: ExportParts,
  print: () => Promise<Printed> = () => printed(wanted, parts),
): Promise<Prepared> {
  const { def, from, outline } = await print()
  const subject = subjectKey(def, subjectOf(wanted))
  const before = await parts.records.find(wanted.lab, def.id, subject)
  const how = printOf(wanted)
  const made = await madeNow(def, from)
  const contents = partsOf(outline)
  const at = isoNow(parts.ports.clock)
  const same = before !== null && digestOf([before.print, before.parts]) === digestOf([how, contents])
  return {
    def,
    from,
    outline,
    subject,
    record: { at, clock: same ? before.clock : at, made, print: how, parts: contents.map(([title, digest]) => [title, digest]) },
  }
}

/** Has it written in the format. Refuses with NOT_FOUND when the document has no rows. */
export function writePaper(
  { def, from, outline, record }: Prepared,
  format: ExportFormat,
  { runner }: ExportParts,
  request: Omit<WriteRequest, 'clockIso'>,
) {
  const asked = { clockIso: record.clock, ...request }
  if (format !== 'xlsx') return runner.write(outline, format, asked)
  if (def.workbook === undefined) throw refuse('NOT_FOUND', 'document', def.id)
  return runner.writeTable(buildWorkbook(def, from), asked)
}
