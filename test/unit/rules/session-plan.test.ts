import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import type { BlockId, SessionId } from '#shared/model/ids.ts'
import type { MethodDef, StageDef, StageKey } from '#shared/model/pack.ts'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import { methodOf } from '#shared/rules/packs.ts'
import { awayText, scheduleText, whenText } from '#shared/rules/schedule-text.ts'
import {
  blockFromAgenda,
  desksFor,
  emptyBlock,
  groupSessions,
  headOfCopy,
  minutesPastEnd,
  nextSession,
  notHeld,
  overlapping,
  type PlannedBlock,
  planFromAgenda,
  planFromSession,
  readClock,
  sessionEnd,
  withBreaks,
  workingDaysAfter,
} from '#shared/rules/session-plan.ts'
import { blockTimes, emptyRun } from '#shared/rules/session-time.ts'

const counts = { unit: 18, innovation: 18 }
let six: MethodDef
let five: MethodDef
beforeAll(async () => {
  const { packs } = await loadPacks(new URL('../../../templates/packs', import.meta.url).pathname)
  const method = (id: string): MethodDef => {
    const found = methodOf(packs, id)
    if (found === undefined) throw new Error(`${id} is missing`)
    return found
  }
  six = method('lan-6d')
  five = method('lan-5d')
})
const stage = (key: StageKey, method = six): StageDef => {
  const found = method.stages.find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found
}

const asBlocks = (blocks: readonly PlannedBlock[]): SessionBlock[] =>
  blocks.map((block, at) => ({ ...block, id: `b${at}` as BlockId /* an id of the test */, order: `a${at}` }))
const makeSession = (over: Partial<Session> = {}): Session => ({
  id: 'one' as SessionId /* an id of the test */,
  title: 'Diagnose, hari ke-1',
  stage: 'diagnose',
  date: '2026-04-16',
  start: '08:30',
  timeZone: 'WIB',
  place: 'Aula Balitbang',
  goal: '',
  template: false,
  teams: [],
  createdAt: '2026-04-01T00:00:00Z',
  blocks: [],
  run: emptyRun,
  attendance: {},
  ...over,
})
const lasting = (minutes: number): PlannedBlock => ({ ...emptyBlock, title: `${minutes}`, minutes })

