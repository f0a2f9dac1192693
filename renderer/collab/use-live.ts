/** Plain values read from a shared document, fresh after every change. */
import { type DependencyList, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { keepSame } from './keep-same.ts'

const changes = new WeakMap<Y.Doc, { count: number }>()

/** Counts the changes of a document from the first call on, for as long as it is open. */
function changesOf(doc: Y.Doc): { readonly count: number } {
  const known = changes.get(doc)
  if (known !== undefined) return known
  const fresh = { count: 0 }
  doc.on('update', () => {
    fresh.count += 1
  })
  changes.set(doc, fresh)
  return fresh
}

type Live<T> = { readonly subscribe: (hear: () => void) => () => void; readonly now: () => T }

function live<T>(doc: Y.Doc, read: (doc: Y.Doc) => T): Live<T> {
  let value: T | undefined
  let stale = true
  const changed = changesOf(doc)
  let readAt = changed.count
  const now = (): T => {
    if (stale) value = keepSame(value, read(doc))
    if (stale) readAt = changed.count
    stale = false
    return value as T // was read above at least once
  }
  const subscribe = (hear: () => void) => {
    let cancel: (() => void) | undefined
    const pass = () => {
      cancel = undefined
      const before = value
      stale = true
      if (!Object.is(now(), before)) hear()
    }
    const onUpdate = () => {
      cancel ??= nextFrame(pass)
    }
    // A change between the first reading and this moment would otherwise be missed.
    if (readAt !== changed.count) stale = true
    doc.on('update', onUpdate)
    return () => {
      cancel?.()
      doc.off('update', onUpdate)
    }
  }
  return { subscribe, now }
}

/** A hidden page gets no frames but must still hear of changes. */
function nextFrame(run: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(run, 50)
    return () => clearTimeout(timer)
  }
  const frame = requestAnimationFrame(run)
  return () => cancelAnimationFrame(frame)
}

/**
 * Reads from the document, and again after changes, at most once per frame; draws only when the value differs.
 * @param read must depend only on the document and on `deps`
 */
export function useLive<T>(doc: Y.Doc, read: (doc: Y.Doc) => T, deps: DependencyList = []): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is new on every draw; what it depends on is in `deps`
  const source = useMemo(() => live(doc, read), [doc, ...deps])
  return useSyncExternalStore(source.subscribe, source.now)
}
