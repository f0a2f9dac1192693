/** The letterhead as a borderless table with the double rule below it (domain.md 5.2). */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block } from '#shared/model/outline.ts'
import { type KopLook, kopLook } from '../kop-look.ts'
import { colour, kop as sizes, smallest } from '../look.ts'
import { pictureType } from '../pictures.ts'
import { gapPart, textRuns } from './blocks.ts'
import { altText } from './pictures.ts'
import type { Part } from './raw.ts'
import type { DocxRoom, DocxScene } from './scene.ts'
import { noBorders } from './table.ts'
import { halfPoints, hex, pixels, twips } from './units.ts'

type Kop = Extract<Block, { b: 'kop' }>

const line = (text: string, size: number, bold: boolean, before = 0): Paragraph[] =>
  text === ''
    ? []
    : [
        new Paragraph({
          style: 'Letterhead',
          keepNext: true,
          ...(before > 0 ? { spacing: { before: twips(before) } } : {}),
          ...(size === sizes.small ? {} : { run: { size: halfPoints(size) } }),
          children: textRuns([{ text, bold }], { size, bold: false }, sizes.small),
        }),
      ]

export function kopParts(block: Kop, room: DocxRoom, scene: DocxScene): Part[] {
  const look = kopLook(block, room.width)
  const words = [
    ...line(block.baris1, look.first, false),
    ...line(block.baris2, look.second, true),
    ...block.lines.flatMap((text, at) => line(text, sizes.small, false, at === 0 ? sizes.beforeSmall : 0)),
  ]
  const emblem = emblemCell(block, look, scene)
  return [look.above ? aboveTable(emblem, words, look, room) : besideTable(emblem, words, look, room), afterKop(look)]
}

const plain = (children: readonly Paragraph[]): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: children.length > 0 ? children : [new Paragraph({ style: 'Letterhead' })],
  })

const emblemRow = (children: readonly TableCell[], { place }: KopLook): TableRow =>
  new TableRow({ cantSplit: true, height: { value: twips(place.height), rule: HeightRule.ATLEAST }, children })

function kopTable(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    rows,
  })
}

function besideTable(emblem: TableCell, words: readonly Paragraph[], look: KopLook, room: DocxRoom): Table {
  const right = room.width - look.left - look.width
  const widths = [look.place.width, look.left - look.place.width, look.width, ...(right > 1 ? [right] : [])].map(twips)
  return kopTable(widths, [emblemRow([emblem, plain([]), plain(words), ...(right > 1 ? [plain([])] : [])], look)])
}

/** The emblem in the middle of a row of its own, the lines in the row below. */
function aboveTable(emblem: TableCell, words: readonly Paragraph[], look: KopLook, room: DocxRoom): Table {
  const side = (room.width - look.place.width) / 2
  return kopTable([side, look.place.width, side].map(twips), [
    emblemRow([plain([]), emblem, plain([])], look),
    new TableRow({ cantSplit: true, children: [gapAbove(words)] }),
  ])
}

const gapAbove = (children: readonly Paragraph[]): TableCell =>
  new TableCell({
    columnSpan: 3,
    margins: { marginUnitType: WidthType.DXA, top: twips(sizes.below) },
    children: children.length > 0 ? children : [new Paragraph({ style: 'Letterhead' })],
  })

function emblemCell(block: Kop, { emblem }: KopLook, scene: DocxScene): TableCell {
  const { logo } = block
  const type = logo ? pictureType(logo.bytes) : null
  if (!logo || !type) {
    if (logo) scene.tally.missingPictures += 1
    const dashed = { style: BorderStyle.DASHED, size: 6, color: hex(colour.faint) }
    const words = new Paragraph({
      style: 'Letterhead',
      children: textRuns([{ text: scene.outline.words.emblem, muted: true }], { size: smallest, bold: false }, sizes.small),
    })
    return new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      borders: { top: dashed, bottom: dashed, left: dashed, right: dashed },
      margins: { marginUnitType: WidthType.DXA, left: twips(4), right: twips(4) },
      children: [words],
    })
  }
  const run = new ImageRun({
    type,
    data: scene.media.keyFor(logo.bytes),
    transformation: { width: pixels(emblem.width), height: pixels(emblem.height) },
    altText: altText(scene, scene.outline.words.emblem),
  })
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style: 'Letterhead', alignment: AlignmentType.CENTER, children: [run] })],
  })
}

/** The double rule with the space below it, or that space alone. */
const afterKop = ({ ruled }: KopLook): Part => (ruled ? doubleRule() : gapPart(sizes.after))

const doubleRule = (): Paragraph =>
  new Paragraph({
    border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, space: 0, color: '000000' } },
    spacing: { before: 0, after: twips(sizes.after), line: twips(5), lineRule: LineRuleType.EXACT },
    run: { size: 2 },
  })
