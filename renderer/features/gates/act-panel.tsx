/** What can be done at a gate with the innovations chosen, and what came of it. */
import { Button, Textarea } from '@mantine/core'
import { IconArrowRight, IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import { useBoth, useText } from '../../app/text.ts'
import { useSettings } from '../../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { Kbd, Panel, StatusChip } from '../../parts/index.ts'
import { ActResult } from './act-result.tsx'
import { ApprovalForm } from './approval-form.tsx'
import css from './gates.module.css'
import type { GateRow } from './rows.ts'
import { noSelection, type Selection } from './selection.ts'
import { type Act, type GateActs, useGateActs } from './use-act.ts'

type Props = {
  readonly stage: LabStage
  readonly rows: readonly GateRow[]
  readonly picked: readonly GateRow[]
  readonly act: Act
  readonly choose: (next: Selection) => void
}

export function ActPanel({ stage, rows, picked, act, choose }: Props) {
  const t = useText()
  const both = useBoth()
  const { readOnly } = useOpenLab()
  const { me } = useSettings()
  const acts = useGateActs(act, stage.key, me.name)
  const { gate } = stage.def
  const ready = rows.filter(({ state }) => state === 'ready')
  const busy = act.state.state === 'working'
  const acting = !readOnly && picked.length > 0
  const rule = (
    <>
      <p className={css.quiet}>{t(ruleOf(stage))}</p>
      <p className={css.quiet}>{t('lab.source', { source: gate.source })}</p>
    </>
  )
  return (
    <Panel title={both(gate.label)} side={gate.status === 'unverified' ? <StatusChip>{t('app.unverified')}</StatusChip> : undefined}>
      {/* Once there is something to do, its form comes first: all of it fits on a small laptop. */}
      {!acting && rule}
      <ActResult state={act.state} clear={act.clear} />
      {readOnly || rows.length === 0 ? null : picked.length === 0 ? (
        <div className={css.stack}>
          <p>{t('gates.pick')}</p>
          <p className={css.quiet}>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('gates.keyMove')} · <Kbd>{t('gates.space')}</Kbd> {t('gates.keyPick')} · <Kbd>Shift</Kbd>{' '}
            {t('gates.keyStretch')} · <Kbd>Ctrl A</Kbd> {t('gates.keyAll')}
          </p>
          {ready.length === 0 ? null : (
            <Button
              variant="light"
              leftSection={<IconChecks size={16} stroke={1.75} aria-hidden />}
              onClick={() => choose({ ids: new Set(ready.map(({ one }) => one.id)), anchor: null })}
            >
              {t('gates.pickReady', { n: ready.length })}
            </Button>
          )}
        </div>
      ) : gate.kind === 'approval' ? (
        <ApprovalForm stage={stage} picked={picked} acts={acts} busy={busy} by={me.name} letGo={() => choose(noSelection)} />
      ) : (
        <ChecklistActs stage={stage} picked={picked} acts={acts} busy={busy} by={me.name} />
      )}
      {acting && rule}
    </Panel>
  )
}

function ruleOf({ key, def: { gate } }: LabStage) {
  if (gate.kind === 'approval') return 'gates.ruleApproval'
  if (key === 'documentation') return 'gates.ruleAlong'
  return gate.opens === undefined ? 'gates.ruleClosing' : 'gates.ruleChecklist'
}

type ActsProps = {
  readonly stage: LabStage
  readonly picked: readonly GateRow[]
  readonly acts: GateActs
  readonly busy: boolean
  readonly by: string
}

