/** Panning and zooming a large picture. The world is moved without React; React hears only when other notes come into view. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Rect } from './layout.ts'
import { useWheel } from './wheel.ts'

export type View = { readonly x: number; readonly y: number; readonly k: number }
const least = 0.05
const most = 3
/** Below this zoom nothing on a note can be read, and notes are painted instead of drawn. */
export const readable = 0.45
/** The part in view is told in steps of this many board pixels, with one step more on each side. */
const grain = 300
/** A view that has not moved for so long is at rest. */
const restMs = 160
/** Room for the toolbar, and what else has to stay clear when a whole picture is shown. */
const foot = 96
export const toolRoom = foot + 16
/** In a frame of this width or less the corners of a board stand above its toolbar. */
const cornersAbove = 1240

export type Viewport = {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly world: RefObject<HTMLDivElement | null>
  /** Stays 1 in a quiet viewport. */
  readonly zoom: number
  /** Too small to read. */
  readonly far: boolean
  /** What has to be drawn, in board pixels; grows only in steps. */
  readonly seen: Rect
  readonly current: () => View
  /** Called after every change of the view; gives a way to stop. */
  readonly listen: (hear: () => void) => () => void
  /** What is in view now, in board pixels. */
  readonly inView: () => Rect
  readonly toBoard: (clientX: number, clientY: number) => { readonly x: number; readonly y: number }
  readonly panBy: (dx: number, dy: number) => void
  /** Zooms around a point of the screen, or around the middle. */
  readonly zoomTo: (k: number, clientX?: number, clientY?: number) => void
  /** As large as it fits, but never larger than `largest`. */
  readonly fit: (rect: Rect, largest?: number) => void
  readonly showAll: (width: number, height: number) => void
  /** Moves as little as possible until it is in view. */
  readonly reveal: (rect: Rect) => void
  /** Puts a point of the board into the middle. */
  readonly centre: (x: number, y: number, k?: number) => void
}

