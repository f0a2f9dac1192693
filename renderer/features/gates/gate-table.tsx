/** The innovations before a gate, each with what is missing. Chosen by mouse, with Shift in stretches, or with arrows and Space. */
import { Button, Select, TextInput } from '@mantine/core'
import {
  IconArrowBearRight,
  IconArrowDown,
  IconCircleCheck,
  IconCircleDashed,
  IconRosetteDiscountCheck,
  IconSearch,
} from '@tabler/icons-react'
import { memo, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { formatShortDay } from '#shared/rules/dates.ts'
import { places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, Loading, Panel, Segmented, StatusChip } from '../../parts/index.ts'
import css from './gates.module.css'
import { recordsId } from './records.tsx'
import { countStates, type GateRow, type RowState, shownRows } from './rows.ts'
import { type Selection, toggled, toggledAll } from './selection.ts'

type Props = {
  readonly stage: LabStage
  readonly rows: readonly GateRow[]
  readonly loading: boolean
  /** How many records of approval stand below the list. */
  readonly records: number
  readonly chosen: Selection
  readonly choose: (change: (before: Selection) => Selection) => void
}

const allUnits = ''

export function GateTable({ stage, rows, loading, records, chosen, choose }: Props) {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  const [state, setState] = useState<RowState | 'all'>('all')
  const [unit, setUnit] = useState<string>(allUnits)
  const [words, setWords] = useState('')
  const later = useDeferredValue(words)
  const shown = useMemo(() => shownRows(rows, { state, unit: unit === allUnits ? null : unit, words: later }), [rows, state, unit, later])
  const counts = countStates(rows)
  const approval = stage.def.gate.kind === 'approval'
  const units = useMemo(() => {
    const have = new Set(rows.map((row) => row.unit?.id))
    return lab.units.filter(({ id }) => have.has(id)).map(({ id, name }) => ({ value: id as string, label: name }))
  }, [lab.units, rows])
  const segments = [
    { value: 'all', label: t('gates.all', { n: counts.all }) },
    { value: 'ready', label: t('gates.ready', { n: counts.ready }) },
    { value: 'lacks', label: t('gates.lacks', { n: counts.lacks }) },
    { value: 'done', label: t(approval ? 'gates.approved' : 'gates.reasoned', { n: counts.done }) },
  ] as const
  if (rows.length === 0) {
    return <Panel title={t('gates.before')}>{loading ? <Loading>{t('app.loading')}</Loading> : <Nobody stage={stage} />}</Panel>
  }
  return (
    <Panel
      title={t('gates.before')}
      note={readOnly ? undefined : t('gates.chosenOf', { n: rows.filter(({ one }) => chosen.ids.has(one.id)).length, of: rows.length })}
      side={
        records === 0 ? undefined : (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => document.getElementById(recordsId)?.scrollIntoView({ block: 'center' })}
            rightSection={<IconArrowDown size={14} stroke={1.75} aria-hidden />}
          >
            {t('gates.seeRecords')} {records}
          </Button>
        )
      }
    >
      <div className={css.tools}>
        <Segmented label={t('gates.show')} value={state} segments={segments} onChange={setState} />
        <Select
          size="xs"
          className={css.byUnit ?? ''}
          aria-label={t('gates.unit')}
          data={[{ value: allUnits, label: t('gates.allUnits') }, ...units]}
          value={unit}
          allowDeselect={false}
          searchable
          onChange={(next) => setUnit(next ?? allUnits)}
        />
        <TextInput
          size="xs"
          className={css.search ?? ''}
          aria-label={t('gates.search')}
          placeholder={t('gates.search')}
          leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState inside text={t('gates.noMatch')} />
      ) : (
        <Rows stage={stage} shown={shown} chosen={chosen} choose={choose} readOnly={readOnly} />
      )}
    </Panel>
  )
}

function Nobody({ stage }: { readonly stage: LabStage }) {
  const t = useText()
  const { id } = useOpenLab()
  return (
    <EmptyState
      inside
      text={t('gates.nobody', { stage: stage.label })}
      acts={
        <Button component="a" href={places.lab(id)} variant="default">
          {t('gates.toOverview')}
        </Button>
      }
    />
  )
}

type RowsProps = Pick<Props, 'stage' | 'chosen' | 'choose'> & { readonly shown: readonly GateRow[]; readonly readOnly: boolean }

