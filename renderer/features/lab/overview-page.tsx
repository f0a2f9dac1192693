import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Lab } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { labText } from '#shared/rules/chat-lab.ts'
import { localDay } from '#shared/rules/dates.ts'
import { hasReached } from '#shared/rules/milestones.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { type Say, useLanguage, useText } from '../../app/text.ts'
import { ChatText } from '../../chat/chat-text.tsx'
import { useOverview } from '../../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { useStations } from '../../lab/stations.ts'
import { ErrorBanner, Loading, Panel, River, type Station } from '../../parts/index.ts'
import { useNow } from '../../state/clock.ts'
import { useSought } from '../../state/sought.ts'
import { viewStore } from '../../state/view.ts'
import { AddInnovation } from './add-innovation.tsx'
import { Archived, LabIsArchived } from './archived.tsx'
import { ConventionPanel } from './convention-panel.tsx'
import { Funnel } from './funnel.tsx'
import css from './lab.module.css'
import { NextPanel, useNextSession } from './next-session.tsx'
import { StartList } from './start-list.tsx'
import { unitRows } from './unit-rows.ts'
import { UnitTable } from './unit-table.tsx'

export function OverviewPage() {
  const t = useText()
  const language = useLanguage()
  const { id, lab, method, stages, readOnly } = useOpenLab()
  usePageTitle(t('lab.overview'), regionName(lab, t))
  const asked = useOverview(id)
  // Until they are known nothing is said about them: every unit would seem late and without one.
  const known = asked.state === 'ready'
  const innovations = known ? asked.value.innovations : none
  const folded = useStore(viewStore, (view) => view.rightFolded)
  const [adding, setAdding] = useState<{ readonly unit: string | null } | null>(null)
  useSought(['add_innovation'], () => setAdding({ unit: null }))
  const today = localDay(new Date(useNow(dayLook)).toISOString(), lab.timeZone)
  const next = useNextSession(today)
  const rows = useMemo(
    () =>
      unitRows(
        lab,
        innovations,
        stages.map(({ def }) => def),
        t('lab.noUnit'),
        { deadlines: lab.deadlines, today },
      ),
    [lab, innovations, stages, t, today],
  )
  const late = rows.filter((row) => row.late > 0).length
  const fresh = known && lab.units.length === 0 && innovations.length === 0
  return (
    <>
      <BigRiver lab={lab} innovations={known ? innovations : null} stages={stages} />
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
            {!known ? (
              asked.state === 'loading' && (
                <Panel title={t('lab.unitsByStage')}>
                  <Loading>{t('app.loading')}</Loading>
                </Panel>
              )
            ) : fresh ? (
              <StartList onAdd={() => setAdding({ unit: null })} />
            ) : (
              <UnitTable rows={rows} stages={stages} today={today} onAdd={readOnly ? undefined : (unit) => setAdding({ unit })} />
            )}
          </div>
          {!folded && (
            <aside className={css.column} data-region="panel" tabIndex={-1}>
              <NextPanel
                next={next}
                today={today}
                quiet={fresh && !readOnly}
                extra={
                  known && (
                    <ChatText
                      label={t('lab.chat')}
                      make={() => labText({ lab, innovations, stages, next: next?.head ?? null, today }, language)}
                    />
                  )
                }
              />
              {known && <Funnel innovations={innovations} late={late} />}
              <ConventionPanel quiet />
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
/** How often it is looked whether a new day has begun. */
const dayLook = 60_000

function BigRiver({
  lab,
  innovations,
  stages,
}: {
  readonly lab: Lab
  /** Null while they are asked for. */
  readonly innovations: readonly InnovationSummary[] | null
  readonly stages: readonly LabStage[]
}) {
  const t = useText()
  const stations = useStations()
  const counted = useMemo(
    () => (innovations === null ? stations : withCounts(stations, stages, lab, innovations, t)),
    [stations, stages, lab, innovations, t],
  )
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
  const defs = stages.map(({ def }) => def)
  return stations.map((station, at) => {
    const { stage } = station
    const reached = stage === 'deliver' ? [] : live.filter((one) => hasReached(one, stage, defs))
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
