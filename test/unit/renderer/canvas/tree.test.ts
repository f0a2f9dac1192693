import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeItem } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { nodesOf, orphansOf, treeOf } from '#shared/rules/tree.ts'
import * as edits from '../../../../renderer/features/canvas/tree/edits.ts'
import { makeDesk, type TestDesk } from './desk.ts'

const indexOf = (desk: TestDesk) => edits.indexTree(treeOf(desk.items()))

/** core with causes a (a1, a2) and b, and effect e */
function tree() {
  const desk = makeDesk(byPerson, 'pohon')
  const core = edits.addCore(desk, 'inti')
  const a = edits.addChild(desk, indexOf(desk), core, 'a')
  const a1 = edits.addChild(desk, indexOf(desk), a, 'a1')
  const a2 = edits.addSibling(desk, indexOf(desk), a1, 'a2')
  const b = edits.addSibling(desk, indexOf(desk), a, 'b')
  const e = edits.addEffect(desk, indexOf(desk), 'e')
  return { desk, core, a, a1, a2, b, e }
}
const children = (desk: TestDesk, id: ItemId) =>
  indexOf(desk)
    .nodes.get(id)
    ?.children.map((node) => node.item.text) ?? []
const causes = (desk: TestDesk) => indexOf(desk).tree.causes.map((node) => node.item.text)

