/** Sessions as rows, and the one that comes next. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconCalendarEvent, IconClock, IconDots, IconMapPin, IconPlayerPlay } from '@tabler/icons-react'
import type { Session } from '#shared/model/session.ts'
import { formatLongDay, formatShortDay, weekdayName } from '#shared/rules/dates.ts'
import { awayText, clockText, whenText } from '#shared/rules/schedule-text.ts'
import { sessionEnd } from '#shared/rules/session-plan.ts'
import { sessionMinutes, sessionState, type TurnCounts } from '#shared/rules/session-time.ts'
import { go, places } from '../../../app/places.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { Panel, StageTag, StatusChip } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import { dropSession, keepAsTemplate } from './edits.ts'
import css from './sessions.module.css'
import { useMakeLike } from './use-make-like.ts'
import { activities, lengthWords } from './words.ts'

type One = { readonly session: Session; readonly counts: TurnCounts; readonly today: string }

/** @param quiet another act is the main one just now */
export function NextSession({ session, counts, today, quiet }: One & { readonly quiet: boolean }) {
  const t = useText()
  const language = useLanguage()
  const { id, stages } = useOpenLab()
  const running = sessionState(session) === 'berjalan'
  const stage = stages.find(({ key }) => key === session.stage)
  const away = awayText(session.date, today, language)
  const end = sessionEnd(session, counts)
  return (
    <Panel className={css.next} label={t('session.next')}>
      <div className={css.nextWords}>
        <p className={css.nextKind}>{running ? t('session.running') : away === '' ? t('session.next') : `${t('session.next')}, ${away}`}</p>
        <h2>{session.title || t('session.untitled')}</h2>
        <ul>
          {stage && (
            <li>
              <StageTag stage={stage.key} label={stage.label} />
            </li>
          )}
          {session.date !== '' && (
            <li>
              <IconCalendarEvent size={16} stroke={1.75} aria-hidden />
              {formatLongDay(session.date, language)}
            </li>
          )}
          {end !== '' && (
            <li>
              <IconClock size={16} stroke={1.75} aria-hidden />
              {clockText(session.start, language)}–{clockText(end, language)} {session.timeZone}
            </li>
          )}
          {session.place !== '' && (
            <li>
              <IconMapPin size={16} stroke={1.75} aria-hidden />
              {session.place}
            </li>
          )}
        </ul>
      </div>
      <div className={css.acts}>
        <Button
          component="a"
          variant={quiet ? 'default' : 'filled'}
          href={places.run(id, session.id)}
          leftSection={<IconPlayerPlay size={16} stroke={1.75} aria-hidden />}
        >
          {t(running ? 'session.resume' : 'session.open')}
        </Button>
        <Button component="a" variant="default" href={places.session(id, session.id)}>
          {t('session.seePlan')}
        </Button>
      </div>
    </Panel>
  )
}

type ListProps = { readonly title: string; readonly note?: string; readonly empty?: string; readonly sessions: readonly Session[] } & Omit<
  One,
  'session'
>

export function SessionList({ title, note, empty, sessions, counts, today }: ListProps) {
  if (sessions.length === 0 && empty === undefined) return null
  return (
    <Panel title={title} note={note ?? (sessions.length > 0 ? sessions.length : undefined)}>
      {sessions.length === 0 && <p className={css.soft}>{empty}</p>}
      <ul className={css.list}>
        {sessions.map((session) => (
          <Row key={session.id} session={session} counts={counts} today={today} />
        ))}
      </ul>
    </Panel>
  )
}

function Row({ session, counts, today }: One) {
  const t = useText()
  const language = useLanguage()
  const { id, stages, readOnly } = useOpenLab()
  const stage = stages.find(({ key }) => key === session.stage)
  const name = session.title || t('session.untitled')
  const more = [
    session.template || session.start === '' ? '' : whenText({ ...session, date: '' }, language, counts),
    session.place,
    t('session.blocks', { n: activities(session) }),
    lengthWords(sessionMinutes(session, counts), t),
  ].filter((part) => part !== '')
  return (
    <li>
      <span className={css.when}>
        {session.template ? null : session.date === '' ? (
          t('session.noDay')
        ) : (
          <>
            <b>{formatShortDay(session.date, language)}</b>
            <small>{weekdayName(session.date, language)}</small>
          </>
        )}
      </span>
      <span className={css.who}>
        <a href={places.session(id, session.id)}>{name}</a>
        <small>{more.join(', ')}</small>
      </span>
      <span className={css.marks}>
        {stage && <StageTag stage={stage.key} label={stage.label} />}
        <State session={session} today={today} />
      </span>
      {!readOnly && <RowMenu session={session} name={name} />}
    </li>
  )
}

function State({ session, today }: Pick<One, 'session' | 'today'>) {
  const t = useText()
  const language = useLanguage()
  const state = sessionState(session)
  if (state === 'selesai')
    return (
      <StatusChip tone="ok">
        {t('session.present', { n: Object.values(session.attendance).filter((one) => one.state === 'hadir').length })}
      </StatusChip>
    )
  if (state === 'berjalan') return <StatusChip tone="act">{t('session.running')}</StatusChip>
  if (state === 'rencana' && session.date !== '' && session.date < today) return <StatusChip tone="warn">{t('session.notHeld')}</StatusChip>
  const away = state === 'rencana' ? awayText(session.date, today, language) : ''
  return away === '' ? null : <StatusChip>{away}</StatusChip>
}

function RowMenu({ session, name }: { readonly session: Session; readonly name: string }) {
  const t = useText()
  const { id, doc } = useOpenLab()
  const makeLike = useMakeLike()
  const keep = () => {
    const made = keepAsTemplate(doc, session)
    if (made !== undefined) notify.undoable(t('session.kept', { name }), () => void dropSession(doc, made))
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('session.more', { name })}>
          <IconDots size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => go(places.session(id, makeLike(session)))}>
          {t(session.template ? 'session.useTemplate' : 'session.duplicate')}
        </Menu.Item>
        {!session.template && <Menu.Item onClick={keep}>{t('session.keep')}</Menu.Item>}
        <Menu.Divider />
        <Menu.Item
          onClick={() =>
            notify.undoable(t(session.template ? 'session.removedTemplate' : 'session.removed', { name }), dropSession(doc, session.id))
          }
        >
          {t('session.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
