/** The session a lab goes on with, from its summary. */
import type { LabCard } from '#shared/api/contract.ts'
import type { SessionSummary } from '#shared/model/summary.ts'
import { localDay } from '#shared/rules/dates.ts'
import { nextSession } from '#shared/rules/session-plan.ts'
import { useNow } from '../../state/clock.ts'

const minute = 60_000

/** The day where the lab is, as far as its sessions tell. */
export const useToday = (lab: Pick<LabCard, 'sessions'>): string =>
  localDay(new Date(useNow(minute)).toISOString(), lab.sessions[0]?.timeZone ?? 'WIB')

/** Undefined when nothing is planned. `today` is the day where the lab is. */
export function useNextSession(lab: LabCard): { readonly session: SessionSummary; readonly today: string } | undefined {
  const today = useToday(lab)
  const session = nextSession(lab.sessions, today)
  return session === undefined ? undefined : { session, today }
}
