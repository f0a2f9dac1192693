/** What of a tree is laid out: all that is not folded away, and the node that is being written. */
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import { blankItem } from '#shared/rules/blank.ts'
import { subtreeOf, type TreeIndex } from './edits.ts'

/** How a node that is being written will hang. */
export type NewNode = {
  readonly kind: 'new'
  readonly how: 'core' | 'child' | 'sibling' | 'effect'
  readonly at: ItemId | null
  /** Category of a cause next to the core. */
  readonly zone?: string | null
}
export type TreeEditing = NewNode | { readonly kind: 'item'; readonly id: ItemId } | null

/** Stands in the layout for a node that is being written. */
export const draftNode = 'draft' as ItemId // never stored

/** Items that are not folded away, with the node that is being written. */
export function visibleItems(items: readonly Item[], index: TreeIndex, folded: ReadonlySet<ItemId>, editing: TreeEditing): readonly Item[] {
  const hidden = new Set<ItemId>()
  for (const id of folded) for (const below of subtreeOf(index, id)) if (below !== id) hidden.add(below)
  const seen = hidden.size === 0 ? items : items.filter((item) => !hidden.has(item.id))
  return editing?.kind === 'new' ? [...seen, draftOf(index, editing)] : seen
}

function draftOf(index: TreeIndex, { how, at, zone }: NewNode): Item {
  const near = at === null ? undefined : index.nodes.get(at)
  const beside = how === 'sibling' && near !== undefined
  const core = index.tree.core?.id ?? null
  const parent = how === 'core' ? null : how === 'effect' ? core : beside ? (index.parent.get(near.item.id) ?? null) : at
  return {
    ...blankItem(draftNode),
    // Sorts right after the sibling, or after all.
    order: beside ? `${near.item.order}~` : '~',
    parent,
    role: how === 'core' ? 'core' : how === 'effect' ? 'effect' : (near?.side ?? 'cause'),
    zone: zone !== undefined ? zone : beside ? near.item.zone : null,
  }
}
