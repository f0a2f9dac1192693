import { expect, test } from 'vitest'
import type { ConventionCard } from '#shared/api/jury.ts'
import { awardsIn, awardsOfCards, holders } from '#shared/rules/reward-history.ts'
import { rewardList } from '#shared/rules/rewards.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeInnovation } from '../../makers/innovation.ts'
import { makeLab, makeUnit } from '../../makers/lab.ts'
import { makeReward } from '../../makers/lab-log.ts'

const card = (over: Partial<ConventionCard> = {}): ConventionCard => ({
  id: 'k',
  name: 'Konvensi',
  date: '2026-08-09',
  state: 'selesai',
  entries: 2,
  judges: 3,
  done: 6,
  of: 6,
  winners: [
    { innovation: 'a', name: 'A', rank: 1 },
    { innovation: null, name: 'Luar', rank: 2 },
  ],
  ...over,
})
const lab = makeLab({ units: [makeUnit({ id: 'dinkes', name: 'Dinas Kesehatan' })] })
const summary = (id: string, team: readonly string[]) => ({
  ...summarise(makeInnovation({ id, name: id.toUpperCase(), unit: 'dinkes' }), ''),
  team: [...team],
})
const innovations = [summary('a', ['Contoh Satu', 'Contoh Dua']), summary('b', ['Contoh Satu'])]
const facts = { lab, innovations, stages: [], sessions: [], today: '2026-08-13', awards: awardsOfCards([card()]) }

test('places at finished conventions are counted for innovations of the lab, others are not', () => {
  expect(awardsOfCards([card(), card({ id: 'l' }), card({ id: 'm', state: 'penilaian' })])).toEqual({ a: 2 })
})

test('a reward can ask for a place at a convention and for adopters', () => {
  const adopted = innovations.map((one) => ({
    ...one,
    catalogue: { ...one.catalogue, adopters: one.id === 'b' ? [{ who: 'Kota Contoh', region: '', at: '', form: '' }] : [] },
  }))
  const given = (indicator: 'awarded' | 'adopted') =>
    rewardList(makeReward({ to: 'innovation', criteria: [{ indicator, atLeast: 1 }] }), {
      ...facts,
      innovations: adopted as unknown as typeof innovations, // adopters are only counted here
    }).given.map(({ id }) => id)
  expect(given('awarded')).toEqual(['a'])
  expect(given('adopted')).toEqual(['b'])
})

test('what was given is told by unit and by each member of the team, the most and the newest first', () => {
  const reward = makeReward({ title: 'Piagam', to: 'innovation', criteria: [{ indicator: 'innovations', atLeast: 1 }] })
  const known = { rewards: [reward], cards: [card()], facts }
  const awards = [
    ...awardsIn({ name: 'Lab lama', year: 2024, units: lab.units }, { ...known, cards: [] }),
    ...awardsIn({ name: 'Lab baru', year: 2026, units: lab.units }, known),
  ]
  const people = holders(awards, 'person')
  expect(people.map(({ name, awards: own }) => [name, own.length])).toEqual([
    ['Contoh Satu', 5],
    ['Contoh Dua', 3],
  ])
  expect(people[0]?.awards.map(({ year }) => year)).toEqual([2026, 2026, 2026, 2024, 2024])
  expect(holders(awards, 'unit').map(({ name, awards: own }) => [name, own.length])).toEqual([['Dinas Kesehatan', 5]])
  // The winner from outside has no unit and no team here.
  expect(awards.filter(({ name }) => name === 'Luar')).toHaveLength(1)
})
