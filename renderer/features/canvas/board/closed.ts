/** Writing alone: while a board is private, everybody sees of the others' cards only that they are there. Pure. */
import type { Canvas, Item } from '#shared/model/lab.ts'
import { type NoteColor, noteColors } from '#shared/model/pack.ts'

export const isClosed = (settings: Canvas['settings'], me: string, item: Item): boolean =>
  settings.private === true && item.role !== 'cluster' && item.author !== me

/** One paper for each author, the same on every screen; a closed card must not tell by its colour what it is about. */
export function authorColor(author: string): NoteColor {
  let sum = 0
  for (const char of author) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973
  return noteColors[sum % noteColors.length] ?? 'gading'
}

/** Items as this person may see them: closed ones without their text, colour, votes and everything they carry. */
export function asSeen(settings: Canvas['settings'], me: string, items: readonly Item[]): readonly Item[] {
  if (settings.private !== true) return items
  return items.map((item) =>
    isClosed(settings, me, item)
      ? { ...item, text: '', color: authorColor(item.author), votes: 0, values: {}, picture: '', link: '' }
      : item,
  )
}
