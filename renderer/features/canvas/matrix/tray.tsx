/** Items that have no place on the map yet: dragged onto it, or opened and given their values. */
import { type Ref, type RefObject, useEffect, useRef, useState } from 'react'
import type { Item } from '#shared/model/lab.ts'
import { stepAt } from '#shared/rules/matrix.ts'
import { useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { isOver, useCarry } from './drag.ts'
import { pointKey } from './point-keys.ts'
import style from './points.module.css'
import type { MatrixActs } from './use-matrix.ts'

type Props = {
  readonly acts: MatrixActs
  readonly items: readonly Item[]
  readonly square: RefObject<HTMLDivElement | null>
  readonly ref: Ref<HTMLDivElement>
}

export function Tray({ acts, items, square, ref }: Props) {
  const t = useText()
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState(false)
  const more = useMore(list, items.length, open)
  return (
    <section className={style.tray} ref={ref} data-open={open || undefined} aria-label={t('matrix.tray')}>
      <b>
        {t('matrix.tray')} <span>{items.length}</span>
      </b>
      <small>{t('matrix.trayHint')}</small>
      {more || open ? (
        <button type="button" className={style.trayMore} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'matrix.trayLess' : 'matrix.trayAll')}
        </button>
      ) : null}
      <ul ref={list}>
        {items.map((item) => (
          <li key={item.id}>
            <Waiting acts={acts} item={item} square={square} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whether there are more rows than the folded tray shows. */
function useMore(list: RefObject<HTMLUListElement | null>, items: number, open: boolean): boolean {
  const [more, setMore] = useState(false)
  useEffect(() => {
    const node = list.current
    if (node === null || open || items === 0) return
    const look = (): void => setMore(node.scrollHeight > node.clientHeight + 2)
    look()
    const watch = new ResizeObserver(look)
    watch.observe(node)
    return () => watch.disconnect()
  }, [list, items, open])
  return more
}

function Waiting({ acts, item, square }: Omit<Props, 'items' | 'ref'> & { readonly item: Item }) {
  const { def, selection, select, openLinks } = useSessionOf('matrix')
  const t = useText()
  const number = acts.numbers.get(item.id) ?? 0
  const carry = useCarry(
    acts.readOnly,
    () => select([item.id]),
    (drop) => {
      const box = square.current?.getBoundingClientRect()
      if (box === undefined || !isOver(square.current, drop)) return
      acts.put(item, {
        x: stepAt(def.x, (drop.clientX - box.left) / box.width),
        y: stepAt(def.y, 1 - (drop.clientY - box.top) / box.height),
      })
    },
  )
  return (
    <button
      type="button"
      className={style.waiting}
      data-point={item.id}
      title={item.text}
      aria-pressed={selection.active === item.id}
      aria-label={t('matrix.trayLabel', { n: number, text: acts.nameOf(item) })}
      onFocus={() => selection.active !== item.id && select([item.id])}
      onKeyDown={(event) => pointKey(event, { acts, item, openLinks, leave: () => select([], null) })}
      {...carry}
    >
      <b>{number}</b>
      <span>{acts.nameOf(item)}</span>
    </button>
  )
}
