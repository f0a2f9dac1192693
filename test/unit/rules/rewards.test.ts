import { describe, expect, it } from 'vitest'
import type { RewardId, SessionId } from '#shared/model/ids.ts'
import type { AttendanceState, Reward, Session } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { type RewardFacts, rewardList } from '#shared/rules/rewards.ts'
import { emptyRun } from '#shared/rules/session-time.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { stagesOf } from '#test/makers/stages.ts'

const stages = stagesOf('lan-6d')

const reward = (over: Partial<Omit<Reward, 'id'>> = {}): Reward => ({
  id: 'hadiah' as RewardId /* test id */,
  order: 'a0',
  kind: 'piagam',
  title: 'Inovasi terbaik',
  to: 'innovation',
  amount: null,
  criteria: [{ indicator: 'stage', atLeast: 3 }],
  most: null,
  added: [],
  left: [],
  note: '',
  ...over,
})
const innovation = (id: string, over: Partial<InnovationSummary> = {}): InnovationSummary => ({
  ...summarise(makeInnovation({ id, name: id.toUpperCase() }), ''),
  ...over,
})
const session = (id: string, came: Readonly<Record<string, AttendanceState>>, endedAt = '2026-04-14T09:00:00Z'): Session => ({
  id: id as SessionId /* test id */,
  title: id,
  stage: 'diagnose',
  date: '2026-04-14',
  start: '08:30',
  timeZone: 'WIB',
  place: '',
  goal: '',
  template: false,
  teams: [],
  createdAt: '',
  blocks: [],
  run: { ...emptyRun, startedAt: '2026-04-14T01:30:00Z', endedAt },
  attendance: Object.fromEntries(Object.entries(came).map(([person, state]) => [person, { state, at: '', walkIn: false }])),
})
const facts = (over: Partial<RewardFacts> = {}): RewardFacts => ({
  lab: makeLab({
    units: [
      makeUnit({ id: 'pangan', name: 'Dinas Pangan' }),
      makeUnit({ id: 'dlh', name: 'Dinas Lingkungan Hidup' }),
      makeUnit({ id: 'kosong' }),
    ],
    people: [makePerson({ id: 'p1', name: 'Contoh Satu', unit: 'pangan' }), makePerson({ id: 'p2', name: 'Contoh Dua', unit: 'dlh' })],
  }),
  innovations: [
    innovation('a', { unit: 'pangan', stage: 'deliver', launched: true }),
    innovation('b', { unit: 'pangan', stage: 'design' }),
    innovation('c', { unit: 'dlh', stage: 'design' }),
    innovation('d', { unit: 'dlh', stage: 'diagnose' }),
    innovation('e', { unit: 'dlh', stage: 'display', archived: true }),
  ],
  stages,
  sessions: [],
  today: '2026-05-01',
  awards: {},
  ...over,
})
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)

