/** Blocks of an outline as paragraphs and tables of a DOCX. Spaces follow the same reckoning as the PDF's, so that pages agree. */
import { AlignmentType, BorderStyle, HeadingLevel, LineRuleType, Paragraph, TableOfContents, TextRun } from 'docx'
import type { Block, Run } from '#shared/model/outline.ts'
import { heldBlocks, isShort } from '../hold.ts'
import {
  body,
  caption as captionLook,
  cell as cellLook,
  contents as contentsLook,
  heading as headingLook,
  listed,
  list as listLook,
  readable,
  rule as ruleLook,
  signature as signatureLook,
  title as titleLook,
} from '../look.ts'
import { type Signature, signatureRows, signatureTables } from '../signature.ts'
import { narrowTables } from '../wide.ts'
import { indexParts } from './index-parts.ts'
import { kopParts } from './kop.ts'
import { listStep } from './numbering.ts'
import { figureParts, pictureParts } from './pictures.ts'
import { type ParagraphLook, type Part, paragraph, type Raw, runsXml } from './raw.ts'
import type { DocxRoom, DocxScene } from './scene.ts'
import { buildTable } from './table.ts'
import { halfPoints, twips } from './units.ts'

/** What stands around a block: space it must keep above, the space asked for below, and whether it begins a page. */
export type Around = {
  readonly before: number
  readonly after: number | null
  readonly pageBreak: boolean
  /** Nothing stands above on the page. */
  readonly pageTop?: boolean | undefined
  /** Its end stays with what follows. */
  readonly hold?: boolean | undefined
  /** A heading before a section of columns: office programs would move the whole section to stay with it. */
  readonly loose?: boolean | undefined
  readonly numbering?: ParagraphLook['numbering']
}

/** Parts of one block, and the space still owed to the next one because a table cannot hold it. */
export type Built = { readonly parts: readonly Part[]; readonly owed: number }

export const pageRoom = (scene: DocxScene): DocxRoom => ({
  width: scene.page.body.width,
  size: body.size,
  line: body.line,
  after: body.after,
  style: 'Normal',
  align: 'justify',
  bold: false,
  inCell: false,
  depth: 0,
  indent: 0,
  keepNext: false,
})

/** All blocks in order. `last` is the space below the last one; null leaves what the block itself asks for. */
export function buildBlocks(
  blocks: readonly Block[],
  room: DocxRoom,
  scene: DocxScene,
  last: number | null,
  first: Partial<Around> = {},
): Built {
  const parts: Part[] = []
  let owed = first.before ?? 0
  let pageBreak = first.pageBreak ?? false
  let numbering = first.numbering
  const held = heldBlocks(blocks)
  blocks.forEach((block, at) => {
    if (block.b === 'pageBreak' || block.b === 'turn') {
      pageBreak ||= !room.inCell
      return
    }
    const around: Around = {
      before: owed,
      after: at === blocks.length - 1 ? last : null,
      pageBreak,
      pageTop: at === 0 && first.pageTop,
      hold: held[at] || (at === blocks.length - 1 && first.hold),
      loose: at === blocks.length - 1 && first.loose,
      ...(numbering ? { numbering } : {}),
    }
    const built = buildBlock(block, room, scene, around)
    if (built.parts.length === 0) return
    parts.push(...built.parts)
    owed = built.owed
    pageBreak = false
    numbering = undefined
  })
  return { parts, owed }
}

function buildBlock(block: Exclude<Block, { b: 'pageBreak' | 'turn' }>, room: DocxRoom, scene: DocxScene, around: Around): Built {
  switch (block.b) {
    case 'heading':
      return { parts: [headingPart(block, room, scene, around)], owed: 0 }
    case 'title':
      return { parts: titleParts(block, around), owed: 0 }
    case 'para':
      return { parts: [paraPart(block, room, around)], owed: 0 }
    case 'list':
      return buildList(block, room, scene, around)
    case 'table':
      return tableParts(block, room, scene, around)
    case 'figure':
      return withCaption(figureParts(block, room, scene, around, block.caption !== undefined), block.caption, room, around)
    case 'picture':
      return withCaption(pictureParts(block, room, scene, around, block.caption !== undefined), block.caption, room, around)
    case 'contents':
      return { parts: contentsParts(block, scene, around), owed: body.after }
    case 'index':
      return { parts: indexParts(block, room, scene, around), owed: 0 }
    case 'kop':
      return { parts: [...spacer(around), ...kopParts(block, room, scene)], owed: 0 }
    case 'signature':
      return signatureParts(block, room, scene, around)
    case 'space':
      return { parts: [gapPart(block.height, around.before, around.pageBreak)], owed: 0 }
    case 'rule':
      return { parts: [rulePart(around)], owed: 0 }
    default:
      return block satisfies never
  }
}

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const

