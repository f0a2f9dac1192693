/** Votes while they are counted: shown at once, kept a moment later, many presses together. */
import { useEffect, useRef, useState } from 'react'
import type { EntryId } from '#shared/model/ids.ts'
import type { OpenedConvention } from '../use-convention.ts'

const waitMs = 200
type Counts = ReadonlyMap<string, number>

export type Votes = {
  readonly of: (entry: EntryId) => number
  /** Adds, or with a negative number takes back; never below none. */
  readonly add: (votes: readonly { readonly entry: EntryId; readonly by: number }[]) => void
}

export function useVotes(open: OpenedConvention): Votes {
  const { visitors, visit } = open
  // Not sent yet, and on its way: both are shown on top of what is kept.
  const [waiting, setWaiting] = useState<Counts>(new Map())
  const [sent, setSent] = useState<Counts>(new Map())
  const now = useRef({ waiting, visit, timer: undefined as ReturnType<typeof setTimeout> | undefined, last: Promise.resolve() })
  now.current.visit = visit
  const put = (next: Counts): void => {
    now.current.waiting = next
    setWaiting(next)
  }
  const send = async (): Promise<void> => {
    const batch = now.current.waiting
    if (batch.size === 0) return
    put(new Map())
    setSent(batch)
    await now.current.visit({ votes: [...batch].map(([entry, by]) => ({ entry, by })) })
    setSent(new Map())
  }
  const flush = (): void => {
    clearTimeout(now.current.timer)
    now.current.last = now.current.last.then(send, send)
  }
  const of = (entry: EntryId): number => Math.max(0, (visitors.votes[entry] ?? 0) + (waiting.get(entry) ?? 0) + (sent.get(entry) ?? 0))
  const add: Votes['add'] = (votes) => {
    const next = new Map(now.current.waiting)
    for (const { entry, by } of votes) {
      const least = -of(entry)
      next.set(entry, (next.get(entry) ?? 0) + Math.max(least, by))
    }
    put(new Map([...next].filter(([, by]) => by !== 0)))
    clearTimeout(now.current.timer)
    now.current.timer = setTimeout(flush, waitMs)
  }
  const leave = useRef(flush)
  leave.current = flush
  useEffect(() => () => leave.current(), [])
  return { of, add }
}
