/** Carrying a row to another place by its grip: a line shows where it will stand, Escape leaves it where it was. */
import { type RefObject, useEffect, useRef } from 'react'

type Carried<Id> = { readonly id: Id; readonly from: number; readonly grip: HTMLElement; gap: number | null }

/**
 * @param list rows in it carry `data-row`
 * @param move the place counts from 0 in the list without the row
 * @param keyed attribute with the row's id on what takes the keys after a drop: Alt and the arrows, and taking it back
 */
export function useRowDrag<Id extends string>(list: RefObject<HTMLElement | null>, move: (id: Id, to: number) => void, keyed?: string) {
  const carried = useRef<Carried<Id> | null>(null)
  const rows = (): readonly HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const end = (): Carried<Id> | null => {
    const last = carried.current
    carried.current = null
    clear(rows())
    return last
  }
  const stop = useRef(end)
  stop.current = end
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || carried.current === null) return
      event.stopPropagation()
      stop.current()
    }
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [])
  return (id: Id, from: number) => ({
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      carried.current = { id, from, grip: event.currentTarget, gap: null }
    },
    onPointerMove: (event: React.PointerEvent<HTMLElement>) => {
      if (carried.current?.grip === event.currentTarget) show(rows(), carried.current, event.clientY)
    },
    onPointerUp: () => {
      const last = end()
      if (last === null || last.gap === null) return
      const to = last.gap > last.from ? last.gap - 1 : last.gap
      if (to !== last.from) move(last.id, to)
      if (keyed !== undefined) list.current?.querySelector<HTMLElement>(`[${keyed}="${last.id}"]`)?.focus({ preventScroll: true })
    },
    onPointerCancel: () => void end(),
  })
}

function clear(rows: readonly HTMLElement[]): void {
  for (const row of rows) {
    delete row.dataset['drop']
    delete row.dataset['lifted']
  }
}

function show(rows: readonly HTMLElement[], now: Carried<unknown>, clientY: number): void {
  const at = rows.findIndex((row) => {
    const box = row.getBoundingClientRect()
    return clientY < box.top + box.height / 2
  })
  const gap = at < 0 ? rows.length : at
  if (gap === now.gap) return
  clear(rows)
  now.gap = gap
  const [lifted, above, below] = [rows[now.from], rows[gap - 1], rows[gap]]
  if (lifted !== undefined) lifted.dataset['lifted'] = 'true'
  if (below !== undefined) below.dataset['drop'] = 'before'
  else if (above !== undefined) above.dataset['drop'] = 'after'
  // At the edge of what is in sight the list goes on by itself.
  above?.scrollIntoView({ block: 'nearest' })
  below?.scrollIntoView({ block: 'nearest' })
}
