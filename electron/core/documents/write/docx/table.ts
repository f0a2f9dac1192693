/** Tables with fixed widths, repeated head rows and rows that stay whole. */
import {
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import {
  cell as cellLook,
  colour,
  columnCount,
  columnWidths,
  isBand,
  type PlacedCell,
  pairedRows,
  placeCells,
  plainCell,
  readable,
  type Table as TableBlock,
} from '../look.ts'
import { buildBlocks, gapPart } from './blocks.ts'
import type { DocxRoom, DocxScene } from './scene.ts'
import { halfPoints, hex, twips } from './units.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const bordersOf = (line: typeof none | typeof thin) =>
  ({ top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }) as const

export const noBorders = bordersOf(none)

/** `hold` keeps the last row with what follows. */
export function buildTable(block: TableBlock, room: DocxRoom, scene: DocxScene, hold = false): Table {
  const columns = columnCount(block)
  const widths = wholeTwips(columnWidths(block.widths, columns, room.width))
  const headRows = block.headRows < block.rows.length ? block.headRows : 0
  const placed = placeCells(block.rows)
  const paired = block.ruled && placed.length - headRows >= pairedRows
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    indent: { size: twips(room.indent), type: WidthType.DXA },
    borders: bordersOf(block.ruled ? thin : none),
    margins: marginsOf(block.ruled, Number.POSITIVE_INFINITY),
    rows: placed.map((row, at) => {
      const keepNext =
        at < placed.length - 1
          ? room.keepNext || (block.ruled && isBand(row, columns)) || (paired && (at === headRows || at === placed.length - 2))
          : hold
      const cells = row.map((one) => buildCell(block, one, widths, at < block.headRows, { ...room, keepNext }, scene))
      return new TableRow({
        ...(at < headRows ? { tableHeader: true } : {}),
        cantSplit: true,
        ...(at < headRows || keepNext ? { keepNext: true } : {}),
        children: cells.length > 0 ? cells : [emptyCell(columns)],
      })
    }),
  })
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

function marginsOf(
  ruled: boolean,
  width: number,
): { marginUnitType: typeof WidthType.DXA; top: number; bottom: number; left: number; right: number } {
  // Very narrow columns give their padding to the letters.
  const side = Math.min(cellLook.padX, width * 0.12)
  const [left, right, y] = ruled ? [side, side, cellLook.padY] : [plainCell.padLeft, plainCell.padRight, plainCell.padY]
  return { marginUnitType: WidthType.DXA, top: twips(y), bottom: twips(y), left: twips(left), right: twips(right) }
}

function buildCell(
  block: TableBlock,
  placed: PlacedCell,
  widths: readonly number[],
  inHead: boolean,
  room: DocxRoom,
  scene: DocxScene,
): TableCell {
  const { cell } = placed
  const width = widths.slice(placed.column, placed.column + placed.colSpan).reduce((sum, one) => sum + one, 0)
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
  const children = parts.filter((part): part is Paragraph | Table => part instanceof Paragraph || part instanceof Table)
  const shade = cell.shade ?? (cell.header && block.ruled ? colour.headShade : undefined)
  const options: ITableCellOptions = {
    // Every cell ends with a paragraph, or word processors call the file damaged.
    children:
      children.length === 0
        ? [new Paragraph({ style: 'TableText', spacing: { after: 0 }, run: { size: halfPoints(inner.size) } })]
        : children.at(-1) instanceof Table
          ? [...children, gapPart(1)]
          : children,
    width: { size: width, type: WidthType.DXA },
    ...(block.ruled && (width / 20) * 0.12 < cellLook.padX ? { margins: marginsOf(true, width / 20) } : {}),
    ...(placed.colSpan > 1 ? { columnSpan: placed.colSpan } : {}),
    ...(placed.rowSpan > 1 ? { rowSpan: placed.rowSpan } : {}),
    ...(inHead && cell.header ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
    ...(shade ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(shade) } } : {}),
  }
  return new TableCell(options)
}

const emptyCell = (columns: number): TableCell => new TableCell({ columnSpan: columns, children: [new Paragraph({ style: 'TableText' })] })
