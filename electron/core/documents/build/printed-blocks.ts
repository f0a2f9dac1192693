/** A table of words as blocks: split where the page is too narrow, months as filled cells, marked cells shaded. */
import type { PrintedCell, PrintedColumn, PrintedRow, PrintedTable } from '#shared/figure/printed-table.ts'
import { headPieces, splitTable, type TablePart } from '#shared/figure/split-table.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { Tone } from '#shared/model/pack.ts'
import { headCell, headShade, muted, para, tight, written } from './blocks.ts'
import type { CanvasBuild } from './source.ts'

const shades = { baik: '#E3F1DA', perhatian: '#FBEFC4', buruk: '#F9DEDA' } as const satisfies Record<Tone, string>
const monthShade = '#CBE5F4'
const totalShade = '#F6F4EF'
/** Points a cell keeps free at both sides together. */
const padding = 11

/** Type is a little smaller in tables of many columns, and larger on paper that is read from further away. */
export function sizeFor(table: PrintedTable, build: CanvasBuild): number {
  const usual = table.columns.length <= 7 ? 10 : 9
  // A table with months would no longer stand on one sheet.
  if (build.paper !== 'A3' || table.columns.some((column) => column.over !== undefined)) return usual
  const parts = (size: number): number => splitTable(table, { width: widthOf(build), size, padding }).length
  return parts(usual + 1) === parts(usual) ? usual + 1 : usual
}

const widthOf = (build: CanvasBuild): number => (build.figureSize.width * 72) / 96

/** @param size of the text in points @param alt what the table holds, for those who listen */
export function tableBlocks(table: PrintedTable, size: number, alt: string, build: CanvasBuild): readonly Block[] {
  const parts = splitTable(table, { width: widthOf(build), size, padding })
  return parts.flatMap((part, at): readonly Block[] => [
    ...(at === 0 ? [] : [{ b: 'space', height: 8 } as const]),
    partBlock(part, size, parts.length === 1 ? alt : `${alt} (${at + 1}/${parts.length})`, build),
  ])
}

function partBlock(part: TablePart, size: number, alt: string, build: CanvasBuild): Block {
  const heads = headRows(part)
  return {
    b: 'table',
    widths: part.widths,
    headRows: heads.length,
    rows: [...heads, ...part.rows.map((row) => rowCells(row, part, build))],
    ruled: true,
    size,
    alt,
  }
}

/** Where a line may end without a space, a sign without width says so. */
const headWords = ({ head }: PrintedColumn): string => headPieces(head).join('\u200b')

/** One row, or two where heads stand under a common one. */
function headRows({ columns }: TablePart): readonly (readonly Cell[])[] {
  const align = (at: number): Partial<Cell> => (columns[at]?.align === 'left' ? {} : { align: 'center' })
  if (!columns.some((column) => column.over !== undefined)) return [columns.map((column, at) => headCell(headWords(column), align(at)))]
  const upper: Cell[] = []
  const lower: Cell[] = []
  columns.forEach((column, at) => {
    if (column.over === undefined) upper.push(headCell(headWords(column), { ...align(at), rowSpan: 2 }))
    else {
      if (columns[at - 1]?.over !== column.over)
        upper.push(headCell(column.over, { colSpan: columns.filter((one) => one.over === column.over).length, align: 'center' }))
      lower.push(headCell(column.head, { align: 'center' }))
    }
  })
  return [upper, lower]
}

function rowCells(row: PrintedRow, part: TablePart, build: CanvasBuild): readonly Cell[] {
  if (row.kind === 'group') return [{ blocks: [bold(row.title)], colSpan: part.columns.length, shade: headShade }]
  return row.cells.map((cell, at) => {
    const align = part.columns[at]?.align ?? 'left'
    const shade = cell.filled ? monthShade : cell.tone !== undefined ? shades[cell.tone] : row.kind === 'total' ? totalShade : undefined
    return {
      blocks: cellBlocks(cell, row.kind === 'total', build),
      ...(align === 'left' ? {} : { align }),
      ...(shade === undefined ? {} : { shade }),
    }
  })
}

const bold = (text: string): Block => ({ b: 'para', runs: [{ text, bold: true }], ...tight })

function cellBlocks(cell: PrintedCell, total: boolean, build: CanvasBuild): readonly Block[] {
  const { tell, words } = build
  if (cell.picture !== undefined) return [pictureBlock(cell.picture, '', build)]
  if (total) return cell.text === '' ? [para('', tight)] : [bold(cell.text)]
  const text = cell.text === '' ? [para('', tight)] : written(cell.text, tell(words.notFilledCell))
  return cell.under === undefined ? text : [...text, muted(cell.under, { ...tight, size: 9 })]
}

/** An attached picture by its name; a visible note where it is gone. */
export function pictureBlock(name: string, alt: string, { attachment, innovation, tell, words }: CanvasBuild): Block {
  const title = innovation !== undefined && Object.hasOwn(innovation.attachments, name) ? (innovation.attachments[name]?.title ?? '') : ''
  const said = [alt, title, tell(words.pictureAlt)].find((text) => text.trim() !== '') ?? ''
  const file = attachment(name)
  if (file === null) return { b: 'picture', bytes: null, type: 'png', width: 160, height: 60, alt: said }
  // Pixels of a photo are many; half an inch of paper wants no more than a hundred of them.
  return { b: 'picture', bytes: file.bytes, type: file.type, width: file.width * 0.75, height: file.height * 0.75, alt: said }
}
