/** A workbook before it is XLSX: what stands in which cell, and how it is to be read. */

import type { SheetSize } from '#shared/model/outline.ts'

/** How the values of a column are written; text stays text whatever it looks like. */
export type CellFormat = 'text' | 'number' | 'rupiah' | 'percent' | 'date'

/**
 * `{ date }` is an ISO day. A number in a percent column is per cent: 45 is 45 %. `{ number }` has a format of its own. null is an empty
 * cell.
 */
export type WorkbookCell = string | number | { readonly date: string } | { readonly number: number; readonly format: CellFormat } | null

export type WorkbookColumn = { readonly label: string; readonly format: CellFormat }

export type WorkbookSheet = {
  readonly name: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: readonly (readonly WorkbookCell[])[]
  /** Row numbers (from 0) printed bold on a shade. */
  readonly strong?: readonly number[] | undefined
}

export type Workbook = {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly language: 'id' | 'en'
  readonly paper: SheetSize
  readonly orientation: 'portrait' | 'landscape'
  readonly sheets: readonly WorkbookSheet[]
}
