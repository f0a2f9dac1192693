/** Horizontal bars with their numbers, for counts that are read faster as lengths. */
import { measure, wrap } from '#shared/figure/metrics.ts'
import { palette } from '#shared/figure/palette.ts'
import type { Figure, Shape } from '#shared/model/figure.ts'

export type Bar = {
  readonly label: string
  /** Null: nothing to show, said in words. */
  readonly value: number | null
  readonly text: string
  /** A second value beside the first, such as before and after. */
  readonly other?: { readonly value: number | null; readonly text: string } | undefined
}

const size = 13
const lead = 16
const thick = 15
const between = 9
/** CSS pixels kept right of the longest bar for its number. */
const forNumber = 96

/**
 * @param most what the whole width stands for; 0 draws no bars
 * @param width CSS pixels
 * @param legend what the two colours mean, when there are two
 */
export function barsFigure(
  bars: readonly Bar[],
  {
    most,
    width,
    alt,
    legend,
  }: { readonly most: number; readonly width: number; readonly alt: string; readonly legend?: readonly string[] },
): Figure {
  const labels = Math.min(width * 0.42, Math.max(60, ...bars.map(({ label }) => measure(label, size))) + 10)
  const room = Math.max(40, width - labels - forNumber)
  const shapes: Shape[] = []
  let y = 2
  if (legend !== undefined) {
    let x = labels
    for (const [at, text] of legend.entries()) {
      shapes.push({ t: 'rect', x, y: y + 1, w: 11, h: 11, fill: colours[at] ?? palette.action })
      shapes.push({ t: 'text', x: x + 16, y: y + 11, lines: [text], size, lead, fill: palette.ink })
      x += 16 + measure(text, size) + 24
    }
    y += lead + between
  }
  for (const { label, value, text, other } of bars) {
    const lines = wrap(label, labels - 10, size, false, 3)
    const parts = other === undefined ? [{ value, text }] : [{ value, text }, other]
    const tall = Math.max(lines.length * lead, parts.length * (thick + 2))
    shapes.push({ t: 'text', x: 0, y: y + 12, lines, size, lead, fill: palette.ink })
    for (const [at, part] of parts.entries()) {
      const top = y + at * (thick + 2)
      const long = most <= 0 || part.value === null ? 0 : Math.max(0, Math.min(1, part.value / most)) * room
      if (long > 0)
        shapes.push({
          t: 'rect',
          x: labels,
          y: top,
          w: Math.max(1.5, long),
          h: thick,
          fill: other === undefined ? palette.action : (colours[at] ?? palette.action),
        })
      shapes.push({ t: 'text', x: labels + long + 6, y: top + 12, lines: [part.text], size, lead, fill: palette.ink })
    }
    y += tall + between
  }
  shapes.push({
    t: 'line',
    points: [
      [labels, 0],
      [labels, y - between + 2],
    ],
    stroke: palette.lineStrong,
    width: 1,
  })
  return { width, height: y - between + 4, shapes, alt }
}

/** Told apart in black and white too. */
const colours = ['#B9C2E8', palette.action] as const
