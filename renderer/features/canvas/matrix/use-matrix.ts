/** The acts of a matrix as the picture and the list offer them. */
import { useMemo } from 'react'
import { numberedItems } from '#shared/figure/matrix.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item, Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { notify } from '../../../state/notify.ts'
import { asOne, linesOf, removeForNow } from '../desk.ts'
import { setCell } from '../grid/edits.ts'
import { useSessionOf } from '../session.tsx'
import * as edits from './edits.ts'

export type MatrixActs = ReturnType<typeof useMatrix>

export function useMatrix() {
  const { def, desk, items, act, announce, select, readOnly } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const numbered = useMemo(() => numberedItems(def, items), [def, items])
  const acts = useMemo(() => {
    const tell = (x: number, y: number): void => announce(t('canvas.pointAt', { x: both(def.x.label), xv: x, y: both(def.y.label), yv: y }))
    return {
      add: (text: string, x?: number, y?: number): ItemId | undefined => {
        const made = act(() => {
          const ids: ItemId[] = []
          asOne(desk, () => {
            for (const line of linesOf(text)) ids.push(edits.addPoint(desk, def, line, x, y))
          })
          return ids
        })
        if (made !== undefined && made.length > 0) select(made.slice(-1))
        return made?.at(-1)
      },
      put: (id: ItemId, x: number, y: number) => {
        act(() => edits.putPoint(desk, def, id, x, y))
        tell(x, y)
      },
      nudge: (item: Item, dx: number, dy: number) => act(() => edits.nudgePoint(desk, def, item, dx, dy)),
      set: (id: ItemId, column: GridColumn, value: Value) => act(() => setCell(desk, id, column, value)),
      remove: (id: ItemId) => {
        const restore = act(() => removeForNow(desk, [id]))
        if (restore === undefined) return
        select([], null)
        announce(t('canvas.rowRemoved', { n: 1 }))
        notify.undoable(t('canvas.rowRemoved', { n: 1 }), restore)
      },
    }
  }, [act, announce, both, def, desk, select, t])
  const plain: Pick<GridColumn, 'suggests' | 'required' | 'format' | 'voted'> = {
    suggests: [],
    required: false,
    format: 'number',
    voted: false,
  }
  /** The axes and the item itself as columns, so that the list edits them like any other value. */
  const axisColumn = (axis: typeof def.x): GridColumn => ({
    key: axis.key,
    label: axis.label,
    type: 'score',
    min: axis.min,
    max: axis.max,
    anchors: axis.anchors,
    width: 1,
    ...plain,
  })
  const textColumn: GridColumn = { key: 'text', label: def.itemLabel, type: 'text', anchors: [], width: 2, ...plain }
  return { ...acts, numbered, readOnly, columns: [textColumn, axisColumn(def.x), axisColumn(def.y), ...def.columns] }
}
