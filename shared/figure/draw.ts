/** Small shapes that several figures share. */

import type { Shape } from '../model/figure.ts'
import type { Item } from '../model/lab.ts'
import type { TreeLevel } from '../rules/tree.ts'
import { measure, wrap } from './metrics.ts'
import { notePaper, palette } from './palette.ts'

/** 12 px are 9 pt: the smallest text a figure prints at its own size. */
export const smallest = 12

export type TextShape = Extract<Shape, { t: 'text' }>

/** Lines whose first baseline lies one ascent below `y`. */
export function textAt(
  x: number,
  y: number,
  lines: readonly string[],
  look: { size?: number; lead?: number; bold?: boolean; fill?: string; align?: 'left' | 'center' | 'right' } = {},
): TextShape {
  const size = look.size ?? smallest
  const { bold, align } = look
  return {
    t: 'text',
    x,
    y: y + size * 0.905,
    lines,
    size,
    lead: look.lead ?? Math.round(size * 1.3),
    fill: look.fill ?? palette.ink,
    ...(bold === undefined ? {} : { bold }),
    ...(align === undefined ? {} : { align }),
  }
}

/** A dot and the number of votes, ending at `right`; nothing for no votes. */
export function votesAt(right: number, y: number, votes: number): readonly Shape[] {
  if (votes <= 0) return []
  const text = String(votes)
  const width = measure(text, smallest, true)
  return [
    { t: 'circle', x: right - width - 8, y: y + 6.5, r: 4, fill: palette.action },
    textAt(right, y, [text], { bold: true, align: 'right' }),
  ]
}

/** `Rina, M1`; the table alone if nobody is named. */
export const signedBy = (item: Item): string => [item.author, item.table].filter((part) => part.trim() !== '').join(', ')

export const footLead = 15

/** Room at the right of a foot for the votes. */
const votesRoom = (item: Item): number => (item.votes > 0 ? measure(String(item.votes), smallest, true) + 20 : 0)

/** Lines the author and table of an item take, at most `most`; none when nobody is named, one when there are only votes. */
export function footLines(item: Item, width: number, most: number): readonly string[] {
  const name = signedBy(item)
  if (name === '') return item.votes > 0 ? [''] : []
  const room = Math.max(24, width - votesRoom(item))
  if (most === 1 || measure(name, smallest) <= room || item.author.trim() === '' || item.table.trim() === '') {
    return wrap(name, room, smallest, false, most)
  }
  // Author and table each on a line of their own read better than a break wherever the line is full.
  return [...wrap(`${item.author.trim()},`, room, smallest, false, most - 1), ...wrap(item.table.trim(), room, smallest, false, 1)]
}

/** Author at the left and votes at the right of the last lines of a box that end at `bottom`. */
export function footAt(item: Item, x: number, bottom: number, width: number, most: number): readonly Shape[] {
  const lines = footLines(item, width, most)
  const text = lines.some((line) => line !== '')
    ? [textAt(x, bottom - lines.length * footLead, lines, { lead: footLead, fill: palette.ink2 })]
    : []
  return [...text, ...votesAt(x + width, bottom - footLead, item.votes)]
}

/** What stands in for a picture nobody has the bytes of: a dashed box with its words, in the middle and no larger than the box. */
export function missingPicture(image: Extract<Shape, { t: 'image' }>): readonly Shape[] {
  const { x, y, w, h, alt } = image
  const lead = 15
  const room = Math.floor((h - 8) / lead)
  const lines = room < 1 || w < 24 ? [] : wrap(alt, w - 12, smallest, false, room).filter((line) => line !== '')
  const frame: Shape = { t: 'rect', x, y, w, h, fill: palette.white, stroke: palette.lineStrong, width: 1, dash: [4, 3] }
  if (lines.length === 0) return [frame]
  return [frame, textAt(x + w / 2, y + (h - lines.length * lead) / 2, lines, { lead, align: 'center', fill: palette.ink3 })]
}

/** The largest box of a picture's proportions inside `box`, in its middle. */
export function fitInside(
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  picture: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number; readonly w: number; readonly h: number } {
  const scale = Math.min(box.w / Math.max(1, picture.width), box.h / Math.max(1, picture.height))
  const [w, h] = [picture.width * scale, picture.height * scale]
  return { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) / 2, w, h }
}

/** Fill and edge of a box by its level, as the canvas shows it. */
export function boxLook(level: TreeLevel): { readonly fill: string; readonly stroke: string; readonly width: number } {
  switch (level) {
    case 'core':
      return { fill: palette.deep, stroke: palette.deep, width: 1 }
    case 'effect':
      return { fill: notePaper.jambu.fill, stroke: notePaper.jambu.edge, width: 1 }
    case 'direct':
      return { fill: notePaper.kunyit.fill, stroke: notePaper.kunyit.edge, width: 1 }
    case 'root':
      return { fill: notePaper.pandan.fill, stroke: notePaper.pandan.edge, width: 2 }
    case 'indirect':
      return { fill: palette.white, stroke: palette.lineStrong, width: 1 }
    default:
      return never(level)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown level ${String(value)}`)
}
