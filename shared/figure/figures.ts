/** The pictures of a canvas of any kind. */

import type { TreeLayout } from '../model/canvas-def.ts'
import type { ItemId } from '../model/ids.ts'
import type { Canvas } from '../model/lab.ts'
import type { CanvasDef, TreeDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { boardFigures } from './board.ts'
import { formFigures } from './form.ts'
import { gridFigures } from './grid.ts'
import { matrixFigures } from './matrix.ts'
import type { FigureSize, Figures } from './sizes.ts'
import { treeFigures } from './tree.ts'
import { fishboneFigures } from './tree-fishbone.ts'
import { whysFigures } from './whys.ts'

export type FigureOptions = {
  readonly size: FigureSize
  readonly language: Language
  /** tree: absent is the definition's first. */
  readonly layout?: TreeLayout
  /** tree: the cause the team works on. */
  readonly chosen?: ItemId
  /** tree: the problem sentence each node of an objective tree turns round. */
  readonly sources?: ReadonlyMap<ItemId, string>
  /** matrix: false where a table beside the picture explains the numbers. */
  readonly legend?: boolean
  /** grid: ISO day, for remarks about dates that have passed; four digits, the year shown where no month is ticked. */
  readonly today?: string | undefined
  readonly year?: string | undefined
}

/** A grid is drawn as a table; documents print a real one instead. A form wants the innovation's facts among its answers (`withFacts`). */
export function canvasFigures(def: CanvasDef, canvas: Canvas, options: FigureOptions): Figures {
  const { size, language } = options
  switch (def.kind) {
    case 'board':
      return boardFigures(def, canvas, size, language)
    case 'tree':
      return treeFiguresIn(def, canvas, options)
    case 'matrix':
      return matrixFigures(def, canvas, size, language, options.legend)
    case 'form':
      return formFigures(def, canvas, { size, language })
    case 'grid':
      return gridFigures(def, canvas, size, language, { today: options.today, year: options.year })
    default:
      return never(def)
  }
}

function treeFiguresIn(def: TreeDef, canvas: Canvas, { size, language, layout, chosen, sources }: FigureOptions): Figures {
  switch (layout ?? def.layouts[0]) {
    case 'fishbone':
      return fishboneFigures(def, canvas, size, language)
    case 'whys':
      return whysFigures(def, canvas, size, language)
    default:
      return treeFigures(def, canvas, size, language, chosen, sources)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown canvas ${JSON.stringify(value)}`)
}
