/** The acts of a matrix as the map, the list, the table and the form of an item offer them. */
import { useMemo } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item, Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { localDay } from '#shared/rules/dates.ts'
import { evaluateMatrix, matrixColumns, numberedItems, placeName } from '#shared/rules/matrix.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'
import { linesOf, removeForNow } from '../desk.ts'
import { useSessionOf } from '../session.tsx'
import * as edits from './edits.ts'

export type MatrixActs = ReturnType<typeof useMatrix>

export function useMatrix() {
  const { def, desk, items, act, announce, select, readOnly } = useSessionOf('matrix')
  const { timeZone } = useOpenLab().lab
  const language = useLanguage()
  const t = useText()
  const both = useBoth()
  const numbered = useMemo(() => numberedItems(def, items), [def, items])
  const numbers = useMemo(() => new Map(numbered.map(({ item, number }) => [item.id, number])), [numbered])
  const rows = useMemo(() => {
    const today = localDay(nowIso(), timeZone)
    return new Map(evaluateMatrix(def, items, { today }).rows.map((row) => [row.item.id, row]))
  }, [def, items, timeZone])
  const columns = useMemo(() => matrixColumns(def), [def])
  const acts = useMemo(() => {
    const placed = (item: Item, at: edits.At): string =>
      placeName(def, { ...item, values: { ...item.values, [def.x.key]: at.x, [def.y.key]: at.y } }, language) ?? ''
    const put = (item: Item, at: edits.At): void => {
      act(() => edits.putPoint(desk, def, item.id, at))
      announce(t('matrix.pointAt', { x: both(def.x.label), xv: at.x, y: both(def.y.label), yv: at.y, place: placed(item, at) }))
    }
    const move = (id: ItemId, to: number): void => {
      const n = act(() => edits.moveItem(desk, items, numbered, id, to)) ?? null
      if (n !== null) announce(t('matrix.moved', { n }))
    }
    return {
      add: (text: string, at: edits.At | null = null): void => {
        const ids = act(() => edits.addPoints(desk, def, linesOf(text), at))
        if (ids === undefined || ids.length === 0) return
        select(ids.slice(-1))
        announce(t('matrix.added', { n: ids.length, place: at === null ? t('matrix.noPlace') : `${at.x}, ${at.y}` }))
      },
      put,
      nudge: (item: Item, dx: number, dy: number) => put(item, edits.nudged(def, item, dx, dy)),
      takeOff: (id: ItemId) => {
        act(() => edits.takeOff(desk, def, id))
        announce(t('matrix.takenOff'))
      },
      set: (id: ItemId, column: GridColumn, value: Value) => void act(() => edits.setValue(desk, id, column, value)),
      move,
      shift: (id: ItemId, step: -1 | 1) => move(id, (numbers.get(id) ?? 1) - 1 + step),
      remove: (item: Item) => {
        const restore = act(() => removeForNow(desk, [item.id]))
        if (restore === undefined) return
        const said = t('matrix.removed', { text: item.text === '' ? t('canvas.noText') : item.text })
        select([], null)
        announce(said)
        notify.undoable(said, restore)
      },
      start: () => {
        const ids = act(() => edits.addStarters(desk, edits.startersLeft(def, items), language))
        if (ids !== undefined) announce(t('matrix.startersAdded', { n: ids.length }))
      },
    }
  }, [act, announce, both, def, desk, items, language, numbered, numbers, select, t])
  const place = (item: Item): string => placeName(def, item, language) ?? t('matrix.noPlace')
  return {
    ...acts,
    numbered,
    numbers,
    rows,
    columns,
    readOnly,
    place,
    nameOf: (item: Item) => (item.text === '' ? t('canvas.noText') : item.text),
  }
}
