import { describe, expect, it } from 'vitest'
import type { CanvasSettings, Value } from '#shared/model/lab.ts'
import { columnsOf, evaluateGrid, rankColumn, rowsByRank } from '#shared/rules/grid.ts'
import { makeItems } from '#test/makers/innovation.ts'
import { both, column, formula, grid, options, score } from './columns.ts'

const rows = (...values: readonly Record<string, Value>[]) => makeItems(values.map((one) => ({ values: one })))

describe('modes', () => {
  const def = grid(
    [
      column('ada', 'tick'),
      score('u'),
      score('s'),
      formula('total', { op: 'sum', of: ['u', 's'] }),
      formula('rank', { op: 'rank', by: 'total', tie: [] }),
    ],
    {
      modes: [
        { key: 'biner', label: both('Biner'), help: both('-'), columns: ['text', 'ada'] },
        { key: 'skor', label: both('Skor'), help: both('-'), columns: ['rank', 'u', 'text'] },
      ],
      marks: [
        { column: 'u', when: [{ of: 'u', atMost: 2 }], tone: 'buruk', label: both('Rendah') },
        { column: 'ada', when: [{ of: 'ada', is: false }], tone: 'perhatian', label: both('Belum') },
      ],
    },
  )
  const items = rows({ u: 2, s: 5 }, { u: 3, s: 1 })
  const keys = (settings: CanvasSettings) => columnsOf(def, settings).map(({ key }) => key)

  it('show their own columns in their own order; the first is in force until another is chosen', () => {
    expect(keys({})).toEqual(['text', 'ada'])
    expect(keys({ mode: 'skor' })).toEqual(['rank', 'u', 'text'])
    expect(keys({ mode: 'tidak-ada' })).toEqual(['text', 'ada'])
  })
  it('ask, rank and mark only what they show, but work out what they need from anywhere', () => {
    const biner = evaluateGrid(def, items)
    expect(biner.rows.map(({ missing, ranks, marks }) => [missing, { ...ranks }, Object.keys(marks)])).toEqual([
      [[], {}, ['ada']],
      [[], {}, ['ada']],
    ])
    expect(rowsByRank(def, biner)).toEqual(biner.rows)
    expect(rankColumn(def)).toBeUndefined()
    const skor = evaluateGrid(def, items, { settings: { mode: 'skor' } })
    expect(skor.rows.map((row) => [row.ranks.rank?.rank, row.values.total, Object.keys(row.marks)])).toEqual([
      [1, 7, ['u']],
      [2, 4, []],
    ])
    expect(rankColumn(def, { mode: 'skor' })?.key).toBe('rank')
    expect(rowsByRank(def, skor).map(({ item }) => item.id)).toEqual(['i1', 'i2'])
    expect(evaluateGrid(def, rows({ s: 5 }), { settings: { mode: 'skor' } }).rows[0]?.missing).toEqual(['u'])
  })
})

