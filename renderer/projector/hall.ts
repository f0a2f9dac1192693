/** What the hall is to see: the session that runs, thanks for the one that is over, or the next one. */
import type { Session } from '#shared/model/session.ts'
import { localDay } from '#shared/rules/dates.ts'
import { plannedStart, sessionState } from '#shared/rules/session-time.ts'

export type Hall =
  | { readonly state: 'running'; readonly session: Session }
  | { readonly state: 'thanks'; readonly session: Session }
  | { readonly state: 'waiting'; readonly session: Session | null }

/** So long the hall is thanked, unless the next session is near. */
const thanksMs = 45 * 60_000
const nearMs = 20 * 60_000
/** An end that lies further ahead than this was written with another clock. */
const aheadMs = 60_000

/** Of several that run, the one that began last: whichever window drives it. @param now milliseconds since 1970 */
export function hallOf(sessions: readonly Session[], now: number): Hall {
  const running = latest(
    sessions.filter((one) => sessionState(one) === 'berjalan'),
    ({ run }) => run.startedAt,
  )
  if (running !== null) return { state: 'running', session: running }
  const next = nextOf(sessions, now)
  const over = latest(
    sessions.filter((one) => sessionState(one) === 'selesai' && Date.parse(one.run.endedAt) <= now + aheadMs),
    ({ run }) => run.endedAt,
  )
  const start = next === null ? null : plannedStart(next)
  const near = start !== null && start - now < nearMs
  if (over !== null && !near && now - Date.parse(over.run.endedAt) < thanksMs) return { state: 'thanks', session: over }
  return { state: 'waiting', session: next }
}

const latest = (sessions: readonly Session[], at: (session: Session) => string): Session | null =>
  sessions.reduce<Session | null>((best, one) => (best === null || at(one) > at(best) ? one : best), null)

/** The first that is planned for today or later; one without a day only when there is no other. */
function nextOf(sessions: readonly Session[], now: number): Session | null {
  const planned = sessions.filter((one) => sessionState(one) === 'rencana')
  const coming = planned.filter((one) => one.date !== '' && one.date >= localDay(new Date(now).toISOString(), one.timeZone))
  return coming[0] ?? planned.find((one) => one.date === '') ?? null
}
