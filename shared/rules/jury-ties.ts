/** What is equal goes through the tie rules in the order of the list, as long as anything is still equal. */
import type { EntryId } from '../model/ids.ts'
import type { Convention } from '../model/jury.ts'
import type { Pooling, TieRule } from '../model/rubric.ts'
import { alike, counts, levelled, pooled } from './jury-numbers.ts'
import type { EntryResult } from './jury-result.ts'

/** An entry that has a number, before it has a rank. */
export type Counted = Pick<EntryResult, 'entry' | 'stages'> & { readonly value: number; readonly submittedAt: string }
/** `place` counts from 0; those that stay equal have the same. */
export type Placed = {
  readonly entry: EntryId
  readonly place: number
  readonly shared: boolean
  readonly decidedBy: TieRule | null
  readonly equals: readonly EntryId[]
}
type Rules = Pick<Convention, 'ties' | 'decisions'> & { readonly pooling: Pooling; readonly provisional: boolean }
type Group = { readonly members: readonly Counted[]; readonly decidedBy: TieRule | null }

/** Best first. Those that stay equal are in the order of their ids, so that the order they came in makes no difference. */
export function inPlaces(entries: readonly Counted[], rules: Rules): readonly Placed[] {
  const placed: Placed[] = []
  for (const equals of split(entries, ({ value }) => value)) {
    const ids = equals.map(({ entry }) => entry).toSorted()
    for (const { members, decidedBy } of setApart({ members: equals, decidedBy: null }, rules, 0)) {
      const place = placed.length
      for (const { entry } of members.toSorted((a, b) => (a.entry < b.entry ? -1 : 1)))
        placed.push({ entry, place, shared: members.length > 1, decidedBy, equals: ids.filter((id) => id !== entry) })
    }
  }
  return placed
}

/** Each group that a rule splits goes on with the rules after it; `decidedBy` is the last rule that split. */
function setApart(group: Group, rules: Rules, from: number): readonly Group[] {
  const rule = rules.ties[from]
  if (group.members.length < 2 || rule === undefined) return [group]
  const parts = split(group.members, heightBy(rule, group.members, rules))
  return parts.flatMap((members) => setApart({ members, decidedBy: parts.length > 1 ? rule : group.decidedBy }, rules, from + 1))
}

/** Groups of equals, the highest first. A chain of numbers each alike the next is one group. */
function split(entries: readonly Counted[], height: (entry: Counted) => number): readonly (readonly Counted[])[] {
  const sorted = entries.map((entry) => ({ entry, at: height(entry) })).toSorted((a, b) => (a.at === b.at ? 0 : b.at - a.at))
  const groups: Counted[][] = []
  let last = Number.NaN
  for (const { entry, at } of sorted) {
    if (at === last || Math.abs(last - at) <= alike) groups.at(-1)?.push(entry)
    else groups.push([entry])
    last = at
  }
  return groups
}

/** What the rule compares; the higher one is first. */
function heightBy(rule: TieRule, among: readonly Counted[], rules: Rules): (entry: Counted) => number {
  switch (rule.by) {
    case 'criterion':
      return ({ stages }) =>
        pooled(marksOf(stages, rule.stage, rule.criterion, rules.provisional), rules.pooling) ?? Number.NEGATIVE_INFINITY
    case 'stage':
      return ({ stages }) => stages.find(({ stage }) => stage === rule.stage)?.value ?? Number.NEGATIVE_INFINITY
    case 'lowest':
      return (entry) => Math.min(...judgesOf(entry, rules.provisional))
    case 'highest':
      return (entry) => Math.max(...judgesOf(entry, rules.provisional))
    case 'earlier':
      return ({ submittedAt }) => -momentOf(submittedAt)
    case 'decision':
      return decided(among, rules.decisions)
  }
}

function marksOf(stages: Counted['stages'], stage: string, criterion: string, provisional: boolean): readonly number[] {
  const judges = stages.find((one) => one.stage === stage)?.judges ?? []
  return judges
    .filter((one) => counts(one, provisional))
    .flatMap(({ marks }) => marks.find((one) => one.criterion === criterion)?.value ?? [])
}

/** The final number each judge alone would have given, of the stages he judged. */
function judgesOf({ stages }: Counted, provisional: boolean): readonly number[] {
  const sums = new Map<string, { of: number; share: number }>()
  for (const stage of stages)
    for (const one of stage.judges) {
      if (one.value === null || stage.share === 0 || !counts(one, provisional)) continue
      const sum = sums.get(one.judge) ?? { of: 0, share: 0 }
      sum.of += stage.share * (stages.length === 1 ? one.value : levelled(one.value, stage))
      sum.share += stage.share
      sums.set(one.judge, sum)
    }
  return [...sums.values()].map(({ of, share }) => of / share)
}

/** An entry without a moment counts as the last. */
const momentOf = (at: string): number => {
  const moment = Date.parse(at)
  return Number.isNaN(moment) ? Number.POSITIVE_INFINITY : moment
}

/** The latest decision that names all of them; one that names only some says nothing about the others, so it decides nothing. */
function decided(among: readonly Counted[], decisions: Convention['decisions']): (entry: Counted) => number {
  const decision = decisions.findLast(({ entries }) => among.every(({ entry }) => entries.includes(entry)))
  return ({ entry }) => (decision === undefined ? 0 : -decision.entries.indexOf(entry))
}
