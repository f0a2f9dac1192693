/** Lining notes up: aligned, spread evenly, or tidied into rows. Pure; notes of different zones never pull at each other. */
import type { ItemId } from '#shared/model/ids.ts'
import { type BoardLayout, noteSize, type PlacedNote, placeIn } from './layout.ts'

export const arrangements = ['left', 'center', 'right', 'top', 'middle', 'bottom', 'across', 'down', 'tidy'] as const
export type Arrangement = (typeof arrangements)[number]

export type Spot = { readonly id: ItemId; readonly x: number; readonly y: number }

const stepX = noteSize.w + noteSize.gap
const stepY = noteSize.h + noteSize.gap

/** New places within their zones. Notes in a cluster are laid out by it and left out. */
export function arrange(layout: BoardLayout, ids: ReadonlySet<ItemId>, how: Arrangement): readonly Spot[] {
  return layout.zones.flatMap((zone) => {
    const notes = zone.notes.filter((note) => ids.has(note.item.id) && note.cluster === null)
    return notes.length < 2 ? [] : lined(notes, how).map(({ note, x, y }) => ({ id: note.item.id, ...placeIn(zone, x, y) }))
  })
}

type Moved = { readonly note: PlacedNote; readonly x: number; readonly y: number }

function lined(notes: readonly PlacedNote[], how: Arrangement): readonly Moved[] {
  const left = Math.min(...notes.map((note) => note.x))
  const right = Math.max(...notes.map((note) => note.x + note.w))
  const top = Math.min(...notes.map((note) => note.y))
  const bottom = Math.max(...notes.map((note) => note.y + note.h))
  switch (how) {
    case 'left':
      return notes.map((note) => ({ note, x: left, y: note.y }))
    case 'center':
      return notes.map((note) => ({ note, x: (left + right - note.w) / 2, y: note.y }))
    case 'right':
      return notes.map((note) => ({ note, x: right - note.w, y: note.y }))
    case 'top':
      return notes.map((note) => ({ note, x: note.x, y: top }))
    case 'middle':
      return notes.map((note) => ({ note, x: note.x, y: (top + bottom - note.h) / 2 }))
    case 'bottom':
      return notes.map((note) => ({ note, x: note.x, y: bottom - note.h }))
    case 'across': {
      const at = spread(notes, left, right - noteSize.w, stepX, (note) => note.x)
      return notes.map((note) => ({ note, x: at.get(note.item.id) ?? note.x, y: note.y }))
    }
    case 'down': {
      const at = spread(notes, top, bottom - noteSize.h, stepY, (note) => note.y)
      return notes.map((note) => ({ note, x: note.x, y: at.get(note.item.id) ?? note.y }))
    }
    case 'tidy':
      return inRows(notes, left, top, right)
    default:
      return how satisfies never
  }
}

/** Equal gaps between the first and the last; where they do not fit without overlapping, the last gives way. */
function spread(
  notes: readonly PlacedNote[],
  from: number,
  to: number,
  least: number,
  of: (note: PlacedNote) => number,
): ReadonlyMap<ItemId, number> {
  const step = Math.max(least, (to - from) / (notes.length - 1))
  return new Map([...notes].sort((a, b) => of(a) - of(b)).map((note, at) => [note.item.id, from + at * step]))
}

/** As one reads: rows first. Keeps the width they have, if that gives at least a square. */
function inRows(notes: readonly PlacedNote[], left: number, top: number, right: number): readonly Moved[] {
  const fit = Math.floor((right - left + noteSize.gap) / stepX)
  const columns = Math.max(1, Math.min(Math.max(fit, Math.ceil(Math.sqrt(notes.length))), notes.length))
  const row = (note: PlacedNote): number => Math.round((note.y - top) / stepY)
  return [...notes]
    .sort((a, b) => row(a) - row(b) || a.x - b.x)
    .map((note, at) => ({ note, x: left + (at % columns) * stepX, y: top + Math.floor(at / columns) * stepY }))
}
