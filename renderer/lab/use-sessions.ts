/** What the open lab has gathered, live: sessions, notes, photos, partners, rewards, approvals. */
import { useMemo } from 'react'
import type { LabReader } from '#shared/doc/lab-reader.ts'
import type { SessionId } from '#shared/model/ids.ts'
import type { LabApproval, Note, Partner, Photo, Reward, Session, SessionHead } from '#shared/model/session.ts'
import type { TurnCounts } from '#shared/rules/session-time.ts'
import { labReaderOf } from '../collab/lab-readers.ts'
import { useLive } from '../collab/use-live.ts'
import { useOverview } from './lab-context.tsx'
import { useOpenLab } from './open-lab.tsx'

/** Reads only what changed since the last reading, and draws only when that differs. */
function useRead<T>(read: (reader: LabReader) => T, of: string = ''): T {
  const { doc, id } = useOpenLab()
  return useLive(doc, (all) => read(labReaderOf(all, id)), [id, of])
}

/** The heads of all sessions, in time order. */
export const useSessionHeads = (): readonly SessionHead[] => useRead((lab) => lab.heads())
/** Every session whole; for pages that need how each went. A sign of life alone draws nothing again. */
export const useSessions = (): readonly Session[] => useRead((lab) => lab.sessions())
/** One session whole; null when it is not on the list. */
export const useSession = (id: SessionId): Session | null => useRead((lab) => lab.session(id), id)
export const useNotes = (): readonly Note[] => useRead((lab) => lab.notes())
export const usePhotos = (): readonly Photo[] => useRead((lab) => lab.photos())
export const usePartners = (): readonly Partner[] => useRead((lab) => lab.partners())
export const useRewards = (): readonly Reward[] => useRead((lab) => lab.rewards())
export const useApprovals = (): readonly LabApproval[] => useRead((lab) => lab.approvals())

/** How many units and innovations the lab has, for the turns of a block. */
export function useTurnCounts(): TurnCounts {
  const { id, lab } = useOpenLab()
  const asked = useOverview(id)
  const innovation = asked.state === 'ready' ? asked.value.innovations.filter((one) => !one.archived).length : 0
  const unit = lab.units.length
  return useMemo(() => ({ unit, innovation }), [unit, innovation])
}
