/** Where a transfer of one person would end the work: the documented way labs die (domain.md 1.8). */
import type { UnitId } from '../model/ids.ts'
import type { Person } from '../model/lab.ts'

/** Fewer members than this are warned about, never refused. A rule of this product; its reason is domain.md 1.8. */
export const enoughMembers = 2

export type UnitPeople = {
  readonly people: number
  /** Those who carry an innovation; heads, coaches and the secretariat do not. */
  readonly participants: number
}

export const noPeople: UnitPeople = { people: 0, participants: 0 }

/** How many people each unit has; units without anybody are absent. */
export function peopleByUnit(people: readonly Pick<Person, 'unit' | 'role'>[]): ReadonlyMap<UnitId, UnitPeople> {
  const counts = new Map<UnitId, UnitPeople>()
  for (const { unit, role } of people) {
    if (unit === null) continue
    const before = counts.get(unit) ?? noPeople
    counts.set(unit, { people: before.people + 1, participants: before.participants + (role === 'inovator' ? 1 : 0) })
  }
  return counts
}

/** `nobody`: no participant and nobody else; `one`: exactly one participant. Null when there is nothing to say. */
export const unitFlag = ({ people, participants }: UnitPeople): 'nobody' | 'one' | null =>
  people === 0 ? 'nobody' : participants === 1 ? 'one' : null

type Summary = { readonly members: number; readonly archived: boolean }
/** Innovations that are not put away and have fewer members than `enoughMembers`. */
export const thinTeams = <S extends Summary>(innovations: readonly S[]): readonly S[] =>
  innovations.filter(({ members, archived }) => !archived && members < enoughMembers)
