/** Outline → PDF: pages are laid out first, then painted, so that contents know every page number. */
import { createHash } from 'node:crypto'
import type { Outline, WriteReport } from '#shared/model/outline.ts'
import { cleanOutline } from '../clean-outline.ts'
import { pictureBytes } from '../figure-pictures.ts'
import { loadFonts } from '../fonts.ts'
import { type LaidPages, layoutKey, recallPages, rememberPages } from '../laid.ts'
import {
  colour,
  foot as footLook,
  footRise,
  footSize,
  frame as frameLook,
  headingIds,
  listed,
  type Page,
  pageOf,
  stretchesOf,
} from '../look.ts'
import { type PdfPicture, pdfPicture } from '../pictures.ts'
import { type Brush, createBrush } from './brush.ts'
import { flow, pageRoom } from './flow.ts'
import { createKit, type Kit, type KitElement } from './kit.ts'
import { createPager, paginate } from './pager.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { type Node, node } from './tree.ts'
import { createSetter, type Setter } from './type.ts'

export type WriteOptions = {
  /** The document's own moment; nothing else of time goes into the file. */
  readonly clockIso: string
  readonly fontsFolder: string
  readonly signal?: AbortSignal | undefined
  /** Share of the work done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
}

export type Written = { readonly bytes: Uint8Array; readonly report: WriteReport }

type Laid = {
  readonly kit: Kit
  readonly setter: Setter
  readonly scene: Scene
  readonly sheets: Sheet[]
  readonly coverPages: number
  readonly root: Node
}

/**
 * Prints an outline as a tagged PDF 1.7 made to PDF/UA rules. The same outline and clock give the same bytes.
 * Rejects with the signal's reason when aborted.
 */
export async function writePdf(raw: Outline, options: WriteOptions): Promise<Written> {
  const outline = cleanOutline(raw)
  const laid = await layOut(outline, options)
  const { setter, scene, sheets } = laid
  rememberPages(layoutKey(outline, options.fontsFolder), { headings: scene.pages, report: reportOf(setter, scene, sheets.length) })
  await paint(laid, options)
  return { bytes: await laid.kit.bytes, report: reportOf(setter, scene, sheets.length) }
}

/** Which page each heading stands on, by heading id, and how many pages there are; nothing is painted. */
export async function layoutPages(raw: Outline, options: WriteOptions): Promise<LaidPages> {
  const outline = cleanOutline(raw)
  const key = layoutKey(outline, options.fontsFolder)
  const known = recallPages(key)
  if (known) return known
  const { scene, setter, sheets } = await layOut(outline, options)
  const laid = { headings: scene.pages, report: reportOf(setter, scene, sheets.length) }
  rememberPages(key, laid)
  return laid
}

const reportOf = (setter: Setter, scene: Scene, pages: number): WriteReport => ({
  pages,
  missingGlyphs: [...setter.missing].map(([char, count]) => ({ char, count })),
  missingPictures: scene.tally.missingPictures,
})

async function layOut(outline: Outline, options: WriteOptions): Promise<Laid> {
  const fonts = await loadFonts(options.fontsFolder, outline.font)
  options.signal?.throwIfAborted()
  const kit = createKit({ ...outline, files: fonts.files, donors: fonts.donors, clockIso: options.clockIso })
  const setter = createSetter(kit, fonts, outline.font)
  const scene = createScene(outline, setter)
  const root = node('Document')
  const sheets: Sheet[] = []
  const room = pageRoom(scene)
  const cover = flow(outline.cover, room, scene, root)
  if (cover.length > 0) paginate(cover, createPager(sheets, scene.page), scene.page.margins.left)
  const coverPages = sheets.length
  await breathe(options, 0.05)
  for (const { orientation, blocks } of stretchesOf(outline)) {
    const turned = { ...scene, page: pageOf({ ...outline, orientation }) }
    const items = flow(blocks, pageRoom(turned), turned, root)
    await breathe(options, 0.45)
    if (items.length > 0) paginate(items, createPager(sheets, turned.page), turned.page.margins.left)
  }
  if (sheets.length === 0) paginate([], createPager(sheets, scene.page), scene.page.margins.left)
  await breathe(options, 0.5)
  return { kit, setter, scene, sheets, coverPages, root }
}

function createScene(outline: Outline, setter: Setter): Scene {
  const names = new Map<string, string>()
  const pictures = new Map<Uint8Array, PdfPicture | null>()
  const bySum = new Map<string, PdfPicture | null>()
  return {
    outline,
    page: pageOf(outline),
    setter,
    headings: listed(outline),
    pages: new Map(),
    reachable: headingIds(outline),
    target: (id) => {
      const known = names.get(id) ?? `h${String(names.size + 1).padStart(6, '0')}`
      names.set(id, known)
      return known
    },
    picture: (bytes) => {
      if (bytes === null) return null
      const known = pictures.get(bytes)
      if (known !== undefined) return known
      // The same photograph may have come twice, as two arrays of the same bytes.
      const sum = createHash('sha256').update(bytes).digest('base64')
      const twin = bySum.get(sum)
      const fresh = twin === undefined ? pdfPicture(bytes) : twin
      pictures.set(bytes, fresh)
      bySum.set(sum, fresh)
      return fresh
    },
    tally: { missingPictures: 0 },
    opened: [],
  }
}

/** Lets messages in between two pieces of work, so that an abort is heard. */
async function breathe(options: WriteOptions, share: number): Promise<void> {
  options.onProgress?.(share)
  if (options.signal) await new Promise((done) => setImmediate(done))
  options.signal?.throwIfAborted()
}

async function paint(laid: Laid, options: WriteOptions): Promise<void> {
  const { kit, setter, scene, sheets, coverPages, root } = laid
  const elements = new Map<Node, KitElement>()
  const top = raise(kit, root, elements, null)
  const brush = createBrush(kit, setter, elements, (name) => {
    const bytes = pictureBytes(scene.outline, name)
    const picture = scene.picture(bytes)
    const size = scene.outline.pictures?.[name]
    return picture === null || size === undefined ? null : { picture, width: size.width, height: size.height }
  })
  for (const [at, sheet] of sheets.entries()) {
    if (at % 25 === 24) await breathe(options, 0.5 + (0.5 * at) / sheets.length)
    kit.doc.addPage({ size: [sheet.page.width, sheet.page.height], margin: 0 })
    paintSheet(brush, sheet)
    const numbered = at > 0 && at >= coverPages
    if (scene.outline.border) brush.content(null, 'Pagination', () => paintFrame(brush, sheet.page))
    if (!scene.outline.bare) brush.content(null, 'Pagination', () => paintFoot(brush, scene, sheet.page, numbered ? String(at + 1) : ''))
    // What has been painted is let go of: only the layout of the pages that follow has to stay.
    sheet.back.length = 0
    sheet.front.length = 0
  }
  top.end()
  kit.doc.end()
  options.onProgress?.(1)
}

/** Makes the structure elements of a tree, parents first, each hung into its parent in reading order. */
function raise(kit: Kit, from: Node, elements: Map<Node, KitElement>, parent: KitElement | null): KitElement {
  const element = kit.element(from.role)
  if (from.alt !== undefined) element.dictionary.data.Alt = new String(from.alt) // pdfkit writes String objects as text
  if (from.attributes) element.dictionary.data.A = from.attributes
  if (parent) parent.add(element)
  else kit.doc.addStructure(element as unknown as PDFKit.PDFStructureElement) // the kit's own view of the same object
  elements.set(from, element)
  for (const kid of from.kids) raise(kit, kid, elements, element)
  return element
}

/** Content of one element that follows itself is written as one piece. */
function paintSheet(brush: Brush, sheet: Sheet): void {
  if (sheet.back.length > 0) {
    brush.content(null, 'Layout', () => {
      for (const draw of sheet.back) draw(brush)
    })
  }
  for (let at = 0; at < sheet.front.length; ) {
    const owner = sheet.front[at]?.node ?? null
    let end = at
    while (end < sheet.front.length && (sheet.front[end]?.node ?? null) === owner) end += 1
    const together = sheet.front.slice(at, end)
    brush.content(owner, 'Pagination', () => {
      for (const { draw } of together) draw(brush)
    })
    at = end
  }
}

function paintFrame(brush: Brush, { width, height }: Page): void {
  const around = (gap: number) => ({ x: gap, y: gap, width: width - 2 * gap, height: height - 2 * gap })
  brush.frame(around(frameLook.outer), colour.frame, frameLook.outerWidth)
  brush.frame(around(frameLook.inner), colour.frame, frameLook.innerWidth)
}

/** Page number in the middle, and below it the small line that says which document this is. */
function paintFoot(brush: Brush, { setter, outline }: Scene, page: Page, number: string): void {
  const middle = page.margins.left + page.body.width / 2
  const rise = footRise(outline)
  const [figure] = setter.lines([{ text: number }], { size: footLook.numberSize }, page.body.width)
  if (figure && number !== '') brush.line(figure, middle - figure.width / 2, page.height - footLook.numberFromBottom - rise)
  const size = footSize(outline.foot, page.body.width)
  const lines = setter.lines([{ text: outline.foot }], { size, color: colour.muted }, page.body.width)
  lines.forEach((line, at) => {
    brush.line(line, middle - line.width / 2, page.height - footLook.fromBottom - rise + at * size * 1.15)
  })
}
