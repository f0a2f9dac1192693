/** What passes between the runner and its worker. One job at a time; while it lasts, the worker may ask for what it lacks. */
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Outline, WriteReport } from '#shared/model/outline.ts'
import type { Packs } from '#shared/rules/packs.ts'
import type { PictureFile } from '../build/source.ts'
import type { BookTask, Chapter, PrintDone, PrintTask } from '../print-task.ts'
import type { TableSheet } from '../read/read-xlsx.ts'
import type { UnreadReason } from '../read/unpack.ts'
import type { Workbook } from './xlsx/workbook.ts'

export type Format = 'docx' | 'pdf'
/** Packs come with the first job that needs them and whenever they are others; null: those that came last. */
export type Job =
  | { readonly outline: Outline; readonly format: Format; readonly clockIso: string; readonly fontsFolder: string }
  | { readonly workbook: Workbook; readonly format: 'xlsx'; readonly clockIso: string }
  | { readonly bytes: Uint8Array; readonly format: 'table' }
  | { readonly print: PrintTask; readonly format: 'print'; readonly packs: Packs | null; readonly fontsFolder: string }
  | { readonly book: BookTask; readonly format: 'book'; readonly packs: Packs | null; readonly fontsFolder: string }

export type Ask =
  | { readonly of: 'innovation'; readonly lab: LabId; readonly id: InnovationId }
  | { readonly of: 'pictures'; readonly lab: LabId; readonly names: readonly string[] }
export type Given =
  | { readonly of: 'innovation'; readonly state: Uint8Array | null }
  | { readonly of: 'pictures'; readonly pictures: ReadonlyMap<string, PictureFile> }
  /** It could not be read; why is known to the runner. */
  | { readonly of: 'nothing' }

export type ToWorker = Job | { readonly format: 'given'; readonly given: Given }

export type Told =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'ask'; readonly ask: Ask }
  | { readonly kind: 'chapter'; readonly at: number; readonly chapter: Chapter }
  | { readonly kind: 'done'; readonly bytes: Uint8Array; readonly report: WriteReport }
  | { readonly kind: 'printed'; readonly done: PrintDone }
  | { readonly kind: 'read'; readonly sheets: readonly TableSheet[] }
  | { readonly kind: 'unread'; readonly reason: UnreadReason; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly detail: string }