describe('a reward', () => {
  it('goes to those that meet every criterion, the strongest first, ties sharing their rank; archived ones never', () => {
    const list = rewardList(reward(), facts())
    expect(list.given.map(({ id, rank, tied }) => [id, rank, tied])).toEqual([
      ['a', 1, false],
      ['b', 2, true],
      ['c', 2, true],
    ])
    expect(list.given[0]?.reasons).toEqual([{ indicator: 'stage', atLeast: 3, value: 4, met: true }])
    expect(list.given[0]?.unit).toBe('Dinas Pangan')
    const strict = rewardList(reward({ criteria: [...reward().criteria, { indicator: 'launched', atLeast: 1 }] }), facts())
    expect(ids(strict.given)).toEqual(['a'])
  })
  it('without criteria goes to nobody but those added by hand', () => {
    const list = rewardList(reward({ criteria: [], added: ['d'] }), facts())
    expect(list.given.map(({ id, byHand, rank }) => [id, byHand, rank])).toEqual([['d', true, null]])
  })
  it('stops at the most it is for, and leaves equals at the edge to the secretariat', () => {
    const two = rewardList(reward({ most: 2 }), facts())
    expect([ids(two.given), ids(two.undecided), two.places]).toEqual([['a'], ['b', 'c'], 1])
    const decided = rewardList(reward({ most: 2, added: ['c'] }), facts())
    expect([ids(decided.given), ids(decided.undecided), ids(decided.beyond)]).toEqual([['a', 'c'], [], ['b']])
    const one = rewardList(reward({ most: 1 }), facts())
    expect([ids(one.given), ids(one.undecided), ids(one.beyond)]).toEqual([['a'], [], ['b', 'c']])
    expect(ids(rewardList(reward({ most: 0 }), facts()).given)).toEqual([])
  })
  it('keeps who was put on or taken off by hand', () => {
    const list = rewardList(reward({ added: ['d', 'gone'], left: ['a'] }), facts())
    expect(ids(list.given)).toEqual(['b', 'c', 'd'])
    expect(ids(list.left)).toEqual(['a'])
    expect(list.given.find(({ id }) => id === 'd')?.byHand).toBe(true)
  })
  it('tells who is one criterion short, the nearest first, but not who is far from a single one', () => {
    const criteria = [
      { indicator: 'stage', atLeast: 3 },
      { indicator: 'members', atLeast: 4 },
    ] as const
    const innovations = [
      innovation('a', { stage: 'design', members: 4 }),
      innovation('b', { stage: 'design', members: 1 }),
      innovation('c', { stage: 'design', members: 3 }),
      innovation('d', { stage: 'drum_up', members: 1 }),
    ]
    const list = rewardList(reward({ criteria }), facts({ innovations }))
    expect([ids(list.given), ids(list.near)]).toEqual([['a'], ['c', 'b']])
    const single = rewardList(reward({ criteria: [{ indicator: 'members', atLeast: 4 }] }), facts({ innovations }))
    expect(ids(single.near)).toEqual(['c'])
  })
  it('sums the money of all who get it', () => {
    expect(rewardList(reward({ kind: 'insentif', amount: 2_500_000 }), facts()).sum).toBe(7_500_000)
    expect(rewardList(reward(), facts()).sum).toBeNull()
  })
})

describe('a unit', () => {
  it('is measured by all its innovations; counts add up and the farthest stage counts', () => {
    const criteria = [
      { indicator: 'innovations', atLeast: 2 },
      { indicator: 'stage', atLeast: 4 },
      { indicator: 'launched', atLeast: 1 },
    ] as const
    const list = rewardList(reward({ to: 'unit', criteria }), facts())
    expect(ids(list.given)).toEqual(['pangan'])
    expect(list.given[0]?.reasons.map(({ value }) => value)).toEqual([2, 4, 1])
  })
})

describe('attendance', () => {
  const criteria = [{ indicator: 'attendance', atLeast: 50 }] as const
  const sessions = [
    session('s1', { p1: 'hadir', p2: 'izin' }),
    session('s2', { p1: 'hadir', p2: 'hadir' }),
    session('s3', { p1: 'tidak', p2: 'hadir' }),
    session('running', { p1: 'tidak' }, ''),
    session('nobody ticked', {}),
  ]
  it('counts the sessions that are over and at which somebody was ticked as present', () => {
    const list = rewardList(reward({ to: 'person', criteria: [{ indicator: 'attendance', atLeast: 67 }] }), facts({ sessions }))
    expect(list.given.map(({ id, reasons }) => [id, reasons[0]?.value])).toEqual([
      ['p1', 67],
      ['p2', 67],
    ])
    expect(ids(rewardList(reward({ to: 'unit', criteria }), facts({ sessions })).given)).toEqual(['pangan', 'dlh'])
  })
  it('is unknown before the first session, and nobody qualifies by it', () => {
    const list = rewardList(reward({ to: 'person', criteria }), facts())
    expect([list.given, list.near]).toEqual([[], []])
  })
})

describe('keeping to the deadlines', () => {
  it('counts those that are not missed now, and is unknown without deadlines', () => {
    const criteria = [{ indicator: 'on_time', atLeast: 0 }] as const
    const deadlines = { diagnose: '2026-04-10', launching: '2026-04-20', display: '2026-09-01' }
    const list = rewardList(reward({ criteria }), facts({ lab: { ...facts().lab, deadlines } }))
    expect(list.given.map(({ id, reasons }) => [id, reasons[0]?.value])).toEqual([
      ['a', 100],
      ['b', 67],
      ['c', 67],
      ['d', 33],
    ])
    expect(rewardList(reward({ criteria }), facts()).given).toEqual([])
  })
})
