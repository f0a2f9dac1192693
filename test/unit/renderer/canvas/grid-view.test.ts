import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item, Value } from '#shared/model/lab.ts'
import { blankItem } from '#shared/rules/blank.ts'
import { evaluateGrid } from '#shared/rules/grid.ts'
import { commandOf, type Stroke } from '../../../../renderer/features/canvas/grid/keys.ts'
import { findCells } from '../../../../renderer/features/canvas/grid/lines.ts'
import { inOrder, isStale, sorted } from '../../../../renderer/features/canvas/grid/sort.ts'
import { matching } from '../../../../renderer/features/canvas/grid/suggestions.ts'
import { clipText, editText, figureText, rowText } from '../../../../renderer/features/canvas/grid/values.ts'
import { opensToEnter } from '../../../../renderer/features/canvas/grid/voting.ts'
import { lineAt, offsetsOf, piecesOf, shownLines } from '../../../../renderer/features/canvas/grid/window.ts'
import { column, gridDef, score } from './grid-makers.ts'

const row = (id: string, text: string, values: Readonly<Record<string, Value>> = {}): Item => ({
  ...blankItem(id as ItemId), // made up for the test
  order: id,
  text,
  values,
})

describe('a canvas scored one by one', () => {
  const columns = [column('text', 'text'), score('u', { voted: true })]
  const scored = (scores: Readonly<Record<string, number>>): Item => ({ ...row('a', 'Isu'), scores: { u: scores } })
  it('opens where scores are given, until everybody has given all of his or it is done', () => {
    expect(opensToEnter('berjalan', [scored({ Ani: 4 })], columns, ['Ani', 'Budi'])).toBe(true)
    expect(opensToEnter('berjalan', [], columns, ['Ani'])).toBe(true)
    expect(opensToEnter('berjalan', [scored({ Ani: 4, Budi: 2 })], columns, ['Ani', 'Budi'])).toBe(false)
    expect(opensToEnter('selesai', [scored({ Ani: 4 })], columns, ['Ani', 'Budi'])).toBe(false)
  })
})

describe('the order rows are looked at in', () => {
  const sikap = column('sikap', 'choice', { options: ['tolak', 'netral', 'dukung'].map((key) => ({ key, label: { id: key, en: key } })) })
  const def = gridDef([
    column('text', 'text'),
    column('n', 'number'),
    sikap,
    column('rank', 'formula', { formula: { op: 'rank', by: 'n', tie: [], lowestFirst: false } }),
  ])
  const items = [
    row('1', 'Kegiatan 10', { n: 2, sikap: 'dukung' }),
    row('2', 'kegiatan 9', { sikap: 'tolak' }),
    row('3', 'Arsip', { n: 10 }),
    row('4', '', { n: 2 }),
  ]
  const { rows } = evaluateGrid(def, items)
  const by = (key: string, down: boolean) => {
    const of = def.columns.find((one) => one.key === key)
    return of === undefined ? [] : sorted(rows, of, down, 'id').map(String)
  }

  it('follows numbers, words with their numbers, options as they are defined, and ranks', () => {
    expect(by('n', false)).toEqual(['1', '4', '3', '2'])
    expect(by('text', false)).toEqual(['3', '2', '1', '4'])
    expect(by('sikap', true)).toEqual(['1', '2', '3', '4'])
    expect(by('rank', false)).toEqual(['3', '1', '4', '2'])
  })

  it('puts rows without a value last both ways and leaves equal ones as they stood', () => {
    expect(by('n', true)).toEqual(['3', '1', '4', '2'])
  })

  it('keeps a remembered order while values change, new rows at the end, and knows when it is no longer true', () => {
    const order = ['3', '1'] as ItemId[] // made up for the test
    expect(inOrder(rows, order).map(({ item }) => item.id)).toEqual(['3', '1', '2', '4'])
    const of = def.columns[1] ?? column('n', 'number')
    expect(isStale({ column: 'n', down: false, order: sorted(rows, of, false, 'id') }, rows, of, 'id')).toBe(false)
    expect(isStale({ column: 'n', down: true, order: sorted(rows, of, false, 'id') }, rows, of, 'id')).toBe(true)
  })
})

