/** Who judges what: the turns that follow from panels, with those that are recused marked. Made once, asked often. */
import type { EntryId, JudgeId } from '../model/ids.ts'
import type { Convention } from '../model/jury.ts'
import { recusalsOf } from './jury-recusal.ts'

/** One judge's turn at one stage of one entry. */
export type Turn = { readonly judge: JudgeId; readonly recused: boolean }
/** Entry → stage → turns, in the order of `convention.judges`. An entry or a stage without turns is absent. */
export type Turns = ReadonlyMap<EntryId, ReadonlyMap<string, readonly Turn[]>>

/** A convention is never changed in place, so its turns stay true as long as it is the same. */
const made = new WeakMap<Convention, Turns>()

/** A judge who sits in two panels has one turn only. Judges and entries that are not in the convention any more have none. */
export function turnsOf(convention: Convention): Turns {
  const there = made.get(convention) ?? allTurns(convention)
  made.set(convention, there)
  return there
}

function allTurns(convention: Convention): Turns {
  const { judges, entries, panels, stages } = convention
  const place = new Map(judges.map(({ id }, at) => [id, at]))
  const known = new Set(entries.map(({ id }) => id))
  const recused = recusalsOf(convention)
  const found = new Map<EntryId, Map<string, Set<JudgeId>>>()
  for (const panel of panels) {
    const sitting = panel.judges.filter((judge) => place.has(judge))
    const keys = stages.map(({ key }) => key).filter((key) => panel.stages.length === 0 || panel.stages.includes(key))
    for (const entry of panel.entries) {
      if (!known.has(entry) || sitting.length === 0) continue
      const of = kept(found, entry, () => new Map<string, Set<JudgeId>>())
      for (const key of keys) for (const judge of sitting) kept(of, key, () => new Set<JudgeId>()).add(judge)
    }
  }
  const inOrder = (set: ReadonlySet<JudgeId>, entry: EntryId): readonly Turn[] =>
    [...set].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)).map((judge) => ({ judge, recused: recused(judge, entry) !== null }))
  return new Map([...found].map(([entry, of]) => [entry, new Map([...of].map(([key, set]) => [key, inOrder(set, entry)]))]))
}

/** What is under the key, made when there is nothing yet. */
export function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key)
  if (there !== undefined) return there
  const made = make()
  map.set(key, made)
  return made
}
