import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addItem,
  changeItem,
  itemsMap,
  removeItems,
  setAnswer,
  setCanvasState,
  setScore,
  setSettings,
  setVotes,
  writeAnswer,
} from '#shared/doc/canvas.ts'
import {
  addLink,
  addReview,
  addRound,
  sectionFragment,
  setHeader,
  setTick,
  snapshotInnovation,
  writeFacts,
} from '#shared/doc/innovation.ts'
import { innovationReader } from '#shared/doc/innovation-reader.ts'
import { setLook } from '#shared/doc/looks.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { appendRich } from '#shared/doc/rich.ts'
import type { InnovationId, LabId, LinkId } from '#shared/model/ids.ts'
import { itemId } from '#test/makers/innovation.ts'

const id = 'inovasi' as InnovationId // made up for the test
const lab = 'lab' as LabId // made up for the test
const canvas = 'kartu-ide'
const touchedOnly = 'lima-mengapa'
const words = fc.constantFrom('Antrean', 'Loket', '', 'Bidan 🩺', 'Jam layanan')
const which = fc.integer({ min: 0, max: 5 }).map((n) => itemId(`i${n}`))

/** Everything a page can do to an innovation, with made-up contents. */
const act: fc.Arbitrary<(doc: Y.Doc) => void> = fc.oneof(
  fc.tuple(which, words).map(
    ([item, text]) =>
      (doc: Y.Doc) =>
        addItem(doc, canvas, item, { text, zone: 'a' }, byPerson),
  ),
  fc.tuple(which, words).map(
    ([item, text]) =>
      (doc: Y.Doc) =>
        changeItem(doc, canvas, item, { text, values: { u: text.length } }, byPerson),
  ),
  fc.tuple(which, fc.constantFrom('a0', 'a1', 'Zz')).map(
    ([item, order]) =>
      (doc: Y.Doc) =>
        changeItem(doc, canvas, item, { order }, byPerson),
  ),
  which.map((item) => (doc: Y.Doc) => removeItems(doc, canvas, [item], byPerson)),
  fc.tuple(which, fc.nat(3)).map(
    ([item, votes]) =>
      (doc: Y.Doc) =>
        setVotes(doc, canvas, item, 'Rina', votes, byPerson),
  ),
  fc.tuple(which, fc.nat(5)).map(
    ([item, score]) =>
      (doc: Y.Doc) =>
        setScore(doc, 'usg', item, 'u', 'Rina', score, byPerson),
  ),
  fc.tuple(which, words).map(
    ([item, text]) =>
      (doc: Y.Doc) =>
        addItem(doc, 'usg', item, { text }, byPerson),
  ),
  words.map((text) => (doc: Y.Doc) => writeAnswer(doc, 'form-ide', 'tujuan', text, byPerson)),
  words.map((text) => (doc: Y.Doc) => setAnswer(doc, 'form-ide', 'jenis', text, byPerson)),
  fc.boolean().map((on) => (doc: Y.Doc) => setSettings(doc, canvas, { private: on }, byPerson)),
  fc.constantFrom('belum' as const, 'selesai' as const).map((state) => (doc: Y.Doc) => setCanvasState(doc, touchedOnly, state, byPerson)),
  words.map((name) => (doc: Y.Doc) => writeFacts(doc, { name }, byPerson)),
  words.map((text) => (doc: Y.Doc) => setHeader(doc, 'kipp', 'judul', text, byPerson)),
  words.map(
    (text) => (doc: Y.Doc) =>
      doc.transact(() =>
        appendRich(sectionFragment(doc, 'kipp', 'ringkasan'), {
          type: 'doc',
          content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
        }),
      ),
  ),
  words.map((remark) => (doc: Y.Doc) => addReview(doc, 'form-ide/tujuan', { state: 'ok', remark, by: 'Coach', at: '' }, byPerson)),
  words.map((remark) => (doc: Y.Doc) => addRound(doc, 'form-ide', { kind: 'returned', remark, by: 'Coach', at: '' }, byPerson)),
  words.map((by) => (doc: Y.Doc) => setLook(doc, 'form-ide', { by, at: '', answers: { tujuan: by } }, byPerson)),
  fc.boolean().map((on) => (doc: Y.Doc) => setTick(doc, 'drum_up', 'pernyataan', on, byPerson)),
  words.map((quote) => (doc: Y.Doc) => {
    const end = { place: 'item' as const, of: canvas, key: 'i0', quote }
    addLink(doc, { id: 'jejak' as LinkId, from: end, to: { ...end, of: 'usg' }, by: '', at: '' }, byPerson) // made up for the test
  }),
)

describe('reading an innovation while people work on it', () => {
  it('always equals a whole reading, whatever is done here, over there, or taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.constantFrom('here', 'there', 'undo', 'exchange')), { maxLength: 40 }), (acts) => {
        const here = new Y.Doc()
        const there = new Y.Doc()
        const undo = new Y.UndoManager(here, { doc: here, trackedOrigins: new Set([byPerson]), captureTimeout: 0 })
        const reader = innovationReader(here, id, lab)
        const leave = reader.follow()
        for (const [change, where] of acts) {
          if (where === 'here') change(here)
          else if (where === 'there') change(there)
          else if (where === 'undo') undo.undo()
          else {
            Y.applyUpdate(here, Y.encodeStateAsUpdate(there, Y.encodeStateVector(here)))
            Y.applyUpdate(there, Y.encodeStateAsUpdate(here, Y.encodeStateVector(there)))
          }
          expect(reader.read()).toEqual(snapshotInnovation(here, id, lab))
        }
        leave()
        expect(reader.read()).toEqual(snapshotInnovation(here, id, lab))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps every note nobody touched the very same object', () => {
    const doc = new Y.Doc()
    for (const at of [0, 1, 2]) addItem(doc, canvas, itemId(`i${at}`), { text: `Kartu ${at}` }, byPerson)
    setAnswer(doc, 'form-ide', 'jenis', 'baru', byPerson)
    const reader = innovationReader(doc, id, lab)
    reader.follow()
    const before = reader.read()
    changeItem(doc, canvas, itemId('i1'), { text: 'Kartu lain' }, byPerson)
    const after = reader.read()
    expect(after.canvases[canvas]?.items.map((item, at) => item === before.canvases[canvas]?.items[at])).toEqual([true, false, true])
    expect(after.canvases['form-ide']).toBe(before.canvases['form-ide'])
    expect(reader.read()).toBe(after)
  })

  it('reads one note of 5,000, not all, when one is changed', () => {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (let at = 0; at < 5000; at += 1)
        addItem(doc, canvas, itemId(`i${at}`), { text: `Kartu ${at}`, order: `a${String(at).padStart(6, '0')}` }, byPerson)
    })
    const reader = innovationReader(doc, id, lab)
    reader.follow()
    reader.read()
    let reads = 0
    const map = itemsMap(doc, canvas)
    const get = map.get.bind(map)
    map.get = (key) => {
      reads += 1
      return get(key)
    }
    changeItem(doc, canvas, itemId('i7'), { x: 12 }, byPerson)
    expect(reader.read().canvases[canvas]?.items[7]?.x).toBe(12)
    expect(reads).toBeLessThan(5)
  })
})
