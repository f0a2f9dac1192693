/** Acts at the gates between stages, for many innovations at once (domain.md 1.3). */
import { z } from 'zod'
import { fault } from '#shared/model/faults.ts'
import { stageKey } from '#shared/model/pack.ts'
import { gateRecord } from '#shared/model/summary.ts'
import { id, line } from './inputs.ts'

export const gateAct = z.object({
  lab: id,
  stage: stageKey,
  innovations: z.array(id).min(1).max(1000),
  /** Who does it, as he calls himself. */
  by: line.default(''),
})
/** How an innovation stood before an act at a gate; handing these back undoes it. */
export const gateBefore = z.object({ innovation: id, stage: stageKey, gate: gateRecord.nullable() })
export type GateBefore = z.infer<typeof gateBefore>
export const gateAnswer = z.object({
  /** Of the record in the lab's log, where one was made. */
  record: z.string().nullable(),
  done: z.array(gateBefore),
  /** Innovations that could not pass because their gate is not passable. */
  held: z.array(z.string()),
  /** Innovations whose document could not be read or written; they stand as before. */
  failed: z.array(z.object({ innovation: z.string(), fault })),
})
export type GateAnswer = z.infer<typeof gateAnswer>
