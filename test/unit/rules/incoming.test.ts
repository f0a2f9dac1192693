import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CanvasDef, canvasDef } from '#shared/model/pack.ts'
import { mostIncoming, planIncoming } from '#shared/rules/incoming.ts'
import { both, column, formula, grid, options, score } from './columns.ts'

const common = {
  ...{ id: 'uji', title: both('Uji'), stage: 'diagnose', help: both('-'), example: both('-'), status: 'unverified', source: 'uji' },
  outline: { heading: both('Uji'), lead: both('-') },
}
const made = (def: Record<string, unknown>): CanvasDef => canvasDef.parse({ ...common, ...def })

const rab = grid([
  column('volume', 'number'),
  column('harga', 'rupiah', { label: { id: 'Harga satuan', en: 'Unit price' } }),
  formula('jumlah', { op: 'product', of: ['volume', 'harga'] }, { label: both('Jumlah') }),
  column('sumber_dana', 'choice', { label: { id: 'Sumber dana', en: 'Funding' }, options: options('apbd', 'csr') }),
  column('waktu', 'months', { short: 'Wkt' }),
  column('foto', 'photo'),
])
const board = made({
  kind: 'board',
  zones: ['harapan', 'kekhawatiran'].map((key) => ({ key, label: { id: key, en: `${key} en` }, hint: both('-') })),
  columns: [column('siapa', 'person')],
})

