/** One point of the map: its number, its name where there is room, moved by dragging and by keys. */
import type { RefObject } from 'react'
import { colorOption } from '#shared/rules/matrix.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { isOver, useCarry } from './drag.ts'
import type { At } from './edits.ts'
import { pointKey } from './point-keys.ts'
import style from './points.module.css'
import type { DrawnPoint } from './points.ts'
import type { MatrixActs } from './use-matrix.ts'

type Props = {
  readonly point: DrawnPoint
  readonly acts: MatrixActs
  readonly at: (event: { readonly clientX: number; readonly clientY: number }) => At
  readonly tray: RefObject<HTMLDivElement | null>
}

export function Point({ point, acts, at, tray }: Props) {
  const { def, selection, select, openLinks } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const { item, x, y, size, label } = point
  const number = acts.numbers.get(item.id) ?? 0
  const color = colorOption(def, item)
  const carry = useCarry(
    acts.readOnly,
    () => select([item.id]),
    (drop) => (isOver(tray.current, drop) ? acts.takeOff(item.id) : acts.put(item, at(drop))),
  )
  const place = [acts.place(item), color === undefined ? '' : both(color.label)].filter((part) => part !== '').join(', ')
  return (
    <button
      type="button"
      data-point={item.id}
      className={style.point}
      data-label={label}
      data-color={color?.color}
      title={item.text}
      aria-pressed={selection.active === item.id}
      aria-label={t('matrix.pointLabel', {
        n: number,
        text: acts.nameOf(item),
        place,
        x: both(def.x.label),
        xv: String(item.values[def.x.key] ?? ''),
        y: both(def.y.label),
        yv: String(item.values[def.y.key] ?? ''),
      })}
      style={{ left: x, top: y, '--size': `${size}px` } as React.CSSProperties /* a custom property */}
      onFocus={() => selection.active !== item.id && select([item.id])}
      onKeyDown={(event) => pointKey(event, { acts, item, openLinks, leave: () => select([], null) })}
      {...carry}
    >
      <b>{number}</b>
      <span>{acts.nameOf(item)}</span>
    </button>
  )
}
