/** The order rows are looked at in. It never changes the rows themselves. */
import type { ItemId } from '#shared/model/ids.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import type { GridRow } from '#shared/rules/grid.ts'
import { cellValue } from './values.ts'

/** `order` is how the rows stood when they were sorted: a row that is being edited must not jump away. */
export type Sort = { readonly column: string; readonly down: boolean; readonly order: readonly ItemId[] }

type Key = number | string | null

function keyOf(row: GridRow, column: GridColumn): Key {
  if (column.type === 'formula') {
    if (column.formula?.op === 'rank') return row.ranks[column.key]?.rank ?? null
    if (column.formula?.op === 'band') return row.bands[column.key]?.from ?? null
    if (column.formula?.op === 'check') {
      const check = row.checks[column.key] ?? null
      return check === null ? null : check ? 1 : 0
    }
    return row.values[column.key] ?? null
  }
  const poll = row.polls[column.key]
  if (poll !== undefined) return poll.value
  const value = cellValue(row.item, column)
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (column.type === 'choice') return typeof value === 'object' ? null : rankOfOption(column, value)
  if (typeof value === 'object') return column.type === 'multi' ? rankOfOption(column, value[0] ?? '') : (value[0] ?? null)
  return value
}

function rankOfOption(column: GridColumn, value: string | number): Key {
  const at = (column.options ?? []).findIndex((option) => option.key === value)
  return at < 0 ? null : at
}

/** Rows without a value stand last both ways; equal ones keep their order. */
export function sorted(rows: readonly GridRow[], column: GridColumn, down: boolean, language: Language): readonly ItemId[] {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const keyed = rows.map((row, at) => ({ id: row.item.id, at, key: keyOf(row, column) }))
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return a.key === b.key ? a.at - b.at : a.key === null ? 1 : -1
    const order = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : compare(String(a.key), String(b.key))
    return (down ? -order : order) || a.at - b.at
  })
  return keyed.map(({ id }) => id)
}

/** The rows in a remembered order; rows that came later stand at the end. */
export function inOrder<T extends { readonly item: { readonly id: ItemId } }>(rows: readonly T[], order: readonly ItemId[]): readonly T[] {
  const place = new Map(order.map((id, at) => [id, at]))
  const of = (row: T): number => place.get(row.item.id) ?? order.length
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => of(a.row) - of(b.row) || a.at - b.at)
    .map(({ row }) => row)
}

/** Whether sorting now would give another order. */
export const isStale = (sort: Sort, rows: readonly GridRow[], column: GridColumn, language: Language): boolean =>
  sorted(inOrder(rows, sort.order), column, sort.down, language).some((id, at) => sort.order[at] !== id)
