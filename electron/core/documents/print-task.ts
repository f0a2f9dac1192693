/** One print as plain data: what the main thread hands to the worker, and what comes back. Innovations and pictures are asked for later. */
import type { Pejabat } from '#shared/model/evidence.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Convention, Sheet, Visitors } from '#shared/model/jury.ts'
import type { Lab } from '#shared/model/lab.ts'
import type { SheetSize, WriteReport } from '#shared/model/outline.ts'
import type { DocumentDef, KopKind, StageKey } from '#shared/model/pack.ts'
import type { LabLog } from '#shared/model/session.ts'
import type { Language } from '#shared/model/text.ts'
import type { PictureFile } from './build/source.ts'
import type { PaperPart } from './paper-parts.ts'

/** A stored innovation, named without being opened. `stamp` differs whenever its content may. */
export type StoredRef = { readonly id: InnovationId; readonly stamp: string }

/** What one print is about. */
export type PrintAbout = {
  readonly innovation?: StoredRef | undefined
  readonly session?: string | undefined
  readonly stage?: StageKey | undefined
  readonly reward?: string | undefined
  /** A convention with what its judges gave, as it stands. */
  readonly convention?: { readonly convention: Convention; readonly sheets: readonly Sheet[]; readonly visitors: Visitors } | undefined
}

/** How prints of one kind are made of one lab. */
export type PrintFrame = {
  readonly def: DocumentDef
  readonly lab: Lab
  readonly log: LabLog
  /** Of documents of the lab, a stage or a reward: all that they may speak of. One that does not open is left out. */
  readonly innovations: readonly StoredRef[]
  /** Innovation → how often it was among the winners of a convention of this lab that is over. */
  readonly awards: Readonly<Record<string, number>>
  readonly language: Language
  readonly paper: SheetSize
  readonly date: string
  readonly today: string
  readonly variant?: string | undefined
  readonly kop?: KopKind | undefined
  readonly officials: readonly Pejabat[]
}

/** What the newest export said and the moment in its file. */
export type PrintBefore = { readonly clock: string; readonly parts: readonly PaperPart[] }

/** `said` writes nothing: only what it would say is wanted. */
export type PrintAs = 'pdf' | 'docx' | 'xlsx' | 'said'

export type PrintTask = {
  readonly frame: PrintFrame
  readonly about: PrintAbout
  readonly as: PrintAs
  /** The moment in the file, unless it says what the export before said. */
  readonly clockIso: string
  readonly before: PrintBefore | null
  /** Write nothing when it says what was said before. */
  readonly onlyChanged: boolean
}

export type PrintDone = {
  readonly parts: readonly PaperPart[]
  /** The moment in the file. */
  readonly clock: string
  /** Null when nothing was to be written. */
  readonly file: { readonly bytes: Uint8Array; readonly report: WriteReport } | null
}

export type BookTask = {
  readonly frame: PrintFrame
  readonly chapters: readonly { readonly about: PrintAbout; readonly before: PrintBefore | null }[]
  readonly as: 'pdf' | 'docx'
  readonly clockIso: string
  readonly onlyChanged: boolean
}

/** What became of a chapter: it is in the book, says what it said before, or could not be made. */
export type Chapter =
  | { readonly state: 'in'; readonly parts: readonly PaperPart[]; readonly clock: string }
  | { readonly state: 'same'; readonly parts: readonly PaperPart[] }
  | { readonly state: 'failed'; readonly detail: string }

/** What the worker asks for while it works, and is given. */
export type PrintStore = {
  /** The stored state; null when there is none. */
  innovation(lab: LabId, id: InnovationId): Promise<Uint8Array | null>
  /** Those of them that can be shown. */
  pictures(lab: LabId, names: readonly string[]): Promise<ReadonlyMap<string, PictureFile>>
}
