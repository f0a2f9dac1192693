/** A canvas as a file made in the page: picture, rows or data. Pages and workbooks are written by the lab. */
import { canvasFigures } from '#shared/figure/figures.ts'
import type { FigureSize } from '#shared/figure/sizes.ts'
import { figureToSvg, type PictureHref } from '#shared/figure/svg.ts'
import type { Figure } from '#shared/model/figure.ts'
import type { Canvas, Innovation } from '#shared/model/lab.ts'
import type { CanvasDef, TreeLayout } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { canvasTable, type TableCell } from '#shared/rules/canvas-rows.ts'
import { toCsv } from '#shared/rules/cell-text.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { readMirror } from '#shared/rules/tree.ts'
import { rowWords } from '#shared/text/transfer.ts'

/** The canvas as everybody should see it: with what the innovation itself knows among its answers. */
export const wholeCanvas = (def: CanvasDef, innovation: Innovation, canvas: Canvas): Canvas => withFacts(def, canvas, innovation)

/** Whole numbers and decimals as a spreadsheet in this language reads them; days as ISO days. */
function cellText(cell: TableCell, language: Language): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return language === 'id' ? String(cell).replace('.', ',') : String(cell)
  return typeof cell === 'string' ? cell : cell.date
}

/** Rows with a head; what is worked out is written as it stands now, totals are left out. @param today ISO day */
export function canvasCsv(def: CanvasDef, canvas: Canvas, language: Language, today: string): string {
  const { columns, rows } = canvasTable(def, canvas, language, rowWords(language), { today })
  return toCsv([columns.map(({ label }) => label), ...rows.map((row) => row.map((cell) => cellText(cell, language)))])
}

/** Where the definition of a canvas comes from. */
export type PackMark = { readonly id: string; readonly version: number }

/** Everything of this canvas with its settings, its trail and its coach's answers, as it is kept. */
export function canvasJson(def: CanvasDef, innovation: Innovation, canvas: Canvas, pack: PackMark | null): string {
  const own = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(`${def.id}/`)))
  return `${JSON.stringify(
    {
      labinov: 'kanvas',
      innovation: { id: innovation.id, name: innovation.name, longName: innovation.longName },
      definition: { id: def.id, kind: def.kind, title: def.title, pack },
      state: canvas.state,
      settings: canvas.settings,
      fields: wholeCanvas(def, innovation, canvas).fields,
      items: canvas.items,
      reviews: own(innovation.reviews),
      rounds: innovation.rounds[def.id] ?? [],
      trail: innovation.trail.filter((link) => link.from.of === def.id || link.to.of === def.id),
    },
    null,
    2,
  )}\n`
}

/** Large enough that a board or tree of a lab is drawn in one piece. */
const pictureSize = { width: 1600, height: 12_000 } as const
/** A slide and a poster fill a sheet of their own proportions. */
const sheetSize = { width: 1600, height: 2264 } as const

export type PictureOptions = {
  readonly language: Language
  readonly layout?: TreeLayout | undefined
  readonly today: string
  /** Of a page; absent: large enough for one picture. */
  readonly size?: FigureSize
}

/** Widths of a board with few cards, so that they are not lost at the edge of a wide sheet. */
const narrower = [820, 1100] as const

/** Every kind has a picture. */
export function canvasPictures(def: CanvasDef, innovation: Innovation, canvas: Canvas, options: PictureOptions): readonly Figure[] {
  if (def.kind === 'board' && options.size === undefined) {
    for (const width of narrower) {
      const found = canvasPictures(def, innovation, canvas, { ...options, size: { ...pictureSize, width } })
      if (found.every((figure) => figure.height <= figure.width * 1.3)) return found
    }
  }
  const { language, layout, today } = options
  const problem = def.kind === 'tree' && def.mirror !== undefined ? innovation.canvases[def.mirror] : undefined
  const mirror = problem === undefined ? null : readMirror(problem.items, canvas.items, innovation.trail)
  return canvasFigures(def, wholeCanvas(def, innovation, canvas), {
    size: options.size ?? (def.kind === 'form' && def.layout !== 'sheet' ? sheetSize : pictureSize),
    language,
    today,
    year: today.slice(0, 4),
    ...(layout === undefined ? {} : { layout }),
    ...(mirror === null ? {} : { sources: new Map([...mirror.nodes].map(([id, node]) => [id, node.text])) }),
  }).figures
}

/** Names of the attached pictures that figures show, each once. */
export const picturesIn = (figures: readonly Figure[]): readonly string[] => [
  ...new Set(figures.flatMap((figure) => figure.shapes.flatMap((shape) => (shape.t === 'image' && shape.name !== '' ? [shape.name] : [])))),
]

/** Free around a picture, so that it does not stick to whatever it is put beside. */
const margin = 16

export const svgOf = (figure: Figure, href: PictureHref): string => figureToSvg(figure, 'Arimo, Arial, Helvetica, sans-serif', href, margin)

export { svgToPng } from '../../state/paint-svg.ts'
