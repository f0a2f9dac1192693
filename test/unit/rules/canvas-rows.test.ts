import { describe, expect, it } from 'vitest'
import type { Canvas } from '#shared/model/lab.ts'
import { type CanvasDef, canvasDef } from '#shared/model/pack.ts'
import { type CanvasTable, canvasTable, type TableWords } from '#shared/rules/canvas-rows.ts'
import { makeCanvas, makeItems } from '#test/makers/innovation.ts'
import { both, column, formula, grid, options, score } from './columns.ts'

const words: TableWords = {
  ...{
    number: 'No',
    text: 'Isi',
    zone: 'Kolom',
    cluster: 'Klaster',
    color: 'Warna',
    votes: 'Suara',
    author: 'Penulis',
    table: 'Meja',
    link: 'Tautan',
  },
  ...{
    picture: 'Gambar',
    level: 'Tingkat',
    parent: 'Induk',
    category: 'Kategori',
    quadrant: 'Kuadran',
    remark: 'Catatan',
    section: 'Bagian',
  },
  ...{ field: 'Isian', answer: 'Jawaban', respondent: 'Responden', overall: 'Keseluruhan', impossible: 'tidak dapat dihitung' },
  colors: { kunyit: 'Kunyit', pandan: 'Pandan', langit: 'Langit', jambu: 'Jambu', talas: 'Talas', gading: 'Gading' },
}
const common = {
  ...{ id: 'uji', title: both('Uji'), stage: 'diagnose', help: both('-'), example: both('-'), status: 'unverified', source: 'uji' },
  outline: { heading: both('Uji'), lead: both('-') },
}
const made = (def: Record<string, unknown>): CanvasDef => canvasDef.parse({ ...common, ...def })
const tableOf = (def: CanvasDef, canvas: Partial<Canvas>, today?: string): CanvasTable =>
  canvasTable(def, makeCanvas({ def: 'uji', ...canvas }), 'id', words, today === undefined ? {} : { today })
const labels = ({ columns }: CanvasTable) => columns.map(({ label }) => label)

describe('a board as a table', () => {
  const zone = (key: string) => ({ key, label: both(key.toUpperCase()), hint: both('-') })
  const def = made({
    kind: 'board',
    zones: ['satu', 'dua'].map(zone),
    legend: [{ color: 'jambu', label: both('Mitos') }],
    columns: [column('siapa', 'person'), column('kapan', 'date')],
  })
  it('has its notes by zone, with cluster, what the colour means, votes, author, table, link and its own columns', () => {
    const items = [
      ...makeItems([{ role: 'cluster', text: 'Loket', zone: 'satu' }], 'k'),
      ...makeItems(
        [
          { text: 'Kedua', zone: 'dua', color: 'langit', values: { kapan: 'besok' } },
          {
            ...{
              text: 'Pertama',
              zone: 'dua',
              cluster: 'k1',
              color: 'jambu',
              votes: 3,
              author: 'Ani',
              table: '2',
              link: 'https://contoh.id',
            },
            values: { siapa: 'Budi', kapan: '2026-06-29' },
          },
        ],
        'n',
      ),
    ]
    const table = tableOf(def, { items })
    expect(labels(table)).toEqual(['Kolom', 'Isi', 'siapa', 'kapan', 'Klaster', 'Warna', 'Suara', 'Penulis', 'Meja', 'Tautan', 'Gambar'])
    expect(table.rows).toEqual([
      ['SATU', 'Pertama', 'Budi', { date: '2026-06-29' }, 'Loket', 'Mitos', 3, 'Ani', '2', 'https://contoh.id', null],
      ['DUA', 'Kedua', null, 'besok', null, 'Langit', 0, null, null, null, null],
    ])
  })
})

describe('a tree as a table', () => {
  const levels = {
    effect: both('Akibat'),
    core: both('Masalah inti'),
    direct: both('Langsung'),
    indirect: both('Tidak langsung'),
    root: both('Akar'),
  }
  const set = (key: string, ...categories: readonly string[]) => ({
    key,
    label: both(key),
    source: 'uji',
    categories: categories.map((one) => ({ key: one, label: both(one.toUpperCase()) })),
  })
  const def = made({
    kind: 'tree',
    layouts: ['fishbone'],
    levels,
    categorySets: [set('lima', 'man', 'money'), set('empat', 'place', 'plan')],
    columns: [column('bukti', 'text')],
  })
  it('says level, parent and category of every node', () => {
    const items = makeItems([
      { id: 'c', role: 'core', text: 'Inti' },
      { id: 'a', role: 'cause', parent: 'c', text: 'Sebab', zone: 'plan', values: { bukti: 'Notula' } },
      { id: 'b', role: 'cause', parent: 'a', text: 'Akar', root: true },
      { id: 'e', role: 'effect', parent: 'c', text: 'Akibatnya', votes: 2 },
    ])
    const table = tableOf(def, { items, settings: { set: 'empat' } })
    expect(labels(table)).toEqual(['Tingkat', 'Isi', 'Induk', 'Kategori', 'bukti', 'Suara', 'Penulis'])
    expect(table.rows).toEqual([
      ['Masalah inti', 'Inti', null, null, null, 0, null],
      ['Akibat', 'Akibatnya', 'Inti', null, null, 2, null],
      ['Langsung', 'Sebab', 'Inti', 'PLAN', 'Notula', 0, null],
      ['Akar', 'Akar', 'Sebab', null, null, 0, null],
    ])
  })
})

