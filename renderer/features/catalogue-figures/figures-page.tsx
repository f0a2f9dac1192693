/** Charts of the catalogue: each answers a question, and every bar opens its innovations. */
import { Button, NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import type { CatalogueFilters } from '#shared/api/catalogue.ts'
import { chartsOf } from '#shared/rules/catalogue-charts.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { valueWords } from '../../lab/catalogue/filter-words.ts'
import { SetFilters } from '../../lab/catalogue/set-filters.tsx'
import { useAsked } from '../../lab/catalogue/use-asked.ts'
import { useSources } from '../../lab/catalogue/use-sources.ts'
import { askedAddress, type CatalogueAsked, countFilters, figuresAddress, nothingAsked, withFilter } from '../../lab/catalogue-address.ts'
import { useLabs } from '../../lab/lab-context.tsx'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, ErrorBanner, Loading, PageTitle, Panel } from '../../parts/index.ts'
import { ChartPanel } from './chart-panel.tsx'
import css from './figures.module.css'
import { useFigures } from './use-figures.ts'

export function CatalogueFiguresPage() {
  const t = useText()
  const language = useLanguage()
  usePageTitle(t('catalogueFigures.title'))
  // What is counted stands in the address: coming back from a bar finds it.
  const [wanted, ask] = useAsked(window.location.hash, figuresAddress)
  const { text, filters } = wanted
  const asked = useFigures(text, filters)
  // Bars lead to what was counted: what is asked now is drawn with the answer to it.
  const charts = useMemo(
    () => (asked.state === 'ready' ? chartsOf(asked.value.figures, language, asked.value.filters) : []),
    [asked, language],
  )
  const choose = (next: Partial<CatalogueAsked>): void => ask({ ...nothingAsked, text, filters, ...next })
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
            <Button component="a" href={askedAddress({ ...nothingAsked, text, filters })} variant="default">
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
            <Scope value={filters} onChange={(next) => choose({ filters: next })} />
            <p role="status">{t('catalogueFigures.ofAll', { n: formatNumber(asked.value.figures.of, language) })}</p>
          </div>
          <Chosen asked={wanted} onChange={choose} />
          {asked.value.figures.of === 0 && countFilters(filters) + text.trim().length > 0 ? (
            <Panel>
              <EmptyState
                inside
                title={t('catalogueFigures.nothingTitle')}
                text={t('catalogueFigures.nothing')}
                acts={
                  <Button variant="light" onClick={() => choose(nothingAsked)}>
                    {t('catalogueFigures.countAll')}
                  </Button>
                }
              />
            </Panel>
          ) : asked.value.figures.of === 0 ? (
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
                <ChartPanel key={chart.key} chart={chart} text={asked.value.text} />
              ))}
            </div>
          )}
        </>
      )}
    </div>
  )
}

/** Everything, one lab or one list; what else narrows the count stands below it. */
function Scope({ value, onChange }: { readonly value: CatalogueFilters; readonly onChange: (value: CatalogueFilters) => void }) {
  const t = useText()
  const labs = useLabs() ?? []
  const { sources } = useSources()
  const several = (value.lab?.length ?? 0) > 1
  const choices = [
    { value: '', label: t('catalogueFigures.scopeAll') },
    ...(several ? [{ value: 'several', label: t('catalogueFigures.scopeSeveral') }] : []),
    ...labs.map((lab) => ({ value: lab.id, label: `${regionName(lab, t)}, ${t('app.labYear', { jilid: lab.jilid, year: lab.year })}` })),
    ...(sources ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <NativeSelect
      label={t('catalogueFigures.scope')}
      data={choices}
      value={several ? 'several' : (value.lab?.[0] ?? '')}
      onChange={(event) => {
        const next = event.currentTarget.value
        if (next !== 'several') onChange(withFilter(value, 'lab', next === '' ? [] : [next]))
      }}
    />
  )
}

/** The search that was brought along from the list, part by part to be dropped. */
function Chosen({ asked, onChange }: { readonly asked: CatalogueAsked; readonly onChange: (next: Partial<CatalogueAsked>) => void }) {
  const t = useText()
  const labs = useLabs()
  const { sources } = useSources()
  const word = useMemo(() => valueWords(t, labs ?? [], sources ?? []), [t, labs, sources])
  return (
    <div className={css.chosen}>
      {asked.text.trim() !== '' && (
        <p>
          {t('catalogueFigures.searched', { text: asked.text.trim() })}
          <Button size="compact-xs" variant="subtle" onClick={() => onChange({ text: '' })}>
            {t('catalogueFigures.dropSearch')}
          </Button>
        </p>
      )}
      <SetFilters filters={asked.filters} word={word} onChange={(filters) => onChange({ filters })} />
    </div>
  )
}
