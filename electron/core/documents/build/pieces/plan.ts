/** The action plan as one table: only the months in which something is done, in quarters where they are many (domain.md 1.6.2). */
import { type PrintedCell, type PrintedColumn, type PrintedRow, type PrintedTable, printedGrid } from '#shared/figure/printed-table.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { Block } from '#shared/model/outline.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { innovationWords as words } from '#shared/text/innovation-words.ts'
import { printedAnswer } from '../answers.ts'
import { entriesTable } from '../blocks.ts'
import { list, small } from '../grid-blocks.ts'
import { tableBlocks } from '../printed-blocks.ts'
import type { Build } from '../source.ts'

export const planCanvas = 'rencana-aksi'
/** As many months as stand beside the other columns on a page that lies. */
const mostMonths = 15
const size = 9

export function planBlocks(innovation: Innovation, build: Build): readonly Block[] {
  const def = canvasOf(build.packs, planCanvas)
  const canvas = innovation.canvases[planCanvas]
  if (def?.kind !== 'grid' || canvas === undefined || canvas.items.length === 0) return []
  const { language, today, lab, tell, words: common } = build
  const { fields } = withFacts(def, canvas, innovation)
  const head = def.head.map((field) => ({ label: field.label[language], value: printedAnswer(field, fields[field.key], language) }))
  const printed = printedGrid(def, canvas, { language, today, year: String(lab.year) })
  const title = def.title[language]
  return [
    ...(head.length === 0 ? [] : [entriesTable(head, build, tell(common.headAlt, { title }), 10), { b: 'space', height: 6 } as const]),
    ...tableBlocks(inQuarters(worked(printed.table), build), size, tell(common.canvasAlt, { title }), build),
    ...printed.legend.map((text) => small(text)),
    ...(printed.results.length === 0 ? [] : [entriesTable(printed.results, build, tell(common.resultsAlt), 10)]),
    ...(printed.marks.length === 0 ? [] : [list(printed.marks)]),
  ]
}

const isMonth = ({ over }: PrintedColumn): boolean => over !== undefined

/** Without the months before the first and after the last in which anything is done. */
export function worked(table: PrintedTable): PrintedTable {
  const done = table.columns.map(
    (column, at) => isMonth(column) && table.rows.some((row) => row.kind === 'row' && row.cells[at]?.filled === true),
  )
  const first = done.indexOf(true)
  const last = done.lastIndexOf(true)
  if (first < 0) return table
  const kept = table.columns.map((column, at) => !isMonth(column) || (at >= first && at <= last))
  const cells = (all: readonly PrintedCell[]): readonly PrintedCell[] => all.filter((_, at) => kept[at])
  return {
    columns: table.columns.filter((_, at) => kept[at]),
    rows: table.rows.map((row): PrintedRow => (row.kind === 'group' ? row : { ...row, cells: cells(row.cells) })),
  }
}

/** Three months in one cell, where there are too many for the page; a quarter begins anew with every year. */
function inQuarters(table: PrintedTable, { tell }: Build): PrintedTable {
  if (table.columns.filter(isMonth).length <= mostMonths) return table
  const groups: { column: PrintedColumn; members: number[] }[] = []
  table.columns.forEach((column, at) => {
    const last = groups.at(-1)
    const joins = isMonth(column) && last !== undefined && last.column.over === column.over && !quarterStarts(table, at)
    if (joins) last.members.push(at)
    else groups.push({ column, members: [at] })
  })
  const quarter = (at: number): string => tell(words.quarter, { number: ['I', 'II', 'III', 'IV'][at] ?? '' })
  return {
    columns: groups.map(({ column, members }) =>
      isMonth(column) ? { ...column, head: quarter(quarterOf(table, members[0] ?? 0)) } : column,
    ),
    rows: table.rows.map((row): PrintedRow => {
      if (row.kind === 'group') return row
      const cells = groups.map(({ members }) => members.flatMap((at) => row.cells[at] ?? []))
      return { ...row, cells: cells.map((all) => all.find(({ filled }) => filled === true) ?? all[0] ?? { text: '' }) }
    }),
  }
}

/** Which month of its year a column is, from 0: years end in December, whatever month was kept first. */
function monthOf({ columns }: PrintedTable, at: number): number {
  const year = columns[at]?.over
  const same = columns.flatMap((column, index) => (column.over === year ? [index] : []))
  const ends = columns.some((column, index) => index > at && isMonth(column) && column.over !== year)
  const begins = columns.some((column, index) => index < at && isMonth(column) && column.over !== year)
  // The first year is kept up to its December, any later one from its January.
  return begins || !ends ? same.indexOf(at) : 12 - same.length + same.indexOf(at)
}
const quarterOf = (table: PrintedTable, at: number): number => Math.floor(monthOf(table, at) / 3)
const quarterStarts = (table: PrintedTable, at: number): boolean => monthOf(table, at) % 3 === 0
