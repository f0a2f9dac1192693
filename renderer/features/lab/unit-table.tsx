import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconClockExclamation, IconFilter, IconPlus } from '@tabler/icons-react'
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { Milestone } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { hasReached, isThrough, milestonesOf, stageOfMilestone, standsAt } from '#shared/rules/milestones.ts'
import { latestOf } from '#shared/rules/owed.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { innovationLines } from '../../lab/behind-lines.ts'
import { useMilestoneName } from '../../lab/milestone-name.ts'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, Segmented, StatusChip, stageColors, stageNumber } from '../../parts/index.ts'
import { showBehind } from '../../state/behind.ts'
import css from './lab.module.css'
import { type Cell, filterRows, type RowFilter, type UnitRow } from './unit-rows.ts'
import own from './unit-table.module.css'

type Add = ((unit: string | null) => void) | undefined

export function UnitTable({
  rows,
  stages,
  today,
  onAdd,
}: {
  readonly rows: readonly UnitRow[]
  readonly stages: readonly LabStage[]
  readonly today: string
  readonly onAdd: Add
}) {
  const t = useText()
  const { id: lab } = useOpenLab()
  const [filter, setFilter] = useState<RowFilter>({ show: 'all', words: '' })
  const deferred = useDeferredValue(filter)
  const shown = useMemo(() => filterRows(rows, deferred), [rows, deferred])
  const columns = useMemo(() => milestonesOf(stages), [stages])
  const onCell = useCellList(stages, today)
  const choices = useMemo(() => {
    const count = (show: RowFilter['show']) => filterRows(rows, { show, words: '' }).length
    return [
      { value: 'all', label: t('lab.all') },
      { value: 'late', label: t('lab.late', { n: count('late') }) },
      { value: 'without', label: t('lab.without', { n: count('without') }) },
      { value: 'toMend', label: t('lab.toMend', { n: count('toMend') }) },
    ] as const
  }, [rows, t])
  return (
    <Panel
      title={t('lab.unitsByStage')}
      note={t('lab.shownOf', { n: shown.length, of: rows.length })}
      side={
        onAdd && (
          <Button variant="default" size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => onAdd(null)}>
            {t('lab.add')}
          </Button>
        )
      }
    >
      <div className={own.filters}>
        <Segmented label={t('lab.show')} value={filter.show} segments={choices} onChange={(show) => setFilter({ ...filter, show })} />
        <TextInput
          size="xs"
          data-search
          aria-label={t('lab.filter')}
          placeholder={t('lab.filter')}
          leftSection={<IconFilter size={16} stroke={1.75} aria-hidden />}
          value={filter.words}
          onChange={(event) => setFilter({ ...filter, words: event.currentTarget.value })}
        />
      </div>
      <table className={own.table}>
        <thead>
          <tr>
            <th scope="col" className={own.unitHead}>
              {t('lab.unit')}
            </th>
            <th scope="col" className={own.innovationHead}>
              {t('lab.innovation')}
            </th>
            {columns.map((column) => (
              <ColumnHead key={column} column={column} stages={stages} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.id ?? ''} row={row} columns={columns} lab={lab} onAdd={onAdd} onCell={onCell} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className={css.quiet}>{t('lab.filterNone')}</p>}
      <Legend />
    </Panel>
  )
}

function ColumnHead({ column, stages }: { readonly column: Milestone; readonly stages: readonly LabStage[] }) {
  const t = useText()
  const stage = stageOfMilestone(column)
  const label = stages.find(({ key }) => key === stage)?.label
  return (
    <th scope="col" title={label}>
      <b>{stageNumber(stage)}</b>{' '}
      <span>{column === 'launching' ? t('lab.launch') : column === 'monitoring' ? t('lab.monitor') : label}</span>
    </th>
  )
}

function Legend() {
  const t = useText()
  return (
    <div className={own.legend}>
      <span>
        <i>
          <IconCheck size={14} stroke={1.75} aria-hidden />
        </i>
        {t('lab.done')}
      </span>
      <span>
        <b>1/3</b> {t('lab.legendPart')}
      </span>
      <span className={own.legendLate}>
        <IconClockExclamation size={14} stroke={1.75} aria-hidden />
        {t('lab.legendLate')}
      </span>
    </div>
  )
}

type OnCell = (row: UnitRow, column: Milestone) => void