describe('the drawn part of a long table', () => {
  it('has every visible line and the pinned ones, and gaps that make up for the rest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 120 }),
        fc.nat(20_000),
        fc.integer({ min: 50, max: 900 }),
        fc.nat(130),
        (heights, top, height, pinned) => {
          const offsets = offsetsOf(heights)
          const shown = shownLines(offsets, top, height, 100)
          const pieces = piecesOf(offsets, shown, [pinned])
          const lines = pieces.flatMap((piece) => (piece.kind === 'line' ? [piece.line] : []))
          for (const [line, begin] of offsets.slice(0, -1).entries()) {
            const visible = begin < top + height && begin + (heights[line] ?? 0) > top
            if (visible) expect(lines).toContain(line)
          }
          if (pinned < heights.length) expect(lines).toContain(pinned)
          expect(lines).toEqual([...lines].sort((a, b) => a - b))
          const whole = pieces.reduce((sum, piece) => sum + (piece.kind === 'gap' ? piece.height : (heights[piece.line] ?? 0)), 0)
          expect(whole).toBe(offsets.at(-1))
        },
      ),
      { seed: 5, numRuns: 300 },
    )
  })

  it('is nothing of an empty table, and finds the line under a height', () => {
    expect(piecesOf(offsetsOf([]), shownLines(offsetsOf([]), 0, 500, 0), [0])).toEqual([])
    const offsets = offsetsOf([10, 20, 30])
    expect([-5, 0, 9, 10, 29, 30, 99].map((y) => lineAt(offsets, y))).toEqual([0, 0, 0, 1, 1, 2, 2])
  })
})

describe('keys in a grid', () => {
  const press = (key: string, of: ReturnType<typeof column> | undefined, more: Partial<Stroke> = {}, readOnly = false) =>
    commandOf(
      { key, ctrl: false, shift: false, alt: false, ...more },
      { kind: 'cell', column: of, writable: !readOnly && of?.type !== 'formula', readOnly },
    )
  const text = column('text', 'text')

  it('begin writing in a text, score a score only on its scale, tick a tick', () => {
    expect(press('a', text)).toEqual({ do: 'edit', text: 'a' })
    expect(press('5', score('u'))).toEqual({ do: 'score', score: 5 })
    expect([press('6', score('u')), press('0', score('u')), press('a', score('u'))]).toEqual([null, null, null])
    expect(press('1', score('u', { max: 10 }))).toEqual({ do: 'edit', text: '1' })
    expect([press(' ', column('t', 'tick')), press('F2', column('t', 'tick'))]).toEqual([{ do: 'toggle' }, { do: 'toggle' }])
    expect(press(' ', column('m', 'months'))).toEqual({ do: 'edit', text: null })
  })

  it('move, select, and fill as in a spreadsheet', () => {
    expect(press('ArrowDown', text, { shift: true })).toEqual({ do: 'move', rows: 1, columns: 0, extend: true })
    expect(press('End', text, { ctrl: true })).toEqual({ do: 'edge', end: true, all: true, extend: false })
    expect(press('Tab', text, { shift: true })).toEqual({ do: 'next', back: true })
    expect(press('d', text, { ctrl: true })).toEqual({ do: 'fill', right: false })
    expect(press('Enter', text, { ctrl: true })).toEqual({ do: 'insert' })
    expect(press('_', text, { ctrl: true, shift: true })).toEqual({ do: 'remove' })
    expect(press('ArrowUp', text, { alt: true })).toEqual({ do: 'shift', step: -1 })
  })

  it('leave undo, copying and the keys of the page alone', () => {
    for (const key of ['z', 'y', 'c', 'x', 'v', 'k', '/']) expect(press(key, text, { ctrl: true })).toBe(null)
  })

  it('change nothing where one may only read', () => {
    for (const key of ['a', '3', 'Delete', 'F2', ' ', 'Backspace']) expect(press(key, score('u'), {}, true)).toBe(null)
    for (const key of ['Enter', 'Delete', 'd']) expect(press(key, text, { ctrl: true }, true)?.do ?? 'down').toBe('down')
    expect(press('ArrowUp', text, { alt: true }, true)).toBe(null)
    expect(press('Enter', text, {}, true)).toEqual({ do: 'down' })
  })

  it('on the number of a row delete it, and on a head sort', () => {
    const stroke = { ctrl: false, shift: false, alt: false }
    const where = { column: undefined, writable: false, readOnly: false }
    expect(commandOf({ ...stroke, key: 'Delete' }, { ...where, kind: 'row' })).toEqual({ do: 'remove' })
    expect(commandOf({ ...stroke, key: 'Enter' }, { ...where, kind: 'head' })).toEqual({ do: 'sort' })
    expect(commandOf({ ...stroke, key: 'Delete' }, { ...where, kind: 'head' })).toBe(null)
  })
})

