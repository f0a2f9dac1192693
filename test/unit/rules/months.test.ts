import { describe, expect, it } from 'vitest'
import type { CanvasSettings, Value } from '#shared/model/lab.ts'
import { monthRanges, monthsIn, monthsInWords, monthsOfYear, yearsShown } from '#shared/rules/months.ts'
import { makeItems } from '#test/makers/innovation.ts'

const shown = (cells: readonly Value[], settings: CanvasSettings = {}) =>
  yearsShown({ key: 'waktu' }, makeItems(cells.map((waktu) => ({ values: { waktu } }))), settings, '2026')

describe('years of a months column', () => {
  it('are those of the settings, else those with a month in them, else the given one', () => {
    expect(shown([['2025-01']], { years: ['2027', '2026', '2026', 'x'] })).toEqual(['2026', '2027'])
    expect(shown([['2025-12'], ['2028-01'], null, 'x'])).toEqual(['2025', '2026', '2027', '2028'])
    expect(shown([[], null], { years: [] })).toEqual(['2026'])
  })
  it('are not thousands because of a slip of the pen', () => {
    expect(shown([['0206-01'], ['2026-01']])).toEqual(['0206', '2026'])
  })
})

describe('months in words', () => {
  it('stand in ranges, in order and once, without what is no month', () => {
    expect(monthRanges(['2026-12', '2026-11', '2027-01', '2026-11', '2027-13', '2027-03'])).toEqual([
      { from: '2026-11', to: '2027-01' },
      { from: '2027-03', to: '2027-03' },
    ])
    expect(monthsInWords(monthsOfYear('2026'), 'id')).toBe('Jan–Des 2026')
    expect(monthsInWords([], 'id')).toBe('')
    expect(monthsIn('2026-01')).toEqual([])
  })
})
