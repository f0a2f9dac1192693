import { describe, expect, it } from 'vitest'
import { answerText, readItems } from '#shared/doc/canvas.ts'
import { snapshotInnovation } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { InnovationId, LabId, LinkId } from '#shared/model/ids.ts'
import type { TrailEnd, TrailLink } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { chainOf, textAt } from '#shared/rules/trail.ts'
import { movedCaret, rebase } from '../../../../renderer/features/canvas/form/caret.ts'
import { reviewCounts, turnOf } from '../../../../renderer/features/canvas/form/reviews.ts'
import { become, tie } from '../../../../renderer/features/canvas/trail/edits.ts'
import { makeDesk, type TestDesk } from './desk.ts'

const end = (key: string, quote = key): TrailEnd => ({ place: 'item', of: 'papan', key, quote })
const link = (from: string, to: string): TrailLink => ({ id: `${from}-${to}` as LinkId, from: end(from), to: end(to), by: 'Rina', at: '' }) // made up for the test
const both = (text: string) => ({ id: text, en: text })
const common = {
  title: both('x'),
  stage: 'diagnose',
  help: both('x'),
  example: both('x'),
  status: 'unverified',
  source: 'x',
  outline: { heading: both('x'), lead: both('x') },
} as const
const treeDef: CanvasDef = {
  ...common,
  takes: [],
  kind: 'tree',
  id: 'pohon',
  layouts: ['tree'],
  levels: { effect: both('e'), core: both('c'), direct: both('d'), indirect: both('i'), root: both('r') },
  ready: [],
  categorySets: [],
  columns: [],
}
const formDef: CanvasDef = {
  ...common,
  takes: [],
  kind: 'form',
  id: 'form',
  review: true,
  layout: 'sheet',
  sections: [],
  fields: [{ key: 'latar', label: both('Latar'), type: 'text', required: true, width: 'full', head: false, anchors: [] }],
}
const snapshot = (desk: TestDesk) => snapshotInnovation(desk.doc, 'inovasi' as InnovationId, 'lab' as LabId) // made up for the test

describe('the trail', () => {
  it('goes both ways, furthest origin first, and ends where a circle closes', () => {
    const trail = [link('a', 'b'), link('b', 'c'), link('c', 'd'), link('d', 'b')]
    const { before, after } = chainOf(trail, end('c'))
    expect(new Set(before.map((step) => step.end.key))).toEqual(new Set(['a', 'b', 'd']))
    expect(before.at(-1)?.end.key).toBe('b')
    expect(after.map((step) => step.end.key)).toEqual(['d', 'b'])
  })

  it('makes the first thing in an empty tree its core and the next one a cause', () => {
    const desk = makeDesk(byPerson)
    become(desk, end('k1', 'Antrean panjang'), { def: treeDef })
    become(desk, end('k2', 'Loket satu'), { def: treeDef })
    expect(readItems(desk.doc, 'pohon').map((item) => [item.role, item.text, item.author])).toEqual([
      ['core', 'Antrean panjang', 'Rina'],
      ['cause', 'Loket satu', 'Rina'],
    ])
    expect(
      snapshot(desk)
        .trail.map((one) => one.from.key)
        .sort(),
    ).toEqual(['k1', 'k2'])
  })

  it('adds to what a field says and links the field, all in one undo step', () => {
    const desk = makeDesk(byPerson)
    answerText(desk.doc, 'form', 'latar').insert(0, 'Sudah ada.')
    const to = become(desk, end('k1', 'Antrean panjang'), { def: formDef, part: 'latar' })
    expect(answerText(desk.doc, 'form', 'latar').toString()).toBe('Sudah ada.\nAntrean panjang')
    expect(to).toMatchObject({ place: 'field', key: 'latar' })
    desk.undo.undo()
    expect(answerText(desk.doc, 'form', 'latar').toString()).toBe('Sudah ada.')
    expect(snapshot(desk).trail).toEqual([])
  })

  it('keeps the quote when the source is gone', () => {
    const desk = makeDesk(byPerson)
    tie(desk, end('hilang', 'Kartu lama'), end('lain'))
    const value = snapshot(desk)
    expect(textAt(value, end('hilang'))).toBeNull()
    expect(value.trail[0]?.from.quote).toBe('Kartu lama')
  })
})

describe('reviews of a form', () => {
  it('counts what is fine, what needs work and what is open', () => {
    const entry = (state: 'ok' | 'perlu_perbaikan') => ({ state, remark: '', by: '', at: '', history: [] })
    expect(reviewCounts('f', ['a', 'b', 'c'], { 'f/a': entry('ok'), 'f/b': entry('perlu_perbaikan'), 'g/c': entry('ok') })).toEqual({
      ok: 1,
      mend: 1,
      open: 1,
    })
  })

  it('knows whose turn it is from the last round', () => {
    const round = (kind: 'submitted' | 'returned' | 'accepted') => ({ kind, by: '', at: '', remark: '' })
    expect([
      turnOf([]),
      turnOf([round('submitted')]),
      turnOf([round('submitted'), round('returned')]),
      turnOf([round('submitted'), round('accepted')]),
    ]).toEqual(['draft', 'coach', 'team', 'accepted'])
  })
})

describe('the caret while others type', () => {
  it.each([
    ['text put in before it moves it along', 'abc', 'xyabc', 2, 4],
    ['text put in behind it leaves it', 'abc', 'abcxy', 2, 2],
    ['text taken out before it moves it back', 'xyabc', 'abc', 4, 2],
    ['text replaced around it puts it behind the new text', 'a123c', 'a9c', 3, 2],
  ])('%s', (_name, before, after, caret, expected) => {
    expect(movedCaret(before, after, caret)).toBe(expected)
  })

  it.each([
    ['typing at the end while somebody writes at the start', 'abc', 'abcx', 'yabc', 'yabcx'],
    ['typing at the start while somebody writes at the end', 'abc', 'xabc', 'abcy', 'xabcy'],
    ['taking out a word while another is put in', 'satu dua tiga', 'satu tiga', 'satu dua tiga empat', 'satu tiga empat'],
    ['nothing changed meanwhile', 'abc', 'abxc', 'abc', 'abxc'],
  ])('keeps what both wrote: %s', (_name, base, mine, theirs, expected) => {
    expect(rebase(base, mine, theirs)).toBe(expected)
  })
})
