import { describe, expect, it } from 'vitest'
import { seeded } from '#test/makers/innovation.ts'
import { takenBack } from '../../../../renderer/features/jury/take-back.ts'

const named = (...ids: readonly string[]) => ids.map((id) => ({ id, label: id }))
const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).join('')

describe('a change taken back after others changed the same', () => {
  it('takes away what it added and leaves what others added', () => {
    expect(idsOf(takenBack(named('a'), named('a', 'b'), named('a', 'b', 'c')))).toBe('ac')
  })

  it('brings back what it removed, to its place, and does not bring back what others removed', () => {
    expect(idsOf(takenBack(named('a', 'b', 'c'), named('a', 'c'), named('a', 'c', 'd')))).toBe('abcd')
    expect(idsOf(takenBack(named('a', 'b', 'c'), named('b', 'c'), named('c')))).toBe('ac')
  })

  it('gives back only the fields it changed of a thing that others changed too', () => {
    const before = [{ id: 'a', name: 'SATU', unit: 'Dinas', code: 'K-01' }]
    const after = [{ id: 'a', name: 'DUA', unit: 'Dinas', code: 'K-01' }]
    const now = [{ id: 'a', name: 'DUA', unit: 'Badan', code: 'K-01' }]
    expect(takenBack(before, after, now)).toEqual([{ id: 'a', name: 'SATU', unit: 'Badan', code: 'K-01' }])
  })

  it('does not bring back a thing that others removed since, though it had changed it', () => {
    const panel = (judges: readonly string[]) => [{ id: 'p', judges }]
    expect(takenBack(panel(['a']), panel(['a', 'b']), [])).toEqual([])
    expect(takenBack(panel(['a']), panel(['a', 'b']), panel(['a', 'b', 'c']))).toEqual(panel(['a', 'c']))
  })

  it('puts what it moved back in order and leaves what came meanwhile where it is', () => {
    expect(idsOf(takenBack(named('a', 'b', 'c'), named('c', 'a', 'b'), named('c', 'x', 'a', 'b')))).toBe('axbc')
  })

  it('moves a presentation back in time and not one that others moved', () => {
    const slot = (entry: string, start: string) => ({ entry, panel: 'p', stage: 's', start, minutes: 20 })
    const before = [slot('a', '09:00'), slot('b', '09:20')]
    const after = [slot('a', '10:00'), slot('b', '09:20')]
    const now = [slot('a', '10:00'), slot('b', '11:00')]
    expect(takenBack(before, after, now)).toEqual([slot('a', '09:00'), slot('b', '11:00')])
  })

  const seed = Number(process.env.LABINOV_SEED ?? 1945)
  it(`with nobody in between is as if it never was, whatever it was (seed ${seed})`, () => {
    const next = seeded(seed)
    const some = () => named(...['a', 'b', 'c', 'd', 'e', 'f'].filter(() => next() < 0.6).sort(() => next() - 0.5))
    for (let round = 0; round < 400; round += 1) {
      const [before, after] = [some(), some()]
      expect(takenBack(before, after, after), `${idsOf(before)} to ${idsOf(after)}`).toEqual(before)
      expect(takenBack(before, before, after)).toEqual(after)
      // Somebody else added one: it is there, and all else is as before.
      const grown = takenBack(before, after, [...after, { id: 'x', label: 'x' }])
      expect(grown.filter(({ id }) => id !== 'x')).toEqual(before)
      expect(grown.some(({ id }) => id === 'x')).toBe(true)
    }
  })
})
