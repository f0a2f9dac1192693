/** Printed documents on demand: gathers what a document needs, builds its outline and has it written. */
import { readFile, realpath } from 'node:fs/promises'
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { buildCanvasSheet, type SheetSource } from '#core/documents/build/canvas-sheet.ts'
import { buildCanvasWorkbook } from '#core/documents/build/canvas-workbook.ts'
import { changedParts } from '#core/documents/paper-parts.ts'
import { UnreadError } from '#core/documents/read/unpack.ts'
import type { DocumentRunner } from '#core/documents/run.ts'
import { isoNow, type Ports } from '#core/ports.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import type { CanvasWanted, ExportFormat, ExportStep, TableSheet } from '#shared/api/contract.ts'
import type { BatchStep, BatchWanted, DocumentChanges, DocumentEntry, DocumentList, DocumentWanted } from '#shared/api/documents.ts'
import type { KeptFile, TableWanted } from '#shared/api/keeping.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { type CanvasDef, stageKey } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { localDay } from '#shared/rules/dates.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import { canvasOf, type Packs } from '#shared/rules/packs.ts'
import { toCsv } from '#shared/rules/table-text.ts'
import { refuse, unreadable } from './caller.ts'
import type { Library } from './library.ts'
import { batchSteps } from './paper-batch.ts'
import { awardsOf } from './paper-conventions.ts'
import { type ExportParts, keyOf, makePaper, printOf, roomFor, subjectOf } from './paper-export.ts'
import { madeOf } from './paper-known.ts'
import { listOfInnovation, listOfKind, listOfLab } from './paper-list.ts'
import { paperName, subjectFolder } from './paper-name.ts'
import { createRecords, type ExportRecord, subjectKey } from './paper-records.ts'
import { defOf, readPictures, readStock, subjectIn } from './paper-source.ts'
import { placeBeside, placeOver } from './place-file.ts'
import { exportSteps } from './steps.ts'

