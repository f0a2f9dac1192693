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
import { kopLook } from '../kop-look.ts'
import { colour, kop as look, scaleToFit, smallest } from '../look.ts'
import { pictureType } from '../pictures.ts'
import type { Part } from './blocks.ts'
import { textRuns } from './blocks.ts'
import { altText } from './pictures.ts'
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
          ...(size === look.small ? {} : { run: { size: halfPoints(size) } }),
          children: textRuns([{ text, bold }], { size, bold: false }, look.small),
        }),
      ]

export function kopParts(block: Kop, room: DocxRoom, scene: DocxScene): Part[] {
  const { left, width, first, second } = kopLook(block, room.width)
  const right = room.width - left - width
  const widths = [look.emblem, left - look.emblem, width, ...(right > 1 ? [right] : [])].map(twips)
  const words = [
    ...line(block.baris1, first, false),
    ...line(block.baris2, second, true),
    ...block.lines.flatMap((text, at) => line(text, look.small, false, at === 0 ? look.beforeSmall : 0)),
  ]
  const plain = (children: Paragraph[]): TableCell =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      children: children.length > 0 ? children : [new Paragraph({ style: 'Letterhead' })],
    })
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: twips(look.emblem * 1.1), rule: HeightRule.ATLEAST },
        children: [emblemCell(block, scene), plain([]), plain(words), ...(right > 1 ? [plain([])] : [])],
      }),
    ],
  })
  return [table, doubleRule()]
}

function emblemCell(block: Kop, scene: DocxScene): TableCell {
  const { logo } = block
  const type = logo ? pictureType(logo.bytes) : null
  if (!logo || !type) {
    if (logo) scene.tally.missingPictures += 1
    const dashed = { style: BorderStyle.DASHED, size: 6, color: hex(colour.faint) }
    const words = new Paragraph({
      style: 'Letterhead',
      children: textRuns([{ text: scene.outline.words.emblem, muted: true }], { size: smallest, bold: false }, look.small),
    })
    return new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      borders: { top: dashed, bottom: dashed, left: dashed, right: dashed },
      margins: { marginUnitType: WidthType.DXA, left: twips(4), right: twips(4) },
      children: [words],
    })
  }
  const largest = Math.max(logo.width, logo.height, 1)
  const scale = largest < look.emblem ? look.emblem / largest : scaleToFit(logo.width, logo.height, look.emblem, look.emblem * 1.15)
  const run = new ImageRun({
    type,
    data: scene.media.keyFor(logo.bytes),
    transformation: { width: pixels(logo.width * scale), height: pixels(logo.height * scale) },
    altText: altText(scene, scene.outline.words.emblem),
  })
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style: 'Letterhead', alignment: AlignmentType.CENTER, children: [run] })],
  })
}

const doubleRule = (): Paragraph =>
  new Paragraph({
    border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, space: 0, color: '000000' } },
    spacing: { before: 0, after: twips(look.after), line: twips(5), lineRule: LineRuleType.EXACT },
    run: { size: 2 },
  })
