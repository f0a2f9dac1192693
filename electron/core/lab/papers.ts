/** Printed documents on demand: gathers what a document needs, builds its outline and has it written. */
import { readFile, realpath } from 'node:fs/promises'
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { buildCanvasSheet, type SheetSource } from '#core/documents/build/canvas-sheet.ts'
import { buildCanvasWorkbook } from '#core/documents/build/canvas-workbook.ts'
import { buildWorkbook } from '#core/documents/build/workbook.ts'
import { documentFileName } from '#core/documents/documents.ts'
import { UnreadError } from '#core/documents/read/unpack.ts'
import type { DocumentRunner } from '#core/documents/run.ts'
import { isoNow, type Ports } from '#core/ports.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import type { CanvasWanted, ExportFormat, ExportStep, TableSheet } from '#shared/api/contract.ts'
import type { DocumentList, DocumentWanted } from '#shared/api/documents.ts'
import type { KeptFile, TableWanted } from '#shared/api/keeping.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { localDay } from '#shared/rules/dates.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import { canvasOf, type Packs } from '#shared/rules/packs.ts'
import { toCsv } from '#shared/rules/table-text.ts'
import { refuse, unreadable } from './caller.ts'
import type { Library } from './library.ts'
import { listDocuments } from './paper-list.ts'
import { printed, readPictures } from './paper-source.ts'
import { placeBeside, placeOver } from './place-file.ts'
import { exportSteps } from './steps.ts'

export type Papers = {
  list(lab: LabId, innovation: InnovationId | undefined): Promise<DocumentList>
  preview(wanted: DocumentWanted, signal: AbortSignal | undefined): Promise<Uint8Array>
  /** @param folder overrides the output folder; an aborted export leaves no file */
  export(
    wanted: DocumentWanted,
    format: ExportFormat,
    signal: AbortSignal | undefined,
    folder?: string,
  ): AsyncGenerator<ExportStep, void, void>
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

  async function keep(name: string, bytes: Uint8Array): Promise<KeptFile> {
    const file = await placeBeside(outputFolder(), name, bytes)
    return { file, name: basename(file), bytes: bytes.byteLength }
  }

  return {
    outputFolder,
    async list(labId, innovationId) {
      const lab = await library.lab(labId)
      if (lab === null) throw refuse('NOT_FOUND', 'lab', labId)
      const innovation = innovationId === undefined ? null : await library.innovation(labId, innovationId)
      if (innovationId !== undefined && innovation === null) throw refuse('NOT_FOUND', 'innovation', innovationId)
      return listDocuments({
        lab,
        log: await library.log(labId),
        innovation,
        packs: shelf.packs,
        innovations: innovation === null ? await library.innovations(labId) : [],
      })
    },
    async preview(wanted, signal) {
      const { outline } = await printed(wanted, parts)
      return (await runner.write(outline, 'pdf', { clockIso: isoNow(ports.clock), ...(signal === undefined ? {} : { signal }) })).bytes
    },
    async *export(wanted, format, signal, folder) {
      yield { state: 'working', done: 0 }
      const { def, from, outline } = await printed(wanted, parts)
      if (format === 'xlsx' && def.workbook === undefined) throw refuse('NOT_FOUND', 'document', wanted.kind)
      const wantedName = `${documentFileName(def, from)}.${format}`
      yield* exportSteps(
        (request) =>
          format === 'xlsx'
            ? runner.writeTable(buildWorkbook(def, from), { clockIso: isoNow(ports.clock), ...request })
            : runner.write(outline, format, { clockIso: isoNow(ports.clock), ...request }),
        (bytes) => (folder === undefined ? placeBeside(outputFolder(), wantedName, bytes) : placeOver(folder, wantedName, bytes)),
        signal,
      )
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
    async find(file) {
      const folder = resolve(outputFolder())
      try {
        const [root, real] = await Promise.all([realpath(folder), realpath(resolve(folder, file))])
        const inside = relative(root, real)
        return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside) ? real : null
      } catch {
        return null
      }
    },
  }
}

const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A spreadsheet program reads a date best as an ISO day. */
const csvRows = ({ columns, rows }: TableWanted['sheets'][number]): readonly (readonly string[])[] => [
  columns.map(({ label }) => label),
  ...rows.map((row) => row.map((cell) => (cell === null ? '' : typeof cell === 'object' ? cell.date : String(cell)))),
]

export const readExport = (file: string): Promise<Uint8Array> => readFile(file)
