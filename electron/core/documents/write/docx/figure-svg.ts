/** A neutral figure as SVG. */
import { missingPicture } from '#shared/figure/draw.ts'
import type { PictureHref } from '#shared/figure/svg.ts'
import type { Figure, Shape } from '#shared/model/figure.ts'
import { arrowHead } from '../pdf/figure.ts'

/** Programs on the reader's machine have Arial; the one that makes the PNG has its metric twin. */
const family = 'Arial, Arimo, sans-serif'
/** Lines on a figure's border are as wide outside it as inside; programs cut what lies outside. */
const edge = 1.5

/** @param href of attached pictures, as `data:` addresses: programs read nothing beside the file. */
export function figureSvg(figure: Figure, href: PictureHref = () => null): string {
  const { width, height } = figure
  const shapes = figure.shapes.map((shape) => shapeSvg(shape, href)).join('')
  const [wide, high] = [width + 2 * edge, height + 2 * edge].map(n)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${-edge} ${-edge} ${wide} ${high}"><title>${escapeXml(figure.alt)}</title>${shapes}</svg>`
}

const n = (value: number): string => String(Math.round(value * 100) / 100)
const escapeXml = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

function paintOf(shape: Exclude<Shape, { t: 'text' | 'image' }>): string {
  const fill = 'fill' in shape && shape.fill ? shape.fill : 'none'
  const stroke = shape.stroke && shape.width !== 0 ? ` stroke="${escapeXml(shape.stroke)}" stroke-width="${n(shape.width ?? 1)}"` : ''
  const dash = 'dash' in shape && shape.dash && shape.dash.length > 0 ? ` stroke-dasharray="${shape.dash.map(n).join(' ')}"` : ''
  return `fill="${escapeXml(fill)}"${stroke}${dash}`
}

function shapeSvg(shape: Shape, href: PictureHref): string {
  switch (shape.t) {
    case 'rect':
      return `<rect x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.w)}" height="${n(shape.h)}"${shape.r ? ` rx="${n(shape.r)}"` : ''} ${paintOf(shape)}/>`
    case 'circle':
      return `<circle cx="${n(shape.x)}" cy="${n(shape.y)}" r="${n(shape.r)}" ${paintOf(shape)}/>`
    case 'line': {
      const points = shape.points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')
      const head = shape.arrow
        ? `<polygon points="${arrowHead(shape)
            .map(([x, y]) => `${n(x)},${n(y)}`)
            .join(' ')}" fill="${escapeXml(shape.stroke)}"/>`
        : ''
      return `<polyline points="${points}" stroke-linejoin="round" stroke-linecap="round" ${paintOf(shape)}/>${head}`
    }
    case 'text':
      return textSvg(shape)
    case 'image': {
      const source = href(shape.name)
      if (source === null)
        return missingPicture(shape)
          .map((one) => shapeSvg(one, href))
          .join('')
      return `<image x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.w)}" height="${n(shape.h)}" preserveAspectRatio="xMidYMid meet" href="${escapeXml(source)}"/>`
    }
    default:
      return shape satisfies never
  }
}

function textSvg(shape: Extract<Shape, { t: 'text' }>): string {
  const anchor = shape.align === 'center' ? 'middle' : shape.align === 'right' ? 'end' : 'start'
  const weight = shape.bold ? ' font-weight="700"' : ''
  return shape.lines
    .map((line, at) => {
      const y = shape.y + at * shape.lead
      return `<text x="${n(shape.x)}" y="${n(y)}" font-family="${family}" font-size="${n(shape.size)}"${weight} text-anchor="${anchor}" fill="${escapeXml(shape.fill)}" xml:space="preserve">${escapeXml(line)}</text>`
    })
    .join('')
}
