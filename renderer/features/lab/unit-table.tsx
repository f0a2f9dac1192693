import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconFilter, IconPlus } from '@tabler/icons-react'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, Segmented, StatusChip, stageColors, stageNumber } from '../../parts/index.ts'
import css from './lab.module.css'
import { type Cell, type Column, columnsOf, filterRows, type RowFilter, type UnitRow } from './unit-rows.ts'

type Add = ((unit: string | null) => void) | undefined

export function UnitTable({
  rows,
  stages,
  onAdd,
}: {
  readonly rows: readonly UnitRow[]
  readonly stages: readonly LabStage[]
  readonly onAdd: Add
}) {
  const t = useText()
  const { id: lab } = useOpenLab()
  const [filter, setFilter] = useState<RowFilter>({ show: 'all', words: '' })
  const deferred = useDeferredValue(filter)
  const shown = useMemo(() => filterRows(rows, deferred), [rows, deferred])
  const columns = useMemo(() => columnsOf(stages.map(({ key }) => key)), [stages])
  const count = (show: RowFilter['show']) => filterRows(rows, { show, words: '' }).length
  const choices = [
    { value: 'all', label: t('lab.all') },
    { value: 'without', label: t('lab.without', { n: count('without') }) },
    { value: 'toMend', label: t('lab.toMend', { n: count('toMend') }) },
  ] as const
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
      <div className={css.filters}>
        <Segmented label={t('lab.show')} value={filter.show} segments={choices} onChange={(show) => setFilter({ ...filter, show })} />
        <TextInput
          size="xs"
          aria-label={t('lab.filter')}
          placeholder={t('lab.filter')}
          leftSection={<IconFilter size={16} stroke={1.75} aria-hidden />}
          value={filter.words}
          onChange={(event) => setFilter({ ...filter, words: event.currentTarget.value })}
        />
      </div>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.unitHead}>
              {t('lab.unit')}
            </th>
            <th scope="col" className={css.innovationHead}>
              {t('lab.innovation')}
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" title={stages.find(({ key }) => key === column.stage)?.label}>
                <b>{stageNumber(column.stage)}</b> <span>{columnName(column, stages, t)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.id ?? ''} row={row} columns={columns} lab={lab} onAdd={onAdd} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className={css.quiet}>{t('lab.filterNone')}</p>}
      <div className={css.legend}>
        <span>
          <i>
            <IconCheck size={14} stroke={1.75} aria-hidden />
          </i>
          {t('lab.done')}
        </span>
        <span>
          <b>1/3</b> {t('lab.legendPart')}
        </span>
      </div>
    </Panel>
  )
}

const columnName = (column: Column, stages: readonly LabStage[], t: ReturnType<typeof useText>): string =>
  column.part === 'launched'
    ? t('lab.launch')
    : column.part === 'monitored'
      ? t('lab.monitor')
      : (stages.find(({ key }) => key === column.stage)?.label ?? '')

/** A unit with more innovations than this shows the rest on request. */
const namesShown = 2

const Row = memo(function Row({
  row,
  columns,
  lab,
  onAdd,
}: {
  readonly row: UnitRow
  readonly columns: readonly Column[]
  readonly lab: string
  readonly onAdd: Add
}) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const names = open ? row.innovations : row.innovations.slice(0, namesShown)
  const rest = row.innovations.length - names.length
  return (
    <tr data-none={row.innovations.length === 0 || undefined}>
      <th scope="row" title={row.full}>
        {row.name}
      </th>
      <td className={css.names}>
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
      </td>
      {row.cells.map((cell, at) => {
        const column = columns[at]
        return column && <StageCell key={column.key} cell={cell} column={column} />
      })}
    </tr>
  )
})

function StageCell({ cell, column }: { readonly cell: Cell; readonly column: Column }) {
  const t = useText()
  const colors = stageColors(column.stage)
  switch (cell.kind) {
    case 'none':
      return (
        <td className={css.none}>
          <span aria-hidden="true">–</span>
          <span className={css.hidden}>{t('lab.notYet')}</span>
        </td>
      )
    case 'done':
      return (
        <td className={css.done} style={colors}>
          <IconCheck size={16} stroke={1.75} aria-hidden />
          <span className={css.hidden}>{t('lab.done')}</span>
        </td>
      )
    case 'here':
      return (
        <td className={css.here} style={colors}>
          {t('lab.running')}
        </td>
      )
    case 'part':
      return (
        // The bar behind the number is the share; the number says it in words as well.
        <td
          className={css.part}
          style={{ ...colors, ['--p' as string]: `${(cell.n / cell.of) * 100}%` }}
          title={t('lab.partly', { n: cell.n, of: cell.of })}
        >
          {cell.n}/{cell.of}
        </td>
      )
  }
}