describe('rows for a grid', () => {
  it('go where the first line says, whatever its case, accents, signs and order', () => {
    const plan = planIncoming(
      rab,
      {},
      [
        ['No', 'HARGA SATUAN (Rp)', 'Text', 'Catatan', 'funding', 'Wkt'],
        ['1', 'Rp25.000', 'Kertas', 'murah', 'APBD', 'Jan–Feb 2026'],
        ['2', '1.500', 'Tinta', '', 'csr', ''],
      ],
      'id',
    )
    expect(plan.header).toBe(true)
    expect(plan.mapping).toEqual([null, 'harga', 'text', null, 'sumber_dana', 'waktu'])
    expect(plan.rows).toEqual([
      { line: 2, text: 'Kertas', values: { harga: 25_000, sumber_dana: 'apbd', waktu: ['2026-01', '2026-02'] } },
      { line: 3, text: 'Tinta', values: { harga: 1500, sumber_dana: 'csr' } },
    ])
    expect(plan.refused).toEqual([])
  })
  it('go by place without a heading; formulas and photos are passed over, and so is a column that counts the lines', () => {
    const plain = planIncoming(rab, {}, [['Kertas', '2', '25000', 'apbd']], 'id')
    expect([plain.header, plain.mapping]).toEqual([false, ['text', 'volume', 'harga', 'sumber_dana']])
    expect(plain.rows[0]).toEqual({ line: 1, text: 'Kertas', values: { volume: 2, harga: 25_000, sumber_dana: 'apbd' } })
    const counted = planIncoming(
      rab,
      {},
      [
        ['1.', 'Kertas', '2'],
        ['2.', 'Tinta', '3'],
      ],
      'id',
    )
    expect(counted.mapping).toEqual([null, 'text', 'volume'])
  })
  it('take the first column of words for the text when no heading names it', () => {
    const plan = planIncoming(
      rab,
      {},
      [
        ['No', 'Uraian belanja barang', 'Volume', 'Sumber dana'],
        ['1', 'Kertas', '2', 'apbd'],
      ],
      'id',
    )
    expect(plan.mapping).toEqual([null, 'text', 'volume', 'sumber_dana'])
  })
  it('begin with the first line when it only happens to hold one name of a column', () => {
    const plan = planIncoming(rab, {}, [['Volume', '2', '25000', 'apbd']], 'id')
    expect([plan.header, plan.rows[0]?.text]).toEqual([false, 'Volume'])
  })
  it('come without the cells that mean nothing, each of which is named with what would have', () => {
    const strict = grid([
      score('u'),
      column('tgl', 'date'),
      column('ya', 'tick'),
      column('rp', 'rupiah', { min: 0 }),
      column('pilih', 'choice', { options: options('x', 'y') }),
    ])
    const plan = planIncoming(strict, {}, [['Isu', '9', 'besok', 'mungkin', '-5', 'z']], 'id')
    expect(plan.rows).toEqual([{ line: 1, text: 'Isu', values: {} }])
    expect(plan.refused).toEqual([
      { line: 1, column: 1, target: 'u', label: 'u', text: '9', expected: 'whole', min: 1, max: 5 },
      { line: 1, column: 2, target: 'tgl', label: 'tgl', text: 'besok', expected: 'date' },
      { line: 1, column: 3, target: 'ya', label: 'ya', text: 'mungkin', expected: 'tick' },
      { line: 1, column: 4, target: 'rp', label: 'rp', text: '-5', expected: 'whole', min: 0 },
      { line: 1, column: 5, target: 'pilih', label: 'pilih', text: 'z', expected: 'choice', options: ['x', 'y'] },
    ])
  })
  it('go where a person says instead, and the first line is a row when he says so', () => {
    const table = [
      ['Volume', 'Text'],
      ['2', 'Kertas'],
    ]
    const plan = planIncoming(rab, {}, table, 'id', { header: false, mapping: ['text', null, 'volume', 'tidak_ada'] })
    expect(plan.mapping).toEqual(['text', null])
    expect(plan.rows.map(({ text, line }) => [line, text])).toEqual([
      [1, 'Volume'],
      [2, '2'],
    ])
  })
  it('come in the mode in force, without columns people score one by one', () => {
    const usg = grid([score('u', { voted: true }), score('s'), column('fakta', 'text')], {
      voting: { combine: 'mean' },
      modes: [
        { key: 'a', label: both('a'), help: both('-'), columns: ['text', 'u', 's'] },
        { key: 'b', label: both('b'), help: both('-'), columns: ['fakta', 'u'] },
      ],
    })
    const keys = (settings: Parameters<typeof planIncoming>[1]) => planIncoming(usg, settings, [], 'id').targets.map(({ key }) => key)
    expect(keys({})).toEqual(['text', 'u', 's'])
    expect(keys({ mode: 'b', scoring: 'each' })).toEqual(['text', 'fakta'])
  })
  it('read months without a year in the first year shown', () => {
    const plan = planIncoming(
      rab,
      { years: ['2027'] },
      [
        ['Text', 'Waktu'],
        ['Rapat', 'Maret'],
      ],
      'id',
    )
    expect(plan.rows[0]?.values).toEqual({ waktu: ['2027-03'] })
  })
  it('leave out empty lines, and lines beyond the limit are counted', () => {
    const table = [['Text', 'Volume'], ['', ' '], ['a', ''], ...Array.from({ length: mostIncoming }, () => ['b', '1'])]
    const plan = planIncoming(rab, {}, table, 'id')
    expect([plan.blank, plan.rows.length, plan.tooMany]).toEqual([1, mostIncoming - 1, 2])
  })
})

