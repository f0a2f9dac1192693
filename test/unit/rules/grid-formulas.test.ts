import { describe, expect, it } from 'vitest'
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { evaluateGrid } from '#shared/rules/grid.ts'
import { makeItems } from '#test/makers/innovation.ts'
import { both, column, formula, grid, options, score } from './columns.ts'

const rowOf = (columns: readonly GridColumn[], values: Record<string, Value>) => {
  const [row] = evaluateGrid(grid(columns), makeItems([{ values }])).rows
  if (row === undefined) throw new Error('no row')
  return row
}
const numbers = ['a', 'b', 'c'].map((key) => column(key, 'number'))

describe('formulas over numbers', () => {
  const cases: readonly [op: string, formula: Record<string, unknown>, values: Record<string, Value>, expected: number | null][] = [
    ['sum', { op: 'sum', of: ['a', 'b', 'c'] }, { a: 1, b: 2, c: 3.5 }, 6.5],
    ['a sum without the dust of binary fractions', { op: 'sum', of: ['a', 'b'] }, { a: 0.1, b: 0.2 }, 0.3],
    ['a sum of rupiah in billions with sen', { op: 'sum', of: ['a', 'b'] }, { a: 123_456_789_012.1, b: 0.2 }, 123_456_789_012.3],
    ['a sum that lacks a part', { op: 'sum', of: ['a', 'b'] }, { a: 1 }, null],
    ['product', { op: 'product', of: ['a', 'b'] }, { a: 0.15, b: 4 }, 0.6],
    ['a product that lacks a part', { op: 'product', of: ['a', 'b'] }, { a: 0, b: null }, null],
    ['mean', { op: 'mean', of: ['a', 'b', 'c'] }, { a: 1, b: 2, c: 4 }, 2.333333333],
    ['a mean that lacks a part', { op: 'mean', of: ['a', 'b', 'c'] }, { a: 1, b: 2 }, null],
    ['difference', { op: 'difference', from: 'a', minus: 'b' }, { a: 0.3, b: 0.1 }, 0.2],
    ['change', { op: 'change', before: 'a', after: 'b' }, { a: 40, b: 10 }, -75],
    ['a change upwards', { op: 'change', before: 'a', after: 'b' }, { a: 3, b: 4 }, 33.333333333],
    ['a number that is none', { op: 'sum', of: ['a', 'b'] }, { a: '5', b: 1 }, null],
    ['a number beyond all numbers', { op: 'product', of: ['a', 'b'] }, { a: 1e300, b: 1e300 }, null],
  ]
  it.each(cases)('%s', (_, declared, values, expected) => {
    expect(rowOf([...numbers, formula('f', declared)], values).values.f).toBe(expected)
  })

  it('a change from 0 cannot be worked out, and what leans on it has no value either', () => {
    const columns = [...numbers, formula('f', { op: 'change', before: 'a', after: 'b' }), formula('g', { op: 'sum', of: ['f', 'c'] })]
    const row = rowOf(columns, { a: 0, b: 7, c: 1 })
    expect([row.values.f, row.values.g, row.impossible]).toEqual([null, null, ['f']])
    expect(rowOf(columns, { b: 7, c: 1 }).impossible).toEqual([])
  })

  it('formulas lean on formulas in any order of the columns, with unrounded parts', () => {
    const columns = [
      formula('total', { op: 'sum', of: ['m', 'm2', 'm3'] }),
      ...['m', 'm2', 'm3'].map((key) => formula(key, { op: 'mean', of: ['a', 'b', 'c'] })),
      ...numbers,
    ]
    expect(rowOf(columns, { a: 1, b: 1, c: 2 }).values).toMatchObject({ m: 1.333333333, total: 4 })
  })

  it('formulas that run in a circle have no value, and neither has what leans on them', () => {
    const columns = [
      ...numbers,
      formula('f', { op: 'sum', of: ['g', 'a'] }),
      formula('g', { op: 'product', of: ['h', 'a'] }),
      formula('h', { op: 'difference', from: 'f', minus: 'a' }),
      formula('i', { op: 'sum', of: ['h'] }),
      formula('own', { op: 'sum', of: ['own', 'a'] }),
      formula('fine', { op: 'sum', of: ['a', 'a'] }),
    ]
    expect(rowOf(columns, { a: 2 }).values).toMatchObject({ f: null, g: null, h: null, i: null, own: null, fine: 4 })
  })

  it('a chain of two thousand formulas comes to its end', () => {
    const chain = Array.from({ length: 2000 }, (_, at) => formula(`f${at}`, { op: 'sum', of: [at === 0 ? 'a' : `f${at - 1}`, 'a'] }))
    expect(rowOf([...numbers, ...[...chain].reverse()], { a: 1 }).values.f1999).toBe(2001)
  })
})

