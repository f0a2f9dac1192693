/** Carrying an entry of the list to another place by its grip: a line shows where it will stand, Escape leaves it where it was. */
import { type RefObject, useEffect, useRef } from 'react'
import type { ItemId } from '#shared/model/ids.ts'

type Carried = { readonly id: ItemId; readonly from: number; readonly grip: HTMLElement; gap: number | null }

/** @param list rows in it carry `data-row`; @param move the place counts from 0 in the list without the entry. */
export function useListDrag(list: RefObject<HTMLElement | null>, move: (id: ItemId, to: number) => void) {
  const carried = useRef<Carried | null>(null)
  const rows = (): readonly HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const clear = (): void => {
    for (const row of rows()) {
      delete row.dataset['drop']
      delete row.dataset['lifted']
    }
  }
  const end = (): Carried | null => {
    const last = carried.current
    carried.current = null
    clear()
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
  const show = (now: Carried, clientY: number): void => {
    const all = rows()
    const at = all.findIndex((row) => {
      const box = row.getBoundingClientRect()
      return clientY < box.top + box.height / 2
    })
    const gap = at < 0 ? all.length : at
    if (gap === now.gap) return
    clear()
    now.gap = gap
    const [lifted, above, below] = [all[now.from], all[gap - 1], all[gap]]
    if (lifted !== undefined) lifted.dataset['lifted'] = 'true'
    if (below !== undefined) below.dataset['drop'] = 'before'
    else if (above !== undefined) above.dataset['drop'] = 'after'
    // At the edge of what is in sight the list goes on by itself.
    above?.scrollIntoView({ block: 'nearest' })
    below?.scrollIntoView({ block: 'nearest' })
  }
  return (id: ItemId, from: number) => ({
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      carried.current = { id, from, grip: event.currentTarget, gap: null }
    },
    onPointerMove: (event: React.PointerEvent<HTMLElement>) => {
      if (carried.current?.grip === event.currentTarget) show(carried.current, event.clientY)
    },
    onPointerUp: () => {
      const last = end()
      if (last === null || last.gap === null) return
      const to = last.gap > last.from ? last.gap - 1 : last.gap
      if (to !== last.from) move(last.id, to)
      // The keys go on from here: Alt and the arrows, and taking it back.
      list.current?.querySelector<HTMLElement>(`[data-entry="${last.id}"]`)?.focus({ preventScroll: true })
    },
    onPointerCancel: () => void end(),
  })
}
