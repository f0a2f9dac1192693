import { describe, expect, it } from 'vitest'
import { behindFirst, deskSchedule, doubleLeads } from '#shared/rules/desk-schedule.ts'
import { deskText } from '#shared/rules/schedule-text.ts'

const desks = (n: number, deskLeads: readonly string[] = []) => ({ desks: n, each: 20, deskLeads })
const units = (n: number) => Array.from({ length: n }, (_, at) => `u${at + 1}`)

describe('turns at desks', () => {
  it('come in the order of the list, as many at once as there are desks', () => {
    const turns = deskSchedule(desks(3, ['Sari', '', 'Budi']), '13:30', units(5))
    expect(turns.map(({ id, desk, lead, fromClock, toClock }) => [id, desk, lead, fromClock, toClock])).toEqual([
      ['u1', 0, 'Sari', '13:30', '13:50'],
      ['u2', 1, '', '13:30', '13:50'],
      ['u3', 2, 'Budi', '13:30', '13:50'],
      ['u4', 0, 'Sari', '13:50', '14:10'],
      ['u5', 1, '', '13:50', '14:10'],
    ])
  })

  it('take as many rounds as the minutes of the block allow for', () => {
    for (const [n, count] of [
      [1, 7],
      [3, 86],
      [12, 86],
      [5, 5],
    ] as const) {
      const turns = deskSchedule(desks(n), '', units(count))
      expect(turns).toHaveLength(count)
      expect(Math.max(...turns.map(({ to }) => to))).toBe(Math.ceil(count / n) * 20)
    }
  })

  it('never see the same one twice, nor two at one desk at one time', () => {
    const turns = deskSchedule(desks(4), '', [...units(30), ...units(30)])
    expect(new Set(turns.map(({ id }) => id)).size).toBe(turns.length)
    expect(new Set(turns.map(({ desk, from }) => `${desk}/${from}`)).size).toBe(turns.length)
  })

  it('keep innovations of one unit out of the same round while another order does it', () => {
    const party = (id: string) => id.slice(0, 1)
    const rounds = (list: readonly string[]) => {
      const turns = deskSchedule(desks(2), '', list, party)
      expect(turns.some(({ clash }) => clash)).toBe(false)
      return [0, 1, 2].map((round) => turns.filter((turn) => turn.round === round).map(({ id }) => id))
    }
    expect(rounds(['a1', 'a2', 'a3', 'b1', 'c1', 'd1'])).toEqual([
      ['a1', 'b1'],
      ['a2', 'c1'],
      ['a3', 'd1'],
    ])
    // Taken one after another, the last two would be of one unit.
    expect(rounds(['b1', 'c1', 'a1', 'a2'])).toEqual([['b1', 'a1'], ['c1', 'a2'], []])
  })

  it('say where it cannot be avoided, and leave no desk empty for it', () => {
    const turns = deskSchedule(desks(2), '', ['a1', 'a2', 'a3', 'b1'], (id) => id.slice(0, 1))
    expect(turns.map(({ round }) => round)).toEqual([0, 0, 1, 1])
    expect(turns.filter(({ clash }) => clash).map(({ id }) => id)).toEqual(['a2', 'a3'])
  })

  it('need nobody, and at least one desk', () => {
    expect(deskSchedule(desks(3), '08:30', [])).toEqual([])
    expect(deskSchedule(desks(0), '', units(2)).map(({ desk, from }) => [desk, from])).toEqual([
      [0, 0],
      [0, 20],
    ])
  })
})

it('names who is put at two desks, and nobody at a desk that is no longer there', () => {
  expect(doubleLeads(desks(3, ['Sari', 'Budi', ' Sari ', 'Budi']))).toEqual(['Sari'])
  expect(doubleLeads(desks(3, ['', '', '']))).toEqual([])
})

it('puts those furthest behind first and keeps the order of equals', () => {
  const far: Record<string, number> = { a: 2, b: -1, c: 2, d: 0 }
  expect(behindFirst(['a', 'b', 'c', 'd'], (id) => far[id] ?? 0)).toEqual(['b', 'd', 'a', 'c'])
})

it('tells the turns as a message in time order', () => {
  const turns = deskSchedule(desks(2, ['Sari', '']), '13:30', units(3))
  const text = deskText(
    { title: 'Diagnose, hari ke-2', date: '2026-04-16', place: 'Aula' },
    { title: 'Coaching', desks: 2 },
    turns,
    'id',
    (id) => id.toUpperCase(),
  )
  expect(text).toBe(
    [
      '*Coaching*',
      'Diagnose, hari ke-2, Kamis, 16 April 2026',
      'Aula',
      '',
      '13.30–13.50 U1, meja 1 (Sari)',
      '13.30–13.50 U2, meja 2',
      '13.50–14.10 U3, meja 1 (Sari)',
    ].join('\n'),
  )
})
