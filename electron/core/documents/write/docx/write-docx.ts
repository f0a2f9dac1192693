/** Outline → DOCX: named styles, real numbering, a filled table of contents, and nothing that differs from run to run. */
import { Document } from 'docx'
import type { Block, Outline } from '#shared/model/outline.ts'
import { cleanOutline } from '../clean-outline.ts'
import { createHref } from '../figure-pictures.ts'
import { type Fonts, fontNames, loadFonts } from '../fonts.ts'
import { headingIds, type Page, pageOf } from '../look.ts'
import { layoutPages, type WriteOptions, type Written } from '../pdf/write-pdf.ts'
import { figurePng } from './figure-png.ts'
import { createMedia } from './media.ts'
import { createNumbers } from './numbering.ts'
import { createWeave } from './raw.ts'
import type { DocxScene } from './scene.ts'
import { sectionsOf } from './sections.ts'
import { packDocx } from './settle.ts'
import { stylesFor } from './styles.ts'
import { wordPaper } from './word-paper.ts'

/** `pages` is what `layoutPages` says of the same outline; without it they are laid out here if there are contents to number. Only then does the report count pages. */
export type DocxOptions = WriteOptions & { readonly pages?: ReadonlyMap<string, number> | undefined }

/**
 * Prints an outline as DOCX. The same outline and clock give the same parts. Letters that a face lacks are left to the reader's
 * program, so none are reported missing. Rejects with the signal's reason when aborted.
 */
export async function writeDocx(raw: Outline, options: DocxOptions): Promise<Written> {
  const cleaned = cleanOutline(raw)
  const outline = wordPaper(cleaned)
  const fonts = await loadFonts(options.fontsFolder, outline.font)
  options.signal?.throwIfAborted()
  // The numbers of pages are known only once somebody has laid them out.
  const laid = options.pages || !needsPages([...outline.cover, ...outline.blocks]) ? null : await layoutPages(cleaned, options)
  const page = pageOf(outline)
  const scene = createScene(outline, page, fonts, options.pages ?? laid?.headings ?? new Map())
  const document = assemble(outline, scene)
  options.onProgress?.(0.6)
  const bytes = packDocx(document, scene, options.clockIso)
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

/** Contents and indexes print the numbers of pages. */
const needsPages = (blocks: readonly Block[]): boolean =>
  blocks.some(
    (block) =>
      block.b === 'contents' ||
      block.b === 'index' ||
      (block.b === 'list' && block.items.some(needsPages)) ||
      (block.b === 'table' && block.rows.some((row) => row.some((cell) => needsPages(cell.blocks)))),
  )

function createScene(outline: Outline, page: Page, fonts: Fonts, pages: ReadonlyMap<string, number>): DocxScene {
  const names = new Map<string, string>()
  let pictures = 0
  const drawn = outline.blocks.filter((block) => block.b === 'figure').length
  const density = drawn > many ? coarse : fine
  return {
    outline,
    page,
    numbers: createNumbers(fontNames[outline.font ?? 'arial']),
    media: createMedia(),
    weave: createWeave(),
    pages,
    reachable: headingIds(outline),
    marked: new Set(),
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
  // Blocks are built first: they are what opens the lists.
  const sections = sectionsOf(outline, scene)
  const document = new Document({
    title: outline.title,
    subject: outline.subject,
    creator: outline.author,
    lastModifiedBy: outline.author,
    styles: stylesFor(outline, scene.page),
    numbering: scene.numbers.options(),
    compatibility: { doNotExpandShiftReturn: true },
    sections,
  })
  for (const { reference, instance } of scene.numbers.opened()) document.Numbering.createConcreteNumberingInstance(reference, instance)
  return document
}
