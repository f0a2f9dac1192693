/** Printed documents on demand: gathers what a document needs, builds its outline and has it written. */
import { readFile, realpath } from 'node:fs/promises'
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { documentFileName, documentState } from '#core/documents/documents.ts'
import type { DocumentRunner } from '#core/documents/run.ts'
import { isoNow, type Ports } from '#core/ports.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import type { DocumentEntry, ExportFormat, ExportStep } from '#shared/api/contract.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Paper } from '#shared/model/lab.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { documentOf, type Packs } from '#shared/rules/packs.ts'
import { refuse } from './caller.ts'
import type { Library } from './library.ts'
import { readPicture } from './picture.ts'
import { placeBeside, placeOver } from './place-file.ts'

export type PaperWanted = {
  readonly lab: string
  readonly innovation?: string | undefined
  readonly kind: string
  readonly paper?: Paper | undefined
  readonly language: Language
  readonly date?: string | undefined
}

export type Papers = {
  list(lab: LabId, innovation: InnovationId | undefined): Promise<readonly DocumentEntry[]>
  preview(wanted: PaperWanted, signal: AbortSignal | undefined): Promise<Uint8Array>
  /** @param folder overrides the output folder; an aborted export leaves no file */
  export(
    wanted: PaperWanted,
    format: ExportFormat,
    signal: AbortSignal | undefined,
    folder?: string,
  ): AsyncGenerator<ExportStep, void, void>
  /** Absolute path of a finished export, or null when the name leads out of the output folder. */
  find(file: string): Promise<string | null>
  outputFolder(): string
}

type Parts = {
  readonly workspace: Workspace
  readonly library: Library
  readonly packs: Packs
  readonly runner: DocumentRunner
  readonly ports: Ports
}

export function createPapers({ workspace, library, packs, runner, ports }: Parts): Papers {
  const outputFolder = () => workspace.settings.read().outputFolder || join(workspace.folder, 'keluaran')

  async function source(wanted: PaperWanted, def: DocumentDef): Promise<DocumentSource> {
    const lab = await library.lab(wanted.lab as LabId) // checked against the id pattern at the door
    if (lab === null) throw refuse('NOT_FOUND', 'lab', wanted.lab)
    const one = def.scope === 'innovation' ? await library.innovation(lab.id, (wanted.innovation ?? '') as InnovationId) : null // a missing id finds nothing
    if (def.scope === 'innovation' && one === null) throw refuse('NOT_FOUND', 'innovation', wanted.innovation ?? '')
    const all = def.scope === 'lab' ? await library.innovations(lab.id) : []
    const pictures = await readPictures(workspace, lab.id, [lab.kop.logo, ...(one === null ? [] : Object.keys(one.attachments))])
    return {
      lab,
      ...(one === null ? {} : { innovation: one }),
      innovations: all,
      packs,
      language: wanted.language,
      paper: wanted.paper ?? lab.paper,
      date: wanted.date ?? '',
      attachment: (name) => pictures.get(name) ?? null,
    }
  }

  async function outlineOf(wanted: PaperWanted) {
    const def = documentOf(packs, wanted.kind)
    if (def === undefined) throw refuse('NOT_FOUND', 'document', wanted.kind)
    const from = await source(wanted, def)
    return { def, from, outline: buildDocument(def, from) }
  }

  return {
    outputFolder,
    async list(labId, innovationId) {
      const lab = await library.lab(labId)
      if (lab === null) throw refuse('NOT_FOUND', 'lab', labId)
      const innovation = innovationId === undefined ? null : await library.innovation(labId, innovationId)
      if (innovationId !== undefined && innovation === null) throw refuse('NOT_FOUND', 'innovation', innovationId)
      const defs = packs.flatMap((pack) => pack.documents).filter((def) => (def.scope === 'innovation') === (innovation !== null))
      const innovations = innovation === null ? await library.innovations(labId) : []
      return defs.map((def) => ({
        kind: def.id,
        innovation: innovation?.id ?? null,
        ...documentState(def, { lab, packs, innovations, ...(innovation === null ? {} : { innovation }) }),
      }))
    },
    async preview(wanted, signal) {
      const { outline } = await outlineOf(wanted)
      return (await runner.write(outline, 'pdf', { clockIso: isoNow(ports.clock), ...(signal === undefined ? {} : { signal }) })).bytes
    },
    async *export(wanted, format, signal, folder) {
      yield { state: 'working', done: 0 }
      const { def, from, outline } = await outlineOf(wanted)
      const steps = createSteps()
      const stop = new AbortController()
      const working = runner
        .write(outline, format, {
          clockIso: isoNow(ports.clock),
          onProgress: (done) => steps.push({ state: 'working', done: Math.min(1, Math.max(0, done)) }),
          signal: signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]),
        })
        .finally(steps.end)
      // Heard by `await working` below; without this an early failure would count as unhandled while steps are still read.
      working.catch(() => undefined)
      try {
        yield* steps.read()
        const { bytes, report } = await working
        signal?.throwIfAborted()
        const wantedName = `${documentFileName(def, from)}.${format}`
        const file =
          folder === undefined ? await placeBeside(outputFolder(), wantedName, bytes) : await placeOver(folder, wantedName, bytes)
        const whole = { ...report, missingGlyphs: [...report.missingGlyphs] }
        yield { state: 'done', file, name: basename(file), bytes: bytes.byteLength, report: whole }
      } finally {
        // Reached early when the listener goes away in the middle.
        stop.abort()
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

type Picture = NonNullable<ReturnType<DocumentSource['attachment']>>

async function readPictures(workspace: Workspace, lab: LabId, names: readonly string[]): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>()
  for (const name of new Set(names)) {
    const bytes = name === '' ? null : await workspace.readAttachment(lab, name)
    const picture = bytes === null ? null : readPicture(bytes)
    if (bytes !== null && picture !== null) pictures.set(name, { bytes, ...picture })
  }
  return pictures
}

/** Turns calls of a progress function into something that can be iterated; only the newest step is kept. */
function createSteps() {
  let newest: ExportStep | null = null
  let ended = false
  let wake: () => void = () => undefined
  return {
    push: (step: ExportStep) => {
      newest = step
      wake()
    },
    end: () => {
      ended = true
      wake()
    },
    async *read(): AsyncGenerator<ExportStep, void, void> {
      while (!ended) {
        await new Promise<void>((resolve) => {
          wake = resolve
          if (newest !== null || ended) resolve()
        })
        const step = newest
        newest = null
        if (step !== null) yield step
      }
    },
  }
}

export const readExport = (file: string): Promise<Uint8Array> => readFile(file)
