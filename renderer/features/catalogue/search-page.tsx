/** The catalogue as a list that answers while one types. */
import { Button, Select, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconArrowsLeftRight, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type CatalogueFilters, type CatalogueHit, type CatalogueSource, catalogueSorts } from '#shared/api/catalogue.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { valueWords } from '../../lab/catalogue/filter-words.ts'
import { SetFilters } from '../../lab/catalogue/set-filters.tsx'
import { useAsked } from '../../lab/catalogue/use-asked.ts'
import { useSources } from '../../lab/catalogue/use-sources.ts'
import { askedAddress, type CatalogueAsked, countFilters } from '../../lab/catalogue-address.ts'
import { useLabs } from '../../lab/lab-context.tsx'
import type { Trouble } from '../../lab/refusal.ts'
import { ErrorBanner, Kbd, PageTitle, Panel } from '../../parts/index.ts'
import { Acts } from './acts.tsx'
import css from './catalogue.module.css'
import { chooseEntry, clearChosen, compareStore, mostCompared, openCompare } from './compare-store.ts'
import { NoHits, NothingYet } from './empty.tsx'
import { Filters } from './filters.tsx'
import { HitRow } from './hit-row.tsx'
import { Saved } from './saved.tsx'
import { type Facets, perPage, type Search, useSearch } from './use-search.ts'

// One and the same each time, so that nothing is drawn anew for it.
const none: readonly CatalogueSource[] = []
const noHits: readonly CatalogueHit[] = []
const noFacets: Facets = {}

export function SearchPage({ address }: { readonly address: string }) {
  const t = useText()
  const language = useLanguage()
  usePageTitle(t('catalogue.title'))
  const [asked, ask] = useAsked(address, askedAddress)
  const search = useSearch(asked)
  const labs = useLabs()
  const { sources, again } = useSources()
  const word = useMemo(() => valueWords(t, labs ?? [], sources ?? []), [t, labs, sources])
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false }) ?? false
  const [filtersOpen, setFiltersOpen] = useState(false)
  /** What a dialog that is closed by now left to be known. */
  const [told, tell] = useState<Trouble | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useSlash(field)
  const page = useRef<HTMLDivElement>(null)
  const { answer, rested } = search
  const nothing = answer !== null && answer.of === 0 && !search.stale
  const latest = useRef(asked)
  latest.current = asked
  const askedNow = useCallback((): CatalogueAsked => latest.current, [])
  const change = useCallback((patch: Partial<CatalogueAsked>): void => ask({ ...latest.current, from: 0, ...patch }), [ask])
  const setFilters = useCallback((filters: CatalogueFilters) => change({ filters }), [change])
  const later = useDeferredValue(asked)
  const set = countFilters(asked.filters)
  return (
    // The arrows lead from the field into the list and through it.
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the field and of the links inside
    <div className={css.page} ref={page} onKeyDown={(event) => moveInHits(event, page.current, field.current)}>
      <PageTitle
        title={t('catalogue.title')}
        lead={t('catalogue.lead')}
        side={
          <Acts
            askedNow={askedNow}
            total={rested?.total ?? 0}
            empty={nothing}
            sources={sources ?? none}
            sourcesChanged={again}
            onTold={tell}
          />
        }
      />
      {told && (
        <ErrorBanner
          {...told}
          tone="warn"
          acts={
            <Button variant="default" onClick={() => tell(null)}>
              {t('app.close')}
            </Button>
          }
        />
      )}
      {search.trouble && <ErrorBanner {...search.trouble} acts={<Button onClick={search.again}>{t('catalogue.tryAgain')}</Button>} />}
      {nothing ? (
        <NothingYet onTaken={again} onTold={tell} />
      ) : (
        <>
          <div className={css.ask}>
            <TextInput
              ref={field}
              className={css.search}
              size="md"
              data-search
              aria-label={t('catalogue.search')}
              placeholder={t('catalogue.searchHint')}
              leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
              {...(narrow ? {} : { rightSection: <Kbd>/</Kbd> })}
              maxLength={400}
              value={asked.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
            <Select
              className={css.sort}
              size="md"
              allowDeselect={false}
              aria-label={t('catalogue.sort')}
              data={catalogueSorts.map((sort) => ({ value: sort, label: t(`catalogue.sort_${sort}`) }))}
              value={asked.sort}
              onChange={(sort) => change({ sort: catalogueSorts.find((one) => one === sort) ?? 'match' })}
            />
            {narrow && (
              <Button
                variant="default"
                size="md"
                aria-expanded={filtersOpen}
                leftSection={<IconAdjustmentsHorizontal size={18} stroke={1.75} aria-hidden />}
                onClick={() => setFiltersOpen(!filtersOpen)}
              >
                {set === 0 ? t('catalogue.filters') : t('catalogue.filtersN', { n: set })}
              </Button>
            )}
          </div>
          <div className={css.columns}>
            {(!narrow || filtersOpen) && (
              <aside className={css.filters} aria-label={t('catalogue.filters')}>
                <div className={css.filterList} data-narrow={narrow || undefined}>
                  <Filters filters={asked.filters} facets={rested?.facets ?? noFacets} word={word} onChange={setFilters} />
                </div>
                {narrow && (
                  <Button variant="light" className={css.showHits ?? ''} onClick={() => setFiltersOpen(false)}>
                    {t('catalogue.showHits', { n: formatNumber(rested?.total ?? 0, language) })}
                  </Button>
                )}
              </aside>
            )}
            <Panel className={css.results}>
              <div className={css.head}>
                <HowMany search={search} asked={asked} />
                <Saved asked={later} onOpen={ask} />
              </div>
              <SetFilters filters={asked.filters} word={word} onChange={setFilters} />
              <Hits hits={answer?.hits ?? noHits} stale={search.stale} />
              {answer !== null && answer.total === 0 && !search.stale && (
                <NoHits asked={asked} word={word} ready={answer.ready >= answer.of} onAsk={ask} />
              )}
              <Pager asked={asked} total={answer?.total ?? 0} onFrom={(from) => change({ from })} />
            </Panel>
          </div>
          <CompareBar />
        </>
      )}
    </div>
  )
}

