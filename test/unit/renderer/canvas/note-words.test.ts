import { describe, expect, it } from 'vitest'
import { cardValues, valuesText } from '#shared/figure/note-values.ts'
import { type GridColumn, gridColumn } from '#shared/model/column.ts'
import { lengthOf, shortName, shortTable } from '../../../../renderer/features/canvas/board/note-words.ts'

const column = (key: string, type: GridColumn['type'], id: string): GridColumn =>
  gridColumn.parse({ key, type, label: { id, en: `${id} (en)` } })
const columns = [column('siapa', 'person', 'Siapa'), column('kapan', 'date', 'Kapan'), column('selesai', 'tick', 'Selesai')]
const values = { siapa: 'Tuti Alawiyah, S.A.P.', kapan: '2026-05-29', selesai: true }

describe('what a card shows in little room', () => {
  it('puts the day and the tick before a long name, without labels but never a bare yes', () => {
    expect(cardValues(columns, values, 'id')).toBe('29 Mei 2026 · Selesai · Tuti Alawiyah, S.A.P.')
    expect(cardValues(columns, { siapa: '', kapan: '', selesai: false }, 'id')).toBe('')
  })

  it('names every value in the order of the columns where there is room', () => {
    expect(valuesText(columns, values, 'id', (texts) => texts.id)).toBe('Siapa: Tuti Alawiyah, S.A.P. · Kapan: 29 Mei 2026 · Selesai: Ya')
  })

  it('shortens a table that has a number, and leaves any other place', () => {
    expect(shortTable('Meja 4')).toBe('M4')
    expect(shortTable('table 12')).toBe('T12')
    expect(shortTable('Podium')).toBe('Podium')
    expect(shortTable('Meja makan 4')).toBe('Meja makan 4')
  })

  it('shortens a name only when it would be cut off', () => {
    expect(shortName('Rina Oktavia', 12)).toBe('Rina Oktavia')
    expect(shortName('Rina Oktavia', 10)).toBe('Rina O.')
    expect(shortName('Yusrizalmansyah', 8)).toBe('Yusrizalmansyah')
  })

  it('sets long sentences smaller', () => {
    expect([20, 57, 85].map((letters) => lengthOf('x'.repeat(letters)))).toEqual([undefined, 'long', 'longest'])
  })
})
