/** Commands of the palette that need the open lab and not only its address. */

import { labText } from '#shared/rules/chat-lab.ts'
import { localDay } from '#shared/rules/dates.ts'
import type { LabClient } from '../lab/wire.ts'
import { seek } from '../state/sought.ts'
import type { Item } from './palette-items.ts'
import { knownSessions, nextSession, type Sources } from './palette-sources.ts'
import { go, places } from './places.ts'

type Ways = {
  readonly client: LabClient
  /** The desktop has a window of its own for the hall. */
  readonly canProject: boolean
  /** Shows a text for WhatsApp in place of the search. */
  readonly show: (text: string) => void
}

export function labActs(sources: Sources, { client, canProject, show }: Ways): readonly Item[] {
  const { open, innovations, today, t, language } = sources
  const { id, lab, doc, stages, readOnly } = open
  const next = nextSession(knownSessions(doc), today)
  const act = (name: string, label: string, run: () => void, more = ''): Item => ({ id: `do:${name}`, kind: 'action', label, more, run })
  const project = () => {
    if (canProject) client.app.project({ lab: id }).catch(() => go(places.projector(id)))
    // The name is that of every other button for it, so that one tab is brought back and not a second one opened.
    else if (window.open(`${window.location.pathname}${places.projector(id)}`, `labinov-projector-${id}`) === null) go(places.projector(id))
  }
  const acts: Item[] = []
  if (next !== undefined) {
    const { head, state } = next
    const label = t(state === 'berjalan' ? 'palette.resumeSession' : 'palette.nextSession')
    acts.push(act('session', label, () => go(places.run(id, head.id)), head.title))
  }
  acts.push(act('project', t('palette.project'), project))
  if (!readOnly) {
    const add = () => {
      seek({ what: 'add_innovation' })
      go(places.lab(id))
    }
    acts.push(act('innovation', t('palette.addInnovation'), add))
  }
  const short = () => show(labText({ lab, innovations, stages, next: next?.head ?? null, today }, language))
  acts.push(act('chat', t('palette.copyLab'), short))
  return acts
}

/** The day it is now where the lab is. */
export const todayIn = (lab: Sources['open']['lab']): string => localDay(new Date().toISOString(), lab.timeZone)
