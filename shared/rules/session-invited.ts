/** Who is asked to a session: everybody of the lab, or the units of the innovations picked for it. */
import type { Innovation, Lab, Person, Unit } from '../model/lab.ts'
import type { Session } from '../model/session.ts'

type Invited = Pick<Session, 'teams'>
type Own = Pick<Innovation, 'id' | 'unit' | 'archived'>

/** In the order of the lab. */
export function invitedUnits({ teams }: Invited, lab: Pick<Lab, 'units'>, innovations: readonly Own[]): readonly Unit[] {
  if (teams.length === 0) return lab.units
  const picked = new Set(teams)
  const units = new Set(innovations.filter(({ id }) => picked.has(id)).map(({ unit }) => unit))
  return lab.units.filter(({ id }) => units.has(id))
}

/** Those of the units that are asked, and whoever belongs to no unit of the lab, such as coaches. */
export function invitedPeople(session: Invited, lab: Pick<Lab, 'units' | 'people'>, innovations: readonly Own[]): readonly Person[] {
  if (session.teams.length === 0) return lab.people
  const asked = new Set<string>(invitedUnits(session, lab, innovations).map(({ id }) => id))
  const known = new Set<string>(lab.units.map(({ id }) => id))
  return lab.people.filter(({ unit }) => unit === null || asked.has(unit) || !known.has(unit))
}

/** The innovations that take part. */
export const invitedInnovations = <T extends Own>({ teams }: Invited, innovations: readonly T[]): readonly T[] =>
  teams.length === 0 ? innovations.filter(({ archived }) => !archived) : innovations.filter(({ id }) => teams.includes(id))
