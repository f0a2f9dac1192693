/** What a note in a picture shows beside its text: a photo, what its columns say and its link; and nothing of all that while it is closed. */
import type { Item } from '../model/lab.ts'
import type { GridColumn, NoteColor } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { boardText } from '../text/board.ts'
import { say } from '../text/messages.ts'
import { footLead, smallest } from './draw.ts'
import { wrap } from './metrics.ts'
import { valueText } from './note-values.ts'

export type NoteLook = {
  readonly columns: readonly GridColumn[]
  readonly language: Language
  /** A note without a colour takes that of its zone. */
  readonly colour: (item: Item) => NoteColor
  /** Everybody still writes alone: a picture would show to all what only its author may see. */
  readonly closed: boolean
}

const pictureHeight = 84
const mostValues = 3
const mostLink = 3

export type NoteBlocks = {
  readonly picture: { readonly name: string; readonly alt: string; readonly height: number } | null
  /** Columns, then the link. */
  readonly lines: readonly string[]
}

/** The note as the picture may show it. */
export const boardNote = (item: Item, look: NoteLook): Item =>
  look.closed ? { ...item, text: say(boardText.closedCard, look.language), votes: 0, picture: '', link: '', values: {} } : item

export function noteBlocks(item: Item, width: number, look: NoteLook): NoteBlocks {
  if (look.closed) return { picture: null, lines: [] }
  const columns = look.columns.flatMap((column) => {
    const text = column.type === 'photo' ? '' : valueText(column, item.values[column.key], look.language)
    return text === '' ? [] : wrap(`${column.short ?? column.label[look.language]}: ${text}`, width, smallest, false, mostValues)
  })
  const link = item.link.trim() === '' ? [] : wrap(item.link.trim(), width, smallest, false, mostLink)
  const alt = item.text.trim() === '' ? say(boardText.untitled, look.language) : item.text.trim()
  return { picture: item.picture === '' ? null : { name: item.picture, alt, height: pictureHeight }, lines: [...columns, ...link] }
}

export const noteBlocksHeight = ({ picture, lines }: NoteBlocks): number =>
  (picture?.height ?? 0) + (lines.length === 0 ? 0 : lines.length * footLead + 4)
