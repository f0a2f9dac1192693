/** Builds and writes one print, or a book of many, from plain data. Runs in the worker; what it lacks it asks the store for. */
import * as Y from 'yjs'
import { snapshotInnovation } from '#shared/doc/innovation.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { Outline, WriteReport } from '#shared/model/outline.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import type { Packs } from '#shared/rules/packs.ts'
import { bookOf } from './build/book.ts'
import { buildDocument, type DocumentSource, type PictureFile } from './build/build.ts'
import type { Judging } from './build/source.ts'
import { buildWorkbook } from './build/workbook.ts'
import { changedParts, type PaperPart, partsOf } from './paper-parts.ts'
import type { BookTask, Chapter, PrintAbout, PrintDone, PrintFrame, PrintStore, PrintTask, StoredRef } from './print-task.ts'
import { writeDocx } from './write/docx/write-docx.ts'
import { writePdf } from './write/pdf/write-pdf.ts'
import { writeXlsx } from './write/xlsx/write-xlsx.ts'

export type PrintTools = {
  readonly packs: Packs
  readonly store: PrintStore
  readonly fontsFolder: string
  readonly onProgress: (share: number) => void
}

type Written = { readonly bytes: Uint8Array; readonly report: WriteReport }

export async function printOne(task: PrintTask, tools: PrintTools): Promise<PrintDone> {
  const { frame, as, before } = task
  const { outline, source } = await laidOut(frame, task.about, tools)
  const parts = partsOf(outline)
  const clock = before !== null && isSame(before.parts, parts) ? before.clock : task.clockIso
  const unchanged = task.onlyChanged && before !== null && changedParts(before.parts, parts).length === 0
  if (as === 'said' || unchanged) return { parts, clock, file: null }
  if (as !== 'xlsx') return { parts, clock, file: await writeOutline(outline, as, clock, tools) }
  const bytes = new Uint8Array(writeXlsx(buildWorkbook(frame.def, source), clock))
  return { parts, clock, file: { bytes, report: { pages: 0, missingGlyphs: [], missingPictures: 0 } } }
}

/**
 * The chapters in their order; one that cannot be made is told and left out.
 * @returns null when no chapter is left
 */
export async function printBook(
  { frame, chapters, as, clockIso, onlyChanged }: BookTask,
  tools: PrintTools,
  onChapter: (at: number, chapter: Chapter) => void,
): Promise<Written | null> {
  const outlines: Outline[] = []
  const clocks: string[] = []
  const pictures = new Map<string, PictureFile>()
  for (const [at, { about, before }] of chapters.entries()) {
    try {
      const { outline } = await laidOut(frame, about, tools, pictures)
      const parts = partsOf(outline)
      if (onlyChanged && before !== null && changedParts(before.parts, parts).length === 0) {
        onChapter(at, { state: 'same', parts })
        continue
      }
      const clock = before !== null && isSame(before.parts, parts) ? before.clock : clockIso
      clocks.push(clock)
      outlines.push(outline)
      onChapter(at, { state: 'in', parts, clock })
    } catch (why) {
      onChapter(at, { state: 'failed', detail: why instanceof Error ? why.message : String(why) })
    }
  }
  if (outlines.length === 0) return null
  const book = bookOf(frame.def, { ...sourceOf(frame, {}, tools.packs), attachment: () => null }, outlines)
  // Together with the book they would stand in memory twice.
  outlines.length = 0
  return writeOutline(book, as, clocks.sort().at(-1) ?? clockIso, tools)
}

const isSame = (one: readonly PaperPart[], other: readonly PaperPart[]): boolean => JSON.stringify(one) === JSON.stringify(other)

const writeOutline = (outline: Outline, as: 'pdf' | 'docx', clockIso: string, { fontsFolder, onProgress }: PrintTools): Promise<Written> =>
  (as === 'pdf' ? writePdf : writeDocx)(outline, { clockIso, fontsFolder, onProgress })

/** The innovations of the lab that was printed last: whoever tries options prints the same ones again. */
let opened: { readonly lab: LabId; readonly known: ReadonlyMap<string, Innovation> } | null = null

async function laidOut(
  frame: PrintFrame,
  about: PrintAbout,
  { packs, store }: PrintTools,
  pictures: Map<string, PictureFile> = new Map(),
): Promise<{ readonly outline: Outline; readonly source: DocumentSource }> {
  const { def, lab } = frame
  const innovation = about.innovation === undefined ? undefined : await openOne(lab.id, about.innovation, store)
  if (about.innovation !== undefined && innovation === undefined) throw new Error(`innovation ${about.innovation.id} is not there`)
  const innovations = def.scope === 'innovation' ? [] : await openAll(lab.id, frame.innovations, store)
  const plain = { ...sourceOf(frame, about, packs), innovation, innovations }
  // First without pictures: which are shown is for the builder to say, and a lab may hold thousands.
  const shown = new Set<string>()
  const bare = buildDocument(def, {
    ...plain,
    attachment: (name) => {
      shown.add(name)
      return null
    },
  })
  const source = { ...plain, attachment: (name: string) => pictures.get(name) ?? null }
  if (shown.size === 0) return { outline: bare, source }
  const lacking = [...shown].filter((name) => name !== '' && !pictures.has(name))
  for (const [name, file] of lacking.length === 0 ? [] : await store.pictures(lab.id, lacking)) pictures.set(name, file)
  return { outline: buildDocument(def, source), source }
}

/** Of one that still goes on, what the drafts would come to. */
const judged = (given: NonNullable<PrintAbout['convention']>): Judging => ({
  ...given,
  result: conventionResult(given.convention, given.sheets, { provisional: given.convention.state !== 'selesai' }),
})

/** Without pictures and innovations. */
function sourceOf(
  { def, lab, log, language, paper, date, today, variant, kop, officials, awards }: PrintFrame,
  about: PrintAbout,
  packs: Packs,
): Omit<DocumentSource, 'attachment'> {
  const session = log.sessions.find(({ id }) => id === about.session)
  const reward = log.rewards.find(({ id }) => id === about.reward)
  return {
    lab,
    log,
    packs,
    language,
    paper,
    date,
    today,
    ...(session === undefined ? {} : { session }),
    ...(reward === undefined ? {} : { reward }),
    ...(about.convention === undefined ? {} : { convention: judged(about.convention) }),
    awards,
    stage: about.stage ?? session?.stage ?? def.stage,
    ...(variant === undefined ? {} : { variant }),
    ...(kop === undefined ? {} : { kop }),
    officials,
  }
}

async function openOne(lab: LabId, { id }: StoredRef, store: PrintStore): Promise<Innovation | undefined> {
  opened = null
  const state = await store.innovation(lab, id)
  return state === null ? undefined : readState(state, { id, lab })
}

async function openAll(lab: LabId, refs: readonly StoredRef[], store: PrintStore): Promise<readonly Innovation[]> {
  const before = opened?.lab === lab ? opened.known : new Map<string, Innovation>()
  opened = null
  const known = new Map<string, Innovation>()
  for (const { id, stamp } of refs) {
    const key = `${id} ${stamp}`
    const found = before.get(key) ?? readIfThere(await store.innovation(lab, id), { id, lab })
    if (found !== null) known.set(key, found)
  }
  opened = { lab, known }
  return [...known.values()]
}

type Address = Pick<Innovation, 'id' | 'lab'>
const readIfThere = (state: Uint8Array | null, address: Address): Innovation | null => (state === null ? null : readState(state, address))

function readState(state: Uint8Array, { id, lab }: Address): Innovation {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return snapshotInnovation(doc, id, lab)
}
