import { describe, expect, it } from 'vitest'
import { readItems, setScore, setSettings } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import type { GridDef } from '#shared/model/pack.ts'
import {
  addRow,
  applyWrites,
  clearCells,
  heldBy,
  insertRows,
  isBlankRow,
  moveRows,
  setCell,
  shiftRow,
  startersLeft,
  takeStarters,
  writeCell,
} from '../../../../renderer/features/canvas/grid/edits.ts'
import { evaluated } from '../../../../renderer/features/canvas/grid/evaluate.ts'
import { linesOf, rowsOf } from '../../../../renderer/features/canvas/grid/lines.ts'
import { nearestRows } from '../../../../renderer/features/canvas/grid/placing.ts'
import { firstVoters, progressOf } from '../../../../renderer/features/canvas/grid/voting.ts'
import { makeDesk } from './desk.ts'
import { column, gridDef, score } from './grid-makers.ts'

const columns = [column('text', 'text'), score('u', { voted: true }), score('s', { voted: true }), column('sikap', 'choice')]
const def: GridDef = gridDef(columns, {
  voting: { combine: 'mean' },
  starters: [
    { text: { id: 'Antrean', en: 'Queues' }, values: { u: 4, sikap: { id: 'baik', en: 'good' } } },
    { text: { id: 'Formulir', en: 'Forms' }, values: {} },
  ],
})

describe('rows of a grid', () => {
  it('are inserted below another one, also several at once, and taken back in one step', () => {
    const desk = makeDesk(byPerson, 'usg')
    addRow(desk, 'Satu')
    addRow(desk, 'Dua')
    const [one, two] = desk.items()
    insertRows(desk, [{ text: 'a' }, { text: 'b' }], one ?? null, two ?? null)
    expect(desk.items().map((item) => item.text)).toEqual(['Satu', 'a', 'b', 'Dua'])
    desk.undo.undo()
    expect(desk.items().map((item) => item.text)).toEqual(['Satu', 'Dua'])
  })

  it('move by one place and several at once, keeping their order, and take on the group they come to', () => {
    const desk = makeDesk(byPerson, 'usg')
    for (const text of ['a', 'b', 'c', 'd']) addRow(desk, text)
    const [a, b, , d] = desk.items()
    if (a === undefined || b === undefined || d === undefined) throw new Error('four rows were added')
    expect(shiftRow(desk, desk.items(), a.id, 1)).toBe(true)
    expect(desk.items().map((item) => item.text)).toEqual(['b', 'a', 'c', 'd'])
    expect(shiftRow(desk, desk.items(), b.id, -1)).toBe(false)
    moveRows(desk, [b.id, a.id], desk.items().at(-1) ?? null, null, { kelompok: 'akhir' })
    expect(desk.items().map((item) => [item.text, item.values.kelompok])).toEqual([
      ['c', undefined],
      ['d', undefined],
      ['b', 'akhir'],
      ['a', 'akhir'],
    ])
  })

  it('are blank only while nothing but their group is filled in', () => {
    const desk = makeDesk(byPerson, 'usg')
    const id = addRow(desk, ' ', { kelompok: 'siap', sikap: '' })
    expect(isBlankRow(desk, id, 'kelompok')).toBe(true)
    expect(isBlankRow(desk, id, undefined)).toBe(false)
    setScore(desk.doc, desk.canvas, id, 'u', 'Rina', 3, byPerson)
    expect(isBlankRow(desk, id, 'kelompok')).toBe(false)
  })
})

