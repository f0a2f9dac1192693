/** Where the lab stands, in numbers that each open their list. */
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { localDay } from '#shared/rules/dates.ts'
import type { InnovationFigures } from '#shared/rules/figures.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { ErrorBanner, Loading, PageTitle, Segmented } from '../../parts/index.ts'
import { useNow } from '../../state/clock.ts'
import { Coverage } from './coverage.tsx'
import { Ideas } from './ideas.tsx'
import { Impact } from './impact.tsx'
import { LanTable } from './lan-table.tsx'
import css from './monitor.module.css'
import { Overdue } from './overdue.tsx'
import { Readiness } from './readiness.tsx'
import { useFigures } from './use-figures.ts'

const parts = ['lan', 'ideas', 'cover', 'ready', 'impact', 'late'] as const
type Part = (typeof parts)[number]
/** Part looked at last, for the time the app is open: going to a list and back should not begin anew. */
let last: Part = 'lan'

const none: readonly InnovationSummary[] = []
/** How often it is looked whether a new day has begun. */
const dayLook = 60_000

export function MonitorPage() {
  const t = useText()
  const { id, lab } = useOpenLab()
  usePageTitle(t('monitor.title'), regionName(lab, t))
  const asked = useOverview(id)
  const innovations = asked.state === 'ready' ? asked.value.innovations : none
  const [part, setPart] = useState<Part>(last)
  const today = localDay(new Date(useNow(dayLook)).toISOString(), lab.timeZone)
  const show = (next: Part) => {
    last = next
    setPart(next)
  }
  return (
    <div className={css.page}>
      <PageTitle
        title={t('monitor.title')}
        lead={t('monitor.lead')}
        side={
          <Button component="a" href={places.index(id)} variant="default">
            {t('index.title')}
          </Button>
        }
      />
      {asked.state === 'failed' && <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />}
      <div className={css.parts}>
        <Segmented
          label={t('monitor.title')}
          value={part}
          segments={parts.map((value) => ({ value, label: t(`monitor.part_${value}`) }))}
          onChange={show}
        />
      </div>
      {asked.state === 'loading' && <Loading>{t('app.loading')}</Loading>}
      {asked.state === 'ready' && part === 'lan' && <LanTable innovations={innovations} />}
      {asked.state === 'ready' && part === 'late' && <Overdue innovations={innovations} today={today} />}
      {asked.state === 'ready' && part !== 'lan' && part !== 'late' && <Whole part={part} innovations={innovations} />}
    </div>
  )
}

/** The parts that need every innovation read. */
function Whole({
  part,
  innovations,
}: {
  readonly part: Exclude<Part, 'lan' | 'late'>
  readonly innovations: readonly InnovationSummary[]
}) {
  const t = useText()
  const { id } = useOpenLab()
  const asked = useFigures(id, innovations)
  if (asked.state === 'failed') return <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />
  if (asked.state === 'loading') {
    return (
      <p className={css.loading} role="status">
        {t('monitor.reading')}
      </p>
    )
  }
  const { innovations: figures, unread } = asked.figures
  return (
    <>
      {unread.length > 0 && <p className={css.quiet}>{t('monitor.unread', { n: unread.length })}</p>}
      {drawn(part, innovations, figures)}
    </>
  )
}

function drawn(
  part: Exclude<Part, 'lan' | 'late'>,
  innovations: readonly InnovationSummary[],
  figures: readonly InnovationFigures[],
): ReactNode {
  switch (part) {
    case 'ideas':
      return <Ideas innovations={innovations} figures={figures} />
    case 'cover':
      return <Coverage innovations={innovations} figures={figures} />
    case 'ready':
      return <Readiness innovations={innovations} figures={figures} />
    case 'impact':
      return <Impact innovations={innovations} figures={figures} />
  }
}
