/** The watch over succession (domain.md 6.6): what is a threat, what is not known, and when a leader has changed. */
import { expect, it } from 'vitest'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { leaderChangeOf, watchedOf } from '#shared/rules/catalogue-watch.ts'
import { summarise } from '#shared/rules/summary.ts'
import { randomInnovation } from '#test/makers/innovation.ts'
import { makeLab, makeUnit } from '#test/makers/lab.ts'

const summary = (over: Partial<InnovationSummary>): InnovationSummary => ({
  ...summarise(randomInnovation(2), '2026-05-05T00:00:00.000Z'),
  stage: 'deliver',
  launched: true,
  archived: false,
  members: 4,
  unit: 'disdukcapil',
  ...over,
})
const watch = (over: Partial<InnovationSummary>, changed: boolean | null = false) => watchedOf('lab', 'Unit', summary(over), () => changed)
const safe = { tim_dua_orang: true, sop: true, anggaran_berikut: true, penerus: true, regulasi: 2 }

it('takes what was not ticked for missing once somebody answered, and leaves the level of regulation open until it is chosen', () => {
  const one = watch({ sustainability: { sop: true } })
  expect(one?.threats).toEqual(['one_person', 'no_budget', 'no_successor'])
  expect(one?.unknown).toEqual(['no_regulation'])
  expect(watch({ sustainability: { ...safe, regulasi: 0 } })?.threats).toEqual(['no_regulation'])
})

it('says of an unanswered canvas that nothing is known, and calls nothing of it a threat', () => {
  for (const sustainability of [null, {}]) {
    const one = watch({ sustainability })
    expect(one?.threats).toEqual([])
    expect(one?.unknown).toEqual(['one_person', 'no_sop', 'no_regulation', 'no_budget', 'no_successor'])
  }
})

it('sees that one with a single member hangs on one person, without any canvas', () => {
  expect(watch({ sustainability: null, members: 1 })?.threats).toEqual(['one_person'])
})

it('leaves out what is safe, stopped, archived, or still an idea that nobody looked at', () => {
  expect(watch({ sustainability: safe })).toBeNull()
  expect(watch({ sustainability: safe }, null)).toBeNull()
  expect(watch({ sustainability: safe }, true)?.threats).toEqual(['leader_changed'])
  expect(watch({ sustainability: null, archived: true })).toBeNull()
  expect(watch({ sustainability: null, stage: 'design', launched: false })).toBeNull()
  const standing = { key: 'berhenti', since: '', reason: 'x', at: '' } as const
  expect(watch({ sustainability: null, catalogue: { ...summary({}).catalogue, standing } })).toBeNull()
})

it('compares the leaders with the newest later lab of the same region, whatever titles are written', () => {
  const leader = (name: string) => ({ title: 'Wali Kota', name })
  const first = makeLab({
    id: 'a',
    year: 2024,
    jilid: 1,
    leader: leader('H. Umar Contoh, S.E.'),
    units: [makeUnit({ head: 'Budi Misalnya' })],
  })
  const same = makeLab({
    id: 'b',
    year: 2026,
    jilid: 1,
    leader: leader('Umar Contoh'),
    units: [makeUnit({ id: 'lain', head: 'Siti Umpama' })],
  })
  const other = { ...same, leader: leader('Ani Rekaan') }
  const elsewhere = makeLab({ id: 'c', region: 'Metro', year: 2027, leader: leader('Ani Rekaan') })
  expect(leaderChangeOf(first, [first, elsewhere])('disdukcapil')).toBeNull()
  expect(leaderChangeOf(first, [first, same])('disdukcapil')).toBe(true)
  expect(leaderChangeOf(first, [first, same])(null)).toBe(false)
  expect(leaderChangeOf(first, [first, other])(null)).toBe(true)
  expect(leaderChangeOf(same, [first, same])(null)).toBeNull()
})
