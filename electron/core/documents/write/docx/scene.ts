/** What the building of one DOCX shares. */
import type { Outline } from '#shared/model/outline.ts'
import type { Page } from '../look.ts'
import type { Media } from './media.ts'
import type { Numbers } from './numbering.ts'
import type { Weave } from './raw.ts'

export type DocxScene = {
  readonly outline: Outline
  readonly page: Page
  readonly numbers: Numbers
  readonly media: Media
  /** Parts that are ours, and the library's inside them. */
  readonly weave: Weave
  /** Page of each heading, by its id, for the contents. */
  readonly pages: ReadonlyMap<string, number>
  /** Headings that can be reached, also those that no contents list. */
  readonly reachable: ReadonlySet<string>
  /** A bookmark's name: letters Word itself would use. */
  target(id: string): string
  /** Headings that have their bookmark; a second one of the same id gets none. */
  readonly marked: Set<string>
  /** Address of an attached picture inside a figure, with its bytes in it; null when it cannot be shown. */
  href(name: string): string | null
  /** PNG of a figure's SVG; the same figure is drawn once. */
  png(svg: string, width: number): Uint8Array
  /** Counts pictures for their names. */
  nextPicture(): number
  /** Shared by all views of the scene. */
  readonly tally: { missingPictures: number }
}

/** Manners of the column the blocks stand in; sizes in points. */
export type DocxRoom = {
  readonly width: number
  readonly size: number
  readonly line: number
  readonly after: number
  readonly style: 'Normal' | 'TableText'
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly bold: boolean
  readonly inCell: boolean
  readonly depth: number
  /** Left indent that lists around have made. */
  readonly indent: number
  /** Hold every paragraph to the next, as the rows of a signature. */
  readonly keepNext: boolean
}
