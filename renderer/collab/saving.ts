/**
 * Follows whether what was changed here is on disk. The window asks `{"t":"saved?","n":n}` once the server has applied
 * everything it was sent; the answer `{"t":"saved","n":n}` comes when all of it is written and flushed.
 */
import type { HocuspocusProvider } from '@hocuspocus/provider'
import type * as Y from 'yjs'
import { type Fault, fault as faultShape } from '#shared/model/faults.ts'
import { forgetSaving, noteSaving, saveStore } from '../state/save-store.ts'

/** At most one question in this time while somebody types. */
const throttleMs = 120
/** A question without an answer is asked again. */
const askAgainMs = 2500

export type SaveWatch = {
  /** True while something here is not known to be on disk. */
  waiting(): boolean
  stop(): void
}

export function watchSaving(name: string, doc: Y.Doc, provider: HocuspocusProvider): SaveWatch {
  let made = 0
  let kept = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const ask = (inMs: number) => {
    if (timer !== undefined || made === kept) return
    timer = setTimeout(() => {
      timer = undefined
      // Before the server has applied our changes its answer would not be about them; `unsyncedChanges` tells when to go on.
      if (!saveStore.getState().connected || !provider.synced || provider.hasUnsyncedChanges) return
      provider.sendStateless(JSON.stringify({ t: 'saved?', n: made }))
      ask(askAgainMs)
    }, inMs)
  }
  const askSoon = () => {
    clearTimeout(timer)
    timer = undefined
    ask(throttleMs)
  }
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    made += 1
    const n = made
    noteSaving(name, (saving) => ({ ...saving, made: n, since: saving.made === saving.kept ? Date.now() : saving.since }))
    ask(throttleMs)
  }
  const onStateless = ({ payload }: { readonly payload: string }) => {
    const word = readWord(payload)
    if (word?.t === 'saved' && word.n > kept && word.n <= made) {
      kept = word.n
      const n = kept
      noteSaving(name, (saving) => ({ ...saving, kept: n, since: Date.now(), fault: null }))
      if (made > kept) askSoon()
    } else if (word?.t === 'failed') noteSaving(name, (saving) => ({ ...saving, fault: word.fault }))
    else if (word?.t === 'recovered') {
      noteSaving(name, (saving) => ({ ...saving, fault: null }))
      askSoon()
    }
  }
  const onUnsynced = ({ number }: { readonly number: number }) => {
    if (number === 0) askSoon()
  }
  doc.on('update', onUpdate)
  provider.on('stateless', onStateless)
  provider.on('unsyncedChanges', onUnsynced)
  return {
    waiting: () => made > kept,
    stop: () => {
      clearTimeout(timer)
      doc.off('update', onUpdate)
      provider.off('stateless', onStateless)
      provider.off('unsyncedChanges', onUnsynced)
      forgetSaving(name)
    },
  }
}

type Word =
  | { readonly t: 'given' }
  | { readonly t: 'saved'; readonly n: number }
  | { readonly t: 'failed'; readonly fault: Fault }
  | { readonly t: 'recovered' }

/** Null for anything that is not a word of ours. */
export function readWord(payload: string): Word | null {
  let raw: unknown
  try {
    raw = JSON.parse(payload)
  } catch {
    return null
  }
  if (typeof raw !== 'object' || raw === null || !('t' in raw)) return null
  if (raw.t === 'saved' && 'n' in raw && typeof raw.n === 'number') return { t: 'saved', n: raw.n }
  if (raw.t === 'recovered' || raw.t === 'given') return { t: raw.t }
  if (raw.t !== 'failed' || !('fault' in raw)) return null
  const read = faultShape.safeParse(raw.fault)
  return read.success ? { t: 'failed', fault: read.data } : null
}
