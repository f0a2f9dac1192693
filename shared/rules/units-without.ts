/**
 * "Satu OPD satu inovasi" (domain.md 1.1): which units of a lab still have to bring an innovation. Partners come from outside and owe none
 * (domain.md 1.9), and an archived innovation does not count.
 */
import type { Unit } from '../model/lab.ts'
import type { InnovationSummary } from '../model/summary.ts'

export const owesInnovation = (unit: Pick<Unit, 'kind'>): boolean => unit.kind !== 'mitra'

/** Units that owe an innovation and have none yet, in the order in which they come. */
export function unitsWithout<U extends Pick<Unit, 'id' | 'kind'>>(
  units: readonly U[],
  innovations: readonly Pick<InnovationSummary, 'unit' | 'archived'>[],
): readonly U[] {
  const have = new Set(innovations.filter(({ archived }) => !archived).map(({ unit }) => unit))
  return units.filter((unit) => owesInnovation(unit) && !have.has(unit.id))
}