export type Papers = {
  /** Of the lab; or of one innovation; or of one kind, for everything it can be about. */
  list(lab: LabId, innovation?: InnovationId, kind?: string): Promise<DocumentList>
  preview(wanted: DocumentWanted, signal: AbortSignal | undefined): Promise<Uint8Array>
  /** @param folder overrides the output folder, and such an export is not noted; an aborted export leaves no file */
  export(
    wanted: DocumentWanted,
    format: ExportFormat,
    signal: AbortSignal | undefined,
    folder?: string,
  ): AsyncGenerator<ExportStep, void, void>
  /** Many at once; aborted, it leaves the files that are finished and nothing half written. */
  batch(wanted: BatchWanted, signal: AbortSignal | undefined): AsyncGenerator<BatchStep, void, void>
  /** Where the files of this line go when everything is written at once: a path inside a folder, with `/`. */
  folderOf(lab: LabId, entry: DocumentEntry): Promise<string>
  /** What differs from the newest export, as that was printed. */
  changes(wanted: DocumentWanted): Promise<DocumentChanges>
  /** One canvas as pages or as a workbook, into the output folder. */
  exportCanvas(wanted: CanvasWanted, signal: AbortSignal | undefined): AsyncGenerator<ExportStep, void, void>
  /** A table or a text of the app's own, into the output folder. */
  keepTable(wanted: TableWanted, language: Language, signal: AbortSignal | undefined): Promise<KeptFile>
  keepText(name: string, ending: string, text: string): Promise<KeptFile>
  /** Sheets of an XLSX file. Refuses with UNREADABLE. */
  readTable(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<TableSheet[]>
  /** Absolute path of a finished export, or null when the name leads out of the output folder. */
  find(file: string): Promise<string | null>
  outputFolder(): string
}

type Parts = {
  readonly workspace: Workspace
  readonly library: Library
  readonly shelf: { readonly packs: Packs }
  readonly runner: DocumentRunner
  readonly ports: Ports
}

export function createPapers(parts: Parts): Papers {
  const { workspace, library, shelf, runner, ports } = parts
  const records = createRecords(workspace)
  const exporting: ExportParts = { ...parts, records }
  const outputFolder = () => workspace.settings.read().outputFolder || join(workspace.folder, 'keluaran')

  async function canvasOn(wanted: CanvasWanted): Promise<{ readonly def: CanvasDef; readonly from: SheetSource }> {
    const def = canvasOf(shelf.packs, wanted.canvas)
    if (def === undefined) throw refuse('NOT_FOUND', 'canvas', wanted.canvas)
    const lab = await library.lab(wanted.lab as LabId) // checked against the id pattern at the door
    if (lab === null) throw refuse('NOT_FOUND', 'lab', wanted.lab)
    const innovation = await library.innovation(lab.id, wanted.innovation as InnovationId) // checked against the id pattern at the door
    if (innovation === null) throw refuse('NOT_FOUND', 'innovation', wanted.innovation)
    const pictures = await readPictures(workspace, lab.id, Object.keys(innovation.attachments))
    const today = localDay(isoNow(ports.clock), lab.timeZone)
    return {
      def,
      from: { lab, innovation, packs: shelf.packs, language: wanted.language, today, attachment: (name) => pictures.get(name) ?? null },
    }
  }

  async function roomOf(wanted: DocumentWanted) {
    const def = defOf(shelf.packs, wanted.kind)
    const stock = await readStock(parts, wanted.lab)
    return { room: roomFor(def, printOf(wanted), stock, parts), subject: subjectIn(def, wanted, stock) }
  }

  async function find(file: string): Promise<string | null> {
    const folder = resolve(outputFolder())
    try {
      const [root, real] = await Promise.all([realpath(folder), realpath(resolve(folder, file))])
      const inside = relative(root, real)
      return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside) ? real : null
    } catch {
      return null
    }
  }

  async function keep(name: string, bytes: Uint8Array): Promise<KeptFile> {
    const file = await placeBeside(outputFolder(), name, bytes)
    return { file, name: basename(file), bytes: bytes.byteLength }
  }

  return {
    outputFolder,
    async list(labId, innovation, kind) {
      const find = (of: string, subject: string) => records.find(labId, of, subject)
      const stock = await readStock(parts, labId)
      const source = { ...stock, awards: awardsOf(stock.conventions), packs: shelf.packs, find }
      if (innovation === undefined) return kind === undefined ? listOfLab(source) : listOfKind(defOf(shelf.packs, kind), source)
      const one = [...source.innovations, ...source.archived].find(({ id }) => id === innovation)
      if (one === undefined) throw refuse('NOT_FOUND', 'innovation', innovation)
      return listOfInnovation(one, source)
    },
    async preview(wanted, signal) {
      const { room, subject } = await roomOf(wanted)
      const { file } = await makePaper(room, subject, 'pdf', exporting, { signal })
      if (file === null) throw refuse('NOT_FOUND', 'document', wanted.kind)
      return file.bytes
    },
    async *export(wanted, format, signal, folder) {
      yield { state: 'working', done: 0 }
      if (format === 'xlsx' && defOf(shelf.packs, wanted.kind).workbook === undefined) throw refuse('NOT_FOUND', 'document', wanted.kind)
      await library.settle()
      const { room, subject } = await roomOf(wanted)
      const name = paperName(room.def, { ...room.frame, packs: shelf.packs, ...subject }, format)
      let record: ExportRecord | null = null
      const steps = exportSteps(
        async (request) => {
          const made = await makePaper(room, subject, format, exporting, request)
          if (made.file === null) throw refuse('NOT_FOUND', 'document', wanted.kind)
          record = made.record
          return made.file
        },
        (bytes) => (folder === undefined ? placeBeside(outputFolder(), name, bytes) : placeOver(folder, name, bytes)),
        signal,
      )
      for await (const step of steps) {
        if (step.state === 'done' && folder === undefined && record !== null) {
          await records.note(wanted.lab, wanted.kind, keyOf(room.def, subject), record)
          await records.save(wanted.lab)
        }
        yield step
      }
    },
    batch: (wanted, signal) => batchSteps(wanted, { ...exporting, outputFolder, find }, signal),
    async folderOf(labId, { kind, innovation, session, stage, reward, convention }) {
      const frame = await readStock(parts, labId)
      return subjectFolder(defOf(shelf.packs, kind), {
        ...frame,
        packs: shelf.packs,
        language: 'id',
        innovation: [...frame.innovations, ...frame.archived].find(({ id }) => id === innovation),
        session: frame.log.sessions.find(({ id }) => id === session),
        stage: stageKey.safeParse(stage).data,
        reward: frame.log.rewards.find(({ id }) => id === reward),
        convention: frame.conventions.find((one) => one.convention.id === convention),
      })
    },
    async changes(wanted) {
      const def = defOf(shelf.packs, wanted.kind)
      const subject = subjectKey(def, { stage: def.stage, ...subjectOf(wanted) })
      const before = await records.find(wanted.lab, wanted.kind, subject)
      if (before === null) return { exportedAt: null, parts: [] }
      await library.settle()
      const { room, subject: about } = await roomOf({ ...before.print, ...subjectOf(wanted), lab: wanted.lab, kind: wanted.kind })
      const made = madeOf(room.def, about, room.stock)
      if (made === before.made) return { exportedAt: before.at, parts: [] }
      const { record } = await makePaper(room, about, 'said', exporting, {})
      const changed = changedParts(before.parts, record.parts)
      if (changed.length === 0) {
        // It was saved since and says the same: from now on that is known without looking.
        await records.note(wanted.lab, wanted.kind, subject, { ...before, made })
        await records.save(wanted.lab)
      }
      return { exportedAt: before.at, parts: changed }
    },
    async *exportCanvas(wanted, signal) {
      yield { state: 'working', done: 0 }
      const { def, from } = await canvasOn(wanted)
      const { format, paper, orientation, layout } = wanted
      const clockIso = isoNow(ports.clock)
      const name = fileNameFor([def.title[wanted.language], from.innovation.name], format)
      yield* exportSteps(
        (request) =>
          format === 'xlsx'
            ? runner.writeTable(buildCanvasWorkbook(def, from, { paper, orientation }), { clockIso, ...request })
            : runner.write(
                buildCanvasSheet(def, from, { paper, orientation, layout, style: format === 'pdf' ? 'pictures' : 'words' }),
                format,
                {
                  clockIso,
                  ...request,
                },
              ),
        (bytes) => placeBeside(outputFolder(), name, bytes),
        signal,
      )
    },
    async keepTable({ name, format, sheets }, language, signal) {
      const first = sheets[0]
      if (format === 'csv') return keep(fileNameFor([name], 'csv'), textBytes(first === undefined ? '' : toCsv(csvRows(first))))
      const { bytes } = await runner.writeTable(
        { title: name, subject: name, author: 'Labinov', language, paper: 'A4', orientation: 'landscape', sheets },
        { clockIso: isoNow(ports.clock), ...(signal === undefined ? {} : { signal }) },
      )
      return keep(fileNameFor([name], 'xlsx'), bytes)
    },
    keepText: (name, ending, text) => keep(fileNameFor([name], ending), textBytes(text)),
    async readTable(bytes, signal) {
      try {
        const sheets = await runner.readTable(bytes, signal)
        return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }))
      } catch (why) {
        if (why instanceof UnreadError) throw unreadable(why.reason)
        throw why
      }
    },
    find,
  }
}

const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A spreadsheet program reads a date best as an ISO day. */
const csvRows = ({ columns, rows }: TableWanted['sheets'][number]): readonly (readonly string[])[] => [
  columns.map(({ label }) => label),
  ...rows.map((row) => row.map((cell) => (cell === null ? '' : typeof cell === 'object' ? cell.date : String(cell)))),
]

export const readExport = (file: string): Promise<Uint8Array> => readFile(file)
