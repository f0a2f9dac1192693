/** The next jilid of a region: a new lab that goes on from one before it, and the innovations taken along. */
import { z } from 'zod'
import { fault } from '#shared/model/faults.ts'
import { labSummary } from '#shared/model/summary.ts'
import { id, line } from './inputs.ts'

/** Where carried innovations begin again. */
export const startingStages = ['drum_up', 'diagnose'] as const
export type StartingStage = (typeof startingStages)[number]

const carried = {
  innovations: z.array(id).max(1000),
  stage: z.enum(startingStages),
}
export const jilidWanted = z.object({
  /** The lab to go on from. */
  lab: id,
  year: z.number().int().min(2000).max(2100),
  jilid: z.number().int().min(1).max(99),
  theme: line,
  method: z.string().max(80),
  /** People come only with their units. */
  people: z.enum(['none', 'units', 'people']),
  ...carried,
})
export type JilidWanted = z.input<typeof jilidWanted>
/** Takes innovations of the lab before into a lab that goes on from it. Those already taken are left as they are. */
export const carryWanted = z.object({ lab: id, ...carried })

export const carryStep = z.discriminatedUnion('state', [
  z.object({ state: z.literal('working'), done: z.number().int(), of: z.number().int() }),
  z.object({
    state: z.literal('done'),
    lab: labSummary,
    carried: z.number().int(),
    /** Innovations that could not be read or written; the others are there. */
    failed: z.array(z.object({ innovation: z.string(), fault })),
  }),
])
export type CarryStep = z.infer<typeof carryStep>
