/** A pack with a canvas of each kind that uses everything a definition can say. */
import { board, form, grid, head, matrix, tree } from './make.ts'

export const both = (word: string) => ({ id: `${word} id`, en: `${word} en` })
export const options = (...keys: readonly string[]) => keys.map((key) => ({ key, label: both(key) }))
export const column = (key: string, type: string, more: object = {}) => ({ key, label: both(key), type, ...more })
const score = (key: string) => column(key, 'score', { min: 1, max: 3 })
export const formula = (key: string, declared: object) => column(key, 'formula', { formula: declared })
const band = (key: string, from: number) => ({ key, label: both(key), from })

export const fullCanvases = () => ({
  'pack.yaml': head('penuh'),
  'canvases/papan.yaml': {
    ...board(),
    zones: ['satu', 'dua'].map((key) => ({ key, label: both(key), hint: both(key) })),
    legend: [{ color: 'jambu', label: both('mitos') }],
    columns: [column('siapa', 'person'), column('foto', 'photo')],
    starters: [{ text: both('awal'), zone: 'dua', values: { siapa: 'Ani' } }],
    takes: [{ pick: { part: 'passed', canvas: 'tabel', column: 'lolos' }, into: 'dua', copy: { siapa: 'catatan' } }],
  },
  'canvases/pohon.yaml': {
    ...tree(),
    columns: [column('bukti', 'text')],
    ready: ['every_answer_has_evidence'],
    categorySets: [{ key: 'lima', label: both('lima'), source: 'uji', categories: options('man', 'money') }],
    mirror: 'pohon-asal',
    takes: [{ pick: { part: 'top', canvas: 'tabel', count: 1 }, into: 'core' }],
  },
  'canvases/pohon-asal.yaml': tree('pohon-asal'),
  'canvases/tabel.yaml': {
    ...grid(),
    head: [{ key: 'kontak', label: both('kontak'), type: 'line' }],
    columns: [
      column('text', 'text'),
      ...['u', 's'].map((key) => ({ ...score(key), voted: true })),
      formula('total', { op: 'sum', of: ['u', 's'] }),
      formula('urut', { op: 'rank', by: 'total', tie: ['u'] }),
      formula('level', {
        op: 'lookup',
        row: 'u',
        column: 's',
        table: [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
      }),
      formula('kelas', { op: 'band', of: 'level', bands: [band('rendah', 1), band('tinggi', 5)] }),
      formula('lolos', {
        op: 'check',
        all: [
          { of: 'total', atLeast: 4 },
          { of: 'kelas', not: 'rendah' },
        ],
        yes: both('ya'),
        no: both('tidak'),
      }),
      column('fase', 'choice', { options: options('siap', 'jalan') }),
      column('opsi_a', 'text'),
      column('pilih', 'choice', { options: options('opsi_a') }),
      column('tenggat', 'date'),
      column('catatan', 'text'),
    ],
    voting: { combine: 'mean' },
    groupBy: 'fase',
    modes: [{ key: 'pendek', label: both('pendek'), help: both('help'), columns: ['text', 'u', 'fase'] }],
    marks: [
      {
        column: 'u',
        when: [
          { of: 'urut', atMost: 3 },
          { of: 'tenggat', past: true },
          { of: 'lolos', is: true },
        ],
        tone: 'baik',
        label: both('tanda'),
      },
    ],
    results: [
      { op: 'sum', key: 'a', label: both('a'), of: 'u', where: [{ of: 'fase', is: 'siap' }], expect: { equals: 1 } },
      { op: 'count', key: 'b', label: both('b'), bands: [band('tiga', 3), band('lima', 5)] },
      { op: 'difference', key: 'c', label: both('c'), from: 'a', minus: 'b' },
      {
        op: 'quadrant',
        key: 'd',
        label: both('d'),
        x: 'a',
        y: 'c',
        names: { high_high: both('1'), high_low: both('2'), low_high: both('3'), low_low: both('4') },
      },
      { op: 'combine', key: 'e', label: both('e'), pick: 'pilih' },
    ],
    starters: [{ text: both('awal'), values: { u: 2, fase: 'siap', catatan: both('catatan') } }],
    takes: [{ pick: { part: 'items', canvas: 'peta' }, copy: { u: 'dampak', catatan: 'text' } }],
  },
  'canvases/peta.yaml': {
    ...matrix(),
    x: {
      key: 'dampak',
      label: both('dampak'),
      low: both('-'),
      high: both('+'),
      min: 1,
      max: 2,
      threshold: 2,
      anchors: [{ score: 1, label: both('kecil') }],
    },
    y: { key: 'mungkin', label: both('mungkin'), low: both('-'), high: both('+'), min: 1, max: 2, threshold: 2 },
    cells: { value: 'level', band: 'kelas' },
    columns: [
      formula('level', {
        op: 'lookup',
        row: 'mungkin',
        column: 'dampak',
        table: [
          [1, 2],
          [3, 4],
        ],
      }),
      formula('kelas', { op: 'band', of: 'level', bands: [band('rendah', 1)] }),
      column('sikap', 'choice', { options: options('dukung', 'tolak') }),
    ],
    size: 'level',
    color: 'sikap',
    marks: [{ column: 'sikap', when: [{ of: 'dampak', atLeast: 2 }], tone: 'buruk', label: both('tanda') }],
    starters: [{ text: both('risiko'), values: { dampak: 2, sikap: 'tolak' } }],
  },
  'canvases/isian.yaml': {
    ...form(),
    sections: [{ key: 'umum', label: both('umum') }],
    fields: [
      { key: 'nama', label: both('nama'), type: 'line', fact: 'name', section: 'umum' },
      { key: 'panjang', label: both('panjang'), type: 'text', fact: 'longName', acronym: { of: 'nama' } },
      { key: 'jenis', label: both('jenis'), type: 'choice', fact: 'kind' },
      { key: 'skala', label: both('skala'), type: 'scale', min: 0, max: 4, anchors: [{ score: 0, label: both('nol') }] },
    ],
    takes: [{ pick: { part: 'field', canvas: 'survei', field: 'catatan' }, into: 'panjang' }],
  },
  'canvases/survei.yaml': {
    ...form('survei'),
    fields: [
      ...['q1', 'q2', 'q3'].map((key) => ({ key, label: both(key), type: 'scale' })),
      { key: 'catatan', label: both('catatan'), type: 'text' },
    ],
    survey: {
      min: 0,
      max: 4,
      respondent: [column('unit', 'unit')],
      components: ['q1', 'q2', 'q3'].map((key) => ({ key: `k_${key}`, label: both(key), help: both(key), fields: [key] })),
    },
  },
})
