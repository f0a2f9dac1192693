/** The matrix without its map: a table of all items with all their values, and the form of the one that is open beside it. */
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useRowDrag } from '../../../parts/use-row-drag.ts'
import { Thumbnail } from '../form/photo.tsx'
import { useSessionOf } from '../session.tsx'
import { AddItem } from './add-item.tsx'
import { valueIn } from './edits.ts'
import { Grip } from './grip.tsx'
import { ItemForm } from './item-form.tsx'
import style from './items.module.css'
import { Marks } from './marks.tsx'
import { MatrixList } from './matrix-list.tsx'
import { Starters } from './starters.tsx'
import { type MatrixActs, useMatrix } from './use-matrix.ts'
import { shownValue } from './words.ts'

export function MatrixOutline() {
  const { items, selection, select } = useSessionOf('matrix')
  const acts = useMatrix()
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false }) ?? false
  const active = items.find((item) => item.id === selection.active)
  const box = useRef<HTMLDivElement>(null)
  useReturn(box, active?.id ?? null)
  const form = active === undefined ? null : <ItemForm key={active.id} item={active} acts={acts} takeFocus close={() => select([], null)} />
  if (narrow && form !== null)
    return (
      <div className={style.outline} ref={box}>
        {form}
      </div>
    )
  return (
    <div className={style.outline} data-open={form === null ? undefined : true} ref={box}>
      <div className={style.tableSide}>
        {acts.readOnly ? null : <AddItem acts={acts} />}
        <Starters acts={acts} />
        {narrow || form !== null ? <MatrixList acts={acts} only={null} showAll={() => undefined} /> : <ItemTable acts={acts} />}
      </div>
      {form}
    </div>
  )
}

/** When the form closes, the focus goes back to the item it belonged to. */
function useReturn(box: React.RefObject<HTMLDivElement | null>, open: ItemId | null): void {
  const last = useRef<ItemId | null>(null)
  useEffect(() => {
    if (open === null && last.current !== null && document.activeElement === document.body)
      box.current?.querySelector<HTMLElement>(`[data-entry="${last.current}"]`)?.focus()
    last.current = open
  }, [box, open])
}

function ItemTable({ acts }: { readonly acts: MatrixActs }) {
  const { def, selection, select } = useSessionOf('matrix')
  const language = useLanguage()
  const t = useText()
  const both = useBoth()
  const body = useRef<HTMLTableSectionElement>(null)
  const carry = useRowDrag(body, acts.move, 'data-entry')
  const columns = acts.columns.filter((column) => column.key !== 'text')
  const label = t('matrix.tableOf', { items: both(def.itemLabel) })
  return (
    // A table wider than the page is scrolled by keys as well.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={style.tableBox} aria-label={label} tabIndex={0}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.number')}</th>
            <th scope="col">{both(def.itemLabel)}</th>
            <th scope="col">{t(def.cells === undefined ? 'matrix.place' : 'matrix.level')}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.short ?? both(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {acts.numbered.map(({ number, item }) => {
            const row = acts.rows.get(item.id)
            return (
              <tr key={item.id} data-row data-current={selection.active === item.id || undefined}>
                <td className={style.numberCell}>
                  {acts.readOnly ? null : <Grip {...carry(item.id, number - 1)} />}
                  {number}
                </td>
                <th scope="row">
                  <button
                    type="button"
                    className={style.name}
                    data-entry={item.id}
                    aria-expanded={selection.active === item.id}
                    onClick={() => select([item.id])}
                    onKeyDown={(event) => {
                      if (acts.readOnly) return
                      const up = event.key === 'ArrowUp'
                      if (event.altKey && (up || event.key === 'ArrowDown')) acts.shift(item.id, up ? -1 : 1)
                      else if (event.key === 'Delete') acts.remove(item)
                      else return
                      event.preventDefault()
                    }}
                  >
                    {acts.nameOf(item)}
                  </button>
                </th>
                <td className={style.placeCell}>{acts.place(item)}</td>
                {columns.map((column) => {
                  const value = valueIn(item, column)
                  const shown = row === undefined ? '' : shownValue(column, row, language)
                  return (
                    <td
                      key={column.key}
                      style={widthOf(column)}
                      data-number={['score', 'number', 'rupiah', 'percent', 'formula'].includes(column.type) || undefined}
                    >
                      {column.type === 'photo' && typeof value === 'string' && value !== '' ? (
                        <Thumbnail name={value} label={both(column.label)} />
                      ) : (
                        (shown ?? t('matrix.impossible'))
                      )}
                      <Marks marks={row?.marks[column.key] ?? []} />
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** Wide columns keep their width and let the table scroll, instead of breaking words. */
const widthOf = (column: GridColumn) => ({ '--column': `${Math.round(60 + 70 * Math.min(column.width, 3))}px` }) as React.CSSProperties // a custom property
