import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowLeft, IconMapPin, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import type { SessionId } from '#shared/model/ids.ts'
import type { Session } from '#shared/model/session.ts'
import { clockText, whenText } from '#shared/rules/schedule-text.ts'
import { minutesPastEnd, overlapping, sessionEnd } from '#shared/rules/session-plan.ts'
import { sessionState, type TurnCounts } from '#shared/rules/session-time.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { go, places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { useSession, useSessions, useTurnCounts } from '../../lab/use-sessions.ts'
import { EmptyState, PageTitle, Segmented, StageTag, StatusChip } from '../../parts/index.ts'
import { Agenda } from './plan/agenda.tsx'
import { Facts } from './plan/facts.tsx'
import css from './plan/plan.module.css'
import { Share } from './plan/share.tsx'
import { useMakeLike } from './plan/use-make-like.ts'
import { lengthWords } from './plan/words.ts'
import { AttendancePanel, NotesPanel, PhotosPanel } from './record/panels.tsx'

type Tab = 'plan' | 'attendance' | 'notes' | 'photos'

/** One session before and after it takes place: its plan, and what was recorded. */
export function PlanPage({ session }: { readonly session: SessionId }) {
  const t = useText()
  const { id } = useOpenLab()
  const found = useSession(session)
  usePageTitle(found?.title ?? t('plan.title'))
  if (found !== null) return <Found key={session} session={found} />
  return (
    <div className={css.page}>
      <EmptyState
        title={t('plan.gone')}
        text={t('plan.goneText')}
        acts={
          <Button component="a" href={places.sessions(id)}>
            {t('plan.back')}
          </Button>
        }
      />
    </div>
  )
}

function Found({ session }: { readonly session: Session }) {
  const t = useText()
  const { id } = useOpenLab()
  const counts = useTurnCounts()
  const [tab, setTab] = useState<Tab>('plan')
  const tabs = [
    { value: 'plan', label: t('plan.tabPlan') },
    { value: 'attendance', label: t('plan.tabAttendance') },
    { value: 'notes', label: t('plan.tabNotes') },
    { value: 'photos', label: t('plan.tabPhotos') },
  ] as const
  return (
    <div className={css.page}>
      <a className={css.back} href={places.sessions(id)}>
        <IconArrowLeft size={15} stroke={1.75} aria-hidden />
        {t('plan.back')}
      </a>
      <PageTitle
        title={session.title || t('session.untitled')}
        lead={<Lead session={session} counts={counts} />}
        side={<MainAct session={session} />}
      />
      {!session.template && (
        <div>
          <Segmented<Tab> label={t('plan.tabs')} value={tab} segments={tabs} onChange={setTab} />
        </div>
      )}
      {tab === 'plan' && (
        <div className={css.columns}>
          <div className={css.main}>
            <Warnings session={session} counts={counts} />
            <Agenda session={session} counts={counts} />
          </div>
          <aside className={css.side} data-region="panel" tabIndex={-1}>
            <Facts session={session} />
            <Share session={session} counts={counts} />
          </aside>
        </div>
      )}
      {tab === 'attendance' && <AttendancePanel session={session} />}
      {tab === 'notes' && <NotesPanel session={session} />}
      {tab === 'photos' && <PhotosPanel session={session} />}
    </div>
  )
}

function Lead({ session, counts }: { readonly session: Session; readonly counts: TurnCounts }) {
  const t = useText()
  const language = useLanguage()
  const { stages } = useOpenLab()
  const stage = stages.find(({ key }) => key === session.stage)
  const state = sessionState(session)
  return (
    <span className={css.lead}>
      {stage && <StageTag stage={stage.key} label={stage.label} />}
      {state === 'pola' && <StatusChip>{t('plan.template')}</StatusChip>}
      {state === 'selesai' && <StatusChip tone="ok">{t('plan.done')}</StatusChip>}
      {state === 'berjalan' && <StatusChip tone="act">{t('plan.running')}</StatusChip>}
      {/* A template has hours but no day. */}
      <span>{whenText(session.template ? { ...session, date: '' } : session, language, counts)}</span>
      {session.place !== '' && (
        <span>
          <IconMapPin size={16} stroke={1.75} aria-hidden />
          {session.place}
        </span>
      )}
    </span>
  )
}

function MainAct({ session }: { readonly session: Session }) {
  const t = useText()
  const { id, readOnly } = useOpenLab()
  const makeLike = useMakeLike()
  const state = sessionState(session)
  const icon = <IconPlayerPlay size={16} stroke={1.75} aria-hidden />
  if (state === 'pola')
    return readOnly ? null : <Button onClick={() => go(places.session(id, makeLike(session)))}>{t('plan.useTemplate')}</Button>
  if (state === 'selesai')
    return (
      <Button component="a" variant="default" href={places.run(id, session.id)}>
        {t('plan.open')}
      </Button>
    )
  return (
    <Button component="a" href={places.run(id, session.id)} leftSection={icon}>
      {t(state === 'berjalan' ? 'plan.resume' : 'plan.open')}
    </Button>
  )
}

function Warnings({ session, counts }: { readonly session: Session; readonly counts: TurnCounts }) {
  const t = useText()
  const language = useLanguage()
  const others = overlapping(session, useSessions(), counts)
  const past = session.template ? 0 : minutesPastEnd(session, counts)
  const lines = [
    ...(past > 0 ? [t('plan.pastEnd', { time: lengthWords(past, t), end: clockText(sessionEnd(session, counts), language) })] : []),
    ...(others.length > 0 ? [t('plan.overlap', { names: others.map(({ title }) => title).join(', ') })] : []),
  ]
  return (
    <div role="status" className={css.alerts}>
      {lines.map((line) => (
        <p key={line} className={css.warn}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          {line}
        </p>
      ))}
    </div>
  )
}
