/** What the building of one DOCX shares. */
import type { Outline } from '#shared/model/outline.ts'
import type { Page } from '../look.ts'
import type { Media } from './media.ts'
import type { Numbers } from './numbering.ts'

export type DocxScene = {
  readonly outline: Outline
  readonly page: Page
  readonly numbers: Numbers
  readonly media: Media
  /** Page of each heading, by its id, for the contents. */
  readonly pages: ReadonlyMap<string, number>
  /** A bookmark's name: letters Word itself would use. */
  target(id: string): string
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
