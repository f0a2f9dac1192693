/** A change of shared parts that can be taken back as one step, whatever this person and others do in the meantime. */
import type * as Y from 'yjs'
import { byPerson } from '#shared/doc/origins.ts'
import { ownUndo } from '../../../collab/own-undo.ts'

/** One at a time of each document: the newest matters, and an old one would only listen. */
const last = new WeakMap<Y.Doc, Y.UndoManager>()

/** @returns takes the change back, once */
export function withWayBack(doc: Y.Doc, types: readonly Y.AbstractType<unknown>[], change: () => void): () => void {
  last.get(doc)?.destroy()
  const manager = ownUndo(doc, [...types], 0)
  last.set(doc, manager)
  change()
  // What is written from now on is no part of the step.
  manager.trackedOrigins.delete(byPerson)
  return () => {
    manager.undo()
    manager.destroy()
  }
}
