/** How it stands with saving, over all documents open in this window. */
import { createStore } from 'zustand/vanilla'
import type { Fault } from '#shared/model/faults.ts'

/** One document. `made` counts changes of this window, `kept` how many of them are known to be on disk. */
export type DocSaving = {
  readonly made: number
  readonly kept: number
  /** When the oldest change that is not kept was made, in ms; meaningless while made = kept. */
  readonly since: number
  readonly readOnly: boolean
  readonly fault: Fault | null
}

export type SaveState =
  | { readonly kind: 'saved' }
  /** Changed less than 300 ms ago: too early to draw a spinner, but not called saved either. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'readOnly' }
  | { readonly kind: 'failed'; readonly fault: Fault }

export type Saving = { readonly connected: boolean; readonly readOnly: boolean; readonly docs: Readonly<Record<string, DocSaving>> }

/** Under this many ms nothing moves in the indicator (design.md 8). */
export const quietMs = 300

export const freshSaving = (): DocSaving => ({ made: 0, kept: 0, since: 0, readOnly: false, fault: null })

export const saveStore = createStore<Saving>(() => ({ connected: true, readOnly: false, docs: {} }))

export const waitingIn = ({ docs }: Saving): number => Object.values(docs).reduce((sum, doc) => sum + (doc.made - doc.kept), 0)

/** `saved` only when every change of every document is known to be on disk. */
export function foldSaving(saving: Saving, now: number): SaveState {
  const docs = Object.values(saving.docs)
  const broken = docs.find((doc) => doc.fault !== null)
  if (broken?.fault) return { kind: 'failed', fault: broken.fault }
  const waiting = waitingIn(saving)
  if (!saving.connected) return { kind: 'offline', waiting }
  if (waiting > 0) {
    const oldest = Math.min(...docs.filter((doc) => doc.made > doc.kept).map((doc) => doc.since))
    return now - oldest < quietMs ? { kind: 'pending' } : { kind: 'saving' }
  }
  return saving.readOnly || docs.some((doc) => doc.readOnly) ? { kind: 'readOnly' } : { kind: 'saved' }
}

export function noteSaving(name: string, change: (doc: DocSaving) => DocSaving): void {
  saveStore.setState(({ docs }) => ({ docs: { ...docs, [name]: change(docs[name] ?? freshSaving()) } }))
}

export function forgetSaving(name: string): void {
  saveStore.setState(({ docs }) => ({ docs: Object.fromEntries(Object.entries(docs).filter(([one]) => one !== name)) }))
}
