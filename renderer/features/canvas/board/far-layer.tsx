/** The notes of a board seen from afar: painted, not drawn, because thousands of elements a few pixels large help nobody. */
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import style from './board.module.css'
import { cleanSheet, type Paints, type Picture, paintClusters, paintNotes, paintsOf } from './paint.ts'
import type { Viewport } from './viewport.ts'

/** What a gesture may ask of the painted notes without anything being drawn anew. */
export type FarHand = {
  /** Lifts these off onto a sheet of their own. */
  readonly lift: (ids: ReadonlySet<ItemId>) => void
  /** Moves the lifted ones, in pixels of the screen. */
  readonly move: (dx: number, dy: number) => void
  readonly settle: () => void
  /** Rings around what a rubber band or lasso has caught so far; null for those that are chosen. */
  readonly ring: (ids: ReadonlySet<ItemId> | null) => void
}

type Props = {
  readonly view: Viewport
  readonly picture: Picture
  /** Drawn as an element, not painted. */
  readonly active: ItemId | null
  readonly hand: RefObject<FarHand | null>
}

const none: ReadonlySet<ItemId> = new Set()

export function FarLayer({ view, picture, active, hand }: Props) {
  const ground = useRef<HTMLCanvasElement>(null)
  const raised = useRef<HTMLCanvasElement>(null)
  const paints = useRef<Paints | null>(null)
  const lifted = useRef<ReadonlySet<ItemId>>(none)
  const rings = useRef<ReadonlySet<ItemId> | null>(null)
  const last = { view, picture, active }
  const now = useRef(last)
  now.current = last

  const paint = useRef((): void => {
    const { view, picture } = now.current
    const frame = view.frame.current
    if (ground.current === null || frame === null) return
    paints.current ??= paintsOf(frame)
    const brush = cleanSheet(ground.current, frame.clientWidth, frame.clientHeight)
    if (brush === null) return
    const shown = rings.current === null ? picture : { ...picture, chosen: rings.current }
    const held = lifted.current
    paintClusters(brush, picture.layout, view.current(), paints.current, (id) => !held.has(id))
    paintNotes(brush, shown, view.current(), view.inView(), paints.current, (note) => !held.has(note.item.id))
  }).current

  useLayoutEffect(paint)
  useEffect(() => view.listen(paint), [view.listen, paint])
  useEffect(() => {
    // Another theme has other papers.
    const repaint = (): void => {
      paints.current = null
      paint()
    }
    const watch = new MutationObserver(repaint)
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-mantine-color-scheme'] })
    return () => watch.disconnect()
  }, [paint])

  useImperativeHandle(
    hand,
    () => ({
      lift: (ids) => {
        const { view, picture } = now.current
        const frame = view.frame.current
        if (raised.current === null || frame === null) return
        lifted.current = ids
        paints.current ??= paintsOf(frame)
        const brush = cleanSheet(raised.current, frame.clientWidth, frame.clientHeight)
        if (brush !== null) {
          paintClusters(brush, picture.layout, view.current(), paints.current, (id) => ids.has(id))
          paintNotes(brush, { ...picture, chosen: ids }, view.current(), view.inView(), paints.current, (note) => ids.has(note.item.id))
        }
        raised.current.style.display = 'block'
        paint()
      },
      move: (dx, dy) => {
        if (raised.current !== null) raised.current.style.transform = `translate(${dx}px,${dy}px)`
      },
      settle: () => {
        lifted.current = none
        if (raised.current !== null) {
          raised.current.style.display = 'none'
          raised.current.style.transform = ''
        }
        paint()
      },
      ring: (ids) => {
        rings.current = ids
        paint()
      },
    }),
    [paint],
  )
  return (
    <>
      <canvas ref={ground} className={style.sheet} aria-hidden />
      <canvas ref={raised} className={style.sheet} style={{ display: 'none' }} aria-hidden />
    </>
  )
}
