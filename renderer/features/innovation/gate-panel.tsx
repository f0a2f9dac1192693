/** The gate at the end of a stage: its checklist, the leader's approval or the reason for passing without, and the step on. */
import { Button, Textarea } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconCircleCheck, IconCircleDashed, IconWritingSign } from '@tabler/icons-react'
import { useState } from 'react'
import { setOverride, setTick, writeFacts } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { factsOfInnovation, type GateState, gateState } from '#shared/rules/gates.ts'
import { useBoth, useText } from '../../app/text.ts'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip } from '../../parts/index.ts'
import { nowIso } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import { ApprovalRecord } from './approval-record.tsx'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

type Props = { readonly stage: LabStage; readonly stages: readonly LabStage[]; readonly follow: () => void }

export function GatePanel({ stage, stages, follow }: Props) {
  const { doc, value, readOnly, act } = useInnovation()
  const { lab } = useOpenLab()
  const t = useText()
  const both = useBoth()
  const gate = gateState(stage.def, factsOfInnovation(value), lab)
  const at = stages.findIndex((one) => one.key === stage.key)
  const next = stages[at + 1]
  const before = stages[at - 1]
  const here = value.stage === stage.key
  const goTo = (to: LabStage): void => {
    const was = value.stage
    act(() => writeFacts(doc, { stage: to.key }, byPerson))
    follow()
    notify.undoable(t('innovation.nowIn', { stage: to.label }), () => writeFacts(doc, { stage: was }, byPerson))
  }
  return (
    <Panel
      title={next === undefined ? t('innovation.gateEnd') : t('innovation.gate', { stage: next.label })}
      side={stage.def.gate.status === 'unverified' ? <StatusChip>{t('app.unverified')}</StatusChip> : undefined}
    >
      <p className={style.quiet}>{both(stage.def.gate.label)}</p>
      <Checklist stage={stage} gate={gate} />
      {gate.kind === 'approval' ? <ApprovalRecord stage={stage.key} gate={gate} /> : null}
      {gate.mayOverride && gate.missing.length > 0 && !readOnly ? <Override stage={stage} gate={gate} /> : null}
      {gate.override === null ? null : (
        <p className={style.note}>
          {t('innovation.overridden')} {gate.override.reason}
          <small>{gate.override.by}</small>
        </p>
      )}
      {here && !readOnly ? (
        <div className={style.steps}>
          {next === undefined ? null : (
            <Button
              disabled={!gate.passable}
              onClick={() => goTo(next)}
              rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
            >
              {t('innovation.goOn', { stage: next.label })}
            </Button>
          )}
          {before === undefined ? null : (
            <Button variant="subtle" onClick={() => goTo(before)} leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}>
              {t('innovation.goBack', { stage: before.label })}
            </Button>
          )}
          {next === undefined || gate.passable ? null : <p className={style.quiet}>{whyNot(gate, t)}</p>}
        </div>
      ) : null}
    </Panel>
  )
}

function whyNot(gate: GateState, t: ReturnType<typeof useText>): string {
  if (gate.kind === 'approval')
    return t('innovation.needsApproval', { leader: gate.approver === '' ? t('innovation.leader') : gate.approver })
  return t('innovation.needsItems', { n: gate.missing.length })
}

function Checklist({ stage, gate }: { readonly stage: LabStage; readonly gate: GateState }) {
  const { doc, readOnly, act } = useInnovation()
  const t = useText()
  const both = useBoth()
  return (
    <ul className={style.checks}>
      {gate.items.map((item) =>
        item.manual ? (
          <li key={item.key}>
            <label className={style.tick}>
              <input
                type="checkbox"
                checked={item.done}
                disabled={readOnly}
                onChange={(event) => {
                  const on = event.currentTarget.checked
                  act(() => setTick(doc, stage.key, item.key, on, byPerson))
                }}
              />
              {both(item.label)}
            </label>
          </li>
        ) : (
          <li key={item.key} data-done={item.done || undefined} className={style.read}>
            {item.done ? <IconCircleCheck size={18} stroke={1.75} aria-hidden /> : <IconCircleDashed size={18} stroke={1.75} aria-hidden />}
            <span>
              {both(item.label)} <small>{t(item.done ? 'innovation.autoDone' : 'innovation.autoOpen')}</small>
            </span>
          </li>
        ),
      )}
    </ul>
  )
}

/** A reason is printed in the report of the stage, so it is written before the step and not asked for afterwards. */
function Override({ stage, gate }: { readonly stage: LabStage; readonly gate: GateState }) {
  const { doc, me, act } = useInnovation()
  const t = useText()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  if (gate.override !== null)
    return (
      <Button variant="subtle" size="xs" onClick={() => act(() => setOverride(doc, stage.key, null, byPerson))}>
        {t('innovation.takeReasonBack')}
      </Button>
    )
  if (!open)
    return (
      <Button
        variant="default"
        size="xs"
        onClick={() => setOpen(true)}
        leftSection={<IconWritingSign size={16} stroke={1.75} aria-hidden />}
      >
        {t('innovation.passWithReason')}
      </Button>
    )
  return (
    <div className={style.form}>
      <Textarea
        autosize
        minRows={2}
        label={t('innovation.reason')}
        description={t('innovation.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={style.row}>
        <Button
          variant="light"
          size="xs"
          disabled={reason.trim() === ''}
          onClick={() => {
            act(() => setOverride(doc, stage.key, { reason: reason.trim(), by: me, at: nowIso() }, byPerson))
            setOpen(false)
          }}
        >
          {t('innovation.keepReason')}
        </Button>
        <Button variant="default" size="xs" onClick={() => setOpen(false)}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  )
}