describe('a grid as a table', () => {
  const def = grid(
    [
      column('fase', 'choice', { options: options('siap', 'jalan') }),
      column('biaya', 'rupiah', { total: 'sum' }),
      column('progres', 'percent'),
      column('waktu', 'months'),
      column('tenggat', 'date'),
      column('selesai', 'tick'),
      formula('ubah', { op: 'change', before: 'sebelum', after: 'sesudah' }, { format: 'percent', decimals: 1 }),
      column('sebelum', 'number'),
      column('sesudah', 'number'),
      formula('urut', { op: 'rank', by: 'biaya', tie: [] }),
      formula('cukup', { op: 'check', all: [{ of: 'progres', atLeast: 50 }], yes: both('Cukup'), no: both('Kurang') }),
      formula('kelas', { op: 'band', of: 'progres', bands: [{ key: 'a', label: both('Awal'), from: 0 }] }),
    ],
    {
      groupBy: 'fase',
      modes: [
        {
          key: 'ringkas',
          label: both('Ringkas'),
          help: both('-'),
          columns: ['text', 'biaya', 'progres', 'waktu', 'tenggat', 'selesai', 'ubah', 'urut', 'cukup', 'kelas'],
        },
      ],
      marks: [{ column: 'tenggat', when: [{ of: 'tenggat', past: true }], tone: 'buruk', label: both('Terlambat') }],
      head: [{ key: 'kontak', label: both('Kontak'), type: 'line' }],
      results: [
        { op: 'mean', key: 'rata', label: both('Rata-rata'), of: 'progres', bands: [{ key: 'b', label: both('Baik'), from: 40 }] },
        { op: 'count', key: 'jumlah', label: both('Jumlah') },
      ],
    },
  )
  const items = makeItems([
    { text: 'Uji coba', values: { fase: 'jalan', biaya: 1_000_000, progres: 45.5, sebelum: 0, sesudah: 3, tenggat: '2026-06-01' } },
    {
      text: 'Rapat',
      values: { fase: 'siap', biaya: 2_500_000, progres: 100, sebelum: 40, sesudah: 10, waktu: ['2026-01', '2026-02'], selesai: true },
    },
    { text: 'Tanpa', values: { biaya: 2.5, progres: '60', tenggat: 'nanti' } },
  ])
  it('has typed cells, formulas, ranks and remarks in the mode in force, in the order of its groups', () => {
    const table = tableOf(def, { items, fields: { kontak: 'Ani' } }, '2026-07-01')
    expect(table.columns.map(({ label, type }) => `${label} ${type}`)).toEqual([
      ...['fase text', 'text text', 'biaya rupiah', 'progres percent', 'waktu text', 'tenggat date', 'selesai text', 'ubah percent'],
      ...['urut number', 'cukup text', 'kelas text', 'Catatan text'],
    ])
    expect(table.columns[7]?.decimals).toBe(1)
    expect(table.rows).toEqual([
      ['siap', 'Rapat', 2_500_000, 100, 'Jan–Feb 2026', null, 'Ya', -75, 1, 'Cukup', 'Awal', null],
      ['jalan', 'Uji coba', 1_000_000, 45.5, null, { date: '2026-06-01' }, null, 'tidak dapat dihitung', 2, 'Kurang', 'Awal', 'Terlambat'],
      [null, 'Tanpa', 2.5, '60', null, 'nanti', null, null, null, null, null, null],
    ])
    expect(table.totals).toEqual([null, null, 3_500_000, null, null, null, null, null, null, null, null, null])
    expect(table.facts).toEqual([
      { label: 'Kontak', cell: 'Ani', type: 'text' },
      { label: 'Rata-rata (Baik)', cell: 72.75, type: 'number' },
      { label: 'Jumlah', cell: 3, type: 'number' },
    ])
  })
  it('has a column for every person while people score one by one', () => {
    const usg = grid([score('u', { voted: true, short: 'U' })], { voting: { combine: 'mean' } })
    const table = tableOf(usg, {
      items: makeItems([{ text: 'Isu', scores: { u: { Ani: 4, Budi: 5 } } }]),
      settings: { scoring: 'each', voters: ['Budi', 'Ani', 'Citra'] },
    })
    expect(labels(table)).toEqual(['text', 'u', 'U: Budi', 'U: Ani', 'U: Citra'])
    expect(table.rows).toEqual([['Isu', 4.5, 5, 4, null]])
    expect(table.totals).toBeNull()
  })
})

