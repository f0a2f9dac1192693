/** The head of the table: what each column is, its order, and its edge that makes it wider. */
import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import type { GridColumn } from '#shared/model/pack.ts'
import { monthName } from '#shared/rules/dates.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import cell from './cell.module.css'
import style from './grid.module.css'
import type { Sort } from './sort.ts'
import { headLabel, narrowest, widest } from './widths.ts'

type Props = {
  readonly columns: readonly GridColumn[]
  readonly years: readonly string[]
  /** Column of the cursor, when it is in the head. */
  readonly cursor: number | null
  readonly sort: Sort | null
  /** px, in the order of the columns. */
  readonly widths: readonly number[]
  readonly setWidth: (column: GridColumn, width: number | null) => void
  readonly onSort: (column: GridColumn) => void
  readonly onFocus: (column: number) => void
}

/** Drawn again only when it shows something else. */
export const GridHeader = memo(GridHeaderBare)

function GridHeaderBare({ columns, years, cursor, sort, widths, setWidth, onSort, onFocus }: Props) {
  const t = useText()
  const both = useBoth()
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className={style.no} scope="col" aria-colindex={1}>
          {t('canvas.no')}
        </th>
        {columns.map((column, place) => {
          const order = sort?.column !== column.key ? 'none' : sort.down ? 'descending' : 'ascending'
          return (
            <th
              key={column.key}
              scope="col"
              data-type={column.type}
              data-main={column.key === 'text' || undefined}
              data-cell={`-1/${place}`}
              tabIndex={cursor === place ? 0 : -1}
              title={column.help === undefined ? undefined : both(column.help)}
              aria-label={both(column.label)}
              aria-description={t('grid.headKeys')}
              aria-colindex={place + 2}
              aria-sort={order}
              onClick={() => onSort(column)}
              onFocus={() => onFocus(place)}
            >
              <span className={style.headCell}>
                {column.short === undefined ? null : <b>{column.short}</b>}
                <span>
                  {headLabel(both(column.label), column.short)}
                  {column.required ? <span className={style.required}> *</span> : null}
                  {order === 'none' ? null : order === 'ascending' ? (
                    <IconArrowNarrowUp size={14} stroke={2} aria-hidden />
                  ) : (
                    <IconArrowNarrowDown size={14} stroke={2} aria-hidden />
                  )}
                </span>
                {column.type === 'months' ? <MonthLetters years={years} /> : null}
              </span>
              <Grip width={widths[place] ?? narrowest} onWidth={(width) => setWidth(column, width)} />
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function MonthLetters({ years }: { readonly years: readonly string[] }) {
  const language = useLanguage()
  return (
    <span className={cell.letters} aria-hidden>
      {years.length > 1 ? <small /> : null}
      {Array.from({ length: 12 }, (_, at) => (
        <i key={monthName(at + 1, language)}>{monthName(at + 1, language).slice(0, 1)}</i>
      ))}
    </span>
  )
}

/** Dragged with the mouse; a double click gives the usual width back. The keys for it are on the head's own button. */
function Grip({ width, onWidth }: { readonly width: number; readonly onWidth: (width: number | null) => void }) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the head does the same by Alt and an arrow
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is only kept from sorting
    <span
      className={style.grip}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.preventDefault()
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? width }
      }}
      onPointerMove={(event) => {
        if (from.current !== null) onWidth(Math.max(narrowest, Math.min(widest, from.current.width + event.clientX - from.current.x)))
      }}
      onPointerUp={() => {
        from.current = null
      }}
      onDoubleClick={() => onWidth(null)}
    />
  )
}
