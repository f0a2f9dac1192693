import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { byPerson } from '#shared/doc/origins.ts'
import { ownUndo } from '../../../../renderer/collab/own-undo.ts'

/** Rina, whose undo it is, and Afdal, who works on the same map. */
function twoPeople() {
  const [rina, afdal] = [new Y.Doc(), new Y.Doc()]
  const tell = () => {
    Y.applyUpdate(afdal, Y.encodeStateAsUpdate(rina), 'line')
    Y.applyUpdate(rina, Y.encodeStateAsUpdate(afdal), 'line')
  }
  const write = (doc: Y.Doc, value: unknown) => {
    doc.transact(() => doc.getMap('cells').set('u', value), byPerson)
    tell()
  }
  return { rina, afdal, tell, write, undo: ownUndo(rina, rina, 0), cell: () => rina.getMap('cells').get('u') }
}

describe('undo of one person among several', () => {
  it('stops at the value of somebody else that lay between two of one’s own', () => {
    const { rina, afdal, write, undo, cell } = twoPeople()
    write(afdal, 1)
    write(rina, 2)
    write(afdal, 3)
    write(rina, 4)
    undo.undo()
    expect(cell()).toBe(3)
    undo.undo()
    expect(cell()).toBe(3)
    undo.redo()
    expect(cell()).toBe(4)
    undo.undo()
    undo.undo()
    expect(cell()).toBe(3)
  })

  it('goes all the way back where nobody else wrote', () => {
    const { rina, write, undo, cell } = twoPeople()
    for (const value of [1, 2, 3]) write(rina, value)
    for (const value of [2, 1, undefined]) {
      undo.undo()
      expect(cell()).toBe(value)
    }
    for (const value of [1, 2, 3]) {
      undo.redo()
      expect(cell()).toBe(value)
    }
  })

  it('still takes back a further value of one’s own after the value of somebody else has returned', () => {
    const { rina, afdal, write, undo, cell } = twoPeople()
    write(afdal, 1)
    write(rina, 2)
    undo.undo()
    expect(cell()).toBe(1)
    write(rina, 5)
    undo.undo()
    expect(cell()).toBe(1)
  })

  it('leaves such a value alone also when the map around it was deleted and taken back', () => {
    const { rina, afdal, tell, undo } = twoPeople()
    const item = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('items').get('a')
    rina.transact(() => rina.getMap('items').set('a', new Y.Map([['x', 1]])))
    tell()
    rina.transact(() => item(rina)?.set('x', 2), byPerson)
    tell()
    afdal.transact(() => item(afdal)?.set('x', 3), byPerson)
    tell()
    rina.transact(() => rina.getMap('items').delete('a'), byPerson)
    undo.undo()
    expect(item(rina)?.get('x')).toBe(3)
    undo.undo()
    expect(item(rina)?.get('x')).toBe(3)
  })
})
