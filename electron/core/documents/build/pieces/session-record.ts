/** What was written down in a session: the discussion, what was decided, what follows, and the photos. */
import type { Block, Cell } from '#shared/model/outline.ts'
import type { Note, Photo, Session } from '#shared/model/session.ts'
import { formatDay, localDay } from '#shared/rules/dates.ts'
import { sessionWords as words } from '#shared/text/session-words.ts'
import { cell, muted, para, tight } from '../blocks.ts'
import type { Build } from '../source.ts'
import type { Piece } from './pieces.ts'
import { belowTable, filledCell, numberCell, ruledTable, twoLines } from './session-table.ts'

/** Of this session, in the order in which they were written; a line without words says nothing. */
const notesOf = ({ log, session }: Build, kind: Note['kind']): readonly Note[] =>
  (log?.notes ?? []).filter((note) => note.session === session?.id && note.kind === kind && note.text.trim() !== '')

const items = (notes: readonly Note[]): readonly (readonly Block[])[] => notes.map(({ text }) => [para(text.trim(), tight)])

/** What was said, below the block of the agenda in which it came up. */
export const notes: Piece = (build) => {
  const { session, tell } = build
  const plain = notesOf(build, 'catatan')
  if (session === undefined || plain.length === 0) return [muted(tell(words.noNotes))]
  const known = new Set<string>(session.blocks.map(({ id }) => id))
  const outside = plain.filter(({ block }) => !known.has(block))
  const groups = [
    ...session.blocks.map(({ id, title }) => ({
      title: title.trim() || tell(words.untitled),
      notes: plain.filter((note) => note.block === id),
    })),
    { title: session.blocks.length === 0 ? '' : tell(words.outside), notes: outside },
  ].filter((group) => group.notes.length > 0)
  return groups.flatMap((group): readonly Block[] => [
    ...(group.title === '' ? [] : [{ b: 'para', runs: [{ text: group.title, bold: true }], keepNext: true, spaceAfter: 3 } as const]),
    { b: 'list', ordered: false, items: items(group.notes) },
    { b: 'space', height: 4 },
  ])
}

export const decisions: Piece = (build) => {
  const decided = notesOf(build, 'keputusan')
  return decided.length === 0 ? [muted(build.tell(words.noDecisions))] : [{ b: 'list', ordered: true, items: items(decided) }]
}

/** What, who, and until when. */
export const followups: Piece = (build) => {
  const { session, tell, language, lab, innovations = [] } = build
  const all = notesOf(build, 'tindak_lanjut')
  if (session === undefined || all.length === 0) return [muted(tell(words.noFollowups))]
  const units = new Map<string | null, string>(lab.units.map((unit) => [unit.id, unit.short || unit.name]))
  const names = new Map<string | null, string>(innovations.map(({ id, name }) => [id, name]))
  const rows = all.map((note, at): readonly Cell[] => {
    const innovation = names.get(note.innovation) ?? ''
    const mentioned = innovation === '' || note.text.includes(innovation)
    const who = [note.who.trim(), units.get(note.unit) ?? ''].filter((part) => part !== '').join(', ')
    return [
      numberCell(at),
      cell(twoLines(note.text.trim(), mentioned ? '' : innovation)),
      filledCell(who, build),
      note.due === ''
        ? filledCell('', build)
        : cell(twoLines(formatDay(note.due, language), note.doneAt === '' ? '' : doneText(note.doneAt, session, build))),
    ]
  })
  const columns = [
    { title: tell(words.number), wide: 0.6 },
    { title: tell(words.followup), wide: 5 },
    { title: tell(words.who), wide: 3 },
    { title: tell(words.due), wide: 2 },
  ]
  return [ruledTable(columns, rows, tell(words.followupsAlt, { title: session.title }), build), belowTable]
}

const doneText = (moment: string, { timeZone }: Session, { tell, language }: Build): string =>
  tell(words.done, { day: formatDay(localDay(moment, timeZone), language) })

/** Points: three rows of pictures to a page. */
const photoHeight = 165

/** Two beside each other, with their captions. */
export const photos: Piece = (build) => {
  const { log, session, tell } = build
  const all = (log?.photos ?? []).filter((photo) => photo.session === session?.id)
  if (session === undefined || all.length === 0) return [muted(tell(words.noPhotos))]
  const cells = all.map((photo, at) => cell([picture(photo, at, build)], { align: 'center' }))
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, at) => [cells[at * 2] ?? cell(''), cells[at * 2 + 1] ?? cell('')])
  return [
    { b: 'table', widths: [1, 1], headRows: 0, ruled: false, size: 10, alt: tell(words.photosAlt, { title: session.title }), rows },
    belowTable,
  ]
}

function picture(photo: Photo, at: number, { attachment, tell }: Build): Block {
  const file = attachment(photo.name)
  const caption = photo.caption.trim()
  const said = caption === '' ? tell(words.photo, { n: at + 1 }) : tell(words.photoCaption, { n: at + 1, caption })
  return {
    b: 'picture',
    bytes: file?.bytes ?? null,
    type: file?.type ?? 'png',
    width: file?.width ?? photo.width,
    height: file?.height ?? photo.height,
    alt: said,
    caption: said,
    maxHeight: photoHeight,
  }
}