describe('a lookup table', () => {
  const table = [
    [1, 3, 6],
    [2, 5, 8],
    [4, 7, 9],
  ]
  const columns = [
    score('kemungkinan', { max: 3 }),
    column('dampak', 'number'),
    formula('level', { op: 'lookup', row: 'kemungkinan', column: 'dampak', table }),
  ]
  it.each([
    [1, 1, 1],
    [3, 1, 4],
    [1, 3, 6],
    [3, 3, 9],
    [2, 4, null],
    [2, 0, null],
    [2, 1.5, null],
    [2, null, null],
  ])('row %s, column %s is %s', (kemungkinan, dampak, level) => {
    expect(rowOf(columns, { kemungkinan, dampak }).values.level).toBe(level)
  })
  it('begins at the first row and column it names', () => {
    const shifted = formula('level', { op: 'lookup', row: 'a', column: 'b', firstRow: 0, firstColumn: 10, table })
    expect(rowOf([...numbers, shifted], { a: 0, b: 12 }).values.level).toBe(6)
  })
})

describe('bands and checks', () => {
  const bands = [
    { key: 'rendah', label: both('Rendah'), from: 1 },
    { key: 'tinggi', label: both('Tinggi'), from: 10, tone: 'buruk' },
  ]
  it.each([
    [0.9, undefined],
    [1, 'rendah'],
    [9.999, 'rendah'],
    [10, 'tinggi'],
    [25, 'tinggi'],
    [null, undefined],
  ])('%s lies in %s', (a, key) => {
    expect(rowOf([...numbers, formula('f', { op: 'band', of: 'a', bands })], { a }).bands.f?.key).toBe(key)
  })

  it('APKL lets through what has 12 or more and a feasibility that is not 1 (domain.md 4.1)', () => {
    const columns = [
      ...['a', 'p', 'k', 'l'].map((key) => score(key)),
      formula('total', { op: 'sum', of: ['a', 'p', 'k', 'l'] }),
      formula('lolos', {
        op: 'check',
        all: [
          { of: 'total', atLeast: 12 },
          { of: 'l', not: 1 },
        ],
        yes: both('Lanjut'),
        no: both('Tidak'),
      }),
    ]
    const check = (a: Value, p: Value, k: Value, l: Value) => rowOf(columns, { a, p, k, l }).checks.lolos
    expect([check(5, 5, 1, 1), check(4, 4, 2, 2), check(4, 4, 1, 2), check(3, 3, 3, 3)]).toEqual([false, true, false, true])
    expect(check(5, 5, 5, null)).toBeNull()
    expect(check(5, 5, null, 1), 'one condition that fails decides').toBe(false)
  })

  it('a check over ticks says nothing before the first tick; then an untouched one is not yet', () => {
    const columns = [
      column('a', 'tick'),
      column('b', 'tick'),
      formula('f', {
        op: 'check',
        all: [
          { of: 'a', is: true },
          { of: 'b', is: true },
        ],
        yes: both('Ya'),
        no: both('Tidak'),
      }),
    ]
    const check = (values: Record<string, Value>) => rowOf(columns, values).checks.f
    expect([check({}), check({ a: true }), check({ a: true, b: true }), check({ a: false })]).toEqual([null, false, true, false])
  })

  it('a check may lean on a band, a rank and another check', () => {
    const columns = [
      ...numbers,
      formula('band', { op: 'band', of: 'a', bands }),
      formula('rank', { op: 'rank', by: 'a', tie: [] }),
      formula('second', { op: 'check', all: [{ of: 'first', is: false }], yes: both('Ya'), no: both('Tidak') }),
      formula('first', {
        op: 'check',
        all: [
          { of: 'band', is: 'tinggi' },
          { of: 'rank', atMost: 1 },
        ],
        yes: both('Ya'),
        no: both('Tidak'),
      }),
    ]
    const { rows } = evaluateGrid(grid(columns), makeItems([{ values: { a: 12 } }, { values: { a: 15 } }, { values: {} }]))
    expect(rows.map(({ checks }) => [checks.first, checks.second])).toEqual([
      [false, true],
      [true, false],
      [null, null],
    ])
  })
})

