/** Making a session after another: the same plan on the next free working day. */
import type { SessionId } from '#shared/model/ids.ts'
import type { Session } from '#shared/model/session.ts'
import { localDay } from '#shared/rules/dates.ts'
import { headOfCopy, planFromSession, workingDaysAfter } from '#shared/rules/session-plan.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useSessionHeads } from '../../../lab/use-sessions.ts'
import { nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'
import { dropSession, makeSessions } from './edits.ts'

/** The next working days on which no session is planned. */
export function useFreeDays(): (count: number) => readonly string[] {
  const { lab } = useOpenLab()
  const heads = useSessionHeads()
  return (count) => {
    const taken = new Set(heads.filter(({ template }) => !template).map(({ date }) => date))
    return workingDaysAfter(localDay(nowIso(), lab.timeZone), count, taken)
  }
}

export function useMakeLike(): (session: Session) => SessionId {
  const t = useText()
  const { doc, lab } = useOpenLab()
  const freeDays = useFreeDays()
  return (session) => {
    const head = { ...headOfCopy(session), date: freeDays(1)[0] ?? '', place: session.place || lab.place, template: false }
    const [made] = makeSessions(doc, [{ head, blocks: planFromSession(session, true) }])
    if (made === undefined) return session.id
    notify.undoable(t('session.made', { n: 1 }), () => void dropSession(doc, made))
    return made
  }
}
