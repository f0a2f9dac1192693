/** The lines between the rows: the head of a group, its totals, and the totals of all. */
import { IconPlus } from '@tabler/icons-react'
import type { GridColumn } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import type { GridGroup, GridTotals } from '#shared/rules/grid.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './grid.module.css'
import type { GridActs } from './use-grid.ts'
import { shownText } from './values.ts'

type Props = { readonly acts: GridActs; readonly group: GridGroup; readonly line: number; readonly lineKey: string }

/** What a group is called; rows without an option have a name too. */
export function useGroupName(acts: Pick<GridActs, 'grouping'>): (option: string | null) => string {
  const t = useText()
  const both = useBoth()
  return (option) => {
    const found = acts.grouping?.options?.find((one) => one.key === option)
    return found === undefined
      ? t('grid.noGroup', { column: acts.grouping === undefined ? '' : both(acts.grouping.label) })
      : both(found.label)
  }
}

export function GroupLine({ acts, group, line, lineKey, drop, onAdd }: Props & { readonly drop: boolean; readonly onAdd: () => void }) {
  const { def } = useSessionOf('grid')
  const t = useText()
  const both = useBoth()
  const name = useGroupName(acts)(group.option)
  const help = acts.grouping?.options?.find((one) => one.key === group.option)?.help
  return (
    <tr
      className={style.group}
      data-line={lineKey}
      data-group={group.option ?? ''}
      data-drop={drop ? 'below' : undefined}
      aria-rowindex={line + 2}
    >
      <th scope="rowgroup" colSpan={acts.columns.length + 1} aria-colindex={1}>
        <div>
          <b>{name}</b>
          <span>{t('grid.rowsIn', { n: group.rows.length })}</span>
          {acts.readOnly ? null : (
            <button type="button" onClick={onAdd}>
              <IconPlus size={16} stroke={1.75} aria-hidden />
              {both(def.rowLabel)}
              <span className={style.hidden}> {t('grid.inGroup', { group: name })}</span>
            </button>
          )}
          {help === undefined ? null : <small>{both(help)}</small>}
        </div>
      </th>
    </tr>
  )
}

export function GroupTotals({ acts, group, line, lineKey }: Props) {
  const t = useText()
  const name = useGroupName(acts)(group.option)
  return (
    <tr className={style.totals} data-line={lineKey} aria-rowindex={line + 2}>
      <TotalCells columns={acts.columns} totals={group.totals} label={t('grid.groupTotal', { group: name })} />
    </tr>
  )
}

/** Under the whole table; absent where no column is summed up. */
export function TotalsFoot({ acts }: { readonly acts: GridActs }) {
  const t = useText()
  if (acts.rows.length === 0 || !acts.columns.some((column) => column.total !== undefined)) return null
  return (
    <tfoot>
      <tr className={style.totals} aria-rowindex={acts.lines.length + 2}>
        <TotalCells columns={acts.columns} totals={acts.result.totals} label={t('grid.total')} />
      </tr>
    </tfoot>
  )
}

type CellsProps = { readonly columns: readonly GridColumn[]; readonly totals: GridTotals; readonly label: string }

/** The label stands under the number and, where that has no total itself, the first column: those that stay when one scrolls sideways. */
function TotalCells({ columns, totals, label }: CellsProps) {
  const t = useText()
  const language = useLanguage()
  const first = columns[0]?.total === undefined ? 1 : 0
  return (
    <>
      <th scope="row" colSpan={first + 1} aria-colindex={1}>
        {label}
      </th>
      {columns.slice(first).map((column, at) => (
        <td key={column.key} aria-colindex={first + at + 2} data-type={column.type}>
          {column.total === undefined ? null : (
            <>
              {column.total === 'sum' ? null : <small>{t(column.total === 'mean' ? 'grid.mean' : 'grid.count')} </small>}
              {totalText(column, totals[column.key] ?? null, language)}
            </>
          )}
        </td>
      ))}
    </>
  )
}

/** A sum or mean of a column as its cells are written; a count is only a number. */
export function totalText(column: GridColumn, value: number | null, language: Language): string {
  if (value === null) return '–'
  if (column.total === 'count') return String(value)
  return shownText(column.type === 'score' ? { ...column, type: 'number' } : column, Math.round(value * 100) / 100, language)
}
