/** The items of a matrix by number, name and place: beside the map, and on a narrow screen instead of the table. */
import { Button } from '@mantine/core'
import type { ItemId } from '#shared/model/ids.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { useSessionOf } from '../session.tsx'
import style from './items.module.css'
import { Marks } from './marks.tsx'
import type { MatrixActs } from './use-matrix.ts'

type Props = {
  readonly acts: MatrixActs
  /** Only these are listed: the items of one pile. */
  readonly only: ReadonlySet<ItemId> | null
  readonly showAll: () => void
}

export function MatrixList({ acts, only, showAll }: Props) {
  const { def, selection, select } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const shown = only === null ? acts.numbered : acts.numbered.filter(({ item }) => only.has(item.id))
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
      <ol className={style.items}>
        {shown.map(({ number, item, quadrant }) => (
          <li key={item.id} className={style.item} data-current={selection.active === item.id || undefined}>
            <b className={style.number}>{number}</b>
            <button
              type="button"
              className={style.name}
              data-entry={item.id}
              onClick={() => select([item.id])}
              onKeyDown={(event) => {
                if (!event.altKey || acts.readOnly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                event.preventDefault()
                acts.shift(item.id, event.key === 'ArrowUp' ? -1 : 1)
              }}
            >
              {acts.nameOf(item)}
            </button>
            <StatusChip tone={quadrant === null ? 'warn' : 'plain'}>{acts.place(item)}</StatusChip>
            <Marks marks={Object.values(acts.rows.get(item.id)?.marks ?? {}).flat()} />
          </li>
        ))}
      </ol>
    </section>
  )
}
