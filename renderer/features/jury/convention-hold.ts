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
  /** Settles once the core has it, or did not take it: then `trouble` says why and the convention shown is as before. */
  change(fn: ConventionChange): Promise<void>
  mark(judge: JudgeId, change: SheetChange): Promise<Marked>
  visit(change: Visit): Promise<void>
}

/** So often a change is applied again to what others made of the convention meanwhile. */
const tries = 6

type Waiting = { readonly fn: ConventionChange; readonly done: () => void }

export function holdConvention(client: LabClient, at: { readonly lab: string; readonly convention: string }): ConventionHold {
  const store = createStore<HeldConvention>(() => ({ base: null, shown: null, none: false, trouble: null }))
  let waiting: readonly Waiting[] = []
  let sending = false
  const withWaiting = (convention: Convention): Convention => waiting.reduce((now, { fn }) => fn(now), convention)
  const settle = (base: OpenConvention): void => store.setState({ base, shown: withWaiting(base.convention) })

  const fetch = async (): Promise<OpenConvention> => {
    const found = await client.jury.read(at)
    const base = keepSame(store.getState().base ?? found, found)
    settle(base)
    store.setState({ none: false, trouble: null })
    return base
  }
  const read = async (): Promise<void> => {
    if (sending) return
    try {
      await fetch()
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
  }
  const sendBatch = async (batch: readonly Waiting[]): Promise<void> => {
    const leave = (): void => {
      waiting = waiting.filter((one) => !batch.includes(one))
    }
    try {
      const [convention, revision] = await put(batch)
      leave()
      const { base } = store.getState()
      if (base !== null) settle({ ...base, convention, revision })
      for (const { done } of batch) done()
    } catch (error) {
      leave()
      const { base } = store.getState()
      if (base !== null) settle(base)
      store.setState({ trouble: troubleOf(error) })
      for (const { done } of batch) done()
    }
  }
  const put = async (batch: readonly Waiting[]): Promise<readonly [Convention, number]> => {
    let base = store.getState().base ?? (await fetch())
    for (let left = tries; ; left -= 1) {
      const convention = batch.reduce((now, { fn }) => fn(now), base.convention)
      try {
        const { revision } = await client.jury.put({ lab: at.lab, convention, base: base.revision })
        return [convention, revision]
      } catch (error) {
        if (codeOf(error) !== 'STALE' || left <= 1) throw error
        base = await fetch()
      }
    }
  }
  const change = (fn: ConventionChange): Promise<void> =>
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

/** What takes a change back: every part of the convention that it touched, as it was. Parts that it left alone keep what came later. */
export function inverseOf(before: Convention, after: Convention): ConventionChange {
  const touched = Object.fromEntries(Object.entries(before).filter(([part, value]) => after[part as keyof Convention] !== value)) // its own keys
  return (now) => ({ ...now, ...touched })
}
