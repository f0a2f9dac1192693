import { describe, expect, it } from 'vitest'
import type { Convention, Sheet } from '#shared/model/jury.ts'
import { conventionResult, type ResultOptions } from '#shared/rules/jury-result.ts'
import { convention, criterion, entry, entryId, judge, judgeId, panel, rubric, sheet, stage, unitId } from './jury-make.ts'

/** One criterion, so that a mark is the judge's number. */
const single = (over = {}) => rubric({ stages: [stage('proposal', [criterion('baru', { min: 0, max: 100 })])], ...over })
const gives = (who: string, marks: Readonly<Record<string, number | null>>, locked = true) =>
  sheet(who, Object.fromEntries(Object.entries(marks).map(([id, baru]) => [id, { proposal: { baru } }])), locked)
const numberOf = (of: Convention, sheets: readonly Sheet[], options?: ResultOptions) =>
  conventionResult(of, sheets, options).entries.find((one) => one.entry === 'x')?.value

describe('one judge', () => {
  it.each([
    ['sum', 5 * 4 + 2 * 3],
    ['percent', (5 * 4 + 2 * 3) / 100],
    ['normal', ((5 * (3 / 4) + 2 * (2 / 4)) / 7) * 100],
  ] as const)('counted by %s', (scoring, expected) => {
    const criteria = [criterion('baru', { weight: 5 }), criterion('dampak', { weight: 2 })]
    const of = convention(rubric({ stages: [stage('proposal', criteria, { scoring })] }), { judges: ['a'], entries: ['x'] })
    expect(numberOf(of, [sheet('a', { x: { proposal: { baru: 4, dampak: 3 } } })])).toBeCloseTo(expected, 12)
  })

  it('has no number while a mark is missing, was taken away, or is off the scale', () => {
    const of = convention(rubric(), { judges: ['a'], entries: ['x'] })
    for (const dampak of [null, 9, 1.5]) {
      const { entries, missing } = conventionResult(of, [sheet('a', { x: { proposal: { baru: 4, dampak } } })])
      expect(entries[0]).toMatchObject({ value: null, rank: null, complete: false })
      expect(missing).toEqual([{ judge: 'a', entry: 'x', stage: 'proposal', done: 1, of: 2 }])
    }
  })

  it('says of every mark what it adds', () => {
    const of = convention(rubric(), { judges: ['a'], entries: ['x'] })
    const [found] = conventionResult(of, [sheet('a', { x: { proposal: { baru: 4, dampak: 2 } } })]).entries
    expect(found?.stages[0]?.judges[0]?.marks.map(({ criterion: key, value, adds }) => [key, value, adds])).toEqual([
      ['baru', 4, 4],
      ['dampak', 2, 2],
    ])
  })
})

describe('several judges', () => {
  const judges = ['a', 'b', 'c', 'd']
  const sheets = [gives('a', { x: 10 }), gives('b', { x: 70 }), gives('c', { x: 80 }), gives('d', { x: 100 })]
  it.each([
    ['mean', 65],
    ['median', 75],
    ['trimmed', 75],
  ] as const)('by %s', (pooling, expected) => {
    expect(numberOf(convention(single({ pooling }), { judges, entries: ['x'] }), sheets)).toBe(expected)
  })

  it('of an odd number have the one in the middle as median', () => {
    expect(numberOf(convention(single({ pooling: 'median' }), { judges, entries: ['x'] }), sheets.slice(0, 3))).toBe(70)
  })

  it('fewer than three are not trimmed', () => {
    const of = convention(single({ pooling: 'trimmed' }), { judges, entries: ['x'] })
    expect(numberOf(of, sheets.slice(0, 2))).toBe(40)
    expect(numberOf(of, sheets.slice(0, 3))).toBe(70)
  })

  it('two equal lowest: only one of them is left out', () => {
    const of = convention(single({ pooling: 'trimmed' }), { judges, entries: ['x'] })
    const [found] = conventionResult(of, [gives('a', { x: 10 }), gives('b', { x: 10 }), gives('c', { x: 40 })]).entries
    expect(found?.value).toBe(10)
    expect(found?.stages[0]?.judges.map(({ trimmed }) => trimmed)).toEqual([true, false, true, false])
  })

  it('only count what is locked, unless the result is provisional', () => {
    const of = convention(single(), { judges: ['a', 'b'], entries: ['x'] })
    const half = [gives('a', { x: 40 }), gives('b', { x: 80 }, false)]
    expect(numberOf(of, half)).toBe(40)
    expect(numberOf(of, half, { provisional: true })).toBe(60)
    expect(conventionResult(of, half)).toMatchObject({ done: 1, of: 2, missing: [{ judge: 'b', done: 1, of: 1 }] })
    expect(conventionResult(of, half).entries[0]?.complete).toBe(false)
  })

  it('a stage that was opened again does not count until it is locked again', () => {
    const of = convention(single(), { judges: ['a'], entries: ['x'] })
    const locked = gives('a', { x: 40 })
    const act = { entry: entryId('x'), stage: 'proposal', by: 'a', reason: 'salah ketik', at: '2026-09-14T03:00:00Z' } as const
    const reopened: Sheet = { ...locked, acts: [...locked.acts, { ...act, act: 'reopen', turn: 2 }] }
    expect(numberOf(of, [reopened])).toBeNull()
    expect(numberOf(of, [{ ...reopened, acts: [...reopened.acts, { ...act, act: 'lock', turn: 3 }] }])).toBe(40)
  })
})