describe('marks', () => {
  const bands = [{ key: 'tinggi', label: both('Tinggi'), from: 4 }]
  const marked = (when: Record<string, unknown>, values: Record<string, Value>, today?: string) => {
    const def = grid(
      [
        column('kata', 'text'),
        column('angka', 'number'),
        column('centang', 'tick'),
        column('pilih', 'choice', { options: options('x', 'y') }),
        column('banyak', 'multi', { options: options('x', 'y') }),
        column('hari', 'date'),
        column('bulan', 'months'),
        formula('rank', { op: 'rank', by: 'angka', tie: [] }),
        formula('band', { op: 'band', of: 'angka', bands }),
      ],
      { marks: [{ column: 'kata', when: [when].flat(), tone: 'buruk', label: both('Tanda') }] },
    )
    const [row] = evaluateGrid(def, rows(values), today === undefined ? {} : { today }).rows
    return row?.marks.kata !== undefined
  }
  it.each([
    [{ of: 'kata', is: 'Selesai' }, { kata: ' Selesai ' }, true],
    [{ of: 'kata', not: 'Selesai' }, { kata: 'Belum' }, true],
    [{ of: 'kata', not: 'Selesai' }, {}, false],
    [{ of: 'kata', empty: true }, { kata: '  ' }, true],
    [{ of: 'kata', empty: false }, { kata: 'a' }, true],
    [{ of: 'kata', atLeast: 1 }, { kata: '5' }, false],
    [{ of: 'text', empty: false }, {}, true],
    [{ of: 'angka', atLeast: 3, atMost: 3 }, { angka: 3 }, true],
    [{ of: 'angka', above: 3 }, { angka: 3 }, false],
    [{ of: 'angka', below: 3 }, { angka: 2.9 }, true],
    [{ of: 'angka', atMost: 3 }, {}, false],
    [{ of: 'angka', atMost: 3 }, { angka: '1' }, false],
    [{ of: 'angka', empty: true }, { angka: '1' }, true],
    [{ of: 'centang', is: false }, {}, true],
    [{ of: 'centang', is: true }, { centang: true }, true],
    [{ of: 'centang', empty: true }, { centang: false }, true],
    [{ of: 'pilih', is: 'x' }, { pilih: 'x' }, true],
    [{ of: 'pilih', not: 'x' }, { pilih: 'zzz' }, false],
    [{ of: 'banyak', is: 'y' }, { banyak: ['x', 'y'] }, true],
    [{ of: 'banyak', not: 'y' }, { banyak: ['x'] }, true],
    [{ of: 'rank', is: 1 }, { angka: 1 }, true],
    [{ of: 'rank', empty: true }, {}, true],
    [{ of: 'band', is: 'tinggi' }, { angka: 4 }, true],
    [{ of: 'band', empty: true }, { angka: 1 }, true],
    [{ of: 'tidak_ada', empty: true }, {}, true],
  ])('%j with %j: %s', (when, values, expected) => {
    expect(marked(when, values as Record<string, Value>)).toBe(expected)
  })
  it('need all their conditions', () => {
    const both = [
      { of: 'hari', past: true },
      { of: 'centang', is: false },
    ] as unknown as Record<string, unknown>
    expect(marked(both, { hari: '2026-06-28' }, '2026-06-29')).toBe(true)
    expect(marked(both, { hari: '2026-06-28', centang: true }, '2026-06-29')).toBe(false)
  })
  it.each([
    ['2026-06-28', '2026-06-29', true],
    ['2026-06-29', '2026-06-29', false],
    ['2026-06-28', undefined, false],
    ['kemarin', '2026-06-29', false],
  ])('the day %s is past on %s: %s', (hari, today, expected) => {
    expect(marked({ of: 'hari', past: true }, { hari }, today)).toBe(expected)
  })
  it('months are past once the last of them is over', () => {
    const past = (bulan: readonly string[]) => marked({ of: 'bulan', past: true }, { bulan }, '2026-03-01')
    expect([past(['2026-01', '2026-02']), past(['2026-02', '2026-03'])]).toEqual([true, false])
  })
})

describe('scores given one by one', () => {
  const columns = ['u', 's', 'g'].map((key) => score(key, { voted: true }))
  const sums = [formula('total', { op: 'sum', of: ['u', 's', 'g'] }), formula('rank', { op: 'rank', by: 'total', tie: ['u'] })]
  const def = (combine: 'mean' | 'sum') => grid([...columns, ...sums], { voting: { combine } })
  const items = makeItems([
    {
      values: { u: 1, s: 1, g: 1 },
      scores: { u: { Ani: 5, Budi: 4, Citra: 4 }, s: { Ani: 3, Budi: 3, Citra: 4 }, g: { Ani: 2, Budi: 2, Citra: 2 } },
    },
    { values: { u: 5, s: 5, g: 5 }, scores: { u: { Ani: 4 }, s: { Ani: 5, Budi: 9 }, g: { Ani: 1, Budi: 2.5, Tamu: 5 } } },
  ])

  it('count as their mean, with the spread and who is waited for', () => {
    const settings: CanvasSettings = { scoring: 'each', voters: ['Ani', 'Budi', 'Citra'] }
    const { rows } = evaluateGrid(def('mean'), items, { settings })
    expect(rows[0]?.polls.u).toEqual({ value: 13 / 3, mean: 4.333333333, least: 4, most: 5, given: 3, waiting: [] })
    expect(rows[0]?.values).toMatchObject({ u: 4.333333333, s: 3.333333333, g: 2, total: 9.666666667 })
    expect(rows[1]?.polls.s).toEqual({ value: 5, mean: 5, least: 5, most: 5, given: 1, waiting: ['Budi', 'Citra'] })
    expect(rows[1]?.polls.g, 'half a score and that of a guest count for nothing').toMatchObject({ mean: 1, given: 1 })
    expect(rows.map(({ ranks }) => ranks.rank?.rank)).toEqual([2, 1])
  })
  it('count as their sum only once nobody is waited for', () => {
    const settings: CanvasSettings = { scoring: 'each', voters: ['Ani', 'Budi', 'Citra'] }
    const { rows } = evaluateGrid(def('sum'), items, { settings })
    expect(rows[0]?.values).toMatchObject({ u: 13, s: 10, g: 6, total: 29 })
    expect(rows[1]?.values).toMatchObject({ u: null, total: null })
    expect(rows[1]?.missing).toEqual(['u', 's', 'g'])
  })
  it('come from everybody who scored anything while no voters are named', () => {
    const { rows } = evaluateGrid(def('mean'), items, { settings: { scoring: 'each' } })
    expect(rows[0]?.polls.u).toMatchObject({ given: 3, waiting: ['Tamu'] })
    expect(rows[1]?.polls.g).toMatchObject({ mean: 3, given: 2, waiting: ['Budi', 'Citra'] })
  })
  it('are left alone while the group gives one score', () => {
    const { rows } = evaluateGrid(def('mean'), items)
    expect(rows.map((row) => [row.values.total, Object.keys(row.polls)])).toEqual([
      [3, []],
      [15, []],
    ])
  })
  it('that are equal in the mean share a rank, whatever the thirds', () => {
    const thirds = makeItems([
      { scores: { u: { a: 3, b: 3, c: 4 }, s: { a: 3, b: 4, c: 3 }, g: { a: 4, b: 3, c: 3 } } },
      { scores: { u: { a: 4, b: 3, c: 3 }, s: { a: 5, b: 5, c: 5 }, g: { a: 2, b: 2, c: 1 } } },
    ])
    const { rows } = evaluateGrid(def('mean'), thirds, { settings: { scoring: 'each' } })
    expect(rows.map(({ values, ranks }) => [values.total, ranks.rank?.rank, ranks.rank?.shared])).toEqual([
      [10, 1, true],
      [10, 1, true],
    ])
  })
})

