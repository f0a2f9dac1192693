/** Judging over the contract: conventions of a lab for the secretariat, and packages on the laptops of judges. */
import { z } from 'zod'
import { assignment, convention, conventionStates, mark, sheet, sheetAct, visitors } from '#shared/model/jury.ts'
import { blob } from './blob.ts'
import { id, line } from './inputs.ts'

export const conventionCard = z.object({
  id: z.string(),
  name: z.string(),
  date: z.string(),
  state: z.enum(conventionStates),
  entries: z.number().int(),
  judges: z.number().int(),
  /** Stages of entries that are locked, of all that are to be scored. */
  done: z.number().int(),
  of: z.number().int(),
  /** Of a finished one: innovations among the first `top`, best first. */
  winners: z.array(z.object({ innovation: z.string().nullable(), name: z.string(), rank: z.number().int() })),
})
export type ConventionCard = z.infer<typeof conventionCard>

/** All of a convention. `revision` counts its changes; whoever changes it says which one the change began with. */
export const openConvention = z.object({ convention, sheets: z.array(sheet), visitors, revision: z.number().int() })
export type OpenConvention = z.infer<typeof openConvention>

export const conventionAt = z.object({ lab: id, convention: id })

/** What one judge gave. Turns are counted by the core: what is sent has any. */
export const sheetChange = z.object({
  marks: z
    .array(mark.omit({ turn: true, at: true }))
    .max(5000)
    .default([]),
  acts: z
    .array(sheetAct.omit({ turn: true, at: true }))
    .max(2000)
    .default([]),
  declared: z
    .array(z.object({ entry: id, reason: line }))
    .max(2000)
    .default([]),
})
export type SheetChange = z.input<typeof sheetChange>

/** Why a mark was not taken; nothing else of the change was taken either. */
export const markRefusals = ['locked', 'recused', 'not_assigned', 'out_of_scale', 'closed', 'no_reason'] as const
export type MarkRefusal = (typeof markRefusals)[number]

export const visit = conventionAt.extend({
  /** Added to the votes of the entry; negative takes back. */
  votes: z
    .array(z.object({ entry: id, by: z.number().int() }))
    .max(2000)
    .default([]),
  feedback: z
    .array(z.object({ entry: id, text: z.string().min(1).max(4000) }))
    .max(200)
    .default([]),
  /** Ids of feedback to take away. */
  drop: z.array(z.string().max(64)).max(200).default([]),
})

/** What a returned package changes: of the marks, how many are new, newer than what is there, the same, and older and therefore left. */
export const receiveReport = z.object({
  judge: z.string(),
  judgeName: z.string(),
  convention: z.string(),
  conventionName: z.string(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  older: z.number().int(),
  locked: z.number().int(),
  declared: z.number().int(),
  /** Marks for what is not in the convention any more. */
  stray: z.number().int(),
  /** Marks left because their stage is locked here, and the judge neither knew of it nor opened it again. */
  held: z.number().int().optional(),
})
export type ReceiveReport = z.infer<typeof receiveReport>

/** `apply: false` only tells what would change. */
export const receiveWanted = z.object({ lab: id, file: blob, apply: z.boolean() })

export const judgingCard = z.object({
  id: z.string(),
  convention: z.string(),
  lab: z.string(),
  judge: z.string(),
  entries: z.number().int(),
  done: z.number().int(),
  of: z.number().int(),
  /** ISO moment of the last package that went back, or empty; and whether marks changed since. */
  sentAt: z.string(),
  changed: z.boolean(),
})
export type JudgingCard = z.infer<typeof judgingCard>

export const openJudging = z.object({ id: z.string(), assignment, sheet, sentAt: z.string() })
export type OpenJudging = z.infer<typeof openJudging>
