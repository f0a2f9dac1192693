/** Who got what over the years: recipients of rewards and winners of conventions, told by unit and by person (domain.md 6.4). */
import type { ConventionCard } from '../api/jury.ts'
import type { Lab } from '../model/lab.ts'
import type { Reward, RewardKind } from '../model/session.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { type RewardFacts, rewardList } from './rewards.ts'

export type Award = {
  readonly year: number
  readonly lab: string
  /** Name of the reward or of the convention. */
  readonly title: string
  /** Null for a place at a convention. */
  readonly kind: RewardKind | null
  /** The place at a convention. */
  readonly rank: number | null
  /** Who got it: a unit, an innovation or a person. */
  readonly name: string
  readonly unit: string
  /** The team of an innovation, or the person. */
  readonly people: readonly string[]
  readonly amount: number | null
}

/** All that one lab gave. Rewards are read off the lab as it stands, as its own page does. */
export function awardsIn(
  lab: Pick<Lab, 'year' | 'units'> & { readonly name: string },
  {
    rewards,
    cards,
    facts,
  }: { readonly rewards: readonly Reward[]; readonly cards: readonly ConventionCard[]; readonly facts: RewardFacts },
): readonly Award[] {
  const known = new Map(facts.innovations.map((one) => [one.id, one]))
  const unitOf = (one: InnovationSummary | undefined): string => lab.units.find(({ id }) => id === one?.unit)?.name ?? ''
  const common = { year: lab.year, lab: lab.name }
  const given = rewards.flatMap((reward) =>
    rewardList(reward, facts).given.map(({ id, name, unit }): Award => {
      const people = reward.to === 'person' ? [name] : reward.to === 'innovation' ? (known.get(id)?.team ?? []) : []
      const { title, kind, amount } = reward
      return { ...common, title, kind, rank: null, name, unit: reward.to === 'unit' ? name : unit, people, amount }
    }),
  )
  const won = cards
    .filter(({ state }) => state === 'selesai')
    .flatMap(({ name: title, winners }) =>
      winners.map(({ innovation, name, rank }): Award => {
        const found = innovation === null ? undefined : known.get(innovation)
        return { ...common, title, kind: null, rank, name, unit: unitOf(found), people: found?.team ?? [], amount: null }
      }),
    )
  return [...won, ...given]
}

export type Holder = { readonly name: string; readonly awards: readonly Award[] }

/** The newest first within each; those with the most first. What belongs to nobody is left out. */
export const holders = (awards: readonly Award[], by: 'unit' | 'person'): readonly Holder[] => {
  const all = new Map<string, Award[]>()
  for (const award of awards)
    for (const name of by === 'unit' ? [award.unit] : award.people) {
      if (name.trim() === '') continue
      all.set(name, [...(all.get(name) ?? []), award])
    }
  return [...all]
    .map(([name, own]) => ({ name, awards: [...own].sort((a, b) => b.year - a.year) }))
    .sort((a, b) => b.awards.length - a.awards.length || a.name.localeCompare(b.name, 'id'))
}

/** Innovation → how often it was among the winners of a convention that is over. */
export function awardsOfCards(cards: readonly Pick<ConventionCard, 'state' | 'winners'>[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { innovation } of cards.filter(({ state }) => state === 'selesai').flatMap(({ winners }) => winners))
    if (innovation !== null) counts[innovation] = (counts[innovation] ?? 0) + 1
  return counts
}
