/** People at one canvas, and what each of them has marked as his own there. */
import type * as Y from 'yjs'
import { itemsMap, readCanvas } from '#shared/doc/canvas.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Canvas, Item } from '#shared/model/lab.ts'
import type { FarPeer } from '#test/makers/peer.ts'
import { ownUndo } from '../../renderer/collab/own-undo.ts'
import type { Desk } from '../../renderer/features/canvas/desk.ts'

export type Person = {
  readonly name: string
  /** The letter of everything he types into what all share, and the number he scores there. */
  readonly letter: string
  readonly number: number
  readonly peer: FarPeer
  readonly desk: Desk
  /** As the app has it: all of the document, only what this person did. Every act is a step of its own. */
  readonly undo: Y.UndoManager
}

export const letters = ['R', 'A', 'S'] as const

/** @param at 0, 1 or 2; decides the letter and wins or loses the same ties in every run */
export function sitDown(peer: FarPeer, canvas: string, name: string, at: number): Person {
  peer.doc.clientID = 1000 + at
  let made = 0
  const newId = () => {
    made += 1
    return `${name}-${made}` as ItemId /* made up for the test */
  }
  return {
    name,
    letter: letters[at] ?? 'X',
    number: at + 1,
    peer,
    desk: { doc: peer.doc, canvas, me: name, newId },
    undo: ownUndo(peer.doc, peer.doc, 0),
  }
}

export const canvasOf = ({ peer, desk }: Person): Canvas => readCanvas(peer.doc, desk.canvas)
export const ownedBy = (name: string, item: Pick<Item, 'id'>): boolean => item.id.startsWith(`${name}-`)
export const isShared = (item: Pick<Item, 'id'>): boolean => item.id.startsWith('bersama-')

/**
 * What `whose` has put on the canvas, as `seen` has it now: his own things whole, and in what all share his letters, his votes, his
 * scores and every value that he was the last to write. Keys of order are left out: making room may give neighbours fresh ones.
 */
export function marksOf(whose: Person, seen: Person): Readonly<Record<string, unknown>> {
  const { items, fields } = canvasOf(seen)
  const marks: Record<string, unknown> = {}
  const only = (text: string): string => [...text].filter((letter) => letter === whose.letter).join('')
  for (const item of items) {
    const { order: _order, ...rest } = item
    if (ownedBy(whose.name, item)) marks[item.id] = rest
    if (!isShared(item)) continue
    const values = Object.entries(item.values).filter(([, value]) => value === whose.number)
    const scores = Object.entries(item.scores).flatMap(([column, given]) =>
      given[whose.name] === undefined ? [] : [[column, given[whose.name]]],
    )
    marks[item.id] = {
      letters: only(item.text),
      votes: itemsMap(seen.peer.doc, seen.desk.canvas).get(item.id)?.get(`vote/${whose.name}`),
      values: Object.fromEntries(values),
      scores: Object.fromEntries(scores),
      ...(item.x === whose.number ? { x: item.x } : {}),
    }
  }
  for (const [key, value] of Object.entries(fields)) if (typeof value === 'string') marks[key] = only(value)
  return marks
}
