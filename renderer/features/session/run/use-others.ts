/** Two people at the control of one session: a press that was meant for what stood there a moment ago does nothing. */
import { useEffect, useMemo, useRef } from 'react'
import type * as Y from 'yjs'
import { readRun } from '#shared/doc/sessions.ts'
import type { SessionId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/session.ts'

/** A press this soon after somebody else's, in milliseconds, answers the same moment: nobody has read the new stand yet. */
const sameMomentMs = 1200

const standOf = ({ block, startedAt, pausedAt, endedAt }: Run): string =>
  [block ?? '', startedAt !== '', pausedAt !== '', endedAt !== ''].join('/')

export type Others = {
  /** Does what this person wants, unless somebody else has just done it or moved the session on. */
  readonly unlessJustMoved: (act: () => void) => void
  /** Does it in any case. */
  readonly own: (act: () => void) => void
}

/** @param run as it is drawn now */
export function useOthers(doc: Y.Doc, session: SessionId, run: Run): Others {
  const drawn = standOf(run)
  const seen = useRef(drawn)
  /** How this person left it. */
  const mine = useRef(drawn)
  const movedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (seen.current === drawn) return
    seen.current = drawn
    movedAt.current = drawn === mine.current ? Number.NEGATIVE_INFINITY : performance.now()
  }, [drawn])
  return useMemo(() => {
    const own = (act: () => void) => {
      act()
      mine.current = standOf(readRun(doc, session))
    }
    return {
      own,
      unlessJustMoved: (act) => {
        const now = standOf(readRun(doc, session))
        const arriving = now !== seen.current && now !== mine.current
        if (!arriving && performance.now() - movedAt.current > sameMomentMs) own(act)
      },
    }
  }, [doc, session])
}
