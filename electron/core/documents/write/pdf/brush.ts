/** Paints on the current page. Coordinates are points from the top left corner. */
import type { Figure } from '#shared/model/figure.ts'
import { pointsPerPixel } from '../look.ts'
import type { PdfPicture } from '../pictures.ts'
import { drawFigure, type FigurePicture } from './figure.ts'
import type { Kit, KitElement } from './kit.ts'
import type { Node } from './tree.ts'
import type { Ink, Line, Setter } from './type.ts'

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Brush = {
  /** One line of type, its baseline at `y`; `stretch` points are added at every space. */
  line(line: Line, x: number, y: number, stretch?: number): void
  fill(box: Box, color: string): void
  frame(box: Box, color: string, width: number, dash?: readonly number[]): void
  stroke(x1: number, y1: number, x2: number, y2: number, width: number, color: string): void
  picture(picture: PdfPicture, box: Box): void
  figure(figure: Figure, x: number, y: number, scale: number): void
  /** Tells readers of `node` where on the page it stands. */
  bounds(node: Node, box: Box): void
  /** A place that contents and bookmarks lead to. */
  anchor(name: string, y: number): void
  /** An entry of the reader's side panel, under the last one of a higher level. */
  bookmark(level: number, title: string, y: number): void
  /** Leader dots; they are drawn, not written, so that nobody hears them read. */
  dots(from: number, to: number, y: number, color: string): void
  /** A clickable area that belongs to the link element `node`. */
  link(node: Node, box: Box, target: string, says: string): void
  /** Everything between is content of `node`, or an artifact of the given kind. */
  content(node: Node | null, kind: 'Pagination' | 'Layout', draw: () => void): void
}

const short = (value: number): string => String(Math.round(value * 100) / 100)

/** `#RRGGBB` as the three operands of `rg`; anything else is black. */
export function rgb(color: string): string {
  const hex = /^#([0-9a-f]{6})$/i.exec(color)?.[1]
  if (!hex) return '0 0 0'
  return [0, 2, 4].map((at) => short(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')
}

export function createBrush(
  kit: Kit,
  setter: Setter,
  elements: ReadonlyMap<Node, KitElement>,
  pictureOf: (name: string) => FigurePicture | null,
): Brush {
  const { doc } = kit
  const images = new Map<PdfPicture, unknown>()
  const write = (...operators: string[]): void => void doc.addContent(operators.join('\n'))
  const elementOf = (node: Node): KitElement => {
    const element = elements.get(node)
    if (!element) throw new Error(`no structure element for ${node.role}`)
    return element
  }
  const brush: Brush = {
    line: (line, x, y, stretch = 0) => write(...typeset(kit, setter, line, x, y, stretch)),
    fill: (box, color) => write(`${rgb(color)} rg ${rect(box)} f`),
    frame: (box, color, width, dash = []) =>
      write(`q ${rgb(color)} RG ${short(width)} w [${dash.map(short).join(' ')}] 0 d ${rect(box)} S Q`),
    stroke: (x1, y1, x2, y2, width, color) =>
      write(`${rgb(color)} RG ${short(width)} w ${short(x1)} ${short(y1)} m ${short(x2)} ${short(y2)} l S`),
    picture: (picture, box) => {
      const image = images.get(picture) ?? picture.open(doc)
      images.set(picture, image)
      doc.image(image as string, box.x, box.y, { width: box.width, height: box.height }) // pdfkit takes an opened image here
    },
    figure: (figure, x, y, scale) => {
      doc
        .save()
        .translate(x, y)
        .scale(scale * pointsPerPixel)
      drawFigure(doc, brush, setter, figure, pictureOf)
      doc.restore()
    },
    bounds: (node, { x, y, width, height }) => {
      const bottom = doc.page.height
      const box = [x, bottom - y - height, x + width, bottom - y]
      elementOf(node).dictionary.data.A = { O: 'Layout', Placement: 'Block', BBox: box }
    },
    anchor: (name, y) => void doc.addNamedDestination(name, 'XYZ', 0, y, null as unknown as number), // null keeps the reader's zoom
    bookmark: bookmarks(doc),
    dots: (from, to, y, color) => {
      if (to > from) write(`q ${rgb(color)} RG 0.9 w 1 J [0 3.2] 0 d ${short(from)} ${short(y)} m ${short(to)} ${short(y)} l S Q`)
    },
    link: (node, box, target, says) => {
      const structParent = elementOf(node)
      // pdfkit writes String objects as text and plain strings as names.
      const options: object = { structParent, Contents: new String(says) }
      doc.goTo(box.x, box.y, box.width, box.height, target, options)
    },
    content: (node, kind, draw) => {
      if (node) elementOf(node).add(kit.openContent(node.role))
      else doc.markContent('Artifact', { type: kind })
      draw()
      doc.endMarkedContent()
    },
  }
  return brush
}

/** Keeps the chain of open bookmarks, so that each finds its parent whatever levels were skipped. */
function bookmarks(doc: PDFKit.PDFDocument): Brush['bookmark'] {
  const chain: { level: number; item: PDFKit.PDFOutline }[] = []
  return (level, title, y) => {
    while ((chain.at(-1)?.level ?? 0) >= level) chain.pop()
    const parent = chain.at(-1)?.item ?? doc.outline
    // pdfkit counts `left` from the right edge.
    const options: object = { expanded: level === 1, top: y, left: doc.page.width }
    chain.push({ level, item: parent.addItem(title.replaceAll('\n', ' '), options) })
  }
}

const rect = ({ x, y, width, height }: Box): string => `${short(x)} ${short(y)} ${short(width)} ${short(height)} re`

/** Text operators for a line. The page is flipped so that y grows downwards; the text matrix flips letters back. */
function typeset(kit: Kit, setter: Setter, line: Line, x: number, y: number, stretch: number): string[] {
  const under: string[] = []
  const out = ['BT']
  let ink: Ink | null = null
  let glyphs = ''
  let left = x
  const flush = (): void => {
    if (glyphs !== '') out.push(`[${glyphs}] TJ`)
    glyphs = ''
  }
  for (const atom of line.atoms) {
    if (atom.ink !== ink) {
      flush()
      out.push(...begin(kit, atom.ink, ink, left, y))
      ink = atom.ink
    }
    glyphs += setter.shape(ink.face, atom.text)
    const width = atom.width + (atom.kind === 'space' ? stretch : 0)
    if (atom.kind === 'space' && stretch > 0) glyphs += ` ${short((-stretch * 1000) / ink.size)} `
    if (ink.underline) under.push(`${rgb(ink.color)} rg ${rect({ x: left, y: y + ink.size * 0.1, width, height: ink.size * 0.06 })} f`)
    left += width
  }
  // An unseen space at the line's end keeps words apart for those who listen, search or copy.
  if (ink && !line.joins) {
    // The face of emoji has no space.
    const last: Ink = ink.face === 'emoji' ? { ...ink, face: 'regular' } : ink
    if (last !== ink) {
      flush()
      out.push(...begin(kit, last, ink, left, y))
    }
    glyphs += setter.shape(last.face, ' ')
  }
  flush()
  out.push('ET', ...under)
  return out.length > 2 ? out : []
}

function begin(kit: Kit, ink: Ink, last: Ink | null, x: number, y: number): string[] {
  const font = kit.font(ink.face)
  kit.readyOnPage(font)
  const color = last?.color === ink.color ? [] : [`${rgb(ink.color)} rg`]
  return [...color, `/${font.id} ${short(ink.size)} Tf`, `1 0 0 -1 ${short(x)} ${short(y - ink.rise)} Tm`]
}
