import {
  IconBulbOff,
  IconCalendarX,
  IconChevronRight,
  IconMessage,
  IconPencilExclamation,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { LabCard } from '#shared/api/contract.ts'
import type { Language } from '#shared/model/text.ts'
import { formatShortDay } from '#shared/rules/dates.ts'
import { notHeld } from '#shared/rules/session-plan.ts'
import { places } from '../../app/places.ts'
import { type Say, type TextKey, useLanguage, useText } from '../../app/text.ts'
import type { Overview } from '../../lab/data.ts'
import { useOverview } from '../../lab/lab-context.tsx'
import { Panel } from '../../parts/index.ts'
import css from './home.module.css'
import { useToday } from './next-session.ts'

type Matter = {
  readonly n: number
  readonly icon: TablerIcon
  readonly text: TextKey
  readonly more: string
  readonly href: string
  readonly warn: boolean
}

/**
 * Only what is there to be done; nothing is said about what is in order.
 * @param today ISO day where the lab is
 */
function mattersOf({ lab, innovations }: Overview, today: string, t: Say, language: Language): readonly Matter[] {
  const live = innovations.filter((one) => !one.archived)
  const missed = notHeld(lab.sessions, today)
  const sum = (pick: (one: (typeof live)[number]) => number) => live.reduce((all, one) => all + pick(one), 0)
  const here = places.lab(lab.id)
  const all: readonly Matter[] = [
    {
      n: missed.length,
      icon: IconCalendarX,
      text: missed.length === 1 ? 'home.notHeld_1' : 'home.notHeld',
      more: missed.map(({ title, date }) => `${title.trim() || t('home.untitled')}, ${formatShortDay(date, language)}`).join('; '),
      href: missed.length === 1 && missed[0] ? places.session(lab.id, missed[0].id) : places.sessions(lab.id),
      warn: true,
    },
    {
      n: unitsWithoutIn(lab, live),
      icon: IconBulbOff,
      text: 'home.unitsWithout',
      more: t('home.unitsWithoutMore'),
      href: here,
      warn: true,
    },
    { n: sum((one) => one.toMend), icon: IconPencilExclamation, text: 'home.toMend', more: t('home.toMendMore'), href: here, warn: true },
    {
      n: sum((one) => one.waiting),
      icon: IconMessage,
      text: 'home.waiting',
      more: t('home.waitingMore'),
      href: places.coach(lab.id),
      warn: false,
    },
    {
      n: lab.people === 0 ? 1 : 0,
      icon: IconUsers,
      text: 'home.noPeople',
      more: t('home.noPeopleMore'),
      href: places.people(lab.id),
      warn: false,
    },
  ]
  return all.filter(({ n }) => n > 0)
}

/** A summary from before it was kept who owes an innovation counts every unit. */
function unitsWithoutIn(lab: Overview['lab'], live: Overview['innovations']): number {
  const have = new Set(live.map(({ unit }) => unit).filter((unit) => unit !== null))
  return lab.owing === null ? Math.max(0, lab.units - have.size) : lab.owing.filter((unit) => !have.has(unit)).length
}

export function Attention({ lab }: { readonly lab: LabCard }) {
  const t = useText()
  const language = useLanguage()
  const overview = useOverview(lab.id)
  const today = useToday(lab)
  if (overview.state !== 'ready') return null
  const matters = mattersOf(overview.value, today, t, language)
  return (
    <Panel title={t('home.attention')}>
      {matters.length === 0 && <p className={css.soft}>{t('home.attentionNone')}</p>}
      <ul className={css.matters}>
        {matters.map(({ n, icon: Icon, text, more, href, warn }) => (
          <li key={text}>
            <span className={css.matterIcon} data-warn={warn || undefined}>
              <Icon size={18} stroke={1.75} aria-hidden />
            </span>
            <div>
              <b>{t(text, { n })}</b>
              <small>{more}</small>
            </div>
            <a href={href} aria-label={`${t('home.see')}: ${t(text, { n })}`}>
              {t('home.see')}
              <IconChevronRight size={15} stroke={1.75} aria-hidden />
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