describe('what a cell takes', () => {
  const columns = [
    column('rp', 'rupiah', { min: 0 }),
    column('persen', 'percent'),
    column('lebih', 'percent', { max: 150 }),
    column('ukur', 'number', { min: -5, max: 5 }),
    score('skor'),
  ]
  it.each([
    ['rp', 1_250_000, true],
    ['rp', 0.5, false],
    ['rp', -1, false],
    ['persen', 45.5, true],
    ['persen', 101, false],
    ['persen', -1, false],
    ['lebih', 150, true],
    ['ukur', -5, true],
    ['ukur', 5.01, false],
    ['skor', 2.5, false],
    ['skor', 0, false],
    ['skor', Number.POSITIVE_INFINITY, false],
  ] as const)('%s: %s counts %s', (key, value, counts) => {
    expect(rowOf(columns, { [key]: value }).values[key]).toBe(counts ? value : null)
  })

  it('names required columns of every type that are empty or hold what they do not take, and every score', () => {
    const types = [
      'text',
      'number',
      'rupiah',
      'percent',
      'date',
      'choice',
      'multi',
      'tick',
      'months',
      'person',
      'unit',
      'measure',
      'photo',
      'link',
    ]
    const required = types.map((type) => column(type, type as GridColumn['type'], { required: true, options: options('x') }))
    const all = [...required.slice(1), score('u'), column('catatan', 'text'), formula('f', { op: 'sum', of: ['number'] })]
    const missing = (values: Record<string, Value>) => rowOf(all, values).missing
    expect(missing({})).toEqual([...types.slice(1), 'u'])
    expect(
      missing({
        number: 1,
        rupiah: 1,
        percent: 1,
        date: '2026-06-29',
        choice: 'x',
        multi: ['x'],
        tick: true,
        months: ['2026-01'],
        person: 'Ani',
        unit: 'Dinas',
        measure: 'orang',
        photo: 'a.png',
        link: 'https://contoh.id',
        u: 3,
      }),
    ).toEqual([])
    expect(missing({ ...{ number: '1', rupiah: 1.5, percent: 200, date: '2026-02-30', choice: 'y', multi: ['y'] } })).toEqual([
      ...types.slice(1),
      'u',
    ])
    expect(missing({ tick: false, months: ['2026-13'], person: ' ', unit: 3, measure: [], photo: '', link: true })).toEqual([
      ...types.slice(1),
      'u',
    ])
  })

  it('asks for the row’s own text where that is required', () => {
    const asks = grid([score('u')], { columns: [column('text', 'text', { required: true }), score('u')] })
    const { rows } = evaluateGrid(
      asks,
      makeItems([
        { text: ' ', values: { u: 1 } },
        { text: 'Isu', values: { u: 1 } },
      ]),
    )
    expect(rows.map(({ missing }) => missing)).toEqual([['text'], []])
  })
})

describe('ranks', () => {
  it('may put the lowest first; a tie is still broken by the higher value', () => {
    const columns = [...numbers, formula('r', { op: 'rank', by: 'a', tie: ['b'], lowestFirst: true })]
    const values = [
      { a: 5, b: 1 },
      { a: 2, b: 1 },
      { a: 2, b: 9 },
      { a: 9, b: null },
    ]
    const result = evaluateGrid(grid(columns), makeItems(values.map((one) => ({ values: one }))))
    expect(result.rows.map(({ ranks }) => ranks.r?.rank ?? null)).toEqual([3, 2, 1, null])
    expect(result.ties).toEqual([{ column: 'r', above: 'i3', below: 'i2', decidedBy: 'b' }])
  })
})
