import { Button } from '@mantine/core'
import { IconArrowRight, IconInfoCircle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Lab } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { type Say, useBoth, useText } from '../../app/text.ts'
import { useOverview } from '../../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { useStations } from '../../lab/stations.ts'
import { ErrorBanner, Panel, River, StageTag, type Station } from '../../parts/index.ts'
import { viewStore } from '../../state/view.ts'
import { AddInnovation } from './add-innovation.tsx'
import { Archived, LabIsArchived } from './archived.tsx'
import { Funnel } from './funnel.tsx'
import css from './lab.module.css'
import { StartList } from './start-list.tsx'
import { funnelOf, unitRows } from './unit-rows.ts'
import { UnitTable } from './unit-table.tsx'

export function OverviewPage() {
  const t = useText()
  const { id, lab, method, stages, readOnly } = useOpenLab()
  usePageTitle(t('lab.overview'), regionName(lab, t))
  const asked = useOverview(id)
  const innovations = asked.state === 'ready' ? asked.value.innovations : none
  const folded = useStore(viewStore, (view) => view.rightFolded)
  const [adding, setAdding] = useState<{ readonly unit: string | null } | null>(null)
  const keys = useMemo(() => stages.map(({ key }) => key), [stages])
  const rows = useMemo(() => unitRows(lab, innovations, keys, t('lab.noUnit')), [lab, innovations, keys, t])
  const fresh = lab.units.length === 0 && innovations.length === 0
  return (
    <>
      <BigRiver lab={lab} innovations={innovations} stages={stages} />
      <div className={css.page}>
        <h1 className={css.hidden}>
          {t('lab.overview')}, {regionName(lab, t)}
        </h1>
        <LabIsArchived />
        {!method && <ErrorBanner what={t('lab.noMethod')} safe={t('lab.noMethodSafe')} todo={t('lab.noMethodDo', { id: lab.method })} />}
        {asked.state === 'failed' && <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />}
        <div className={css.columns} data-folded={folded || undefined}>
          <div className={css.column}>
            {adding && !readOnly && <AddInnovation key={adding.unit} unit={adding.unit} onClose={() => setAdding(null)} />}
            {fresh ? (
              <StartList onAdd={() => setAdding({ unit: null })} />
            ) : (
              <UnitTable rows={rows} stages={stages} onAdd={readOnly ? undefined : (unit) => setAdding({ unit })} />
            )}
          </div>
          {!folded && (
            <aside className={css.column} data-region="panel" tabIndex={-1}>
              <NextAct />
              <Funnel steps={funnelOf(innovations, keys)} />
              <Archived innovations={innovations} />
              {lab.illustration !== '' && (
                <Panel title={t('lab.sampleNote')}>
                  <p className={css.illustration}>
                    <IconInfoCircle size={18} stroke={1.75} aria-hidden />
                    <span>{lab.illustration}</span>
                  </p>
                </Panel>
              )}
            </aside>
          )}
        </div>
      </div>
    </>
  )
}

const none: readonly InnovationSummary[] = []

function BigRiver({
  lab,
  innovations,
  stages,
}: {
  readonly lab: Lab
  readonly innovations: readonly InnovationSummary[]
  readonly stages: readonly LabStage[]
}) {
  const t = useText()
  const stations = useStations()
  const counted = useMemo(() => withCounts(stations, stages, lab, innovations, t), [stations, stages, lab, innovations, t])
  return (
    <div className={css.river}>
      <River size="L" stations={counted} label={t('lab.stages')} />
    </div>
  )
}

/** What each stage counts is what it produces: people, ideas, designs, launches, displays, entries. */
function withCounts(
  stations: readonly Station[],
  stages: readonly LabStage[],
  lab: Lab,
  all: readonly InnovationSummary[],
  t: Say,
): readonly Station[] {
  const live = all.filter((one) => !one.archived)
  const keys = stages.map(({ key }) => key)
  return stations.map((station, at) => {
    const reached = live.filter((one) => keys.indexOf(one.stage) >= at)
    const here = t('lab.atStage', { n: live.filter((one) => one.stage === station.stage).length })
    const before = stages[at - 1]
    const approvals = before?.def.gate.kind === 'approval' ? live.filter((one) => keys.indexOf(one.stage) >= at - 1) : []
    const approved = before ? approvals.filter((one) => one.passed.includes(before.key)).length : 0
    const gate =
      approvals.length > 0
        ? { text: t('lab.approved', { n: approved, of: approvals.length }), open: approved === approvals.length }
        : undefined
    return { ...station, ...countOf(), ...(gate && { gate }) }

    function countOf(): Pick<Station, 'count' | 'unit' | 'note'> {
      switch (station.stage) {
        case 'drum_up':
          return { count: lab.people.length, unit: t('lab.people'), note: t('lab.fromUnits', { n: lab.units.length }) }
        case 'diagnose':
          return { count: reached.length, unit: t('lab.ideas'), note: here }
        case 'design':
          return { count: reached.length, unit: t('lab.plans'), note: here }
        case 'deliver':
          return {
            count: live.filter((one) => one.launched).length,
            unit: t('lab.launched'),
            note: t('lab.monitored', { n: live.filter((one) => one.monitored).length }),
          }
        case 'display':
          return { count: reached.length, unit: t('lab.shown'), note: here }
        case 'documentation':
          return { count: reached.length, unit: t('lab.entries'), note: here }
      }
    }
  })
}

function NextAct() {
  const t = useText()
  const say = useBoth()
  const { id, lab, stages } = useOpenLab()
  const now = stages.find(({ key }) => key === lab.stage)
  return (
    <Panel label={t('lab.nextAct')}>
      {now && (
        <>
          <StageTag stage={now.key} label={now.label} />
          <p className={css.purpose}>{say(now.def.purpose)}</p>
          <div className={css.acts}>
            <Button component="a" href={places.stage(id, now.key)} rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}>
              {t('lab.continueStage', { stage: now.label })}
            </Button>
          </div>
        </>
      )}
      <a className={css.plainLink} href={places.labSettings(id)}>
        {t('lab.identity')}
      </a>
    </Panel>
  )
}
