/** The matrix as a picture with its list beside it. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import { placeOf, quadrantNames } from '#shared/rules/matrix.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { ItemEditor } from '../item-editor.tsx'
import { isTyping, useSessionOf } from '../session.tsx'
import { borderOf, share, stepAt } from './edits.ts'
import style from './matrix.module.css'
import { MatrixList } from './matrix-list.tsx'
import { drawnPoints, occupied } from './spots.ts'
import { type MatrixActs, useMatrix } from './use-matrix.ts'

export function Matrix() {
  const acts = useMatrix()
  return (
    <div className={style.both}>
      <Square acts={acts} />
      <div className={style.list}>
        <MatrixList acts={acts} />
      </div>
    </div>
  )
}

function Square({ acts }: { readonly acts: MatrixActs }) {
  const { def, items, selection, select, openLinks } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const square = useRef<HTMLDivElement>(null)
  const [writing, setWriting] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const drag = useRef<{ id: ItemId; moved: boolean; startX: number; startY: number } | null>(null)
  const points = useMemo(() => drawnPoints(def, items), [def, items])
  const busy = useMemo(() => occupied(def, items), [def, items])
  const at = (event: { readonly clientX: number; readonly clientY: number }): { x: number; y: number } => {
    const box = square.current?.getBoundingClientRect()
    if (box === undefined) return { x: def.x.min, y: def.y.min }
    return { x: stepAt(def.x, (event.clientX - box.left) / box.width), y: stepAt(def.y, 1 - (event.clientY - box.top) / box.height) }
  }
  const numberOf = (id: ItemId): number => acts.numbered.find((one) => one.item.id === id)?.number ?? 0
  const quadrantOf = (item: Item): string => {
    const place = placeOf(def, item)
    return place === null ? t('canvas.noPlace') : both(def.quadrants?.[place.quadrant].label ?? def.itemLabel)
  }
  // Keys move the point to a new place on the screen; the focus goes with it.
  useEffect(() => {
    if (document.activeElement?.closest(`.${style.square}`) !== null && selection.active !== null)
      square.current?.querySelector<HTMLElement>(`[data-point="${selection.active}"]`)?.focus()
  }, [selection.active])
  const onPointKey = (event: React.KeyboardEvent, item: Item): void => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    }
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
    const run = (what: () => void): void => {
      event.preventDefault()
      what()
    }
    if (event.ctrlKey || event.metaKey) return
    if (step !== undefined && !acts.readOnly) run(() => acts.nudge(item, step[0], step[1]))
    else if (event.key === 'Delete') run(() => acts.remove(item.id))
    else if (event.key.toLowerCase() === 'j') run(openLinks)
  }
  return (
    <div className={style.figure}>
      <div className={style.yAxis}>
        <span>{both(def.y.high)}</span>
        <b>{both(def.y.label)} ↑</b>
        <span>{both(def.y.low)}</span>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: every point inside is a button; adding also works from the list */}
      <div
        ref={square}
        className={style.square}
        onDoubleClick={(event) => {
          if (!acts.readOnly && event.target instanceof Element && event.target.closest('[data-point]') === null && !isTyping(event.target))
            setWriting(at(event))
        }}
      >
        {quadrantNames.map((name) => {
          const x = borderOf(def.x)
          const y = borderOf(def.y)
          const right = name.endsWith('_high')
          const top = name.startsWith('high_')
          return (
            <div
              key={name}
              className={style.quadrant}
              data-corner={name}
              style={{
                left: `${right ? x * 100 : 0}%`,
                width: `${(right ? 1 - x : x) * 100}%`,
                top: `${top ? 0 : (1 - y) * 100}%`,
                height: `${(top ? 1 - y : y) * 100}%`,
              }}
            >
              <b>{both(def.quadrants?.[name].label ?? def.itemLabel)}</b>
              {busy.has(name) ? null : <small>{both(def.quadrants?.[name].hint ?? def.itemLabel)}</small>}
            </div>
          )
        })}
        {points.map(({ item, x, y, label }) => (
          <button
            key={item.id}
            type="button"
            data-point={item.id}
            className={style.point}
            data-label={label}
            title={item.text}
            aria-pressed={selection.active === item.id}
            aria-label={t('canvas.pointLabel', {
              n: numberOf(item.id),
              text: item.text,
              place: quadrantOf(item),
              x: both(def.x.label),
              xv: String(item.values[def.x.key] ?? ''),
              y: both(def.y.label),
              yv: String(item.values[def.y.key] ?? ''),
            })}
            style={pointStyle(x, y)}
            onFocus={() => selection.active !== item.id && select([item.id])}
            onKeyDown={(event) => onPointKey(event, item)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              drag.current = { id: item.id, moved: false, startX: event.clientX, startY: event.clientY }
              select([item.id])
            }}
            onPointerMove={(event) => {
              const now = drag.current
              if (now === null || acts.readOnly) return
              if (Math.abs(event.clientX - now.startX) + Math.abs(event.clientY - now.startY) > 4) now.moved = true
              if (now.moved) carry(event.currentTarget, event.clientX - now.startX, event.clientY - now.startY)
            }}
            onPointerUp={(event) => {
              const now = drag.current
              drag.current = null
              carry(event.currentTarget, 0, 0)
              if (now === null || !now.moved) return
              const to = at(event)
              acts.put(item.id, to.x, to.y)
            }}
            onPointerCancel={(event) => {
              drag.current = null
              carry(event.currentTarget, 0, 0)
            }}
          >
            <b>{numberOf(item.id)}</b>
            <span>{item.text}</span>
          </button>
        ))}
        {writing === null ? null : (
          <ItemEditor
            label={both(def.itemLabel)}
            text=""
            className={style.editor}
            style={{ left: `${share(def.x, writing.x) * 100}%`, top: `${(1 - share(def.y, writing.y)) * 100}%` }}
            onSave={(text) => {
              if (text !== '') acts.add(text, writing.x, writing.y)
              setWriting(null)
            }}
            onCancel={() => setWriting(null)}
          />
        )}
      </div>
      <div className={style.xAxis}>
        <span>{both(def.x.low)}</span>
        <b>{both(def.x.label)} →</b>
        <span>{both(def.x.high)}</span>
      </div>
      <p className={style.keys}>{t('canvas.matrixHint')}</p>
    </div>
  )
}

const pointStyle = (x: number, y: number): React.CSSProperties => ({ left: `${x * 100}%`, top: `${(1 - y) * 100}%` })

function carry(point: HTMLElement, dx: number, dy: number): void {
  point.style.setProperty('--dx', `${dx}px`)
  point.style.setProperty('--dy', `${dy}px`)
}
