/** Charts of the catalogue: each answers a question, and every bar opens its innovations. */
import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { chartsOf } from '#shared/rules/catalogue-charts.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useSources } from '../../lab/catalogue/use-sources.ts'
import { useLabs } from '../../lab/lab-context.tsx'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, ErrorBanner, Loading, PageTitle, Panel } from '../../parts/index.ts'
import { ChartPanel } from './chart-panel.tsx'
import css from './figures.module.css'
import { useFigures } from './use-figures.ts'

/** Lab or list looked at last, for the time the app is open: going to the catalogue and back should not begin anew. */
let last = ''

export function CatalogueFiguresPage() {
  const t = useText()
  const language = useLanguage()
  usePageTitle(t('catalogueFigures.title'))
  const [of, setOf] = useState(last)
  const filters = useMemo(() => (of === '' ? {} : { lab: [of] }), [of])
  const asked = useFigures(filters)
  const charts = useMemo(() => (asked.state === 'ready' ? chartsOf(asked.value, language) : []), [asked, language])
  const choose = (next: string) => {
    last = next
    setOf(next)
  }
  return (
    <div className={css.page}>
      <PageTitle
        title={t('catalogueFigures.title')}
        lead={t('catalogueFigures.lead')}
        side={
          <>
            <Button component="a" href={places.succession()} variant="default">
              {t('catalogueFigures.toSuccession')}
            </Button>
            <Button component="a" href={places.catalogue()} variant="default">
              {t('catalogueFigures.toCatalogue')}
            </Button>
          </>
        }
      />
      {asked.state === 'failed' && <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />}
      {asked.state === 'loading' && <Loading>{t('app.loading')}</Loading>}
      {asked.state === 'ready' && (
        <>
          <div className={css.scope}>
            <Scope value={of} onChange={choose} />
            <p role="status">{t('catalogueFigures.ofAll', { n: formatNumber(asked.value.of, language) })}</p>
          </div>
          {asked.value.of === 0 ? (
            <Panel>
              <EmptyState
                title={t('catalogueFigures.emptyTitle')}
                text={t('catalogueFigures.emptyText')}
                acts={
                  <Button component="a" href={places.catalogue()}>
                    {t('catalogueFigures.toCatalogue')}
                  </Button>
                }
              />
            </Panel>
          ) : (
            <div className={css.charts}>
              {charts.map((chart) => (
                <ChartPanel key={chart.key} chart={chart} />
              ))}
            </div>
          )}
        </>
      )}
    </div>
  )
}

function Scope({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useText()
  const labs = useLabs() ?? []
  const { sources } = useSources()
  const choices = [
    { value: '', label: t('catalogueFigures.scopeAll') },
    ...labs.map((lab) => ({ value: lab.id, label: `${regionName(lab, t)}, ${t('app.labYear', { jilid: lab.jilid, year: lab.year })}` })),
    ...(sources ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <NativeSelect
      label={t('catalogueFigures.scope')}
      data={choices}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