function ChecklistActs({ stage, picked, acts, busy, by }: ActsProps) {
  const t = useText()
  const { id: lab, stages } = useOpenLab()
  const [reason, setReason] = useState('')
  const opens = stages.find(({ key }) => key === stage.def.gate.opens)
  const ids = picked.map(({ one }) => one.id)
  const pass = picked.filter(({ gate, here }) => gate.passable && here).map(({ one }) => one.id)
  const kept = picked.filter(({ gate, here }) => !gate.passable && here).map(({ one }) => one.id)
  return (
    <div className={css.stack}>
      {stage.key === 'deliver' ? <Flags picked={picked} acts={acts} busy={busy} /> : null}
      <Lines stage={stage} picked={picked} acts={acts} busy={busy} />
      {opens === undefined || pass.length === 0 ? null : (
        <Button
          loading={busy}
          rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
          onClick={() =>
            void acts.gate(
              pass,
              (client) => client.gate.pass({ lab, stage: stage.key, by, innovations: pass }),
              (n) => t('gates.passed', { n, stage: opens.label }),
            )
          }
        >
          {t('gates.pass', { n: pass.length, stage: opens.label })}
        </Button>
      )}
      {stage.key === 'documentation' || kept.length === 0 ? null : (
        <form
          className={css.stack}
          onSubmit={(event) => {
            event.preventDefault()
            void acts
              .gate(
                kept,
                (client) => client.gate.override({ lab, stage: stage.key, by, innovations: kept, reason: reason.trim(), goOn: true }),
                (n) => (opens === undefined ? t('gates.keptReason', { n }) : t('gates.passedReason', { n, stage: opens.label })),
              )
              .then((answer) => answer !== null && setReason(''))
          }}
        >
          <Textarea
            autosize
            minRows={2}
            maxLength={4000}
            label={t('gates.reason', { n: kept.length })}
            description={t('innovation.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" variant="light" disabled={reason.trim() === ''} loading={busy}>
            {t(opens === undefined ? 'gates.keepReason' : 'gates.passReason', { n: kept.length })}
          </Button>
        </form>
      )}
      {opens === undefined && stage.def.gate.items.every(({ check }) => check.type !== 'manual') ? (
        <p className={css.quiet}>{t('gates.nothingToTick', { n: ids.length })}</p>
      ) : null}
    </div>
  )
}

/** Launching and monitoring are counted apart (domain.md 1.2). */
function Flags({ picked, acts, busy }: Omit<ActsProps, 'stage' | 'by'>) {
  const t = useText()
  return (['launched', 'monitored'] as const).map((flag) => {
    const open = picked.filter(({ one }) => !one[flag]).map(({ one }) => one.id)
    const set = picked.filter(({ one }) => one[flag]).map(({ one }) => one.id)
    return (
      <div key={flag} className={css.line}>
        <span>
          {t(`gates.${flag}`)} <small>{t('gates.ofChosen', { n: set.length, of: picked.length })}</small>
        </span>
        <LineActs
          open={open}
          set={set}
          busy={busy}
          mark={(ids, on) => void acts.mark(ids, { what: flag }, on, (n) => t(on ? `gates.done_${flag}` : `gates.undone_${flag}`, { n }))}
        />
      </div>
    )
  })
}

function Lines({ stage, picked, acts, busy }: Omit<ActsProps, 'by'>) {
  const t = useText()
  const both = useBoth()
  return stage.def.gate.items
    .filter(({ check }) => check.type === 'manual')
    .map(({ key, label }) => {
      const isSet = (row: GateRow) => row.gate.items.some((item) => item.key === key && item.done)
      const set = picked.filter(isSet).map(({ one }) => one.id)
      const open = picked.filter((row) => !isSet(row)).map(({ one }) => one.id)
      return (
        <div key={key} className={css.line}>
          <span>
            {both(label)} <small>{t('gates.ofChosen', { n: set.length, of: picked.length })}</small>
          </span>
          <LineActs
            open={open}
            set={set}
            busy={busy}
            mark={(ids, on) =>
              void acts.mark(ids, { what: 'line', key }, on, (n) => t(on ? 'gates.ticked' : 'gates.unticked', { n, line: both(label) }))
            }
          />
        </div>
      )
    })
}

function LineActs(props: {
  readonly open: readonly string[]
  readonly set: readonly string[]
  readonly busy: boolean
  readonly mark: (ids: readonly string[], on: boolean) => void
}) {
  const t = useText()
  const { open, set, busy, mark } = props
  return open.length > 0 ? (
    <Button size="xs" variant="light" disabled={busy} onClick={() => mark(open, true)}>
      {t('gates.tick', { n: open.length })}
    </Button>
  ) : (
    <Button size="xs" variant="subtle" disabled={busy} onClick={() => mark(set, false)}>
      {t('gates.untick')}
    </Button>
  )
}
