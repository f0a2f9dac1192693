/** Word knows no paper longer than 22 inches: what is meant for A1 is written on A3, half as large in every measure. */
import type { Block, Outline, PageMargins } from '#shared/model/outline.ts'

const half = 0.5

/** The outline itself when Word can print on its paper. */
export function wordPaper(outline: Outline): Outline {
  if (outline.paper !== 'A1') return outline
  const { margins } = outline
  return {
    ...outline,
    paper: 'A3',
    ...(typeof margins === 'object' ? { margins: halved(margins) } : {}),
    cover: outline.cover.map(smaller),
    blocks: outline.blocks.map(smaller),
  }
}

const halved = ({ top, right, bottom, left }: PageMargins): PageMargins => ({
  top: top * half,
  right: right * half,
  bottom: bottom * half,
  left: left * half,
})

function smaller(block: Block): Block {
  switch (block.b) {
    case 'title':
      return { ...block, ...scaled(block, ['size']) }
    case 'para':
      return { ...block, ...scaled(block, ['size', 'indent', 'spaceAfter']) }
    case 'space':
      return { ...block, height: block.height * half }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(smaller)) }
    case 'table':
      return {
        ...block,
        ...scaled(block, ['size']),
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(smaller) }))),
      }
    case 'figure':
      return { ...block, zoom: (block.zoom ?? 1) * half, ...scaled(block, ['maxHeight']) }
    case 'picture':
      return { ...block, ...scaled(block, ['maxHeight', 'width', 'height']) }
    default:
      return block
  }
}

/** The named measures a block has, halved. */
const scaled = (block: object, names: readonly string[]): object =>
  Object.fromEntries(
    Object.entries(block).flatMap(([name, value]) => (names.includes(name) && typeof value === 'number' ? [[name, value * half]] : [])),
  )
