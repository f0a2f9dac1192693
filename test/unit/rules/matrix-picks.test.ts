import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import type { CanvasDef, CanvasPick, MatrixDef } from '#shared/model/pack.ts'
import { fanOut, placeOf } from '#shared/rules/matrix.ts'
import { canvasOf, type Packs } from '#shared/rules/packs.ts'
import { picked } from '#shared/rules/picks.ts'
import { itemId, makeCanvas, makeInnovation, makeItem, makeItems } from '#test/makers/innovation.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../templates/packs', import.meta.url).pathname)).packs
})
const def = (id: string): CanvasDef => {
  const found = canvasOf(packs, id)
  if (found === undefined) throw new Error(`no canvas ${id}`)
  return found
}

describe('a matrix', () => {
  const place = (kepentingan: number | null, pengaruh: number | null) =>
    placeOf(def('pengaruh-kepentingan') as MatrixDef /* is a matrix */, makeItem({ values: { kepentingan, pengaruh } }))

  it('puts a value on the threshold into the high half', () => {
    expect(place(3, 3)?.quadrant).toBe('high_high')
    expect(place(2, 3)?.quadrant).toBe('high_low')
    expect(place(3, 2)?.quadrant).toBe('low_high')
    expect(place(1, 1)?.quadrant).toBe('low_low')
  })
  it('does not guess a place for a missing or impossible value', () => {
    expect(place(null, 3)).toBeNull()
    expect(place(3, 9)).toBeNull()
  })
  it('fans out overlapping points: none nearer than the gap, the first in place', () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 5 }), y: fc.integer({ min: 0, max: 5 }) })
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 60 }), (spots) => {
        const placed = fanOut(
          spots.map((one, at) => ({ id: itemId(`p${at}`), x: one.x * 40, y: one.y * 40, box: { x: -20, y: -20, w: 240, h: 240 } })),
          27,
        )
        expect(placed).toHaveLength(spots.length)
        expect(placed[0]).toMatchObject({ x: (spots[0]?.x ?? 0) * 40, y: (spots[0]?.y ?? 0) * 40 })
        for (const [at, a] of placed.entries()) {
          for (const b of placed.slice(at + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(26.99)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('what a section can draw', () => {
  const texts = (id: string, innovation: ReturnType<typeof makeInnovation>, pick: CanvasPick) =>
    picked(def(id), innovation, pick).map((one) => one.text)

  it('from a board: a zone, the most voted notes, never the heads of clusters', () => {
    const items = [
      ...makeItems([{ role: 'cluster', text: 'Kelompok', zone: 'replikasi' }], 'k'),
      ...makeItems(
        [
          { text: 'A', zone: 'ide_baru', votes: 1 },
          { text: 'B', zone: 'ide_baru', cluster: 'k1', votes: 9 },
          { text: ' ', zone: 'replikasi' },
        ],
        'n',
      ),
    ]
    const innovation = makeInnovation({ canvases: { 'kartu-ide': makeCanvas({ items }) } })
    expect(texts('kartu-ide', innovation, { part: 'zone', canvas: 'kartu-ide', zone: 'ide_baru' })).toEqual(['A'])
    expect(texts('kartu-ide', innovation, { part: 'zone', canvas: 'kartu-ide', zone: 'replikasi' })).toEqual(['B'])
    expect(texts('kartu-ide', innovation, { part: 'top', canvas: 'kartu-ide', count: 5 })).toEqual(['B', 'A'])
  })
  it('from a tree, a grid, a matrix and a form, each with its place', () => {
    const innovation = makeInnovation({
      canvases: {
        'pohon-masalah': makeCanvas({
          def: 'pohon-masalah',
          items: makeItems([
            { id: 'c', role: 'core', text: 'Inti' },
            { id: 'r', role: 'cause', parent: 'c', root: true, text: 'Akar' },
            { role: 'effect', parent: 'c', text: 'Akibat' },
          ]),
        }),
        usg: makeCanvas({
          def: 'usg',
          items: makeItems([
            { text: 'Kecil', values: { u: 1, s: 1, g: 1 } },
            { text: 'Besar', values: { u: 5, s: 5, g: 5 } },
            { text: 'Kosong' },
          ]),
        }),
        'pengaruh-kepentingan': makeCanvas({
          def: 'pengaruh-kepentingan',
          items: makeItems([{ text: 'Warga', values: { kepentingan: 5, pengaruh: 1 } }]),
        }),
        'form-ide': makeCanvas({ def: 'form-ide', fields: { usulan: 'ide_baru', kebaruan: ' Baru ' } }),
      },
    })
    expect(texts('pohon-masalah', innovation, { part: 'core', canvas: 'pohon-masalah' })).toEqual(['Inti'])
    expect(texts('pohon-masalah', innovation, { part: 'roots', canvas: 'pohon-masalah' })).toEqual(['Akar'])
    expect(texts('pohon-masalah', innovation, { part: 'effects', canvas: 'pohon-masalah' })).toEqual(['Akibat'])
    expect(texts('usg', innovation, { part: 'top', canvas: 'usg', count: 3 })).toEqual(['Besar', 'Kecil'])
    expect(texts('pengaruh-kepentingan', innovation, { part: 'quadrant', canvas: 'pengaruh-kepentingan', quadrant: 'defenders' })).toEqual([
      'Warga',
    ])
    expect(picked(def('form-ide'), innovation, { part: 'field', canvas: 'form-ide', field: 'usulan' })).toEqual([
      { text: 'Ide baru', place: 'field', of: 'form-ide', key: 'usulan' },
    ])
    expect(texts('form-ide', innovation, { part: 'field', canvas: 'form-ide', field: 'kebaruan' })).toEqual(['Baru'])
  })
  it('is nothing where nobody worked or the pick does not fit', () => {
    expect(texts('usg', makeInnovation(), { part: 'top', canvas: 'usg', count: 3 })).toEqual([])
    const innovation = makeInnovation({ canvases: { usg: makeCanvas({ def: 'usg', items: makeItems([{ text: 'A' }]) }) } })
    expect(texts('usg', innovation, { part: 'roots', canvas: 'usg' })).toEqual([])
  })
})
