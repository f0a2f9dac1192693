/** How one grid is looked at on this screen: order, widths, who scores, which column has the cursor. Never saved with the canvas. */
import { useCallback, useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { useSessionOf } from '../session.tsx'
import type { Sort } from './sort.ts'

export type GridView = {
  readonly sort: Sort | null
  /** px by column key, where somebody dragged the edge. */
  readonly widths: Readonly<Record<string, number>>
  /** Who scores now; null until somebody is chosen. */
  readonly voter: string | null
  /** One by one: whether scores are being given or looked at together; null until the canvas was looked at. */
  readonly entering: boolean | null
}

const fresh: GridView = { sort: null, widths: {}, voter: null, entering: null }

const views = createStore<Readonly<Record<string, GridView>>>(() => ({}))

/** The view of the open grid, shared by table, outline and panel. */
export function useGridView(): readonly [view: GridView, set: (patch: Partial<GridView>) => void] {
  const { innovation, def } = useSessionOf('grid')
  const key = `${innovation}/${def.id}`
  const view = useStore(views, (all) => all[key] ?? fresh)
  const set = useCallback((patch: Partial<GridView>) => views.setState((all) => ({ [key]: { ...(all[key] ?? fresh), ...patch } })), [key])
  return [view, set]
}

/** Whether the panel shows the figures already. */
const figuresBeside = createStore<{ readonly count: number }>(() => ({ count: 0 }))
export const useFiguresBeside = (): boolean => useStore(figuresBeside, ({ count }) => count > 0)

/** Said by what shows them beside the table, as long as it does. */
export function useShowsFigures(): void {
  useLayoutEffect(() => {
    figuresBeside.setState(({ count }) => ({ count: count + 1 }))
    return () => figuresBeside.setState(({ count }) => ({ count: count - 1 }))
  }, [])
}

/** The column under the cursor; the panel explains what its scores mean. Apart from the view, because it changes with every key. */
export const focusedColumn = createStore<{ readonly column: string | null }>(() => ({ column: null }))
export const useFocusedColumn = (): string | null => useStore(focusedColumn, (state) => state.column)
