/** The sections of a document: the cover, stretches of pages turned the same way, and the columns of an index inside them. */
import {
  BorderStyle,
  Footer,
  type ISectionOptions,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { Block, Outline } from '#shared/model/outline.ts'
import { indexColumns } from '../index-look.ts'
import {
  body,
  colour,
  foot as footLook,
  footRise,
  footSize,
  frame,
  index as indexLook,
  naturalDescent,
  type Page,
  pageOf,
  stretchesOf,
} from '../look.ts'
import { buildBlocks, gapPart, pageRoom } from './blocks.ts'
import { type Index, indexParts } from './index-parts.ts'
import type { Part } from './raw.ts'
import type { DocxScene } from './scene.ts'
import { halfPoints, hex, twips } from './units.ts'

type Properties = NonNullable<ISectionOptions['properties']>

export function sectionsOf(outline: Outline, scene: DocxScene): ISectionOptions[] {
  const cover = buildBlocks(outline.cover, pageRoom(scene), scene, null, { pageTop: true }).parts
  const sections: ISectionOptions[] = []
  if (cover.length > 0)
    sections.push({ properties: pageProperties(outline, scene.page), ...footers(outline, false), children: scene.weave.hand(cover) })
  for (const { orientation, blocks } of stretchesOf(outline)) {
    const turned: Outline = { ...outline, orientation }
    const view = { ...scene, page: pageOf(turned) }
    for (const { parts, columns, begins } of columned(blocks, view)) {
      const properties: Properties = {
        ...pageProperties(turned, view.page),
        type: begins ? SectionType.NEXT_PAGE : SectionType.CONTINUOUS,
        ...(columns > 1 ? { column: { count: columns, space: twips(indexLook.gap), equalWidth: true } } : {}),
      }
      // The first page of the whole has no number.
      const titlePage = sections.length === 0
      const feet = titlePage ? footers(turned, true, true) : begins ? footers(turned, true) : {}
      sections.push({
        properties: { ...properties, ...(titlePage && !outline.bare ? { titlePage } : {}) },
        ...feet,
        children: scene.weave.hand(parts),
      })
    }
  }
  const last = sections.pop() ?? { properties: pageProperties(outline, scene.page), ...footers(outline, false), children: [] }
  return [...sections, { ...last, children: [...last.children, ...scene.weave.held()] }]
}

/** Parts that stand in the same number of columns; `begins` on a page of its own. */
type Columned = { readonly parts: readonly Part[]; readonly columns: number; readonly begins: boolean }

function columned(blocks: readonly Block[], scene: DocxScene): readonly Columned[] {
  const room = pageRoom(scene)
  const out: Columned[] = []
  let plain: Block[] = []
  let owed = 0
  let begins = true
  const flush = (loose: boolean): void => {
    const breaks = plain.at(-1)?.b === 'pageBreak'
    const built = buildBlocks(plain, room, scene, null, { before: owed, pageTop: out.length === 0, loose })
    if (built.parts.length > 0) {
      out.push({ parts: built.parts, columns: 1, begins })
      begins = false
    }
    begins ||= breaks
    owed = built.owed
    plain = []
  }
  const addIndex = (block: Index, columns: number): void => {
    const around = { before: owed, after: null, pageBreak: false, pageTop: begins }
    out.push({ parts: indexParts(block, room, scene, around, columns), columns, begins })
    begins = false
    owed = body.after
  }
  for (const block of blocks) {
    const columns = block.b === 'index' ? indexColumns(block.columns, room.width).columns : 1
    if (block.b !== 'index' || columns === 1 || isEmpty(block)) plain.push(block)
    else {
      flush(true)
      addIndex(block, columns)
    }
  }
  flush(false)
  // Columns are of one length only where another section follows them on the page.
  return (out.at(-1)?.columns ?? 1) > 1 ? [...out, { parts: [gapPart(1)], columns: 1, begins: false }] : out
}

const isEmpty = (block: Index): boolean => block.groups.every(({ label, entries }) => label === '' && entries.length === 0)

function pageProperties(outline: Outline, page: Page): Properties {
  const landscape = outline.orientation === 'landscape'
  // The library turns the paper itself: it is given upright.
  const [width, height] = landscape ? [page.height, page.width] : [page.width, page.height]
  const below = footLook.fromBottom - footLook.size * naturalDescent + footRise(outline)
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
      ...(outline.border ? { borders: certificateFrame() } : {}),
    },
  }
}

function certificateFrame(): NonNullable<NonNullable<Properties['page']>['borders']> {
  const line = { style: BorderStyle.THIN_THICK_SMALL_GAP, size: frame.outerWidth * 8 + 6, space: frame.outer, color: hex(colour.frame) }
  const offset = { offsetFrom: PageBorderOffsetFrom.PAGE, display: PageBorderDisplay.ALL_PAGES }
  return { pageBorders: offset, pageBorderTop: line, pageBorderRight: line, pageBorderBottom: line, pageBorderLeft: line }
}

/** None for certificates and posters. */
function footers(outline: Outline, numbered: boolean, plainFirst = false): Pick<ISectionOptions, 'footers'> {
  if (outline.bare) return {}
  return { footers: { ...(plainFirst ? { first: footer(outline, false) } : {}), default: footer(outline, numbered) } }
}

function footer(outline: Outline, numbered: boolean): Footer {
  const number = new Paragraph({ style: 'PageNumber', children: [new TextRun({ children: [PageNumber.CURRENT] })] })
  const size = footSize(outline.foot, pageOf(outline).body.width)
  const smaller = size === footLook.size ? {} : { size: halfPoints(size) }
  const line = new Paragraph({ style: 'FootLine', children: [new TextRun({ text: outline.foot, ...smaller })] })
  return new Footer({ children: numbered ? [number, line] : [line] })
}
