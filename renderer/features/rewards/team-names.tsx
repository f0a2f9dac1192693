/** Names of the people of a team, read from the innovation only when somebody wants to see or export them. */
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { readFacts } from '#shared/doc/innovation.ts'
import type { InnovationId } from '#shared/model/ids.ts'
import { useText } from '../../app/text.ts'
import { useInnovationDoc } from '../../collab/use-doc.tsx'
import { useLive } from '../../collab/use-live.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import css from './rewards.module.css'

const namesIn = (doc: Y.Doc): readonly string[] =>
  readFacts(doc).members.map(({ name, position }) => (position === '' ? name : `${name}, ${position}`))

const asInnovation = (id: string) => id as InnovationId /* candidates of a reward for innovations carry their ids */

export function TeamNames({ innovation }: { readonly innovation: string }) {
  const t = useText()
  const { id } = useOpenLab()
  const held = useInnovationDoc(id, asInnovation(innovation))
  if (held.state === 'refused') return <p className={css.quiet}>{t('rewards.teamFailed')}</p>
  if (held.state === 'loading') return <p className={css.later}>{t('rewards.teamLoading')}</p>
  return <Names doc={held.doc} />
}

function Names({ doc }: { readonly doc: Y.Doc }) {
  const t = useText()
  const names = useLive(doc, namesIn)
  if (names.length === 0) return <p className={css.quiet}>{t('rewards.teamNone')}</p>
  return (
    <ul className={css.team}>
      {names.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list is only read
        <li key={`${at} ${name}`}>{name}</li>
      ))}
    </ul>
  )
}

type Teams = ReadonlyMap<string, readonly string[]>

/** Reads one team after another, so that never more than one innovation is opened for it at a time. Draws how far it is. */
export function GatherTeams({ innovations, onDone }: { readonly innovations: readonly string[]; readonly onDone: (teams: Teams) => void }) {
  const t = useText()
  const [teams, setTeams] = useState<Teams>(new Map())
  const next = innovations[teams.size]
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the last team is there
  useEffect(() => {
    if (next === undefined) onDone(teams)
  }, [next])
  if (next === undefined) return null
  return (
    <p className={css.later} role="status">
      {t('rewards.teamsRead', { n: teams.size, of: innovations.length })}
      <OneTeam key={next} innovation={next} onRead={(names) => setTeams((before) => new Map(before).set(next, names))} />
    </p>
  )
}

function OneTeam({ innovation, onRead }: { readonly innovation: string; readonly onRead: (names: readonly string[]) => void }) {
  const { id } = useOpenLab()
  const held = useInnovationDoc(id, asInnovation(innovation))
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the document is there or refused
  useEffect(() => {
    if (held.state === 'open') onRead(namesIn(held.doc))
    else if (held.state === 'refused') onRead([])
  }, [held.state])
  return null
}
