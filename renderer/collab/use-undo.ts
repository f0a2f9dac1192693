/** Undo of what this person did in this window, in one part of a document. */
import { useCallback, useEffect, useRef, useState } from 'react'
import * as Y from 'yjs'
import { ownUndo } from './own-undo.ts'

// Yjs itself types the event parameter of a shared type as any; nothing here reads it.
// biome-ignore lint/suspicious/noExplicitAny: Yjs types the event of a shared type as any, and nothing here reads it
export type UndoScope = Y.Doc | Y.AbstractType<any> | readonly Y.AbstractType<any>[]

export type Undo = {
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What comes next is a step of its own. */
  readonly stop: () => void
}

/** Changes closer together than this are one step. */
const captureTimeout = 400

/** @param scope the shared types whose changes are undone, or the whole document; changes must carry the origin `byPerson` */
export function useUndo(doc: Y.Doc, scope: UndoScope): Undo {
  const types = useSameParts(scope)
  const [manager, setManager] = useState<Y.UndoManager | null>(null)
  const [depth, setDepth] = useState({ undo: 0, redo: 0 })
  useEffect(() => {
    const [first] = types
    const parts = first instanceof Y.Doc ? first : types.filter((part) => part instanceof Y.AbstractType)
    const made = ownUndo(doc, parts, captureTimeout)
    const tell = () => setDepth({ undo: made.undoStack.length, redo: made.redoStack.length })
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) made.on(event, tell)
    tell()
    setManager(made)
    return () => made.destroy()
  }, [doc, types])
  return {
    undo: useCallback(() => void manager?.undo(), [manager]),
    redo: useCallback(() => void manager?.redo(), [manager]),
    stop: useCallback(() => manager?.stopCapturing(), [manager]),
    canUndo: depth.undo > 0,
    canRedo: depth.redo > 0,
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as in UndoScope
type Part = Y.Doc | Y.AbstractType<any>

/** The same list for as long as its parts are the same, so that a list written in place does not start undo anew on every draw. */
function useSameParts(scope: UndoScope): readonly Part[] {
  const next: readonly Part[] = Array.isArray(scope) ? scope : [scope as Part] // not a list, by the test before
  const kept = useRef(next)
  if (kept.current.length !== next.length || next.some((part, at) => part !== kept.current[at])) kept.current = next
  return kept.current
}
