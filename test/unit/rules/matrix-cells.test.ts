import { beforeAll, describe, expect, it } from 'vitest'
import { type MatrixDef, matrixDef } from '#shared/model/pack.ts'
import { bandsOf, bandTint, cellsOf, matrixColumns, placeName, sizesOf, spotsOf, stepAt } from '#shared/rules/matrix.ts'
import { itemId, makeItem, makeItems } from '#test/makers/innovation.ts'

const both = (text: string) => ({ id: text, en: text })
const axis = (key: string) => ({ key, label: both(key), low: both('rendah'), high: both('tinggi'), min: 1, max: 3, threshold: 2 })

/** A risk matrix of 3 × 3: its values are a rank, not a product. */
const risk = (over: Record<string, unknown> = {}): MatrixDef =>
  matrixDef.parse({
    kind: 'matrix',
    id: 'risiko',
    title: both('Risiko'),
    stage: 'design',
    help: both('h'),
    example: both('e'),
    status: 'unverified',
    source: 's',
    outline: { heading: both('h'), lead: both('l') },
    itemLabel: both('Risiko'),
    x: axis('dampak'),
    y: axis('kemungkinan'),
    cells: { value: 'nilai', band: 'tingkat' },
    columns: [
      {
        key: 'nilai',
        label: both('Nilai'),
        type: 'formula',
        formula: {
          op: 'lookup',
          row: 'kemungkinan',
          column: 'dampak',
          table: [
            [1, 3, 7],
            [2, 5, 8],
            [4, 6, 9],
          ],
        },
      },
      {
        key: 'tingkat',
        label: both('Tingkat'),
        type: 'formula',
        formula: {
          op: 'band',
          of: 'nilai',
          bands: [
            { key: 'sangat_rendah', label: both('Sangat rendah'), from: 1, tone: 'baik' },
            { key: 'rendah', label: both('Rendah'), from: 3, tone: 'baik' },
            { key: 'sedang', label: both('Sedang'), from: 5, tone: 'perhatian' },
            { key: 'tinggi', label: both('Tinggi'), from: 7, tone: 'buruk' },
            { key: 'sangat_tinggi', label: both('Sangat tinggi'), from: 9, tone: 'buruk' },
          ],
        },
      },
    ],
    ...over,
  })

const at = (dampak: number | null, kemungkinan: number | null, id = 'a') => makeItem({ id, text: id, values: { dampak, kemungkinan } })

describe('a matrix of cells', () => {
  let def: MatrixDef
  beforeAll(() => {
    def = risk()
  })

  it('looks every cell up, row by row from the top, and names its band', () => {
    expect(cellsOf(def).map((cell) => cell.value)).toEqual([4, 6, 9, 2, 5, 8, 1, 3, 7])
    expect(cellsOf(def).map((cell) => cell.band?.key)).toEqual([
      'rendah',
      'sedang',
      'sangat_tinggi',
      'sangat_rendah',
      'sedang',
      'tinggi',
      'sangat_rendah',
      'rendah',
      'tinggi',
    ])
  })
  it('says value and band as the place of an item, and nothing for one without a place', () => {
    expect(placeName(def, at(3, 3), 'id')).toBe('9 Sangat tinggi')
    expect(placeName(def, at(2, 1), 'id')).toBe('3 Rendah')
    expect(placeName(def, at(2, null), 'id')).toBeNull()
  })
  it('paints neighbouring bands of one tone differently, the outer one stronger', () => {
    const tint = (key: string) => bandTint(bandsOf(def), key)
    expect(tint('sangat_rendah')).toEqual({ tone: 'baik', strong: true })
    expect(tint('rendah')).toEqual({ tone: 'baik', strong: false })
    expect(tint('sedang')).toEqual({ tone: 'perhatian', strong: false })
    expect(tint('tinggi')).toEqual({ tone: 'buruk', strong: false })
    expect(tint('sangat_tinggi')).toEqual({ tone: 'buruk', strong: true })
    expect(tint('tidak_ada')).toEqual({ tone: null, strong: false })
  })
  it('holds its name and both axes as columns, each once', () => {
    expect(matrixColumns(def).map((column) => column.key)).toEqual(['text', 'dampak', 'kemungkinan', 'nilai', 'tingkat'])
  })
})

describe('where the points of a matrix are drawn', () => {
  const room = { side: 300, gap: 30, head: 20 }
  const inCell = (count: number) => Array.from({ length: count }, (_, n) => at(2, 2, `p${n}`))

  it('keeps all points of a step inside its cell and apart from each other', () => {
    for (const count of [1, 2, 5, 6]) {
      const spots = spotsOf(risk(), inCell(count), room)
      expect(spots).toHaveLength(count)
      for (const spot of spots) {
        expect(spot.x).toBeGreaterThan(100)
        expect(spot.x).toBeLessThan(200)
        expect(spot.y).toBeGreaterThan(100)
        expect(spot.y).toBeLessThan(200)
      }
      for (const [n, a] of spots.entries())
        for (const b of spots.slice(n + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(29.9)
    }
  })
  it('makes one pile of a hundred items on one step, with all of them in it', () => {
    const spots = spotsOf(risk(), inCell(100), room)
    expect(spots).toHaveLength(1)
    expect(spots[0]?.items).toHaveLength(100)
  })
  it('leaves out what has no place and fans out what lies between the steps', () => {
    const spots = spotsOf(risk(), [at(null, 2, 'tanpa'), at(1.5, 2.5, 'antara'), at(1.5, 2.5, 'juga')], room)
    expect(spots.flatMap((spot) => spot.items.map((item) => item.id))).toEqual(['antara', 'juga'])
    const [a, b] = spots
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThanOrEqual(29.9)
  })
  it('snaps a share of the axis to the step whose cell it lies in', () => {
    const { x } = risk()
    expect([0, 0.32, 0.34, 0.66, 0.67, 1].map((share) => stepAt(x, share))).toEqual([1, 1, 2, 2, 3, 3])
  })
  it('makes points larger by the size column; a missing value is the smallest', () => {
    const def = risk({
      cells: undefined,
      columns: [{ key: 'biaya', label: both('Biaya'), type: 'rupiah' }],
      size: 'biaya',
    })
    const items = makeItems([{ values: { biaya: 100 } }, { values: { biaya: 300 } }, { values: { biaya: 200 } }, {}])
    const sizes = sizesOf(def, items)
    expect(items.map((item) => sizes.get(item.id))).toEqual([0, 1, 0.5, 0])
    expect(sizesOf(risk(), items).get(itemId('i1'))).toBe(0.5)
  })
})
