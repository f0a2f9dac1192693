import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { StageKey } from '#shared/model/pack.ts'
import { localDay } from '#shared/rules/dates.ts'
import { groupSessions, nextSession } from '#shared/rules/session-plan.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { useSessions, useTurnCounts } from '../../lab/use-sessions.ts'
import { EmptyState, PageTitle, Panel, StageDot } from '../../parts/index.ts'
import { useNow } from '../../state/clock.ts'
import { useSought } from '../../state/sought.ts'
import { MakeSession } from './plan/make-session.tsx'
import { NextSession, SessionList } from './plan/session-list.tsx'
import css from './plan/sessions.module.css'

const minute = 60_000

/** All sessions of the lab by time, the next one first, and where new ones are made. */
export function SessionsPage() {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  usePageTitle(t('session.title'), regionName(lab, t))
  const today = localDay(new Date(useNow(minute)).toISOString(), lab.timeZone)
  const counts = useTurnCounts()
  const sessions = useSessions().map((session) => ({ ...session, state: sessionState(session) }))
  const [stage, setStage] = useState<StageKey | null>(null)
  const [making, setMaking] = useState<{ readonly stage: StageKey | null } | null>(null)
  useSought(['make_session'], (sought) => setMaking({ stage: sought.stage }))
  const shown = sessions.filter((one) => stage === null || one.stage === stage)
  const groups = groupSessions(shown, today)
  const next = nextSession(groups.coming, today)
  const rest = groups.coming.filter(({ id }) => id !== next?.id)
  const all = groupSessions(sessions, today)
  const make = (
    // The next session has the main act of the page.
    <Button
      variant={next ? 'default' : 'filled'}
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      onClick={() => setMaking({ stage })}
    >
      {t('session.make')}
    </Button>
  )
  return (
    <div className={css.page}>
      <PageTitle
        title={t('session.title')}
        lead={sessions.length === 0 ? undefined : t('session.lead', { coming: all.coming.length, past: all.past.length })}
        side={making || readOnly || sessions.length === 0 ? undefined : make}
      />
      {making && !readOnly && <MakeSession key={making.stage} given={making.stage} onClose={() => setMaking(null)} />}
      {sessions.length === 0 && !making && (
        <Panel>
          <EmptyState title={t('session.emptyTitle')} text={t('session.emptyText')} acts={readOnly ? undefined : make} />
        </Panel>
      )}
      {sessions.length > 0 && (
        <>
          <StageFilter stage={stage} onChange={setStage} />
          {shown.length === 0 && <p className={css.soft}>{t('session.noneOfStage')}</p>}
          {next && <NextSession session={next} counts={counts} today={today} quiet={making !== null} />}
          <SessionList title={t('session.coming')} sessions={rest} counts={counts} today={today} />
          <SessionList title={t('session.past')} sessions={groups.past} counts={counts} today={today} />
          <SessionList
            title={t('session.templates')}
            note={t('session.templatesNote')}
            sessions={groups.templates}
            counts={counts}
            today={today}
          />
        </>
      )}
    </div>
  )
}

function StageFilter({ stage, onChange }: { readonly stage: StageKey | null; readonly onChange: (stage: StageKey | null) => void }) {
  const t = useText()
  const { stages } = useOpenLab()
  return (
    <fieldset className={css.filter} aria-label={t('session.filter')}>
      <button type="button" aria-pressed={stage === null} onClick={() => onChange(null)}>
        {t('session.allStages')}
      </button>
      {stages.map(({ key, label }) => (
        <button key={key} type="button" aria-pressed={stage === key} onClick={() => onChange(stage === key ? null : key)}>
          <StageDot stage={key} state={stage === key ? 'sekarang' : 'belum'} />
          {label}
        </button>
      ))}
    </fieldset>
  )
}