/** An empty paragraph of an exact height: the way to keep room where a table cannot. */
export function gapPart(height: number, before = 0, pageBreakBefore = false, keepNext = false): Raw {
  const line = Math.max(1, Math.min(height, 1500))
  return paragraph(
    { pageBreak: pageBreakBefore, keepNext: keepNext || undefined, before: twips(before), after: 0, exact: twips(line), mark: 2 },
    '',
  )
}

/** Room above a table, and the page break a table cannot carry itself. */
export const spacer = (around: Pick<Around, 'before' | 'pageBreak'>, keepNext = false): Raw[] =>
  around.before > 0 || around.pageBreak ? [gapPart(around.before, 0, around.pageBreak, keepNext)] : []

export function textRuns(runs: readonly Run[], room: { readonly size: number; readonly bold: boolean }, own: number): TextRun[] {
  const size = room.size === own ? {} : { size: halfPoints(room.size) }
  return runs.flatMap((run) => {
    const look = {
      ...size,
      ...(run.bold || room.bold ? { bold: true } : {}),
      ...(run.italic ? { italics: true } : {}),
      ...(run.underline ? { underline: {} } : {}),
      ...(run.muted ? { style: 'Muted' } : {}),
    }
    const parts =
      run.text === '' ? [] : run.text.split('\n').map((text, at) => new TextRun({ ...look, text, ...(at > 0 ? { break: 1 } : {}) }))
    return run.note === undefined ? parts : [...parts, new TextRun({ ...look, text: String(run.note), superScript: true })]
  })
}

const ownSize = (room: DocxRoom): number => (room.style === 'TableText' ? cellLook.size : body.size)

function paraPart(block: Extract<Block, { b: 'para' }>, room: DocxRoom, around: Around): Raw {
  const size = readable(block.size ?? room.size)
  const left = room.indent + Math.min(block.indent ?? 0, room.width / 2)
  const align = block.align ?? room.align
  const inTable = room.style === 'TableText'
  const after = around.after ?? block.spaceAfter ?? room.after
  const { numbering } = around
  // Only what differs from the style is said, so that a change of the style changes the document.
  const look: ParagraphLook = {
    style: inTable ? 'TableText' : align === 'justify' ? 'BodyText' : numbering ? 'ListParagraph' : undefined,
    numbering,
    left: numbering ? undefined : twips(left),
    align: align === (inTable || align !== 'justify' ? 'left' : 'justify') ? undefined : align,
    pageBreak: around.pageBreak,
    keepNext: block.keepNext || room.keepNext || around.hold || undefined,
    keepLines: around.hold && isShort(block),
    before: around.before > 0 ? twips(around.before) : undefined,
    after: after === (inTable ? 0 : body.after) ? undefined : twips(after),
    // The mark at a paragraph's end counts for its last line's height, and for the size of its number in a list.
    mark: size === ownSize(room) ? undefined : halfPoints(size),
  }
  return paragraph(look, runsXml(block.runs, { size, bold: room.bold }, ownSize(room)))
}

export const starting = (around: Pick<Around, 'pageBreak'>): { pageBreakBefore?: true } =>
  around.pageBreak ? { pageBreakBefore: true } : {}

function headingPart(block: Extract<Block, { b: 'heading' }>, room: DocxRoom, scene: DocxScene, around: Around): Raw {
  const look = headingLook[block.level]
  const starts = (block.pageBreakBefore === true && !room.inCell) || around.pageBreak
  const text = runsXml([{ text: block.text }], { size: look.size, bold: false }, look.size)
  const first = !scene.marked.has(block.id)
  scene.marked.add(block.id)
  const id = scene.marked.size
  const bookmark = `<w:bookmarkStart w:id="${id}" w:name="${scene.target(block.id)}"/>${text}<w:bookmarkEnd w:id="${id}"/>`
  return paragraph(
    {
      style: `${block.unlisted || room.inCell ? 'Unlisted' : 'Heading'}${block.level}`,
      pageBreak: starts,
      keepNext: around.loose ? false : undefined,
      // At the top of a page the PDF leaves this space out; a word processor keeps it after a forced break.
      before: starts || around.pageTop ? 0 : twips(Math.max(look.before, around.before)),
      after: twips(around.after ?? look.after),
    },
    first ? bookmark : text,
  )
}

function titleParts(block: Extract<Block, { b: 'title' }>, around: Around): Paragraph[] {
  const size = readable(block.size ?? titleLook.size)
  return block.lines.map(
    (text, at) =>
      new Paragraph({
        heading: HeadingLevel.TITLE,
        ...(at === 0 ? starting(around) : {}),
        spacing: {
          before: at === 0 ? twips(around.before) : 0,
          after: at === block.lines.length - 1 ? twips(around.after ?? titleLook.after) : 0,
        },
        children: textRuns([{ text }], { size, bold: false }, titleLook.size),
      }),
  )
}