describe('edits of a problem tree', () => {
  it('adds children below and siblings right beside', () => {
    const { desk, a, b } = tree()
    expect(causes(desk)).toEqual(['a', 'b'])
    expect(children(desk, a)).toEqual(['a1', 'a2'])
    edits.addSibling(desk, indexOf(desk), a, 'antara')
    expect(causes(desk)).toEqual(['a', 'antara', 'b'])
    expect(children(desk, b)).toEqual([])
  })

  it('makes a cause of a sibling of the core, since there is only one core', () => {
    const { desk, core } = tree()
    edits.addSibling(desk, indexOf(desk), core, 'c')
    expect(causes(desk)).toEqual(['a', 'b', 'c'])
    expect(treeOf(desk.items()).otherCores).toEqual([])
  })

  it('refuses to hang a node under itself, under what hangs on it, or the core anywhere', () => {
    const { desk, core, a, a1, b } = tree()
    expect(edits.hang(desk, indexOf(desk), a, a1)).toBe(false)
    expect(edits.hang(desk, indexOf(desk), a, a)).toBe(false)
    expect(edits.hang(desk, indexOf(desk), core, b)).toBe(false)
    expect(edits.hang(desk, indexOf(desk), a, b)).toBe(true)
    expect(children(desk, b)).toEqual(['a'])
    expect(children(desk, a)).toEqual(['a1', 'a2'])
  })

  it('turns a branch into effects when it is hung on an effect', () => {
    const { desk, a, e } = tree()
    edits.hang(desk, indexOf(desk), a, e)
    expect(nodesOf(indexOf(desk).tree.effects).map((node) => node.item.text)).toEqual(['e', 'a', 'a1', 'a2'])
    expect(
      desk
        .items()
        .filter((item) => item.role === 'cause')
        .map((item) => item.text),
    ).toEqual(['b'])
  })

  it('moves among siblings, in and out', () => {
    const { desk, a, a2, b } = tree()
    expect(edits.shift(desk, indexOf(desk), b, -1)).toBe(true)
    expect(causes(desk)).toEqual(['b', 'a'])
    expect(edits.shift(desk, indexOf(desk), b, -1)).toBe(false)
    expect(edits.outdent(desk, indexOf(desk), a2)).toBe(true)
    expect(causes(desk)).toEqual(['b', 'a', 'a2'])
    expect(edits.outdent(desk, indexOf(desk), a2)).toBe(false)
    expect(edits.indent(desk, indexOf(desk), a2)).toBe(true)
    expect(children(desk, a)).toEqual(['a1', 'a2'])
  })

  it('marks causes as roots, never effects or the core', () => {
    const { desk, core, a1, e } = tree()
    expect(edits.markRoot(desk, indexOf(desk), a1)).toBe(true)
    expect(edits.markRoot(desk, indexOf(desk), a1)).toBe(false)
    expect(edits.markRoot(desk, indexOf(desk), e)).toBeNull()
    expect(edits.markRoot(desk, indexOf(desk), core)).toBeNull()
  })

  it('takes a branch out as a whole and puts it back as it was', () => {
    const { desk, a } = tree()
    const before = desk.items()
    const gone = edits.removeBranch(desk, indexOf(desk), a)
    expect(gone.count).toBe(3)
    expect(causes(desk)).toEqual(['b'])
    gone.restore()
    expect(desk.items()).toEqual(before)
  })

  it('leaves the branches when the core is deleted, and hangs them on the next one', () => {
    const { desk, core } = tree()
    const gone = edits.removeBranch(desk, indexOf(desk), core)
    expect(gone.count).toBe(1)
    expect(causes(desk)).toEqual(['a', 'b'])
    const next = edits.addCore(desk, 'inti baru', indexOf(desk))
    expect(treeOf(desk.items()).core?.id).toBe(next)
    expect(indexOf(desk).tree.causes.every((node) => node.item.parent === next && !node.loose)).toBe(true)
  })

  it('puts a node right before or after another one, also when two people gave both the same place', () => {
    const { desk, core, b } = tree()
    const order = desk.items().find((item) => item.id === b)?.order ?? ''
    const c = edits.addChild(desk, indexOf(desk), core, 'c')
    const d = edits.addChild(desk, indexOf(desk), core, 'd')
    for (const id of [c, d]) changeItem(desk.doc, desk.canvas, id, { order }, byPerson)
    const [first, second, third] = causes(desk).slice(1)
    edits.moveTo(desk, indexOf(desk), indexOf(desk).tree.causes[0]?.item.id as ItemId /* a */, {
      parent: core,
      before: indexOf(desk).tree.causes[2]?.item.id as ItemId /* there are four */,
    })
    expect(causes(desk)).toEqual([first, 'a', second, third])
  })

  it('keeps a sub-cause on the bone of its branch when it is taken out, and when its parent is deleted under it', () => {
    const { desk, core, a, a1 } = tree()
    edits.moveTo(desk, indexOf(desk), a, { parent: core, zone: 'md' })
    const late = edits.addChild(desk, indexOf(desk), a, 'terlambat')
    edits.outdent(desk, indexOf(desk), a1)
    const zone = (id: ItemId) => desk.items().find((item) => item.id === id)?.zone
    expect([zone(a), zone(a1), zone(late)]).toEqual(['md', 'md', 'md'])
  })

  it('gives votes up to the quota and takes back only what was given here', () => {
    const { desk, a, b } = tree()
    expect([edits.vote(desk, a, 2, 1), edits.vote(desk, b, 2, 1), edits.vote(desk, a, 2, 1)]).toEqual([true, true, false])
    expect([edits.vote(desk, a, 2, -1), edits.vote(desk, a, 2, -1)]).toEqual([true, false])
    expect(edits.vote(desk, a, null, 1)).toBe(true)
  })

  it('hangs for good what only stands next to the core because its parent is gone', () => {
    const { desk, core, a, a1, a2 } = tree()
    desk.doc.getMap(`items/${desk.canvas}`).delete(a)
    expect(orphansOf(treeOf(desk.items())).map((node) => node.item.id)).toEqual([a1, a2])
    edits.adopt(desk, indexOf(desk), [a1, a2])
    expect(orphansOf(treeOf(desk.items()))).toEqual([])
    expect(desk.items().find((item) => item.id === a1)?.parent).toBe(core)
  })

  it('goes on from an opened circle as it is shown: what is moved stays where it was put', () => {
    const { desk, a, b, a1 } = tree()
    changeItem(desk.doc, desk.canvas, a, { parent: b }, byPerson)
    changeItem(desk.doc, desk.canvas, b, { parent: a }, byPerson)
    expect(treeOf(desk.items()).opened).toEqual([a])
    expect(edits.hang(desk, indexOf(desk), a1, b)).toBe(true)
    const after = indexOf(desk)
    expect(after.tree.opened).toEqual([])
    expect(after.parent.get(a1)).toBe(b)
    expect(after.parent.get(b)).toBe(a)
  })

  it('leads arrow keys through a pile of children before they leave it', () => {
    const { desk, a, a1, a2 } = tree()
    const piles = new Set([a])
    expect(edits.towards(indexOf(desk), a1, 'down', piles)).toBe(a2)
    expect(edits.towards(indexOf(desk), a2, 'up', piles)).toBe(a1)
    expect(edits.towards(indexOf(desk), a1, 'up', piles)).toBe(a)
  })

  it('leads arrow keys up to effects and down to causes', () => {
    const { desk, core, a, a1, a2, b, e } = tree()
    const index = indexOf(desk)
    expect(edits.towards(index, core, 'up')).toBe(e)
    expect(edits.towards(index, core, 'down')).toBe(a)
    expect(edits.towards(index, e, 'down')).toBe(core)
    expect(edits.towards(index, a, 'right')).toBe(b)
    expect(edits.towards(index, a1, 'right')).toBe(a2)
    expect(edits.towards(index, a1, 'up')).toBe(a)
    expect(edits.towards(index, b, 'down')).toBeNull()
  })

  it('keeps one tree without circles through any moves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom('hang', 'in', 'out', 'left', 'right'))), (moves) => {
        const { desk, core, a, a1, a2, b, e } = tree()
        const all = [core, a, a1, a2, b, e]
        for (const [from, to, how] of moves) {
          const index = indexOf(desk)
          const [one, other] = [all[from] as ItemId, all[to] as ItemId] // both numbers are below six
          if (how === 'hang') edits.hang(desk, index, one, other, 'cause')
          else if (how === 'in') edits.indent(desk, index, one)
          else if (how === 'out') edits.outdent(desk, index, one)
          else edits.shift(desk, index, one, how === 'left' ? -1 : 1)
          const after = treeOf(desk.items())
          expect(after.opened).toEqual([])
          expect(after.core?.id).toBe(core)
          expect(nodesOf([...after.effects, ...after.causes])).toHaveLength(5)
        }
      }),
      { seed: 20260414, numRuns: 60 },
    )
  })
})
