import { describe, expect, it } from 'vitest'
import { changeItem, readItems } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { readTrail } from '#shared/doc/trail.ts'
import type { Item } from '#shared/model/lab.ts'
import type { TreeDef } from '#shared/model/pack.ts'
import { nodesOf, readMirror, sourceIdOf, treeOf } from '#shared/rules/tree.ts'
import * as edits from '../../../../renderer/features/canvas/tree/edits.ts'
import * as mirror from '../../../../renderer/features/canvas/tree/mirror.ts'
import { makeDesk, type TestDesk } from './desk.ts'

const def = { id: 'pohon-tujuan', mirror: 'pohon-masalah' } as unknown as TreeDef // only these two are read here
const indexOf = (desk: TestDesk) => edits.indexTree(treeOf(desk.items()))

/** A problem tree (inti; sebab with dalam; akibat) and a desk at the objective tree of the same innovation. */
function setUp() {
  const problem = makeDesk(byPerson, 'pohon-masalah')
  const core = edits.addCore(problem, 'inti')
  const cause = edits.addChild(problem, indexOf(problem), core, 'sebab')
  const deep = edits.addChild(problem, indexOf(problem), cause, 'dalam')
  edits.addEffect(problem, indexOf(problem), 'akibat')
  edits.markRoot(problem, indexOf(problem), deep)
  const objective = { ...problem, canvas: 'pohon-tujuan' }
  const items = (): readonly Item[] => readItems(problem.doc, 'pohon-tujuan')
  const reading = () => readMirror(problem.items(), items(), readTrail(problem.doc))
  return { problem, objective, items, reading, core, cause, deep }
}
const shape = (items: readonly Item[], words: (item: Item) => string): readonly string[] => {
  const tree = treeOf(items)
  return [
    ...(tree.core === null ? [] : [words(tree.core)]),
    ...nodesOf([...tree.effects, ...tree.causes]).map(
      (node) => `${node.side} ${node.depth} ${words(node.item)}${node.item.root ? ' akar' : ''}`,
    ),
  ]
}

describe('turning a problem tree over', () => {
  it('gives every node an empty twin in the same place, tied in the trail, as one undo step', () => {
    const { problem, objective, items, reading } = setUp()
    problem.undo.stopCapturing()
    const steps = problem.undo.undoStack.length
    expect(mirror.turnOver(objective, 'pohon-masalah', reading().missing)).toBe(4)
    expect(problem.undo.undoStack.length).toBe(steps + 1)
    const source = (item: Item): string => problem.items().find((one) => one.id === sourceIdOf(item))?.text ?? ''
    expect(shape(items(), source)).toEqual(shape(problem.items(), (item) => item.text))
    expect(items().every((item) => item.text === '')).toBe(true)
    expect(readTrail(problem.doc).map((link) => link.from.quote)).toEqual(['inti', 'akibat', 'sebab', 'dalam'])
    problem.undo.undo()
    expect([items(), readTrail(problem.doc)]).toEqual([[], []])
  })

  it('adds only what is new the next time, under the twin of its parent', () => {
    const { problem, objective, items, reading, cause } = setUp()
    mirror.turnOver(objective, 'pohon-masalah', reading().missing)
    expect(reading().missing).toEqual([])
    edits.addChild(problem, indexOf(problem), cause, 'baru')
    expect(mirror.turnOver(objective, 'pohon-masalah', reading().missing)).toBe(1)
    const twin = items().find((item) => sourceIdOf(item) === cause)
    expect(items().filter((item) => item.parent === twin?.id)).toHaveLength(2)
  })

  it('takes a goal that was written by hand as the twin of the core problem', () => {
    const { problem, objective, items, reading, core } = setUp()
    const goal = edits.addCore(objective, 'tujuan')
    mirror.turnOver(objective, 'pohon-masalah', reading().missing)
    const tree = treeOf(items())
    expect([tree.core?.id, tree.core?.text, tree.core && sourceIdOf(tree.core)]).toEqual([goal, 'tujuan', core])
    expect(tree.otherCores).toEqual([])
    expect(reading().missing).toEqual([])
    expect(problem.items()).toHaveLength(4)
  })

  it('says that a sentence has changed until somebody agrees', () => {
    const { problem, objective, items, reading, core } = setUp()
    mirror.turnOver(objective, 'pohon-masalah', reading().missing)
    const twin = items().find((item) => sourceIdOf(item) === core) as Item // made right above
    changeItem(problem.doc, 'pohon-masalah', core, { text: 'inti yang lain' }, byPerson)
    expect(reading().nodes.get(twin.id)?.state).toBe('changed')
    mirror.agree(objective, def, readTrail(problem.doc), twin, 'inti yang lain')
    expect(reading().nodes.get(twin.id)?.state).toBe('same')
    expect(readTrail(problem.doc)).toHaveLength(4)
  })

  it('tidies twins that two people made at once, but none that somebody wrote in', () => {
    const { objective, items, reading } = setUp()
    const { missing } = reading()
    mirror.turnOver(objective, 'pohon-masalah', missing)
    for (const item of items()) changeItem(objective.doc, 'pohon-tujuan', item.id, { values: { mirror: null } }, byPerson)
    const first = items().map((item) => item.id)
    mirror.turnOver(objective, 'pohon-masalah', missing)
    const second = items().filter((item) => !first.includes(item.id))
    // As after a merge: each source has two twins.
    for (const [at, id] of first.entries())
      changeItem(objective.doc, 'pohon-tujuan', id, { values: { mirror: missing[at]?.id ?? '' } }, byPerson)
    const { doubles } = reading()
    expect(doubles.length).toBe(second.length)
    const written = items().find((item) => item.id === doubles.at(-1)) as Item // there is at least one
    changeItem(objective.doc, 'pohon-tujuan', written.id, { text: 'sudah ditulis' }, byPerson)
    const gone = mirror.tidyDoubles(objective, items(), doubles)
    expect(gone.count).toBe(doubles.length - 1)
    const left = treeOf(items())
    const shown = nodesOf([...left.effects, ...left.causes]).map((node) => node.item.id)
    expect(shown).toContain(written.id)
    expect(left.otherCores).toEqual([])
  })
})
