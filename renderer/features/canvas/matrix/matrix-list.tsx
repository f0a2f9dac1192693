/** The items of a matrix by number, name and place: beside the map, and on a narrow screen instead of the table. */
import { Button } from '@mantine/core'
import { useRef } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { useRowDrag } from '../../../parts/use-row-drag.ts'
import { useSessionOf } from '../session.tsx'
import { Grip } from './grip.tsx'
import style from './items.module.css'
import { Marks } from './marks.tsx'
import type { MatrixActs } from './use-matrix.ts'

type Props = {
  readonly acts: MatrixActs
  /** Only these are listed: the items of one pile. */
  readonly only: ReadonlySet<ItemId> | null
  readonly showAll: () => void
}

/** From here on entries out of sight are not laid out. */
const many = 40

export function MatrixList({ acts, only, showAll }: Props) {
  const { def, selection, select } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const list = useRef<HTMLOListElement>(null)
  const carry = useRowDrag(list, acts.move, 'data-entry')
  const shown = only === null ? acts.numbered : acts.numbered.filter(({ item }) => only.has(item.id))
  const firstWaiting = shown.find(({ quadrant }) => quadrant === null)?.number
  return (
    <section aria-label={t('matrix.list', { items: both(def.itemLabel) })}>
      {only === null ? null : (
        <div className={style.pileHead} role="status">
          <b>{t('matrix.pile', { n: shown.length })}</b>
          <Button variant="default" size="xs" onClick={showAll}>
            {t('matrix.pileClose')}
          </Button>
        </div>
      )}
      <ol className={style.items} ref={list} data-many={shown.length > many || undefined}>
        {shown.map(({ number, item, quadrant }) => (
          <li key={item.id} className={style.item} data-row data-current={selection.active === item.id || undefined}>
            {number === firstWaiting ? <span className={style.waitingHead}>{t('matrix.tray')}</span> : null}
            {acts.readOnly || only !== null ? null : <Grip {...carry(item.id, number - 1)} />}
            <b className={style.number}>{number}</b>
            <button
              type="button"
              className={style.name}
              data-entry={item.id}
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
            {quadrant === null ? null : <StatusChip tone="plain">{acts.place(item)}</StatusChip>}
            <Marks marks={Object.values(acts.rows.get(item.id)?.marks ?? {}).flat()} />
          </li>
        ))}
      </ol>
    </section>
  )
}
