/** What a box says in small letters below its text: the columns of the node, and the problem sentence it turns round. */
import type { ItemId } from '../model/ids.ts'
import type { Item } from '../model/lab.ts'
import type { TreeDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { say } from '../text/messages.ts'
import { treeText } from '../text/tree.ts'
import { valueText } from './note-values.ts'

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
      const text = column.key === 'text' ? '' : valueText(column, item.values[column.key], language)
      return text === '' ? [] : [`${column.short ?? column.label[language]}: ${text}`]
    })
    const lines = [...(source === '' ? [] : [say(treeText.from, language, { text: source })]), ...columns]
    if (lines.length > 0) details.set(item.id, lines)
  }
  return details
}
