/** Marks while they are given: shown at once, written a moment later, in the order they were given. */
import { useEffect, useRef, useState } from 'react'
import type { MarkRefusal, SheetChange } from '#shared/api/jury.ts'
import type { EntryId } from '#shared/model/ids.ts'
import type { Sheet } from '#shared/model/jury.ts'

/** What became of a change. `reason` is null when it was not carried out at all, which the page says by itself. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly reason: MarkRefusal | null }
export type WriteSheet = (change: SheetChange) => Promise<Written>

type Given = { readonly value: number | null; readonly comment: string }
export type Saving = { readonly state: 'still' | 'saving' | 'saved' } | { readonly state: 'failed'; readonly why: MarkRefusal | null }

export type Scores = {
  readonly of: (criterion: string) => Given
  readonly setValue: (criterion: string, value: number | null) => void
  readonly setComment: (criterion: string, comment: string) => void
  /** Resolves when nothing is on its way any more; false when it was refused. */
  readonly flush: () => Promise<boolean>
  readonly saving: Saving
}

const valueMs = 120
const commentMs = 700
const nothing: Given = { value: null, comment: '' }

/** One for each entry and stage: give the component a key of both. */
export function useScores(sheet: Sheet, entry: EntryId, stage: string, write: WriteSheet): Scores {
  const [pending, setPending] = useState<ReadonlyMap<string, Given>>(new Map())
  const [saving, setSaving] = useState<Saving>({ state: 'still' })
  const now = useRef({ pending, write, timer: undefined as ReturnType<typeof setTimeout> | undefined, last: Promise.resolve(true) })
  now.current.write = write
  const put = (next: ReadonlyMap<string, Given>): void => {
    now.current.pending = next
    setPending(next)
  }
  const stored = (criterion: string): Given => {
    const found = sheet.marks.find((one) => one.entry === entry && one.stage === stage && one.criterion === criterion)
    return found === undefined ? nothing : { value: found.value, comment: found.comment }
  }
  const send = async (): Promise<boolean> => {
    const sent = now.current.pending
    if (sent.size === 0) return true
    setSaving({ state: 'saving' })
    const marks = [...sent].map(([criterion, given]) => ({ entry, stage, criterion, ...given }))
    const answer = await now.current.write({ marks })
    // What was changed again meanwhile stays; what was refused goes back to what is kept.
    put(new Map([...now.current.pending].filter(([criterion, given]) => sent.get(criterion) !== given)))
    setSaving(answer.ok ? { state: 'saved' } : { state: 'failed', why: answer.reason })
    return answer.ok
  }
  const flush = (): Promise<boolean> => {
    clearTimeout(now.current.timer)
    now.current.last = now.current.last.then(send, send)
    return now.current.last
  }
  const change = (criterion: string, part: Partial<Given>, wait: number): void => {
    const before = now.current.pending.get(criterion) ?? stored(criterion)
    put(new Map(now.current.pending).set(criterion, { ...before, ...part }))
    clearTimeout(now.current.timer)
    now.current.timer = setTimeout(() => void flush(), wait)
  }
  const leave = useRef(flush)
  leave.current = flush
  useEffect(() => {
    const go = () => void leave.current()
    window.addEventListener('pagehide', go)
    return () => {
      window.removeEventListener('pagehide', go)
      go()
    }
  }, [])
  return {
    of: (criterion) => pending.get(criterion) ?? stored(criterion),
    setValue: (criterion, value) => change(criterion, { value }, valueMs),
    setComment: (criterion, comment) => change(criterion, { comment }, commentMs),
    flush,
    saving,
  }
}