describe('a recused judge', () => {
  const own = unitId('dinas')
  const of = convention(single(), {
    judges: [judge('a', { unit: own }), judge('b'), judge('c')],
    entries: [entry('x', { unit: own }), 'y'],
  })
  const sheets = [gives('a', { x: 0, y: 50 }), gives('b', { x: 60, y: 50 }), gives('c', { x: 80, y: 50 })]

  it('of the same unit is left out of the mean, not counted as zero, and owes nothing', () => {
    const result = conventionResult(of, sheets)
    expect(result.entries[0]).toMatchObject({ entry: 'x', value: 70, complete: true })
    expect(result.entries[0]?.stages[0]?.judges.map(({ state, value }) => [state, value])).toEqual([
      ['recused', null],
      ['locked', 60],
      ['locked', 80],
    ])
    expect(result).toMatchObject({ done: 5, of: 5 })
    expect(numberOf(of, sheets.slice(1))).toBe(70)
  })

  it('who declared an interest is left out as well, and counts once that was set aside with a reason', () => {
    const said = { judge: judgeId('b'), entry: entryId('x'), reason: 'pembimbing', by: 'b', at: '2026-09-01T00:00:00Z' }
    const declared = { ...of, recusals: [said] }
    expect(numberOf(declared, sheets)).toBe(80)
    expect(numberOf({ ...declared, lifts: [{ ...said, reason: 'sudah selesai', at: '2026-09-02T00:00:00Z' }] }, sheets)).toBe(70)
  })

  it('leaves an entry without a number when all are recused', () => {
    const all = { ...of, panels: [panel('satu', ['a'], ['x'])] }
    expect(conventionResult(all, sheets).entries.find((one) => one.entry === 'x')).toMatchObject({
      value: null,
      complete: false,
      rank: null,
    })
  })
})

describe('several stages', () => {
  const two = rubric({
    stages: [
      stage('proposal', [criterion('baru', { weight: 21, min: 1, max: 3 })], { weight: 70 }),
      stage('presentasi', [criterion('paparan', { weight: 100, min: 0, max: 100 })], { weight: 30, scoring: 'percent' }),
    ],
  })
  const of = convention(two, { judges: ['a'], entries: ['x', 'y'] })

  it('are brought to 0–100 and weighed', () => {
    expect(numberOf(of, [sheet('a', { x: { proposal: { baru: 2 }, presentasi: { paparan: 90 } } })])).toBeCloseTo(0.7 * 50 + 0.3 * 90, 12)
  })

  it('leave an entry that misses one without a number, and with a number once that stage has no weight', () => {
    const sheets = [sheet('a', { x: { proposal: { baru: 2 }, presentasi: { paparan: 90 } }, y: { proposal: { baru: 3 } } })]
    const places = (options?: ResultOptions) => conventionResult(of, sheets, options).entries.map(({ entry: id, rank }) => [id, rank])
    expect(places()).toEqual([
      ['x', 1],
      ['y', null],
    ])
    expect(places({ whatIf: { weights: { presentasi: 0 } } })).toEqual([
      ['y', 1],
      ['x', 2],
    ])
  })

  it('may have panels of their own; a judge in two panels for the same has one turn', () => {
    const panels = [
      panel('satu', ['a'], ['x'], ['proposal']),
      panel('dua', ['b'], ['x'], ['presentasi']),
      panel('tiga', ['a'], ['x'], ['proposal']),
    ]
    const split = { ...convention(two, { judges: ['a', 'b'], entries: ['x'] }), panels }
    const result = conventionResult(split, [
      sheet('a', { x: { proposal: { baru: 3 } } }),
      sheet('b', { x: { presentasi: { paparan: 50 } } }),
    ])
    expect(result.entries[0]?.value).toBeCloseTo(85, 12)
    expect(result).toMatchObject({ done: 2, of: 2 })
  })
})

