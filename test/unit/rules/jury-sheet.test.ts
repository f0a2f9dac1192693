import { describe, expect, it } from 'vitest'
import type { SheetChange } from '#shared/api/jury.ts'
import type { Convention, Sheet } from '#shared/model/jury.ts'
import { assignedTo, isRecused } from '#shared/rules/jury-recusal.ts'
import {
  applyChange,
  applyVisits,
  emptySheet,
  fitsScale,
  fitting,
  inOrder,
  isLocked,
  locksOf,
  markOf,
  mergeSheets,
  noVisitors,
  scopeOfConvention,
  takeSheet,
} from '#shared/rules/jury-sheet.ts'
import { conventionOf, criteria, entryId, entryOf, judgeId, seeded, stages, wildSheet } from '#test/unit/core/jury/make.ts'

const seed = 20_260_914
const rounds = 400
const a = judgeId('a')
const b = judgeId('b')
const dua = entryId('dua')
const tiga = entryId('tiga')
const satu = entryId('satu')

const acted = (convention: Convention, sheet: Sheet, change: SheetChange, at = '2026-09-14T02:00:00.000Z') =>
  applyChange(scopeOfConvention(convention, sheet.judge), sheet, change, { by: 'Sekretariat', at })
const done = (convention: Convention, sheet: Sheet, change: SheetChange, at?: string): Sheet => {
  const answer = acted(convention, sheet, change, at)
  if ('refused' in answer) throw new Error(`refused: ${answer.refused}`)
  return answer.sheet
}
const mark = (value: number | null, over: object = {}) => ({
  entry: dua,
  stage: 'proposal',
  criterion: 'baru',
  value,
  comment: '',
  ...over,
})
const act = (kind: 'lock' | 'reopen', reason = '') => ({ entry: dua, stage: 'proposal', act: kind, by: '', reason })

describe('two sheets of one judge', () => {
  it(`become the same sheet in whichever order, however often (seed ${seed})`, () => {
    const next = seeded(seed)
    for (let round = 0; round < rounds; round += 1) {
      const [x, y, z] = [wildSheet(next), wildSheet(next), wildSheet(next)]
      const where = `round ${round} of seed ${seed}`
      const text = (sheet: Sheet) => JSON.stringify(sheet)
      expect(text(mergeSheets(x, y)), where).toBe(text(mergeSheets(y, x)))
      expect(text(mergeSheets(mergeSheets(x, y), z)), where).toBe(text(mergeSheets(x, mergeSheets(y, z))))
      const once = mergeSheets(x, y)
      expect(text(mergeSheets(once, y)), where).toBe(text(once))
      expect(text(mergeSheets(x, x)), where).toBe(text(inOrder(x)))
    }
  })

  it('keep of each mark the one of the higher turn, and of the later moment when the turns are equal', () => {
    const of = (value: number, turn: number, at: string): Sheet => ({
      ...emptySheet(a),
      marks: [{ ...mark(value), turn, at: `2026-09-14T0${at}:00:00.000Z` }],
    })
    const merged = (x: Sheet, y: Sheet) => markOf(mergeSheets(x, y), dua, 'proposal', 'baru')?.value
    expect(merged(of(1, 2, '1'), of(5, 1, '9'))).toBe(1)
    expect(merged(of(1, 2, '1'), of(5, 2, '9'))).toBe(5)
  })

  it('lose no act and no declared interest', () => {
    const next = seeded(seed)
    for (let round = 0; round < rounds; round += 1) {
      const [x, y] = [wildSheet(next), wildSheet(next)]
      const both = mergeSheets(x, y)
      for (const one of [...x.acts, ...y.acts]) expect(both.acts).toContainEqual(one)
      for (const one of [...x.declared, ...y.declared]) expect(both.declared).toContainEqual(one)
    }
  })

  it('of two judges are not merged', () => {
    expect(() => mergeSheets(emptySheet(a), emptySheet(b))).toThrow('two judges')
  })
})

