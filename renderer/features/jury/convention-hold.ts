/**
 * One convention as this window knows it: what the core has, and changes that are still on their way. A change is a pure function, so that
 * it can be applied again to a newer convention when somebody else was quicker.
 */
import { ORPCError } from '@orpc/client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusals } from '#shared/api/contract.ts'
import type { MarkRefusal, OpenConvention, SheetChange } from '#shared/api/jury.ts'
import type { JudgeId } from '#shared/model/ids.ts'
import type { Convention, Sheet } from '#shared/model/jury.ts'
import { keepSame } from '../../collab/keep-same.ts'
import { codeOf, type Trouble, troubleOf } from '../../lab/refusal.ts'
import type { LabClient } from '../../lab/wire.ts'
import { takenBack } from './take-back.ts'

export type ConventionChange = (convention: Convention) => Convention
/** `reason` is null when the core could not be reached or the disk failed, which the page says by itself. */
export type Marked =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: MarkRefusal | null; readonly entry: string; readonly stage: string }
type Visit = Omit<Parameters<LabClient['jury']['visit']>[0], 'lab' | 'convention'>

export type HeldConvention = {
  /** As the core has it; null until the first answer. */
  readonly base: OpenConvention | null
  /** With what is still on its way. */
  readonly shown: Convention | null
  readonly none: boolean
  readonly trouble: Trouble | null
}

export type ConventionHold = {
  readonly store: StoreApi<HeldConvention>
  /** Asks again; waits for changes on their way. */
  read(): Promise<void>
  /**
   * Settles once the core has it, with what takes it back; with null when the core did not take it: then `trouble` says why and the
   * convention shown is as before.
   */
  change(fn: ConventionChange): Promise<ConventionChange | null>
  mark(judge: JudgeId, change: SheetChange): Promise<Marked>
  visit(change: Visit): Promise<void>
}

/** So often a change is applied again to what others made of the convention meanwhile. */
const tries = 6

type Waiting = { readonly fn: ConventionChange; readonly done: (back: ConventionChange | null) => void }

/** `backs` take each change of the batch back as it was made of the convention the core had, which may not be the one it was shown on. */
type Sent = { readonly convention: Convention; readonly revision: number; readonly backs: readonly ConventionChange[] }

export function holdConvention(client: LabClient, at: { readonly lab: string; readonly convention: string }): ConventionHold {
  const store = createStore<HeldConvention>(() => ({ base: null, shown: null, none: false, trouble: null }))
  let waiting: readonly Waiting[] = []
  let sending = false
  /** Asked to read while a change was on its way: marks of others may have come meanwhile. */
  let behind = false
  /** Changes that went through; an answer that was asked for before one of them may not have it. */
  let puts = 0
  const withWaiting = (convention: Convention): Convention => waiting.reduce((now, { fn }) => fn(now), convention)
  const settle = (base: OpenConvention): void => store.setState({ base, shown: withWaiting(base.convention) })

  const keep = (found: OpenConvention): OpenConvention => {
    const base = keepSame(store.getState().base ?? found, found)
    settle(base)
    store.setState({ none: false, trouble: null })
    return base
  }
  const fetch = async (): Promise<OpenConvention> => keep(await client.jury.read(at))
  const read = async (): Promise<void> => {
    behind = sending
    if (sending) return
    const before = puts
    try {
      const found = await client.jury.read(at)
      if (sending) behind = true
      else if (puts === before) keep(found)
      else await read()
    } catch (error) {
      store.setState(codeOf(error) === 'NOT_FOUND' ? { none: true } : { trouble: troubleOf(error) })
    }
  }
  const send = async (): Promise<void> => {
    if (sending) return
    sending = true
    try {
      while (waiting.length > 0) await sendBatch(waiting)
    } finally {
      sending = false
    }
    if (behind) await read()
  }
  const sendBatch = async (batch: readonly Waiting[]): Promise<void> => {
    const leave = (): void => {
      waiting = waiting.filter((one) => !batch.includes(one))
    }
    try {
      const { convention, revision, backs } = await put(batch)
      puts += 1
      leave()
      const { base } = store.getState()
      if (base !== null) settle({ ...base, convention, revision })
      for (const [at, { done }] of batch.entries()) done(backs[at] ?? null)
    } catch (error) {
      leave()
      const { base } = store.getState()
      if (base !== null) settle(base)
      store.setState({ trouble: troubleOf(error) })
      for (const { done } of batch) done(null)
    }
  }
  const put = async (batch: readonly Waiting[]): Promise<Sent> => {
    let base = store.getState().base ?? (await fetch())
    for (let left = tries; ; left -= 1) {
      const backs: ConventionChange[] = []
      const convention = batch.reduce((now, { fn }) => {
        const next = fn(now)
        backs.push((later) => takenBack(now, next, later))
        return next
      }, base.convention)
      try {
        const { revision } = await client.jury.put({ lab: at.lab, convention, base: base.revision })
        return { convention, revision, backs }
      } catch (error) {
        if (codeOf(error) !== 'STALE' || left <= 1) throw error
        base = await fetch()
      }
    }
  }
  const change = (fn: ConventionChange): Promise<ConventionChange | null> =>
    new Promise((done) => {
      waiting = [...waiting, { fn, done }]
      store.setState(({ shown }) => ({ shown: shown === null ? null : fn(shown), trouble: null }))
      void send()
    })
  const keepSheet = (sheet: Sheet): void => {
    const { base } = store.getState()
    if (base !== null) settle({ ...base, sheets: [...base.sheets.filter(({ judge }) => judge !== sheet.judge), sheet] })
  }
  const mark = async (judge: JudgeId, sheetChange: SheetChange): Promise<Marked> => {
    try {
      keepSheet(await client.jury.mark({ ...at, judge, change: sheetChange }))
      return { ok: true }
    } catch (error) {
      const refused = refusedMark(error)
      if (refused === null) store.setState({ trouble: troubleOf(error) })
      return refused ?? { ok: false, reason: null, entry: '', stage: '' }
    }
  }
  const visit = async (visited: Visit): Promise<void> => {
    try {
      const visitors = await client.jury.visit({ ...at, ...visited })
      const { base } = store.getState()
      if (base !== null) settle({ ...base, visitors })
    } catch (error) {
      store.setState({ trouble: troubleOf(error) })
    }
  }
  return { store, read, change, mark, visit }
}

function refusedMark(error: unknown): Exclude<Marked, { ok: true }> | null {
  if (codeOf(error) !== 'MARK_REFUSED') return null
  const read = refusals.MARK_REFUSED.data.safeParse(error instanceof ORPCError ? error.data : undefined)
  return read.success ? { ok: false, ...read.data } : null
}
