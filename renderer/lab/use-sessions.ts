/** What the open lab has gathered, live: sessions, notes, photos, partners, rewards, approvals. */
import { useMemo } from 'react'
import { readApprovals, readNotes, readPartners, readPhotos, readRewards } from '#shared/doc/log.ts'
import { readHeads, readSession, readSessions } from '#shared/doc/sessions.ts'
import type { SessionId } from '#shared/model/ids.ts'
import type { LabApproval, Note, Partner, Photo, Reward, Session, SessionHead } from '#shared/model/session.ts'
import type { TurnCounts } from '#shared/rules/session-time.ts'
import { useLive } from '../collab/use-live.ts'
import { useOverview } from './lab-context.tsx'
import { useOpenLab } from './open-lab.tsx'

/** The heads of all sessions, in time order. */
export const useSessionHeads = (): readonly SessionHead[] => useLive(useOpenLab().doc, readHeads)
/** Every session whole; for pages that need how each went. */
export const useSessions = (): readonly Session[] => useLive(useOpenLab().doc, readSessions)
/** One session whole; null when it is not on the list. */
export const useSession = (id: SessionId): Session | null => useLive(useOpenLab().doc, (doc) => readSession(doc, id), [id])
export const useNotes = (): readonly Note[] => useLive(useOpenLab().doc, readNotes)
export const usePhotos = (): readonly Photo[] => useLive(useOpenLab().doc, readPhotos)
export const usePartners = (): readonly Partner[] => useLive(useOpenLab().doc, readPartners)
export const useRewards = (): readonly Reward[] => useLive(useOpenLab().doc, readRewards)
export const useApprovals = (): readonly LabApproval[] => useLive(useOpenLab().doc, readApprovals)

/** How many units and innovations the lab has, for the turns of a block. */
export function useTurnCounts(): TurnCounts {
  const { id, lab } = useOpenLab()
  const asked = useOverview(id)
  const innovation = asked.state === 'ready' ? asked.value.innovations.filter((one) => !one.archived).length : 0
  const unit = lab.units.length
  return useMemo(() => ({ unit, innovation }), [unit, innovation])
}
