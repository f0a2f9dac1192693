/** One convention: setting it up, seeing who is done, and the result. */
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { formatDay } from '#shared/rules/dates.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, ErrorBanner, Loading, PageTitle, StatusChip } from '../../parts/index.ts'
import { EntriesTab } from './entries/entries-tab.tsx'
import { JudgesTab } from './judges/judges-tab.tsx'
import css from './jury.module.css'
import { PackagesTab } from './packages/packages-tab.tsx'
import { ProgressTab } from './progress/progress-tab.tsx'
import { ResultsTab } from './results/results-tab.tsx'
import { ScheduleTab } from './schedule/schedule-tab.tsx'
import { SetupTab } from './setup/setup-tab.tsx'
import { type OpenedConvention, useConvention } from './use-convention.ts'
import { VisitorsTab } from './visitors/visitors-tab.tsx'
import { stateTones } from './words.ts'

/** The last word of the address. */
const tabs = {
  persiapan: SetupTab,
  peserta: EntriesTab,
  juri: JudgesTab,
  jadwal: ScheduleTab,
  paket: PackagesTab,
  penilaian: ProgressTab,
  hasil: ResultsTab,
  pengunjung: VisitorsTab,
} as const
type TabKey = keyof typeof tabs
const tabKeys = Object.keys(tabs) as readonly TabKey[] // its own keys

export function ConventionPage(props: { readonly lab: string; readonly convention: string; readonly part: string | null }) {
  const t = useText()
  const asked = useConvention(props.lab, props.convention)
  if (asked.state === 'loading') return <Loading>{t('app.loading')}</Loading>
  if (asked.state === 'none')
    return (
      <div className={css.page}>
        <EmptyState
          title={t('jury.none')}
          text={t('jury.noneDo')}
          acts={
            <Button component="a" href={places.conventions(props.lab)} variant="default">
              {t('jury.toAll')}
            </Button>
          }
        />
      </div>
    )
  if (asked.state === 'refused')
    return (
      <div className={css.page}>
        <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />
      </div>
    )
  return <Opened open={asked.open} part={props.part} />
}

function Opened({ open, part }: { readonly open: OpenedConvention; readonly part: string | null }) {
  const t = useText()
  const language = useLanguage()
  const { lab } = useOpenLab()
  const { convention, result } = open
  const name = convention.name.trim() || t('jury.untitled')
  usePageTitle(name, regionName(lab, t))
  const now = tabKeys.find((key) => key === part) ?? 'persiapan'
  const Tab = tabs[now]
  const bar = useRef<HTMLElement>(null)
  // On a phone the tab may lie outside of the bar.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another tab is shown
  useEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [now])
  const counts: Partial<Record<TabKey, string>> = {
    peserta: String(convention.entries.filter((entry) => entry.withdrawn === '').length),
    juri: String(convention.judges.length),
    penilaian: result.of === 0 ? '' : `${result.done}/${result.of}`,
  }
  const when = convention.date === '' ? t('jury.noDate') : formatDay(convention.date, language)
  return (
    <div className={css.page}>
      <PageTitle
        title={name}
        lead={[when, convention.place].filter((word) => word !== '').join(' · ')}
        side={
          <>
            {convention.blind && <StatusChip>{t('jury.blind')}</StatusChip>}
            <StatusChip tone={stateTones[convention.state]}>{t(`jury.state_${convention.state}`)}</StatusChip>
            <a href={places.conventions(open.lab)}>{t('jury.toAll')}</a>
          </>
        }
      />
      <nav ref={bar} className={css.tabs} aria-label={t('jury.parts')}>
        {tabKeys.map((key) => (
          <a key={key} href={places.convention(open.lab, convention.id, key)} aria-current={key === now ? 'page' : undefined}>
            {t(`jury.tab_${key}`)}
            {counts[key] ? <small>{counts[key]}</small> : null}
          </a>
        ))}
      </nav>
      {open.trouble && <ErrorBanner {...open.trouble} />}
      <Tab open={open} />
    </div>
  )
}
