/** Where the cursor of a grid is, what is selected around it, and which cell is being written in. */
import { type RefObject, startTransition, useEffect, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { useSessionOf } from '../session.tsx'
import { type At, coveredBy, type Range, sameAt, within } from './range.ts'
import type { Then } from './text-editor.tsx'
import type { GridActs } from './use-grid.ts'
import { focusedColumn } from './view.ts'

export type Editing = { readonly at: At; readonly text: string | null; readonly file: File | null }

/** A row the cursor goes with once it is at its place; `edit` says that writing begins there, `text` what was typed already. */
type Follow = { readonly id: ItemId; readonly edit: boolean; readonly column: number; readonly text?: string }

export type Cursor = ReturnType<typeof useCursor>

/** Where the row of a cell is now; a cell whose row has gone stays at its place. */
function withRow(at: At, before: GridActs['rows'], now: GridActs['rows']): At {
  const id = before[at.row]?.item.id
  if (id === undefined || now[at.row]?.item.id === id) return at
  const row = now.findIndex((one) => one.item.id === id)
  return row < 0 ? at : { ...at, row }
}

export function useCursor(acts: GridActs, table: RefObject<HTMLTableElement | null>) {
  const { select, selection } = useSessionOf('grid')
  const { rows, columns } = acts
  const [wanted, setWanted] = useState<At>(() => ({
    row: Math.max(
      0,
      rows.findIndex((row) => row.item.id === selection.active),
    ),
    column: 0,
  }))
  const [anchor, setAnchor] = useState<At | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [seen, setSeen] = useState(rows)
  if (seen !== rows) {
    // Somebody else may have put a row in above, or taken one out: the cursor stays with its row, and so do the letters being typed.
    setSeen(rows)
    setWanted(withRow(wanted, seen, rows))
    if (anchor !== null) setAnchor(withRow(anchor, seen, rows))
    if (editing !== null) {
      const to = withRow(editing.at, seen, rows)
      const gone = seen[editing.at.row] !== undefined && rows[to.row]?.item.id !== seen[editing.at.row]?.item.id
      if (gone) setEditing(null)
      else if (to !== editing.at) setEditing({ ...editing, at: to })
    }
  }
  // Rows and columns may have gone: some cell must always be the one that Tab reaches.
  const inside = (at: At): At => ({ row: within(at.row, -1, rows.length - 1), column: within(at.column, -1, columns.length - 1) })
  const at = inside(wanted)
  const wantFocus = useRef(false)
  const follow = useRef<Follow | null>(null)

  const go = (next: At, extend = false): void => {
    const to = inside(next)
    if (!extend) setAnchor(null)
    else if (anchor === null) setAnchor(at)
    setWanted(to)
    wantFocus.current = true
    const column = columns[to.column]?.key ?? null
    focusedColumn.setState({ column })
    const id = rows[to.row]?.item.id
    // The panel may follow a moment later; the cursor must not wait for it.
    if (id !== undefined && (selection.active !== id || selection.ids.length !== 1)) startTransition(() => select([id]))
  }
  const selectRange = (range: Range): void => {
    setAnchor({ row: range.bottom, column: range.right })
    setWanted({ row: range.top, column: range.left })
    wantFocus.current = true
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` is new on every move, also onto the cell where the cursor already is
  useEffect(() => {
    if (!wantFocus.current || editing !== null) return
    wantFocus.current = false
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${at.row}/${at.column}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [wanted, at.row, at.column, editing])
  // A row that was added or moved is at its place only after the next reading; the cursor goes with it then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only new rows matter; what `go` needs else is as fresh as they are
  useEffect(() => {
    const goal = follow.current
    const row = goal === null ? -1 : rows.findIndex((one) => one.item.id === goal.id)
    if (goal === null || row < 0) return
    follow.current = null
    go({ row, column: goal.column })
    if (goal.edit) setEditing({ at: { row, column: goal.column }, text: goal.text ?? null, file: null })
  }, [rows])

  // A row that is undone or taken away by somebody else must not take the focus with it.
  const held = useRef<Element | null>(null)
  useEffect(() => {
    const active = document.activeElement
    if (active !== document.body) held.current = table.current?.contains(active) === true ? active : null
    else if (held.current !== null && !held.current.isConnected && editing === null) {
      held.current = null
      table.current?.querySelector<HTMLElement>(`[data-cell="${at.row}/${at.column}"]`)?.focus({ preventScroll: true })
    }
  })

  const edit = (where: At, text: string | null = null, file: File | null = null): void => {
    const coming = follow.current
    if (coming?.edit === true && text !== null) {
      // Fast fingers are ahead of the row they asked for; the letters belong to it, not to the cell the cursor is still on.
      follow.current = { ...coming, text: (coming.text ?? '') + text }
      return
    }
    const column = columns[where.column]
    if (rows[where.row] === undefined || column === undefined || !acts.writable(column) || column.type === 'tick') return
    if (!sameAt(where, at)) go(where)
    setEditing({ at: where, text, file })
  }
  /** After a cell was written in. `away` leaves the focus to whoever has it now. */
  const ended = (from: At, then: Then): void => {
    setEditing(null)
    switch (then) {
      case 'away':
        break
      case 'insert':
        insertBelow(from.row)
        break
      case 'down':
        down(from)
        break
      case 'next':
      case 'back':
        if (!next(from, then === 'back')) go(from)
        break
      case 'stay':
        go(from)
        break
      case 'up':
        go({ row: Math.max(0, from.row - 1), column: from.column })
        break
      case 'left':
      case 'right':
        go({ row: from.row, column: Math.max(0, from.column + (then === 'left' ? -1 : 1)) })
        break
      default:
        then satisfies never
    }
  }
  const insertBelow = (row: number): void => {
    const below = rows[row]?.item
    const [id] = acts.add([''], below)
    if (id !== undefined) follow.current = { id, edit: true, column: acts.firstIn(acts.groupOf(below)) }
  }
  /** The row below; below the last one a new row begins, unless the last one has nothing in it yet. */
  const down = (from: At): void => {
    const last = rows[from.row]
    if (from.row < rows.length - 1) go({ row: from.row + 1, column: from.column })
    // What was written a moment ago is not in `rows` yet, so the document is asked.
    else if (last === undefined || acts.readOnly || acts.isBlank(last.item.id)) go(from)
    else insertBelow(from.row)
  }
  /** @returns false at the ends, where the key is left to the page */
  const next = (from: At, back: boolean): boolean => {
    const flat = from.row * columns.length + Math.max(0, from.column) + (back ? -1 : 1)
    if (flat < 0 || flat >= rows.length * columns.length) return false
    go({ row: Math.floor(flat / columns.length), column: flat % columns.length })
    return true
  }
  return {
    at,
    anchor,
    range: coveredBy(at, anchor, rows.length, columns.length),
    editing,
    go,
    selectRange,
    edit,
    ended,
    insertBelow,
    down,
    next,
    /** @returns whether writing in a row that is still on its way was given up */
    giveUp: (): boolean => {
      const coming = follow.current
      if (coming?.edit !== true) return false
      follow.current = { ...coming, edit: false }
      return true
    },
    /** Goes with this row to wherever it is after the next reading. */
    followRow: (id: ItemId, edit = false, column = Math.max(0, at.column)): void => {
      follow.current = { id, edit, column }
    },
    /** The cell has got the focus by itself, for example from a screen reader. */
    focused: (where: At): void => {
      if (!sameAt(where, at)) go(where)
      else if (rows[where.row] !== undefined && selection.active !== rows[where.row]?.item.id) go(where, anchor !== null)
    },
  }
}
