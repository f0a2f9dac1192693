import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Convention, Sheet } from '#shared/model/jury.ts'
import { poolings, scorings } from '#shared/model/rubric.ts'
import { pooled } from '#shared/rules/jury-numbers.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { convention, criterion, type Given, rubric, sheet, stage } from './jury-make.ts'

const keys = ['baru', 'dampak', 'manfaat']
const judges = ['a', 'b', 'c', 'd', 'e']
const entries = ['x', 'y', 'z', 'w']

/** A convention of two stages with marks of every judge, some of them not locked, and marks that meet often. */
const conventions = fc
  .record({
    pooling: fc.constantFrom(...poolings),
    scoring: fc.constantFrom(...scorings),
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
    judging: fc.integer({ min: 1, max: 5 }),
    marks: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5 * 4 * 4, maxLength: 5 * 4 * 4 }),
    locked: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  })
  .map(({ pooling, scoring, weights, judging, marks, locked }) => {
    const criteria = keys.map((key, at) => criterion(key, { max: 3, weight: weights[at] ?? 1 }))
    const def = rubric({
      pooling,
      stages: [stage('satu', criteria, { scoring, weight: 70 }), stage('dua', [criterion('paparan', { max: 3 })], { weight: 30 })],
      ties: [{ by: 'criterion', stage: 'satu', criterion: 'baru' }, { by: 'lowest' }, { by: 'decision' }],
    })
    const mark = (judge: number, entry: number, at: number): number => marks[(judge * 4 + entry) * 4 + at] ?? 1
    const given = (judge: number): Given =>
      Object.fromEntries(
        entries.map((id, at) => [
          id,
          { satu: Object.fromEntries(keys.map((key, n) => [key, mark(judge, at, n)])), dua: { paparan: mark(judge, at, 3) } },
        ]),
      )
    const sitting = judges.slice(0, judging)
    return {
      of: convention(def, { judges: sitting, entries }),
      sheets: sitting.map((id, at) => sheet(id, given(at), locked[at] ?? true)),
    }
  })

const told = (of: Convention, sheets: readonly Sheet[]) =>
  conventionResult(of, sheets).entries.map(({ entry, value, rank, shared, decidedBy }) => ({ entry, value, rank, shared, decidedBy }))

describe('whatever was marked', () => {
  it('the order of sheets, judges, panels and entries makes no difference', () => {
    fc.assert(
      fc.property(conventions, ({ of, sheets }) => {
        const turned: Convention = {
          ...of,
          judges: of.judges.toReversed(),
          entries: of.entries.toReversed(),
          panels: of.panels.map((one) => ({ ...one, judges: one.judges.toReversed(), entries: one.entries.toReversed() })),
        }
        const plain = told(of, sheets).filter(({ rank }) => rank !== null)
        expect(told(turned, sheets.toReversed()).filter(({ rank }) => rank !== null)).toEqual(plain)
        expect(told(of, structuredClone(sheets))).toEqual(told(of, sheets))
      }),
    )
  })

  it('ranks follow numbers, and the number lies between those of the judges', () => {
    fc.assert(
      fc.property(conventions, ({ of, sheets }) => {
        const found = conventionResult(of, sheets).entries
        for (const [at, one] of found.entries())
          for (const other of found.slice(at + 1))
            if (one.value !== null && other.value !== null) expect(one.value).toBeGreaterThan(other.value - 1e-9)
        for (const { stages } of found)
          for (const { value, judges: numbers, least, most } of stages) {
            const counted = numbers.filter(({ state }) => state === 'locked').map((one) => one.value ?? 0)
            if (value === null) expect(counted).toEqual([])
            else {
              expect(value).toBeGreaterThanOrEqual(Math.min(...counted) - 1e-9)
              expect(value).toBeLessThanOrEqual(Math.max(...counted) + 1e-9)
              expect(value).toBeGreaterThanOrEqual(least - 1e-9)
              expect(value).toBeLessThanOrEqual(most + 1e-9)
            }
          }
      }),
    )
  })

  it('a higher mark never lowers the number', () => {
    fc.assert(
      fc.property(conventions, fc.nat(), ({ of, sheets }, at) => {
        const which = sheets[at % sheets.length]
        const mark = which?.marks[at % which.marks.length]
        if (which === undefined || mark?.value === undefined || mark.value === null || mark.value > 2) return
        const raised = { ...which, marks: which.marks.map((one) => (one === mark ? { ...one, value: (one.value ?? 0) + 1 } : one)) }
        const numberOf = (all: readonly Sheet[]) => conventionResult(of, all).entries.find(({ entry }) => entry === mark.entry)?.value ?? 0
        expect(numberOf(sheets.map((one) => (one === which ? raised : one)))).toBeGreaterThanOrEqual(numberOf(sheets) - 1e-9)
      }),
    )
  })

  it('every mark can be found again in what it adds', () => {
    fc.assert(
      fc.property(conventions, ({ of, sheets }) => {
        for (const { stages } of conventionResult(of, sheets).entries)
          for (const { judges: numbers } of stages)
            for (const { value, marks } of numbers) expect(marks.reduce((sum, { adds }) => sum + (adds ?? 0), 0)).toBeCloseTo(value ?? 0, 9)
      }),
    )
  })
})

describe('pooling', () => {
  const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 })

  it('a judge who gives just the mean leaves the mean as it was', () => {
    fc.assert(
      fc.property(values, (all) => {
        const mean = pooled(all, 'mean') ?? 0
        expect(pooled([...all, mean], 'mean')).toBeCloseTo(mean, 9)
      }),
    )
  })

  it('equal numbers give that number, by every way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(...poolings), (one, n, pooling) => {
        expect(
          pooled(
            Array.from({ length: n }, () => one),
            pooling,
          ),
        ).toBeCloseTo(one, 9)
      }),
    )
  })

  it('one judge far off moves the trimmed mean and the median of three no further than the others', () => {
    expect(pooled([70, 72, 0], 'trimmed')).toBe(70)
    expect(pooled([70, 72, 0], 'median')).toBe(70)
    expect(pooled([], 'mean')).toBeNull()
  })
})
