/** What holds for every convention, whoever wrote it. Pure. */
import type { ConventionCard, OpenConvention } from '#shared/api/jury.ts'
import type { Convention, Judge, Sheet } from '#shared/model/jury.ts'
import { codeOf } from '#shared/rules/jury-codes.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'

/** The first id that is there twice among judges, panels or entries; null when there is none. */
export function doubledId({ judges, panels, entries }: Pick<Convention, 'judges' | 'panels' | 'entries'>): string | null {
  for (const list of [judges, panels, entries]) {
    const seen = new Set<string>()
    for (const { id } of list) {
      if (seen.has(id)) return id
      seen.add(id)
    }
  }
  return null
}

/** Every entry with a code of its own: one without, or with that of an earlier entry, gets the next free `K-07`. */
export function withCodes<T extends Pick<Convention, 'entries'>>(value: T): T {
  const taken = new Set(value.entries.map(({ code }) => code))
  const seen = new Set<string>()
  let next = 1
  const entries = value.entries.map((entry) => {
    if (entry.code !== '' && !seen.has(entry.code)) {
      seen.add(entry.code)
      return entry
    }
    while (taken.has(codeOf(next))) next += 1
    const code = codeOf(next)
    taken.add(code)
    seen.add(code)
    return { ...entry, code }
  })
  return entries.every((entry, at) => entry === value.entries[at]) ? value : { ...value, entries }
}

/** The moment judging ended is kept with the state. @param now ISO moment */
export const withEnd = <T extends Pick<Convention, 'state' | 'closedAt'>>(value: T, now: string): T => {
  const closedAt = value.state !== 'selesai' ? '' : value.closedAt === '' ? now : value.closedAt
  return closedAt === value.closedAt ? value : { ...value, closedAt }
}

/**
 * Interests a judge declared become recusals, once for each entry. The moment is that of this machine, because it is compared with the
 * moment a recusal was set aside, which is of this machine too.
 */
export function withDeclared(convention: Convention, judge: Judge, declared: Sheet['declared'], now: string): Convention {
  const reasons = new Map(declared.map(({ entry, reason }) => [entry, reason]))
  if (reasons.size === 0) return convention
  const recusals = [...reasons].map(([entry, reason]) => ({ judge: judge.id, entry, reason, by: judge.name, at: now }))
  return { ...convention, recusals: [...convention.recusals, ...recusals] }
}

const cards = new WeakMap<OpenConvention, ConventionCard>()

/** Worked out once for as long as nothing of the convention changes. */
export function cardOf(open: OpenConvention): ConventionCard {
  const known = cards.get(open)
  if (known !== undefined) return known
  const { convention, sheets } = open
  const result = conventionResult(convention, sheets)
  const entryOf = new Map(convention.entries.map((entry) => [entry.id, entry]))
  const rankOf = new Map(result.entries.map(({ entry, rank }) => [entry, rank]))
  const winners = convention.state !== 'selesai' ? [] : result.winners
  const card: ConventionCard = {
    id: convention.id,
    name: convention.name,
    date: convention.date,
    state: convention.state,
    entries: convention.entries.filter(({ withdrawn }) => withdrawn === '').length,
    judges: convention.judges.length,
    done: result.done,
    of: result.of,
    winners: winners.flatMap((id) => {
      const entry = entryOf.get(id)
      const rank = rankOf.get(id) ?? null
      return entry === undefined || rank === null ? [] : [{ innovation: entry.innovation, name: entry.name, rank }]
    }),
  }
  cards.set(open, card)
  return card
}
