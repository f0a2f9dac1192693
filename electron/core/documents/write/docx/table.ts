/** Tables with fixed widths, repeated head rows and rows that stay whole. */
import { BorderStyle, Table } from 'docx'
import {
  cell as cellLook,
  colour,
  columnCount,
  columnWidths,
  isBand,
  isTotal,
  type PlacedCell,
  pairedRows,
  placeCells,
  plainCell,
  readable,
  staysWhole,
  type Table as TableBlock,
} from '../look.ts'
import { buildBlocks, gapPart } from './blocks.ts'
import { paragraph, Raw } from './raw.ts'
import type { DocxRoom, DocxScene } from './scene.ts'
import { halfPoints, hex, twips } from './units.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
/** For the few tables that the library writes. */
export const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none } as const

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const
const bordersXml = (line: string): string => `<w:tblBorders>${sides.map((side) => `<w:${side} ${line}/>`).join('')}</w:tblBorders>`
const borders = {
  none: bordersXml('w:val="none" w:sz="0" w:color="auto"'),
  thin: bordersXml('w:val="single" w:sz="4" w:color="000000"'),
  dashed: bordersXml(`w:val="dashed" w:sz="6" w:color="${hex(colour.faint)}"`),
} as const

/** `hold` keeps the last row with what follows. */
export function buildTable(block: TableBlock, room: DocxRoom, scene: DocxScene, hold = false): Raw {
  const columns = columnCount(block)
  const widths = wholeTwips(columnWidths(block.widths, columns, room.width))
  const headRows = block.headRows < block.rows.length ? block.headRows : 0
  const placed = placeCells(block.rows)
  const paired = block.ruled && placed.length - headRows >= pairedRows
  const whole = staysWhole(block, columnWidths(block.widths, columns, room.width))
  const rows = placed.map((row, at) => {
    const keepNext =
      at < placed.length - 1
        ? room.keepNext ||
          whole ||
          (block.ruled && (isBand(row, columns) || isTotal(placed[at + 1] ?? []))) ||
          (paired && (at === headRows || at === placed.length - 2))
        : hold
    const own = row.map((one) => ({
      column: one.column,
      xml: buildCell(block, one, widths, at < block.headRows, { ...room, keepNext }, scene),
    }))
    const cells = [...own, ...continued(placed, at, widths)].sort((a, b) => a.column - b.column).map(({ xml }) => xml)
    const head = at < headRows ? '<w:tblHeader/>' : ''
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.length > 0 ? cells.join('') : emptyCell(widths)}</w:tr>`
  })
  const total = widths.reduce((sum, width) => sum + width, 0)
  const properties = [
    `<w:tblW w:type="dxa" w:w="${total}"/><w:tblInd w:type="dxa" w:w="${twips(room.indent)}"/>`,
    block.ruled ? borders.thin : block.dashed ? borders.dashed : borders.none,
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${marginsXml(block.ruled, Number.POSITIVE_INFINITY)}</w:tblCellMar>`,
  ]
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return new Raw(`<w:tbl><w:tblPr>${properties.join('')}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`, true)
}

/** Rounded so that the columns add up to what the whole table is said to be wide. */
function wholeTwips(widths: readonly number[]): number[] {
  let exact = 0
  let given = 0
  return widths.map((width) => {
    exact += width
    const step = twips(exact) - given
    given += step
    return step
  })
}

function marginsXml(ruled: boolean, width: number): string {
  // Very narrow columns give their padding to the letters.
  const side = Math.min(cellLook.padX, width * 0.12)
  const [left, right, y] = ruled ? [side, side, cellLook.padY] : [plainCell.padLeft, plainCell.padRight, plainCell.padY]
  const one = (name: string, points: number): string => `<w:${name} w:type="dxa" w:w="${twips(points)}"/>`
  return one('top', y) + one('left', left) + one('bottom', y) + one('right', right)
}

const widthOf = (placed: PlacedCell, widths: readonly number[]): number =>
  widths.slice(placed.column, placed.column + placed.colSpan).reduce((sum, one) => sum + one, 0)

const frameXml = (width: number, colSpan: number, merge: string): string =>
  `<w:tcW w:type="dxa" w:w="${width}"/>${colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : ''}${merge}`

function buildCell(
  block: TableBlock,
  placed: PlacedCell,
  widths: readonly number[],
  inHead: boolean,
  room: DocxRoom,
  scene: DocxScene,
): string {
  const { cell } = placed
  const width = widthOf(placed, widths)
  const inner: DocxRoom = {
    width: Math.max(10, width / 20 - (block.ruled ? 2 * Math.min(cellLook.padX, (width / 20) * 0.12) : plainCell.padRight)),
    size: readable(block.size ?? (block.ruled ? cellLook.size : room.size)),
    line: cellLook.line,
    after: cellLook.after,
    style: 'TableText',
    align: cell.align ?? (inHead && cell.header ? 'center' : 'left'),
    bold: cell.header === true,
    inCell: true,
    depth: 0,
    indent: 0,
    keepNext: room.keepNext,
  }
  const { parts } = buildBlocks(cell.blocks, inner, scene, 0)
  const last = parts.at(-1)
  // Every cell ends with a paragraph, or word processors call the file damaged.
  const whole =
    last === undefined
      ? [paragraph({ style: 'TableText', after: 0, mark: halfPoints(inner.size) }, '')]
      : last instanceof Table || (last instanceof Raw && last.isTable)
        ? [...parts, gapPart(1, 0, false, room.keepNext)]
        : parts
  const shade = cell.shade ?? (cell.header && block.ruled ? colour.headShade : undefined)
  const properties = [
    frameXml(width, placed.colSpan, placed.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''),
    shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${hex(shade)}"/>` : '',
    block.ruled && (width / 20) * 0.12 < cellLook.padX ? `<w:tcMar>${marginsXml(true, width / 20)}</w:tcMar>` : '',
    inHead && cell.header ? '<w:vAlign w:val="center"/>' : '',
  ]
  return `<w:tc><w:tcPr>${properties.join('')}</w:tcPr>${scene.weave.inside(whole)}</w:tc>`
}

/** Cells of this row that belong to merged ones above. */
function continued(rows: readonly (readonly PlacedCell[])[], at: number, widths: readonly number[]): { column: number; xml: string }[] {
  return rows
    .slice(0, at)
    .flatMap((row, above) => row.filter((one) => one.rowSpan > 1 && above + one.rowSpan > at))
    .map((one) => ({
      column: one.column,
      xml: `<w:tc><w:tcPr>${frameXml(widthOf(one, widths), one.colSpan, '<w:vMerge/>')}</w:tcPr>${paragraph({ style: 'TableText' }, '').xml}</w:tc>`,
    }))
}

const emptyCell = (widths: readonly number[]): string => {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return `<w:tc><w:tcPr>${frameXml(whole, widths.length, '')}</w:tcPr>${paragraph({ style: 'TableText' }, '').xml}</w:tc>`
}
