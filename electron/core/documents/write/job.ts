/** What passes between the runner and its worker. One job at a time. */
import type { Outline, WriteReport } from '#shared/model/outline.ts'

export type Format = 'docx' | 'pdf'
export type Job = { readonly outline: Outline; readonly format: Format; readonly clockIso: string; readonly fontsFolder: string }

export type Told =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly bytes: Uint8Array; readonly report: WriteReport }
  | { readonly kind: 'failed'; readonly message: string; readonly detail: string }
