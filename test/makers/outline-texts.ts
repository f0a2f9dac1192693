/** Reads the texts back out of outlines and figures. */
import type { Figure } from '#shared/model/figure.ts'
import type { Block, Outline } from '#shared/model/outline.ts'

/** One text for each text shape, its lines joined by spaces. */
export const figureTexts = (figure: Figure): readonly string[] =>
  figure.shapes.flatMap((shape) => (shape.t === 'text' ? [shape.lines.join(' ')] : []))

export function blockTexts(block: Block): readonly string[] {
  switch (block.b) {
    case 'heading':
      return [block.text]
    case 'title':
      return block.lines
    case 'para':
      return [block.runs.map((run) => run.text).join('')]
    case 'list':
      return block.items.flatMap((item) => item.flatMap(blockTexts))
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(blockTexts)))
    case 'figure':
      return figureTexts(block.figure)
    case 'picture':
      return [block.caption ?? '']
    case 'contents':
      return [block.title]
    case 'kop':
      return [block.baris1, block.baris2, ...block.lines]
    case 'signature':
      return [block.place, ...block.columns.flatMap((one) => [one.position, one.name, one.nip ?? ''])]
    default:
      return []
  }
}

export const outlineTexts = (outline: Outline): readonly string[] => [...outline.cover, ...outline.blocks].flatMap(blockTexts)

/** Without white space, since figures break lines wherever the box ends. */
export const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '')
export const allText = (outline: Outline): string => squeezed(outlineTexts(outline).join(' '))
