/** Figures and pictures with their words for who cannot see them. */
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
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block } from '#shared/model/outline.ts'
import { unshown } from '../figure-pictures.ts'
import { body, colour, pointsPerPixel, scaleToFit, tallest } from '../look.ts'
import { pictureType } from '../pictures.ts'
import type { Around } from './blocks.ts'
import { spacer, starting } from './blocks.ts'
import { figureSvg } from './figure-svg.ts'
import type { Part } from './raw.ts'
import type { DocxRoom, DocxScene } from './scene.ts'
import { halfPoints, hex, lines, pixels, twips } from './units.ts'

const mostHeight = (room: DocxRoom, scene: DocxScene): number => tallest(scene.page) * (room.inCell ? 0.6 : 1)

/** What a program lists a picture as, and what it reads aloud. */
export function altText(scene: DocxScene, alt: string): { name: string; title: string; description: string; id: string } {
  const number = scene.nextPicture()
  return { name: `Gambar ${number}`, title: '', description: alt, id: String(number) }
}

export function figureParts(
  block: Extract<Block, { b: 'figure' }>,
  room: DocxRoom,
  scene: DocxScene,
  around: Around,
  captioned: boolean,
): Part[] {
  const { figure, zoom = 1 } = block
  const width = figure.width * pointsPerPixel * zoom
  const height = figure.height * pointsPerPixel * zoom
  const scale = scaleToFit(width, height, room.width, Math.min(block.maxHeight ?? Number.POSITIVE_INFINITY, mostHeight(room, scene)))
  scene.tally.missingPictures += unshown(scene.outline, figure)
  const svg = figureSvg(figure, scene.href)
  const run = new ImageRun({
    type: 'svg',
    data: scene.media.keyFor(Buffer.from(svg, 'utf8')),
    fallback: { type: 'png', data: scene.media.keyFor(scene.png(svg, figure.width)) },
    transformation: { width: pixels(width * scale), height: pixels(height * scale) },
    altText: altText(scene, figure.alt),
  })
  return [imagePart(run, room, around, captioned || around.hold === true)]
}

export function pictureParts(
  block: Extract<Block, { b: 'picture' }>,
  room: DocxRoom,
  scene: DocxScene,
  around: Around,
  captioned: boolean,
): Part[] {
  const scale = scaleToFit(
    block.width,
    block.height,
    room.width,
    Math.min(block.maxHeight ?? Number.POSITIVE_INFINITY, mostHeight(room, scene)),
  )
  const type = pictureType(block.bytes)
  if (block.bytes === null || type === null) {
    scene.tally.missingPictures += 1
    const words = [scene.outline.words.missingPicture, block.alt].filter((text) => text !== '').join(': ')
    const height = Math.min(120, block.maxHeight ?? 120, Math.max(48, block.height * scale))
    return [...spacer(around), placeholder(words, room.width, height, Math.min(body.size, room.size))]
  }
  const run = new ImageRun({
    type,
    data: scene.media.keyFor(block.bytes),
    transformation: { width: pixels(block.width * scale), height: pixels(block.height * scale) },
    altText: altText(scene, block.alt),
  })
  return [imagePart(run, room, around, captioned || around.hold === true)]
}

const imagePart = (run: ImageRun, room: DocxRoom, around: Around, keepNext: boolean): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    ...(keepNext || room.keepNext ? { keepNext: true } : {}),
    ...starting(around),
    ...(room.indent > 0 ? { indent: { left: twips(room.indent) } } : {}),
    spacing: { before: twips(Math.max(around.before, 4)), after: 0, line: lines(1), lineRule: LineRuleType.AUTO },
    children: [run],
  })

/** A visible note in place of something that cannot be shown. */
export function placeholder(text: string, width: number, height: number, size: number): Table {
  const dashed = { style: BorderStyle.DASHED, size: 6, color: hex(colour.faint) }
  const words = new TextRun({ text, size: halfPoints(size), color: hex(colour.muted) })
  const cell = new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { top: dashed, bottom: dashed, left: dashed, right: dashed },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 0, after: 0, line: lines(1), lineRule: LineRuleType.AUTO },
        children: [words],
      }),
    ],
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: [twips(width)],
    rows: [new TableRow({ cantSplit: true, height: { value: twips(height), rule: HeightRule.ATLEAST }, children: [cell] })],
  })
}
