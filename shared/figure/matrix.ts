/** A two-axis map: a square with named axes and quadrants, numbered points, and the list of what the numbers mean. */
import type { Figure, Shape } from '../model/figure.ts'
import type { Canvas, Item } from '../model/lab.ts'
import type { MatrixDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { fanOut, placeOf, type QuadrantName, quadrantNames, quadrantOf, type Spot } from '../rules/matrix.ts'
import { figureWords as words } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { smallest, textAt } from './draw.ts'
import { wrap } from './metrics.ts'
import { notePaper, palette } from './palette.ts'
import type { FigureSize, Figures } from './sizes.ts'

const left = 88
const top = 8
const bottom = 46
const radius = 12
const legendLead = 15

type Plot = { readonly x: number; readonly y: number; readonly side: number }
export type NumberedItem = { readonly number: number; readonly item: Item; readonly quadrant: QuadrantName | null }

/** Items with the numbers they carry in the picture and in any list of it: the placed ones first, in their order. */
export function numberedItems(def: MatrixDef, items: readonly Item[]): readonly NumberedItem[] {
  const entries = items.map((item) => ({ item, quadrant: placeOf(def, item)?.quadrant ?? null }))
  return [...entries.filter((entry) => entry.quadrant !== null), ...entries.filter((entry) => entry.quadrant === null)].map(
    (entry, at) => ({
      ...entry,
      number: at + 1,
    }),
  )
}

const fills: Readonly<Record<QuadrantName, string>> = {
  high_high: notePaper.pandan.fill,
  high_low: notePaper.kunyit.fill,
  low_high: notePaper.langit.fill,
  low_low: notePaper.gading.fill,
}

/** @param legend false where a table beside the picture already says what the numbers mean. */
export function matrixFigures(def: MatrixDef, canvas: Canvas, size: FigureSize, language: Language, legend = true): Figures {
  const side = Math.floor(Math.min(size.width - left - 8, 430, size.height - top - bottom))
  const plot = { x: left, y: top, side }
  const numbered = numberedItems(def, canvas.items)
  const placed = numbered.filter((entry) => entry.quadrant !== null)
  const alt = say(words.matrixAlt, language, {
    title: def.title[language],
    points: placed.length,
    x: def.x.label[language],
    y: def.y.label[language],
  })
  const map: Figure = {
    width: left + side + 8,
    height: top + side + bottom,
    shapes: [...quadrantShapes(def, plot, language), ...axisShapes(def, plot, language), ...pointShapes(def, plot, placed)],
    alt,
  }
  return { figures: legend ? [map, ...legendFigures(numbered, size, language, alt)] : [map], cut: [] }
}

const along = (axis: MatrixDef['x'], value: number): number => {
  // Half a step of margin keeps points on the lowest and highest value inside the square.
  const step = 0.5
  return (value - axis.min + step) / (axis.max - axis.min + 2 * step)
}

/** The threshold lies between the last low and the first high value, where the colours part. */
const divide = (axis: MatrixDef['x']): number => along(axis, axis.threshold - 0.5)

function areaOf(def: MatrixDef, plot: Plot, name: QuadrantName): { x: number; y: number; w: number; h: number } {
  const x = plot.side * divide(def.x)
  const y = plot.side * (1 - divide(def.y))
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
    const lines = wrap(quadrantOf(def, name)?.label[language] ?? '', area.w - 16, smallest, true, 2)
    return [
      { t: 'rect', ...area, fill: fills[name], stroke: palette.lineStrong, width: 1 },
      textAt(area.x + 8, area.y + 7, lines, { bold: true, fill: palette.ink2 }),
    ]
  })
}

function axisShapes(def: MatrixDef, plot: Plot, language: Language): readonly Shape[] {
  const under = plot.y + plot.side
  const muted = { fill: palette.ink2 }
  const yLabel = wrap(def.y.label[language], left - 14, smallest, true, 4)
  const [xEnd, yEnd] = [plot.x + plot.side, plot.y]
  return [
    {
      t: 'line',
      points: [
        [plot.x, under + 10],
        [xEnd, under + 10],
      ],
      stroke: palette.ink2,
      width: 1.5,
      arrow: true,
    },
    textAt(plot.x, under + 18, [def.x.low[language]], muted),
    textAt(plot.x + plot.side / 2, under + 18, [def.x.label[language]], { ...muted, bold: true, align: 'center' }),
    textAt(xEnd, under + 18, [def.x.high[language]], { ...muted, align: 'right' }),
    {
      t: 'line',
      points: [
        [plot.x - 10, under],
        [plot.x - 10, yEnd],
      ],
      stroke: palette.ink2,
      width: 1.5,
      arrow: true,
    },
    textAt(plot.x - 18, under - 16, [def.y.low[language]], { ...muted, align: 'right' }),
    textAt(plot.x - 18, plot.y + plot.side / 2 - yLabel.length * 8, yLabel, { ...muted, bold: true, align: 'right' }),
    textAt(plot.x - 18, yEnd, [def.y.high[language]], { ...muted, align: 'right' }),
  ]
}

function pointShapes(def: MatrixDef, plot: Plot, placed: readonly NumberedItem[]): readonly Shape[] {
  const spots = placed.flatMap(({ item }): readonly Spot[] => {
    const place = placeOf(def, item)
    if (place === null) return []
    const area = areaOf(def, plot, place.quadrant)
    const rim = radius + 2
    // Below the quadrant's name, so that no point hides it.
    const box = { x: area.x + rim, y: area.y + 26 + radius, w: area.w - 2 * rim, h: area.h - 28 - 2 * radius }
    return [{ id: item.id, x: plot.x + plot.side * along(def.x, place.x), y: plot.y + plot.side * (1 - along(def.y, place.y)), box }]
  })
  const numbers = new Map(placed.map(({ item, number }) => [item.id, number]))
  return fanOut(spots, radius * 2 + 3).flatMap((spot): readonly Shape[] => [
    { t: 'circle', x: spot.x, y: spot.y, r: radius, fill: palette.white, stroke: palette.action, width: 1.5 },
    textAt(spot.x, spot.y - 7, [String(numbers.get(spot.id) ?? '')], { bold: true, fill: palette.action, align: 'center' }),
  ])
}

function legendFigures(numbered: readonly NumberedItem[], size: FigureSize, language: Language, alt: string): readonly Figure[] {
  const figures: Figure[] = []
  let shapes: Shape[] = []
  let y = 0
  for (const { number, item, quadrant } of numbered) {
    const text = quadrant === null ? `${item.text} (${say(words.unplaced, language).toLowerCase()})` : item.text
    const lines = wrap(text, size.width - 40, smallest)
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
