/** All gates of the lab: who stands before each, what is missing, and one act for many. */
import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { StageKey } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { go, places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { ChatText } from '../../chat/chat-text.tsx'
import { useOverview } from '../../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, ErrorBanner, PageTitle } from '../../parts/index.ts'
import { ActPanel } from './act-panel.tsx'
import { GateTable } from './gate-table.tsx'
import { GateTabs } from './gate-tabs.tsx'
import css from './gates.module.css'
import { leaderText } from './leader-text.ts'
import { Records, useRecords } from './records.tsx'
import { gateRows } from './rows.ts'
import { noSelection, type Selection } from './selection.ts'
import { StageMove } from './stage-move.tsx'
import { useAct } from './use-act.ts'

export function GatesPage({ stage }: { readonly stage: StageKey | null }) {
  const t = useText()
  const { id, lab, stages } = useOpenLab()
  usePageTitle(t('gates.title'), regionName(lab, t))
  const asked = useOverview(id)
  const here = stages.find(({ key }) => key === (stage ?? lab.stage)) ?? (stage === null ? stages[0] : undefined)
  if (here === undefined) {
    return <EmptyState title={stages.length === 0 ? t('lab.noMethod') : t('lab.noStage')} text={t('lab.noMethodSafe')} />
  }
  if (asked.state === 'failed') return <ErrorBanner {...asked.trouble} />
  return <Gate key={here.key} stage={here} innovations={asked.state === 'ready' ? asked.value.innovations : null} />
}

const none: readonly InnovationSummary[] = []

function Gate({ stage, innovations }: { readonly stage: LabStage; readonly innovations: readonly InnovationSummary[] | null }) {
  const t = useText()
  const { id, lab, stages, readOnly } = useOpenLab()
  const all = innovations ?? none
  const rows = useMemo(() => gateRows(stage, stages, lab, all), [stage, stages, lab, all])
  const [chosen, setChosen] = useState<Selection>(noSelection)
  const act = useAct(all)
  const side = useRef<HTMLElement>(null)
  // What left the list meanwhile, here or in another window, is not acted upon.
  const picked = useMemo(() => rows.filter(({ one }) => chosen.ids.has(one.id)), [rows, chosen])
  // The tick first, the form a moment later.
  const later = useDeferredValue(picked)
  const approval = stage.def.gate.kind === 'approval'
  const records = useRecords(stage, all, act.state.state === 'working')
  // One that was cut off is not to be overlooked below a long list.
  const list = approval ? <Records stage={stage} innovations={all} records={records} /> : null
  return (
    <div className={css.page}>
      <PageTitle
        title={t('gates.title')}
        lead={t('gates.lead')}
        side={
          approval && rows.length > 0 ? (
            <ChatText label={t('gates.forLeader')} make={() => leaderText({ stage, lab, rows, picked, t })} />
          ) : undefined
        }
      />
      <GateTabs stages={stages} chosen={stage.key} innovations={innovations} choose={(key) => go(places.gates(id, key))} />
      <div className={css.columns} role="tabpanel" id="gate-panel" aria-labelledby={`gate-${stage.key}`}>
        <div className={css.column}>
          {records.cutOff ? list : null}
          <GateTable
            stage={stage}
            rows={rows}
            loading={innovations === null}
            records={approval && !records.cutOff ? records.own.length : 0}
            chosen={chosen}
            choose={setChosen}
          />
          {picked.length === 0 ? null : (
            <div className={css.toActs}>
              <Button
                onClick={() => {
                  side.current?.scrollIntoView()
                  side.current?.focus({ preventScroll: true })
                }}
                rightSection={<IconArrowDown size={16} stroke={1.75} aria-hidden />}
              >
                {t('gates.toActs', { n: picked.length })}
              </Button>
            </div>
          )}
          {records.cutOff ? null : list}
        </div>
        <aside className={css.side} data-region="panel" tabIndex={-1} ref={side}>
          <ActPanel stage={stage} rows={rows} picked={later} act={act} choose={setChosen} />
          {readOnly ? null : <StageMove stage={stage} innovations={all} />}
        </aside>
      </div>
    </div>
  )
}