function Rows({ stage, shown, chosen, choose, readOnly }: RowsProps) {
  const t = useText()
  const body = useRef<HTMLTableSectionElement>(null)
  const ids = useMemo(() => shown.map(({ one }) => one.id), [shown])
  const [at, setAt] = useState<string | null>(null)
  const focus = at !== null && ids.includes(at) ? at : ids[0]
  const now = useRef(ids)
  now.current = ids
  const toggle = useCallback((id: string, stretch: boolean) => choose((before) => toggled(before, id, now.current, stretch)), [choose])
  const picked = ids.filter((id) => chosen.ids.has(id)).length
  const moveTo = (next: string | undefined): void => {
    if (next === undefined) return
    setAt(next)
    body.current?.querySelector<HTMLInputElement>(`[data-row="${next}"] input`)?.focus()
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const here = ids.indexOf(focus ?? '')
    const steps: Readonly<Record<string, number>> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: ids.length - 1 }
    const next = steps[event.key]
    if (next !== undefined && !event.altKey && !event.ctrlKey) {
      event.preventDefault()
      moveTo(ids[Math.max(0, Math.min(ids.length - 1, next))])
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      choose((before) => toggledAll({ ...before, ids: new Set([...before.ids].filter((id) => !ids.includes(id))) }, ids))
    }
  }
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {readOnly ? null : (
            <th scope="col" className={css.tickHead}>
              <input
                type="checkbox"
                aria-label={t('gates.chooseAll', { n: ids.length })}
                checked={picked === ids.length}
                ref={(box) => {
                  if (box) box.indeterminate = picked > 0 && picked < ids.length
                }}
                onChange={() => choose((before) => toggledAll(before, ids))}
              />
            </th>
          )}
          <th scope="col">{t('gates.innovation')}</th>
          <th scope="col">{t('gates.missing')}</th>
          <th scope="col" className={css.stateHead}>
            {t('gates.state')}
          </th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={readOnly ? undefined : onKeyDown}>
        {shown.map((row) => (
          <Row
            key={row.one.id}
            row={row}
            stage={stage}
            chosen={chosen.ids.has(row.one.id)}
            focusable={row.one.id === focus}
            toggle={readOnly ? null : toggle}
            focused={setAt}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly row: GateRow
  readonly stage: LabStage
  readonly chosen: boolean
  readonly focusable: boolean
  readonly toggle: ((id: string, stretch: boolean) => void) | null
  readonly focused: (id: string) => void
}

/** While forty are approved, each that is stored draws its own line anew and no other. */
const sameLine = (a: RowProps, b: RowProps): boolean =>
  a.row.one === b.row.one &&
  a.row.unit === b.row.unit &&
  a.stage === b.stage &&
  a.chosen === b.chosen &&
  a.focusable === b.focusable &&
  a.toggle === b.toggle &&
  a.focused === b.focused

const Row = memo(function Row({ row, stage, chosen, focusable, toggle, focused }: RowProps) {
  const t = useText()
  const { id } = useOpenLab()
  const { one, unit } = row
  return (
    <tr
      data-row={one.id}
      data-chosen={chosen || undefined}
      data-act={toggle === null ? undefined : true}
      onClick={(event) => {
        // The name leads to the innovation; the rest of the line chooses it.
        if (toggle === null || (event.target instanceof Element && event.target.closest('a'))) return
        toggle(one.id, event.shiftKey)
      }}
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault()
      }}
    >
      {toggle === null ? null : (
        <td className={css.tick}>
          <input
            type="checkbox"
            aria-label={one.name === '' ? t('gates.unnamed') : one.name}
            checked={chosen}
            tabIndex={focusable ? 0 : -1}
            onFocus={() => focused(one.id)}
            onChange={() => undefined}
          />
        </td>
      )}
      <th scope="row">
        <a href={places.innovation(id, one.id)} tabIndex={focusable || toggle === null ? 0 : -1}>
          {one.name === '' ? t('gates.unnamed') : one.name}
        </a>
        <small>{unit?.name ?? t('gates.noUnit')}</small>
      </th>
      <td className={css.missing}>
        <Missing row={row} />
      </td>
      <td className={css.state}>
        <State row={row} stage={stage} />
      </td>
    </tr>
  )
}, sameLine)

function Missing({ row: { gate, here, one, state } }: { readonly row: GateRow }) {
  const t = useText()
  const both = useBoth()
  const { stages } = useOpenLab()
  const lines = gate.items.filter((item) => !item.done).map((item) => both(item.label))
  const ahead =
    !here && state !== 'done' ? t('gates.wentOn', { stage: stages.find(({ key }) => key === one.stage)?.label ?? one.stage }) : ''
  if (gate.override !== null) return <span>{t('gates.because', { reason: gate.override.reason, by: gate.override.by || '-' })}</span>
  if (state === 'done' && gate.approval !== null) {
    const { name, position, document } = gate.approval
    return <span>{[position, name, document].filter((part) => part.trim() !== '').join(' · ')}</span>
  }
  if (ahead === '' && lines.length === 0) return <span className={css.quiet}>{t('gates.complete')}</span>
  return (
    <ul>
      {ahead === '' ? null : <li data-strong>{ahead}</li>}
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function State({ row: { gate, state, one }, stage }: { readonly row: GateRow; readonly stage: LabStage }) {
  const t = useText()
  const language = useLanguage()
  const flags = stage.key === 'deliver' ? (['launched', 'monitored'] as const) : []
  return (
    <>
      {state === 'ready' ? (
        <StatusChip tone="act" icon={IconCircleCheck}>
          {t('gates.isReady')}
        </StatusChip>
      ) : state === 'lacks' ? (
        <StatusChip tone="warn" icon={IconCircleDashed}>
          {gate.missing.length === 0 ? t('gates.notApproved') : t('gates.lacksN', { n: gate.missing.length })}
        </StatusChip>
      ) : gate.approval === null ? (
        <StatusChip icon={IconArrowBearRight}>{t('gates.isReasoned')}</StatusChip>
      ) : (
        <StatusChip tone="ok" icon={IconRosetteDiscountCheck}>
          {formatShortDay(gate.approval.date, language)}
        </StatusChip>
      )}
      {flags.map((flag) => (
        <StatusChip key={flag} tone={one[flag] ? 'ok' : 'plain'} icon={one[flag] ? IconCircleCheck : IconCircleDashed}>
          {t(one[flag] ? `gates.is_${flag}` : `gates.not_${flag}`)}
        </StatusChip>
      ))}
    </>
  )
}
