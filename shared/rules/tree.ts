/**
 * Reads a set of items as a problem tree (domain.md 4.5). Several people move nodes at once, so the items may name parents that are
 * gone, point at each other in a circle, or hold no core or several. Every reading gives each node exactly one place, the same on
 * every machine, and loses none.
 */
import type { ItemId } from '../model/ids.ts'
import type { Item } from '../model/lab.ts'
import type { TreeDef } from '../model/pack.ts'
import { byOrder } from './order.ts'

export type TreeSide = 'effect' | 'cause'

export type TreeNode = {
  readonly item: Item
  readonly side: TreeSide
  /** 1 is next to the core. */
  readonly depth: number
  readonly children: readonly TreeNode[]
  /** It named no usable parent and was hung on the core, or on nothing while there is no core. */
  readonly loose: boolean
}

/** What a node is called: a cause next to the core is direct, a deeper one indirect; a marked root is a root wherever it stands. */
export type TreeLevel = 'core' | 'effect' | 'direct' | 'indirect' | 'root'

export type Tree = {
  readonly core: Item | null
  /** Branches next to the core, in their order. */
  readonly effects: readonly TreeNode[]
  readonly causes: readonly TreeNode[]
  /** Further items that call themselves core; the first in order is the core and these hang on it as direct causes. */
  readonly otherCores: readonly ItemId[]
  /** Items whose circle of parents was opened at them. */
  readonly opened: readonly ItemId[]
}

/** Items may come in any order; those with role `cluster` are read as causes. */
export function treeOf(items: readonly Item[]): Tree {
  const sorted = [...items].sort(byOrder)
  const cores = sorted.filter((item) => item.role === 'core')
  const core = cores[0] ?? null
  const known = new Map(sorted.map((item) => [item.id, item]))
  const parents = new Map<ItemId, ItemId | null>()
  for (const item of sorted) {
    if (item === core) continue
    const parent = item.parent !== null && item.parent !== item.id ? known.get(item.parent) : undefined
    parents.set(item.id, parent === undefined || parent === core || item.role === 'core' ? null : parent.id)
  }
  const opened = openCircles(sorted, parents)
  const children = new Map<ItemId | null, Item[]>()
  for (const item of sorted) {
    if (item === core) continue
    const parent = parents.get(item.id) ?? null
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [item])
    else siblings.push(item)
  }
  const tops = children.get(null) ?? []
  const branch = (item: Item): TreeNode => buildBranch(item, item.role === 'effect' ? 'effect' : 'cause', children, core)
  return {
    core,
    effects: tops.filter((item) => item.role === 'effect').map(branch),
    causes: tops.filter((item) => item.role !== 'effect').map(branch),
    otherCores: cores.slice(1).map((item) => item.id),
    opened,
  }
}

/** Cuts each circle at its first node in order and gives the cut nodes. Changes `parents`. */
function openCircles(sorted: readonly Item[], parents: Map<ItemId, ItemId | null>): readonly ItemId[] {
  const safe = new Set<ItemId>()
  const place = new Map(sorted.map((item, at) => [item.id, at]))
  const opened: ItemId[] = []
  for (const { id } of sorted) {
    const path: ItemId[] = []
    const onPath = new Set<ItemId>()
    let at: ItemId | null = id
    while (at !== null && !safe.has(at) && !onPath.has(at)) {
      path.push(at)
      onPath.add(at)
      at = parents.get(at) ?? null
    }
    if (at !== null && onPath.has(at)) {
      const circle = path.slice(path.indexOf(at))
      const first = circle.reduce((best, one) => ((place.get(one) ?? 0) < (place.get(best) ?? 0) ? one : best))
      parents.set(first, null)
      opened.push(first)
    }
    for (const one of path) safe.add(one)
  }
  return opened
}

/** Built without recursion: a chain of thousands of causes must not exhaust the stack. */
function buildBranch(top: Item, side: TreeSide, children: ReadonlyMap<ItemId | null, readonly Item[]>, core: Item | null): TreeNode {
  type Draft = { item: Item; side: TreeSide; depth: number; children: Draft[]; loose: boolean }
  const draft = (item: Item, depth: number): Draft => ({
    item,
    side,
    depth,
    children: [],
    loose: depth === 1 && (core === null || item.parent !== core.id),
  })
  const root = draft(top, 1)
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const child of children.get(node.item.id) ?? []) {
      const next = draft(child, node.depth + 1)
      node.children.push(next)
      open.push(next)
    }
  }
  return root
}

/** All nodes but the core, each parent before its children, branches in order. */
export function nodesOf(branches: readonly TreeNode[]): readonly TreeNode[] {
  const found: TreeNode[] = []
  const open = [...branches].reverse()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node)
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at]
      if (child !== undefined) open.push(child)
    }
  }
  return found
}

export function levelOf(node: TreeNode): TreeLevel {
  if (node.side === 'effect') return 'effect'
  if (node.item.root) return 'root'
  return node.depth === 1 ? 'direct' : 'indirect'
}

/** Ids from the branch next to the core down to `id`; empty when it is the core or unknown. */
export function pathTo(tree: Tree, id: ItemId): readonly ItemId[] {
  const up = new Map<ItemId, ItemId | null>()
  for (const node of nodesOf([...tree.effects, ...tree.causes])) {
    if (!up.has(node.item.id)) up.set(node.item.id, null)
    for (const child of node.children) up.set(child.item.id, node.item.id)
  }
  const path: ItemId[] = []
  for (let at: ItemId | null = up.has(id) ? id : null; at !== null; at = up.get(at) ?? null) path.unshift(at)
  return path
}

export type TreeNeed = TreeDef['ready'][number]

/** Each need of the definition with whether it holds and which nodes stand in the way. */
export function treeNeeds(needs: readonly TreeNeed[], tree: Tree): readonly { need: TreeNeed; holds: boolean; nodes: readonly ItemId[] }[] {
  const causes = nodesOf(tree.causes)
  return needs.map((need) => {
    switch (need) {
      case 'one_core_sentence':
        return { need, holds: tree.core !== null && tree.otherCores.length === 0 && isSentence(tree.core.text), nodes: tree.otherCores }
      case 'causes_reach_root': {
        const ends = causes.filter((node) => node.children.length === 0 && !node.item.root).map((node) => node.item.id)
        return { need, holds: causes.length > 0 && ends.length === 0, nodes: ends }
      }
      case 'has_effect':
        return { need, holds: tree.effects.length > 0, nodes: [] }
      case 'has_root':
        return { need, holds: causes.some((node) => node.item.root), nodes: [] }
      case 'three_whys':
        return { need, holds: causes.some((node) => node.depth >= 3), nodes: [] }
      case 'every_answer_has_evidence': {
        const bare = causes.filter((node) => typeof node.item.values.bukti !== 'string' || node.item.values.bukti.trim() === '')
        return { need, holds: causes.length > 0 && bare.length === 0, nodes: bare.map((node) => node.item.id) }
      }
      default:
        return never(need)
    }
  })
}

/** A sentence has at least three words; a full stop is not asked for, because notes rarely have one. */
const isSentence = (text: string): boolean =>
  text
    .trim()
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word)).length >= 3

const never = (value: never): never => {
  throw new Error(`unknown need ${JSON.stringify(value)}`)
}
