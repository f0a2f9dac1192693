/** What the hall sees. Drawn without the frame; shows no name of a person or a late team and no number of anybody. */

import { IconCheck } from '@tabler/icons-react'
import { type CSSProperties, Fragment, useEffect } from 'react'
import type { Session } from '#shared/model/session.ts'
import { formatLongDay, formatMoment, formatTime } from '#shared/rules/dates.ts'
import { usePageTitle } from '../app/page-title.ts'
import { useLanguage, useText } from '../app/text.ts'
import { useOverview } from '../lab/lab-context.tsx'
import { useOpenLab } from '../lab/open-lab.tsx'
import { regionName } from '../lab/region-name.ts'
import { stationState } from '../lab/stations.ts'
import { useSessions } from '../lab/use-sessions.ts'
import { stageColors, stageNumber } from '../parts/index.ts'
import { useNow } from '../state/clock.ts'
import { hallHeight, hallWidth, useHallScale } from './fit.ts'
import { hallOf } from './hall.ts'
import css from './projector.module.css'
import { HallRunning } from './running.tsx'

const none: readonly never[] = []

export function ProjectorPage() {
  const t = useText()
  const { id, lab } = useOpenLab()
  usePageTitle(t('projector.title'), regionName(lab, t))
  useProjectorTheme()
  useClosing()
  const scale = useHallScale()
  const sessions = useSessions()
  const asked = useOverview(id)
  const now = useNow(15_000)
  const hall = hallOf(sessions, now)
  const running = hall.state === 'running' ? hall.session : null
  return (
    <main className={css.screen}>
      <div
        className={css.hall}
        style={{ width: hallWidth, height: hallHeight, '--k': scale } as CSSProperties /* the last is a custom property */}
      >
        <Head stage={running?.stage ?? lab.stage} />
        {hall.state === 'running' ? (
          <HallRunning session={hall.session} innovations={asked.state === 'ready' ? asked.value.innovations : none} />
        ) : hall.state === 'thanks' ? (
          <Thanks session={hall.session} />
        ) : (
          <Waiting session={hall.session} />
        )}
      </div>
    </main>
  )
}

/** Not undone while the page is shown, whatever the person at the laptop chooses for himself. */
function useProjectorTheme(): void {
  useEffect(() => {
    const root = document.documentElement
    const before = root.dataset.theme
    root.dataset.theme = 'projector'
    return () => {
      if (before === undefined) delete root.dataset.theme
      else root.dataset.theme = before
    }
  }, [])
}

/** A tab that another page opened closes with Escape; one that somebody opened by hand stays. */
function useClosing(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      if (document.fullscreenElement !== null) void document.exitFullscreen()
      else if (window.opener !== null) window.close()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  // A browser shows a whole screen only after a press.
  useEffect(() => {
    const full = () => void document.documentElement.requestFullscreen?.().catch(() => undefined)
    window.addEventListener('dblclick', full)
    return () => window.removeEventListener('dblclick', full)
  }, [])
}

function Head({ stage }: { readonly stage: Session['stage'] }) {
  const t = useText()
  const { lab, stages } = useOpenLab()
  const at = stages.findIndex(({ key }) => key === stage)
  return (
    <header className={css.head}>
      <p>
        <b>{t('projector.lab', { region: regionName(lab, t) })}</b> {t('projector.volume', { n: lab.jilid })}
      </p>
      <ol className={css.river} aria-label={t('projector.stages')}>
        {stages.map(({ key, label }, place) => {
          const state = stationState(place, at)
          return (
            <Fragment key={key}>
              {place > 0 && <li aria-hidden="true" className={css.water} />}
              <li data-state={state} style={stageColors(key)} aria-current={state === 'sekarang' ? 'step' : undefined}>
                <i>{state === 'selesai' ? <IconCheck size={28} stroke={3} aria-hidden /> : stageNumber(key)}</i>
                {state === 'sekarang' ? <span>{label}</span> : <span className={css.unseen}>{label}</span>}
              </li>
            </Fragment>
          )
        })}
      </ol>
    </header>
  )
}

function useClock(zone: Session['timeZone']): string {
  const language = useLanguage()
  return formatMoment(new Date(useNow(1000)).toISOString(), language, zone)
}

function Waiting({ session }: { readonly session: Session | null }) {
  const t = useText()
  const language = useLanguage()
  const { lab } = useOpenLab()
  const clock = useClock(lab.timeZone)
  const when =
    session === null
      ? ''
      : [
          session.date === '' ? '' : formatLongDay(session.date, language),
          session.start === '' ? '' : formatTime(session.start, language, session.timeZone),
        ]
          .filter((one) => one !== '')
          .join(', ')
  return (
    <section className={css.calm}>
      <p className={css.kind}>{session === null ? t('projector.welcome') : t('projector.nextSession')}</p>
      <h1>{session === null ? t('projector.noNext') : session.title}</h1>
      {when !== '' && <p className={css.big}>{when}</p>}
      {session !== null && session.place !== '' && <p className={css.big}>{session.place}</p>}
      <p className={css.calmClock}>{clock}</p>
    </section>
  )
}

function Thanks({ session }: { readonly session: Session }) {
  const t = useText()
  const { lab } = useOpenLab()
  const clock = useClock(lab.timeZone)
  return (
    <section className={css.calm}>
      <p className={css.kind}>{session.title}</p>
      <h1>{t('projector.thanks')}</h1>
      <p className={css.big}>{t('projector.thanksText')}</p>
      <p className={css.calmClock}>{clock}</p>
    </section>
  )
}