describe('what would be', () => {
  const of = convention(rubric(), { judges: ['a', 'b'], entries: ['x', 'y'] })
  const sheets = [
    sheet('a', { x: { proposal: { baru: 5, dampak: 1 } }, y: { proposal: { baru: 2, dampak: 5 } } }),
    sheet('b', { x: { proposal: { baru: 5, dampak: 1 } }, y: { proposal: { baru: 1, dampak: 3 } } }),
  ]
  const first = (options: ResultOptions = {}) => conventionResult(of, sheets, options).entries[0]?.entry

  it('with other weights or without a judge is shown, and the result itself stays', () => {
    const before = JSON.stringify([of, sheets])
    expect(first()).toBe('x')
    expect(first({ whatIf: { weights: { 'proposal/baru': 0 } } })).toBe('y')
    expect(first({ whatIf: { without: [judgeId('b')] } })).toBe('y')
    expect(first()).toBe('x')
    expect(JSON.stringify([of, sheets])).toBe(before)
  })

  it('with no weight at all has no numbers rather than nonsense', () => {
    const none = rubric({ stages: [stage('proposal', [criterion('baru')], { scoring: 'normal' })] })
    const result = conventionResult(convention(none, { judges: ['a'], entries: ['x'] }), [sheet('a', { x: { proposal: { baru: 5 } } })], {
      whatIf: { weights: { 'proposal/baru': 0 } },
    })
    expect(result.entries[0]?.value).toBeNull()
  })
})

describe('what the secretariat looks after', () => {
  it('differences between judges over the limit, the largest first, with those that were talked over', () => {
    const of = convention(single(), { judges: ['a', 'b'], entries: ['x', 'y', 'z'] })
    const talks = [{ entry: entryId('y'), stage: 'proposal', note: 'sepakat', by: '', at: '' }]
    const sheets = [gives('a', { x: 50, y: 20, z: 50 }), gives('b', { x: 75, y: 90, z: 74 })]
    expect(conventionResult({ ...of, talks }, sheets).spreads).toEqual([
      { entry: 'y', stage: 'proposal', spread: 70, talked: true },
      { entry: 'x', stage: 'proposal', spread: 25, talked: false },
    ])
  })

  it('an entry that withdrew has no rank, wins nothing and owes nothing', () => {
    const of = convention(single(), { judges: ['a', 'b'], entries: [entry('x', { withdrawn: 'pindah unit' }), 'y'], top: 1 })
    const result = conventionResult(of, [gives('a', { x: 90, y: 10 }), gives('b', { y: 10 })])
    expect(result.entries.map(({ entry: id, rank }) => [id, rank])).toEqual([
      ['y', 1],
      ['x', null],
    ])
    expect(result).toMatchObject({ winners: ['y'], missing: [], done: 2, of: 2 })
  })

  it('ranks within each category follow the whole', () => {
    const categories = [
      { key: 'opd', label: 'OPD' },
      { key: 'desa', label: 'Desa' },
    ]
    const entries = [
      entry('x', { category: 'opd' }),
      entry('y', { category: 'desa' }),
      entry('z', { category: 'opd' }),
      entry('w', { category: 'opd' }),
    ]
    const of = { ...convention(single(), { judges: ['a'], entries }), categories }
    expect(conventionResult(of, [gives('a', { x: 10, y: 90, z: 40, w: 10 })]).categories).toEqual([
      {
        key: 'opd',
        entries: [
          { entry: 'z', rank: 1 },
          { entry: 'w', rank: 2 },
          { entry: 'x', rank: 2 },
        ],
      },
      { key: 'desa', entries: [{ entry: 'y', rank: 1 }] },
    ])
  })
})
