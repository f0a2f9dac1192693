/** Horizontal bars with their numbers: what a catalogue looks like, for documents and pictures (the page draws its own). */
import type { Figure, Shape } from '../model/figure.ts'
import type { Language } from '../model/text.ts'
import { formatNumber } from '../rules/numbers.ts'
import { smallest, textAt } from './draw.ts'
import { measure, wrap } from './metrics.ts'
import { palette } from './palette.ts'

/** `second` is drawn behind `value`, hatched by its own colour and named by the legend. */
export type ChartBar = { readonly label: string; readonly value: number; readonly second?: number }
export type BarChart = {
  readonly title: string
  /** What the chart answers, in a sentence. */
  readonly answer: string
  readonly note: string
  /** Names of `value` and `second`; empty where there is only one. */
  readonly legend: readonly string[]
  readonly bars: readonly ChartBar[]
}

const rowHeight = 24
const barHeight = 14
const gap = 10

const totalOf = ({ value, second = 0 }: ChartBar): number => value + second
const numberOf = ({ value, second }: ChartBar, language: Language): string =>
  second === undefined ? formatNumber(value, language) : `${formatNumber(value, language)} · ${formatNumber(second, language)}`

/** @param width of the figure in CSS pixels; its height follows from the number of bars */
export function barChartFigure(chart: BarChart, width: number, language: Language): Figure {
  const { title, answer, note, legend, bars } = chart
  const labels = Math.min(Math.round(width * 0.38), Math.max(40, ...bars.map(({ label }) => Math.ceil(measure(label, smallest)))))
  const numbers = Math.max(24, ...bars.map((bar) => Math.ceil(measure(numberOf(bar, language), smallest, true))))
  const room = Math.max(40, width - labels - numbers - 2 * gap)
  const most = Math.max(1, ...bars.map(totalOf))
  const shapes: Shape[] = []
  let y = 0
  const write = (text: string, look: { size: number; bold?: boolean; fill: string }): void => {
    const lines = text === '' ? [] : wrap(text, width, look.size, look.bold === true)
    if (lines.length === 0) return
    const lead = Math.round(look.size * 1.35)
    shapes.push(textAt(0, y, lines, { ...look, lead }))
    y += lines.length * lead + 4
  }
  write(title, { size: 15, bold: true, fill: palette.ink })
  write(answer, { size: 13, fill: palette.ink2 })
  if (legend.length > 1) y = legendShapes(shapes, legend, y)
  y += 4
  for (const bar of bars) {
    shapes.push(...rowShapes(bar, y, { labels, room, width, most, language }))
    y += rowHeight
  }
  if (note !== '') {
    y += 4
    write(note, { size: smallest, fill: palette.ink3 })
  }
  const values = bars.map((bar) => `${bar.label} ${numberOf(bar, language)}`).join('; ')
  return { width, height: y + 2, shapes, alt: [title, answer, values].filter((part) => part !== '').join(' ') }
}

type Room = { readonly labels: number; readonly room: number; readonly width: number; readonly most: number; readonly language: Language }

function rowShapes(bar: ChartBar, y: number, { labels, room, width, most, language }: Room): readonly Shape[] {
  const from = labels + gap
  const first = (bar.value / most) * room
  const second = ((bar.second ?? 0) / most) * room
  const at = y + (rowHeight - barHeight) / 2
  const rect = (x: number, w: number, look: { fill: string; stroke?: string }): readonly Shape[] =>
    w <= 0 ? [] : [{ t: 'rect', x, y: at, w: Math.max(1, w), h: barHeight, r: 2, ...look }]
  return [
    textAt(labels, y + 5, wrap(bar.label, labels, smallest, false, 1), { fill: palette.ink2, align: 'right' }),
    ...rect(from, first, { fill: palette.action }),
    ...rect(from + first, second, { fill: palette.sunken, stroke: palette.lineStrong }),
    textAt(width, y + 5, [numberOf(bar, language)], { bold: true, align: 'right' }),
  ]
}

function legendShapes(shapes: Shape[], legend: readonly string[], y: number): number {
  let x = 0
  for (const [at, name] of legend.entries()) {
    const look = at === 0 ? { fill: palette.action } : { fill: palette.sunken, stroke: palette.lineStrong }
    shapes.push({ t: 'rect', x, y: y + 2, w: 12, h: 12, r: 2, ...look }, textAt(x + 18, y + 1, [name], { fill: palette.ink2 }))
    x += 18 + Math.ceil(measure(name, smallest)) + 18
  }
  return y + 22
}