describe('a plan from the default agenda', () => {
  it('has a day for each day of the stage, with title, minutes, canvas, script, instruction and steps in the language wanted', () => {
    const days = planFromAgenda(stage('diagnose'), 'id', counts, { breaks: false })
    expect(days.map(({ day, blocks }) => [day, blocks.length])).toEqual([
      [1, 5],
      [2, 6],
    ])
    const [first] = planFromAgenda(stage('diagnose'), 'en', counts)[0]?.blocks ?? []
    expect(first).toMatchObject({ kind: 'activity', title: 'Introduction and straightening the intention', minutes: 30, canvas: '' })
    expect(first?.instruction).toMatch(/first card/)
    expect(first?.steps.split('\n').length).toBeGreaterThan(1)
    expect(days[0]?.blocks[1]).toMatchObject({ canvas: 'peta-masalah', minutes: 60 })
    expect(days[0]?.blocks[1]?.script).toMatch(/^Buka data kinerja/)
  })

  it('makes desks of what is done for each unit, as many as keep it to about two hours', () => {
    const coaching = planFromAgenda(stage('diagnose'), 'id', counts)[1]?.blocks.find(({ title }) => title === 'Coaching setiap unit')
    expect(coaching).toMatchObject({ kind: 'desks', per: 'unit', each: 20, desks: 3, minutes: 120, turns: [] })
    expect(desksFor(20, 86)).toBe(12)
    expect(desksFor(20, 0)).toBe(1)
  })

  it('holds turns of a few minutes before the whole hall', () => {
    const pitches = planFromAgenda(stage('diagnose'), 'id', counts)[1]?.blocks.at(-1)
    expect(pitches).toMatchObject({ kind: 'desks', per: 'innovation', each: 3, desks: 1, minutes: 54 })
  })

  it('puts a coffee break mid-morning and lunch near noon into a long day, marked as ours, and never cuts a block', () => {
    const [day] = planFromAgenda(stage('diagnose'), 'id', counts)
    const times = blockTimes({ start: '08:30', blocks: asBlocks(day?.blocks ?? []) }, counts)
    const breaks = times.filter(({ block }) => block.kind === 'break')
    expect(breaks.map(({ block, clock, minutes }) => [block.title, clock, minutes])).toEqual([
      ['Rehat kopi', '10:00', 15],
      ['Istirahat, salat, dan makan', '11:30', 60],
    ])
    for (const { block } of breaks) expect(block.script).toMatch(/Disisipkan Labinov/)
  })

  it('leaves a day of four hours or less, and a day that has breaks already, as it is', () => {
    const short = [lasting(120), lasting(120)]
    expect(withBreaks(short, '08:30', 'id', counts)).toBe(short)
    const rested = [lasting(120), { ...lasting(15), kind: 'break' as const }, lasting(200)]
    expect(withBreaks(rested, '08:30', 'id', counts)).toBe(rested)
    expect(withBreaks([lasting(600), lasting(10)], '08:30', 'id', counts)).toHaveLength(2)
    expect(withBreaks([lasting(90), lasting(120), lasting(90)], '13:00', 'id', counts)).toHaveLength(3)
  })

  it('can be made for every stage of both methods', () => {
    for (const method of [six, five])
      for (const one of method.stages)
        for (const { blocks } of planFromAgenda(one, 'id', { unit: 0, innovation: 0 })) {
          expect(blocks.length, one.key).toBeGreaterThan(0)
          for (const block of blocks) {
            expect(block.minutes, block.title).toBeGreaterThan(0)
            if (block.kind === 'break') continue
            expect(block.instruction, block.title).not.toBe('')
            expect(block.steps.split('\n').length, block.title).toBeGreaterThanOrEqual(2)
            expect(block.steps.split('\n').length, block.title).toBeLessThanOrEqual(4)
          }
        }
  })

  it('does without instruction and steps where a pack has none', () => {
    const [written] = stage('drum_up').agenda
    if (written === undefined) throw new Error('no agenda')
    const { instruction: _none, ...bare } = written
    expect(blockFromAgenda({ ...bare, steps: [] }, 'id', counts)).toMatchObject({ instruction: '', steps: '' })
  })
})

describe('a plan from another session', () => {
  const block: PlannedBlock = { ...lasting(20), kind: 'desks', each: 20, turns: ['u1'], deskLeads: ['Sari'], lead: 'Budi' }
  const session = makeSession({ blocks: asBlocks([block]), template: true, teams: ['x'], date: '2026-04-16' })

  it('keeps everything in the same lab but who the blocks are', () => {
    expect(planFromSession(session, true)).toEqual([block])
  })

  it('takes no names of people and units out of another lab', () => {
    expect(planFromSession(session, false)).toEqual([{ ...block, turns: [], deskLeads: [], lead: '' }])
  })

  it('has no day and no teams yet', () => {
    expect(headOfCopy(session)).toMatchObject({ title: session.title, date: '', teams: [], start: '08:30' })
  })
})

describe('days and hours', () => {
  it('gives the working days that follow, without those taken', () => {
    expect(workingDaysAfter('2026-04-16', 3)).toEqual(['2026-04-17', '2026-04-20', '2026-04-21'])
    expect(workingDaysAfter('2026-12-30', 2, new Set(['2026-12-31']))).toEqual(['2027-01-01', '2027-01-04'])
    expect(workingDaysAfter('', 2)).toEqual([])
  })

  it('reads a time of day as people type it, and refuses what is none', () => {
    expect(['8.30', '08:30', '830', '0830', '8', ' 13.05 ', ''].map(readClock)).toEqual([
      '08:30',
      '08:30',
      '08:30',
      '08:30',
      '08:00',
      '13:05',
      '',
    ])
    expect(['24.00', '8.60', '8.3', 'pagi', '123456'].map(readClock)).toEqual([null, null, null, null, null])
  })

  it('says when a session runs past 17.00, and by how much', () => {
    const blocks = asBlocks([lasting(540)])
    expect(sessionEnd({ start: '08:30', blocks }, counts)).toBe('17:30')
    expect(minutesPastEnd({ start: '08:30', blocks }, counts)).toBe(30)
    expect(minutesPastEnd({ start: '08:00', blocks }, counts)).toBe(0)
    expect(minutesPastEnd({ start: '', blocks }, counts)).toBe(0)
  })

  it('finds sessions at the same time, also across zones, and none that only touch or never take place', () => {
    const blocks = asBlocks([lasting(120)])
    const other = (over: Partial<Session>) => makeSession({ id: 'two' as SessionId /* an id of the test */, blocks, ...over })
    const own = makeSession({ blocks })
    expect(overlapping(own, [other({ start: '10:00' })], counts)).toHaveLength(1)
    expect(overlapping(own, [other({ start: '10:30' })], counts)).toHaveLength(0)
    expect(overlapping(own, [other({ start: '11:00', timeZone: 'WITA' })], counts)).toHaveLength(1)
    expect(overlapping(own, [other({ template: true }), other({ date: '2026-04-17' }), own], counts)).toHaveLength(0)
  })
})

