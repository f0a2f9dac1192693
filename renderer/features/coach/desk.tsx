/** Everything that waits for a coach, across all innovations of the lab. */
import { Button, Select, TextInput } from '@mantine/core'
import { IconPlayerPlay, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { StageKey } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { type DeskFilter, type DeskRow, deskCounts, deskRows, filterDesk } from '#shared/rules/waiting.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, ErrorBanner, Loading, PageTitle, Panel, Segmented } from '../../parts/index.ts'
import css from './coach.module.css'
import { DeskList } from './desk-list.tsx'
import { beginGoing } from './going.ts'
import { useReviewables } from './subject.ts'
import { UnitsWithout } from './units-without.tsx'

const nothingChosen: DeskFilter = { show: 'waiting', stage: '', unit: '', of: '', words: '' }

/** A coach who comes back from a review finds the list as he left it. */
const filterStore = createStore<{ readonly lab: string; readonly filter: DeskFilter }>(() => ({ lab: '', filter: nothingChosen }))

const none: readonly InnovationSummary[] = []

export function CoachDesk() {
  const t = useText()
  const { id, lab } = useOpenLab()
  usePageTitle(t('coach.title'), regionName(lab, t))
  const asked = useOverview(id)
  const innovations = asked.state === 'ready' ? asked.value.innovations : none
  const things = useReviewables()
  const rows = useMemo(() => deskRows(innovations, lab.units, things), [innovations, lab.units, things])
  const held = useStore(filterStore)
  const filter = held.lab === id ? held.filter : nothingChosen
  const setFilter = (patch: Partial<DeskFilter>): void => filterStore.setState({ lab: id, filter: { ...filter, ...patch } })
  const later = useDeferredValue(filter)
  const shown = useMemo(() => filterDesk(rows, later), [rows, later])
  const waiting = useMemo(() => shown.filter(({ state }) => state === 'waiting'), [shown])
  /** The list is gone through in this order. */
  const begin = (of: readonly DeskRow[]): void =>
    beginGoing(
      id,
      of.map(({ key }) => key),
    )
  const [first] = waiting
  return (
    <div className={css.page}>
      <PageTitle
        title={t('coach.title')}
        lead={t('coach.lead')}
        side={
          first !== undefined && (
            <Button
              component="a"
              href={places.review(id, first.innovation.id, first.of)}
              onClick={() => begin(waiting)}
              leftSection={<IconPlayerPlay size={16} stroke={1.75} aria-hidden />}
            >
              {t('coach.begin', { n: waiting.length })}
            </Button>
          )
        }
      />
      {asked.state === 'failed' && <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />}
      {asked.state === 'loading' && <Loading>{t('app.loading')}</Loading>}
      {asked.state === 'ready' && (
        <>
          <Panel title={t('coach.list')} note={rows.length > 0 ? t('coach.shownOf', { n: shown.length, of: rows.length }) : undefined}>
            {rows.length > 0 && <Filters rows={rows} filter={filter} setFilter={setFilter} />}
            {shown.length === 0 ? (
              <NoRows rows={rows} filter={filter} setFilter={setFilter} />
            ) : (
              <DeskList key={`${later.show}${later.stage}${later.unit}${later.of}`} rows={shown} begin={() => begin(shown)} />
            )}
          </Panel>
          <UnitsWithout innovations={innovations} />
        </>
      )}
    </div>
  )
}

type FilterProps = {
  readonly rows: readonly DeskRow[]
  readonly filter: DeskFilter
  readonly setFilter: (patch: Partial<DeskFilter>) => void
}

function Filters({ rows, filter, setFilter }: FilterProps) {
  const t = useText()
  const { lab, stages } = useOpenLab()
  const counts = useMemo(() => deskCounts(rows), [rows])
  const forms = useMemo(() => {
    const titles = new Map(rows.map(({ of, title }) => [of, title]))
    return [...titles].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'id'))
  }, [rows])
  const units = useMemo(() => {
    const used = new Set(rows.map(({ innovation }) => innovation.unit))
    return lab.units.filter((unit) => used.has(unit.id)).map((unit) => ({ value: unit.id as string, label: unit.name || unit.id }))
  }, [rows, lab.units])
  return (
    <div className={css.filters}>
      <Segmented
        label={t('coach.show')}
        value={filter.show}
        segments={[
          { value: 'waiting', label: t('coach.showWaiting', { n: counts.waiting }) },
          { value: 'returned', label: t('coach.showReturned', { n: counts.returned }) },
          { value: 'all', label: t('coach.showAll', { n: rows.length }) },
        ]}
        onChange={(show) => setFilter({ show })}
      />
      <Choice
        label={t('coach.stage')}
        all={t('coach.allStages')}
        value={filter.stage}
        data={stages.map(({ key, label }) => ({ value: key, label }))}
        onChange={(stage) => setFilter({ stage: (stages.find(({ key }) => key === stage)?.key ?? '') satisfies StageKey | '' })}
      />
      <Choice label={t('coach.unit')} all={t('coach.allUnits')} value={filter.unit} data={units} onChange={(unit) => setFilter({ unit })} />
      <Choice label={t('coach.form')} all={t('coach.allForms')} value={filter.of} data={forms} onChange={(of) => setFilter({ of })} />
      <TextInput
        size="xs"
        type="search"
        className={css.search ?? ''}
        aria-label={t('coach.search')}
        placeholder={t('coach.search')}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        value={filter.words}
        maxLength={200}
        onChange={(event) => setFilter({ words: event.currentTarget.value })}
      />
    </div>
  )
}

function Choice(props: {
  readonly label: string
  /** What stands there while nothing is chosen. */
  readonly all: string
  readonly value: string
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}) {
  const { label, all, value, data, onChange } = props
  return (
    <Select
      size="xs"
      className={css.choice ?? ''}
      aria-label={label}
      placeholder={all}
      searchable={data.length > 8}
      clearable
      limit={100}
      data={[...data]}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? '')}
    />
  )
}

function NoRows({ rows, filter, setFilter }: FilterProps) {
  const t = useText()
  if (filter.stage !== '' || filter.unit !== '' || filter.of !== '' || filter.words.trim() !== '')
    return (
      <EmptyState
        inside
        text={t('coach.noneFound')}
        acts={
          <Button variant="default" onClick={() => setFilter({ ...nothingChosen, show: filter.show })}>
            {t('coach.clear')}
          </Button>
        }
      />
    )
  if (rows.length === 0) return <EmptyState inside text={t('coach.noneAtAll')} />
  if (filter.show === 'returned') return <EmptyState inside text={t('coach.noneReturned')} />
  return (
    <EmptyState
      title={t('coach.noneWaiting')}
      text={t('coach.noneWaitingText')}
      acts={
        <Button variant="light" onClick={() => setFilter({ show: 'all' })}>
          {t('coach.seeAll')}
        </Button>
      }
    />
  )
}
