/** Everything about one item: its place by value, all its columns, what is worked out from them, and what can be done with it. */
import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowLeft, IconArrowUp, IconMapPinOff, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Item } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import type { GridRow } from '#shared/rules/grid.ts'
import { placeOf } from '#shared/rules/matrix.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { ValueField } from '../form/value-input.tsx'
import { useSessionOf } from '../session.tsx'
import { valueIn } from './edits.ts'
import style from './items.module.css'
import { Marks } from './marks.tsx'
import type { MatrixActs } from './use-matrix.ts'
import { shownValue } from './words.ts'

type Props = {
  readonly item: Item
  readonly acts: MatrixActs
  readonly close: () => void
  /** The outline moves the focus into the form; on the map it stays on the point. */
  readonly takeFocus?: boolean
}

export function ItemForm({ item, acts, close, takeFocus = false }: Props) {
  const { def, select } = useSessionOf('matrix')
  const t = useText()
  const row = acts.rows.get(item.id)
  const number = acts.numbers.get(item.id) ?? 0
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takeFocus) heading.current?.focus()
  }, [takeFocus])
  const next = acts.numbered[number]?.item
  const before = number > 1 ? acts.numbered[number - 2]?.item : undefined
  const placed = placeOf(def, item) !== null
  const alike = (other: Item | undefined): boolean => other !== undefined && (placeOf(def, other) !== null) === placed
  return (
    <section
      className={style.form}
      aria-label={t('matrix.details', { text: acts.nameOf(item) })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <div className={style.formTop}>
        <Button variant="default" size="xs" leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />} onClick={close}>
          {t('matrix.backToList')}
        </Button>
        <span>
          <Button variant="default" size="xs" disabled={before === undefined} onClick={() => before !== undefined && select([before.id])}>
            {t('matrix.previous')}
          </Button>
          <Button variant="default" size="xs" disabled={next === undefined} onClick={() => next !== undefined && select([next.id])}>
            {t('matrix.next')}
          </Button>
        </span>
      </div>
      <h2 ref={heading} tabIndex={-1} className={style.formHead}>
        <b className={style.number}>{number}</b>
        {acts.nameOf(item)}
      </h2>
      <p className={style.formPlace}>
        <StatusChip tone={placed ? 'plain' : 'warn'}>{acts.place(item)}</StatusChip>
      </p>
      <div className={style.fields}>
        {acts.columns.map((column) => (
          <ValueField
            key={column.key}
            column={column}
            value={valueIn(item, column)}
            fixed={acts.readOnly}
            set={(value) => acts.set(item.id, column, value)}
          >
            {row === undefined ? null : <Marks marks={row.marks[column.key] ?? []} />}
          </ValueField>
        ))}
      </div>
      {row === undefined ? null : <Worked columns={acts.columns} row={row} />}
      {acts.readOnly ? null : (
        <div className={style.formActs}>
          <Button
            variant="default"
            size="xs"
            disabled={!alike(before)}
            leftSection={<IconArrowUp size={16} stroke={1.75} aria-hidden />}
            onClick={() => acts.shift(item.id, -1)}
          >
            {t('matrix.moveUp')}
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={!alike(next)}
            leftSection={<IconArrowDown size={16} stroke={1.75} aria-hidden />}
            onClick={() => acts.shift(item.id, 1)}
          >
            {t('matrix.moveDown')}
          </Button>
          {placed ? (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconMapPinOff size={16} stroke={1.75} aria-hidden />}
              onClick={() => acts.takeOff(item.id)}
            >
              {t('matrix.takeOff')}
            </Button>
          ) : null}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
            onClick={() => acts.remove(item)}
          >
            {t('matrix.remove')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Formulas cannot be written into; they say what they came to. */
function Worked({ columns, row }: { readonly columns: readonly GridColumn[]; readonly row: GridRow }) {
  const language = useLanguage()
  const t = useText()
  const both = useBoth()
  const formulas = columns.filter((column) => column.formula !== undefined)
  if (formulas.length === 0) return null
  return (
    <div className={style.worked}>
      <h3>{t('matrix.worked')}</h3>
      <dl>
        {formulas.map((column) => (
          <div key={column.key}>
            <dt>{both(column.label)}</dt>
            <dd>
              {shownValue(column, row, language) ?? t('matrix.impossible')}
              {shownValue(column, row, language) === '' ? '–' : ''} <Marks marks={row.marks[column.key] ?? []} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
