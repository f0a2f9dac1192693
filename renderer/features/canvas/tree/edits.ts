/** Everything that can be done to a problem tree. No function here can make a circle or a second core. */
import { addItem, changeItem, readItems, setVotes, votesBy, votesSpent } from '#shared/doc/canvas.ts'
import { keyBetween, keysInOrder } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import { nodesOf, type Tree, type TreeNode, type TreeSide, treeOf } from '#shared/rules/tree.ts'
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

/** As the document stands now, for edits that follow each other within one step. */
export const freshIndex = (desk: Desk): TreeIndex => indexTree(treeOf(readItems(desk.doc, desk.canvas)))

/** The nodes that hang on `parent`; next to the core those of one side. */
export function childrenOf(index: TreeIndex, parent: ItemId | null, side: TreeSide = 'cause'): readonly TreeNode[] {
  const node = parent === null ? undefined : index.nodes.get(parent)
  if (node !== undefined) return node.children
  return side === 'effect' ? index.tree.effects : index.tree.causes
}

/** The nodes that hang beside `id`, itself included, in order. */
export function siblingsOf(index: TreeIndex, id: ItemId): readonly TreeNode[] {
  const node = index.nodes.get(id)
  return node === undefined ? [] : childrenOf(index, index.parent.get(id) ?? null, node.side)
}

/** `id` with everything that hangs on it. */
export function subtreeOf(index: TreeIndex, id: ItemId): readonly ItemId[] {
  if (id === index.tree.core?.id) return [id, ...index.nodes.keys()]
  const node = index.nodes.get(id)
  return node === undefined ? [] : nodesOf([node]).map((one) => one.item.id)
}

/** The cause or effect next to the core on whose branch `id` hangs, itself included. */
export function topOf(index: TreeIndex, id: ItemId): TreeNode | undefined {
  let node = index.nodes.get(id)
  while (node !== undefined && node.depth > 1) node = index.nodes.get(index.parent.get(node.item.id) ?? id)
  return node
}

/** Where a node is put. `before` stays right behind it; absent is the end. */
export type Spot = {
  /** The core's id, or null while there is none, is next to the core. */
  readonly parent: ItemId | null
  /** Counts next to the core; deeper the side of the parent is taken. */
  readonly side?: TreeSide | undefined
  /** Category of a cause next to the core. */
  readonly zone?: string | null | undefined
  /** The node it is put in front of, or behind of. */
  readonly before?: ItemId | undefined
  readonly after?: ItemId | undefined
}

/** A key for the place, with the siblings given fresh keys first where two of them chose the same one at once. */
function orderAt(desk: Desk, siblings: readonly TreeNode[], spot: Spot): string {
  const found = siblings.findIndex((node) => node.item.id === (spot.before ?? spot.after))
  const at = found < 0 ? siblings.length : spot.before === undefined ? found + 1 : found
  const low = siblings[at - 1]?.item.order ?? null
  const high = siblings[at]?.item.order ?? null
  if (low === null || high === null || low < high) return keyBetween(low, high)
  const keys = keysInOrder(siblings.length + 1)
  for (const [place, node] of siblings.entries()) {
    const order = keys[place < at ? place : place + 1]
    if (order !== undefined) changeItem(desk.doc, desk.canvas, node.item.id, { order }, byPerson)
  }
  return keys[at] ?? keyBetween(low, null)
}

function sideAt(index: TreeIndex, spot: Spot): TreeSide {
  const node = spot.parent === null ? undefined : index.nodes.get(spot.parent)
  return node?.side ?? spot.side ?? 'cause'
}

/** A deeper node keeps the category of its branch, so that it shows there should its parent be deleted under it. */
const zoneAt = (index: TreeIndex, spot: Spot): string | null =>
  spot.zone !== undefined ? spot.zone : spot.parent === null ? null : (topOf(index, spot.parent)?.item.zone ?? null)

export function addAt(desk: Desk, index: TreeIndex, spot: Spot, text = ''): ItemId {
  const id = desk.newId()
  const role = sideAt(index, spot)
  asOne(desk, () => {
    const order = orderAt(desk, childrenOf(index, spot.parent, role), spot)
    const zone = zoneAt(index, spot)
    addItem(desk.doc, desk.canvas, id, { role, parent: spot.parent, text, order, zone, author: desk.me }, byPerson)
  })
  return id
}

