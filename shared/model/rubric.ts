/**
 * By what innovations are judged, as a pack describes it (domain.md 6.1). One YAML file in `rubrics/` of a pack. A convention takes a copy
 * with it, so that a rubric edited later changes nothing that was judged before.
 */
import { z } from 'zod'
import { key, packStatus, slug } from './pack-base.ts'
import { bothTexts } from './text.ts'

/**
 * How the marks of one judge become one number:
 * `normal` Σ w·(v−min)/(max−min) ÷ Σw × 100 (domain.md 6.3), `sum` Σ w·v, `percent` Σ w·v ÷ 100.
 */
export const scorings = ['normal', 'sum', 'percent'] as const
export type Scoring = (typeof scorings)[number]

/** How the numbers of several judges become one; `trimmed` leaves out the lowest and the highest. */
export const poolings = ['mean', 'median', 'trimmed'] as const
export type Pooling = (typeof poolings)[number]

export const criterion = z.strictObject({
  key,
  title: bothTexts,
  /** What the judge looks at. */
  hint: bothTexts.optional(),
  weight: z.number().positive(),
  min: z.number(),
  max: z.number(),
  /** Marks are multiples of it above `min`. */
  step: z.number().positive().default(1),
  /** What a mark means, lowest first. */
  descriptors: z.array(z.strictObject({ mark: z.number(), text: bothTexts })).default([]),
})
export type Criterion = z.infer<typeof criterion>

/** One part of the judging with criteria of its own: the proposal on paper, presentation and interview, the visit. */
export const juryStage = z.strictObject({
  key,
  title: bothTexts,
  /** Share of the final number, relative to the other stages. */
  weight: z.number().positive(),
  scoring: z.enum(scorings),
  criteria: z.array(criterion).min(1),
})
export type JuryStage = z.infer<typeof juryStage>

/** What decides between equals, tried in the order of the list; what none decides stays shared. */
export const tieRule = z.discriminatedUnion('by', [
  /** The higher pooled mark of one criterion. */
  z.strictObject({ by: z.literal('criterion'), stage: key, criterion: key }),
  /** The higher number of one stage. */
  z.strictObject({ by: z.literal('stage'), stage: key }),
  /** The higher lowest judge, the higher highest judge, of the final number. */
  z.strictObject({ by: z.literal('lowest') }),
  z.strictObject({ by: z.literal('highest') }),
  /** Handed in earlier; an entry without a moment counts as the last. */
  z.strictObject({ by: z.literal('earlier') }),
  /** An order the jury decided on, kept with its reason (`Convention.decisions`). */
  z.strictObject({ by: z.literal('decision') }),
])
export type TieRule = z.infer<typeof tieRule>

export const rubricDef = z.strictObject({
  kind: z.literal('rubric'),
  id: slug,
  title: bothTexts,
  short: bothTexts,
  status: packStatus,
  source: z.string().min(1),
  stages: z.array(juryStage).min(1),
  pooling: z.enum(poolings).default('mean'),
  ties: z.array(tieRule).default([]),
  /** From which difference between judges of one entry it is talked over, in per cent of what is possible. */
  spread: z.number().positive().max(100).default(25),
})
export type RubricDef = z.infer<typeof rubricDef>
