import { describe, expect, it } from 'vitest'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { type MatrixDef, matrixDef } from '#shared/model/pack.ts'
import { numberedItems } from '#shared/rules/matrix.ts'
import * as edits from '../../../../renderer/features/canvas/matrix/edits.ts'
import { drawn } from '../../../../renderer/features/canvas/matrix/points.ts'
import { makeDesk } from './desk.ts'

const both = (text: string) => ({ id: text, en: `${text} en` })
const axis = (key: string) => ({ key, label: both(key), low: both('r'), high: both('t'), min: 1, max: 5, threshold: 3 })
const quadrant = (key: string) => ({ key, label: both(key), hint: both('h') })
const def: MatrixDef = matrixDef.parse({
  kind: 'matrix',
  id: 'papan',
  title: both('Peta'),
  stage: 'design',
  help: both('h'),
  example: both('e'),
  status: 'unverified',
  source: 's',
  outline: { heading: both('h'), lead: both('l') },
  itemLabel: both('Pihak'),
  x: axis('x'),
  y: axis('y'),
  quadrants: { high_high: quadrant('a'), high_low: quadrant('b'), low_high: quadrant('c'), low_low: quadrant('d') },
  columns: [{ key: 'catatan', label: both('Catatan'), type: 'text' }],
  starters: [
    { text: both('Pimpinan berganti'), values: { catatan: both('sering') } },
    { text: both('Anggaran habis'), values: { x: 4 } },
  ],
})
const desk = () => makeDesk(byPerson)

describe('the items of a matrix', () => {
  it('are put on whole steps within both axes', () => {
    const one = desk()
    const [id] = edits.addPoints(one, def, ['Wali kota'], { x: 9, y: 2.4 })
    expect(one.items()[0]?.values).toEqual({ x: 5, y: 2 })
    edits.putPoint(one, def, id as ItemId /* just made */, { x: -3, y: 3.6 })
    expect(one.items()[0]?.values).toEqual({ x: 1, y: 4 })
  })
  it('wait without a place, begin at the lowest step, and move one step at a time', () => {
    const one = desk()
    edits.addPoints(one, def, ['Warga'], null)
    const item = () => one.items()[0] as NonNullable<ReturnType<typeof one.items>[0]> // just made
    expect(item().values).toEqual({})
    edits.putPoint(one, def, item().id, edits.nudged(def, item(), 1, 0))
    expect(item().values).toEqual({ x: 1, y: 1 })
    edits.putPoint(one, def, item().id, edits.nudged(def, item(), 1, 0))
    expect(item().values).toEqual({ x: 2, y: 1 })
    edits.putPoint(one, def, item().id, edits.nudged(def, item(), 0, -1))
    expect(item().values).toEqual({ x: 2, y: 1 })
  })
  it('keep everything else when they are taken off the map', () => {
    const one = desk()
    const [id] = edits.addPoints(one, def, ['Warga'], { x: 2, y: 2 })
    const column = def.columns[0]
    if (id === undefined || column === undefined) throw new Error('nothing was made')
    edits.setValue(one, id, column, 'penting')
    edits.takeOff(one, def, id)
    expect(one.items()[0]?.values).toEqual({ x: null, y: null, catatan: 'penting' })
  })
  it('come many at once as one step of undo', () => {
    const one = desk()
    edits.addPoints(one, def, ['Satu', 'Dua', 'Tiga'], { x: 1, y: 1 })
    expect(one.items().map((item) => item.text)).toEqual(['Satu', 'Dua', 'Tiga'])
    one.undo.undo()
    expect(one.items()).toEqual([])
  })
  it('change places in the list', () => {
    const one = desk()
    const ids = edits.addPoints(one, def, ['Satu', 'Dua', 'Tiga'], null)
    const move = (at: number, to: number) =>
      edits.moveItem(one, one.items(), numberedItems(def, one.items()), ids[at] as ItemId /* made above */, to)
    expect(move(1, 0)).toBe(1)
    expect(one.items().map((item) => item.text)).toEqual(['Dua', 'Satu', 'Tiga'])
    expect(move(1, -1)).toBeNull()
    expect(move(1, 9)).toBe(3)
    expect(one.items().map((item) => item.text)).toEqual(['Satu', 'Tiga', 'Dua'])
  })
  it('move among the placed or among the waiting ones, as the list shows them, and every move is seen', () => {
    const one = desk()
    const [first] = edits.addPoints(one, def, ['A'], { x: 1, y: 1 })
    const [waiting] = edits.addPoints(one, def, ['B'], null)
    const [last] = edits.addPoints(one, def, ['C'], { x: 2, y: 2 })
    if (first === undefined || waiting === undefined || last === undefined) throw new Error('nothing was made')
    const listed = () => numberedItems(def, one.items())
    const names = () => listed().map(({ item }) => item.text)
    expect(names()).toEqual(['A', 'C', 'B'])
    expect(edits.moveItem(one, one.items(), listed(), last, 0)).toBe(1)
    expect(names()).toEqual(['C', 'A', 'B'])
    expect(edits.moveItem(one, one.items(), listed(), waiting, 0)).toBeNull()
    expect(edits.moveItem(one, one.items(), listed(), last, 2)).toBe(2)
    expect(names()).toEqual(['A', 'C', 'B'])
  })
})

describe('the starters of a matrix', () => {
  it('are added in the language of the person as one step, and each is offered once', () => {
    const one = desk()
    expect(edits.startersLeft(def, one.items())).toHaveLength(2)
    edits.addStarters(one, edits.startersLeft(def, one.items()), 'en')
    expect(one.items().map(({ text, values }) => ({ text, values }))).toEqual([
      { text: 'Pimpinan berganti en', values: { catatan: 'sering en' } },
      { text: 'Anggaran habis en', values: { x: 4 } },
    ])
    expect(edits.startersLeft(def, one.items())).toEqual([])
    one.undo.undo()
    expect(one.items()).toEqual([])
  })
})

describe('the points on the screen', () => {
  it('are all drawn or piled, with names only where these cover nothing', () => {
    const one = desk()
    edits.addPoints(
      one,
      def,
      Array.from({ length: 60 }, (_, at) => `Pihak ${at}`),
      { x: 3, y: 3 },
    )
    edits.addPoints(one, def, ['Sendiri'], { x: 1, y: 5 })
    edits.addPoints(one, def, ['Menunggu'], null)
    const { points, piles } = drawn(def, one.items(), 500)
    expect(points.map((point) => point.item.text)).toEqual(['Sendiri'])
    expect(points[0]?.label).toBe('right')
    expect(piles.map((pile) => pile.items.length)).toEqual([60])
  })
})