/** What stood without a core hangs on it from now on. */
export function addCore(desk: Desk, text = '', index?: TreeIndex): ItemId {
  const id = desk.newId()
  asOne(desk, () => {
    addItem(desk.doc, desk.canvas, id, { role: 'core', text, author: desk.me }, byPerson)
    for (const { item } of index === undefined || index.tree.core !== null ? [] : [...index.tree.effects, ...index.tree.causes])
      changeItem(desk.doc, desk.canvas, item.id, { parent: id }, byPerson)
  })
  return id
}

/** A node one level further from the core; under the core a direct cause. */
export const addChild = (desk: Desk, index: TreeIndex, under: ItemId, text = '', zone?: string | null): ItemId =>
  addAt(desk, index, { parent: under, ...(zone === undefined ? {} : { zone }) }, text)

export const addEffect = (desk: Desk, index: TreeIndex, text = ''): ItemId =>
  addAt(desk, index, { parent: index.tree.core?.id ?? null, side: 'effect' }, text)

/** A node right after `id` at the same place; beside the core there can be none, so it becomes a cause. */
export function addSibling(desk: Desk, index: TreeIndex, beside: ItemId, text = ''): ItemId {
  const node = index.nodes.get(beside)
  if (node === undefined) return addChild(desk, index, beside, text)
  const parent = index.parent.get(beside) ?? null
  const zone = node.depth === 1 ? node.item.zone : undefined
  return addAt(desk, index, { parent, side: node.side, after: beside, ...(zone === undefined ? {} : { zone }) }, text)
}

/** Whether `id` may hang under `parent`: never the core, never under itself or under what hangs on it. */
export function mayHang(index: TreeIndex, id: ItemId, parent: ItemId): boolean {
  if (id === index.tree.core?.id || !index.nodes.has(id) || !index.parent.has(parent)) return false
  for (let at: ItemId | null = parent; at !== null; at = index.parent.get(at) ?? null) if (at === id) return false
  return true
}

/** Puts a node, with all that hangs on it, somewhere else. */
export function moveTo(desk: Desk, index: TreeIndex, id: ItemId, spot: Spot): boolean {
  const { core } = index.tree
  if (spot.parent === null ? core !== null || !index.nodes.has(id) : !mayHang(index, id, spot.parent)) return false
  const role = sideAt(index, spot)
  const under = spot.parent === null ? undefined : index.nodes.get(spot.parent)
  // Taken off its branch a cause keeps that branch's category.
  const zone = spot.zone !== undefined || under !== undefined ? zoneAt(index, spot) : (topOf(index, id)?.item.zone ?? null)
  asOne(desk, () => {
    settle(desk, index)
    for (const one of subtreeOf(index, id))
      if (index.nodes.get(one)?.item.role !== role) changeItem(desk.doc, desk.canvas, one, { role }, byPerson)
    const siblings = childrenOf(index, spot.parent, role).filter((node) => node.item.id !== id)
    const order = orderAt(desk, siblings, spot)
    changeItem(desk.doc, desk.canvas, id, { parent: spot.parent, order, zone }, byPerson)
  })
  return true
}

/**
 * Where two moves crossed, the tree shows the circle opened. Whoever moves something next makes that the stored shape too; otherwise the
 * circle could open at another node and take what was just moved along.
 */
function settle(desk: Desk, index: TreeIndex): void {
  for (const id of index.tree.opened) changeItem(desk.doc, desk.canvas, id, { parent: index.tree.core?.id ?? null }, byPerson)
}

/** Hangs a node under another one, last among its children. */
export const hang = (desk: Desk, index: TreeIndex, id: ItemId, parent: ItemId, side?: TreeSide): boolean =>
  moveTo(desk, index, id, { parent, side: side ?? index.nodes.get(id)?.side })

/** Moves a node before its left or after its right neighbour; with `among` the neighbour among those. */
export function shift(desk: Desk, index: TreeIndex, id: ItemId, step: -1 | 1, among = siblingsOf(index, id)): boolean {
  const node = index.nodes.get(id)
  const other = among[among.findIndex((one) => one.item.id === id) + step]
  if (node === undefined || other === undefined || other.item.id === id) return false
  const beside = step < 0 ? { before: other.item.id } : { after: other.item.id }
  return moveTo(desk, index, id, { parent: index.parent.get(id) ?? null, side: node.side, zone: node.item.zone, ...beside })
}

/** One level nearer to the core: beside its present parent. */
export function outdent(desk: Desk, index: TreeIndex, id: ItemId): boolean {
  const up = index.nodes.get(index.parent.get(id) ?? id)
  if (up === undefined || up.item.id === id) return false
  return moveTo(desk, index, id, { parent: index.parent.get(up.item.id) ?? null, side: up.side, after: up.item.id })
}

