/**
 * Signs of life of a running session, for as long as this window lives: also while another page is looked at, because a page that
 * was left is no power cut.
 */
import { useEffect } from 'react'
import type * as Y from 'yjs'
import { heartbeat, resumeAfterGap } from '#shared/doc/running.ts'
import type { SessionId } from '#shared/model/ids.ts'
import { gapMs } from '#shared/rules/session-time.ts'
import { nowIso } from '../state/fresh.ts'

const everyMs = 5000
/** Browsers wake a page that nobody sees only once a minute. */
const hiddenMs = 90_000

/** When this window last knew that it was awake, and whether it was seen then. */
type Awake = { readonly at: number; readonly hidden: boolean }

const awake = new Map<SessionId, Awake>()
const beating = new Map<SessionId, Y.Doc>()
let ticking = false

/** False for a window that is new to the session, and after the laptop slept. */
function wasAwake(session: SessionId): boolean {
  const last = awake.get(session)
  return last !== undefined && Date.now() - last.at <= (last.hidden ? hiddenMs : gapMs)
}

function beat(session: SessionId): void {
  const doc = beating.get(session)
  if (doc !== undefined) {
    if (!wasAwake(session)) resumeAfterGap(doc, session, nowIso())
    heartbeat(doc, session, nowIso())
  } else if (!wasAwake(session)) return
  awake.set(session, { at: Date.now(), hidden: document.hidden })
}

function begin(): void {
  if (ticking) return
  ticking = true
  const all = () => {
    for (const session of new Set([...awake.keys(), ...beating.keys()])) beat(session)
  }
  setInterval(all, everyMs)
  document.addEventListener('visibilitychange', all)
}

/**
 * Keeps the session's sign of life fresh, and takes it up again after the laptop was off.
 * @param session of a running session on a laptop that may write, else null
 */
export function useHeartbeat(doc: Y.Doc, session: SessionId | null): void {
  useEffect(() => {
    if (session === null) return
    begin()
    if (beating.get(session) !== doc) {
      beating.set(session, doc)
      doc.once('destroy', () => {
        if (beating.get(session) === doc) beating.delete(session)
      })
    }
    beat(session)
  }, [doc, session])
}
