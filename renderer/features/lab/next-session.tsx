/** What comes next in the lab: its next meeting with a way into it, else the stage to go on with. */
import { Button } from '@mantine/core'
import { IconArrowRight, IconCalendarEvent, IconMapPin, IconPlayerPlay } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { readRun } from '#shared/doc/sessions.ts'
import { daysBetween, formatLongDay, formatTime } from '#shared/rules/dates.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import { places } from '../../app/places.ts'
import { type Say, useBoth, useLanguage, useText } from '../../app/text.ts'
import { labReaderOf } from '../../collab/lab-readers.ts'
import { useLive } from '../../collab/use-live.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StageTag, StatusChip } from '../../parts/index.ts'
import css from './lab.module.css'
import { type NextSession, nextOf } from './next-of.ts'
import own from './next-session.module.css'

export function useNextSession(today: string): NextSession | null {
  const { id, doc } = useOpenLab()
  return useLive(
    doc,
    (all) =>
      nextOf(
        labReaderOf(all, id)
          .heads()
          .map((head) => ({ head, state: sessionState({ template: head.template, run: readRun(all, head.id) }) })),
        today,
      ),
    [id, today],
  )
}

function whenWords({ head, state }: NextSession, today: string, t: Say): string {
  if (state === 'berjalan') return t('lab.sessionRuns')
  const days = head.date === '' ? null : daysBetween(today, head.date)
  if (days === null) return t('lab.sessionNoDay')
  return days === 0 ? t('lab.today') : days === 1 ? t('lab.tomorrow') : t('lab.inDays', { n: days })
}

export function NextPanel({
  next,
  today,
  quiet,
  extra,
}: {
  readonly next: NextSession | null
  readonly today: string
  /** The main act of the page is elsewhere. */
  readonly quiet: boolean
  readonly extra?: ReactNode
}) {
  const t = useText()
  return (
    <Panel label={t('lab.nextAct')}>
      {next === null ? (
        <StageAct main={quiet ? 'light' : 'filled'} extra={extra} />
      ) : (
        <SessionAct next={next} today={today} extra={extra} />
      )}
      <Links />
    </Panel>
  )
}

function SessionAct({ next, today, extra }: { readonly next: NextSession; readonly today: string; readonly extra: ReactNode }) {
  const t = useText()
  const language = useLanguage()
  const { id, stages, readOnly } = useOpenLab()
  const { head, state } = next
  const stage = stages.find(({ key }) => key === head.stage)
  const day = head.date === '' ? '' : formatLongDay(head.date, language)
  const time = head.start === '' ? '' : formatTime(head.start, language, head.timeZone)
  const when = [day, time].filter((part) => part !== '').join(', ')
  return (
    <>
      <div className={own.sessionHead}>
        {stage && <StageTag stage={stage.key} label={stage.label} />}
        {state === 'berjalan' ? <StatusChip tone="act">{whenWords(next, today, t)}</StatusChip> : <span>{whenWords(next, today, t)}</span>}
      </div>
      <h2 className={own.sessionTitle}>{head.title || t('lab.sessionUntitled')}</h2>
      {when !== '' && (
        <p className={own.sessionFact}>
          <IconCalendarEvent size={18} stroke={1.75} aria-hidden />
          {when}
        </p>
      )}
      {head.place !== '' && (
        <p className={own.sessionFact}>
          <IconMapPin size={18} stroke={1.75} aria-hidden />
          {head.place}
        </p>
      )}
      <div className={css.acts}>
        <Button
          component="a"
          href={readOnly ? places.session(id, head.id) : places.run(id, head.id)}
          leftSection={<IconPlayerPlay size={16} stroke={1.75} aria-hidden />}
        >
          {t('lab.openSession')}
        </Button>
        {extra}
      </div>
      <StageAct />
    </>
  )
}

function StageAct({ main, extra }: { readonly main?: 'filled' | 'light'; readonly extra?: ReactNode }) {
  const t = useText()
  const say = useBoth()
  const { id, lab, stages } = useOpenLab()
  const now = stages.find(({ key }) => key === lab.stage)
  if (now === undefined) return <div className={css.acts}>{extra}</div>
  if (main === undefined) {
    return (
      <a className={own.plainLink} href={places.stage(id, now.key)}>
        {t('lab.continueStage', { stage: now.label })}
      </a>
    )
  }
  return (
    <>
      <StageTag stage={now.key} label={now.label} />
      <p className={own.purpose}>{say(now.def.purpose)}</p>
      <div className={css.acts}>
        <Button
          component="a"
          variant={main}
          href={places.stage(id, now.key)}
          rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
        >
          {t('lab.continueStage', { stage: now.label })}
        </Button>
        {extra}
      </div>
    </>
  )
}

function Links() {
  const t = useText()
  const { id } = useOpenLab()
  const links = [
    [places.monitor(id), 'lab.toMonitor'],
    [places.index(id), 'index.title'],
    [places.rewards(id), 'lab.toRewards'],
    [places.labSettings(id), 'lab.identity'],
  ] as const
  return (
    <ul className={own.links}>
      {links.map(([href, key]) => (
        <li key={href}>
          <a href={href}>{t(key)}</a>
        </li>
      ))}
    </ul>
  )
}
