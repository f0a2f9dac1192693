import { describe, expect, it } from 'vitest'
import type { Innovation, Item } from '#shared/model/lab.ts'
import type { FormDef } from '#shared/model/pack.ts'
import { figuresOf, readinessOf, sumImpacts } from '#shared/rules/figures.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { makeCanvas, makeInnovation, makeItems } from '#test/makers/innovation.ts'
import { shippedPacks as packs } from '#test/makers/stages.ts'

const figures = (id: string, canvases: Innovation['canvases'], over: Partial<Innovation> = {}) =>
  figuresOf(makeInnovation({ ...over, id, canvases }), packs)

type Row = readonly [text: string, satuan: string, sebelum: number | null, sesudah: number | null]
const impact = (rows: readonly Row[], arah = 'lebih_kecil') => ({
  'dampak-mikro': makeCanvas({
    def: 'dampak-mikro',
    items: makeItems(rows.map(([text, satuan, sebelum, sesudah]) => ({ text, values: { satuan, sebelum, sesudah, arah } }))),
  }),
})

describe('ideas', () => {
  it('counts the cards of the idea board, not cluster heads and not empty cards', () => {
    const items = makeItems([{ text: 'Antrean daring' }, { text: '  ' }, { text: 'Judul', role: 'cluster' }, { text: 'Loket keliling' }])
    expect(figures('a', { 'kartu-ide': makeCanvas({ items }) }).ideas).toBe(2)
    expect(figures('b', {}).ideas).toBe(0)
  })
})

describe('urusan', () => {
  it('takes what the innovation says before what its card says', () => {
    const card = { 'kartu-inovasi': makeCanvas({ def: 'kartu-inovasi', fields: { urusan_utama: 'kesehatan' } }) }
    expect(figures('a', card).urusan).toBe('Kesehatan')
    expect(figures('a', card, { urusan: ' Pangan ' }).urusan).toBe('Pangan')
  })
})

describe('impact', () => {
  it('adds only the same variable in the same unit of measure', () => {
    const sums = sumImpacts([
      figures('a', impact([['Waktu tempuh', 'menit', 30, 10]])),
      figures('b', impact([['waktu  tempuh ', 'Menit', 20, 15]])),
      figures('c', impact([['Waktu tempuh', 'jam', 2, 1]])),
    ])
    expect(sums.map(({ measure, before, after, change, from }) => [measure, before, after, change, from.length])).toEqual([
      ['menit', 50, 25, -50, 2],
      ['jam', 2, 1, -50, 1],
    ])
  })
  it('knows a variable of the pack in both languages as one', () => {
    const sums = sumImpacts([
      figures('a', impact([['Waktu tempuh', 'menit', 30, 10]])),
      figures('b', impact([['Travel time', 'menit', 10, 10]])),
    ])
    expect(sums).toHaveLength(1)
    expect(sums[0]).toMatchObject({ before: 40, after: 20, variable: { id: 'Waktu tempuh' } })
  })
  it('works out no change from nothing', () => {
    expect(sumImpacts([figures('a', impact([['Penerima', 'orang', 0, 12]]))])[0]).toMatchObject({ before: 0, after: 12, change: null })
  })
  it('leaves out rows without both figures or without a unit of measure', () => {
    const rows: readonly Row[] = [
      ['Penerima', 'orang', 5, null],
      ['Penerima', 'orang', null, 5],
      ['Penerima', ' ', 5, 6],
    ]
    expect(figures('a', impact(rows)).impacts).toEqual([])
  })
  it('leaves the direction open where innovations disagree', () => {
    const all = [figures('a', impact([['Petugas', 'orang', 4, 2]])), figures('b', impact([['Petugas', 'orang', 4, 6]], 'lebih_besar'))]
    expect(sumImpacts(all)[0]?.better).toBeNull()
  })
  it('adds decimals without dust', () => {
    const all = [figures('a', impact([['Jarak', 'kilometer', 0.1, 0.1]])), figures('b', impact([['Jarak', 'kilometer', 0.2, 0.2]]))]
    expect(sumImpacts(all)[0]?.before).toBe(0.3)
  })
})

const answers = (value: number): Partial<Item> => ({
  text: 'Contoh Responden',
  values: { sdm_penggerak: value, sdm_kemampuan: value, sdm_pengganti: value },
})
const survey = (def: string, values: readonly number[]) => ({ [def]: makeCanvas({ def, items: makeItems(values.map(answers)) }) })
const sdm = (found: ReturnType<typeof readinessOf>['before']) => found?.components.find(({ key }) => key === 'sdm')

describe('readiness', () => {
  it('is the mean over all respondents, so that a large team weighs as many as answered', () => {
    const all = [figures('a', survey('survei-kesiapan', [4, 4, 4])), figures('b', survey('survei-kesiapan', [0]))]
    const { before, after } = readinessOf(all, packs)
    expect(before).toMatchObject({ respondents: 4 })
    expect(sdm(before)).toMatchObject({ mean: 3, n: 4 })
    expect(after).toBeNull()
  })
  it('leaves components nobody answered without a mean', () => {
    const { before } = readinessOf([figures('a', survey('survei-kesiapan', [2]))], packs)
    expect(before?.components.find(({ key }) => key === 'regulasi')).toMatchObject({ mean: null, n: 0 })
  })
  it('stands the survey of a later stage beside the first', () => {
    const def = canvasOf(packs, 'survei-kesiapan')
    if (def?.kind !== 'form') throw new Error('the readiness survey is a form')
    const last: FormDef = { ...def, id: 'survei-akhir', stage: 'display' }
    const more = packs.map((pack) =>
      pack.canvases.some(({ id }) => id === def.id) ? { ...pack, canvases: [last, ...pack.canvases] } : pack,
    )
    const innovation = makeInnovation({ id: 'a', canvases: { ...survey('survei-kesiapan', [1]), ...survey('survei-akhir', [3]) } })
    const { before, after } = readinessOf([figuresOf(innovation, more)], more)
    expect([sdm(before)?.mean, sdm(after)?.mean]).toEqual([1, 3])
  })
  it('is nothing while nobody answered', () => {
    expect(readinessOf([figures('a', {})], packs)).toEqual({ before: null, after: null })
  })
})
