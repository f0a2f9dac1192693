import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '#shared/model/lab.ts'
import {
  bonesOf,
  categorySetOf,
  levelOf,
  nodesOf,
  orphansOf,
  otherBone,
  pathTo,
  readMirror,
  treeNeeds,
  treeOf,
  whyChainsOf,
  whySubject,
} from '#shared/rules/tree.ts'
import { itemId, makeItems, makeLink, orderAt } from '#test/makers/innovation.ts'

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

const both = (text: string) => ({ id: text, en: text })
const sets = [
  { key: 'empat', label: both('4P'), source: 'x', categories: ['policy', 'people'].map((key) => ({ key, label: both(key) })) },
  { key: 'layanan', label: both('Layanan'), source: 'x', categories: ['people', 'process'].map((key) => ({ key, label: both(key) })) },
]

describe('a node whose parent was deleted while somebody added it', () => {
  it('stands next to the core on the side of its own role, and is named', () => {
    const tree = treeOf([
      ...small,
      ...makeItems(
        [
          { role: 'effect', parent: 'hilang' },
          { role: 'cause', parent: 'hilang' },
        ],
        'baru',
      ),
    ])
    expect(ids(orphansOf(tree))).toEqual(['baru1', 'baru2'])
    expect(ids(tree.effects)).toContain('baru1')
    expect(ids(tree.causes)).toContain('baru2')
  })
  it('is not one that never had a parent, nor a further core, nor one of a circle', () => {
    const tree = treeOf(
      makeItems([{ role: 'core' }, { role: 'cause' }, { role: 'core' }, { role: 'cause', parent: 'i5' }, { role: 'cause', parent: 'i4' }]),
    )
    expect(tree.opened).toEqual(['i4'])
    expect(orphansOf(tree)).toEqual([])
  })
})

describe('the bones of a fishbone', () => {
  const items = makeItems([
    { role: 'core' },
    { role: 'cause', parent: 'i1', zone: 'people' },
    { role: 'cause', parent: 'i1', zone: 'process' },
    { role: 'cause', parent: 'i2', zone: 'process' },
    { role: 'cause', parent: 'i1' },
  ])
  const on = (settings: { set?: string }) =>
    bonesOf(categorySetOf({ categorySets: sets }, settings), treeOf(items)).map((bone) => [bone.key, ids(bone.causes)])
  it('are the categories of the first set; what it does not know stands on one more', () => {
    expect(on({})).toEqual([
      ['policy', []],
      ['people', ['i2']],
      [otherBone, ['i3', 'i5']],
    ])
  })
  it('lose no cause when the set changes, and a set that is gone counts as the first', () => {
    expect(on({ set: 'layanan' })).toEqual([
      ['people', ['i2']],
      ['process', ['i3']],
      [otherBone, ['i5']],
    ])
    expect(on({ set: 'lama' })).toEqual(on({}))
  })
  it('are the direct causes where there are no categories', () => {
    const bones = bonesOf(categorySetOf({ categorySets: [] }, {}), treeOf(items))
    expect(bones.map((bone) => [bone.top?.item.id, ids(bone.causes)])).toEqual([
      ['i2', ['i4']],
      ['i3', []],
      ['i5', []],
    ])
  })
})

describe('chains of whys', () => {
  it('follow the first answer; every other answer begins a chain that says where it branches off', () => {
    const tree = treeOf(
      makeItems([
        { role: 'core' },
        { role: 'cause', parent: 'i1' },
        { role: 'cause', parent: 'i2' },
        { role: 'cause', parent: 'i2' },
        { role: 'cause', parent: 'i4' },
        { role: 'cause', parent: 'i1' },
      ]),
    )
    expect(whyChainsOf(tree).map((chain) => [chain.from?.item.id ?? null, ids(chain.rows)])).toEqual([
      [null, ['i2', 'i3']],
      ['i2', ['i4', 'i5']],
      [null, ['i6']],
    ])
  })
  it('hold every cause exactly once, whatever the tree', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 25 }), (parents) => {
        const tree = treeOf(makeItems([{ role: 'core' }, ...parents.map((at) => ({ role: 'cause' as const, parent: `i${at}` }))]))
        const rows = whyChainsOf(tree).flatMap((chain) => ids(chain.rows))
        expect([...rows].sort()).toEqual([...ids(nodesOf(tree.causes))].sort())
      }),
      { seed: 20260415 },
    )
  })
  it('asks about the answer above in its own words, with a small first letter only where that cannot hurt a name', () => {
    expect(whySubject(' Belum ada aturan berbagi tugas. ')).toBe('belum ada aturan berbagi tugas')
    expect(whySubject('Dukcapil tidak bertukar data')).toBe('Dukcapil tidak bertukar data')
    expect(whySubject('ADA yang salah?')).toBe('ADA yang salah')
    expect(whySubject('')).toBe('')
  })
  it('count towards three whys and evidence only where an answer is written', () => {
    const needs = ['three_whys', 'every_answer_has_evidence'] as const
    const rows = (last: string) =>
      makeItems([
        { role: 'core' },
        { role: 'cause', parent: 'i1', values: { bukti: 'SK' } },
        { role: 'cause', parent: 'i2', values: { bukti: ' ' } },
        { role: 'cause', parent: 'i3', text: last },
      ])
    expect(treeNeeds(needs, treeOf(rows('')))).toEqual([
      { need: 'three_whys', holds: false, nodes: ['i4'] },
      { need: 'every_answer_has_evidence', holds: false, nodes: ['i3'] },
    ])
    expect(treeNeeds(needs, treeOf(rows('Jawaban')))[0]?.holds).toBe(true)
  })
})

describe('an objective tree', () => {
  const twin = (id: string, source: string, more: object = {}) => ({ id, values: { mirror: source }, ...more })
  const linkTo = (source: string, to: string, quote: string) =>
    makeLink({
      id: `${source}-${to}`,
      from: { place: 'item', of: 'pohon-masalah', key: source, quote },
      to: { place: 'item', of: 'pohon-tujuan', key: to, quote: '' },
    })
  it('tells which problem nodes have no twin yet, each parent before its children, the core first', () => {
    const reading = readMirror(small, makeItems([twin('t1', 'sebab')]), [])
    expect(reading.missing.map((item) => item.id)).toEqual(['inti', 'akibat', 'dalam', 'akar'])
  })
  it('tells where the problem sentence has changed or is gone, and what it said', () => {
    const objective = makeItems([twin('t1', 'inti'), twin('t2', 'sebab'), twin('t3', 'hilang')])
    const trail = [
      linkTo('inti', 't1', 'Bayi pulang tanpa akta'),
      linkTo('sebab', 't2', 'Dulu lain'),
      linkTo('hilang', 't3', 'Sudah dihapus'),
    ]
    const { nodes } = readMirror(small, objective, trail)
    expect([...nodes].map(([id, node]) => [id, node.state, node.text])).toEqual([
      ['t1', 'same', 'Bayi pulang tanpa akta'],
      ['t2', 'changed', 'Antrean panjang di loket'],
      ['t3', 'gone', 'Sudah dihapus'],
    ])
  })
  it('names second twins of one problem node and shows both', () => {
    const reading = readMirror(small, makeItems([twin('t1', 'inti'), twin('t2', 'inti')]), [])
    expect(reading.doubles).toEqual(['t2'])
    expect([...reading.nodes.keys()]).toEqual(['t1', 't2'])
  })
})
