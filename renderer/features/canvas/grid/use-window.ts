/** Draws only the lines of a long table that can be seen, whatever their heights. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Line } from './lines.ts'
import { offsetsOf, type Piece, piecesOf, shownLines } from './window.ts'

/** Shorter tables are drawn whole: the browser's own search then finds everything. */
const smallTable = 60
const usualHeight = 57
/** px beyond the visible part; steps in which scrolling is noticed. */
const spare = 480
const step = 160
/** ms without scrolling after which the length of the whole is put right. */
const settle = 120

type Wanted = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly table: RefObject<HTMLTableElement | null>
  readonly lines: readonly Line[]
  /** Lines that are drawn wherever they are. */
  readonly pinned: readonly number[]
  /** Changes when lines may have other heights than measured, for example by wider columns. */
  readonly shape: string
}

export function useWindow({ scroller, table, lines, pinned, shape }: Wanted): {
  readonly pieces: readonly Piece[]
  readonly onScroll: () => void
} {
  const whole = lines.length <= smallTable
  const heights = useRef(new Map<string, number>())
  const [measured, setMeasured] = useState(0)
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(later.current), [])
  const [view, setView] = useState({ top: 0, height: 800 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another shape makes all measures worthless
  useMemo(() => heights.current.clear(), [shape])
  const onScroll = useCallback((): void => {
    const node = scroller.current
    if (node === null) return
    const top = Math.floor(node.scrollTop / step) * step
    const height = Math.ceil(node.clientHeight / step) * step
    setView((now) => (now.top === top && now.height === height ? now : { top, height }))
  }, [scroller])
  useLayoutEffect(() => {
    const node = scroller.current
    if (node === null || whole) return
    onScroll()
    const watch = new ResizeObserver(onScroll)
    watch.observe(node)
    return () => watch.disconnect()
  }, [scroller, onScroll, whole])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights are kept outside of React; whatever is scrolled out of sight is known by then
  const offsets = useMemo(() => {
    const known = [...heights.current.values()]
    const usual = known.length === 0 ? usualHeight : known.reduce((sum, one) => sum + one, 0) / known.length
    return offsetsOf(lines.map((line) => heights.current.get(line.key) ?? usual))
  }, [lines, measured, shape, view])
  const shown = whole ? { from: 0, to: lines.length } : shownLines(offsets, view.top, view.height + step, spare)
  const drawn = `${shown.from} ${shown.to} ${pinned.filter((line) => line < shown.from || line >= shown.to).join()}`
  // Measuring makes the browser lay out everything, so only when other lines are drawn or they may be of another height.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `lines`, `shape` and `drawn` say which lines stand in the table
  useLayoutEffect(() => {
    if (whole || table.current === null) return
    let changed = false
    let above = false
    for (const line of table.current.querySelectorAll<HTMLElement>('tr[data-line]')) {
      const key = line.dataset.line ?? ''
      const height = line.getBoundingClientRect().height
      if (Math.abs((heights.current.get(key) ?? 0) - height) < 0.5) continue
      heights.current.set(key, height)
      changed = true
      above ||= (offsets[Number(line.ariaRowIndex) - 2] ?? 0) < view.top
    }
    if (!changed) return
    const noticed = (): void => setMeasured((n) => n + 1)
    // Lines above what is seen push it down, which must not be seen; for those below only the length of the scroll bar is a little off.
    if (above) return noticed()
    clearTimeout(later.current)
    later.current = setTimeout(noticed, settle)
  }, [whole, table, lines, shape, drawn])
  return { pieces: piecesOf(offsets, shown, pinned), onScroll }
}
