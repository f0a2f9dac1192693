/** What rewards are measured by, fresh with every change of the lab. */
import { useMemo } from 'react'
import { localDay } from '#shared/rules/dates.ts'
import { awardsOfCards } from '#shared/rules/reward-history.ts'
import type { RewardFacts } from '#shared/rules/rewards.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import { useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { useConventionCards } from '../../lab/use-convention-cards.ts'
import { useSessions } from '../../lab/use-sessions.ts'
import { useNow } from '../../state/clock.ts'

const none: RewardFacts['innovations'] = []
const everyMinute = 60_000

export function useRewardFacts(): RewardFacts {
  const { id, lab, stages } = useOpenLab()
  const asked = useOverview(id)
  const innovations = asked.state === 'ready' ? asked.value.innovations : none
  const sessions = useSessions()
  const today = localDay(new Date(useNow(everyMinute)).toISOString(), lab.timeZone)
  const cards = useConventionCards()
  return useMemo(
    () => ({ lab, innovations, stages: stages.map(({ def }) => def), sessions, today, awards: awardsOfCards(cards) }),
    [lab, innovations, stages, sessions, today, cards],
  )
}

/** Sessions that are over and have somebody ticked as present: those attendance is counted from. */
export const countedSessions = ({ sessions }: RewardFacts): number =>
  sessions.filter((one) => sessionState(one) === 'selesai' && Object.values(one.attendance).some(({ state }) => state === 'hadir')).length
