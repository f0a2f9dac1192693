import { IconLayoutBoard } from '@tabler/icons-react'
import type { AgendaBlock, StageDef } from '#shared/model/pack.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { type Say, useBoth, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip } from '../../parts/index.ts'
import own from './stage.module.css'

type Counts = { readonly units: number; readonly innovations: number }

/** Minutes a block takes in this lab; something done for each unit takes at least one turn. */
export function minutesOf(block: AgendaBlock, { units, innovations }: Counts): number {
  const times = block.per === 'unit' ? units : block.per === 'innovation' ? innovations : 1
  return block.minutes * Math.max(1, times)
}

const inHours = (minutes: number, t: Say): string => {
  const h = Math.floor(minutes / 60)
  const m = minutes % 60
  return h === 0 ? t('lab.minutes', { n: m }) : m === 0 ? t('lab.hoursOnly', { h }) : t('lab.hours', { h, m })
}

/** What happens on which day, how long, and what the facilitator says. */
export function Agenda({ stage, units, innovations }: { readonly stage: StageDef } & Counts) {
  const t = useText()
  const say = useBoth()
  const { method } = useOpenLab()
  const days = [...new Set(stage.agenda.map((block) => block.day))]
  const total = stage.agenda.reduce((sum, block) => sum + minutesOf(block, { units, innovations }), 0)
  return (
    <Panel title={t('lab.agenda')} note={t('lab.agendaTotal', { n: stage.agenda.length, hours: inHours(total, t) })}>
      {days.map((day) => (
        <section key={day} className={own.day}>
          {days.length > 1 && <h3>{t('lab.day', { n: day })}</h3>}
          <ol>
            {stage.agenda
              .filter((block) => block.day === day)
              .map((block) => (
                <Block key={block.key} block={block} units={units} innovations={innovations} />
              ))}
          </ol>
        </section>
      ))}
      {method && <p className={own.source}>{t('lab.source', { source: say(method.agendaSource) })}</p>}
    </Panel>
  )
}

function Block({ block, units, innovations }: { readonly block: AgendaBlock } & Counts) {
  const t = useText()
  const say = useBoth()
  const packs = usePacks()
  const canvas = block.canvas === undefined ? undefined : canvasOf(packs, block.canvas)
  const times =
    block.per === 'unit' && units > 1
      ? t('lab.perUnit', { n: block.minutes, of: units })
      : block.per === 'innovation' && innovations > 1
        ? t('lab.perInnovation', { n: block.minutes, of: innovations })
        : t('lab.minutes', { n: block.minutes })
  return (
    <li>
      <details>
        <summary>
          <b>{say(block.label)}</b>
          {canvas && <StatusChip icon={IconLayoutBoard}>{say(canvas.title)}</StatusChip>}
          <time>{times}</time>
        </summary>
        <p>{say(block.script)}</p>
      </details>
    </li>
  )
}
