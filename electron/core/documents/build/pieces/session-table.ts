/** What the tables of a session's papers share. */
import type { Block, Cell } from '#shared/model/outline.ts'
import type { Session } from '#shared/model/session.ts'
import { cell, headCell, muted, para, tight } from '../blocks.ts'
import type { Build } from '../source.ts'
import { fittedWidths } from '../widths.ts'

export type Column = {
  readonly title: string
  /** Wished width beside the other columns. */
  readonly wide: number
}

/** Points. */
export const tableSize = 10

/** A ruled table whose head is repeated on every page. `rows` have a cell for every column, or one across all of them. */
export function ruledTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], alt: string, build: Build): Block {
  const head = columns.map(({ title }) => headCell(title))
  const widths = fittedWidths(
    columns.map(({ wide }) => wide),
    [head, ...rows],
    tableSize,
    build,
  )
  return { b: 'table', widths, headRows: 1, ruled: true, size: tableSize, alt, rows: [head, ...rows] }
}

/** Below a table; a heading that follows has room of its own. */
export const belowTable: Block = { b: 'space', height: 4 }

/** One cell across the whole table. */
export const band = (text: string, columns: number): readonly Cell[] => [
  { blocks: [{ b: 'para', runs: [{ text, bold: true }], ...tight }], colSpan: columns, shade: '#F6F4EF' },
]

export const numberCell = (at: number): Cell => cell(String(at + 1), { align: 'center' })
export const mutedCell = (text: string): Cell => cell([muted(text, tight)])

/** What was written, else a muted remark that it was not. */
export const filledCell = (text: string, { tell, words }: Pick<Build, 'tell' | 'words'>): Cell =>
  text.trim() === '' ? mutedCell(tell(words.notFilledCell)) : cell(text.trim())

/** Nothing where there is nothing to fill in. */
export const optionalCell = (text: string): Cell => cell(text.trim() === '' ? '-' : text.trim())

/** A line of text with a quieter one below it. */
export const twoLines = (text: string, below: string): readonly Block[] =>
  below === '' ? [para(text, tight)] : [para(text, { spaceAfter: 0 }), muted(below, tight)]

/** Points below the number in a cell to sign in, so that a hand has room. */
const roomToSign = 10

/** Odd numbers stand left and even ones right, so that one signature does not run into the next (domain.md 5.4). */
export const signatureCell = (at: number): Cell => ({
  blocks: [
    para(`${at + 1} ${'.'.repeat(14)}`, { align: at % 2 === 0 ? 'left' : 'right', spaceAfter: 0 }),
    { b: 'space', height: roomToSign },
  ],
})

/** The session a paper is about; a lab may lose it between the list and the print. */
export const withSession = (build: Build, empty: string, draw: (session: Session) => readonly Block[]): readonly Block[] =>
  build.session === undefined ? [muted(empty)] : draw(build.session)
