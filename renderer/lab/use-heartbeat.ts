/**
 * Signs of life of a running session, for as long as this window lives: also while another page is looked at, because a page that
 * was left is no power cut.
 */
import { useEffect } from 'react'
import type * as Y from 'yjs'
import { heartbeat, resumeAfterGap } from '#shared/doc/running.ts'
import type { SessionId } from '#shared/model/ids.ts'
import { gapMs } from '#shared/rules/session-time.ts'
import { labReaderOf } from '../collab/lab-readers.ts'
import { useLive } from '../collab/use-live.ts'
import { nowIso } from '../state/fresh.ts'
import { useAbout } from './lab-context.tsx'
import { useOpenLab } from './open-lab.tsx'

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

function start(doc: Y.Doc, session: SessionId): void {
  begin()
  if (beating.get(session) !== doc) {
    beating.set(session, doc)
    doc.once('destroy', () => {
      if (beating.get(session) === doc) beating.delete(session)
    })
  }
  beat(session)
}

/**
 * Keeps the sign of life of the lab's running session fresh from whatever page is open, and takes it up again after the laptop was off.
 * Only the laptop that holds the lab does so; called once for all pages of the lab.
 */
export function useHeartbeat(): void {
  const { id, doc, readOnly } = useOpenLab()
  const about = useAbout()
  const host = !readOnly && about?.reach === 'host' && !about.readOnly
  const running = useLive(doc, (all) => labReaderOf(all, id).going(), [id])
  useEffect(() => {
    if (host) for (const session of running) start(doc, session)
  }, [doc, host, running])
}
