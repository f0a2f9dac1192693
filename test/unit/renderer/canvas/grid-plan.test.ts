import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '#shared/model/lab.ts'
import { parseTable, readCell, toTsv } from '#shared/rules/cell-text.ts'
import { fillPlan, pastePlan, type Sheet } from '../../../../renderer/features/canvas/grid/plan.ts'
import { coveredBy, rangeOf, stretched } from '../../../../renderer/features/canvas/grid/range.ts'
import { column, score } from './grid-makers.ts'

const columns = [
  column('text', 'text'),
  score('u'),
  column('total', 'formula'),
  column('volume', 'number', { min: 0 }),
  column('tenggat', 'date'),
]
const sheet: Sheet = {
  columns,
  rows: 3,
  writable: ({ type }) => type !== 'formula',
  read: (of, text) => readCell(of, text, 'id'),
}
const cell = (row: number, at: number) => rangeOf({ row, column: at }, { row, column: at })

describe('a pasted table', () => {
  it('begins at the selected cell, passes over what is worked out and counts the rows to add', () => {
    const plan = pastePlan(parseTable('Antrean\t5\t99\t1,5\nFormulir\tlima\t\t2'), sheet, cell(2, 0))
    expect(plan.writes).toEqual([
      { row: 2, column: 0, value: 'Antrean' },
      { row: 2, column: 1, value: 5 },
      { row: 2, column: 3, value: 1.5 },
      { row: 3, column: 0, value: 'Formulir' },
      { row: 3, column: 3, value: 2 },
    ])
    expect(plan.refused).toEqual([{ row: 3, column: 1, text: 'lima' }])
    expect([plan.added, plan.range]).toEqual([1, { top: 2, bottom: 3, left: 0, right: 3 }])
  })

  it('of one cell fills the whole selection, and a table is repeated in a selection that is a multiple of it', () => {
    const one = pastePlan([['3']], sheet, { top: 0, bottom: 2, left: 1, right: 1 })
    expect(one.writes.map(({ row, value }) => [row, value])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ])
    const two = pastePlan([['1'], ['2']], sheet, { top: 0, bottom: 3, left: 1, right: 1 })
    expect(two.writes.map(({ value }) => value)).toEqual([1, 2, 1, 2])
    expect(pastePlan([['1'], ['2']], sheet, { top: 0, bottom: 2, left: 1, right: 1 }).writes).toHaveLength(2)
  })

  it('leaves out what lies right of the last column, and cells a shorter line does not have', () => {
    const plan = pastePlan([['1/1/2026', 'x'], []], sheet, cell(0, 4))
    expect(plan.writes).toEqual([{ row: 0, column: 4, value: '2026-01-01' }])
    expect(plan.refused).toEqual([])
  })

  it('gives back what was copied, whatever the texts are', () => {
    const texts = [column('text', 'text'), column('b', 'text')]
    const word = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', 'é', ',', '=') }).map((text) => text.trim())
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.string({ unit: fc.constantFrom('x', 'y'), minLength: 1 })), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const plan = pastePlan(parseTable(toTsv(rows)), { ...sheet, columns: texts, rows: 0 }, cell(0, 0))
          const found = rows.map((_, row) =>
            [0, 1].map((at) => plan.writes.find((write) => write.row === row && write.column === at)?.value),
          )
          expect(found).toEqual(rows)
        },
      ),
      { seed: 11, numRuns: 200 },
    )
  })
})

describe('a fill', () => {
  const values: readonly (readonly Value[])[] = [
    ['a', 1, null, 10, '2026-01-30'],
    ['b', 2, null, 12.5, '2026-02-28'],
    [null, 5, null, null, null],
    [null, null, null, null, null],
  ]
  const cells = {
    value: (row: number, at: number): Value => values[row]?.[at] ?? null,
    text: (row: number, at: number): string => String(values[row]?.[at] ?? ''),
  }
  const column1 = (top: number, bottom: number, at: number) => ({ top, bottom, left: at, right: at })

  it('goes on with equal steps of numbers and days, both ways', () => {
    expect(fillPlan(cells, sheet, column1(0, 1, 3), column1(0, 3, 3)).writes.map(({ value }) => value)).toEqual([15, 17.5])
    const days = [['2026-01-01'], ['2026-01-08']]
    const weekly = { value: (row: number): Value => days[row]?.[0] ?? null, text: () => '' }
    const dates: Sheet = { ...sheet, columns: [column('hari', 'date')] }
    expect(fillPlan(weekly, dates, column1(0, 1, 0), column1(-1, 2, 0)).writes.map(({ value }) => value)).toEqual([
      '2025-12-25',
      '2026-01-15',
    ])
  })

  it('leaves a cell as it is where the next number would not be allowed', () => {
    const down = { value: (row: number): Value => [4, 2][row] ?? null, text: () => '' }
    const one: Sheet = { ...sheet, columns: [column('n', 'number', { min: 0 })] }
    expect(fillPlan(down, one, column1(0, 1, 0), column1(0, 3, 0)).writes).toEqual([{ row: 2, column: 0, value: 0 }])
  })

  it('repeats texts and scores, and never writes into what is worked out', () => {
    const plan = fillPlan(cells, sheet, { top: 0, bottom: 1, left: 0, right: 2 }, { top: 0, bottom: 3, left: 0, right: 2 })
    expect(plan.writes.map(({ row, column: at, value }) => [row, at, value])).toEqual([
      [2, 0, 'a'],
      [3, 0, 'b'],
      [2, 1, 1],
      [3, 1, 2],
    ])
  })

  it('sideways takes only what means something in the other column', () => {
    const plan = fillPlan(cells, sheet, { top: 0, bottom: 0, left: 0, right: 0 }, { top: 0, bottom: 0, left: 0, right: 1 })
    expect([plan.writes, plan.refused]).toEqual([[], [{ row: 0, column: 1, text: 'a' }]])
  })

  it('down copies the first row even where numbers could go on', () => {
    const plan = fillPlan(cells, sheet, column1(0, 0, 3), column1(0, 2, 3), false)
    expect(plan.writes.map(({ value }) => value)).toEqual([10, 10])
  })
})

describe('a selection', () => {
  it('covers whole rows from their numbers and whole columns from the head', () => {
    expect(coveredBy({ row: 1, column: -1 }, { row: 3, column: -1 }, 9, 4)).toEqual({ top: 1, bottom: 3, left: 0, right: 3 })
    expect(coveredBy({ row: -1, column: 2 }, null, 9, 4)).toEqual({ top: 0, bottom: 8, left: 2, right: 2 })
  })

  it('is stretched only along the longer way', () => {
    const range = { top: 2, bottom: 3, left: 1, right: 1 }
    expect(stretched(range, { row: 6, column: 3 })).toEqual({ ...range, bottom: 6 })
    expect(stretched(range, { row: 3, column: 4 })).toEqual({ ...range, right: 4 })
    expect(stretched(range, { row: 0, column: 1 })).toEqual({ ...range, top: 0 })
  })
})
