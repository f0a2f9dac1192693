/** The mouse in a grid: selecting, filling, painting months, and taking rows to another place. */
import { type RefObject, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { Value } from '#shared/model/lab.ts'
import { monthsIn } from '#shared/rules/months.ts'
import { isTyping } from '../session.tsx'
import { type At, holds, type Range, sameAt, stretched } from './range.ts'
import type { Cursor } from './use-cursor.ts'
import type { GridActs } from './use-grid.ts'

/** Months as they would be when the pointer is let go. */
export type Painting = { readonly at: At; readonly value: readonly string[] }
/** Where dragged rows would stand: above or below a row, or first in an empty group. */
export type Drop = { readonly row: number; readonly below: boolean } | { readonly group: string | null }

type Want = {
  readonly table: RefObject<HTMLTableElement | null>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly acts: GridActs
  readonly cursor: Cursor
  readonly fill: (to: Range) => void
  readonly dropRows: (ids: readonly ItemId[], drop: Drop) => void
}

const atOf = (node: Element | null): At | null => {
  const [row, column] = (node?.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? '').split('/').map(Number)
  return row === undefined || column === undefined || !Number.isInteger(row) || !Number.isInteger(column) ? null : { row, column }
}

export function useGridPointer(want: Want) {
  const [filling, setFilling] = useState<Range | null>(null)
  const [painting, setPainting] = useState<Painting | null>(null)
  const [drop, setDrop] = useState<Drop | null>(null)
  const latest = useRef(want)
  latest.current = want

  const under = (event: PointerEvent): Element | null => {
    const { table, scroller } = latest.current
    const box = scroller.current?.getBoundingClientRect()
    if (box !== undefined && event.clientY > box.bottom - 24) scroller.current?.scrollBy(0, 24)
    if (box !== undefined && event.clientY < box.top + 24) scroller.current?.scrollBy(0, -24)
    const node = document.elementFromPoint(event.clientX, event.clientY)
    return node !== null && table.current?.contains(node) === true ? node : null
  }
  /** Follows the pointer until it is let go; `done` gets false when it was taken away. */
  const track = (move: (event: PointerEvent) => void, done: (finished: boolean) => void): void => {
    const leaving = new AbortController()
    const { signal } = leaving
    const end = (finished: boolean) => () => {
      leaving.abort()
      done(finished)
    }
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', end(true), { signal })
    window.addEventListener('pointercancel', end(false), { signal })
  }
  const dragRange = (): void =>
    track(
      (event) => {
        const at = atOf(under(event))
        const { cursor } = latest.current
        if (at !== null && at.row >= 0 && !sameAt(at, cursor.at))
          cursor.go({ row: at.row, column: Math.max(at.column, cursor.at.column < 0 ? -1 : 0) }, true)
      },
      () => undefined,
    )
  const dragFill = (): void => {
    const from = latest.current.cursor.range
    let to = from
    track(
      (event) => {
        const at = atOf(under(event))
        if (at === null || at.row < 0 || at.column < 0) return
        to = holds(from, at) ? from : stretched(from, at)
        setFilling(to)
      },
      (finished) => {
        setFilling(null)
        if (finished && to !== from) latest.current.fill(to)
      },
    )
  }
  const dragMonths = (at: At, month: string, value: Value): void => {
    const months = new Set(monthsIn(value))
    const on = !months.has(month)
    const paint = (one: string): void => {
      if (on) months.add(one)
      else months.delete(one)
      setPainting({ at, value: [...months].sort() })
    }
    paint(month)
    track(
      (event) => {
        const node = under(event)
        const other = atOf(node)
        const painted = node instanceof HTMLElement ? node.dataset.month : undefined
        if (painted !== undefined && other !== null && sameAt(other, at)) paint(painted)
      },
      (finished) => {
        setPainting(null)
        const { acts } = latest.current
        const [row, column] = [acts.rows[at.row], acts.columns[at.column]]
        if (finished && row !== undefined && column !== undefined)
          acts.set(row.item.id, column, months.size === 0 ? null : [...months].sort())
      },
    )
  }
  const dragRows = (start: PointerEvent | React.PointerEvent, at: At): void => {
    const { acts, cursor } = latest.current
    const chosen = cursor.at.column < 0 && holds(cursor.range, { row: at.row, column: 0 }) ? cursor.range : { top: at.row, bottom: at.row }
    const ids = acts.rows.slice(chosen.top, chosen.bottom + 1).map((row) => row.item.id)
    let goal: Drop | null = null
    track(
      (event) => {
        if (goal === null && Math.abs(event.clientY - start.clientY) < 6) return
        goal = dropAt(under(event), event.clientY) ?? goal
        setDrop(goal)
      },
      (finished) => {
        setDrop(null)
        if (finished && goal !== null) latest.current.dropRows(ids, goal)
      },
    )
  }
  const onPointerDown = (event: React.PointerEvent): void => {
    const { table, acts, cursor } = latest.current
    const node = event.target
    // What opens over the table is not in it, although its events pass through here.
    if (event.button !== 0 || !(node instanceof Element) || table.current?.contains(node) !== true) return
    if (node.closest('textarea, input, a, button') !== null) return
    const at = atOf(node)
    if (at === null || at.row < 0) return
    event.preventDefault()
    if (isTyping(document.activeElement) && document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const [row, column] = [acts.rows[at.row], acts.columns[at.column]]
    const month = node instanceof HTMLElement ? node.dataset.month : undefined
    const wholeRow = at.column < 0
    const grabbed = wholeRow && !event.shiftKey && cursor.at.column < 0 && holds(cursor.range, { row: at.row, column: 0 })
    const fills = node.closest('[data-fill]') !== null
    if (!grabbed && !fills) cursor.go(at, event.shiftKey)
    const cell =
      row !== undefined && column !== undefined && acts.writable(column)
        ? { id: row.item.id, column, held: acts.held(row.item, column) }
        : null
    if (fills) dragFill()
    else if (cell !== null && month !== undefined) dragMonths(at, month, cell.held)
    else if (cell !== null && node.closest('[data-act="tick"]') !== null) acts.set(cell.id, cell.column, cell.held === true ? null : true)
    else if (wholeRow && !event.shiftKey && !acts.readOnly && acts.view.sort === null) dragRows(event, at)
    else dragRange()
  }
  const onDoubleClick = (event: React.MouseEvent): void => {
    const { table, cursor } = latest.current
    const node = event.target
    if (
      !(node instanceof Element) ||
      table.current?.contains(node) !== true ||
      node.closest('textarea, input, a, button, [data-act]') !== null
    )
      return
    const at = atOf(node)
    if (at !== null && at.row >= 0 && at.column >= 0) cursor.edit(at)
  }
  return { onPointerDown, onDoubleClick, filling, painting, drop }
}

function dropAt(node: Element | null, y: number): Drop | null {
  const line = node?.closest<HTMLElement>('tr')
  if (line == null) return null
  const { group, row } = line.dataset
  if (group !== undefined) return { group: group === '' ? null : group }
  if (row === undefined) return null
  const { top, height } = line.getBoundingClientRect()
  return { row: Number(row), below: y > top + height / 2 }
}
