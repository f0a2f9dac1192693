import { Button } from '@mantine/core'
import { IconArrowRight, IconCalendarEvent, IconClock, IconMapPin, IconPlayerPlayFilled } from '@tabler/icons-react'
import type { LabCard } from '#shared/api/contract.ts'
import type { SessionSummary } from '#shared/model/summary.ts'
import { formatLongDay } from '#shared/rules/dates.ts'
import { stageLabel } from '#shared/rules/packs.ts'
import { awayText, clockText } from '#shared/rules/schedule-text.ts'
import { clockAfter } from '#shared/rules/session-time.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useMethod } from '../../lab/lab-context.tsx'
import { regionName } from '../../lab/region-name.ts'
import css from './home.module.css'
import { useNextSession } from './next-session.ts'

/** The lab to go on with, and its next act: the session that comes, or the stage. The only place with the tumpal border. */
export function Hero({ lab }: { readonly lab: LabCard }) {
  const next = useNextSession(lab)
  return next === undefined ? <StageHero lab={lab} /> : <SessionHero lab={lab} session={next.session} today={next.today} />
}

function StageHero({ lab }: { readonly lab: LabCard }) {
  const t = useText()
  const language = useLanguage()
  const method = useMethod(lab.method)
  return (
    <section className={css.hero} aria-label={t('home.lastOpened')}>
      <Tumpal />
      <p className={css.heroKind}>{t('home.lastOpened')}</p>
      <h2>{regionName(lab, t)}</h2>
      <p className={css.heroLead}>{t('home.volume', { jilid: lab.jilid, year: lab.year })}</p>
      {lab.theme !== '' && <p className={css.heroTheme}>{lab.theme}</p>}
      <div className={css.heroActs}>
        {method && (
          <Button
            component="a"
            href={places.stage(lab.id, lab.stage)}
            size="md"
            className={css.heroMain}
            rightSection={<IconArrowRight size={18} stroke={1.75} aria-hidden />}
          >
            {t('home.continueStage', { stage: stageLabel(method, lab.stage, language) })}
          </Button>
        )}
        <Overview lab={lab} />
      </div>
    </section>
  )
}

type Next = { readonly lab: LabCard; readonly session: SessionSummary; readonly today: string }

function SessionHero({ lab, session, today }: Next) {
  const t = useText()
  const language = useLanguage()
  const running = session.state === 'berjalan'
  const away = awayText(session.date, today, language)
  const kind = running ? t('session.running') : away === '' ? t('session.next') : `${t('session.next')}, ${away}`
  const end = clockAfter(session.start, session.minutes)
  return (
    <section className={css.hero} aria-label={t('session.next')}>
      <Tumpal />
      <p className={css.heroKind}>{kind}</p>
      <h2>{session.title || t('session.untitled')}</h2>
      <p className={css.heroLead}>
        {regionName(lab, t)}, {t('home.volume', { jilid: lab.jilid, year: lab.year })}
      </p>
      <ul className={css.heroFacts}>
        {session.date !== '' && (
          <li>
            <IconCalendarEvent size={18} stroke={1.75} aria-hidden />
            {formatLongDay(session.date, language)}
          </li>
        )}
        {end !== '' && (
          <li>
            <IconClock size={18} stroke={1.75} aria-hidden />
            {clockText(session.start, language)}–{clockText(end, language)} {session.timeZone}
          </li>
        )}
        {session.place !== '' && (
          <li>
            <IconMapPin size={18} stroke={1.75} aria-hidden />
            {session.place}
          </li>
        )}
      </ul>
      <div className={css.heroActs}>
        <Button
          component="a"
          href={places.run(lab.id, session.id)}
          size="md"
          className={css.heroMain}
          leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
        >
          {t(running ? 'session.resume' : 'session.open')}
        </Button>
        <Button component="a" href={places.session(lab.id, session.id)} size="md" className={css.heroOther}>
          {t('session.seePlan')}
        </Button>
        <Overview lab={lab} />
      </div>
    </section>
  )
}

function Overview({ lab }: { readonly lab: LabCard }) {
  const t = useText()
  return (
    <Button component="a" href={places.lab(lab.id)} size="md" className={css.heroOther}>
      {t('home.openOverview')}
    </Button>
  )
}

const rows = [0, 34, 68, 102, 136, 170] as const

/** Pucuk rebung: a row of triangles with a gold thread. */
function Tumpal() {
  return (
    <svg className={css.tumpal} viewBox="0 0 122 204" preserveAspectRatio="none" aria-hidden="true">
      {rows.map((y) => (
        <g key={y} transform={`translate(0 ${y})`}>
          <path d="M100 0v34L14 17z" fill="#31417F" />
          <path d="M100 5.5v23L36 17z" fill="#1C2858" />
          <path d="M100 9.5v15L58 17z" fill="#7488CF" />
          <path d="M82 17l5-4 5 4-5 4z" fill="#1C2858" />
          {y > 0 && (
            <>
              <path d="M22 0l5.500-5.500 5.500 5.500-5.500 5.500z" fill="#D9AE46" />
              <path d="M42 0l3-3 3 3-3 3z" fill="#7488CF" />
            </>
          )}
        </g>
      ))}
      <path d="M102.500 0v204" stroke="#D9AE46" strokeWidth="1.500" />
      <path d="M108 0v204" stroke="#D9AE46" strokeWidth="1.500" />
      <path d="M115.500 0v204" stroke="#7488CF" strokeWidth="3" strokeDasharray="8 5" />
    </svg>
  )
}
