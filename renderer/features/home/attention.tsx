import { IconBulbOff, IconChevronRight, IconMessage, IconPencilExclamation, IconUsers, type TablerIcon } from '@tabler/icons-react'
import type { LabCard } from '#shared/api/contract.ts'
import { places } from '../../app/places.ts'
import { type TextKey, useText } from '../../app/text.ts'
import type { Overview } from '../../lab/data.ts'
import { useOverview } from '../../lab/lab-context.tsx'
import { Panel } from '../../parts/index.ts'
import css from './home.module.css'

type Matter = {
  readonly n: number
  readonly icon: TablerIcon
  readonly text: TextKey
  readonly more: TextKey
  readonly href: string
  readonly warn: boolean
}

/** Only what is there to be done; nothing is said about what is in order. */
export function mattersOf({ lab, innovations }: Overview): readonly Matter[] {
  const live = innovations.filter((one) => !one.archived)
  const served = new Set(live.flatMap((one) => (one.unit === null ? [] : [one.unit]))).size
  const sum = (pick: (one: (typeof live)[number]) => number) => live.reduce((all, one) => all + pick(one), 0)
  const here = places.lab(lab.id)
  const all: readonly Matter[] = [
    {
      n: Math.max(0, lab.units - served),
      icon: IconBulbOff,
      text: 'home.unitsWithout',
      more: 'home.unitsWithoutMore',
      href: here,
      warn: true,
    },
    { n: sum((one) => one.toMend), icon: IconPencilExclamation, text: 'home.toMend', more: 'home.toMendMore', href: here, warn: true },
    { n: sum((one) => one.waiting), icon: IconMessage, text: 'home.waiting', more: 'home.waitingMore', href: here, warn: false },
    {
      n: lab.people === 0 ? 1 : 0,
      icon: IconUsers,
      text: 'home.noPeople',
      more: 'home.noPeopleMore',
      href: places.people(lab.id),
      warn: false,
    },
  ]
  return all.filter(({ n }) => n > 0)
}

export function Attention({ lab }: { readonly lab: LabCard }) {
  const t = useText()
  const overview = useOverview(lab.id)
  if (overview.state !== 'ready') return null
  const matters = mattersOf(overview.value)
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
              <small>{t(more)}</small>
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
