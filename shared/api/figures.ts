/** Numbers of a lab that only whole innovations tell, and how its innovations are spread over the milestones. */
import { z } from 'zod'
import { milestones } from '#shared/model/lab.ts'
import type { InnovationFigures } from '#shared/rules/figures.ts'
import { id } from './inputs.ts'

export const figuresWanted = z.object({ lab: id })

export type LabFigures = {
  /** In the order of the index, without archived ones. */
  readonly innovations: readonly InnovationFigures[]
  /** Ids of innovations whose document could not be read; they are in no sum. */
  readonly unread: readonly string[]
}

const counts = z.record(z.enum(milestones), z.number().int())

/** `reached` counts an innovation at every milestone it has come to, `here` only where it stands now. */
export const milestoneCounts = z.object({ reached: counts, here: counts })
