/** Paper and orientation somebody chose last, for as long as the window is open. */
import { createStore } from 'zustand/vanilla'
import type { CanvasDef } from '#shared/model/pack.ts'

export type Orientation = 'portrait' | 'landscape'

/** Null until somebody chose: each canvas then has its own. */
export const paperChoice = createStore<{ readonly orientation: Orientation | null }>(() => ({ orientation: null }))

/** Posters and sheets of paper stand; everything else has more room lying. */
export const ownOrientation = (def: CanvasDef): Orientation =>
  def.kind === 'form' && def.survey === undefined && def.layout !== 'slide' ? 'portrait' : 'landscape'
