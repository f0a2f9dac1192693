/** Panning and zooming a large picture. The world is moved without React; React hears only when other notes come into view. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Rect } from './layout.ts'

export type View = { readonly x: number; readonly y: number; readonly k: number }
const least = 0.1
const most = 2
/** The part in view is told in steps of this many board pixels, with one step more on each side. */
const grain = 300

export type Viewport = {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly world: RefObject<HTMLDivElement | null>
  readonly zoom: number
  /** What has to be drawn, in board pixels. */
  readonly seen: Rect
  readonly current: () => View
  readonly toBoard: (clientX: number, clientY: number) => { readonly x: number; readonly y: number }
  readonly panBy: (dx: number, dy: number) => void
  /** Zooms around a point of the screen, or around the middle. */
  readonly zoomTo: (k: number, clientX?: number, clientY?: number) => void
  readonly showAll: (width: number, height: number) => void
  readonly reveal: (rect: Rect) => void
}

export function useViewport(): Viewport {
  const frame = useRef<HTMLDivElement>(null)
  const world = useRef<HTMLDivElement>(null)
  const view = useRef<View>({ x: 16, y: 12, k: 1 })
  const [zoom, setZoom] = useState(1)
  const [seen, setSeen] = useState<Rect>({ x: -grain, y: -grain, w: 2400, h: 1800 })

  const apply = useCallback((next: View) => {
    view.current = next
    if (world.current !== null) {
      world.current.style.transform = `translate(${next.x}px,${next.y}px) scale(${next.k})`
      // Where the left edge of the window is in the world, for what has to stay there.
      world.current.style.setProperty('--edge-left', `${-next.x / next.k}px`)
    }
    const ground = frame.current
    if (ground === null) return
    ground.style.backgroundPosition = `${next.x}px ${next.y}px`
    // Zoomed far out the dots would run together into a grey.
    const dots = 20 * next.k * 2 ** Math.max(0, Math.ceil(Math.log2(0.7 / next.k)))
    ground.style.backgroundSize = `${dots}px ${dots}px`
    const x = Math.floor(-next.x / next.k / grain - 1) * grain
    const y = Math.floor(-next.y / next.k / grain - 1) * grain
    const w = (Math.ceil(ground.clientWidth / next.k / grain) + 3) * grain
    const h = (Math.ceil(ground.clientHeight / next.k / grain) + 3) * grain
    setSeen((old) => (old.x === x && old.y === y && old.w === w && old.h === h ? old : { x, y, w, h }))
    setZoom(next.k)
  }, [])

  useLayoutEffect(() => {
    apply(view.current)
    const ground = frame.current
    if (ground === null) return
    const watch = new ResizeObserver(() => apply(view.current))
    watch.observe(ground)
    return () => watch.disconnect()
  }, [apply])

  const toBoard = useCallback((clientX: number, clientY: number) => {
    const box = frame.current?.getBoundingClientRect()
    const { x, y, k } = view.current
    return { x: (clientX - (box?.left ?? 0) - x) / k, y: (clientY - (box?.top ?? 0) - y) / k }
  }, [])
  const panBy = useCallback((dx: number, dy: number) => apply({ ...view.current, x: view.current.x + dx, y: view.current.y + dy }), [apply])
  const zoomTo = useCallback(
    (wanted: number, clientX?: number, clientY?: number) => {
      const box = frame.current?.getBoundingClientRect()
      const { x, y, k: before } = view.current
      const k = Math.min(most, Math.max(least, wanted))
      const px = clientX === undefined ? (box?.width ?? 0) / 2 : clientX - (box?.left ?? 0)
      const py = clientY === undefined ? (box?.height ?? 0) / 2 : clientY - (box?.top ?? 0)
      apply({ k, x: px - ((px - x) * k) / before, y: py - ((py - y) * k) / before })
    },
    [apply],
  )
  const showAll = useCallback(
    (width: number, height: number) => {
      const ground = frame.current
      if (ground === null || width === 0 || height === 0) return
      const k = Math.min(1, Math.max(least, Math.min((ground.clientWidth - 32) / width, (ground.clientHeight - 110) / height)))
      apply({ k, x: Math.max(16, (ground.clientWidth - width * k) / 2), y: 12 })
    },
    [apply],
  )
  const reveal = useCallback(
    (rect: Rect) => {
      const ground = frame.current
      if (ground === null) return
      const { x, y, k } = view.current
      const edge = 24
      const left = rect.x * k + x
      const top = rect.y * k + y
      const right = ground.clientWidth - edge - rect.w * k
      const bottom = ground.clientHeight - 96 - rect.h * k
      const dx = left < edge ? edge - left : left > right ? Math.max(right, edge) - left : 0
      const dy = top < edge ? edge - top : top > bottom ? Math.max(bottom, edge) - top : 0
      if (dx !== 0 || dy !== 0) panBy(dx, dy)
    },
    [panBy],
  )

  // React listens to wheel passively, and a passive listener cannot keep the page from zooming.
  useEffect(() => {
    const ground = frame.current
    if (ground === null) return
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      if (event.ctrlKey || event.metaKey) zoomTo(view.current.k * Math.exp(-event.deltaY * 0.002), event.clientX, event.clientY)
      else if (event.shiftKey && event.deltaX === 0) panBy(-event.deltaY, 0)
      else panBy(-event.deltaX, -event.deltaY)
    }
    ground.addEventListener('wheel', onWheel, { passive: false })
    return () => ground.removeEventListener('wheel', onWheel)
  }, [panBy, zoomTo])

  const current = useCallback(() => view.current, [])
  return { frame, world, zoom, seen, current, toBoard, panBy, zoomTo, showAll, reveal }
}
