import { describe, expect, it } from 'vitest'
import type { Convention } from '#shared/model/jury.ts'
import type { TieRule } from '#shared/model/rubric.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { withDecision } from '#shared/rules/jury-setup.ts'
import { convention, criterion, entry, entryId, rubric, sheet, stage } from './jury-make.ts'

const byNovelty: TieRule = { by: 'criterion', stage: 'proposal', criterion: 'baru' }
const of = (ties: readonly TieRule[], entries: Parameters<typeof convention>[1] = {}): Convention =>
  convention(rubric({ stages: [stage('proposal', [criterion('baru'), criterion('dampak')])], ties: [...ties] }), {
    judges: ['a', 'b'],
    entries: ['x', 'y', 'z', 'w'],
    ...entries,
  })
/** Entry → marks of both judges: novelty and impact. */
const sheets = (marks: Readonly<Record<string, readonly [number, number, number, number]>>) =>
  (['a', 'b'] as const).map((who, at) =>
    sheet(
      who,
      Object.fromEntries(
        Object.entries(marks).map(([id, all]) => [id, { proposal: { baru: all[at * 2] ?? null, dampak: all[at * 2 + 1] ?? null } }]),
      ),
    ),
  )
const places = (which: Convention, marks: Parameters<typeof sheets>[0]) =>
  conventionResult(which, sheets(marks)).entries.map((one) => [one.entry, one.rank, one.decidedBy?.by ?? null, one.shared])

describe('two equals', () => {
  it('share the rank when no rule sets them apart, and the next rank is left out', () => {
    expect(places(of([]), { x: [3, 3, 3, 3], y: [3, 3, 3, 3], z: [1, 1, 1, 1], w: [4, 4, 4, 4] })).toEqual([
      ['w', 1, null, false],
      ['x', 2, null, true],
      ['y', 2, null, true],
      ['z', 4, null, false],
    ])
  })

  it('are told apart by the higher mark of a criterion', () => {
    const found = conventionResult(of([byNovelty]), sheets({ x: [2, 4, 3, 3], y: [4, 2, 3, 3] }))
    expect(
      found.entries.slice(0, 2).map(({ entry: id, rank, shared, equals, decidedBy }) => ({ id, rank, shared, equals, decidedBy })),
    ).toEqual([
      { id: 'y', rank: 1, shared: false, equals: ['x'], decidedBy: byNovelty },
      { id: 'x', rank: 2, shared: false, equals: ['y'], decidedBy: byNovelty },
    ])
  })

  it.each([
    ['lowest', { x: [5, 5, 1, 1], y: [3, 3, 3, 3] }, 'y'],
    ['highest', { x: [5, 5, 1, 1], y: [3, 3, 3, 3] }, 'x'],
  ] as const)('are told apart by the %s judge', (by, marks, first) => {
    expect(places(of([{ by }]), marks)[0]).toEqual([first, 1, by, false])
  })

  it('are told apart by a stage', () => {
    const stages = [
      stage('satu', [criterion('a', { min: 0, max: 10 })], { weight: 50 }),
      stage('dua', [criterion('b', { min: 0, max: 10 })], { weight: 50 }),
    ]
    const which = convention(rubric({ stages, ties: [{ by: 'stage', stage: 'dua' }] }), { judges: ['a'], entries: ['x', 'y'] })
    const marks = { x: { satu: { a: 8 }, dua: { b: 4 } }, y: { satu: { a: 4 }, dua: { b: 8 } } }
    expect(conventionResult(which, [sheet('a', marks)]).entries.map(({ entry: id }) => id)).toEqual(['y', 'x'])
  })

  it('are told apart by who handed in earlier, whatever zone the moment is written in; none counts as the last', () => {
    const entries = [
      entry('x'),
      entry('y', { submittedAt: '2026-09-01T08:00:00+09:00' }),
      entry('z', { submittedAt: '2026-08-31T23:30:00Z' }),
    ]
    const all = [3, 3, 3, 3] as const
    expect(places(of([{ by: 'earlier' }], { entries }), { x: all, y: all, z: all }).map(([id]) => id)).toEqual(['y', 'z', 'x'])
  })

  it('whose numbers differ by a trace of rounding only are equal', () => {
    const thirds = rubric({
      stages: [stage('proposal', [criterion('a', { weight: 0.1 }), criterion('b', { weight: 0.2 }), criterion('c', { weight: 0.3 })])],
    })
    const which = convention(thirds, { judges: ['a'], entries: ['x', 'y'] })
    const marks = { x: { proposal: { a: 1, b: 1, c: 2 } }, y: { proposal: { a: 4, b: 1, c: 1 } } }
    const found = conventionResult(which, [sheet('a', marks)]).entries
    expect(found[0]?.value).not.toBe(found[1]?.value)
    expect(found.map(({ rank, shared }) => [rank, shared])).toEqual([
      [1, true],
      [1, true],
    ])
  })
})

