/** Which session comes next. */
import type { SessionHead } from '#shared/model/session.ts'
import type { SessionState } from '#shared/model/summary.ts'

export type NextSession = { readonly head: SessionHead; readonly state: SessionState }

/** The one that runs, else the first that is not over and lies today or later; sessions without a day come last. */
export function nextOf(all: readonly NextSession[], today: string): NextSession | null {
  const open = all.filter(({ state }) => state === 'rencana' || state === 'berjalan')
  return (
    open.find(({ state }) => state === 'berjalan') ??
    open.find(({ head }) => head.date !== '' && head.date >= today) ??
    open.find(({ head }) => head.date === '') ??
    null
  )
}
