/** Copying, cutting, pasting and filling of selected cells. */
import type { ItemId } from '#shared/model/ids.ts'
import { parseTable, readCell, toTsv } from '#shared/rules/cell-text.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { pictureTypes } from '../../../state/picture.ts'
import { isTyping, useSessionOf } from '../session.tsx'
import { fillPlan, type Plan, pastePlan, type Sheet } from './plan.ts'
import { countOf, heightOf, type Range, widthOf } from './range.ts'
import type { Cursor } from './use-cursor.ts'
import type { GridActs } from './use-grid.ts'
import { clipText } from './values.ts'

export type Clipboard = ReturnType<typeof useClipboard>

export function useClipboard(acts: GridActs, cursor: Cursor) {
  const { announce } = useSessionOf('grid')
  const t = useText()
  const language = useLanguage()
  const { rows, columns } = acts
  const sheet: Sheet = {
    columns,
    rows: rows.length,
    writable: acts.writable,
    read: (column, text) => readCell(column, text, language),
  }
  const onCells = (event: React.ClipboardEvent): boolean =>
    !isTyping(event.target) && event.target instanceof HTMLElement && event.target.dataset.cell !== undefined
  const text = ({ top, bottom, left, right }: Range): string =>
    toTsv(
      rows.slice(top, bottom + 1).map((row) =>
        columns.slice(left, right + 1).map((column) => {
          const held = acts.held(row.item, column)
          // Somebody who scores alone takes along what he sees.
          const own = acts.voter !== null && column.voted ? String(held ?? '') : null
          return own ?? clipText(row, column, language, t('grid.impossible'))
        }),
      ),
    )
  const copy = (event: React.ClipboardEvent): boolean => {
    if (!onCells(event) || rows.length === 0) return false
    event.preventDefault()
    event.clipboardData.setData('text/plain', text(cursor.range))
    return true
  }
  const clear = (range: Range): void =>
    acts.clear(
      rows.slice(range.top, range.bottom + 1).map((row) => row.item.id),
      columns.slice(range.left, range.right + 1),
    )
  const after = (plan: Plan, added: readonly ItemId[]): void => {
    if (added.length === 0) cursor.selectRange(plan.range)
    else cursor.followRow(added[0] ?? rows[0]?.item.id ?? ('' as ItemId) /* there is one by the test before */)
  }
  const cells = {
    value: (row: number, column: number) => {
      const [item, of] = [rows[row]?.item, columns[column]]
      return item === undefined || of === undefined ? null : acts.held(item, of)
    },
    text: (row: number, column: number) => {
      const [line, of] = [rows[row], columns[column]]
      return line === undefined || of === undefined ? '' : clipText(line, of, language, '')
    },
  }
  return {
    clear,
    onCopy: (event: React.ClipboardEvent): void => {
      if (copy(event)) announce(t('grid.cellsCopied', { n: countOf(cursor.range) }))
    },
    onCut: (event: React.ClipboardEvent): void => {
      if (!copy(event)) return
      announce(t('grid.cellsCut', { n: countOf(cursor.range) }))
      if (!acts.readOnly) clear(cursor.range)
    },
    onPaste: (event: React.ClipboardEvent): void => {
      if (acts.readOnly || !onCells(event) || cursor.at.row < 0) return
      event.preventDefault()
      const file = [...event.clipboardData.files].find((one) => pictureTypes.some((type) => type === one.type))
      const pasted = event.clipboardData.getData('text/plain')
      if (file !== undefined && columns[cursor.at.column]?.type === 'photo') cursor.edit(cursor.at, null, file)
      else if (pasted !== '') {
        const plan = pastePlan(parseTable(pasted), sheet, cursor.range)
        after(plan, acts.apply(plan, 'pasted', heightOf(plan.range)))
      }
    },
    /** Fills from the selection to a larger one around it; equal steps of numbers and days go on. */
    fillTo: (to: Range): void => {
      const plan = fillPlan(cells, sheet, cursor.range, to)
      acts.apply(plan, 'filled', plan.writes.length)
      cursor.selectRange(to)
    },
    /** Ctrl+D and Ctrl+R: the first row, or column, of the selection into the rest; of a single cell its neighbour into it. */
    fillFrom: (right: boolean): void => {
      const { range } = cursor
      const single = right ? widthOf(range) === 1 : heightOf(range) === 1
      const from: Range = right
        ? { ...range, left: range.left - (single ? 1 : 0), right: range.left - (single ? 1 : 0) }
        : { ...range, top: range.top - (single ? 1 : 0), bottom: range.top - (single ? 1 : 0) }
      if (from.top < 0 || from.left < 0) return
      const plan = fillPlan(cells, sheet, from, { ...range, top: from.top, left: from.left }, false)
      acts.apply(plan, 'filled', plan.writes.length)
    },
  }
}