/** One level further out: under its left neighbour, or the one before it among those given. */
export function indent(desk: Desk, index: TreeIndex, id: ItemId, among = siblingsOf(index, id)): boolean {
  const before = among[among.findIndex((node) => node.item.id === id) - 1]
  return before !== undefined && hang(desk, index, id, before.item.id)
}

/** A root is a cause the unit can change; effects and the core cannot be one. */
export function markRoot(desk: Desk, index: TreeIndex, id: ItemId): boolean | null {
  const node = index.nodes.get(id)
  if (node === undefined || node.side === 'effect') return null
  changeItem(desk.doc, desk.canvas, id, { root: !node.item.root }, byPerson)
  return !node.item.root
}

/** Gives one vote or takes one back. `false` when none is left to give or take; null is no limit. */
export function vote(desk: Desk, id: ItemId, quota: number | null, step: 1 | -1): boolean {
  const given = votesBy(desk.doc, desk.canvas, id, desk.me)
  if (step === -1 ? given === 0 : quota !== null && votesSpent(desk.doc, desk.canvas, desk.me) >= quota) return false
  setVotes(desk.doc, desk.canvas, id, desk.me, given + step, byPerson)
  return true
}

/**
 * Takes a node out with everything that hangs on it; the answer puts it back. Without its core a tree keeps all branches: they wait for
 * the next one.
 */
export const removeBranch = (desk: Desk, index: TreeIndex, id: ItemId): { readonly count: number; readonly restore: () => void } => {
  const ids = id === index.tree.core?.id ? [id] : subtreeOf(index, id)
  return { count: ids.length, restore: removeForNow(desk, ids) }
}

/** Hangs nodes on the core for good: further cores, and nodes that were left without a parent. */
export function adopt(desk: Desk, index: TreeIndex, ids: readonly ItemId[]): void {
  const { core } = index.tree
  if (core === null) return
  asOne(desk, () => {
    for (const id of ids) changeItem(desk.doc, desk.canvas, id, { parent: core.id, role: index.nodes.get(id)?.side ?? 'cause' }, byPerson)
  })
}

export type Direction = 'left' | 'right' | 'up' | 'down'

/** Where an arrow key leads in the picture: effects stand above the core, causes below it. `stacked` nodes hold their children in a pile. */
export function towards(index: TreeIndex, id: ItemId, direction: Direction, stacked: ReadonlySet<ItemId> = new Set()): ItemId | null {
  const { core, effects, causes } = index.tree
  if (id === core?.id) return (direction === 'up' ? effects[0] : direction === 'down' ? causes[0] : undefined)?.item.id ?? null
  const node = index.nodes.get(id)
  if (node === undefined) return core?.id ?? effects[0]?.item.id ?? causes[0]?.item.id ?? null
  if (direction === 'left' || direction === 'right') return besideAt(index, node, direction === 'left' ? -1 : 1)?.id ?? null
  const inward = direction === (node.side === 'effect' ? 'down' : 'up')
  const parent = index.parent.get(id) ?? null
  if (parent !== null && stacked.has(parent)) {
    const pile = siblingsOf(index, id)
    const next = pile[pile.indexOf(node) + (inward ? -1 : 1)]?.item.id
    return next ?? (inward ? parent : null)
  }
  return inward ? parent : (node.children[0]?.item.id ?? null)
}

/** The next node at the same level of the same side, also when it hangs on another branch. */
function besideAt(index: TreeIndex, node: TreeNode, step: -1 | 1): Item | undefined {
  const level = nodesOf(node.side === 'effect' ? index.tree.effects : index.tree.causes).filter((one) => one.depth === node.depth)
  return level[level.indexOf(node) + step]?.item
}

type Placed = { readonly id: ItemId; readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** The nearest box in a direction, for pictures whose arrows follow the eye and not the tree. */
export function nearest(boxes: readonly Placed[], id: ItemId, direction: Direction): ItemId | null {
  const from = boxes.find((box) => box.id === id)
  if (from === undefined) return boxes[0]?.id ?? null
  let best: { readonly id: ItemId; readonly cost: number } | null = null
  for (const box of boxes) {
    if (box.id === id) continue
    const dx = box.x + box.w / 2 - (from.x + from.w / 2)
    const dy = box.y + box.h / 2 - (from.y + from.h / 2)
    const across = direction === 'left' || direction === 'right'
    const along = across ? (direction === 'left' ? -dx : dx) : direction === 'up' ? -dy : dy
    const aside = Math.abs(across ? dy : dx)
    if (along <= 4 || aside > along * 3) continue
    const cost = along + 2 * aside
    if (best === null || cost < best.cost) best = { id: box.id, cost }
  }
  return best?.id ?? null
}