describe('a change of a sheet', () => {
  const convention = conventionOf()

  it('counts a turn for each mark that says something new, and none for one that does not', () => {
    const first = done(convention, emptySheet(b), { marks: [mark(3)] }, '2026-09-14T01:00:00.000Z')
    expect(first.marks).toEqual([{ ...mark(3), turn: 1, at: '2026-09-14T01:00:00.000Z' }])
    expect(done(convention, first, { marks: [mark(3)] })).toEqual(first)
    expect(done(convention, first, { marks: [mark(3, { comment: 'jelas' })] }).marks[0]?.turn).toBe(2)
    expect(done(convention, first, { marks: [mark(null)] }).marks[0]).toMatchObject({ value: null, turn: 2 })
  })

  it('locks after its marks and opens before them', () => {
    const locked = done(convention, emptySheet(b), { marks: [mark(3)], acts: [act('lock')] })
    expect(isLocked(locked, dua, 'proposal')).toBe(true)
    expect(isLocked(locked, dua, 'presentasi')).toBe(false)
    expect(acted(convention, locked, { marks: [mark(4)] })).toEqual({ refused: 'locked', entry: dua, stage: 'proposal' })
    const again = done(convention, locked, { marks: [mark(4)], acts: [act('lock'), act('reopen', 'salah baca')] })
    expect(markOf(again, dua, 'proposal', 'baru')?.value).toBe(4)
    expect(locksOf(again)(dua, 'proposal')).toBe(true)
    expect(again.acts.map(({ act: kind, turn, reason }) => [kind, turn, reason])).toEqual([
      ['lock', 1, ''],
      ['reopen', 2, 'salah baca'],
      ['lock', 3, ''],
    ])
  })

  it('is refused whole, with the first reason', () => {
    const locked = done(convention, emptySheet(b), { acts: [act('lock')] })
    const cases: readonly [Convention, Sheet, SheetChange, string][] = [
      [convention, locked, { acts: [act('reopen', '  ')] }, 'no_reason'],
      [convention, emptySheet(b), { declared: [{ entry: dua, reason: '' }] }, 'no_reason'],
      [convention, emptySheet(b), { marks: [mark(6)] }, 'out_of_scale'],
      [convention, emptySheet(b), { marks: [mark(0.5)] }, 'out_of_scale'],
      [convention, emptySheet(b), { marks: [mark(2.25)] }, 'out_of_scale'],
      [convention, emptySheet(b), { marks: [mark(Number.NaN)] }, 'out_of_scale'],
      [convention, emptySheet(b), { marks: [mark(3, { criterion: 'lain' })] }, 'out_of_scale'],
      [convention, emptySheet(b), { marks: [mark(3, { stage: 'lain' })] }, 'not_assigned'],
      [convention, emptySheet(b), { marks: [mark(3, { entry: entryId('asing') })] }, 'not_assigned'],
      [convention, emptySheet(a), { marks: [mark(3, { entry: satu })] }, 'recused'],
      [conventionOf({ state: 'selesai' }), emptySheet(b), { marks: [mark(3)] }, 'closed'],
    ]
    for (const [where, sheet, change, reason] of cases) {
      const mixed = { ...change, marks: [mark(2, { entry: tiga }), ...(change.marks ?? [])] }
      expect(acted(where, sheet, mixed), reason).toMatchObject({ refused: reason })
    }
  })

  it('takes half steps where the scale has them, whatever the binary fractions', () => {
    expect(fitsScale({ min: 1, max: 5, step: 0.5 }, 4.5)).toBe(true)
    expect(fitsScale({ min: 0, max: 1, step: 0.1 }, 0.3)).toBe(true)
    expect(fitsScale({ min: 0, max: 1, step: 0.1 }, 0.35)).toBe(false)
    expect(fitsScale({ min: 0, max: 100, step: 1 }, Number.POSITIVE_INFINITY)).toBe(false)
  })
})

describe('recusal', () => {
  const reason = { by: 'Sekretariat', reason: 'tidak ada penilai lain' }

  it('holds for the own unit by itself, until it is set aside with a reason', () => {
    const convention = conventionOf()
    expect(isRecused(convention, a, satu)).toEqual({ why: 'unit', reason: '' })
    expect(isRecused(convention, a, dua)).toBeNull()
    expect(isRecused(convention, b, satu)).toBeNull()
    const lifts = [{ judge: a, entry: satu, ...reason, at: '2026-09-14T01:00:00.000Z' }]
    expect(isRecused({ ...convention, lifts }, a, satu)).toBeNull()
  })

  it('that is declared again after it was set aside holds again', () => {
    const said = (at: string) => ({ judge: b, entry: dua, reason: 'saudara', by: 'Juri B', at })
    const lifts = [{ judge: b, entry: dua, ...reason, at: '2026-09-14T02:00:00.000Z' }]
    const before = conventionOf({ recusals: [said('2026-09-14T01:00:00.000Z')], lifts })
    expect(isRecused(before, b, dua)).toBeNull()
    const after = conventionOf({ recusals: [said('2026-09-14T01:00:00.000Z'), said('2026-09-14T03:00:00.000Z')], lifts })
    expect(isRecused(after, b, dua)).toEqual({ why: 'declared', reason: 'saudara' })
  })

  it('leaves an entry out of what a judge is assigned, as withdrawing does', () => {
    const convention = conventionOf()
    const withdrawn = { ...convention, entries: convention.entries.map((one) => (one.id === dua ? { ...one, withdrawn: 'mundur' } : one)) }
    expect(assignedTo(withdrawn, a).map(({ entry }) => entry.id)).toEqual([tiga])
    expect(assignedTo(withdrawn, a, { all: true }).map(({ entry, recused }) => [entry.id, recused?.why])).toEqual([
      [satu, 'unit'],
      [dua, undefined],
      [tiga, undefined],
    ])
  })

  it('two panels of one judge add up, with stages in the order of the rubric', () => {
    const [panel] = conventionOf().panels
    if (panel === undefined) throw new Error('the maker has a panel')
    const of = (id: string, its: readonly string[], entries: readonly string[]) => ({
      ...panel,
      id: id as typeof panel.id, // test id
      stages: [...its],
      entries: entries.map(entryId),
    })
    const convention = conventionOf({ panels: [of('x', ['presentasi'], ['tiga', 'dua']), of('y', ['proposal'], ['dua'])] })
    expect(assignedTo(convention, b).map(({ entry, stages: its }) => [entry.id, its])).toEqual([
      [dua, [...stages]],
      [tiga, ['presentasi']],
    ])
  })
})

