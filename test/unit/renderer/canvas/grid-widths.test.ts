import { describe, expect, it } from 'vitest'
import { fittedWidths, numberWidth, usualWidth } from '../../../../renderer/features/canvas/grid/widths.ts'
import { column, score } from './grid-makers.ts'

const columns = [
  column('text', 'text', { width: 4 }),
  score('u'),
  column('biaya', 'rupiah'),
  column('satuan', 'measure'),
  column('catatan', 'text', { width: 3 }),
]
const usual = columns.map((one) => usualWidth(one, 0, 'id'))
const all = numberWidth + usual.reduce((sum, width) => sum + width, 0)
const fitted = (room: number, dragged: Readonly<Record<string, number>> = {}) =>
  fittedWidths({ columns, years: 0, language: 'id', dragged, room })
const sumOf = (widths: readonly number[]) => numberWidth + widths.reduce((sum, width) => sum + width, 0)

describe('how wide columns are', () => {
  it('keeps the usual widths where there is room, or none is known yet', () => {
    expect(fitted(all)).toEqual(usual)
    expect(fitted(all + 500)).toEqual(usual)
    expect(fitted(0)).toEqual(usual)
  })

  it('takes a little of every column where the screen is a little too narrow', () => {
    const widths = fitted(all - 60)
    expect(sumOf(widths)).toBeLessThanOrEqual(all - 60)
    expect(sumOf(widths)).toBeGreaterThan(all - 60 - columns.length)
    expect(widths.every((width, at) => width < (usual[at] ?? 0))).toBe(true)
  })

  it('shows the columns up to the edge whole where not all of them fit', () => {
    const room = sumOf(usual.slice(0, 4)) - 10
    const widths = fitted(room)
    expect(sumOf(widths.slice(0, 4))).toBeLessThan(room)
    expect(widths[4]).toBe(usual[4])
  })

  it('is as narrow as it may be on a phone', () => {
    expect(sumOf(fitted(366))).toBeLessThan(sumOf(fitted(600)))
  })

  it('leaves a width alone that somebody has set', () => {
    expect(fitted(all - 60, { u: 200 })[1]).toBe(200)
  })

  it('breaks no word of a head', () => {
    expect(usualWidth(score('k', { label: { id: 'Pertanggungjawaban', en: 'Duty' } }), 0, 'id')).toBeGreaterThan(
      usualWidth(score('k', { label: { id: 'Aktual', en: 'Duty' } }), 0, 'id'),
    )
  })
})
