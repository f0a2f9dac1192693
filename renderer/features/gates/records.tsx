/** The approvals that were recorded at a gate: who, when, by which paper and for which innovations. */
import { Button } from '@mantine/core'
import { useMemo, useRef } from 'react'
import type { StageKey } from '#shared/model/pack.ts'
import type { LabApproval } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { formatDay, formatMoment, localDay } from '#shared/rules/dates.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { AttachedFile } from '../../lab/attached-file.tsx'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { useApprovals } from '../../lab/use-sessions.ts'
import { Panel, StatusChip } from '../../parts/index.ts'
import { ActResult } from './act-result.tsx'
import css from './gates.module.css'
import style from './records.module.css'
import { useAct, useGateActs } from './use-act.ts'

const hasApproval = (one: InnovationSummary, stage: StageKey): boolean => (one.gates[stage]?.approval ?? null) !== null

export const recordsId = 'gate-records'

export type GateRecords = {
  /** The newest first. */
  readonly own: readonly LabApproval[]
  /** Some innovation of a record does not carry its approval. Held as it was while an approval is being recorded. */
  readonly cutOff: boolean
  readonly recording: boolean
}

/** @param recording an approval of this page is under way: what it has not reached yet is not cut off */
export function useRecords(stage: LabStage, innovations: readonly InnovationSummary[], recording: boolean): GateRecords {
  const approvals = useApprovals()
  const before = useRef(false)
  const now = useMemo(() => {
    const own = approvals.filter((one) => one.stage === stage.key).toReversed()
    const named = new Set<string>(own.flatMap((record) => record.innovations))
    return { own, cutOff: innovations.some((one) => !one.archived && named.has(one.id) && !hasApproval(one, stage.key)) }
  }, [approvals, stage.key, innovations])
  if (!recording) before.current = now.cutOff
  return { own: now.own, cutOff: before.current, recording }
}

type RecordsProps = { readonly stage: LabStage; readonly innovations: readonly InnovationSummary[]; readonly records: GateRecords }

export function Records({ stage, innovations, records: { own, recording } }: RecordsProps) {
  const t = useText()
  const single = useMemo(() => {
    const named = new Set<string>(own.flatMap((record) => record.innovations))
    return innovations.filter((one) => hasApproval(one, stage.key) && !named.has(one.id))
  }, [own, innovations, stage.key])
  if (own.length === 0 && single.length === 0) return null
  return (
    <Panel title={<span id={recordsId}>{t('gates.records')}</span>} note={t('gates.recordsNote')}>
      <ul className={style.records}>
        {own.map((record) => (
          <Record key={record.id} record={record} stage={stage} innovations={innovations} recording={recording} />
        ))}
        {single.length === 0 ? null : (
          <li>
            <details>
              <summary>
                <b>{t('gates.oneByOne')}</b>
                <span>{t('gates.nInnovations', { n: single.length })}</span>
              </summary>
              <Names innovations={single} />
            </details>
          </li>
        )}
      </ul>
    </Panel>
  )
}

type RecordProps = { readonly record: LabApproval; readonly recording: boolean } & Omit<RecordsProps, 'records'>

function Record({ record, recording, stage, innovations }: RecordProps) {
  const t = useText()
  const language = useLanguage()
  const { id: lab, lab: now, readOnly } = useOpenLab()
  const act = useAct(innovations)
  const acts = useGateActs(act, stage.key, '')
  const named = useMemo(() => {
    const ids = new Set<string>(record.innovations)
    return innovations.filter(({ id }) => ids.has(id))
  }, [record, innovations])
  const lacking = recording ? [] : named.filter((one) => !one.archived && !hasApproval(one, stage.key))
  const who = [record.position, record.name].filter((part) => part.trim() !== '').join(', ')
  // As it was done for the others; where it was done for none, they go on as they mostly do.
  const written = named.filter((one) => hasApproval(one, stage.key))
  const goOn = written.length === 0 || written.some((one) => one.stage !== stage.key)
  const resume = () =>
    void acts.gate(
      lacking.map(({ id }) => id),
      (client) => client.gate.resume({ lab, record: record.id, goOn }),
      (n) => t('gates.didApprove', { n, stage: '' }),
    )
  return (
    <li>
      <details>
        <summary>
          <b>{who}</b>
          <span>
            {[formatDay(record.date, language), record.document, t('gates.nInnovations', { n: record.innovations.length })]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
          {lacking.length === 0 ? null : <StatusChip tone="bad">{t('gates.cutOff', { n: lacking.length })}</StatusChip>}
        </summary>
        {record.remark.trim() === '' ? null : <p className={style.remark}>{record.remark}</p>}
        <p className={css.quiet}>
          {t('gates.recordedBy', {
            by: record.by === '' ? t('innovation.somebody') : record.by,
            day: formatDay(localDay(record.at, now.timeZone), language),
            time: formatMoment(record.at, language, now.timeZone),
          })}
        </p>
        <AttachedFile lab={lab} name={record.file} label={t('gates.openSheet')} saveName={`${t('gates.sheetName')} ${record.date}`} />
        <Names innovations={named} />
      </details>
      {lacking.length === 0 || readOnly ? null : (
        <div className={style.cutOff}>
          <span>{t('gates.cutOffText', { n: lacking.length, of: named.length })}</span>
          <Button size="xs" variant="light" loading={act.state.state === 'working'} onClick={resume}>
            {t('gates.resume')}
          </Button>
        </div>
      )}
      <ActResult state={act.state} clear={act.clear} />
    </li>
  )
}

/** By unit, in the order of the lab. */
function Names({ innovations }: { readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const { id, lab } = useOpenLab()
  const groups = useMemo(() => {
    const units = [...lab.units.map((unit) => ({ id: unit.id as string | null, name: unit.name })), { id: null, name: '' }]
    const known = new Set(units.map((unit) => unit.id))
    return units
      .map((unit) => ({ ...unit, own: innovations.filter((one) => (known.has(one.unit) ? one.unit : null) === unit.id) }))
      .filter(({ own }) => own.length > 0)
  }, [innovations, lab.units])
  return (
    <ul className={style.names}>
      {groups.map((unit) => (
        <li key={unit.id}>
          <span>{unit.id === null ? t('gates.noUnit') : unit.name}</span>
          {unit.own.map((one) => (
            <a key={one.id} href={places.innovation(id, one.id)}>
              {one.name === '' ? t('gates.unnamed') : one.name}
            </a>
          ))}
        </li>
      ))}
    </ul>
  )
}
