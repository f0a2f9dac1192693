/** Paper and orientation somebody chose last, for as long as the window is open. */

import { createStore } from 'zustand/vanilla'
import { type FigureSize, sheetFigureSize } from '#shared/figure/sizes.ts'
import type { CanvasDef } from '#shared/model/pack.ts'

export type Orientation = 'portrait' | 'landscape'

/** Null until somebody chose: each canvas then has its own. */
export const paperChoice = createStore<{ readonly orientation: Orientation | null }>(() => ({ orientation: null }))

/**
 * Posters and sheets of paper stand; everything else has more room lying, unless a tree is drawn in fewer pieces when it stands.
 * @param pieces how many pictures the canvas takes on a page of this size
 */
export function ownOrientation(def: CanvasDef, pieces: (size: FigureSize) => number): Orientation {
  if (def.kind === 'form') return def.survey === undefined && def.layout !== 'slide' ? 'portrait' : 'landscape'
  if (def.kind !== 'tree') return 'landscape'
  const [lying, standing] = [pieces(sheetFigureSize('A4', 'landscape')), pieces(sheetFigureSize('A4', 'portrait'))]
  return standing < lying ? 'portrait' : 'landscape'
}
