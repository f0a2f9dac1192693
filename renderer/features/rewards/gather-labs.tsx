/** Reads what every lab of the workspace gave, one lab after another, only when somebody wants to see or export it. */
import { useEffect, useState } from 'react'
import type { LabId } from '#shared/model/ids.ts'
import { localDay } from '#shared/rules/dates.ts'
import { methodOf } from '#shared/rules/packs.ts'
import { type Award, awardsIn, awardsOfCards } from '#shared/rules/reward-history.ts'
import { useText } from '../../app/text.ts'
import { labReaderOf } from '../../collab/lab-readers.ts'
import { useLabDoc } from '../../collab/use-doc.tsx'
import { useLab, useLabs, usePacks } from '../../lab/lab-context.tsx'
import { regionName } from '../../lab/region-name.ts'
import { nowIso } from '../../state/fresh.ts'
import css from './rewards.module.css'

/** Draws how far it is. A lab that does not open is left out and counted. */
export function GatherLabs({ onDone }: { readonly onDone: (awards: readonly Award[], unread: number) => void }) {
  const t = useText()
  const labs = useLabs()
  const [read, setRead] = useState<readonly (readonly Award[] | null)[]>([])
  const next = labs?.[read.length]
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the last lab is there
  useEffect(() => {
    if (labs !== null && next === undefined)
      onDone(
        read.flatMap((one) => one ?? []),
        read.filter((one) => one === null).length,
      )
  }, [next, labs === null])
  if (next === undefined) return null
  return (
    <p className={css.later} role="status">
      {t('rewards.labsRead', { n: read.length, of: labs?.length ?? 0 })}
      <OneLab key={next.id} lab={next.id as LabId} onRead={(one) => setRead((before) => [...before, one])} />
    </p>
  )
}

function OneLab({ lab, onRead }: { readonly lab: LabId; readonly onRead: (awards: readonly Award[] | null) => void }) {
  const t = useText()
  const client = useLab()
  const packs = usePacks()
  const held = useLabDoc(lab)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the document is there or refused
  useEffect(() => {
    if (held.state === 'refused') onRead(null)
    if (held.state !== 'open') return
    const leaving = new AbortController()
    const { signal } = leaving
    const reader = labReaderOf(held.doc, lab)
    Promise.all([client.lab.overview({ lab }, { signal }), client.jury.list({ lab }, { signal })]).then(
      ([{ innovations }, cards]) => {
        if (signal.aborted) return
        const whole = reader.lab()
        const facts = {
          lab: whole,
          innovations,
          stages: methodOf(packs, whole.method)?.stages ?? [],
          sessions: reader.sessions(),
          today: localDay(nowIso(), whole.timeZone),
          awards: awardsOfCards(cards),
        }
        const name = t('rewards.labName', { region: regionName(whole, t), year: whole.year, jilid: whole.jilid })
        onRead(awardsIn({ name, year: whole.year, units: whole.units }, { rewards: reader.rewards(), cards, facts }))
      },
      () => signal.aborted || onRead(null),
    )
    return () => leaving.abort()
  }, [held.state])
  return null
}
