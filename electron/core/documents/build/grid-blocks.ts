/** A grid in a document: its head, the table in the mode in force, what it comes to, and every remark in words. */
import { type PrintedGrid, printedGrid } from '#shared/figure/printed-table.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Canvas } from '#shared/model/lab.ts'
import type { Block } from '#shared/model/outline.ts'
import type { GridDef } from '#shared/model/pack.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { tableWords } from '#shared/text/documents-words.ts'
import { printedAnswer } from './answers.ts'
import { entriesTable, para } from './blocks.ts'
import { sizeFor, tableBlocks } from './printed-blocks.ts'
import type { CanvasBuild } from './source.ts'

export function gridBlocks(def: GridDef, canvas: Canvas, build: CanvasBuild): readonly Block[] {
  const { tell, words, language, today, lab } = build
  const printed = printedGrid(def, canvas, { language, today, year: String(lab.year) })
  const mode = def.modes.find(({ key }) => key === canvas.settings.mode) ?? def.modes[0]
  const alt = tell(words.canvasAlt, { title: def.title[language] })
  return [
    ...headBlocks(def, canvas, build),
    ...(mode === undefined ? [] : [small(tell(tableWords.mode, { label: mode.label[language] }), true)]),
    ...tableBlocks(printed.table, sizeFor(printed.table, build), alt, build),
    ...printed.legend.map((text) => small(text)),
    ...resultBlocks(printed, build),
    ...tieBlocks(def, printed, canvas, build),
    ...(printed.marks.length === 0 ? [] : [list(printed.marks)]),
  ]
}

function headBlocks(def: GridDef, canvas: Canvas, build: CanvasBuild): readonly Block[] {
  if (def.head.length === 0) return []
  const { language, tell, words, innovation } = build
  const { fields } = innovation === undefined ? canvas : withFacts(def, canvas, innovation)
  const rows = def.head.map((field) => ({ label: field.label[language], value: printedAnswer(field, fields[field.key], language) }))
  return [entriesTable(rows, build, tell(words.headAlt, { title: def.title[language] }), 10), { b: 'space', height: 6 }]
}

function resultBlocks({ results }: PrintedGrid, build: CanvasBuild): readonly Block[] {
  if (results.length === 0) return []
  const { tell, words } = build
  return [
    { b: 'para', runs: [{ text: tell(tableWords.results), bold: true }], size: 10, keepNext: true, spaceAfter: 2 },
    entriesTable(results, build, tell(words.resultsAlt), 10),
  ]
}

/** What decided a tie, in words, with the rule; and which rows could not be ranked. */
function tieBlocks(def: GridDef, { result }: PrintedGrid, canvas: Canvas, build: CanvasBuild): readonly Block[] {
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
    ...(lines.length === 0 ? [] : [...(def.tieRule === undefined ? [] : [small(def.tieRule[language], true)]), list(lines)]),
    ...(unranked.length === 0 ? [] : [small(tell(words.notRanked, { list: unranked.join('; ') }))]),
  ]
}

export const small = (text: string, keepNext = false): Block => para(text, { size: 9, align: 'left', ...(keepNext ? { keepNext } : {}) })

export const list = (lines: readonly string[]): Block => ({
  b: 'list',
  ordered: false,
  items: lines.map((line) => [para(line, { size: 9, align: 'left', spaceAfter: 2 })]),
})
