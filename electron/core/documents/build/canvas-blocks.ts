/** A canvas in a document: boards and trees as pictures, a map as picture and table, grids and forms as tables. */
import { canvasFigures } from '#shared/figure/figures.ts'
import { numberedItems } from '#shared/figure/matrix.ts'
import { pageFigureSize } from '#shared/figure/sizes.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Canvas, Item, Value } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { BoardDef, CanvasDef, FormDef, GridColumn, GridDef, MatrixDef, TreeDef } from '#shared/model/pack.ts'
import { evaluateGrid, type GridResult, rowsByRank } from '#shared/rules/grid.ts'
import { quadrantOf } from '#shared/rules/matrix.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { answerText } from '#shared/rules/picks.ts'
import { leftoverKeys, printedAnswer } from './answers.ts'
import { cell, headCell, labelTable, muted, para, tight, written } from './blocks.ts'
import { notesInWords, treeInWords } from './items-in-words.ts'
import type { Build } from './source.ts'
import { fittedWidths } from './widths.ts'

/** Says so when there is nothing on the canvas. */
export function canvasBlocks(def: CanvasDef, canvas: Canvas | undefined, build: Build): readonly Block[] {
  const { tell, words } = build
  if (canvas === undefined || isEmpty(def, canvas)) return [muted(tell(words.notFilled))]
  switch (def.kind) {
    case 'board':
    case 'tree':
      return pictureBlocks(def, canvas, build)
    case 'grid':
      return gridBlocks(def, canvas, build)
    case 'matrix':
      return matrixBlocks(def, canvas, build)
    case 'form':
      return [formTable(def, canvas, build)]
    default:
      return never(def)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown canvas ${JSON.stringify(value)}`)
}

export const isEmpty = (def: CanvasDef, canvas: Canvas): boolean =>
  def.kind === 'form' ? Object.values(canvas.fields).every((value) => value === null || value === '') : canvas.items.length === 0

function figureBlocks(def: CanvasDef, canvas: Canvas, build: Build): readonly Block[] {
  const { paper, language } = build
  const size = pageFigureSize(paper, build.def.orientation)
  const chosen = def.kind === 'tree' ? chosenCause(def, canvas, build) : undefined
  const { figures } = canvasFigures(def, canvas, { size, language, legend: false, ...(chosen === undefined ? {} : { chosen }) })
  return figures.map((figure) => ({ b: 'figure', figure }))
}

/** The cause the team went on with: the first root that something later in the trail came from. */
function chosenCause(def: TreeDef, canvas: Canvas, { innovation }: Build): ItemId | undefined {
  const roots = new Map(canvas.items.filter((item) => item.root).map((item) => [item.id as string, item.id]))
  const link = innovation?.trail.find(({ from }) => from.place === 'item' && from.of === def.id && roots.has(from.key))
  return link === undefined ? undefined : roots.get(link.from.key)
}

/** The picture shows at a glance; the words beside it are what a secretariat can search, copy and correct. */
function pictureBlocks(def: BoardDef | TreeDef, canvas: Canvas, build: Build): readonly Block[] {
  const { tell, words } = build
  const inWords = def.kind === 'board' ? [notesInWords(def, canvas, build)] : treeInWords(def, canvas, build)
  return [...figureBlocks(def, canvas, build), para(tell(words.inWords), { size: 9, keepNext: true }), ...inWords]
}

const numeric = (column: GridColumn): boolean => column.type === 'score' || column.type === 'number' || column.type === 'formula'

function columnHead(column: GridColumn, build: Build): Cell {
  return headCell(column.short ?? column.label[build.language], numeric(column) ? { align: 'center' } : {})
}

/** A grid's own texts and numbers; a missing score is a dash and never a 0. */
function columnText(column: GridColumn, item: Item, number: number | null | undefined, build: Build): string {
  if (column.type === 'text' && column.key === 'text') return item.text
  if (numeric(column)) return number === null || number === undefined ? '–' : formatNumber(number, build.language)
  const value: Value = item.values[column.key] ?? null
  return answerText(column, value, build.language)
}

const numberWidth = 0.6
const scoreWidth = 0.7
/** A column's share of the page: numbers are narrow; the text of the row is wide unless the pack says how wide. */
const widthOf = (column: GridColumn): number =>
  numeric(column) ? scoreWidth * Math.max(1, Math.min(column.width, 2)) : column.key === 'text' && column.width === 1 ? 5 : column.width

function gridBlocks(def: GridDef, canvas: Canvas, build: Build): readonly Block[] {
  const { tell, words, language } = build
  const result = evaluateGrid(def, canvas.items)
  const rows = rowsByRank(def, result).map((row, at): readonly Cell[] => [
    cell(String(at + 1), { align: 'center' }),
    ...def.columns.map((column): Cell => {
      const rank = column.formula?.op === 'rank' ? (row.ranks[column.key]?.rank ?? null) : undefined
      const text = columnText(column, row.item, rank === undefined ? row.values[column.key] : rank, build)
      return cell(text, numeric(column) ? { align: 'center' } : {})
    }),
  ])
  const all = [[headCell(tell(words.number), { align: 'center' }), ...def.columns.map((column) => columnHead(column, build))], ...rows]
  const legend = def.columns.filter((column) => column.short)
  return [
    {
      b: 'table',
      widths: fittedWidths([numberWidth, ...def.columns.map(widthOf)], all, 10, build),
      headRows: 1,
      rows: all,
      ruled: true,
      size: 10,
      alt: tell(words.canvasAlt, { title: def.title[language] }),
    },
    ...shortNames(legend, build),
    ...tieBlocks(def, result, canvas, build),
  ]
}

/** What decided a tie, in words, with the rule; and which rows could not be ranked. */
function tieBlocks(def: GridDef, result: GridResult, canvas: Canvas, build: Build): readonly Block[] {
  const { tell, words, language } = build
  const text = (id: ItemId): string => canvas.items.find((item) => item.id === id)?.text ?? ''
  const label = (key: string): string => def.columns.find((column) => column.key === key)?.label[language] ?? key
  const lines = result.ties.map((tie) =>
    tie.decidedBy === null
      ? tell(words.tieShared, { above: text(tie.above), below: text(tie.below) })
      : tell(words.tieDecided, { above: text(tie.above), below: text(tie.below), column: label(tie.decidedBy) }),
  )
  const unranked = result.rows.filter((row) => Object.values(row.ranks).some((rank) => rank === null)).map((row) => row.item.text)
  return [
    ...(lines.length === 0
      ? []
      : [...(def.tieRule === undefined ? [] : [para(def.tieRule[language], { size: 9, align: 'left', keepNext: true })]), list(lines)]),
    ...(unranked.length === 0 ? [] : [para(tell(words.notRanked, { list: unranked.join('; ') }), { size: 9, align: 'left' })]),
  ]
}

const list = (lines: readonly string[]): Block => ({
  b: 'list',
  ordered: false,
  items: lines.map((line) => [para(line, { size: 9, align: 'left', spaceAfter: 2 })]),
})

/** Place and values stand below the name: a page is too narrow for a column of each. */
function matrixBlocks(def: MatrixDef, canvas: Canvas, build: Build): readonly Block[] {
  const { tell, words, language } = build
  const value = (item: Item, axis: MatrixDef['x']): string => {
    const number = item.values[axis.key]
    return `${axis.label[language]} ${typeof number === 'number' ? formatNumber(number, language) : '–'}`
  }
  const rows = numberedItems(def, canvas.items).map(({ number, item, quadrant }): readonly Cell[] => {
    const place = quadrant === null ? tell(words.notPlaced) : (quadrantOf(def, quadrant)?.label[language] ?? '')
    const where = muted(`${place}: ${value(item, def.y)}, ${value(item, def.x)}`, tight)
    return [
      cell(String(number), { align: 'center' }),
      cell([...written(item.text, tell(words.notFilledCell)), where]),
      ...def.columns.map((column) => cell(columnText(column, item, null, build))),
    ]
  })
  const head = [
    headCell(tell(words.number), { align: 'center' }),
    headCell(def.itemLabel[language]),
    ...def.columns.map((column) => columnHead(column, build)),
  ]
  const legend = def.columns.filter((column) => column.short)
  return [
    ...figureBlocks(def, canvas, build),
    {
      b: 'table',
      widths: fittedWidths([numberWidth, 3.6, ...def.columns.map((column) => column.width)], [head, ...rows], 9, build),
      headRows: 1,
      rows: [head, ...rows],
      ruled: true,
      size: 9,
      alt: tell(words.canvasAlt, { title: def.title[language] }),
    },
    ...shortNames(legend, build),
  ]
}

/** What the short heads of a table stand for. */
function shortNames(columns: readonly GridColumn[], { language }: Build): readonly Block[] {
  if (columns.length === 0) return []
  const named = ({ short = '', label }: GridColumn): string =>
    label[language].startsWith(short) ? label[language] : `${short} = ${label[language]}`
  return [para(columns.map(named).join('; '), { size: 9, align: 'left' })]
}

/** A form in an annex: label and answer beside each other. */
function formTable(def: FormDef, canvas: Canvas, build: Build): Block {
  const { language, tell, words } = build
  const rows = [
    ...def.fields.map((field) => ({ label: field.label[language], value: printedAnswer(field, canvas.fields[field.key], language) })),
    ...leftoverKeys(def.fields, canvas.fields).map((key) => ({ label: key, value: answerText({}, canvas.fields[key] ?? null, language) })),
  ]
  const table = labelTable(rows, build, tell(words.canvasAlt, { title: def.title[language] }))
  if (table.b !== 'table') return table
  return {
    ...table,
    ruled: true,
    size: 10,
    widths: [3, 7],
    rows: table.rows.map(([label, , value]) => [label, value].filter((one) => one !== undefined)),
  }
}