describe('groups and totals', () => {
  const def = grid(
    [
      column('fase', 'choice', { options: options('siap', 'jalan', 'pantau') }),
      column('biaya', 'rupiah', { total: 'sum' }),
      column('nilai', 'number', { total: 'mean' }),
      column('selesai', 'tick', { total: 'count' }),
      formula('dua', { op: 'product', of: ['nilai', 'nilai'] }, { total: 'sum' }),
    ],
    { groupBy: 'fase' },
  )
  const result = evaluateGrid(
    def,
    rows(
      { fase: 'jalan', biaya: 100, nilai: 0.1, selesai: true },
      { fase: 'lain', biaya: 5 },
      { fase: 'siap', biaya: 20, nilai: 4, selesai: false },
      { fase: 'jalan', biaya: null, nilai: 0.2 },
    ),
  )
  it('stand in the order of the options, empty ones too, rows without an option last', () => {
    expect(result.groups.map(({ option, rows: own }) => [option, own.map(({ item }) => item.id)])).toEqual([
      ['siap', ['i3']],
      ['jalan', ['i1', 'i4']],
      ['pantau', []],
      [null, ['i2']],
    ])
  })
  it('add up what is there; without anything there is no total', () => {
    expect(result.groups.map(({ totals }) => ({ ...totals }))).toEqual([
      { biaya: 20, nilai: 4, selesai: null, dua: 16 },
      { biaya: 100, nilai: 0.15, selesai: 1, dua: 0.05 },
      { biaya: null, nilai: null, selesai: null, dua: null },
      { biaya: 5, nilai: null, selesai: null, dua: null },
    ])
    expect({ ...result.totals }).toEqual({ biaya: 125, nilai: 1.433333333, selesai: 1, dua: 16.05 })
  })
  it('are one group of everything where nothing is grouped', () => {
    const { groups } = evaluateGrid(grid([column('a', 'number')]), rows({ a: 1 }, {}))
    expect(groups.map(({ option, rows: own }) => [option, own.length])).toEqual([[null, 2]])
  })
})

