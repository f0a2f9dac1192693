/** Blocks of an outline as paragraphs and tables of a DOCX. Spaces follow the same reckoning as the PDF's, so that pages agree. */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx'
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
import { signatureTables } from '../signature.ts'
import { kopParts } from './kop.ts'
import { listStep } from './numbering.ts'
import { figureParts, pictureParts } from './pictures.ts'
import type { DocxRoom, DocxScene } from './scene.ts'
import { buildTable } from './table.ts'
import { halfPoints, twips } from './units.ts'

export type Part = Paragraph | Table | TableOfContents

/** What stands around a block: space it must keep above, the space asked for below, and whether it begins a page. */
export type Around = {
  readonly before: number
  readonly after: number | null
  readonly pageBreak: boolean
  /** Nothing stands above on the page. */
  readonly pageTop?: boolean | undefined
  /** Its end stays with what follows. */
  readonly hold?: boolean | undefined
  readonly numbering?: NonNullable<IParagraphOptions['numbering']>
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
      return { parts: [], owed: 0 }
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
export function gapPart(height: number, before = 0, pageBreakBefore = false, keepNext = false): Paragraph {
  const line = Math.max(1, Math.min(height, 1500))
  return new Paragraph({
    ...starting({ pageBreak: pageBreakBefore }),
    ...(keepNext ? { keepNext } : {}),
    spacing: { before: twips(before), after: 0, line: twips(line), lineRule: LineRuleType.EXACT },
    run: { size: 2 },
  })
}

/** Room above a table, and the page break a table cannot carry itself. */
export const spacer = (around: Pick<Around, 'before' | 'pageBreak'>, keepNext = false): Paragraph[] =>
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

function paraPart(block: Extract<Block, { b: 'para' }>, room: DocxRoom, around: Around): Paragraph {
  const size = readable(block.size ?? room.size)
  const left = room.indent + Math.min(block.indent ?? 0, room.width / 2)
  const align = block.align ?? room.align
  const inTable = room.style === 'TableText'
  // Only what differs from the style is said, so that a change of the style changes the document.
  return new Paragraph({
    ...(inTable ? { style: 'TableText' } : align === 'justify' ? { style: 'BodyText' } : {}),
    ...(around.numbering ? { numbering: around.numbering } : left > 0 ? { indent: { left: twips(left) } } : {}),
    ...(align === (inTable || align !== 'justify' ? 'left' : 'justify') ? {} : { alignment: alignments[align] }),
    ...starting(around),
    ...(block.keepNext || room.keepNext || around.hold ? { keepNext: true } : {}),
    ...(around.hold && isShort(block) ? { keepLines: true } : {}),
    ...spacingOf(around.before, around.after ?? block.spaceAfter ?? room.after, inTable ? 0 : body.after),
    children: textRuns(block.runs, { size, bold: room.bold }, ownSize(room)),
    // The mark at a paragraph's end counts for its last line's height, and for the size of its number in a list.
    ...(size === ownSize(room) ? {} : { run: { size: halfPoints(size) } }),
  })
}

export const starting = (around: Pick<Around, 'pageBreak'>): { pageBreakBefore?: true } =>
  around.pageBreak ? { pageBreakBefore: true } : {}

/** Spaces above and below, unless the style has them already (above: none). */
function spacingOf(before: number, after: number, styleAfter: number): Pick<IParagraphOptions, 'spacing'> {
  if (before === 0 && after === styleAfter) return {}
  return { spacing: { ...(before > 0 ? { before: twips(before) } : {}), ...(after === styleAfter ? {} : { after: twips(after) }) } }
}

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

function headingPart(block: Extract<Block, { b: 'heading' }>, room: DocxRoom, scene: DocxScene, around: Around): Paragraph {
  const look = headingLook[block.level]
  const starts = (block.pageBreakBefore === true && !room.inCell) || around.pageBreak
  const children: ParagraphChild[] = [
    new Bookmark({ id: scene.target(block.id), children: textRuns([{ text: block.text }], { size: look.size, bold: false }, look.size) }),
  ]
  return new Paragraph({
    ...(block.unlisted || room.inCell ? { style: `Unlisted${block.level}` } : { heading: headingLevels[block.level] }),
    ...starting({ pageBreak: starts }),
    // At the top of a page the PDF leaves this space out; a word processor keeps it after a forced break.
    spacing: {
      before: starts || around.pageTop ? 0 : twips(Math.max(look.before, around.before)),
      after: twips(around.after ?? look.after),
    },
    children,
  })
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
  const table = buildTable(block, room, scene, around.hold)
  const owed = around.after ?? (room.inCell ? room.after : body.after + 2)
  if (!block.caption) return { parts: [...spacer(around), table], owed }
  const caption = new Paragraph({
    style: 'Caption',
    keepNext: true,
    ...starting(around),
    spacing: { before: twips(Math.max(captionLook.before, around.before)), after: 0 },
    children: textRuns([{ text: block.caption, bold: true }], { size: captionLook.size, bold: false }, captionLook.size),
  })
  return { parts: [caption, table], owed }
}

function withCaption(parts: readonly Part[], caption: string | undefined, room: DocxRoom, around: Around): Built {
  if (!caption) return { parts, owed: captionLook.after }
  const children = textRuns([{ text: caption, italic: true }], { size: captionLook.size, bold: false }, captionLook.size)
  const keep = room.keepNext || around.hold ? { keepNext: true } : {}
  const below = new Paragraph({ style: 'Caption', alignment: AlignmentType.CENTER, ...keep, children })
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

function signatureParts(block: Extract<Block, { b: 'signature' }>, room: DocxRoom, scene: DocxScene, around: Around): Built {
  const parts: Part[] = []
  signatureTables(block, scene.outline.words.nip, room.width).forEach((table, at) => {
    // A paragraph above has left its own space already.
    const before =
      at > 0 ? signatureLook.before : around.before > 0 ? Math.max(signatureLook.before, around.before) : signatureLook.before - body.after
    parts.push(gapPart(before, 0, at === 0 && around.pageBreak, true), buildTable(table, { ...room, keepNext: true }, scene))
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
