/** A matrix in a document: the map, and a table that says what the numbers on it mean. */
import { canvasFigures } from '#shared/figure/figures.ts'
import { cellsOf, marksInWords, type PrintedCell, type PrintedTable, printedColumns, shortMeans } from '#shared/figure/printed-table.ts'
import type { Canvas, Item } from '#shared/model/lab.ts'
import type { Block } from '#shared/model/outline.ts'
import type { MatrixDef } from '#shared/model/pack.ts'
import { evaluateMatrix, numberedItems, placeName } from '#shared/rules/matrix.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { tableWords } from '#shared/text/documents-words.ts'
import { list, small } from './grid-blocks.ts'
import { sizeFor, tableBlocks } from './printed-blocks.ts'
import type { CanvasBuild } from './source.ts'

export function matrixBlocks(def: MatrixDef, canvas: Canvas, build: CanvasBuild): readonly Block[] {
  const { figureSize: size, language } = build
  const { figures } = canvasFigures(def, canvas, { size, language, legend: false })
  return [...figures.map((figure): Block => ({ b: 'figure', figure })), ...matrixTable(def, canvas, build)]
}

/** Place and values stand below the name: a page is too narrow for a column of each. */
export function matrixTable(def: MatrixDef, canvas: Canvas, build: CanvasBuild): readonly Block[] {
  const { tell, words, language, today, lab } = build
  const options = { language, today, year: String(lab.year) }
  const result = evaluateMatrix(def, canvas.items, { settings: canvas.settings, ...(today === undefined ? {} : { today }) })
  const rowOf = new Map(result.rows.map((row) => [row.item.id, row]))
  const numbered = numberedItems(def, canvas.items)
  const where = (item: Item): string => {
    const on = (axis: MatrixDef['x']): string => {
      const number = item.values[axis.key]
      return `${axis.label[language]} ${typeof number === 'number' ? formatNumber(number, language) : '–'}`
    }
    return `${placeName(def, item, language) ?? tell(words.notPlaced)}: ${on(def.y)}, ${on(def.x)}`
  }
  const shown = def.columns.filter((column) => column.key !== def.x.key && column.key !== def.y.key)
  const table: PrintedTable = {
    columns: [
      { head: tell(tableWords.number), align: 'center', wish: 0.6, key: true },
      { head: def.itemLabel[language], align: 'left', wish: 3.6, key: true },
      ...printedColumns(shown, canvas, options),
    ],
    rows: numbered.map(({ number, item }) => {
      const row = rowOf.get(item.id)
      const name: PrintedCell = { text: item.text.trim() === '' ? tell(words.notFilledCell) : item.text, under: where(item) }
      return { kind: 'row', cells: [{ text: String(number) }, name, ...(row === undefined ? [] : cellsOf(row, shown, canvas, options))] }
    }),
  }
  const order = numbered.flatMap(({ item }) => rowOf.get(item.id) ?? [])
  const legend = def.columns.filter((column) => column.short !== undefined)
  const named = legend.map((column) => shortMeans(column, language))
  const marks = marksInWords(order, def.columns, language)
  return [
    ...tableBlocks(table, Math.max(9, sizeFor(table, build) - 1), tell(words.canvasAlt, { title: def.title[language] }), build),
    ...(named.length === 0 ? [] : [small(named.join('; '))]),
    ...(marks.length === 0 ? [] : [list(marks)]),
  ]
}
