/** When things happen at a stage: its sessions, and by when every innovation should have come through. */

import { readRun } from '#shared/doc/sessions.ts'
import type { Milestone } from '#shared/model/lab.ts'
import type { SessionHead } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { daysBetween, formatDay, formatShortDay, formatTime } from '#shared/rules/dates.ts'
import { isThrough } from '#shared/rules/milestones.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import { places } from '../../app/places.ts'
import { type Say, useLanguage, useText } from '../../app/text.ts'
import { useLive } from '../../collab/use-live.ts'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { useSessionHeads } from '../../lab/use-sessions.ts'
import { Panel, StatusChip } from '../../parts/index.ts'
import css from './lab.module.css'
import own from './stage.module.css'
import { Behind, useToday } from './stage-counts.tsx'

export function Sessions({ here }: { readonly here: LabStage }) {
  const t = useText()
  const heads = useSessionHeads().filter((head) => head.stage === here.key && !head.template)
  return (
    <Panel title={t('stage.sessions')} note={heads.length > 0 ? heads.length : undefined}>
      {heads.length === 0 && <p className={css.quiet}>{t('stage.sessionsNone')}</p>}
      <ul className={own.lines}>
        {heads.map((head) => (
          <OneSession key={head.id} head={head} />
        ))}
      </ul>
    </Panel>
  )
}

const tones = { rencana: 'plain', berjalan: 'act', selesai: 'ok', pola: 'plain' } as const

function OneSession({ head }: { readonly head: SessionHead }) {
  const t = useText()
  const language = useLanguage()
  const { id, doc } = useOpenLab()
  const state = useLive(doc, (all) => sessionState({ template: head.template, run: readRun(all, head.id) }), [head])
  const when = [
    head.date === '' ? t('stage.noDay') : formatShortDay(head.date, language),
    head.start === '' ? '' : formatTime(head.start, language, head.timeZone),
    head.place,
  ]
  return (
    <li>
      <span className={own.session}>
        <a href={state === 'berjalan' ? places.run(id, head.id) : places.session(id, head.id)}>
          {head.title.trim() || t('stage.untitled')}
        </a>
        <StatusChip tone={tones[state]}>{t(`stage.state_${state}`)}</StatusChip>
      </span>
      <small>{when.filter((part) => part !== '').join(', ')}</small>
    </li>
  )
}

export function Deadlines({ here, innovations }: { readonly here: LabStage; readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const { id, lab, readOnly } = useOpenLab()
  const milestones: readonly Milestone[] = here.key === 'deliver' ? ['launching', 'monitoring'] : [here.key]
  const set = milestones.filter((milestone) => (lab.deadlines[milestone] ?? '') !== '')
  return (
    <Panel title={t('stage.deadline')}>
      {set.length === 0 && (
        <p className={css.quiet}>
          {t('stage.noDeadline')} {!readOnly && <a href={places.labSettings(id)}>{t('stage.setDeadline')}</a>}
        </p>
      )}
      {set.map((milestone) => (
        <OneDeadline
          key={milestone}
          milestone={milestone}
          label={here.label}
          day={lab.deadlines[milestone] ?? ''}
          innovations={innovations}
        />
      ))}
    </Panel>
  )
}

/** Deliver has two deadlines, one for each of its parts (domain.md 1.2). */
const parts = {
  launching: { head: 'stage.deadlineLaunching', word: 'stage.launching' },
  monitoring: { head: 'stage.deadlineMonitoring', word: 'stage.monitoring' },
} as const

function OneDeadline(props: {
  readonly milestone: Milestone
  readonly label: string
  readonly day: string
  readonly innovations: readonly InnovationSummary[]
}) {
  const { milestone, label, day, innovations } = props
  const t = useText()
  const language = useLanguage()
  const { stages } = useOpenLab()
  const days = daysBetween(useToday(), day)
  const defs = stages.map(({ def }) => def)
  const past = days !== null && days < 0
  const late = past ? innovations.filter((one) => !isThrough(one, milestone, defs)) : []
  const part = milestone === 'launching' || milestone === 'monitoring' ? parts[milestone] : null
  return (
    <div className={own.deadline}>
      {part !== null && <small>{t(part.head)}</small>}
      <p>
        <b>{formatDay(day, language)}</b>
        {days !== null && <span>{farWords(days, t)}</span>}
      </p>
      {late.length > 0 && (
        <Behind title={t('stage.lateTitle', { what: part === null ? label : t(part.word) })} innovations={late}>
          <span className={own.late}>{t(late.length === 1 ? 'stage.late_1' : 'stage.late', { n: late.length })}</span>
        </Behind>
      )}
    </div>
  )
}

function farWords(days: number, t: Say): string {
  if (days === 0) return t('stage.today')
  if (days > 0) return t(days === 1 ? 'stage.left_1' : 'stage.left', { n: days })
  return t(days === -1 ? 'stage.past_1' : 'stage.past', { n: -days })
}
