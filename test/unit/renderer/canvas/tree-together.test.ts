/** Two people on one tree who hear of each other late and in any order. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readItems } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { layoutTree } from '#shared/figure/tree-layout.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { nodesOf, orphansOf, treeOf } from '#shared/rules/tree.ts'
import { seeded } from '#test/makers/innovation.ts'
import * as edits from '../../../../renderer/features/canvas/tree/edits.ts'
import { makeDesk, type TestDesk } from './desk.ts'

const indexOf = (desk: TestDesk) => edits.indexTree(treeOf(desk.items()))

type Person = { readonly desk: TestDesk; readonly out: Uint8Array[] }

/** A desk whose new ids are its own, with everything it changed since the last exchange. */
function person(name: string): Person {
  const desk = makeDesk(byPerson, 'pohon', name)
  const out: Uint8Array[] = []
  desk.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === byPerson) out.push(update)
  })
  return { desk: { ...desk, newId: () => `${name}-${desk.newId()}` as ItemId /* made up for the test */ }, out }
}

function exchange(people: readonly Person[], next: () => number): void {
  const posts = people.flatMap(({ out }, from) => people.flatMap((_, to) => (to === from ? [] : out.map((update) => ({ to, update })))))
  for (const { out } of people) out.length = 0
  // Any order: Yjs keeps back what builds on something that has not come yet.
  for (const post of posts.map((one) => ({ ...one, key: next() })).sort((a, b) => a.key - b.key)) {
    const doc = people[post.to]?.desk.doc
    if (doc !== undefined) Y.applyUpdate(doc, post.update, 'post')
  }
}

/** One random act, as the picture and the outline offer it. Gives the ids that were deleted. */
function act(desk: TestDesk, next: () => number): readonly ItemId[] {
  const index = indexOf(desk)
  const all = [...index.parent.keys()]
  const pick = (): ItemId => all[Math.floor(next() * all.length)] as ItemId // the core is never deleted here
  const one = pick()
  const dice = next()
  if (dice < 0.3) edits.addChild(desk, index, one, `anak ${next()}`)
  else if (dice < 0.4) edits.addSibling(desk, index, one, `saudara ${next()}`)
  else if (dice < 0.75) edits.hang(desk, index, one, pick(), next() < 0.5 ? 'cause' : 'effect')
  else if (dice < 0.8) edits.shift(desk, index, one, next() < 0.5 ? -1 : 1)
  else if (dice < 0.85) edits.outdent(desk, index, one)
  else if (dice < 0.9) edits.indent(desk, index, one)
  else if (dice < 0.95) edits.markRoot(desk, index, one)
  else if (one !== index.tree.core?.id) {
    const gone = edits.subtreeOf(index, one)
    edits.removeBranch(desk, index, one)
    return gone
  }
  return []
}

describe('a tree that two people change at once', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('ends equal for both, with every node in one place and no circle shown (seed %i)', (seed) => {
    const next = seeded(20260400 + seed)
    const people = [person('rina'), person('afdal')]
    const [rina, afdal] = people as [Person, Person] // two, by the line above
    const core = edits.addCore(rina.desk, 'inti')
    exchange(people, next)
    const made = new Set<ItemId>([core])
    const deleted = new Set<ItemId>()
    for (let round = 0; round < 12; round += 1) {
      for (const { desk } of people) {
        for (let step = 0; step < 6; step += 1) {
          for (const id of act(desk, next)) deleted.add(id)
          for (const item of desk.items()) made.add(item.id)
          expect(treeOf(desk.items()).opened.length).toBeLessThanOrEqual(3)
        }
      }
      exchange(people, next)
      const [mine, theirs] = [rina.desk.items(), afdal.desk.items()]
      expect(mine).toEqual(theirs)
      const tree = treeOf(mine)
      expect(treeOf(theirs)).toEqual(tree)
      const shown = [
        ...(tree.core === null ? [] : [tree.core.id]),
        ...nodesOf([...tree.effects, ...tree.causes]).map((node) => node.item.id),
      ]
      expect(new Set(shown).size).toBe(shown.length)
      expect([...shown].sort()).toEqual([...made].filter((id) => !deleted.has(id)).sort())
      expect(layoutTree(mine).boxes).toHaveLength(shown.length)
    }
  })

  it('shows two nodes that were hung under each other, one of them on the core', () => {
    const people = [person('rina'), person('afdal')]
    const [rina, afdal] = people as [Person, Person] // two, by the line above
    const core = edits.addCore(rina.desk, 'inti')
    const a = edits.addChild(rina.desk, indexOf(rina.desk), core, 'a')
    const b = edits.addChild(rina.desk, indexOf(rina.desk), core, 'b')
    exchange(people, seeded(1))
    edits.hang(rina.desk, indexOf(rina.desk), a, b)
    edits.hang(afdal.desk, indexOf(afdal.desk), b, a)
    exchange(people, seeded(2))
    for (const { desk } of people) {
      const { tree, parent } = indexOf(desk)
      expect(tree.opened).toHaveLength(1)
      expect(nodesOf(tree.causes)).toHaveLength(2)
      expect([parent.get(a), parent.get(b)].filter((id) => id === core)).toHaveLength(1)
    }
  })

  it('keeps a child that was added while its parent was being deleted, next to the core, and says so', () => {
    const people = [person('rina'), person('afdal')]
    const [rina, afdal] = people as [Person, Person] // two, by the line above
    const core = edits.addCore(rina.desk, 'inti')
    const a = edits.addChild(rina.desk, indexOf(rina.desk), core, 'a')
    exchange(people, seeded(1))
    const gone = edits.removeBranch(rina.desk, indexOf(rina.desk), a)
    const child = edits.addChild(afdal.desk, indexOf(afdal.desk), a, 'baru')
    exchange(people, seeded(2))
    const orphans = orphansOf(treeOf(readItems(rina.desk.doc, 'pohon')))
    expect(orphans.map((node) => node.item.text)).toEqual(['baru'])
    // Taken back, the deletion finds the child where it was meant to be.
    gone.restore()
    exchange(people, seeded(3))
    expect(indexOf(afdal.desk).parent.get(child)).toBe(a)
  })
})
