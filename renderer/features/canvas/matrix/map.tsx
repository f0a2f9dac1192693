/** The square: quadrants or cells, the axes with their steps, points that are dragged or moved by keys, and piles where there are too many. */
import { useElementSize } from '@mantine/hooks'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { type MatrixAxis, type MatrixSpot, placeOf, shareOf, stepAt, stepName, stepsOf } from '#shared/rules/matrix.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { ItemEditor } from '../item-editor.tsx'
import { isTyping, useSessionOf } from '../session.tsx'
import type { At } from './edits.ts'
import { Ground } from './ground.tsx'
import { MapLegend } from './map-legend.tsx'
import style from './matrix.module.css'
import { Point } from './point.tsx'
import { type DrawnPoint, drawn } from './points.ts'
import type { MatrixActs } from './use-matrix.ts'

type Props = {
  readonly acts: MatrixActs
  readonly square: RefObject<HTMLDivElement | null>
  readonly tray: RefObject<HTMLDivElement | null>
  readonly openPile: (at: At) => void
}

const mostSteps = 10
const hasSteps = (axis: MatrixAxis): boolean => stepsOf(axis).length <= mostSteps

export function MatrixMap({ acts, square, tray, openPile }: Props) {
  const { def, items, selection } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const { ref, width } = useElementSize()
  const [writing, setWriting] = useState<At | null>(null)
  const { points, piles } = useMemo(() => drawn(def, items, width), [def, items, width])
  const at = (event: { readonly clientX: number; readonly clientY: number }): At => {
    const box = square.current?.getBoundingClientRect()
    if (box === undefined) return { x: def.x.min, y: def.y.min }
    return { x: stepAt(def.x, (event.clientX - box.left) / box.width), y: stepAt(def.y, 1 - (event.clientY - box.top) / box.height) }
  }
  useFocusFollows(square, selection.active)
  const out = standingOut(piles, selection.active)
  return (
    <div className={style.map} data-names={def.y.anchors.length > 0 && hasSteps(def.y) ? true : undefined}>
      <div className={style.yAxis}>
        <span>{both(def.y.high)}</span>
        <b>{both(def.y.label)} ↑</b>
        <span>{both(def.y.low)}</span>
      </div>
      <Steps axis={def.y} way="y" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: every point inside is a button; adding also works from the list */}
      <div
        ref={(node) => {
          square.current = node
          ref(node)
        }}
        className={style.square}
        onDoubleClick={(event) => {
          if (
            !acts.readOnly &&
            event.target instanceof Element &&
            event.target.closest('[data-point],button') === null &&
            !isTyping(event.target)
          )
            setWriting(at(event))
        }}
      >
        <Ground occupied={points.length + piles.length > 0} />
        {piles.map((pile) => (
          <Pile key={`${pile.x}/${pile.y}`} pile={pile} open={openPile} />
        ))}
        {[...points, ...out].map((point) => (
          <Point key={point.item.id} point={point} acts={acts} at={at} tray={tray} />
        ))}
        {writing === null ? null : (
          <ItemEditor
            label={both(def.itemLabel)}
            text=""
            className={style.editor}
            style={{ left: `${shareOf(def.x, writing.x) * 100}%`, top: `${(1 - shareOf(def.y, writing.y)) * 100}%` }}
            onSave={(text) => {
              if (text !== '') acts.add(text, writing)
              setWriting(null)
            }}
            onCancel={() => setWriting(null)}
          />
        )}
      </div>
      <Steps axis={def.x} way="x" />
      <div className={style.xAxis}>
        <span>{both(def.x.low)}</span>
        <b>{both(def.x.label)} →</b>
        <span>{both(def.x.high)}</span>
      </div>
      <div className={style.under}>
        <MapLegend />
        {acts.readOnly ? null : <p className={style.keys}>{t('matrix.hint')}</p>}
      </div>
    </div>
  )
}

/** The item of a pile that is selected stands out below it, so that it can be seen and moved. */
function standingOut(piles: readonly MatrixSpot[], active: ItemId | null): readonly DrawnPoint[] {
  for (const pile of piles) {
    const item = pile.items.find((one) => one.id === active)
    if (item !== undefined) return [{ item, x: pile.x, y: pile.y + 24, size: 30, label: 'none' }]
  }
  return []
}

/** A key that puts a waiting item on the map takes its button away; the focus goes on to its point. */
function useFocusFollows(square: RefObject<HTMLDivElement | null>, active: ItemId | null): void {
  const last = useRef<string | null>(null)
  useEffect(() => {
    const hear = (event: FocusEvent): void => {
      last.current = event.target instanceof HTMLElement ? (event.target.dataset['point'] ?? null) : null
    }
    document.addEventListener('focusin', hear)
    return () => document.removeEventListener('focusin', hear)
  }, [])
  useEffect(() => {
    if (active === null || last.current !== active || document.activeElement !== document.body) return
    square.current?.querySelector<HTMLElement>(`[data-point="${active}"]`)?.focus({ preventScroll: true })
  })
}

/** The numbers of the steps and what they mean, beside or under their cells. */
function Steps({ axis, way }: { readonly axis: MatrixAxis; readonly way: 'x' | 'y' }) {
  const language = useLanguage()
  if (!hasSteps(axis)) return <div className={style.steps} data-way={way} />
  const steps = way === 'y' ? [...stepsOf(axis)].reverse() : stepsOf(axis)
  return (
    <div className={style.steps} data-way={way}>
      {steps.map((step) => (
        <span key={step}>
          <b>{step}</b>
          {stepName(axis, step, language) === '' ? null : <small>{stepName(axis, step, language)}</small>}
        </span>
      ))}
    </div>
  )
}

function Pile({ pile, open }: { readonly pile: MatrixSpot; readonly open: (at: At) => void }) {
  const { def } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const [first] = pile.items
  const place = first === undefined ? null : placeOf(def, first)
  if (place === null) return null
  return (
    <button
      type="button"
      className={style.pile}
      style={{ left: pile.x, top: pile.y }}
      aria-label={t('matrix.pileLabel', { n: pile.items.length, x: both(def.x.label), xv: place.x, y: both(def.y.label), yv: place.y })}
      onClick={() => open({ x: place.x, y: place.y })}
    >
      {t('matrix.listCount', { n: pile.items.length })}
    </button>
  )
}
