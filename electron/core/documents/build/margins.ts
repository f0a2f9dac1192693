/** The margins an office has set for its papers, and what room they leave for a figure. */
import { type FigureSize, pageFigureSize } from '#shared/figure/sizes.ts'
import type { Lab } from '#shared/model/lab.ts'
import type { PageMargins, SheetSize } from '#shared/model/outline.ts'
import { pageOf } from '../write/look.ts'

const pointsPerMillimetre = 72 / 25.4
/** CSS pixels that a heading, its lead and a caption take of a page. */
const forWords = 110

/** In points; nothing where the general rule holds (domain.md 5.1). */
export function ownMargins({ naskah: { margins } }: Pick<Lab, 'naskah'>): { readonly margins?: PageMargins } {
  if (margins === null) return {}
  const { top, right, bottom, left } = margins
  const points = (mm: number): number => mm * pointsPerMillimetre
  return { margins: { top: points(top), right: points(right), bottom: points(bottom), left: points(left) } }
}

/** The area of a page inside the margins of the lab, less what a heading, its lead and a caption take. CSS pixels. */
export function figureRoom(lab: Pick<Lab, 'naskah'>, paper: SheetSize, orientation: 'portrait' | 'landscape'): FigureSize {
  const own = ownMargins(lab)
  if (own.margins === undefined) return pageFigureSize(paper, orientation)
  const { width, height } = pageOf({ paper, orientation, ...own }).body
  const pixels = (points: number): number => (points / 72) * 96
  return { width: Math.floor(pixels(width)), height: Math.floor(pixels(height) - forWords) }
}
