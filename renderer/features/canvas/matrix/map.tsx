/** The square: quadrants or cells, the axes with their steps, points that are dragged or moved by keys, and piles where there are too many. */
import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { type MatrixAxis, type MatrixSpot, placeOf, shareOf, stepAt, stepName, stepsOf } from '#shared/rules/matrix.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useSettings } from '../../../lab/lab-context.tsx'
import { ItemEditor } from '../item-editor.tsx'
import { isTyping, useSessionOf } from '../session.tsx'
import type { At } from './edits.ts'
import { Ground } from './ground.tsx'
import { MapLegend } from './map-legend.tsx'
import style from './matrix.module.css'
import { Point } from './point.tsx'
import pointStyle from './points.module.css'
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
const named = (axis: MatrixAxis): boolean => axis.anchors.length > 0 && hasSteps(axis)

export function MatrixMap({ acts, square, tray, openPile }: Props) {
  const { def, items, selection } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const { ref, width } = useElementSize()
  const box = useTight()
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
    <>
      <div
        ref={box.ref}
        className={style.mapBox}
        data-names={named(def.y) || undefined}
        data-under={named(def.x) || undefined}
        data-tight={box.tight || undefined}
      >
        <div className={style.map}>
          <div className={style.yAxis}>
            <span>{both(def.y.low)}</span>
            <b>{both(def.y.label)} →</b>
            <span>{both(def.y.high)}</span>
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
        </div>
      </div>
      <div className={style.under}>
        <MapLegend />
        {acts.readOnly ? null : <p className={style.keys}>{t('matrix.hint')}</p>}
      </div>
    </>
  )
}

/** Px of a step below which the names of neighbouring steps run into one another, at text of its own size. */
const tightStep = 58

/** Whether the map leaves the names of its steps too little room. By the box around it, which does not change with the answer. */
function useTight() {
  const { def } = useSessionOf('matrix')
  const { textScale } = useSettings()
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false }) ?? false
  const { ref, width, height } = useElementSize()
  const side = narrow ? width - 46 : Math.min(width - 22 - 122 * textScale, height - 88 * textScale)
  return { ref, tight: named(def.x) && width > 0 && side / stepsOf(def.x).length < tightStep * textScale }
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
        <span key={step} title={stepName(axis, step, language) || undefined}>
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
      className={pointStyle.pile}
      style={{ left: pile.x, top: pile.y }}
      aria-label={t('matrix.pileLabel', { n: pile.items.length, x: both(def.x.label), xv: place.x, y: both(def.y.label), yv: place.y })}
      onClick={() => open({ x: place.x, y: place.y })}
    >
      {t('matrix.listCount', { n: pile.items.length })}
    </button>
  )
}
