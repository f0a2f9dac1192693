/** Everything that can be done to a problem tree. No function here can make a circle or a second core. */
import { addItem, changeItem, placeItem } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import { nodesOf, type Tree, type TreeNode } from '#shared/rules/tree.ts'
import { asOne, type Desk, removeForNow } from '../desk.ts'

/** A tree with quick ways up and sideways. `parent` is the core's id for the branches next to it. */
export type TreeIndex = {
  readonly tree: Tree
  readonly nodes: ReadonlyMap<ItemId, TreeNode>
  readonly parent: ReadonlyMap<ItemId, ItemId | null>
}

export function indexTree(tree: Tree): TreeIndex {
  const nodes = new Map<ItemId, TreeNode>()
  const parent = new Map<ItemId, ItemId | null>()
  const top = tree.core?.id ?? null
  if (tree.core !== null) parent.set(tree.core.id, null)
  for (const node of [...tree.effects, ...tree.causes]) parent.set(node.item.id, top)
  for (const node of nodesOf([...tree.effects, ...tree.causes])) {
    nodes.set(node.item.id, node)
    for (const child of node.children) parent.set(child.item.id, node.item.id)
  }
  return { tree, nodes, parent }
}

/** The nodes that hang beside `id`, itself included, in order. */
export function siblingsOf(index: TreeIndex, id: ItemId): readonly TreeNode[] {
  const node = index.nodes.get(id)
  if (node === undefined) return []
  if (node.depth === 1) return node.side === 'effect' ? index.tree.effects : index.tree.causes
  return index.nodes.get(index.parent.get(id) ?? id)?.children ?? []
}

/** `id` with everything that hangs on it. */
export function subtreeOf(index: TreeIndex, id: ItemId): readonly ItemId[] {
  if (id === index.tree.core?.id) return [id, ...index.nodes.keys()]
  const node = index.nodes.get(id)
  return node === undefined ? [] : nodesOf([node]).map((one) => one.item.id)
}

export function addCore(desk: Desk, text = ''): ItemId {
  const id = desk.newId()
  addItem(desk.doc, desk.canvas, id, { role: 'core', text, author: desk.me }, byPerson)
  return id
}

/** A node one level further from the core; under the core a direct cause. */
export function addChild(desk: Desk, index: TreeIndex, under: ItemId, text = ''): ItemId {
  const id = desk.newId()
  addItem(desk.doc, desk.canvas, id, { role: index.nodes.get(under)?.side ?? 'cause', parent: under, text, author: desk.me }, byPerson)
  return id
}

export function addEffect(desk: Desk, index: TreeIndex, text = ''): ItemId {
  const id = desk.newId()
  addItem(desk.doc, desk.canvas, id, { role: 'effect', parent: index.tree.core?.id ?? null, text, author: desk.me }, byPerson)
  return id
}

/** A node right after `id` at the same place; beside the core there can be none, so it becomes a cause. */
export function addSibling(desk: Desk, index: TreeIndex, beside: ItemId, text = ''): ItemId {
  const node = index.nodes.get(beside)
  if (node === undefined) return addChild(desk, index, beside, text)
  const siblings = siblingsOf(index, beside)
  const at = siblings.indexOf(node)
  const id = desk.newId()
  asOne(desk, () => {
    addItem(desk.doc, desk.canvas, id, { role: node.side, parent: index.parent.get(beside) ?? null, text, author: desk.me }, byPerson)
    placeItem(desk.doc, desk.canvas, id, node.item, siblings[at + 1]?.item ?? null, byPerson)
  })
  return id
}

/** Whether `id` may hang under `parent`: never the core, never under itself or under what hangs on it. */
export const mayHang = (index: TreeIndex, id: ItemId, parent: ItemId): boolean =>
  id !== index.tree.core?.id && index.parent.has(parent) && !subtreeOf(index, id).includes(parent)

/**
 * Hangs a node, with all that hangs on it, under another one, last among its children.
 * @param side which side of the core, when the new parent is the core; else the parent's side is taken
 */
