/** A desk over a fresh document, with ids that count up. */
import * as Y from 'yjs'
import { readItems } from '#shared/doc/canvas.ts'
import type { ItemId, LinkId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import type { LinkDesk } from '../../../../renderer/features/canvas/trail/edits.ts'

export type TestDesk = LinkDesk & {
  readonly items: () => readonly Item[]
  readonly undo: Y.UndoManager
  readonly text: (id: ItemId) => string
}

export function makeDesk(origin: unknown, canvas = 'papan', me = 'Rina'): TestDesk {
  const doc = new Y.Doc()
  let next = 0
  const id = (): string => {
    next += 1
    return `i${String(next).padStart(3, '0')}`
  }
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([origin]), captureTimeout: 0 })
  const items = (): readonly Item[] => readItems(doc, canvas)
  return {
    doc,
    canvas,
    me,
    newId: () => id() as ItemId, // made up for the test
    newLinkId: () => `l${id()}` as LinkId, // made up for the test
    now: '2026-04-14T02:31:00.000Z',
    items,
    undo,
    text: (one) => items().find((item) => item.id === one)?.text ?? '(gone)',
  }
}
