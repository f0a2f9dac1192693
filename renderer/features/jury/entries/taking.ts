/** Innovations of a lab as entries of a convention. */
import type { EntryId } from '#shared/model/ids.ts'
import type { Lab, Unit } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { withEntriesOf } from '#shared/rules/jury-setup.ts'
import { freeKey } from '../setup/edits.ts'
import type { ConventionChange } from '../use-convention.ts'

/** What decides the category of an entry that is taken in. */
export const groupings = ['none', 'kind', 'unit_kind'] as const
export type Grouping = (typeof groupings)[number]

/** The label of the category an innovation belongs to, or empty. */
export type CategoryOf = (innovation: InnovationSummary, unit: Unit | undefined) => string

/** @param freshId asked once for each innovation, before: the change may be applied more than once */
export function withInnovations(
  innovations: readonly InnovationSummary[],
  lab: Pick<Lab, 'units'>,
  labelOf: CategoryOf,
  freshId: () => EntryId,
): ConventionChange {
  const ids = innovations.map(freshId)
  return (now) => {
    let used = 0
    const next = (): EntryId => ids[used++] ?? freshId()
    const known = [...now.categories]
    const categoryOf = (innovation: InnovationSummary, unit: Unit | undefined) => {
      const label = labelOf(innovation, unit)
      if (label === '') return null
      const found = known.find((one) => one.label === label)
      if (found !== undefined) return found
      const keys = known.map(({ key }) => key)
      const made = { key: freeKey('kategori', keys), label }
      known.push(made)
      return made
    }
    return withEntriesOf(now, innovations, lab, next, { categoryOf })
  }
}