describe('three equals', () => {
  it('are split step by step, each with the rule that did it', () => {
    const marks = { x: [4, 2, 4, 2], y: [3, 3, 3, 3], z: [5, 1, 1, 5] } as const
    expect(
      places(
        of([byNovelty, { by: 'lowest' }, { by: 'earlier' }], {
          entries: [entry('x'), entry('y', { submittedAt: '2026-09-01' }), entry('z')],
        }),
        marks,
      ),
    ).toEqual([
      ['x', 1, 'criterion', false],
      ['y', 2, 'earlier', false],
      ['z', 3, 'earlier', false],
    ])
  })

  it('of which a rule sets one apart leave the others sharing', () => {
    expect(places(of([byNovelty], { entries: ['x', 'y', 'z'] }), { x: [4, 2, 4, 2], y: [3, 3, 3, 3], z: [3, 3, 3, 3] })).toEqual([
      ['x', 1, 'criterion', false],
      ['y', 2, 'criterion', true],
      ['z', 2, 'criterion', true],
    ])
  })
})

describe('at the edge of who wins', () => {
  const all = { x: [5, 5, 5, 5], y: [3, 3, 3, 3], z: [3, 3, 3, 3], w: [3, 3, 3, 3] } as const
  const which = { ...of([]), top: 2 }

  it('equals no rule set apart all stand on the list, and are named as undecided', () => {
    expect(conventionResult(which, sheets(all))).toMatchObject({ winners: ['x', 'w', 'y', 'z'], undecided: ['w', 'y', 'z'] })
  })

  it('equals inside the list are no question', () => {
    expect(conventionResult({ ...which, top: 4 }, sheets(all))).toMatchObject({ winners: ['x', 'w', 'y', 'z'], undecided: [] })
  })

  it('a decision of the jury with its reason settles it', () => {
    const decision = { entries: ['z', 'y', 'w'].map(entryId), reason: 'musyawarah', by: 'ketua', at: '2026-09-14T05:00:00Z' }
    const decided = withDecision(which, decision)
    expect(conventionResult(decided, sheets(all))).toMatchObject({ winners: ['x', 'z'], undecided: [] })
    expect(decided.ties).toEqual([{ by: 'decision' }])
    expect(withDecision(decided, decision).ties).toEqual([{ by: 'decision' }])
  })

  it('a decision about some of the equals says nothing about the others', () => {
    const decided = withDecision(which, { entries: ['z', 'y'].map(entryId), reason: 'musyawarah', by: '', at: '' })
    expect(conventionResult(decided, sheets(all)).undecided).toEqual(['w', 'y', 'z'])
  })

  it('the latest decision holds', () => {
    const say = (order: readonly string[]) => ({ entries: order.map(entryId), reason: 'musyawarah', by: '', at: '' })
    const decided = withDecision(withDecision(which, say(['z', 'y', 'w'])), say(['w', 'z', 'y']))
    expect(conventionResult(decided, sheets(all)).winners).toEqual(['x', 'w'])
  })
})
