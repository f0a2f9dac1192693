/** What a box says in small letters below its text: the columns of the node, and the problem sentence it turns round. */
import type { ItemId } from '../model/ids.ts'
import type { Item, Value } from '../model/lab.ts'
import type { GridColumn, TreeDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { formatShortDay } from '../rules/dates.ts'
import { formatNumber, formatPercent, formatRupiah } from '../rules/numbers.ts'
import { say } from '../text/messages.ts'
import { treeText } from '../text/tree.ts'

/** Paragraphs by item; items without any are left out. */
export type Details = ReadonlyMap<ItemId, readonly string[]>

/** @param sources the problem sentence each node of an objective tree turns round */
export function treeDetails(
  def: Pick<TreeDef, 'columns'>,
  items: readonly Item[],
  language: Language,
  sources: ReadonlyMap<ItemId, string> = new Map(),
): Details {
  const details = new Map<ItemId, readonly string[]>()
  for (const item of items) {
    const source = sources.get(item.id) ?? ''
    const columns = def.columns.flatMap((column) => {
      const text = column.key === 'text' ? '' : valueText(column, item.values[column.key] ?? null, language)
      return text === '' ? [] : [`${column.short ?? column.label[language]}: ${text}`]
    })
    const lines = [...(source === '' ? [] : [say(treeText.from, language, { text: source })]), ...columns]
    if (lines.length > 0) details.set(item.id, lines)
  }
  return details
}

/** A value in words; empty for a missing one. */
export function valueText(column: GridColumn, value: Value, language: Language): string {
  if (value === null || value === '') return ''
  const option = (key: string): string => column.options?.find((one) => one.key === key)?.label[language] ?? key
  if (Array.isArray(value)) return value.map(option).join('; ')
  if (typeof value === 'boolean') return value ? say(treeText.yes, language) : ''
  if (typeof value === 'number') {
    if (column.type === 'rupiah') return formatRupiah(value, language)
    return column.type === 'percent' ? formatPercent(value, language) : formatNumber(value, language, { decimals: column.decimals ?? 2 })
  }
  const text = String(value)
  return column.type === 'date' ? formatShortDay(text, language) || text : option(text)
}