describe('cells in words', () => {
  const change = column('ubah', 'formula', { formula: { op: 'change', before: 'a', after: 'b' }, format: 'percent' })
  const check = column('lolos', 'formula', {
    formula: { op: 'check', all: [{ of: 'a', atLeast: 1 }], yes: { id: 'lolos', en: 'passes' }, no: { id: 'tidak', en: 'fails' } },
  })
  const def = gridDef([column('text', 'text'), column('a', 'number'), column('b', 'number'), column('rp', 'rupiah'), change, check])
  const { rows } = evaluateGrid(def, [row('1', 'x', { a: 0, b: 5, rp: 1_250_000 }), row('2', 'y', { a: 2, b: 3 })])
  const words = (at: number, of: (typeof def.columns)[number]) => {
    const line = rows[at]
    return line === undefined ? '' : rowText(line, of, 'id', 'tidak dapat dihitung')
  }

  it('say that a change from nothing cannot be worked out, and whether a check holds', () => {
    expect([words(0, change), words(1, change).replace('\u00a0', ' '), words(0, check), words(1, check)]).toEqual([
      'tidak dapat dihitung',
      '50 %',
      'tidak',
      'lolos',
    ])
  })

  it('are edited and copied without thousands signs but with the comma of the language', () => {
    expect([editText(column('rp', 'rupiah'), 1_250_000, 'id'), editText(column('n', 'number'), 12.5, 'id')]).toEqual(['1250000', '12,5'])
    const [first] = rows
    expect(first === undefined ? '' : clipText(first, column('rp', 'rupiah'), 'id', '')).toBe('1250000')
  })

  it('write a figure with the decimals its definition asks for', () => {
    expect([figureText({ decimals: 2 }, 1, 'id'), figureText({ format: 'rupiah' }, 1500, 'id'), figureText({}, null, 'id')]).toEqual([
      '1,00',
      'Rp1.500',
      '',
    ])
  })

  it('are found in reading order without regard to case', () => {
    expect(
      findCells(
        [
          ['Arsip', 'loket'],
          ['x', 'ARSIP lama'],
        ],
        ' arsip ',
      ),
    ).toEqual([
      { row: 0, column: 0 },
      { row: 1, column: 1 },
    ])
    expect(findCells([['a']], ' ')).toEqual([])
  })

  it('offer what holds all typed words, beginnings first', () => {
    const offers = ['Dinas Kesehatan', 'Kesehatan Ibu', 'Bappeda'].map((label) => ({ value: label, label }))
    expect(matching(offers, 'kes').map(({ label }) => label)).toEqual(['Kesehatan Ibu', 'Dinas Kesehatan'])
    expect(matching(offers, 'din kes').map(({ label }) => label)).toEqual(['Dinas Kesehatan'])
  })
})
