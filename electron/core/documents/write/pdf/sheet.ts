/** A page before it is painted: what to draw, in order, and which part of the logical tree each drawing belongs to. */
import type { Page } from '../look.ts'
import type { Brush } from './brush.ts'
import type { Node } from './tree.ts'

export type Draw = (brush: Brush) => void

export type Sheet = {
  readonly page: Page
  /** Shades and lines, painted first; artifacts, never read aloud. */
  readonly back: Draw[]
  /** Content; without a node it is an artifact too. */
  readonly front: { readonly node: Node | null; readonly draw: Draw }[]
}

/** Where a layout puts its drawings: a page, or a page whose content is only repeated and must not be read twice. */
export type Place = { back(draw: Draw): void; front(node: Node | null, draw: Draw): void }

export const emptySheet = (page: Page): Sheet => ({ page, back: [], front: [] })

export const placeOn = (sheet: Sheet, repeated = false): Place => ({
  back: (draw) => void sheet.back.push(draw),
  front: (node, draw) => void sheet.front.push({ node: repeated ? null : node, draw }),
})

/**
 * One thing in a column of things: a line of text, a picture, a row. Painted whole.
 * `before` is left out at the top of a page; `keep` holds it to the next one.
 */
export type Item = {
  readonly height: number
  readonly before: number
  readonly keep: boolean
  readonly breakBefore?: boolean
  paint(place: Place, x: number, y: number, page: number): void
}
