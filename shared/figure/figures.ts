/** The pictures of a canvas of any kind. */
import type { ItemId } from '../model/ids.ts'
import type { Canvas } from '../model/lab.ts'
import type { CanvasDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { boardFigures } from './board.ts'
import { fishboneFigures } from './fishbone.ts'
import { matrixFigures } from './matrix.ts'
import type { FigureSize, Figures } from './sizes.ts'
import { treeFigures } from './tree.ts'

export type FigureOptions = {
  readonly size: FigureSize
  readonly language: Language
  /** tree */
  readonly layout?: 'tree' | 'fishbone'
  /** tree: the cause the team works on. */
  readonly chosen?: ItemId
  /** matrix: false where a table beside the picture explains the numbers. */
  readonly legend?: boolean
}

/** A grid and a form have no picture: documents print them as tables. */
export function canvasFigures(def: CanvasDef, canvas: Canvas, options: FigureOptions): Figures {
  const { size, language } = options
  switch (def.kind) {
    case 'board':
      return boardFigures(def, canvas, size, language)
    case 'tree':
      return options.layout === 'fishbone'
        ? fishboneFigures(def, canvas, size, language)
        : treeFigures(def, canvas, size, language, options.chosen)
    case 'matrix':
      return matrixFigures(def, canvas, size, language, options.legend)
    case 'grid':
    case 'form':
      return { figures: [], cut: [] }
    default:
      return never(def)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown canvas ${JSON.stringify(value)}`)
}