describe('figures', () => {
  it('SWOT with weights: sums per side, both axes and the quadrant (domain.md 4.6)', () => {
    const sum = (key: string, of: string, sides: readonly string[], more: Record<string, unknown> = {}) =>
      sides.length === 1
        ? { op: 'sum', key, label: both(key), of, where: [{ of: 'faktor', is: sides[0] }], ...more }
        : { op: 'sum', key, label: both(key), of, ...more }
    const def = grid(
      [
        column('faktor', 'choice', { options: options('s', 'w', 'o', 't') }),
        column('bobot', 'number', { min: 0, max: 1 }),
        score('rating', { max: 4 }),
        formula('skor', { op: 'product', of: ['bobot', 'rating'] }),
      ],
      {
        groupBy: 'faktor',
        results: [
          ...['s', 'w', 'o', 't'].map((side) => sum(side, 'skor', [side])),
          sum('semua', 'bobot', [], { expect: { equals: 2 } }),
          { op: 'difference', key: 'x', label: both('x'), from: 's', minus: 'w' },
          { op: 'difference', key: 'y', label: both('y'), from: 'o', minus: 't' },
          {
            op: 'quadrant',
            key: 'kuadran',
            label: both('Kuadran'),
            x: 'x',
            y: 'y',
            names: { high_high: both('Agresif'), high_low: both('Turnaround'), low_high: both('Diversifikasi'), low_low: both('Defensif') },
          },
        ],
      },
    )
    const factor = (faktor: string, bobot: number, rating: number) => ({ faktor, bobot, rating })
    const full = evaluateGrid(def, rows(factor('s', 0.6, 4), factor('w', 0.4, 3), factor('o', 0.3, 2), factor('t', 0.7, 4)))
    // s 2.4, w 1.2, o 0.6, t 2.8 → x 1.2, y −2.2
    expect(full.figures.map(({ def: { key }, value, words, asExpected }) => [key, words ?? value, asExpected])).toEqual([
      ['s', 2.4, true],
      ['w', 1.2, true],
      ['o', 0.6, true],
      ['t', 2.8, true],
      ['semua', 2, true],
      ['x', 1.2, true],
      ['y', -2.2, true],
      ['kuadran', 'low_high', true],
    ])
    const short = evaluateGrid(def, rows(factor('s', 0.55, 4), factor('w', 0.4, 4), factor('o', 0.7, 4), factor('t', 0.3, 4)))
    expect(short.figures.find((one) => one.def.key === 'semua')).toMatchObject({ value: 1.95, asExpected: false })
    const half = evaluateGrid(def, rows(factor('s', 0.6, 4)))
    expect(half.figures.slice(5).map(({ value, words }) => words ?? value)).toEqual([null, null, null])
  })
  it('0 lies on the positive side', () => {
    const def = grid([column('a', 'number')], {
      results: [
        { op: 'sum', key: 'x', label: both('x'), of: 'a' },
        {
          op: 'quadrant',
          key: 'q',
          label: both('q'),
          x: 'x',
          y: 'x',
          names: { high_high: both('a'), high_low: both('b'), low_high: both('c'), low_low: both('d') },
        },
      ],
    })
    expect(evaluateGrid(def, rows({ a: 0 })).figures[1]?.words).toBe('high_high')
    expect(evaluateGrid(def, rows({ a: -1 })).figures[1]?.words).toBe('low_low')
  })
  it('count rows and different answers, with bands; a helix of five elements (domain.md 4.8)', () => {
    const def = grid(
      [
        column('unsur', 'choice', { options: options('a', 'b', 'c', 'g', 'm') }),
        column('nama', 'text'),
        column('peran', 'multi', { options: options('rancang', 'laksana') }),
        column('selesai', 'tick'),
      ],
      {
        results: [
          {
            op: 'distinct',
            key: 'unsur',
            label: both('Unsur'),
            of: 'unsur',
            bands: [
              { key: 'tiga', label: both('3'), from: 3 },
              { key: 'lima', label: both('5'), from: 5 },
            ],
          },
          { op: 'distinct', key: 'nama', label: both('Nama'), of: 'nama' },
          { op: 'distinct', key: 'peran', label: both('Peran'), of: 'peran' },
          { op: 'count', key: 'baris', label: both('Baris') },
          { op: 'count', key: 'jadi', label: both('Jadi'), of: 'selesai', expect: { atLeast: 2 } },
          { op: 'count', key: 'akademisi', label: both('A'), where: [{ of: 'unsur', is: 'a' }], expect: { atMost: 1 } },
          { op: 'mean', key: 'rata', label: both('Rata'), of: 'peran' },
        ],
      },
    )
    const { figures } = evaluateGrid(
      def,
      rows(
        { unsur: 'a', nama: 'Universitas  Andalas', peran: ['rancang'], selesai: true },
        { unsur: 'a', nama: 'universitas andalas ', peran: ['rancang', 'laksana'], selesai: false },
        { unsur: 'b', nama: 'Bank' },
        { unsur: 'g', nama: '' },
        { unsur: 'zz' },
      ),
    )
    expect(figures.map(({ value }) => value)).toEqual([3, 2, 2, 5, 1, 2, null])
    expect(figures[0]?.band?.key).toBe('tiga')
    expect(figures.map(({ asExpected }) => asExpected)).toEqual([true, true, true, true, false, false, true])
    expect(evaluateGrid(def, []).figures.map(({ value, band }) => band?.key ?? value)).toEqual([0, 0, 0, 0, 0, 0, null])
  })
  it('string the chosen options together', () => {
    const def = grid(
      [column('opsi_a', 'text'), column('opsi_b', 'text'), column('pilihan', 'choice', { options: options('opsi_a', 'opsi_b') })],
      { results: [{ op: 'combine', key: 'ide', label: both('Ide'), pick: 'pilihan' }] },
    )
    const words = (...values: readonly Record<string, Value>[]) => evaluateGrid(def, rows(...values)).figures[0]?.words
    expect(words({ opsi_a: 'Bidan', opsi_b: 'Kader', pilihan: 'opsi_b' }, { opsi_a: 'WhatsApp', pilihan: 'opsi_a' }, { opsi_a: 'x' })).toBe(
      'Kader; WhatsApp',
    )
    expect(words({ opsi_a: 'Bidan', pilihan: 'opsi_b' })).toBeNull()
  })
})
