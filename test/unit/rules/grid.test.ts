import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GridDef, gridDef } from '#shared/model/pack.ts'
import { evaluateGrid, rowsByRank } from '#shared/rules/grid.ts'
import { makeItems } from '#test/makers/innovation.ts'

const both = (text: string) => ({ id: text, en: text })
const score = (key: string) => ({ key, label: both(key.toUpperCase()), type: 'score', min: 1, max: 5 })
const usg: GridDef = gridDef.parse({
  kind: 'grid',
  id: 'usg',
  title: both('USG'),
  stage: 'diagnose',
  help: both('-'),
  example: both('-'),
  status: 'unverified',
  source: 'uji',
  outline: { heading: both('USG'), lead: both('-') },
  rowLabel: both('Isu'),
  columns: [
    { key: 'text', label: both('Isu'), type: 'text' },
    ...['u', 's', 'g'].map(score),
    { key: 'total', label: both('Jumlah'), type: 'formula', formula: { op: 'sum', of: ['u', 's', 'g'] } },
    { key: 'rank', label: both('Peringkat'), type: 'formula', formula: { op: 'rank', by: 'total', tie: ['u', 's', 'g'] } },
  ],
})

const issues = (...scores: readonly (readonly (number | string | null)[])[]) =>
  makeItems(scores.map(([u = null, s = null, g = null]) => ({ values: { u, s, g } })))
const ranksOf = (items: ReturnType<typeof issues>) => evaluateGrid(usg, items).rows.map((row) => row.ranks.rank?.rank ?? null)

describe('USG', () => {
  it('adds up and ranks the highest total first', () => {
    const result = evaluateGrid(usg, issues([3, 3, 3], [5, 5, 4], [1, 1, 1]))
    expect(result.rows.map((row) => row.values.total)).toEqual([9, 14, 3])
    expect(result.rows.map((row) => row.ranks.rank?.rank)).toEqual([2, 1, 3])
    expect(result.ties).toEqual([])
  })
  it('breaks a tie by U, then S, then G, and says which of them decided', () => {
    const result = evaluateGrid(usg, issues([3, 4, 4], [4, 4, 3], [3, 5, 3]))
    expect(rowsByRank(usg, result).map((row) => row.item.id)).toEqual(['i2', 'i3', 'i1'])
    expect(result.ties).toEqual([
      { column: 'rank', above: 'i2', below: 'i3', decidedBy: 'u' },
      { column: 'rank', above: 'i3', below: 'i1', decidedBy: 's' },
    ])
    expect(result.rows[2]?.ranks.rank).toEqual({ rank: 2, shared: false, decidedBy: ['u', 's'] })
  })
  it('shares the rank when all are equal, and leaves out the next one', () => {
    const result = evaluateGrid(usg, issues([5, 5, 5], [3, 3, 3], [3, 3, 3], [1, 1, 1]))
    expect(result.rows.map((row) => row.ranks.rank?.rank)).toEqual([1, 2, 2, 4])
    expect(result.rows.map((row) => row.ranks.rank?.shared)).toEqual([false, true, true, false])
    expect(result.ties).toEqual([{ column: 'rank', above: 'i2', below: 'i3', decidedBy: null }])
  })
  it('never counts a missing score as 0: no sum, no rank, and the column is named', () => {
    const result = evaluateGrid(usg, issues([5, 5, null], [1, 1, 1]))
    expect(result.rows[0]?.values.total).toBeNull()
    expect(result.rows[0]?.ranks.rank).toBeNull()
    expect(result.rows[0]?.missing).toEqual(['g'])
    expect(result.rows[1]?.ranks.rank?.rank).toBe(1)
    expect(rowsByRank(usg, result).map((row) => row.item.id)).toEqual(['i2', 'i1'])
  })
  it('takes no score off the scale, no half and no word', () => {
    expect(ranksOf(issues([6, 1, 1], [0, 1, 1], [2.5, 1, 1], ['5', 1, 1], [Number.NaN, 1, 1]))).toEqual([null, null, null, null, null])
  })
  it('ends when a sum refers to itself', () => {
    const circular = gridDef.parse({
      ...usg,
      columns: [
        { key: 'a', label: both('a'), type: 'formula', formula: { op: 'sum', of: ['b'] } },
        { key: 'b', label: both('b'), type: 'formula', formula: { op: 'sum', of: ['a'] } },
      ],
    })
    expect(evaluateGrid(circular, issues([1, 1, 1])).rows[0]?.values).toEqual({ a: null, b: null })
  })
  it('ranks exactly by (total, U, S, G) whatever the scores', () => {
    const one = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 12 })
    fc.assert(
      fc.property(fc.array(fc.tuple(one, one, one), { maxLength: 40 }), (scores) => {
        const marks = scores.map(([u, s, g]) => (u === null || s === null || g === null ? null : [u + s + g, u, s, g]))
        const beats = (a: readonly number[], b: readonly number[]): boolean => {
          const at = a.findIndex((mark, index) => mark !== b[index])
          return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
        }
        const expected = marks.map((mine) =>
          mine === null ? null : 1 + marks.filter((other) => other !== null && beats(other, mine)).length,
        )
        expect(ranksOf(issues(...scores))).toEqual(expected)
      }),
    )
  })
})