/** @param quiet for pictures of thousands of parts: zooming draws nothing anew; who shows the zoom listens */
export function useViewport(quiet = false): Viewport {
  const frame = useRef<HTMLDivElement>(null)
  const world = useRef<HTMLDivElement>(null)
  const view = useRef<View>({ x: 16, y: 12, k: 1 })
  const hearers = useRef(new Set<() => void>())
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [zoom, setZoom] = useState(1)
  const [far, setFar] = useState(false)
  // A quiet picture draws its thousands of parts only when it is known which of them are in view.
  const [seen, setSeen] = useState<Rect>(quiet ? { x: 0, y: 0, w: 0, h: 0 } : { x: -grain, y: -grain, w: 2400, h: 1800 })

  const apply = useCallback(
    (next: View) => {
      view.current = next
      if (world.current !== null) {
        world.current.style.transform = `translate(${next.x}px,${next.y}px) scale(${next.k})`
        // A layer of its own moves smoothly but keeps its old pixels; at rest it is drawn sharp again.
        const { style } = world.current
        style.willChange = 'transform'
        clearTimeout(rest.current)
        rest.current = setTimeout(() => {
          style.willChange = ''
        }, restMs)
        // Where the left edge of the window is in the world, for what has to stay there.
        if (!quiet) {
          style.setProperty('--edge-left', `${-next.x / next.k}px`)
          style.setProperty('--zoom', `${next.k}`)
        }
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
      // Far out everything is painted, whatever part is in view.
      if (next.k >= readable) setSeen((old) => (old.x === x && old.y === y && old.w === w && old.h === h ? old : { x, y, w, h }))
      setFar(next.k < readable)
      if (!quiet) setZoom(next.k)
      for (const hear of hearers.current) hear()
    },
    [quiet],
  )

  useLayoutEffect(() => {
    apply(view.current)
    const ground = frame.current
    if (ground === null) return
    const watch = new ResizeObserver(() => apply(view.current))
    watch.observe(ground)
    return () => watch.disconnect()
  }, [apply])

  const moves = useMemo(() => movesOf(frame, view, apply, quiet), [apply, quiet])
  useWheel(frame, view, moves)
  useLeaveTop(frame, moves)

  const listen = useCallback((hear: () => void) => {
    hearers.current.add(hear)
    return () => void hearers.current.delete(hear)
  }, [])
  const current = useCallback(() => view.current, [])
  return { frame, world, zoom, far, seen, current, listen, ...moves }
}

/** Focusing something inside scrolls the frame in some browsers, which would shift the picture against the pointer. */
function useLeaveTop(frame: RefObject<HTMLDivElement | null>, moves: { readonly panBy: Viewport['panBy'] }): void {
  useEffect(() => {
    const ground = frame.current
    if (ground === null) return
    const onScroll = (): void => {
      const { scrollLeft, scrollTop } = ground
      if (scrollLeft === 0 && scrollTop === 0) return
      ground.scrollTo(0, 0)
      moves.panBy(-scrollLeft, -scrollTop)
    }
    ground.addEventListener('scroll', onScroll)
    return () => ground.removeEventListener('scroll', onScroll)
  }, [frame, moves])
}

export type Moves = Pick<Viewport, 'inView' | 'toBoard' | 'panBy' | 'zoomTo' | 'fit' | 'showAll' | 'reveal' | 'centre'>

function movesOf(frame: RefObject<HTMLDivElement | null>, view: RefObject<View>, apply: (next: View) => void, cornered: boolean): Moves {
  const size = () => ({ w: frame.current?.clientWidth ?? 0, h: frame.current?.clientHeight ?? 0 })
  const limited = (k: number): number => Math.min(most, Math.max(least, k))
  const panBy = (dx: number, dy: number): void => apply({ ...view.current, x: view.current.x + dx, y: view.current.y + dy })
  const fitTo = (rect: Rect, largest = 1): void => {
    const { w, h } = size()
    if (w === 0 || rect.w === 0 || rect.h === 0) return
    const k = limited(Math.min(largest, (w - 32) / rect.w, (h - toolRoom) / rect.h))
    const down = largest > 1 ? Math.max(0, (h - foot - rect.h * k) / 2) : 0
    apply({ k, x: Math.max(16, (w - rect.w * k) / 2) - rect.x * k, y: 12 + down - rect.y * k })
  }
  return {
    panBy,
    fit: fitTo,
    showAll: (width, height) => fitTo({ x: 0, y: 0, w: width, h: height }),
    inView: () => {
      const { x, y, k } = view.current
      const { w, h } = size()
      return { x: -x / k, y: -y / k, w: w / k, h: h / k }
    },
    toBoard: (clientX, clientY) => {
      const box = frame.current?.getBoundingClientRect()
      const { x, y, k } = view.current
      return { x: (clientX - (box?.left ?? 0) - x) / k, y: (clientY - (box?.top ?? 0) - y) / k }
    },
    zoomTo: (wanted, clientX, clientY) => {
      const box = frame.current?.getBoundingClientRect()
      const { x, y, k: before } = view.current
      const k = limited(wanted)
      const px = clientX === undefined ? (box?.width ?? 0) / 2 : clientX - (box?.left ?? 0)
      const py = clientY === undefined ? (box?.height ?? 0) / 2 : clientY - (box?.top ?? 0)
      apply({ k, x: px - ((px - x) * k) / before, y: py - ((py - y) * k) / before })
    },
    reveal: (rect) => {
      const { w, h } = size()
      const { x, y, k } = view.current
      const edge = 24
      const left = rect.x * k + x
      const top = rect.y * k + y
      const right = w - edge - rect.w * k
      const bottom = h - foot - (cornered && w <= cornersAbove ? 36 : 0) - rect.h * k
      const dx = left < edge ? edge - left : left > right ? Math.max(right, edge) - left : 0
      const dy = top < edge ? edge - top : top > bottom ? Math.max(bottom, edge) - top : 0
      if (dx !== 0 || dy !== 0) panBy(dx, dy)
    },
    centre: (x, y, wanted) => {
      const { w, h } = size()
      const k = limited(wanted ?? view.current.k)
      apply({ k, x: w / 2 - x * k, y: h / 2 - y * k })
    },
  }
}