/** `/` leads into the field from anywhere on the page. */
function useSlash(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [field])
}

function moveInHits(event: KeyboardEvent, page: HTMLElement | null, field: HTMLInputElement | null): void {
  const links = [...(page?.querySelectorAll<HTMLAnchorElement>('a[data-hit]') ?? [])]
  const focused = document.activeElement
  const at = focused instanceof HTMLAnchorElement ? links.indexOf(focused) : -1
  const inField = focused === field
  if (at < 0 && !inField) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step !== undefined) {
    event.preventDefault()
    const next = at + step
    if (next < 0) field?.focus()
    else (links[next] ?? links[at])?.focus()
  } else if (event.key === 'Enter' && inField) {
    event.preventDefault()
    links[0]?.click()
  } else if (event.key === ' ' && at >= 0) {
    event.preventDefault()
    const id = links[at]?.dataset['hit']
    if (id !== undefined) chooseEntry(id, !compareStore.getState().ids.includes(id))
  }
}

function HowMany({ search, asked }: { readonly search: Search; readonly asked: CatalogueAsked }) {
  const t = useText()
  const language = useLanguage()
  const { answer } = search
  const number = (n: number): string => formatNumber(n, language)
  if (answer === null) return <p role="status">{t('app.loading')}</p>
  const all = asked.text.trim() === '' && countFilters(asked.filters) === 0
  const readying = answer.ready < answer.of
  return (
    <p role="status">
      <b>{t(all ? 'catalogue.countAll' : 'catalogue.count', { n: number(answer.total) })}</b>
      {readying && <small> {t('catalogue.readying', { ready: number(answer.ready), of: number(answer.of) })}</small>}
    </p>
  )
}

const Hits = memo(function Hits({ hits, stale }: { readonly hits: readonly CatalogueHit[]; readonly stale: boolean }) {
  const t = useText()
  const ids = useStore(compareStore, (all) => all.ids)
  if (hits.length === 0) return null
  return (
    <ul className={css.hits} aria-label={t('catalogue.hits')} data-stale={stale || undefined}>
      {hits.map((hit) => (
        <HitRow key={hit.entry.id} hit={hit} chosen={ids.includes(hit.entry.id)} full={ids.length >= mostCompared} onChoose={chooseEntry} />
      ))}
    </ul>
  )
})

function Pager(props: { readonly asked: CatalogueAsked; readonly total: number; readonly onFrom: (from: number) => void }) {
  const t = useText()
  const language = useLanguage()
  const { asked, total, onFrom } = props
  if (total <= perPage && asked.from === 0) return null
  const number = (n: number): string => formatNumber(n, language)
  const move = (from: number): void => {
    onFrom(Math.max(0, from))
    document.querySelector('main')?.scrollTo(0, 0)
  }
  return (
    <nav className={css.pager} aria-label={t('catalogue.pages')}>
      <Button variant="default" size="xs" disabled={asked.from === 0} onClick={() => move(asked.from - perPage)}>
        {t('catalogue.before')}
      </Button>
      <span>
        {t('catalogue.pageOf', { from: number(asked.from + 1), to: number(Math.min(total, asked.from + perPage)), n: number(total) })}
      </span>
      <Button variant="default" size="xs" disabled={asked.from + perPage >= total} onClick={() => move(asked.from + perPage)}>
        {t('catalogue.after')}
      </Button>
    </nav>
  )
}

/** Stays in sight at the bottom while something is chosen. */
function CompareBar() {
  const t = useText()
  const ids = useStore(compareStore, (all) => all.ids)
  if (ids.length === 0) return null
  return (
    <div className={css.compareBar}>
      <span role="status">{t('catalogue.chosen', { n: ids.length, most: mostCompared })}</span>
      <Button size="xs" variant="subtle" onClick={clearChosen}>
        {t('catalogue.clearChosen')}
      </Button>
      <Button
        size="xs"
        variant="light"
        disabled={ids.length < 2}
        leftSection={<IconArrowsLeftRight size={16} stroke={1.75} aria-hidden />}
        onClick={() => openCompare(true)}
      >
        {t('catalogue.compare')}
      </Button>
    </div>
  )
}