describe('the list of sessions', () => {
  const one = (id: string, state: 'rencana' | 'berjalan' | 'selesai' | 'pola', date: string) => ({ id, state, date })
  const all = [
    one('old', 'selesai', '2026-04-01'),
    one('missed', 'rencana', '2026-04-10'),
    one('today', 'rencana', '2026-04-16'),
    one('later', 'rencana', '2026-04-20'),
    one('open', 'rencana', ''),
    one('example', 'pola', ''),
  ]

  it('goes on with the one that runs, else with the first from today on', () => {
    expect(nextSession(all, '2026-04-16')?.id).toBe('today')
    expect(nextSession(all, '2026-04-17')?.id).toBe('later')
    expect(nextSession([...all, one('now', 'berjalan', '2026-03-01')], '2026-04-17')?.id).toBe('now')
    expect(nextSession(all, '2026-05-01')).toBeUndefined()
  })

  it('keeps coming, past (newest first, with what was never held) and templates apart', () => {
    const groups = groupSessions(all, '2026-04-16')
    expect(groups.coming.map(({ id }) => id)).toEqual(['today', 'later', 'open'])
    expect(groups.past.map(({ id }) => id)).toEqual(['missed', 'old'])
    expect(groups.templates.map(({ id }) => id)).toEqual(['example'])
  })

  it('knows what was planned for a day gone by and never begun', () => {
    const ids = (today: string) => notHeld(all, today).map(({ id }) => id)
    expect(ids('2026-04-16')).toEqual(['missed'])
    expect(ids('2026-04-17')).toEqual(['missed', 'today'])
  })

  it('says how far away a day is', () => {
    expect(['2026-04-16', '2026-04-17', '2026-04-20', '2026-04-15', ''].map((day) => awayText(day, '2026-04-16', 'id'))).toEqual([
      'hari ini',
      'besok',
      '4 hari lagi',
      '',
      '',
    ])
  })
})

describe('the schedule as a message', () => {
  const blocks = asBlocks([
    { ...lasting(45), title: 'Pembukaan', lead: 'Sari', script: 'Rahasia pemandu' },
    { ...lasting(15), title: '' },
  ])

  it('says title, day, hours, place and the blocks with their times, and no script', () => {
    expect(scheduleText(makeSession({ blocks }), 'id', counts)).toBe(
      [
        '*Diagnose, hari ke-1*',
        'Kamis, 16 April 2026, 08.30–09.30 WIB',
        'Tempat: Aula Balitbang',
        '',
        '08.30 Pembukaan (45 menit)',
        '09.15 Tanpa judul (15 menit)',
      ].join('\n'),
    )
  })

  it('leaves out what is not known yet', () => {
    expect(scheduleText(makeSession({ date: '', start: '', place: '' }), 'en', counts)).toBe('*Diagnose, hari ke-1*')
    expect(whenText(makeSession({ blocks, date: '' }), 'en', counts)).toBe('08:30–09:30 WIB')
  })

  it('counts on after midnight', () => {
    expect(whenText(makeSession({ start: '23:30', blocks, date: '' }), 'id', counts)).toBe('23.30–00.30 WIB')
  })
})
