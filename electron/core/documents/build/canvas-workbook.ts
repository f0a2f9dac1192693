/** One canvas as a workbook: its rows with typed cells, and a second sheet that says what and whose it is. */

import type { Innovation } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { emptyCanvas } from '#shared/rules/blank.ts'
import { type CanvasTable, canvasTable, type TableCell, type TableType } from '#shared/rules/canvas-rows.ts'
import { tableWords, documentWords as words } from '#shared/text/documents-words.ts'
import { say } from '#shared/text/messages.ts'
import { rowWords } from '#shared/text/transfer.ts'
import type { CellFormat, Workbook, WorkbookCell, WorkbookSheet } from '../write/xlsx/workbook.ts'
import { type SheetSource, type SheetWanted, sheetFacts } from './canvas-sheet.ts'
import { printable } from './closed.ts'
import { factsIn } from './form-blocks.ts'

export function buildCanvasWorkbook(
  def: CanvasDef,
  source: SheetSource,
  { paper, orientation }: Pick<SheetWanted, 'paper' | 'orientation'>,
): Workbook {
  const { language, innovation, today, lab } = source
  const facts = sheetFacts(def, source)
  const table = canvasTable(def, canvasIn(def, innovation, language), language, rowWords(language), { today })
  const about: readonly (readonly [string, WorkbookCell])[] = [
    [say(words.innovationName, language), facts.innovation],
    [say(words.longName, language), innovation.longName],
    [say(words.unit, language), facts.unit],
    [say(words.stage, language), facts.stage],
    [say(words.region, language), facts.region],
    [say(words.printedOn, language), { date: today }],
    [say(words.packWord, language), facts.stamp],
    ...facts.illustrations.map((text): readonly [string, WorkbookCell] => ['', text]),
    ...totalFacts(table, say(tableWords.total, language)),
    ...table.facts.map(({ label, cell, type }): readonly [string, WorkbookCell] => [label, cellAs(cell, type)]),
  ]
  return {
    title: [facts.title, facts.innovation].filter((part) => part.trim() !== '').join(': '),
    subject: say(words.canvasSubject, language, { title: facts.title }),
    author: facts.unit || lab.coordinator.unit,
    language,
    paper,
    orientation,
    sheets: [
      rowsSheet(facts.title, table),
      {
        name: say(words.aboutSheet, language),
        columns: [
          { label: say(words.entry, language), format: 'text' },
          { label: say(words.value, language), format: 'text' },
        ],
        rows: about,
      },
    ],
  }
}

/** Fields show what the innovation itself knows, a closed board nothing. */
const canvasIn = (def: CanvasDef, innovation: Innovation, language: Language) => {
  const canvas = innovation.canvases[def.id] ?? emptyCanvas(def.id)
  return printable(def, factsIn(def, canvas, { innovation }), language)
}

const formatOf = (type: TableType): CellFormat => (type === 'mixed' ? 'number' : type)

const cellAs = (cell: TableCell, type: TableType): WorkbookCell =>
  typeof cell === 'number' ? { number: cell, format: formatOf(type) } : cell

function rowsSheet(name: string, { columns, rows }: CanvasTable): WorkbookSheet {
  return { name, columns: columns.map(({ label, type }) => ({ label, format: formatOf(type) })), rows }
}

/** Totals stand beside the rows and not under them: a row below would be sorted, counted and taken in again as one of them. */
const totalFacts = ({ columns, totals }: CanvasTable, word: string): readonly (readonly [string, WorkbookCell])[] =>
  (totals ?? []).flatMap((cell, at) => {
    const column = columns[at]
    return cell === null || column === undefined ? [] : [[`${word}: ${column.label}`, cellAs(cell, column.type)]]
  })
