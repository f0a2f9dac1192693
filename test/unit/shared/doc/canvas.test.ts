import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addItem,
  changeItem,
  itemsMap,
  placeItem,
  readCanvas,
  readItems,
  removeItems,
  setAnswer,
  setVotes,
  undoScope,
  votesSpent,
  writeAnswer,
} from '#shared/doc/canvas.ts'
import { byPerson, bySystem } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'

const id = (text: string) => text as ItemId // test ids are written by hand
const texts = (doc: Y.Doc) => readItems(doc, 'kartu-ide').map(({ text }) => text)

function board(...notes: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  for (const note of notes) addItem(doc, 'kartu-ide', id(note.toLowerCase()), { text: note, zone: 'ide_baru' }, byPerson)
  return doc
}

/** Both know everything the other knows. */
function meet(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('items', () => {
  it('come in the order they were added, and count as a begun canvas', () => {
    const doc = board('A', 'B', 'C')
    expect(texts(doc)).toEqual(['A', 'B', 'C'])
    expect(readCanvas(doc, 'kartu-ide').state).toBe('berjalan')
  })

  it('move between two neighbours', () => {
    const doc = board('A', 'B', 'C')
    const [a, b] = readItems(doc, 'kartu-ide')
    placeItem(doc, 'kartu-ide', id('c'), a ?? null, b ?? null, byPerson)
    expect(texts(doc)).toEqual(['A', 'C', 'B'])
  })

  it('added by two people at once are both kept, in the same order for both', () => {
    const a = board('A')
    const b = copyOf(a)
    addItem(a, 'kartu-ide', id('dari-a'), { text: 'dari a' }, byPerson)
    addItem(b, 'kartu-ide', id('dari-b'), { text: 'dari b' }, byPerson)
    meet(a, b)
    expect(texts(a)).toHaveLength(3)
    expect(texts(a)).toEqual(texts(b))
  })

  it('begun by two people on a canvas that neither had are both kept', () => {
    const a = new Y.Doc()
    const b = new Y.Doc()
    addItem(a, 'usg', id('a'), { text: 'a', values: { u: 5 } }, byPerson)
    addItem(b, 'usg', id('b'), { text: 'b', values: { u: 3 } }, byPerson)
    meet(a, b)
    expect(readItems(a, 'usg').map(({ values }) => values.u)).toEqual(readItems(b, 'usg').map(({ values }) => values.u))
    expect(readItems(a, 'usg')).toHaveLength(2)
  })

  it('count votes of each voter once and let them be taken back', () => {
    const doc = board('A', 'B')
    setVotes(doc, 'kartu-ide', id('a'), 'rina', 2, byPerson)
    setVotes(doc, 'kartu-ide', id('a'), 'budi', 1, byPerson)
    setVotes(doc, 'kartu-ide', id('b'), 'rina', 1, byPerson)
    expect(readItems(doc, 'kartu-ide').map(({ votes }) => votes)).toEqual([3, 1])
    expect(votesSpent(doc, 'kartu-ide', 'rina')).toBe(3)
    setVotes(doc, 'kartu-ide', id('a'), 'rina', 0, byPerson)
    expect(votesSpent(doc, 'kartu-ide', 'rina')).toBe(1)
  })

  it('that a hostile peer filled with nonsense are read as empty values', () => {
    const doc = board('A')
    itemsMap(doc, 'kartu-ide').get('a')?.set('color', { evil: true })
    itemsMap(doc, 'kartu-ide').get('a')?.set('x', Number.NaN)
    itemsMap(doc, 'kartu-ide').set('b', 7 as never) // what a broken peer could send
    expect(readItems(doc, 'kartu-ide')).toMatchObject([{ text: 'A', color: null, x: null }])
  })
})

describe('undo', () => {
  it('takes back only what this person did, while another one edits', () => {
    const a = board('A')
    const b = copyOf(a)
    const undo = new Y.UndoManager(undoScope(a, 'kartu-ide'), { trackedOrigins: new Set([byPerson]), captureTimeout: 0 })
    addItem(a, 'kartu-ide', id('mine'), { text: 'punya saya' }, byPerson)
    addItem(b, 'kartu-ide', id('theirs'), { text: 'punya mereka' }, byPerson)
    meet(a, b)
    undo.undo()
    meet(a, b)
    expect(texts(b)).toEqual(['A', 'punya mereka'])
    undo.redo()
    expect(texts(a)).toContain('punya saya')
  })

  it('brings back a removed item with its text and values', () => {
    const doc = board('A')
    changeItem(doc, 'kartu-ide', id('a'), { color: 'langit', values: { n: 3 } }, byPerson)
    const undo = new Y.UndoManager(undoScope(doc, 'kartu-ide'), { trackedOrigins: new Set([byPerson]), captureTimeout: 0 })
    removeItems(doc, 'kartu-ide', [id('a')], byPerson)
    expect(texts(doc)).toEqual([])
    undo.undo()
    expect(readItems(doc, 'kartu-ide')).toMatchObject([{ text: 'A', color: 'langit', values: { n: 3 } }])
  })

  it('does not take back what a template or an import did', () => {
    const doc = new Y.Doc()
    const undo = new Y.UndoManager(undoScope(doc, 'kartu-ide'), { trackedOrigins: new Set([byPerson]) })
    addItem(doc, 'kartu-ide', id('a'), { text: 'dari contoh' }, bySystem)
    undo.undo()
    expect(texts(doc)).toEqual(['dari contoh'])
  })
})

it('a form answer is text that two people can type in, or a single value', () => {
  const a = new Y.Doc()
  const b = new Y.Doc()
  writeAnswer(a, 'form-ide', 'tujuan', 'Akta terbit', byPerson)
  setAnswer(b, 'form-ide', 'usulan', 'replikasi', byPerson)
  meet(a, b)
  expect(readCanvas(a, 'form-ide').fields).toEqual({ tujuan: 'Akta terbit', usulan: 'replikasi' })
})
