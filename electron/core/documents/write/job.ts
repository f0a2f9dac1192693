/** What passes between the runner and its worker. One job at a time. */
import type { Outline, WriteReport } from '#shared/model/outline.ts'
import type { TableSheet } from '../read/read-xlsx.ts'
import type { UnreadReason } from '../read/unpack.ts'
import type { Workbook } from './xlsx/workbook.ts'

export type Format = 'docx' | 'pdf'
export type Job =
  | { readonly outline: Outline; readonly format: Format; readonly clockIso: string; readonly fontsFolder: string }
  | { readonly workbook: Workbook; readonly format: 'xlsx'; readonly clockIso: string }
  | { readonly bytes: Uint8Array; readonly format: 'table' }

export type Told =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly bytes: Uint8Array; readonly report: WriteReport }
  | { readonly kind: 'read'; readonly sheets: readonly TableSheet[] }
  | { readonly kind: 'unread'; readonly reason: UnreadReason; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly detail: string }
