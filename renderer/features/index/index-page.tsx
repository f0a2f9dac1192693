/** The maturity of all innovations of a lab, and a trial run of the region’s index. */
import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { IndicatorSet } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { countIndex } from '#shared/rules/maturity-index.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { useIndicatorSets } from '../../lab/evidence/sets.ts'
import { KeepMenu, KeptNote } from '../../lab/kept-file.tsx'
import { useLab, useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { useKeep } from '../../lab/use-keep.ts'
import { EmptyState, ErrorBanner, Loading, PageTitle, StatusChip } from '../../parts/index.ts'
import { indexSheets } from './export.ts'
import { Gaps } from './gaps.tsx'
import css from './index.module.css'
import { indexRows } from './rows.ts'
import { IndexTable } from './table.tsx'
import { Trial } from './trial.tsx'

export function IndexPage({ lab: id }: { readonly lab: LabId }) {
  const t = useText()
  const { lab } = useOpenLab()
  usePageTitle(t('index.title'), regionName(lab, t))
  const sets = useIndicatorSets()
  const asked = useOverview(id)
  const set = sets.find((one) => one.id === lab.indexTrial.set) ?? sets[0]
  const alive = asked.state === 'ready' ? asked.value.innovations.filter(({ archived }) => !archived) : []
  if (set === undefined || asked.state !== 'ready' || alive.length === 0) {
    return (
      <div className={css.page}>
        <PageTitle title={t('index.title')} lead={t('index.lead')} />
        {asked.state === 'loading' && <Loading>{t('app.loading')}</Loading>}
        {asked.state === 'failed' && <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />}
        {asked.state === 'ready' && <Nothing noSet={set === undefined} lab={id} />}
      </div>
    )
  }
  return <Page key={set.id} set={set} sets={sets} innovations={asked.value.innovations} />
}

function Nothing({ noSet, lab }: { readonly noSet: boolean; readonly lab: LabId }) {
  const t = useText()
  return (
    <EmptyState
      title={t(noSet ? 'index.noSets' : 'index.emptyTitle')}
      text={t(noSet ? 'index.noSetsText' : 'index.emptyText')}
      acts={
        <Button component="a" href={noSet ? places.guides() : places.lab(lab)}>
          {t(noSet ? 'index.seeGuides' : 'index.goOverview')}
        </Button>
      }
    />
  )
}

function Page(props: {
  readonly set: IndicatorSet
  readonly sets: readonly IndicatorSet[]
  readonly innovations: readonly InnovationSummary[]
}) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const client = useLab()
  const { lab, doc, readOnly } = useOpenLab()
  const keep = useKeep()
  const { set, sets, innovations } = props
  // Somebody who may not change the lab may still look at it by another set.
  const [own, setOwn] = useState<string | null>(null)
  const shown = sets.find(({ id }) => id === own) ?? set
  const rows = useMemo(() => indexRows(shown, innovations, lab.units), [shown, innovations, lab.units])
  const count = useMemo(
    () => countIndex(shown, innovations, { region: lab.indexTrial.region }),
    [shown, innovations, lab.indexTrial.region],
  )
  const choose = (id: string) => {
    if (readOnly) setOwn(id)
    else writeLabFacts(doc, { indexTrial: { ...lab.indexTrial, set: id } }, byPerson)
  }
  const write = (format: 'xlsx' | 'csv') =>
    keep.run(() =>
      client.table.write({
        name: t('index.fileName', { region: regionName(lab, t), set: both(shown.short) }),
        format,
        sheets: indexSheets({ set: shown, rows, innovations, count, t, language }).slice(0, format === 'csv' ? 1 : undefined),
      }),
    )
  return (
    <div className={css.page}>
      <PageTitle
        title={
          <>
            {t('index.title')} {shown.status === 'unverified' && <StatusChip>{t('app.unverified')}</StatusChip>}
          </>
        }
        lead={t('index.lead')}
        side={
          <>
            {sets.length > 1 && (
              <NativeSelect
                aria-label={t('index.set')}
                data={sets.map(({ id, title }) => ({ value: id, label: both(title) }))}
                value={shown.id}
                onChange={(event) => choose(event.currentTarget.value)}
              />
            )}
            <KeepMenu label={t('index.keep')} xlsx={t('index.keepXlsx')} csv={t('index.keepCsv')} busy={keep.busy} onKeep={write} />
          </>
        }
      />
      <KeptNote keep={keep} />
      <div className={css.columns}>
        <Trial set={shown} innovations={innovations} />
        <Gaps set={shown} innovations={innovations} />
      </div>
      <IndexTable set={shown} rows={rows} />
    </div>
  )
}
