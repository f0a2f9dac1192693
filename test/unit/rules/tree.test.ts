import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '#shared/model/lab.ts'
import { levelOf, nodesOf, pathTo, treeNeeds, treeOf } from '#shared/rules/tree.ts'
import { itemId, makeItems, orderAt } from '#test/makers/innovation.ts'

const ids = (items: readonly { readonly item: Item }[]) => items.map((one) => one.item.id)
const small = makeItems([
  { id: 'inti', role: 'core', text: 'Bayi pulang tanpa akta' },
  { id: 'akibat', role: 'effect', parent: 'inti' },
  { id: 'sebab', role: 'cause', parent: 'inti' },
  { id: 'dalam', role: 'cause', parent: 'sebab' },
  { id: 'akar', role: 'cause', parent: 'dalam', root: true },
])

describe('a problem tree', () => {
  it('hangs effects and causes on the core and names their levels', () => {
    const tree = treeOf(small)
    expect(tree.core?.id).toBe('inti')
    expect(ids(tree.effects)).toEqual(['akibat'])
    expect(nodesOf([...tree.effects, ...tree.causes]).map((node) => [node.item.id, levelOf(node), node.depth])).toEqual([
      ['akibat', 'effect', 1],
      ['sebab', 'direct', 1],
      ['dalam', 'indirect', 2],
      ['akar', 'root', 3],
    ])
    expect(pathTo(tree, itemId('akar'))).toEqual(['sebab', 'dalam', 'akar'])
    expect(pathTo(tree, itemId('inti'))).toEqual([])
  })
  it('does not depend on the order in which the items come', () => {
    expect(treeOf([...small].reverse())).toEqual(treeOf(small))
  })
  it('keeps the first of several cores and hangs the others on it', () => {
    const tree = treeOf([...small, ...makeItems([{ id: 'lain', role: 'core', order: orderAt(9), parent: 'akar' }])])
    expect(tree.core?.id).toBe('inti')
    expect(tree.otherCores).toEqual(['lain'])
    expect(ids(tree.causes)).toEqual(['sebab', 'lain'])
  })
  it('stands without a core and loses nothing', () => {
    const tree = treeOf(small.filter((item) => item.id !== 'inti'))
    expect(tree.core).toBeNull()
    expect(ids(nodesOf([...tree.effects, ...tree.causes]))).toEqual(['akibat', 'sebab', 'dalam', 'akar'])
    expect(tree.causes[0]?.loose).toBe(true)
  })
  it('opens a circle of two concurrent moves at its first node', () => {
    const items = makeItems([
      { id: 'inti', role: 'core' },
      { id: 'a', role: 'cause', parent: 'b' },
      { id: 'b', role: 'cause', parent: 'a' },
      { id: 'c', role: 'cause', parent: 'b' },
    ])
    const tree = treeOf(items)
    expect(tree.opened).toEqual(['a'])
    expect(ids(nodesOf(tree.causes))).toEqual(['a', 'b', 'c'])
  })
  it('hangs a node whose parent is gone, or is itself, on the core', () => {
    const tree = treeOf(
      makeItems([
        { id: 'inti', role: 'core' },
        { id: 'a', parent: 'hilang' },
        { id: 'b', parent: 'b' },
      ]),
    )
    expect(ids(tree.causes)).toEqual(['a', 'b'])
    expect(tree.causes.map((node) => node.loose)).toEqual([true, true])
  })
  it('places every node exactly once, the same for every order of arrival, whatever the parents', () => {
    const role = fc.constantFrom('core' as const, 'cause' as const, 'effect' as const, 'cluster' as const, null)
    const node = fc.record({ parent: fc.option(fc.integer({ min: -1, max: 40 })), role, root: fc.boolean() })
    fc.assert(
      fc.property(fc.array(node, { maxLength: 40 }), fc.array(fc.nat()), (nodes, shuffle) => {
        const items = makeItems(nodes.map((one) => ({ ...one, parent: one.parent === null ? null : `i${one.parent}` })))
        const tree = treeOf(items)
        const placed = [...(tree.core === null ? [] : [tree.core.id]), ...ids(nodesOf([...tree.effects, ...tree.causes]))]
        expect([...placed].sort()).toEqual(items.map((item) => item.id).sort())
        const mixed = items.map((item, at) => ({ item, key: shuffle[at] ?? 0 })).sort((a, b) => a.key - b.key)
        expect(treeOf(mixed.map((one) => one.item))).toEqual(tree)
      }),
    )
  })
  it('reads a chain of 20,000 causes without exhausting the stack', () => {
    const chain = makeItems(
      Array.from({ length: 20_000 }, (_, at) => ({
        role: at === 0 ? ('core' as const) : ('cause' as const),
        parent: at === 0 ? null : `i${at}`,
      })),
    )
    expect(nodesOf(treeOf(chain).causes)).toHaveLength(19_999)
  })
  it('says what is missing before it can be closed, and where', () => {
    const all = ['one_core_sentence', 'causes_reach_root', 'has_effect', 'has_root'] as const
    expect(treeNeeds(all, treeOf(small)).every((need) => need.holds)).toBe(true)
    const open = treeOf([
      ...small.filter((item) => item.role !== 'effect'),
      ...makeItems([{ id: 'ujung', parent: 'inti', order: orderAt(9) }]),
    ])
    expect(treeNeeds(all, open).filter((need) => !need.holds)).toEqual([
      { need: 'causes_reach_root', holds: false, nodes: ['ujung'] },
      { need: 'has_effect', holds: false, nodes: [] },
    ])
    expect(treeNeeds(all, treeOf([])).map((need) => need.holds)).toEqual([false, false, false, false])
  })
})
