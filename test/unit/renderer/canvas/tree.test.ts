import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { nodesOf, treeOf } from '#shared/rules/tree.ts'
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
