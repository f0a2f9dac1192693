/** How teams are called on the tiles: by their unit, and by their innovation where a unit has several. */
import type { Unit } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'

export type NamedTeam = {
  readonly team: InnovationSummary
  /** From 1, in the order of the units. */
  readonly number: number
  /** Short name of the unit, or the innovation's name. */
  readonly name: string
  /** The innovation, where the name above is the unit's. */
  readonly more: string
}

/** At the beginning nobody has begun, and that is no reason to walk anywhere. */
export const fewLeft = (late: number, all: number): boolean => late > 0 && late * 2 < all

export const unitShort = (unit: Pick<Unit, 'name' | 'short'>): string => (unit.short === '' ? unit.name : unit.short)

export function namedTeams(teams: readonly InnovationSummary[], units: readonly Unit[]): readonly NamedTeam[] {
  const byId = new Map<string, Unit>(units.map((unit) => [unit.id, unit]))
  return teams.map((team, at) => {
    const unit = team.unit === null ? undefined : byId.get(team.unit)
    return unit === undefined
      ? { team, number: at + 1, name: team.name, more: '' }
      : { team, number: at + 1, name: unitShort(unit), more: team.name }
  })
}
