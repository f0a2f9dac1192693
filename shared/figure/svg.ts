/** A figure as SVG text, for the screen and as the picture in a DOCX. */
import type { Figure, Shape } from '../model/figure.ts'
import { missingPicture } from './draw.ts'

/** What an attached picture is drawn from (`data:` or `blob:` address), or null where it is not at hand. */
export type PictureHref = (name: string) => string | null

/**
 * @param fontFamily as CSS would name it, for example `Arimo, Arial, sans-serif`.
 * @param href of attached pictures; without it each is a dashed box with its words.
 * @param margin left free around it, px
 */
export function figureToSvg(figure: Figure, fontFamily: string, href: PictureHref = () => null, margin = 0): string {
  const [width, height] = [figure.width + 2 * margin, figure.height + 2 * margin]
  const size = `width="${num(width)}" height="${num(height)}" viewBox="${num(-margin)} ${num(-margin)} ${num(width)} ${num(height)}"`
  const head = `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${escaped(fontFamily)}"><title>${escaped(figure.alt)}</title>`
  return `${head}${figure.shapes.map((shape) => shapeToSvg(shape, href)).join('')}</svg>`
}

/** Hundredths of a pixel are finer than any printer. */
const num = (value: number): string => String(Number.isFinite(value) ? Math.round(value * 100) / 100 : 0)

const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Safe in text and in quoted attributes; what XML cannot carry is left out. */
const escaped = (text: string): string =>
  text.replaceAll(unfit, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function paint(shape: { fill?: string; stroke?: string; width?: number; dash?: readonly number[] }): string {
  const fill = ` fill="${escaped(shape.fill ?? 'none')}"`
  if (shape.stroke === undefined) return fill
  const dash = shape.dash === undefined ? '' : ` stroke-dasharray="${shape.dash.map(num).join(' ')}"`
  return `${fill} stroke="${escaped(shape.stroke)}" stroke-width="${num(shape.width ?? 1)}"${dash}`
}

function shapeToSvg(shape: Shape, href: PictureHref): string {
  switch (shape.t) {
    case 'rect': {
      const round = shape.r === undefined ? '' : ` rx="${num(shape.r)}"`
      return `<rect x="${num(shape.x)}" y="${num(shape.y)}" width="${num(shape.w)}" height="${num(shape.h)}"${round}${paint(shape)}/>`
    }
    case 'circle':
      return `<circle cx="${num(shape.x)}" cy="${num(shape.y)}" r="${num(shape.r)}"${paint(shape)}/>`
    case 'line': {
      const points = shape.points.map(([x, y]) => `${num(x)},${num(y)}`).join(' ')
      const { stroke, width } = shape
      const line = `<polyline points="${points}"${paint(shape)} stroke-linejoin="round"/>`
      return shape.arrow === true ? line + arrowHead(shape.points, width, stroke) : line
    }
    case 'text': {
      const anchor = shape.align === 'center' ? ' text-anchor="middle"' : shape.align === 'right' ? ' text-anchor="end"' : ''
      const weight = shape.bold === true ? ' font-weight="700"' : ''
      const spans = shape.lines.map(
        (line, at) => `<tspan x="${num(shape.x)}" y="${num(shape.y + at * shape.lead)}">${escaped(line)}</tspan>`,
      )
      return `<text font-size="${num(shape.size)}"${weight}${anchor} fill="${escaped(shape.fill)}">${spans.join('')}</text>`
    }
    case 'image': {
      const source = shape.name === '' ? null : href(shape.name)
      if (source === null)
        return missingPicture(shape)
          .map((one) => shapeToSvg(one, href))
          .join('')
      const box = `x="${num(shape.x)}" y="${num(shape.y)}" width="${num(shape.w)}" height="${num(shape.h)}"`
      return `<image ${box} preserveAspectRatio="xMidYMid meet" href="${escaped(source)}"><title>${escaped(shape.alt)}</title></image>`
    }
    default:
      return never(shape)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown shape ${JSON.stringify(value)}`)
}

/** A filled triangle at the last point, since markers are drawn differently by different programs. */
function arrowHead(points: readonly (readonly [number, number])[], width: number, colour: string): string {
  const [tip, from] = [points.at(-1), points.at(-2)]
  if (tip === undefined || from === undefined) return ''
  const corners = arrowCorners(from, tip, width)
  return `<polygon points="${corners.map(([x, y]) => `${num(x)},${num(y)}`).join(' ')}" fill="${escaped(colour)}"/>`
}

/** The three corners of the head of an arrow, the tip first; every writer draws the same one. */
export function arrowCorners(
  [fx, fy]: readonly [number, number],
  [x, y]: readonly [number, number],
  width: number,
): readonly (readonly [number, number])[] {
  const angle = Math.atan2(y - fy, x - fx)
  const long = 5 + 2 * width
  const at = (turn: number): readonly [number, number] => [x - long * Math.cos(angle + turn), y - long * Math.sin(angle + turn)]
  return [[x, y], at(0.45), at(-0.45)]
}