describe('a sheet that comes back', () => {
  const convention = conventionOf()
  const early = '2026-09-14T01:00:00.000Z'
  const late = '2026-09-14T05:00:00.000Z'

  it('is told apart into new, newer, same and older marks', () => {
    const here = done(convention, emptySheet(b), { marks: [mark(3), mark(2, { criterion: 'dampak' })] }, early)
    const away = done(convention, here, { marks: [mark(4), mark(5, { entry: tiga })] }, late)
    expect(takeSheet(here, away)).toMatchObject({ added: 1, changed: 1, same: 1, older: 0, held: 0, locked: 0 })
    expect(takeSheet(away, here)).toMatchObject({ added: 0, changed: 0, same: 1, older: 1 })
    expect(takeSheet(away, here).sheet).toEqual(takeSheet(here, away).sheet)
  })

  it('does not change what was locked here meanwhile, until it was opened again with a reason', () => {
    const here = done(convention, emptySheet(b), { marks: [mark(3)], acts: [act('lock')] }, early)
    const unaware = done(convention, done(convention, emptySheet(b), { marks: [mark(1)] }, late), { marks: [mark(5)] }, late)
    const taken = takeSheet(here, unaware)
    expect(taken).toMatchObject({ held: 1, changed: 0 })
    expect(markOf(taken.sheet, dua, 'proposal', 'baru')?.value).toBe(3)
    const opened = done(convention, mergeSheets(unaware, here), { acts: [act('reopen', 'hasil rapat juri')] }, late)
    expect(markOf(takeSheet(here, opened).sheet, dua, 'proposal', 'baru')?.value).toBe(5)
  })

  it('brings nothing for entries, criteria and scales the convention does not have, and no reopening without a reason', () => {
    const odd: Sheet = {
      ...emptySheet(b),
      marks: [
        { ...mark(3), turn: 1, at: early },
        { ...mark(9), criterion: 'dampak', turn: 1, at: early },
        { ...mark(3), entry: entryId('asing'), turn: 1, at: early },
        { ...mark(3), criterion: 'lain', turn: 1, at: early },
      ],
      acts: [{ ...act('reopen', ' '), turn: 5, at: early }],
      declared: [{ entry: entryId('asing'), reason: 'saudara', at: early }],
    }
    const { sheet, stray } = fitting(convention, odd)
    expect(stray).toBe(3)
    expect(sheet).toEqual({ ...emptySheet(b), marks: [{ ...mark(3), turn: 1, at: early }] })
  })
})

it('counts votes of visitors apart, never below none, and drops feedback by its id', () => {
  const ids = ['f1', 'f2']
  const on = { id: () => ids.shift() ?? '', at: '2026-09-14T02:00:00.000Z' }
  const first = applyVisits(
    noVisitors,
    {
      votes: [{ entry: 'dua', by: 3 }],
      feedback: [
        { entry: 'dua', text: 'Bagus' },
        { entry: 'tiga', text: 'Jelas' },
      ],
      drop: [],
    },
    on,
  )
  expect(first.votes).toEqual({ dua: 3 })
  const second = applyVisits(
    first,
    {
      votes: [
        { entry: 'dua', by: -5 },
        { entry: 'tiga', by: 1 },
      ],
      feedback: [],
      drop: ['f1'],
    },
    on,
  )
  expect(second).toEqual({ votes: { tiga: 1 }, feedback: [{ id: 'f2', entry: 'tiga', text: 'Jelas', at: on.at }] })
})

it('changes a sheet of 8,000 marks without going through all of them for each', () => {
  const entries = Array.from({ length: 2000 }, (_, at) => entryId(`e${at}`))
  const small = conventionOf()
  const panels = small.panels.map((panel) => ({ ...panel, entries }))
  const big = conventionOf({ entries: entries.map((id, at) => entryOf(id, { code: `K-${at}` })), panels })
  const marks = entries.flatMap((entry) => stages.flatMap((stage) => criteria.map((criterion) => mark(3, { entry, stage, criterion }))))
  const started = performance.now()
  const sheet = done(big, emptySheet(b), { marks })
  expect(done(big, sheet, { marks: marks.map((one) => ({ ...one, value: 4 })) }).marks).toHaveLength(8000)
  // Generous: going through all for each would take minutes.
  expect(performance.now() - started).toBeLessThan(5000)
})
