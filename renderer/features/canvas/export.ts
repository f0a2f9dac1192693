/** A canvas as a file: picture, rows or data. */
import { canvasFigures } from '#shared/figure/figures.ts'
import { figureToSvg } from '#shared/figure/svg.ts'
import type { Canvas, Innovation, Item } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { evaluateGrid } from '#shared/rules/grid.ts'
import { placeOf, quadrantOf } from '#shared/rules/matrix.ts'
import { levelOf, nodesOf, treeOf } from '#shared/rules/tree.ts'
import { cellTexts } from './grid/rows.ts'
import { showCell, toCsv } from './grid/table-text.ts'

type Words = {
  readonly text: string
  readonly zone: string
  readonly cluster: string
  readonly color: string
  readonly votes: string
  readonly author: string
  readonly level: string
  readonly parent: string
  readonly answer: string
  readonly quadrant: string
}

/** Rows with a head; what is worked out is written as it stands now. */
export function canvasRows(def: CanvasDef, canvas: Canvas, language: Language, words: Words): readonly (readonly string[])[] {
  const { items } = canvas
  switch (def.kind) {
    case 'board': {
      const text = (id: string | null): string => items.find((item) => item.id === id)?.text ?? ''
      const zone = (item: Item): string => def.zones.find((one) => one.key === item.zone)?.label[language] ?? ''
      const notes = items.filter((item) => item.role !== 'cluster')
      return [
        [words.text, words.zone, words.cluster, words.color, words.votes, words.author],
        ...notes.map((item) => [item.text, zone(item), text(item.cluster), item.color ?? '', String(item.votes), item.author]),
      ]
    }
    case 'tree': {
      const tree = treeOf(items)
      const text = (id: string | null): string => items.find((item) => item.id === id)?.text ?? ''
      const core = tree.core === null ? [] : [[def.levels.core[language], tree.core.text, '', tree.core.author]]
      const nodes = nodesOf([...tree.effects, ...tree.causes]).map((node) => [
        def.levels[levelOf(node)][language],
        node.item.text,
        text(node.item.parent),
        node.item.author,
      ])
      return [[words.level, words.text, words.parent, words.author], ...core, ...nodes]
    }
    case 'grid':
      return [
        def.columns.map((column) => column.label[language]),
        ...evaluateGrid(def, items).rows.map((row) => cellTexts(def, row, language)),
      ]
    case 'matrix':
      return [
        [
          def.itemLabel[language],
          def.x.label[language],
          def.y.label[language],
          words.quadrant,
          ...def.columns.map((column) => column.label[language]),
        ],
        ...items.map((item) => {
          const place = placeOf(def, item)
          return [
            item.text,
            String(item.values[def.x.key] ?? ''),
            String(item.values[def.y.key] ?? ''),
            place === null ? '' : (quadrantOf(def, place.quadrant)?.label[language] ?? ''),
            ...def.columns.map((column) => showCell(column, item.values[column.key], language)),
          ]
        }),
      ]
    case 'form':
      return [
        [words.text, words.answer],
        ...def.fields.map((field) => {
          const value = canvas.fields[field.key]
          const option = (key: unknown): string => field.options?.find((one) => one.key === key)?.label[language] ?? String(key)
          const text = Array.isArray(value)
            ? value.map(option).join(', ')
            : field.options !== undefined && value != null
              ? option(value)
              : String(value ?? '')
          return [field.label[language], text]
        }),
      ]
    default:
      return def satisfies never
  }
}

export const canvasCsv = (def: CanvasDef, canvas: Canvas, language: Language, words: Words): string =>
  toCsv(canvasRows(def, canvas, language, words))

/** Everything of this canvas with its trail and its coach's answers, as it is kept. */
export function canvasJson(def: CanvasDef, innovation: Innovation, canvas: Canvas): string {
  const own = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(`${def.id}/`)))
  return `${JSON.stringify(
    {
      innovation: innovation.name,
      canvas,
      reviews: own(innovation.reviews),
      trail: innovation.trail.filter((link) => link.from.of === def.id || link.to.of === def.id),
    },
    null,
    2,
  )}\n`
}

/** Large enough that a board or tree of a lab is drawn in one piece. */
const pictureSize = { width: 1600, height: 12_000 } as const

/** SVG pages of the picture; none for a grid and a form. */
export function canvasSvgs(def: CanvasDef, canvas: Canvas, language: Language, layout: 'tree' | 'fishbone'): readonly string[] {
  return canvasFigures(def, canvas, { size: pictureSize, language, layout }).figures.map((figure) =>
    figureToSvg(figure, 'Arimo, Arial, Helvetica, sans-serif'),
  )
}

/** Paints an SVG at twice its size. The page's own rules allow `blob:` and `data:` pictures. */
export async function svgToPng(svg: string): Promise<Blob> {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const sheet = document.createElement('canvas')
  // Browsers refuse sheets beyond about 16,000 px a side.
  const scale = Math.min(2, 15_000 / Math.max(picture.naturalWidth, picture.naturalHeight))
  sheet.width = Math.ceil(picture.naturalWidth * scale)
  sheet.height = Math.ceil(picture.naturalHeight * scale)
  const pen = sheet.getContext('2d')
  if (pen === null) throw new Error('no 2d context')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, sheet.width, sheet.height)
  pen.drawImage(picture, 0, 0, sheet.width, sheet.height)
  return new Promise((resolve, reject) =>
    sheet.toBlob((blob) => (blob === null ? reject(new Error('the picture could not be painted')) : resolve(blob)), 'image/png'),
  )
}

export function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun with the click; the address is only needed until then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