export function hang(desk: Desk, index: TreeIndex, id: ItemId, parent: ItemId, side?: 'effect' | 'cause'): boolean {
  if (!mayHang(index, id, parent)) return false
  const role = index.nodes.get(parent)?.side ?? side ?? index.nodes.get(id)?.side ?? 'cause'
  const beside =
    parent === index.tree.core?.id ? (role === 'effect' ? index.tree.effects : index.tree.causes) : index.nodes.get(parent)?.children
  asOne(desk, () => {
    for (const one of subtreeOf(index, id)) changeItem(desk.doc, desk.canvas, one, { role }, byPerson)
    changeItem(desk.doc, desk.canvas, id, { parent }, byPerson)
    const last = beside?.filter((node) => node.item.id !== id).at(-1)?.item
    if (last !== undefined) placeItem(desk.doc, desk.canvas, id, last, null, byPerson)
  })
  return true
}

/** Moves a node before its left or after its right neighbour. */
export function shift(desk: Desk, index: TreeIndex, id: ItemId, step: -1 | 1): boolean {
  const siblings = siblingsOf(index, id)
  const at = siblings.findIndex((node) => node.item.id === id)
  const other = siblings[at + step]
  if (at < 0 || other === undefined) return false
  const beyond = siblings[at + 2 * step]?.item ?? null
  if (step < 0) placeItem(desk.doc, desk.canvas, id, beyond, other.item, byPerson)
  else placeItem(desk.doc, desk.canvas, id, other.item, beyond, byPerson)
  return true
}

/** One level nearer to the core: beside its present parent. */
export function outdent(desk: Desk, index: TreeIndex, id: ItemId): boolean {
  const parent = index.parent.get(id)
  const above = parent === null || parent === undefined ? null : index.parent.get(parent)
  const node = index.nodes.get(parent ?? id)
  if (above === null || above === undefined || node === undefined || parent === index.tree.core?.id) return false
  const beside = siblingsOf(index, node.item.id)
  const at = beside.indexOf(node)
  asOne(desk, () => {
    changeItem(desk.doc, desk.canvas, id, { parent: above }, byPerson)
    placeItem(desk.doc, desk.canvas, id, node.item, beside[at + 1]?.item ?? null, byPerson)
  })
  return true
}

/** One level further out: under its left neighbour. */
export function indent(desk: Desk, index: TreeIndex, id: ItemId): boolean {
  const siblings = siblingsOf(index, id)
  const before = siblings[siblings.findIndex((node) => node.item.id === id) - 1]
  return before !== undefined && hang(desk, index, id, before.item.id)
}

/** A root is a cause the unit can change; effects and the core cannot be one. */
export function markRoot(desk: Desk, index: TreeIndex, id: ItemId): boolean | null {
  const node = index.nodes.get(id)
  if (node === undefined || node.side === 'effect') return null
  changeItem(desk.doc, desk.canvas, id, { root: !node.item.root }, byPerson)
  return !node.item.root
}

/** Takes a node out with everything that hangs on it; the answer puts it back. */
export const removeBranch = (desk: Desk, index: TreeIndex, id: ItemId): { readonly count: number; readonly restore: () => void } => {
  const ids = subtreeOf(index, id)
  return { count: ids.length, restore: removeForNow(desk, ids) }
}

/** Where an arrow key leads in the picture: effects stand above the core, causes below it. */
export function towards(index: TreeIndex, id: ItemId, direction: 'left' | 'right' | 'up' | 'down'): ItemId | null {
  const { core, effects, causes } = index.tree
  if (id === core?.id) return (direction === 'up' ? effects[0] : direction === 'down' ? causes[0] : undefined)?.item.id ?? null
  const node = index.nodes.get(id)
  if (node === undefined) return core?.id ?? effects[0]?.item.id ?? causes[0]?.item.id ?? null
  if (direction === 'left' || direction === 'right') return besideAt(index, node, direction === 'left' ? -1 : 1)?.id ?? null
  const inward = direction === (node.side === 'effect' ? 'down' : 'up')
  return inward ? (index.parent.get(id) ?? null) : (node.children[0]?.item.id ?? null)
}

/** The next node at the same level of the same side, also when it hangs on another branch. */
function besideAt(index: TreeIndex, node: TreeNode, step: -1 | 1): Item | undefined {
  const level = nodesOf(node.side === 'effect' ? index.tree.effects : index.tree.causes).filter((one) => one.depth === node.depth)
  return level[level.indexOf(node) + step]?.item
}
