/** One cell of a grid: shown, focused or written in. */
import { memo } from 'react'
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import type { GridRow } from '#shared/rules/grid.ts'
import { canvasText } from '#shared/text/canvas.ts'
import { useBoth, useText } from '../../../app/text.ts'
import style from './cell.module.css'
import { CellEditor } from './cell-editor.tsx'
import { CellShow, isWide } from './cell-show.tsx'
import type { At } from './range.ts'
import type { Then } from './text-editor.tsx'
import { gravest, toneLooks } from './tones.tsx'
import type { Editing } from './use-cursor.ts'

/** What cells and rows tell the table; always the same object, whose functions read what is current when they are called. */
export type Hand = {
  readonly focused: (at: At) => void
  readonly set: (row: GridRow, column: GridColumn, value: Value) => void
  readonly done: (at: At, row: GridRow, column: GridColumn, value: Value | undefined, then: Then) => void
  readonly menu: (row: GridRow | null) => void
}

type Props = {
  readonly column: GridColumn
  readonly row: GridRow
  readonly value: Value
  readonly years: readonly string[]
  readonly at: At
  readonly current: boolean
  readonly chosen: boolean
  /** The corner of the selection that is dragged to fill. */
  readonly handle: boolean
  readonly editing: Editing | null
  readonly readOnly: boolean
  readonly hand: Hand
}

/** Drawn again only when it shows something else. */
export const GridCell = memo(
  GridCellBare,
  (a, b) =>
    a.column === b.column &&
    a.row === b.row &&
    a.value === b.value &&
    a.years === b.years &&
    a.at.row === b.at.row &&
    a.at.column === b.at.column &&
    a.current === b.current &&
    a.chosen === b.chosen &&
    a.handle === b.handle &&
    a.editing === b.editing &&
    a.readOnly === b.readOnly &&
    a.hand === b.hand,
)

function GridCellBare({ column, row, value, years, at, current, chosen, handle, editing, readOnly, hand }: Props) {
  const t = useText()
  const both = useBoth()
  if (editing !== null)
    return (
      <td
        className={style.cell}
        data-type={column.type}
        data-main={column.key === 'text' || undefined}
        data-editing
        aria-colindex={at.column + 2}
      >
        <CellEditor
          column={column}
          value={value}
          years={years}
          begun={editing.text}
          file={editing.file}
          onSet={(next) => hand.set(row, column, next)}
          onDone={(next, then) => hand.done(at, row, column, next, then)}
        />
      </td>
    )
  const poll = row.polls[column.key]
  const marks = row.marks[column.key] ?? []
  const mark = gravest(marks)
  const Sign = mark === undefined ? null : toneLooks[mark.tone].icon
  const said = marks.map((one) => both(one.label)).join('. ')
  const scored = poll === undefined ? value : poll.value
  const required = column.required && row.missing.includes(column.key)
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes the focus
      role="gridcell"
      className={style.cell}
      data-type={column.type}
      data-main={column.key === 'text' || undefined}
      data-cell={`${at.row}/${at.column}`}
      data-chosen={chosen || undefined}
      data-tint={column.type === 'score' && typeof scored === 'number' ? tintOf(column, scored) : undefined}
      data-tone={mark?.tone}
      data-wide={(poll !== undefined && isWide(poll)) || undefined}
      data-required={required || undefined}
      title={said === '' ? undefined : said}
      tabIndex={current ? 0 : -1}
      aria-colindex={at.column + 2}
      aria-selected={chosen}
      aria-readonly={readOnly}
      onFocus={(event) => event.target === event.currentTarget && hand.focused(at)}
    >
      <CellShow column={column} row={row} value={value} years={years} />
      {Sign === null ? null : (
        <span className={style.mark} data-tone={mark?.tone}>
          <Sign size={14} stroke={2} aria-hidden />
          <span className={style.hidden}>{said}</span>
        </span>
      )}
      {required ? <span className={style.hidden}>{t('grid.stillNeeded')}</span> : null}
      {column.key === 'text' ? <By item={row.item} /> : null}
      {handle ? <i className={style.handle} data-fill aria-hidden /> : null}
    </td>
  )
}

/** How people without a name sign, whatever language they use. */
const nobody: readonly string[] = Object.values(canvasText.somebody)

/** Who wrote the row, where that is known. */
function By({ item }: { readonly item: GridRow['item'] }) {
  const parts = [nobody.includes(item.author) ? '' : item.author, item.table].filter((part) => part !== '')
  return parts.length === 0 ? null : <small>{parts.join(', ')}</small>
}

/** Five tints over the range of the column, 1 palest. */
function tintOf(column: GridColumn, value: number): number {
  const min = column.min ?? 1
  const max = column.max ?? 5
  return max === min ? 3 : 1 + Math.round(Math.max(0, Math.min(1, (value - min) / (max - min))) * 4)
}
