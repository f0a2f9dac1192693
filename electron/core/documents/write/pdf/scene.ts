/** What the layout of one document shares. */
import type { Outline } from '#shared/model/outline.ts'
import type { Heading, Page } from '../look.ts'
import type { PdfPicture } from '../pictures.ts'
import type { Setter } from './type.ts'

export type Scene = {
  readonly outline: Outline
  readonly page: Page
  readonly setter: Setter
  /** Headings that contents list, in order. */
  readonly headings: readonly Heading[]
  /** Heading id → page number, filled while pages are laid out. */
  readonly pages: Map<string, number>
  /** Headings that can be reached, also those that no contents list. */
  readonly reachable: ReadonlySet<string>
  /** The name under which a heading can be reached; safe in any name tree. */
  target(id: string): string
  picture(bytes: Uint8Array | null): PdfPicture | null
  /** Shared by all views of the scene. */
  readonly tally: { missingPictures: number }
  /** Levels of the headings that the next one may stand below, outermost first; shared by all views of the scene. */
  readonly opened: number[]
}

/** Manners of the column that blocks flow in. */
export type Room = {
  readonly width: number
  readonly size: number
  readonly line: number
  readonly after: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly bold: boolean
  /** Inside a table cell: tables become rows that cannot be split, page breaks are ignored. */
  readonly inCell: boolean
  /** How many lists stand around. */
  readonly depth: number
}