describe('writing many cells', () => {
  it('is one step, adds the rows it needs, and is taken back exactly, whatever was done since', () => {
    const desk = makeDesk(byPerson, 'usg')
    const one = addRow(desk, 'Satu', { u: 2 })
    const writes = [
      { row: 0, column: 0, value: 'Antrean' },
      { row: 0, column: 1, value: 5 },
      { row: 1, column: 0, value: 'Formulir' },
    ]
    const { added, restore } = applyWrites(desk, columns, desk.items(), writes, { fresh: { kelompok: 'siap' } })
    expect(added).toHaveLength(1)
    expect(desk.items().map((item) => [item.text, item.values])).toEqual([
      ['Antrean', { u: 5 }],
      ['Formulir', { kelompok: 'siap' }],
    ])
    desk.undo.undo()
    expect(desk.items().map((item) => [item.text, item.values])).toEqual([['Satu', { u: 2 }]])
    desk.undo.redo()
    setCell(desk, one, score('s'), 4)
    restore()
    expect(desk.items().map((item) => [item.text, item.values.u, item.values.s])).toEqual([['Satu', 2, 4]])
  })

  it('adds rows behind the last one even when the screen shows another order', () => {
    const desk = makeDesk(byPerson, 'usg')
    for (const text of ['a', 'b', 'c']) addRow(desk, text)
    const shown = [...desk.items()].reverse()
    applyWrites(desk, columns, shown, [{ row: 3, column: 0, value: 'd' }])
    expect(desk.items().map((item) => item.text)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('empties cells of many rows at once, the text of a row to an empty text', () => {
    const desk = makeDesk(byPerson, 'usg')
    const ids = [addRow(desk, 'a', { u: 1 }), addRow(desk, 'b', { u: 2 })]
    clearCells(desk, ids, columns.slice(0, 2), null)
    expect(desk.items().map((item) => [item.text, item.values.u])).toEqual([
      ['', null],
      ['', null],
    ])
    desk.undo.undo()
    expect(desk.items().map((item) => item.text)).toEqual(['a', 'b'])
  })
})

describe('starters', () => {
  it('are offered while no row says them in either language, and taken as one step in the language of the screen', () => {
    const desk = makeDesk(byPerson, 'usg')
    addRow(desk, ' FORMS ')
    expect(startersLeft(def, desk.items()).map(({ text }) => text.id)).toEqual(['Antrean'])
    takeStarters(desk, desk.items(), startersLeft(def, desk.items()), 'en')
    expect(desk.items().at(-1)?.author).toBe('')
    expect(desk.items().map((item) => [item.text, item.values])).toEqual([
      [' FORMS ', {}],
      ['Queues', { u: 4, sikap: 'good' }],
    ])
    expect(startersLeft(def, desk.items())).toEqual([])
    desk.undo.undo()
    expect(desk.items()).toHaveLength(1)
  })
})

describe('scores of each person', () => {
  it('are written and seen apart, and only columns people vote on are theirs', () => {
    const desk = makeDesk(byPerson, 'usg')
    const id = addRow(desk, 'Antrean', { u: 1 })
    writeCell(desk, id, score('u', { voted: true }), 5, 'Rina')
    writeCell(desk, id, column('sikap', 'choice'), 'baik', 'Rina')
    const [item] = desk.items()
    if (item === undefined) throw new Error('one row was added')
    expect([heldBy(item, score('u', { voted: true }), 'Rina'), heldBy(item, score('u', { voted: true }), 'Tuti')]).toEqual([5, null])
    expect([item.values.u, item.values.sikap]).toEqual([1, 'baik'])
    expect(progressOf([item], columns, 'Rina')).toEqual({ done: 1, of: 2 })
  })

  it('count alone for the person who scores, and rows that show the same stay the same objects', () => {
    const desk = makeDesk(byPerson, 'usg')
    const ids = [addRow(desk, 'a'), addRow(desk, 'b')]
    const total = column('total', 'formula', { formula: { op: 'sum', of: ['u', 's'] } })
    const voting = gridDef([...columns, total], { voting: { combine: 'mean' } })
    const settings = { scoring: 'each', voters: ['Rina', 'Tuti'] } as const
    setSettings(desk.doc, desk.canvas, settings, byPerson)
    for (const [who, value] of [
      ['Rina', 5],
      ['Tuti', 2],
    ] as const)
      for (const key of ['u', 's']) setScore(desk.doc, desk.canvas, ids[0] ?? addRow(desk), key, who, value, byPerson)
    const items = readItems(desk.doc, desk.canvas)
    const totals = (voter: string | null) => evaluated(voting, items, settings, '2026-06-29', voter).rows.map((row) => row.values.total)
    expect([totals('Rina'), totals('Tuti'), totals(null)]).toEqual([
      [10, null],
      [4, null],
      [7, null],
    ])
    expect(evaluated(voting, items, settings, '2026-06-29', 'Rina').rows[0]?.item).toBe(items[0])
    const before = evaluated(voting, items, settings, '2026-06-29', null)
    const changed = items.map((item, at) => (at === 0 ? { ...item, text: 'c' } : item))
    const after = evaluated(voting, changed, settings, '2026-06-29', null)
    expect(after.rows[1]).toBe(before.rows[1])
    expect(after.rows[0]?.item.text).toBe('c')
  })

  it('begin with everybody of the team and whoever sits here, each once', () => {
    expect(firstVoters([{ name: 'Rina' }, { name: ' Tuti ' }, { name: 'Rina' }, { name: '' }], 'Tuti')).toEqual(['Rina', 'Tuti'])
  })
})

describe('lines of a grouped grid', () => {
  const groups = column('kelompok', 'choice', {
    options: ['siap', 'laksana'].map((key) => ({ key, label: { id: key, en: key } })),
  })
  const grouped = gridDef([column('text', 'text'), groups, column('biaya', 'number', { total: 'sum' })], { groupBy: 'kelompok' })
  const make = () => {
    const desk = makeDesk(byPerson, 'usg')
    addRow(desk, 'a', { kelompok: 'laksana', biaya: 2 })
    addRow(desk, 'b', { kelompok: 'siap', biaya: 1 })
    addRow(desk, 'c', {})
    const result = evaluated(grouped, desk.items(), {}, '2026-06-29', null)
    return { desk, result, lines: linesOf(grouped, grouped.columns, result, null) }
  }

  it('stand under their options, with totals where there are rows, those without one last', () => {
    const { lines } = make()
    expect(lines.map((line) => (line.kind === 'row' ? line.row.item.text : `${line.kind} ${line.group.option}`))).toEqual([
      'group siap',
      'b',
      'totals siap',
      'group laksana',
      'a',
      'totals laksana',
      'group null',
      'c',
      'totals null',
    ])
    expect(lines.flatMap((line) => (line.kind === 'row' ? [line.at] : []))).toEqual([0, 1, 2])
  })

  it('a dropped row stands beside the one it was dropped on and takes its group', () => {
    const { desk, result, lines } = make()
    const [a, b, c] = desk.items()
    const shown = { rows: rowsOf(lines), result, grouping: groups }
    const id = (item: Item | undefined): ItemId => item?.id ?? ('none' as ItemId) // three rows were added
    expect(nearestRows(shown, desk.items(), [id(c)], { row: 1, below: true })).toEqual({
      before: a,
      after: null,
      option: 'laksana',
    })
    expect(nearestRows(shown, desk.items(), [id(a)], { group: 'siap' })).toEqual({
      before: null,
      after: b,
      option: 'siap',
    })
    expect(nearestRows(shown, desk.items(), [id(b)], { row: 0, below: false })).toBe(null)
  })
})
