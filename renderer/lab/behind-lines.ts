/** Innovations and units as lines of the list behind a number. */
import type { Lab } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { places } from '../app/places.ts'
import type { BehindLine } from '../state/behind.ts'

/** Each with its unit, or with what `more` says of it, leading to its page. */
export function innovationLines(
  lab: { readonly id: string; readonly units: Lab['units'] },
  innovations: readonly InnovationSummary[],
  more?: (one: InnovationSummary) => string,
): readonly BehindLine[] {
  const units = new Map<string | null, string>(lab.units.map((unit) => [unit.id, unit.short || unit.name]))
  return innovations.map((one) => ({
    id: one.id,
    text: one.name,
    more: [units.get(one.unit) ?? '', more?.(one) ?? ''].filter((part) => part !== '').join(' · '),
    href: places.innovation(lab.id, one.id),
  }))
}
