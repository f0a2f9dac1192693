/** A two-axis map: a square with named axes and quadrants or tinted cells, numbered points, and the list of what the numbers mean. */
import type { Figure, Shape } from '../model/figure.ts'
import type { Canvas, Item } from '../model/lab.ts'
import type { MatrixDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import {
  type BandTint,
  bandsOf,
  bandTint,
  borderOf,
  cellsOf,
  colorOption,
  colorOptions,
  type MatrixAxis,
  type MatrixSpot,
  type NumberedItem,
  numberedItems,
  placeOf,
  type QuadrantName,
  quadrantNames,
  quadrantOf,
  shareOf,
  sizesOf,
  spotsOf,
  stepName,
  stepsOf,
} from '../rules/matrix.ts'
import { formatNumber } from '../rules/numbers.ts'
import { figureWords as words } from '../text/documents-words.ts'
import { matrixText } from '../text/matrix.ts'
import { say } from '../text/messages.ts'
import { smallest, textAt } from './draw.ts'
import { measure, wrap } from './metrics.ts'
import { notePaper, palette } from './palette.ts'
import type { FigureSize, Figures } from './sizes.ts'

export { type NumberedItem, numberedItems } from '../rules/matrix.ts'

const narrowest = { beside: 80, name: 80 }
const top = 8
const legendLead = 15
const most = { r: 16, plain: 12 }
const largestSide = 560
const smallestSide = 180

type Plot = { readonly x: number; readonly y: number; readonly side: number }

/** Of quadrants and cells; the name of the quadrant or the word of the band always stands beside the colour. */
const bandFill = {
  baik: ['#E6F4DC', '#BFE0A8'],
  perhatian: ['#FAE7A3', '#F2D368'],
  buruk: ['#F9D5D0', '#EFA79F'],
} as const
const fillOf = ({ tone, strong }: BandTint): string => (tone === null ? palette.white : bandFill[tone][strong ? 1 : 0])

/** @param legend false where a table beside the picture already says what the numbers mean. */
export function matrixFigures(def: MatrixDef, canvas: Canvas, size: FigureSize, language: Language, legend = true): Figures {
  const { left } = marginOf(def, language)
  const keys = keyLines(def, size.width, language)
  const keysHeight = keys.reduce((sum, line) => sum + line.height, 0)
  const { side, foot } = squareOf(def, Math.min(size.width - left - 8, largestSide), size.height - top - keysHeight, language)
  const plot = { x: left, y: top, side }
  const numbered = numberedItems(def, canvas.items)
  const placed = numbered.filter((entry) => entry.quadrant !== null)
  const alt = say(matrixText.alt, language, {
    title: def.title[language],
    points: placed.length,
    x: def.x.label[language],
    y: def.y.label[language],
    unplaced: numbered.length - placed.length,
  })
  const map: Figure = {
    width: Math.max(left + side + 8, ...keys.map((line) => line.width)),
    height: top + side + foot + keysHeight,
    shapes: [
      ...(def.cells === undefined ? quadrantShapes(def, plot, language) : cellShapes(def, plot, language)),
      ...axisShapes(def, plot, foot, language),
      ...pointShapes(def, plot, placed, language),
      ...keyShapes(keys, top + side + foot),
    ],
    alt,
  }
  return { figures: legend ? [map, ...legendFigures(def, numbered, size, language, alt)] : [map], cut: [] }
}

/** The largest square with its foot below: a smaller square breaks the names under it into more lines, which again takes height. */
function squareOf(def: MatrixDef, most: number, height: number, language: Language): { readonly side: number; readonly foot: number } {
  let side = Math.max(smallestSide, Math.floor(most))
  for (;;) {
    const foot = axisFoot(def, side, language)
    const fits = Math.max(smallestSide, Math.floor(Math.min(side, height - foot)))
    if (fits === side) return { side, foot }
    side = fits
  }
}

function areaOf(def: MatrixDef, plot: Plot, name: QuadrantName): { x: number; y: number; w: number; h: number } {
  const x = plot.side * borderOf(def.x)
  const y = plot.side * (1 - borderOf(def.y))
  const high = { y: name.startsWith('high'), x: name.endsWith('high') }
  return {
    x: plot.x + (high.x ? x : 0),
    y: plot.y + (high.y ? 0 : y),
    w: high.x ? plot.side - x : x,
    h: high.y ? y : plot.side - y,
  }
}

function quadrantShapes(def: MatrixDef, plot: Plot, language: Language): readonly Shape[] {
  return quadrantNames.flatMap((name): readonly Shape[] => {
    const area = areaOf(def, plot, name)
    const quadrant = quadrantOf(def, name)
    const lines = wrap(quadrant?.label[language] ?? '', area.w - 16, smallest, true, 1)
    return [
      { t: 'rect', ...area, fill: fillOf({ tone: quadrant?.tone ?? null, strong: false }), stroke: palette.lineStrong, width: 1 },
      textAt(area.x + 8, area.y + 6, lines, { bold: true, fill: palette.ink2 }),
    ]
  })
}

function cellShapes(def: MatrixDef, plot: Plot, language: Language): readonly Shape[] {
  const [w, h] = [plot.side / stepsOf(def.x).length, plot.side / stepsOf(def.y).length]
  const bands = bandsOf(def)
  return cellsOf(def).flatMap((cell): readonly Shape[] => {
    const x = plot.x + plot.side * shareOf(def.x, cell.x) - w / 2
    const y = plot.y + plot.side * (1 - shareOf(def.y, cell.y)) - h / 2
    const value =
      cell.value === null ? [] : [textAt(x + w - 6, y + 5, [formatNumber(cell.value, language)], { fill: palette.ink2, align: 'right' })]
    return [{ t: 'rect', x, y, w, h, fill: fillOf(bandTint(bands, cell.band?.key)), stroke: palette.lineStrong, width: 1 }, ...value]
  })
}

type Margin = {
  /** Where the square begins. */
  readonly left: number
  /** Of the words beside the arrow: no word of theirs is broken. */
  readonly beside: number
  readonly arrow: number
  /** Of the names of the steps, between the arrow and their numbers. */
  readonly name: number
}

const widestWord = (texts: readonly string[], bold = false): number =>
  Math.ceil(Math.max(0, ...texts.flatMap((text) => text.split(/\s+/u)).map((word) => measure(word, smallest, bold))))

/** The square begins right of the words at its axis, the arrow, and the numbers and names of its steps. */
function marginOf({ y }: MatrixDef, language: Language): Margin {
  const words = Math.max(widestWord([y.label[language]], true), widestWord([y.low[language], y.high[language]]))
  const beside = Math.min(140, Math.max(narrowest.beside, words + 2))
  const arrow = beside + 8
  if (y.anchors.length === 0 || !hasSteps(y)) return { left: arrow + 34, beside, arrow, name: 0 }
  const name = Math.min(140, Math.max(narrowest.name, widestWord(y.anchors.map((anchor) => anchor.label[language])) + 2))
  return { left: arrow + 42 + name, beside, arrow, name }
}

const hasSteps = (axis: MatrixAxis): boolean => stepsOf(axis).length <= 10
const namesUnder = (axis: MatrixAxis, side: number, language: Language): readonly (readonly string[])[] =>
  stepsOf(axis).map((step) => {
    const name = stepName(axis, step, language)
    return name === '' ? [] : wrap(name, side / stepsOf(axis).length - 6, smallest)
  })

/** Room under the square: numbers of the steps, their names, the arrow with its label. */
function axisFoot(def: MatrixDef, side: number, language: Language): number {
  if (!hasSteps(def.x)) return 44
  return 62 + Math.max(0, ...namesUnder(def.x, side, language).map((lines) => lines.length)) * 14
}

function axisShapes(def: MatrixDef, plot: Plot, footHeight: number, language: Language): readonly Shape[] {
  const under = plot.y + plot.side
  const steps = [...stepShapesX(def, plot, language), ...stepShapesY(def, plot, language)]
  const muted = { fill: palette.ink2 }
  const foot = under + footHeight - 34
  const { beside, arrow } = marginOf(def, language)
  const yLabel = wrap(def.y.label[language], beside, smallest, true)
  const [low, high] = [wrap(def.y.low[language], beside, smallest), wrap(def.y.high[language], beside, smallest)]
  return [
    ...steps,
    {
      t: 'line',
      points: [
        [plot.x, foot],
        [plot.x + plot.side, foot],
      ],
      stroke: palette.ink2,
      width: 1.5,
      arrow: true,
    },
    textAt(plot.x, foot + 8, [def.x.low[language]], muted),
    textAt(plot.x + plot.side / 2, foot + 8, [def.x.label[language]], { ...muted, bold: true, align: 'center' }),
    textAt(plot.x + plot.side, foot + 8, [def.x.high[language]], { ...muted, align: 'right' }),
    {
      t: 'line',
      points: [
        [arrow, under],
        [arrow, plot.y],
      ],
      stroke: palette.ink2,
      width: 1.5,
      arrow: true,
    },
    textAt(beside, under - 2 - low.length * 16, low, { ...muted, align: 'right' }),
    textAt(beside, plot.y + plot.side / 2 - yLabel.length * 8, yLabel, { ...muted, bold: true, align: 'right' }),
    textAt(beside, plot.y, high, { ...muted, align: 'right' }),
  ]
}

function stepShapesX(def: MatrixDef, plot: Plot, language: Language): readonly Shape[] {
  if (!hasSteps(def.x)) return []
  const width = plot.side / stepsOf(def.x).length
  return stepsOf(def.x).flatMap((step): readonly Shape[] => {
    const x = plot.x + plot.side * shareOf(def.x, step)
    const name = stepName(def.x, step, language)
    return [
      textAt(x, plot.y + plot.side + 5, [String(step)], { bold: true, fill: palette.ink2, align: 'center' }),
      ...(name === ''
        ? []
        : [
            textAt(x, plot.y + plot.side + 20, wrap(name, width - 6, smallest), {
              lead: 14,
              fill: palette.ink2,
              align: 'center',
            }),
          ]),
    ]
  })
}

/** Numbers beside the rows, with their names between them and the arrow. */
function stepShapesY(def: MatrixDef, plot: Plot, language: Language): readonly Shape[] {
  if (!hasSteps(def.y)) return []
  const { name } = marginOf(def, language)
  return stepsOf(def.y).flatMap((step): readonly Shape[] => {
    const y = plot.y + plot.side * (1 - shareOf(def.y, step))
    const lines = wrap(stepName(def.y, step, language), name, smallest)
    return [
      textAt(plot.x - 8, y - 7, [String(step)], { bold: true, fill: palette.ink2, align: 'right' }),
      ...(lines.join('') === ''
        ? []
        : [textAt(plot.x - 24, y - lines.length * 7, lines, { lead: 14, fill: palette.ink2, align: 'right' })]),
    ]
  })
}

function pointShapes(def: MatrixDef, plot: Plot, placed: readonly NumberedItem[], language: Language): readonly Shape[] {
  const numbers = new Map(placed.map(({ item, number }) => [item.id, number]))
  const items = placed.map(({ item }) => item)
  const sizes = sizesOf(def, items)
  const radius = (item: Item): number => (def.size === undefined ? most.plain : 10 + (most.r - 10) * (sizes.get(item.id) ?? 0))
  const gap = 2 * (def.size === undefined ? most.plain : most.r) + 3
  return spotsOf(def, items, { side: plot.side, gap, head: 22 }).flatMap((spot): readonly Shape[] => {
    const at = { x: plot.x + spot.x, y: plot.y + spot.y }
    const [only] = spot.items
    if (spot.items.length !== 1 || only === undefined) return pileShapes(spot, at, language)
    const color = colorOption(def, only)?.color
    const look = color === undefined ? { fill: palette.white, edge: palette.action } : notePaper[color]
    return [
      { t: 'circle', ...at, r: radius(only), fill: look.fill, stroke: color === undefined ? look.edge : palette.ink2, width: 1.5 },
      textAt(at.x, at.y - 7, [String(numbers.get(only.id) ?? '')], { bold: true, fill: palette.ink, align: 'center' }),
    ]
  })
}

/** More items than their cell has room for: how many; the list says which. */
function pileShapes(spot: MatrixSpot, { x, y }: { x: number; y: number }, language: Language): readonly Shape[] {
  const text = say(matrixText.listCount, language, { n: spot.items.length })
  const w = measure(text, smallest, true) + 18
  return [
    { t: 'rect', x: x - w / 2 + 3, y: y - 10, w, h: 26, r: 13, fill: palette.white, stroke: palette.action, width: 1 },
    { t: 'rect', x: x - w / 2, y: y - 13, w, h: 26, r: 13, fill: palette.white, stroke: palette.action, width: 1.5 },
    textAt(x, y - 7, [text], { bold: true, fill: palette.action, align: 'center' }),
  ]
}

type KeyEntry = { readonly fill: string; readonly round: boolean; readonly text: string }
type KeyLine = { readonly lead: string; readonly entries: readonly KeyEntry[]; readonly height: number; readonly width: number }

/** What the colours of cells and points mean, and what makes a point larger; broken into lines no wider than the page. */
function keyLines(def: MatrixDef, width: number, language: Language): readonly KeyLine[] {
  const bands = bandsOf(def)
  const label = (key: string | undefined): string => def.columns.find((column) => column.key === key)?.label[language] ?? ''
  const options = colorOptions(def).filter((option) => option.color !== undefined)
  const groups: { lead: string; entries: readonly KeyEntry[] }[] = []
  if (bands.length > 0)
    groups.push({
      lead: say(matrixText.bands, language),
      entries: bands.map((band) => ({ fill: fillOf(bandTint(bands, band.key)), round: false, text: band.label[language] })),
    })
  if (options.length > 0)
    groups.push({
      lead: say(matrixText.colours, language, { column: label(def.color) }),
      entries: [
        ...options.map((option) => ({
          fill: option.color === undefined ? palette.white : notePaper[option.color].fill,
          round: true,
          text: option.label[language],
        })),
        { fill: palette.white, round: true, text: say(matrixText.noColour, language) },
      ],
    })
  if (def.size !== undefined) groups.push({ lead: say(matrixText.sizes, language, { column: label(def.size) }), entries: [] })
  return groups.flatMap(({ lead, entries }) => brokenKey(lead, entries, width))
}

const keyHeight = 20
const entryWidth = (entry: KeyEntry): number => measure(entry.text, smallest) + 34

function brokenKey(lead: string, entries: readonly KeyEntry[], width: number): readonly KeyLine[] {
  const lines: { lead: string; entries: KeyEntry[]; width: number }[] = [{ lead, entries: [], width: measure(lead, smallest, true) + 14 }]
  for (const entry of entries) {
    const last = lines.at(-1)
    if (last !== undefined && last.width + entryWidth(entry) <= width) {
      last.entries.push(entry)
      last.width += entryWidth(entry)
    } else lines.push({ lead: '', entries: [entry], width: entryWidth(entry) })
  }
  return lines.map((line) => ({ ...line, height: keyHeight }))
}

function keyShapes(lines: readonly KeyLine[], from: number): readonly Shape[] {
  return lines.flatMap((line, at): readonly Shape[] => {
    const y = from + at * keyHeight
    let x = line.lead === '' ? 0 : measure(line.lead, smallest, true) + 14
    const lead = line.lead === '' ? [] : [textAt(0, y + 2, [line.lead], { bold: true, fill: palette.ink2 })]
    const entries = line.entries.flatMap((entry): readonly Shape[] => {
      const mark: Shape = entry.round
        ? { t: 'rect', x: x + 1, y: y + 2, w: 14, h: 14, r: 7, fill: entry.fill, stroke: palette.ink2, width: 1 }
        : { t: 'rect', x: x + 1, y: y + 2, w: 14, h: 14, fill: entry.fill, stroke: palette.lineStrong, width: 1 }
      const text = textAt(x + 20, y + 2, [entry.text])
      x += entryWidth(entry)
      return [mark, text]
    })
    return [...lead, ...entries]
  })
}

/** `(Dampak 4, Kemungkinan 3)` behind an item of a pile or of cells, where the picture alone does not say where it lies. */
function placeWords(def: MatrixDef, item: Item, language: Language): string {
  const place = placeOf(def, item)
  if (place === null) return ` (${say(words.unplaced, language).toLowerCase()})`
  if (def.cells === undefined) return ''
  const at = (axis: MatrixAxis, value: number): string => `${axis.label[language]} ${formatNumber(value, language)}`
  return ` (${at(def.x, place.x)}, ${at(def.y, place.y)})`
}

function legendFigures(
  def: MatrixDef,
  numbered: readonly NumberedItem[],
  size: FigureSize,
  language: Language,
  alt: string,
): readonly Figure[] {
  const figures: Figure[] = []
  let shapes: Shape[] = []
  let y = 0
  for (const { number, item } of numbered) {
    const lines = wrap(`${item.text}${placeWords(def, item, language)}`, size.width - 40, smallest)
    const height = lines.length * legendLead + 5
    if (y > 0 && y + height > size.height) {
      figures.push({ width: size.width, height: y, shapes, alt })
      shapes = []
      y = 0
    }
    shapes.push(
      textAt(26, y, [String(number)], { bold: true, fill: palette.action, align: 'right' }),
      textAt(36, y, lines, { lead: legendLead }),
    )
    y += height
  }
  return shapes.length === 0 ? figures : [...figures, { width: size.width, height: y, shapes, alt }]
}