function buildList(block: Extract<Block, { b: 'list' }>, room: DocxRoom, scene: DocxScene, around: Around): Built {
  const numbering = scene.numbers.open(block.ordered, block.start ?? 1, room.depth, room.inCell)
  const step = listStep(room.inCell)
  const inner: DocxRoom = { ...room, width: room.width - step, after: listLook.after, depth: room.depth + 1, indent: room.indent + step }
  const parts: Part[] = []
  let owed = around.before
  block.items.forEach((blocks, at) => {
    const end = at === block.items.length - 1 ? (around.after ?? (room.inCell ? room.after : body.after)) : listLook.after
    const pageBreak = at === 0 && around.pageBreak
    // A number needs a paragraph to stand in.
    const whole: readonly Block[] = blocks[0]?.b === 'para' ? blocks : [{ b: 'para', runs: [], spaceAfter: 0 }, ...blocks]
    const hold = at === block.items.length - 1 && around.hold
    const built = buildBlocks(whole, inner, scene, end, { before: owed, pageBreak, numbering, hold })
    parts.push(...built.parts)
    owed = built.owed
  })
  return { parts, owed }
}

function tableParts(block: Extract<Block, { b: 'table' }>, room: DocxRoom, scene: DocxScene, around: Around): Built {
  if (block.rows.length === 0) return { parts: [], owed: around.before }
  const gap = room.inCell ? room.after : body.after + 2
  const pieces = narrowTables(block, room.width, scene.outline.language)
  const parts = pieces.flatMap((piece, at) => {
    const own = at === 0 ? around : { ...around, before: gap, pageBreak: false, pageTop: false }
    return pieceParts(piece, room, scene, { ...own, hold: at === pieces.length - 1 && around.hold })
  })
  return { parts, owed: around.after ?? gap }
}

function pieceParts(block: Extract<Block, { b: 'table' }>, room: DocxRoom, scene: DocxScene, around: Around): Part[] {
  const table = buildTable(block, room, scene, around.hold)
  if (!block.caption) return [...spacer(around), table]
  const caption = paragraph(
    {
      style: 'Caption',
      keepNext: true,
      pageBreak: around.pageBreak,
      before: twips(Math.max(captionLook.before, around.before)),
      after: 0,
    },
    runsXml([{ text: block.caption, bold: true }], { size: captionLook.size, bold: false }, captionLook.size),
  )
  return [caption, table]
}

function withCaption(parts: readonly Part[], caption: string | undefined, room: DocxRoom, around: Around): Built {
  if (!caption) return { parts, owed: captionLook.after }
  const text = runsXml([{ text: caption, italic: true }], { size: captionLook.size, bold: false }, captionLook.size)
  const below = paragraph({ style: 'Caption', align: 'center', keepNext: room.keepNext || around.hold || undefined }, text)
  return { parts: [...parts, below], owed: 0 }
}

function contentsParts(block: Extract<Block, { b: 'contents' }>, scene: DocxScene, around: Around): Part[] {
  const entries = listed(scene.outline)
    .filter((heading) => heading.level <= block.levels)
    .map((heading) => ({
      title: heading.text.replaceAll('\n', ' '),
      level: heading.level,
      href: scene.target(heading.id),
      page: scene.pages.get(heading.id) ?? 1,
    }))
  const head = new Paragraph({
    style: 'ContentsTitle',
    ...starting(around),
    ...(around.before > 0 ? { spacing: { before: twips(around.before), after: twips(contentsLook.titleAfter) } } : {}),
    children: textRuns([{ text: block.title }], { size: titleLook.size, bold: false }, titleLook.size),
  })
  const table = new TableOfContents(block.title, {
    hyperlink: true,
    headingStyleRange: `1-${block.levels}`,
    cachedEntries: entries,
    beginDirty: false,
  })
  return [head, table]
}

function signatureParts(block: Signature, room: DocxRoom, scene: DocxScene, around: Around): Built {
  const { words } = scene.outline
  if (block.layout === 'table') {
    const before = Math.max(signatureLook.before / 2, around.before)
    return buildBlocks(signatureRows(block, words, room.width), room, scene, around.after, { ...around, before })
  }
  const tables = signatureTables(block, words, room.width)
  const parts = tables.flatMap((table, at) => {
    // A paragraph above has left its own space already.
    const before =
      at > 0 ? signatureLook.before : around.before > 0 ? Math.max(signatureLook.before, around.before) : signatureLook.before - body.after
    const hold = at < tables.length - 1
    return [gapPart(before, 0, at === 0 && around.pageBreak, true), buildTable(table, { ...room, keepNext: true }, scene, hold)]
  })
  return { parts, owed: around.after ?? body.after }
}

function rulePart(around: Around): Paragraph {
  return new Paragraph({
    ...starting(around),
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    spacing: {
      before: twips(around.before),
      after: twips(around.after ?? ruleLook.after),
      line: twips(ruleLook.before),
      lineRule: LineRuleType.EXACT,
    },
    run: { size: 2 },
  })
}
