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
  /** Innovations whose document could not be read or written now. */
  failed: z.array(z.object({ innovation: z.string(), fault })),
})
export type GateAnswer = z.infer<typeof gateAnswer>

/** Things ticked for many innovations at once: that it was launched or monitored, or a line of the checklist that a person ticks. */
export const gateMark = z.discriminatedUnion('what', [
  z.object({ what: z.literal('launched') }),
  z.object({ what: z.literal('monitored') }),
  z.object({ what: z.literal('line'), key: z.string().min(1).max(80) }),
])
export type GateMark = z.infer<typeof gateMark>
export const markAnswer = z.object({
  /** Innovations that stood otherwise before; marking these the other way undoes it. */
  done: z.array(z.string()),
  failed: z.array(z.object({ innovation: z.string(), fault })),
})
export type MarkAnswer = z.infer<typeof markAnswer>
