/** How large a picture may be, and what comes back. */
import type { Figure } from '../model/figure.ts'
import type { Item } from '../model/lab.ts'
import type { SheetSize } from '../model/outline.ts'

/** CSS pixels. */
export type FigureSize = { readonly width: number; readonly height: number }

export type Figures = {
  /** One below the other they show everything. */
  readonly figures: readonly Figure[]
  /** Items whose text was too long for its box and ends in `…`: print them in full beside the picture. */
  readonly cut: readonly Item[]
}

/** Millimetres. Margins: top 2, bottom 2.5, left 3, right 2 cm (domain.md 5.1). */
const sheets = { A4: { w: 210, h: 297 }, A3: { w: 297, h: 420 }, F4: { w: 215, h: 330 }, A1: { w: 594, h: 841 } } as const satisfies Record<
  SheetSize,
  unknown
>
const px = (mm: number): number => (mm / 25.4) * 96

/** The area of a page inside its margins, less what a heading, its lead and a caption take. */
export function pageFigureSize(paper: SheetSize, orientation: 'portrait' | 'landscape'): FigureSize {
  const { w, h } = sheets[paper]
  const [width, height] = orientation === 'portrait' ? [w, h] : [h, w]
  return { width: Math.floor(px(width - 50)), height: Math.floor(px(height - 45) - 110) }
}

/** The same for a page that is given to the figure: narrow margins of 12, 20 and 14 mm, less a small head. */
export function sheetFigureSize(paper: SheetSize, orientation: 'portrait' | 'landscape'): FigureSize {
  const { w, h } = sheets[paper]
  const [width, height] = orientation === 'portrait' ? [w, h] : [h, w]
  return { width: Math.floor(px(width - 28)), height: Math.floor(px(height - 32) - 92) }
}
