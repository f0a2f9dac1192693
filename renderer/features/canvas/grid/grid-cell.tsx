/** One cell of a grid: shown, focused or written in. */
import { memo } from 'react'
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import type { GridRow } from '#shared/rules/grid.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { ItemEditor } from '../item-editor.tsx'
import { cellValue } from './edits.ts'
import style from './grid.module.css'
import type { At } from './grid.tsx'
import { readCell, showCell } from './table-text.ts'

type Props = {
  readonly column: GridColumn
  readonly row: GridRow
  readonly at: At
  readonly current: boolean
  readonly chosen: boolean
  /** `text` is the letter that began the writing; null keeps what is there. */
  readonly editing: { readonly text: string | null } | null
  readonly readOnly: boolean
  readonly onFocus: () => void
  readonly onEdit: () => void
  readonly onDone: (value: Value | undefined, move: boolean) => void
}

/** Drawn again only when it shows something else; its callbacks must therefore read what is current when they are called. */
export const GridCell = memo(
  GridCellBare,
  (a, b) =>
    a.column === b.column &&
    a.row === b.row &&
    a.at.row === b.at.row &&
    a.at.column === b.at.column &&
    a.current === b.current &&
    a.chosen === b.chosen &&
    a.editing === b.editing &&
    a.readOnly === b.readOnly,
)

function GridCellBare({ column, row, at, current, chosen, editing, readOnly, onFocus, onEdit, onDone }: Props) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const value = column.formula === undefined ? cellValue(row.item, column) : (row.values[column.key] ?? null)
  const shown = showCell(column, value, language)
  if (editing !== null && column.type === 'choice')
    return (
      <td className={style.cell} data-type={column.type}>
        <select
          ref={(node) => node?.focus()}
          className={style.select}
          aria-label={both(column.label)}
          defaultValue={typeof value === 'string' ? value : ''}
          onChange={(event) => onDone(event.currentTarget.value === '' ? null : event.currentTarget.value, false)}
          onBlur={() => onDone(undefined, false)}
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Escape' || event.key === 'Enter') onDone(undefined, false)
          }}
        >
          <option value="" />
          {(column.options ?? []).map((option) => (
            <option key={option.key} value={option.key}>
              {both(option.label)}
            </option>
          ))}
        </select>
      </td>
    )
  if (editing !== null)
    return (
      <td className={style.cell} data-type={column.type}>
        <ItemEditor
          label={both(column.label)}
          text={editing.text ?? shown}
          begun={editing.text !== null}
          className={style.editor}
          onSave={(text, byKey) => onDone(readCell(column, text), byKey)}
          onCancel={() => onDone(undefined, false)}
        />
      </td>
    )
  const rank = column.formula?.op === 'rank' ? row.ranks[column.key] : undefined
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes the focus
      role="gridcell"
      className={style.cell}
      data-type={column.type}
      data-cell={`${at.row}/${at.column}`}
      data-chosen={chosen || undefined}
      data-tint={column.type === 'score' && typeof value === 'number' ? tintOf(column, value) : undefined}
      tabIndex={current ? 0 : -1}
      aria-readonly={readOnly || column.type === 'formula'}
      onFocus={(event) => event.target === event.currentTarget && onFocus()}
      onDoubleClick={() => readOnly || column.type === 'formula' || onEdit()}
    >
      {column.formula?.op === 'rank' ? (
        rank == null ? (
          <span className={style.noRank}>{t('canvas.noRank')}</span>
        ) : (
          <span
            className={style.ring}
            data-first={rank.rank === 1 || undefined}
            data-tied={rank.shared || rank.decidedBy.length > 0 || undefined}
          >
            {rank.rank}
          </span>
        )
      ) : column.type === 'score' ? (
        <span className={style.score}>{shown}</span>
      ) : (
        <span className={column.type === 'formula' ? style.sum : style.words}>
          {shown === '' && column.key === 'text' ? t('canvas.noText') : shown}
        </span>
      )}
      {column.key === 'text' && (row.item.author !== '' || row.item.table !== '') ? (
        <small>{[row.item.author, row.item.table].filter((part) => part !== '').join(', ')}</small>
      ) : null}
    </td>
  )
}

/** Five tints over the range of the column, 1 palest. */
function tintOf(column: GridColumn, value: number): number {
  const min = column.min ?? 1
  const max = column.max ?? 5
  return max === min ? 3 : 1 + Math.round(((value - min) / (max - min)) * 4)
}