describe('a matrix as a table', () => {
  const axis = (key: string) => ({ key, label: both(key), low: both('-'), high: both('+'), min: 1, max: 5, threshold: 3 })
  const corner = (key: string) => ({ key, label: both(key.toUpperCase()), hint: both('-') })
  it('has the numbers of the picture, both axes, and the quadrant in words', () => {
    const def = made({
      ...{ kind: 'matrix', itemLabel: both('Pihak'), x: axis('kepentingan'), y: axis('pengaruh') },
      quadrants: { high_high: corner('a'), high_low: corner('b'), low_high: corner('c'), low_low: corner('d') },
      columns: [column('sikap', 'choice', { options: options('netral') })],
    })
    const table = tableOf(def, {
      items: makeItems([
        { text: 'Belum', values: {} },
        { text: 'Warga', values: { kepentingan: 5, pengaruh: 1, sikap: 'netral' } },
      ]),
    })
    expect(labels(table)).toEqual(['No', 'Pihak', 'Kuadran', 'kepentingan', 'pengaruh', 'sikap'])
    expect(table.rows).toEqual([
      [1, 'Warga', 'C', 5, 1, 'netral'],
      [2, 'Belum', null, null, null, null],
    ])
  })
  it('of cells has their value and band', () => {
    const def = made({
      ...{
        kind: 'matrix',
        itemLabel: both('Risiko'),
        x: { ...axis('dampak'), max: 2, threshold: 2 },
        y: { ...axis('mungkin'), max: 2, threshold: 2 },
      },
      cells: { value: 'level', band: 'kelas' },
      columns: [
        formula('level', {
          op: 'lookup',
          row: 'mungkin',
          column: 'dampak',
          table: [
            [1, 3],
            [2, 4],
          ],
        }),
        formula('kelas', {
          op: 'band',
          of: 'level',
          bands: [
            { key: 'r', label: both('Rendah'), from: 1 },
            { key: 't', label: both('Tinggi'), from: 3 },
          ],
        }),
      ],
    })
    const table = tableOf(def, { items: makeItems([{ text: 'Mutasi', values: { dampak: 2, mungkin: 1 } }]) })
    expect(labels(table)).toEqual(['No', 'Risiko', 'dampak', 'mungkin', 'level', 'kelas'])
    expect(table.rows).toEqual([[1, 'Mutasi', 2, 1, 3, 'Tinggi']])
  })
})

describe('a form as a table', () => {
  it('has a line for each field, every answer with its own type', () => {
    const field = (key: string, type: string, more: Record<string, unknown> = {}) => ({ key, label: both(key), type, ...more })
    const def = made({
      ...{ kind: 'form', review: false, sections: [{ key: 's', label: both('Satu') }] },
      fields: [
        field('nama', 'line', { section: 's' }),
        field('biaya', 'rupiah'),
        field('mulai', 'date'),
        field('jenis', 'multi', { options: options('x', 'y') }),
        field('telepon', 'phone'),
        field('kosong', 'text'),
      ],
    })
    const table = tableOf(def, { fields: { nama: '=2+2', biaya: 5000, mulai: '2026-06-29', jenis: ['y', 'x'], telepon: '0812' } })
    expect(table.columns).toEqual([
      { label: 'Bagian', type: 'text' },
      { label: 'Isian', type: 'text' },
      { label: 'Jawaban', type: 'mixed' },
    ])
    expect(table.rows).toEqual([
      ['Satu', 'nama', '=2+2'],
      [null, 'biaya', 5000],
      [null, 'mulai', { date: '2026-06-29' }],
      [null, 'jenis', 'y; x'],
      [null, 'telepon', '0812'],
      [null, 'kosong', null],
    ])
  })
  it('that is a survey has a line for each respondent and the means beside it', () => {
    const scale = (key: string) => ({ key, label: both(key), type: 'scale' })
    const part = (key: string, field: string) => ({ key, label: both(key.toUpperCase()), help: both('-'), fields: [field] })
    const def = made({
      ...{ kind: 'form', review: false, fields: ['q1', 'q2', 'q3'].map(scale) },
      survey: { min: 0, max: 4, respondent: [column('unit', 'unit')], components: [part('a', 'q1'), part('b', 'q2'), part('c', 'q3')] },
    })
    const table = tableOf(def, {
      items: makeItems([
        { text: 'Ani', values: { unit: 'Dinas', q1: 4, q2: 0 } },
        { text: 'Budi', values: { q1: 1 } },
      ]),
    })
    expect(labels(table)).toEqual(['Responden', 'unit', 'q1', 'q2', 'q3'])
    expect(table.rows).toEqual([
      ['Ani', 'Dinas', 4, 0, null],
      ['Budi', null, 1, null, null],
    ])
    expect(table.facts.map(({ label, cell }) => [label, cell])).toEqual([
      ['A', 2.5],
      ['B', 0],
      ['C', null],
      ['Keseluruhan', 1.25],
    ])
  })
})
