import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byPerson } from '#shared/doc/origins.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { addRow, pasteTable, setCell, shiftRow } from '../../../../renderer/features/canvas/grid/edits.ts'
import { parseTable, readCell, readNumber, toCsv, toTsv } from '../../../../renderer/features/canvas/grid/table-text.ts'
import { makeDesk } from './desk.ts'

const label = (text: string) => ({ id: text, en: text })
const column = (key: string, type: GridColumn['type'], more: Partial<GridColumn> = {}): GridColumn => ({
  key,
  label: label(key),
  type,
  suggests: [],
  anchors: [],
  width: 1,
  required: false,
  format: 'number',
  voted: false,
  ...more,
})
const score = (key: string) => column(key, 'score', { min: 1, max: 5 })
const columns = [
  column('text', 'text'),
  score('u'),
  score('s'),
  column('total', 'formula'),
  column('sikap', 'choice', { options: [{ key: 'tolak', label: label('Menolak') }] }),
]

describe('tables as text', () => {
  it('reads back what it wrote, whatever is in the cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', 'é', ',') }), { minLength: 2, maxLength: 3 }), {
          minLength: 1,
          maxLength: 4,
        }),
        (rows) => {
          // A table that ends in empty lines and one that does not are the same on a clipboard.
          fc.pre((rows.at(-1) ?? []).some((cell) => cell.trim() !== ''))
          expect(parseTable(toTsv(rows))).toEqual(rows)
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })

  it('reads what Excel puts on the clipboard', () => {
    expect(parseTable('Antrean\t5\t4\r\n"Formulir\nberganti"\t3\t\r\n')).toEqual([
      ['Antrean', '5', '4'],
      ['Formulir\nberganti', '3', ''],
    ])
    expect(parseTable('kata "kutip" biasa\t"awal saja')).toEqual([['kata "kutip" biasa', '"awal saja']])
  })

  it('reads numbers as they are written here', () => {
    expect(['3.815.700', '25,5', '25.5', '-2', '1.000', ' 7 '].map(readNumber)).toEqual([3_815_700, 25.5, 25.5, -2, 1000, 7])
    expect(['', 'lima', '1,2,3', '4 5x'].map(readNumber)).toEqual([null, null, null, null])
  })

  it('takes a score only as a whole number on the scale', () => {
    expect(['5', '0', '6', '3,5', '', 'x'].map((text) => readCell(score('u'), text))).toEqual([
      5,
      undefined,
      undefined,
      undefined,
      null,
      undefined,
    ])
    expect(readCell(columns[4] as GridColumn, 'menolak')).toBe('tolak') // the fifth column of five
  })

  it('disarms cells that a spreadsheet would run', () => {
    expect(toCsv([['=HYPERLINK("x")', '-5', '+62 812', '@a']])).toBe('\uFEFF"\'=HYPERLINK(""x"")";-5;\'+62 812;\'@a\r\n')
  })
})

describe('edits of a grid', () => {
  it('pastes a table over cells, adds missing rows, and undoes all of it in one step', () => {
    const desk = makeDesk(byPerson, 'usg')
    addRow(desk, 'Satu')
    const done = pasteTable(desk, columns, desk.items(), { row: 0, column: 0 }, 'Antrean\t5\t4\nFormulir\t3\tempat')
    expect(done).toMatchObject({ rows: 2, added: 1, refused: 1 })
    expect(desk.items().map((item) => [item.text, item.values])).toEqual([
      ['Antrean', { u: 5, s: 4 }],
      ['Formulir', { u: 3 }],
    ])
    desk.undo.undo()
    expect(desk.items().map((item) => [item.text, item.values])).toEqual([['Satu', {}]])
  })

  it('takes exactly the paste back, also after another edit', () => {
    const desk = makeDesk(byPerson, 'usg')
    const one = addRow(desk, 'Satu', { u: 2 })
    const { restore } = pasteTable(desk, columns, desk.items(), { row: 0, column: 0 }, 'Antrean\t5\nFormulir\t3')
    setCell(desk, one, score('s'), 4)
    restore()
    expect(desk.items().map((item) => [item.text, item.values.u, item.values.s])).toEqual([['Satu', 2, 4]])
  })

  it('never writes into a column that is worked out', () => {
    const desk = makeDesk(byPerson, 'usg')
    addRow(desk, 'Satu')
    pasteTable(desk, columns, desk.items(), { row: 0, column: 2 }, '4\t99\tMenolak')
    expect(desk.items()[0]?.values).toEqual({ s: 4, sikap: 'tolak' })
  })

  it('keeps the text of a row in the column named text, and moves rows', () => {
    const desk = makeDesk(byPerson, 'usg')
    const one = addRow(desk, 'Satu')
    addRow(desk, 'Dua')
    setCell(desk, one, columns[0] as GridColumn, 'Pertama') // the first column of five
    shiftRow(desk, desk.items(), one, 1)
    expect(desk.items().map((item) => item.text)).toEqual(['Dua', 'Pertama'])
    expect(shiftRow(desk, desk.items(), one, 1)).toBe(false)
  })
})
