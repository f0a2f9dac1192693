import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '#shared/model/lab.ts'
import { evaluateGrid } from '#shared/rules/grid.ts'
import { makeItems } from '#test/makers/innovation.ts'
import { both, column, formula, grid, options, score } from './columns.ts'

const bands = [{ key: 'tinggi', label: both('Tinggi'), from: 10 }]
const wide = grid(
  [
    column('constructor', 'number', { total: 'sum' }),
    score('u', { voted: true, total: 'mean' }),
    column('rp', 'rupiah', { total: 'sum' }),
    column('persen', 'percent', { total: 'mean' }),
    column('pilih', 'choice', { options: options('x', 'y'), total: 'count' }),
    column('banyak', 'multi', { options: options('x', 'y') }),
    column('hari', 'date', { required: true }),
    column('bulan', 'months', { required: true }),
    column('centang', 'tick'),
    formula('jumlah', { op: 'sum', of: ['constructor', 'u', 'rp'] }, { total: 'sum' }),
    formula('kali', { op: 'product', of: ['constructor', 'rp'] }, { total: 'sum' }),
    formula('rata', { op: 'mean', of: ['constructor', 'persen'] }, { total: 'mean' }),
    formula('beda', { op: 'difference', from: 'constructor', minus: 'rp' }),
    formula('ubah', { op: 'change', before: 'constructor', after: 'rp' }),
    formula('tabel', {
      op: 'lookup',
      row: 'u',
      column: 'u',
      table: [
        [1, 2],
        [3, 4],
      ],
    }),
    formula('rentang', { op: 'band', of: 'jumlah', bands }),
    formula('periksa', {
      op: 'check',
      all: [
        { of: 'jumlah', atLeast: 3 },
        { of: 'pilih', is: 'x' },
      ],
      yes: both('y'),
      no: both('n'),
    }),
    formula('rank', { op: 'rank', by: 'jumlah', tie: ['u', 'constructor'] }),
    formula('urut', { op: 'rank', by: 'ubah', tie: [], lowestFirst: true }),
  ],
  {
    groupBy: 'pilih',
    voting: { combine: 'mean' },
    marks: [
      { column: 'rp', when: [{ of: 'rank', atMost: 3 }], tone: 'baik', label: both('-') },
      { column: 'hari', when: [{ of: 'hari', past: true }], tone: 'buruk', label: both('-') },
    ],
    results: [
      { op: 'sum', key: 'a', label: both('a'), of: 'kali' },
      { op: 'mean', key: 'b', label: both('b'), of: 'ubah' },
      { op: 'difference', key: 'c', label: both('c'), from: 'a', minus: 'b' },
      { op: 'distinct', key: 'd', label: both('d'), of: 'banyak' },
    ],
  },
)

const keys = [...wide.columns.map(({ key }) => key), '__proto__', 'toString', 'hasOwnProperty']
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.double(),
  fc.constantFrom<Value>(
    0,
    -0,
    1,
    5,
    1e308,
    -1e308,
    5e-324,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    'x',
    '2026-06-29',
    '__proto__',
    null,
    true,
    false,
  ),
  fc.array(fc.constantFrom('x', 'y', '__proto__', '2026-01'), { maxLength: 3 }),
  fc.string(),
)
const values = fc
  .array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 22 })
  .map((entries) => Object.fromEntries(entries) as Record<string, Value>)
const scores = fc.dictionary(
  fc.constantFrom('u', '__proto__', 'constructor'),
  fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), fc.double()),
)

/** Every number anywhere in a result. */
function* numbersIn(thing: unknown, seen = new Set<unknown>()): Generator<number> {
  if (typeof thing === 'number') yield thing
  if (typeof thing !== 'object' || thing === null || seen.has(thing)) return
  seen.add(thing)
  for (const [key, one] of Object.entries(thing)) if (key !== 'item' && key !== 'def') yield* numbersIn(one, seen)
}

describe('whatever stands in the cells', () => {
  it('no number is ever no number, every rank is a place, and no row is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ values, scores }), { maxLength: 12 }), fc.boolean(), (rows, each) => {
        const items = makeItems(rows)
        const result = evaluateGrid(wide, items, {
          settings: each ? { scoring: 'each', voters: ['a', '__proto__'] } : {},
          today: '2026-07-01',
        })
        for (const number of numbersIn(result)) expect(Number.isFinite(number)).toBe(true)
        expect(result.rows.map(({ item }) => item)).toEqual(items)
        expect(result.groups.reduce((sum, group) => sum + group.rows.length, 0)).toBe(items.length)
        const ranks = result.rows.flatMap((row) => row.ranks.rank?.rank ?? [])
        expect(ranks.every((rank) => rank >= 1 && rank <= ranks.length)).toBe(true)
        expect(Math.min(1, ...ranks)).toBe(1)
        expect(Object.getPrototypeOf({})).toBe(Object.prototype)
        expect('polluted' in {}).toBe(false)
      }),
      { seed: 20_261, numRuns: 400 },
    )
  })

  it('sums of cents are exact to the cent', () => {
    const def = grid([column('a', 'number', { total: 'sum' })])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 1, maxLength: 60 }), (cents) => {
        const { totals } = evaluateGrid(def, makeItems(cents.map((one) => ({ values: { a: one / 100 } }))))
        expect(totals.a).toBe(cents.reduce((sum, one) => sum + one, 0) / 100)
      }),
      { seed: 20_262, numRuns: 300 },
    )
  })

  it('a rank says how many rows are better, by (value, ties)', () => {
    const def = grid([column('a', 'number'), column('b', 'number'), formula('r', { op: 'rank', by: 'a', tie: ['b'], lowestFirst: true })])
    const small = fc.option(fc.integer({ min: 0, max: 3 }), { freq: 8 })
    fc.assert(
      fc.property(fc.array(fc.tuple(small, small), { maxLength: 40 }), (pairs) => {
        const result = evaluateGrid(def, makeItems(pairs.map(([a, b]) => ({ values: { a, b } }))))
        const beats = (mine: readonly [number, number], other: readonly [number, number]) =>
          mine[0] < other[0] || (mine[0] === other[0] && mine[1] > other[1])
        const full = pairs.map(([a, b]) => (a === null || b === null ? null : ([a, b] as const)))
        const expected = full.map((mine) =>
          mine === null ? null : 1 + full.filter((other) => other !== null && beats(other, mine)).length,
        )
        expect(result.rows.map((row) => row.ranks.r?.rank ?? null)).toEqual(expected)
      }),
      { seed: 20_263, numRuns: 300 },
    )
  })

  it('ten thousand rows are worked out, each with its rank', () => {
    const items = makeItems(
      Array.from({ length: 10_000 }, (_, at) => ({
        values: { constructor: at % 97, u: (at % 5) + 1, rp: at * 1000, persen: at % 101, pilih: at % 2 === 0 ? 'x' : 'y' },
      })),
    )
    const result = evaluateGrid(wide, items)
    expect(result.rows).toHaveLength(10_000)
    expect(result.rows.at(-1)?.ranks.rank?.rank).toBe(1)
    expect(result.totals.rp).toBe(49_995_000_000)
    expect(result.groups.map((group) => group.rows.length)).toEqual([5000, 5000])
  })
})
