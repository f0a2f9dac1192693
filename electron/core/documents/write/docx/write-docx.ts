/** Outline → DOCX: named styles, real numbering, a filled table of contents, and nothing that differs from run to run. */
import { Document, Footer, type ISectionOptions, PageNumber, PageOrientation, Paragraph, SectionType, TextRun } from 'docx'
import type { Outline } from '#shared/model/outline.ts'
import { cleanOutline } from '../clean-outline.ts'
import { createHref } from '../figure-pictures.ts'
import { type Fonts, loadFonts } from '../fonts.ts'
import { foot as footLook, footSize, naturalDescent, type Page, pageOf, stretchesOf } from '../look.ts'
import { layoutPages, type WriteOptions, type Written } from '../pdf/write-pdf.ts'
import { buildBlocks, pageRoom } from './blocks.ts'
import { figurePng } from './figure-png.ts'
import { createMedia } from './media.ts'
import { createNumbers } from './numbering.ts'
import type { DocxScene } from './scene.ts'
import { packDocx } from './settle.ts'
import { stylesFor } from './styles.ts'
import { halfPoints, twips } from './units.ts'

/** `pages` is what `layoutPages` says of the same outline; without it they are laid out here if there are contents to number. Only then does the report count pages. */
export type DocxOptions = WriteOptions & { readonly pages?: ReadonlyMap<string, number> | undefined }

/**
 * Prints an outline as DOCX. The same outline and clock give the same parts. Letters that a face lacks are left to the reader's
 * program, so none are reported missing. Rejects with the signal's reason when aborted.
 */
export async function writeDocx(raw: Outline, options: DocxOptions): Promise<Written> {
  const outline = cleanOutline(raw)
  const fonts = await loadFonts(options.fontsFolder)
  options.signal?.throwIfAborted()
  // Only contents need page numbers, and those are known only once somebody has laid out the pages.
  const laid = options.pages || !hasContents(outline) ? null : await layoutPages(outline, options)
  const page = pageOf(outline)
  const scene = createScene(outline, page, fonts, options.pages ?? laid?.headings ?? new Map())
  const document = assemble(outline, scene)
  options.onProgress?.(0.6)
  const bytes = packDocx(document, scene.media, options.clockIso)
  options.signal?.throwIfAborted()
  options.onProgress?.(1)
  return { bytes, report: { pages: laid?.report.pages ?? 0, missingGlyphs: [], missingPictures: scene.tally.missingPictures } }
}

/**
 * Pixels of a drawing's stand-in for programs that show no SVG. Drawing them takes most of the time of a document with dozens of
 * drawings, which then carries coarser ones.
 */
const fine = 2
const coarse = 1.4
const many = 6

const hasContents = (outline: Outline): boolean => [...outline.cover, ...outline.blocks].some((block) => block.b === 'contents')

function createScene(outline: Outline, page: Page, fonts: Fonts, pages: ReadonlyMap<string, number>): DocxScene {
  const names = new Map<string, string>()
  let pictures = 0
  const drawn = outline.blocks.filter((block) => block.b === 'figure').length
  const density = drawn > many ? coarse : fine
  return {
    outline,
    page,
    numbers: createNumbers(),
    media: createMedia(),
    pages,
    target: (id) => {
      const known = names.get(id) ?? `_Toc${String(names.size + 1).padStart(9, '0')}`
      names.set(id, known)
      return known
    },
    href: createHref(outline),
    png: (svg, width) => figurePng(svg, width, fonts, density),
    nextPicture: () => {
      pictures += 1
      return pictures
    },
    tally: { missingPictures: 0 },
  }
}

function assemble(outline: Outline, scene: DocxScene): Document {
  const cover = buildBlocks(outline.cover, pageRoom(scene), scene, null, { pageTop: true }).parts
  const sections: ISectionOptions[] = []
  if (cover.length > 0)
    sections.push({ properties: sectionProperties(outline, scene.page), footers: { default: footer(outline, false) }, children: cover })
  for (const { orientation, blocks } of stretchesOf(outline)) {
    const turned: Outline = { ...outline, orientation }
    const view = { ...scene, page: pageOf(turned) }
    const children = buildBlocks(blocks, pageRoom(view), view, null, { pageTop: true }).parts
    if (children.length === 0) continue
    // The first page of the whole has no number.
    const titlePage = sections.length === 0
    sections.push({
      properties: { ...sectionProperties(turned, view.page), type: SectionType.NEXT_PAGE, titlePage },
      footers: titlePage ? { first: footer(turned, false), default: footer(turned, true) } : { default: footer(turned, true) },
      children,
    })
  }
  if (sections.length === 0)
    sections.push({ properties: sectionProperties(outline, scene.page), footers: { default: footer(outline, false) }, children: [] })
  return new Document({
    title: outline.title,
    subject: outline.subject,
    creator: outline.author,
    lastModifiedBy: outline.author,
    styles: stylesFor(outline, scene.page),
    numbering: scene.numbers.options(),
    compatibility: { doNotExpandShiftReturn: true },
    sections,
  })
}

function sectionProperties(outline: Outline, page: Page): NonNullable<ISectionOptions['properties']> {
  const landscape = outline.orientation === 'landscape'
  // The library turns the paper itself: it is given upright.
  const [width, height] = landscape ? [page.height, page.width] : [page.width, page.height]
  const below = footLook.fromBottom - footLook.size * naturalDescent
  return {
    page: {
      size: { width: twips(width), height: twips(height), orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: {
        top: twips(page.margins.top),
        bottom: twips(page.margins.bottom),
        left: twips(page.margins.left),
        right: twips(page.margins.right),
        header: twips(28),
        footer: twips(below),
      },
    },
  }
}

function footer(outline: Outline, numbered: boolean): Footer {
  const number = new Paragraph({ style: 'PageNumber', children: [new TextRun({ children: [PageNumber.CURRENT] })] })
  const size = footSize(outline.foot, pageOf(outline).body.width)
  const smaller = size === footLook.size ? {} : { size: halfPoints(size) }
  const line = new Paragraph({ style: 'FootLine', children: [new TextRun({ text: outline.foot, ...smaller })] })
  return new Footer({ children: numbered ? [number, line] : [line] })
}
