/** What a facilitator can do with a running session, each with its way back. */
import { useEffect, useMemo, useState } from 'react'
import { byPerson } from '#shared/doc/origins.ts'
import {
  addTime,
  backBlock,
  endSession,
  jumpTo,
  nextBlock,
  pauseSession,
  putRunBack,
  reopenSession,
  resumeSession,
  startSession,
} from '#shared/doc/running.ts'
import { readRun } from '#shared/doc/sessions.ts'
import type { BlockId } from '#shared/model/ids.ts'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import type { Progress } from '#shared/rules/session-teams.ts'
import { minuteMs, type TurnCounts, timerOf } from '#shared/rules/session-time.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'
import { useOthers } from './use-others.ts'

export type Acts = {
  readonly start: () => void
  /** Goes on, or ends the session at its last block. Asks once when teams are not done. */
  readonly next: () => void
  readonly back: () => void
  readonly jump: (block: BlockId) => void
  readonly hold: () => void
  /** Minutes; negative takes off. */
  readonly give: (minutes: number) => void
  readonly end: () => void
  readonly reopen: () => void
  /** The first press was made and the second is awaited. */
  readonly asked: boolean
}

/** So long the second press is awaited. */
const askMs = 8000

type Here = { readonly session: Session; readonly block: SessionBlock | null; readonly progress: Progress; readonly counts: TurnCounts }

export function useActs({ session, block, progress, counts }: Here): Acts {
  const t = useText()
  const { doc } = useOpenLab()
  const [askedAt, setAskedAt] = useState<string | null>(null)
  const here = block?.id ?? null
  useEffect(() => {
    if (askedAt === null) return
    const timer = setTimeout(() => setAskedAt(null), askMs)
    return () => clearTimeout(timer)
  }, [askedAt])
  const asked = askedAt !== null && askedAt === here
  const others = useOthers(doc, session.id, session.run)

  return useMemo(() => {
    const { id } = session
    const nameOf = (one: SessionBlock | undefined) => (one === undefined || one.title === '' ? t('run.untitledBlock') : one.title)
    /** Says what was done, with the way back to how the clock ran before. */
    const undoable = (text: string, act: () => void) => {
      const before = readRun(doc, id)
      others.own(act)
      notify.undoable(text, () => others.own(() => putRunBack(doc, id, before, nowIso(), byPerson)))
    }
    const jump = (to: BlockId) => {
      if (to === here) return
      const name = nameOf(session.blocks.find((one) => one.id === to))
      undoable(t('run.jumped', { name }), () => jumpTo(doc, id, to, nowIso(), byPerson))
    }
    const end = () => {
      setAskedAt(null)
      undoable(t('run.ended'), () => endSession(doc, id, nowIso(), byPerson))
    }
    const next = () => others.unlessJustMoved(() => goOn())
    const goOn = () => {
      if (progress.counted && progress.selesai < progress.all && !asked) return setAskedAt(here)
      setAskedAt(null)
      const following = session.blocks[session.blocks.findIndex((one) => one.id === here) + 1]
      if (following === undefined) return end()
      undoable(t('run.moved', { name: nameOf(following) }), () => nextBlock(doc, id, nowIso(), byPerson))
    }
    const give = (minutes: number) => {
      if (block === null) return
      // Never less than what has run: a timer that jumps below nothing tells nobody anything.
      const { leftMs } = timerOf(session, block, counts, Date.now())
      const ms = minutes < 0 ? Math.max(minutes * minuteMs, -Math.max(0, leftMs)) : minutes * minuteMs
      if (ms !== 0) addTime(doc, id, block.id, ms, byPerson)
    }
    return {
      start: () => others.own(() => startSession(doc, id, nowIso(), byPerson)),
      next,
      back: () => others.unlessJustMoved(() => backBlock(doc, id, nowIso(), byPerson)),
      jump,
      hold: () => others.unlessJustMoved(() => (session.run.pausedAt === '' ? pauseSession : resumeSession)(doc, id, nowIso(), byPerson)),
      give,
      end,
      reopen: () => undoable(t('run.reopened'), () => reopenSession(doc, id, nowIso(), byPerson)),
      asked,
    }
  }, [doc, session, block, here, progress, counts, asked, others, t])
}
