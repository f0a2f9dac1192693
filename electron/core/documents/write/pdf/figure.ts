/** Draws a neutral figure as vectors. The caller has moved and scaled the page to CSS pixels. */
import { fitInside, missingPicture } from '#shared/figure/draw.ts'
import type { Figure, Shape } from '#shared/model/figure.ts'
import type { PdfPicture } from '../pictures.ts'
import type { Brush } from './brush.ts'
import type { Setter } from './type.ts'

/** A picture that can be painted, with its size in pixels. */
export type FigurePicture = { readonly picture: PdfPicture; readonly width: number; readonly height: number }

/** @param picture of an attachment's name; null leaves a dashed box with its words */
export function drawFigure(
  doc: PDFKit.PDFDocument,
  brush: Pick<Brush, 'line' | 'picture'>,
  setter: Setter,
  figure: Pick<Figure, 'shapes'>,
  picture: (name: string) => FigurePicture | null,
): void {
  for (const shape of figure.shapes) {
    if (shape.t === 'text') drawText(brush, setter, shape)
    else if (shape.t === 'image') {
      const found = picture(shape.name)
      if (found === null) drawFigure(doc, brush, setter, { shapes: missingPicture(shape) }, picture)
      else {
        const { x, y, w, h } = fitInside(shape, found)
        brush.picture(found.picture, { x, y, width: w, height: h })
      }
    } else {
      doc.save()
      if (shape.t === 'line') drawPath(doc, shape)
      else drawShape(doc, shape)
      doc.restore()
    }
  }
}

function drawShape(doc: PDFKit.PDFDocument, shape: Extract<Shape, { t: 'rect' | 'circle' }>): void {
  if (shape.t === 'rect') {
    const radius = Math.min(shape.r ?? 0, shape.w / 2, shape.h / 2)
    if (radius > 0) doc.roundedRect(shape.x, shape.y, shape.w, shape.h, radius)
    else doc.rect(shape.x, shape.y, shape.w, shape.h)
    if (shape.dash && shape.dash.length > 0) doc.dash(shape.dash[0] ?? 1, { space: shape.dash[1] ?? shape.dash[0] ?? 1 })
  } else doc.circle(shape.x, shape.y, shape.r)
  const line = shape.stroke && shape.width !== 0 ? shape.stroke : undefined
  if (line) doc.lineWidth(shape.width ?? 1)
  if (shape.fill && line) doc.fillAndStroke(shape.fill, line)
  else if (shape.fill) doc.fill(shape.fill)
  else if (line) doc.stroke(line)
}

function drawPath(doc: PDFKit.PDFDocument, shape: Extract<Shape, { t: 'line' }>): void {
  const [first, ...rest] = shape.points
  if (!first || rest.length === 0) return
  doc.lineWidth(shape.width).lineJoin('round').lineCap('round')
  if (shape.dash && shape.dash.length > 0) doc.dash(shape.dash[0] ?? 1, { space: shape.dash[1] ?? shape.dash[0] ?? 1 })
  doc.moveTo(first[0], first[1])
  for (const [x, y] of rest) doc.lineTo(x, y)
  if (shape.fill) doc.fillAndStroke(shape.fill, shape.stroke)
  else doc.stroke(shape.stroke)
  if (!shape.arrow) return
  const [left, tip, right] = arrowHead(shape)
  doc
    .moveTo(...left)
    .lineTo(...tip)
    .lineTo(...right)
    .closePath()
    .fill(shape.stroke)
}

type Point = [number, number]

/** The three corners of the head at the end of a line: left, tip, right. */
export function arrowHead(shape: Extract<Shape, { t: 'line' }>): [Point, Point, Point] {
  const [x2, y2] = shape.points.at(-1) ?? [0, 0]
  const [x1, y1] = shape.points.findLast(([x, y]) => x !== x2 || y !== y2) ?? [x2 - 1, y2]
  const angle = Math.atan2(y2 - y1, x2 - x1)
  const length = 6 + shape.width * 2
  const corner = (turn: number): Point => [x2 - length * Math.cos(angle + turn), y2 - length * Math.sin(angle + turn)]
  return [corner(0.42), [x2, y2], corner(-0.42)]
}

function drawText(brush: Pick<Brush, 'line'>, setter: Setter, shape: Extract<Shape, { t: 'text' }>): void {
  shape.lines.forEach((text, at) => {
    // Drawings are measured with this face, whatever the text around them is set in.
    const look = { size: shape.size, bold: shape.bold === true, color: shape.fill, font: 'arial' } as const
    const [line] = setter.lines([{ text }], look, Number.POSITIVE_INFINITY)
    if (!line) return
    const back = shape.align === 'center' ? line.width / 2 : shape.align === 'right' ? line.width : 0
    brush.line(line, shape.x - back, shape.y + at * shape.lead)
  })
}
