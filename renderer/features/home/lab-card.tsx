import { IconCalendarEvent } from '@tabler/icons-react'
import type { LabCard as Card } from '#shared/api/contract.ts'
import { formatShortDay } from '#shared/rules/dates.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useMethod } from '../../lab/lab-context.tsx'
import { regionName } from '../../lab/region-name.ts'
import { stationsOf } from '../../lab/stations.ts'
import { River, StatusChip } from '../../parts/index.ts'
import css from './home.module.css'
import { useNextSession } from './next-session.ts'

export function LabCard({ lab }: { readonly lab: Card }) {
  const t = useText()
  const language = useLanguage()
  const method = useMethod(lab.method)
  const next = useNextSession(lab)
  const stations = stationsOf(method, lab.stage, language)
  const at = stations.findIndex((one) => one.state === 'sekarang')
  const counts = [
    [lab.units, 'home.units'],
    [lab.innovations, 'home.innovations'],
    [lab.people, 'home.people'],
  ] as const
  return (
    <li>
      <a className={css.lab} href={places.lab(lab.id)}>
        <span className={css.labHead}>
          <b>{regionName(lab, t)}</b>
          {lab.sample && <StatusChip>{t('home.sample')}</StatusChip>}
          <span>
            {t('app.labYear', { jilid: lab.jilid, year: lab.year })}
            {method && ` · ${method.mode}`}
          </span>
        </span>
        {at >= 0 && (
          <River
            size="XS"
            stations={stations}
            label={t('app.stageOf', { n: at + 1, of: stations.length, name: stations[at]?.label ?? '' })}
          />
        )}
        <span className={css.counts}>
          {counts.map(([n, word]) => (
            <span key={word}>
              <b>{n}</b> {t(word)}
            </span>
          ))}
        </span>
        {next !== undefined ? (
          <span className={css.labFoot} data-next>
            <IconCalendarEvent size={16} stroke={1.75} aria-hidden />
            {next.session.title}, {formatShortDay(next.session.date, language)}
          </span>
        ) : (
          lab.theme !== '' && <span className={css.labFoot}>{lab.theme}</span>
        )}
      </a>
    </li>
  )
}