/** Opens the innovations of a unit with how each stands at one column. */
function useCellList(stages: readonly LabStage[], today: string): OnCell {
  const t = useText()
  const { lab } = useOpenLab()
  const nameOf = useMilestoneName()
  return useCallback(
    (row, column) => {
      const defs = stages.map(({ def }) => def)
      const standing = (one: InnovationSummary): string => {
        if (isThrough(one, column, defs)) return t('lab.done')
        const late = latestOf(one, lab.deadlines, defs, today)
        if (late?.milestone === column) return t('lab.lateDays', { n: late.days })
        const here = standsAt(one) === column || (column === 'documentation' && hasReached(one, column, defs))
        return t(here ? 'lab.running' : 'lab.notYet')
      }
      const lines =
        row.innovations.length === 0
          ? [{ id: row.id ?? '', text: row.full, more: t('lab.noInnovation'), href: places.people(lab.id) }]
          : innovationLines({ id: lab.id, units: [] }, row.innovations, standing)
      showBehind({ title: `${row.full}: ${nameOf(column)}`, lines })
    },
    [stages, today, lab.deadlines, lab.id, nameOf, t],
  )
}

/** A unit with more innovations than this shows the rest on request. */
const namesShown = 2

const Row = memo(function Row({
  row,
  columns,
  lab,
  onAdd,
  onCell,
}: {
  readonly row: UnitRow
  readonly columns: readonly Milestone[]
  readonly lab: string
  readonly onAdd: Add
  readonly onCell: OnCell
}) {
  return (
    <tr data-none={row.innovations.length === 0 || undefined}>
      <th scope="row" title={row.full}>
        {row.name}
      </th>
      <td className={own.names}>
        <Names row={row} lab={lab} onAdd={onAdd} />
      </td>
      {row.cells.map((cell, at) => {
        const column = columns[at]
        return column && <StageCell key={column} cell={cell} column={column} onClick={() => onCell(row, column)} />
      })}
    </tr>
  )
})

function Names({ row, lab, onAdd }: { readonly row: UnitRow; readonly lab: string; readonly onAdd: Add }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const names = open ? row.innovations : row.innovations.slice(0, namesShown)
  const rest = row.innovations.length - names.length
  return (
    <div>
      {row.innovations.length === 0 && <span className={css.quiet}>{t('lab.noInnovation')}</span>}
      {names.map((one) => (
        <a key={one.id} href={places.innovation(lab, one.id)} title={one.longName}>
          {one.name}
        </a>
      ))}
      {rest > 0 && (
        <button type="button" onClick={() => setOpen(true)}>
          {t('lab.more', { n: rest })}
        </button>
      )}
      {row.innovations.length === 0 && onAdd && (
        <button type="button" aria-label={t('lab.addFor', { unit: row.full })} onClick={() => onAdd(row.id)}>
          <IconPlus size={14} stroke={1.75} aria-hidden />
          {t('lab.addHere')}
        </button>
      )}
      {row.toMend > 0 && <StatusChip tone="warn">{t('lab.mendChip', { n: row.toMend })}</StatusChip>}
    </div>
  )
}

function StageCell({ cell, column, onClick }: { readonly cell: Cell; readonly column: Milestone; readonly onClick: () => void }) {
  const t = useText()
  const colors = stageColors(stageOfMilestone(column))
  switch (cell.kind) {
    case 'none':
      return (
        <td className={own.none}>
          <span aria-hidden="true">–</span>
          <span className={css.hidden}>{t('lab.notYet')}</span>
        </td>
      )
    case 'done':
      return (
        <td className={own.done} style={colors}>
          <button type="button" onClick={onClick} aria-label={t('lab.done')}>
            <IconCheck size={16} stroke={1.75} aria-hidden />
          </button>
        </td>
      )
    case 'here':
      return (
        <td className={own.here} style={colors}>
          <button type="button" onClick={onClick}>
            {t('lab.running')}
          </button>
        </td>
      )
    case 'late':
      return (
        <td className={own.late}>
          <button type="button" onClick={onClick} aria-label={t('lab.lateDays', { n: cell.days })}>
            <IconClockExclamation size={14} stroke={1.75} aria-hidden />
            {t('lab.days', { n: cell.days })}
          </button>
        </td>
      )
    case 'part':
      return (
        // The bar behind the number is the share; the number says it in words as well.
        <td
          className={own.part}
          style={{ ...colors, ['--p' as string]: `${(cell.n / cell.of) * 100}%` }}
          title={t('lab.partly', { n: cell.n, of: cell.of })}
        >
          <button type="button" onClick={onClick}>
            {cell.n}/{cell.of}
          </button>
        </td>
      )
  }
}