describe('rows for other canvases', () => {
  it('become notes with zone, author, table and columns', () => {
    const plan = planIncoming(
      board,
      {},
      [
        ['Kartu', 'Zona', 'Siapa', 'Meja', 'Oleh', 'Tautan'],
        ['Cepat', 'HARAPAN', 'Ani', '3', 'Budi', 'https://contoh.id'],
        ['Macet', 'lain', '', '', '', 'javascript:alert(1)'],
        ['', 'harapan', '', '', '', ''],
      ],
      'id',
    )
    expect(plan.rows).toEqual([
      { line: 2, text: 'Cepat', zone: 'harapan', values: { siapa: 'Ani' }, table: '3', author: 'Budi', link: 'https://contoh.id' },
      { line: 3, text: 'Macet', values: {} },
    ])
    expect(plan.refused.map(({ line, column: at, expected, text }) => [line, at, expected, text])).toEqual([
      [3, 1, 'choice', 'lain'],
      [3, 5, 'link', 'javascript:alert(1)'],
    ])
    expect(plan.blank).toBe(1)
    expect(
      planIncoming(
        board,
        {},
        [
          ['Cepat', 'kekhawatiran en'],
          ['Murah', 'harapan'],
        ],
        'en',
      ).rows.map(({ zone }) => zone),
    ).toEqual(['kekhawatiran', 'harapan'])
    expect(planIncoming(board, {}, [['Satu saja'], ['Dua']], 'id').rows.map(({ text }) => text)).toEqual(['Satu saja', 'Dua'])
  })
  it('become nodes with level, parent and category', () => {
    const tree = made({
      kind: 'tree',
      layouts: ['tree'],
      levels: {
        effect: both('Akibat'),
        core: both('Masalah inti'),
        direct: both('Penyebab'),
        indirect: both('Tidak langsung'),
        root: both('Akar'),
      },
      categorySets: [
        {
          key: 'lima',
          label: both('5M'),
          source: 'uji',
          categories: [
            { key: 'man', label: both('Man') },
            { key: 'money', label: both('Money') },
          ],
        },
      ],
    })
    const plan = planIncoming(
      tree,
      {},
      [
        ['Tingkat', 'Isi', 'Induk', 'Kategori'],
        ['Masalah inti', 'Antre', '', ''],
        ['akar', 'Satu loket', 'Antre', 'MAN'],
        ['akibat', 'Pungli', 'Antre', ''],
      ],
      'id',
    )
    expect(plan.rows).toEqual([
      { line: 2, text: 'Antre', role: 'core', values: {} },
      { line: 3, text: 'Satu loket', role: 'cause', root: true, parent: 'Antre', zone: 'man', values: {} },
      { line: 4, text: 'Pungli', role: 'effect', parent: 'Antre', values: {} },
    ])
  })
  it('become points of a matrix and respondents of a survey; a plain form takes none', () => {
    const axis = (key: string) => ({ key, label: both(key), low: both('-'), high: both('+'), min: 1, max: 5, threshold: 3 })
    const corner = (key: string) => ({ key, label: both(key), hint: both('-') })
    const matrix = made({
      ...{ kind: 'matrix', itemLabel: both('Pihak'), x: axis('kepentingan'), y: axis('pengaruh') },
      quadrants: { high_high: corner('a'), high_low: corner('b'), low_high: corner('c'), low_low: corner('d') },
    })
    expect(
      planIncoming(
        matrix,
        {},
        [
          ['Pihak', 'Pengaruh', 'Kepentingan'],
          ['Warga', '1', '9'],
        ],
        'id',
      ),
    ).toMatchObject({
      rows: [{ text: 'Warga', values: { pengaruh: 1 } }],
      refused: [{ target: 'kepentingan', text: '9' }],
    })
    const scale = (key: string) => ({ key, label: both(key), type: 'scale' })
    const part = (key: string, field: string) => ({ key, label: both(key), help: both('-'), fields: [field] })
    const fields = ['q1', 'q2', 'q3'].map(scale)
    const survey = made({
      kind: 'form',
      review: false,
      fields,
      survey: { min: 0, max: 4, components: [part('a', 'q1'), part('b', 'q2'), part('c', 'q3')] },
    })
    expect(planIncoming(survey, {}, [['Ani', '4', '0', '5']], 'id')).toMatchObject({
      rows: [{ text: 'Ani', values: { q1: 4, q2: 0 } }],
      refused: [{ target: 'q3', max: 4 }],
    })
    expect(planIncoming(made({ kind: 'form', review: false, fields }), {}, [['a']], 'id')).toMatchObject({
      targets: [],
      rows: [],
      blank: 1,
    })
  })
})

describe('whatever is pasted', () => {
  it('no row, cell or value comes out of nothing', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'Text', 'Volume', '__proto__', 'constructor', '1', '25.000', 'apbd', 'Isi'),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), fc.constantFrom<CanvasDef>(rab, board), (table, def) => {
        const plan = planIncoming(def, {}, table, 'id')
        expect(plan.rows.length + plan.blank + (plan.header ? 1 : 0)).toBe(table.length)
        const keys = new Set(plan.targets.map(({ key }) => key))
        for (const { values, line } of plan.rows) {
          expect(line >= 1 && line <= table.length).toBe(true)
          for (const key of Object.keys(values)) expect(keys.has(key)).toBe(true)
        }
        const used = plan.mapping.filter((key) => key !== null)
        expect(new Set(used).size).toBe(used.length)
      }),
      { seed: 20_272, numRuns: 500 },
    )
  })
})
