/** What the tables of a convention's papers share. */
import type { Entry } from '#shared/model/jury.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import { formatMoment, formatShortDay, localDay } from '#shared/rules/dates.ts'
import { juryPaperWords as own } from '#shared/text/jury-paper-words.ts'
import { cell, muted, para, tight } from '../blocks.ts'
import type { Build, Judging } from '../source.ts'
import type { Content } from './lab-base.ts'
import type { Piece } from './pieces.ts'
import { twoLines } from './session-table.ts'

/** A convention may be lost between the list and the print. */
export const withConvention =
  (draw: (judging: Judging, build: Build) => readonly Block[]): Piece =>
  (build) =>
    build.convention === undefined ? [muted(build.tell(own.none))] : draw(build.convention, build)

/** A code stands before the name: it is what judges in blind mode know the innovation by. */
export const codedName = ({ code, name }: Pick<Entry, 'code' | 'name'>): string => [code, name].filter((part) => part !== '').join(' ')

/** Name with its code, and what the name stands for below it. */
export const entryCell = (entry: Entry): Content => twoLines(codedName(entry), entry.longName)

/** A value in the middle of its cell; nothing gives a dash, because there may be nothing to give. */
export const middle = (text: string): Cell => cell([para(text === '' ? '-' : text, tight)], { align: 'center' })
export const strong = (text: string): Cell => ({
  blocks: [{ b: 'para', runs: [{ text: text === '' ? '-' : text, bold: true }], ...tight }],
  align: 'center',
})

export const momentText = (at: string, { lab, language }: Pick<Build, 'lab' | 'language'>): string =>
  Number.isNaN(Date.parse(at)) ? at : `${formatShortDay(localDay(at, lab.timeZone), language)}, ${formatMoment(at, language, lab.timeZone)}`

/** Says so above every number while judging goes on. */
export function provisionalNote({ convention, result }: Judging, { tell }: Pick<Build, 'tell'>): readonly Block[] {
  if (convention.state === 'selesai') return []
  return [{ b: 'para', runs: [{ text: tell(own.provisional, { done: result.done, of: result.of }), italic: true }], spaceAfter: 6 }]
}

/** Below a table. */
export const below: Block = { b: 'space', height: 6 }
