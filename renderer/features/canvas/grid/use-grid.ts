/** The acts of a grid, and which cell has the focus; shared by the table, the outline and the panel. */
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ItemId } from '#shared/model/ids.ts'
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { evaluateGrid, rowsByRank } from '#shared/rules/grid.ts'
import { useText } from '../../../app/text.ts'
import { notify } from '../../../state/notify.ts'
import { asOne, removeForNow } from '../desk.ts'
import { useSessionOf } from '../session.tsx'
import * as edits from './edits.ts'

/** The column under the cursor; the panel explains what its scores mean. */
export const focusedColumn = createStore<{ readonly column: string | null }>(() => ({ column: null }))
export const useFocusedColumn = (): string | null => useStore(focusedColumn, (state) => state.column)

export type GridActs = ReturnType<typeof useGrid>

export function useGrid() {
  const { def, desk, items, act, announce, select, readOnly } = useSessionOf('grid')
  const t = useText()
  const [byRank, setByRank] = useState(false)
  const result = useMemo(() => evaluateGrid(def, items), [def, items])
  const rows = useMemo(() => (byRank ? rowsByRank(def, result) : result.rows), [byRank, def, result])
  const acts = useMemo(
    () => ({
      set: (id: ItemId, column: GridColumn, value: Value) => act(() => edits.setCell(desk, id, column, value)),
      add: (text = ''): ItemId | undefined => act(() => edits.addRow(desk, text)),
      addMany: (texts: readonly string[]) =>
        act(() =>
          asOne(desk, () => {
            for (const text of texts) edits.addRow(desk, text)
          }),
        ),
      shift: (id: ItemId, step: -1 | 1) => {
        if (act(() => edits.shiftRow(desk, items, id, step)) === true) announce(t('canvas.movedStep'))
      },
      remove: (ids: readonly ItemId[]) => {
        const restore = act(() => removeForNow(desk, ids))
        if (restore === undefined) return
        select([], null)
        announce(t('canvas.rowRemoved', { n: ids.length }))
        notify.undoable(t('canvas.rowRemoved', { n: ids.length }), restore)
      },
      paste: (row: number, column: number, text: string) => {
        const done = act(() =>
          edits.pasteTable(
            desk,
            def.columns,
            rows.map((one) => one.item),
            { row, column },
            text,
          ),
        )
        if (done === undefined) return
        announce(t(done.refused > 0 ? 'canvas.pastedSome' : 'canvas.pasted', { rows: done.rows, added: done.added, refused: done.refused }))
        // What could not be read must not go unseen; the bar takes the whole paste back.
        if (done.refused > 0)
          notify.undoable(t('canvas.pastedSome', { rows: done.rows, added: done.added, refused: done.refused }), done.restore)
      },
    }),
    [act, announce, def, desk, items, rows, select, t],
  )
  return { ...acts, result, rows, byRank, setByRank, readOnly }
}
