/**
 * A set of indicators by which the maturity of an innovation is counted, as a pack describes it (domain.md 3.4). One YAML file in
 * `indicators/` of a pack. Sets of different years are never mixed.
 */
import { z } from 'zod'
import { key, packStatus, slug } from './pack-base.ts'
import { bothTexts } from './text.ts'

export const maturityLevels = [1, 2, 3] as const
export type MaturityLevel = (typeof maturityLevels)[number]

/** What each of the three levels asks. */
const levelTexts = z.tuple([bothTexts, bothTexts, bothTexts])

export const evidenceKinds = ['pdf', 'image', 'video', 'link', 'other'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const indicatorDef = z.strictObject({
  key,
  /** Number in the guide. */
  no: z.number().int().positive(),
  title: bothTexts,
  weight: z.number().positive(),
  mandatory: z.boolean().default(false),
  /** Key of the variable it belongs to. */
  variable: key.optional(),
  levels: levelTexts,
  /** Ways of measuring of which exactly one is chosen; each has levels of its own. */
  bases: z.array(z.strictObject({ key, label: bothTexts, levels: levelTexts })).default([]),
  /** Which evidence is expected (domain.md 3.5). */
  evidence: bothTexts,
  accept: z.array(z.enum(evidenceKinds)).min(1),
})
export type IndicatorDef = z.infer<typeof indicatorDef>

/** How a region's index is counted from its innovations (domain.md 3.6). */
export const regionIndex = z.strictObject({
  /** Sums are divided by at least this many innovations. */
  divisor: z.number().int().positive(),
  /** Points for each innovation, up to a number of innovations. */
  count: z.strictObject({ points: z.number().positive(), most: z.number().int().positive() }),
  /** Most points of the part about the region itself, which is typed in. */
  regionMost: z.number().positive(),
  /** Most points of all. */
  most: z.number().positive(),
  /** How many of the basic services must be covered for the points of the count; absent where no such rule is known. */
  basicServices: z.number().int().positive().optional(),
  /** Lowest value of each category, highest category first. */
  bands: z.array(z.strictObject({ key, label: bothTexts, from: z.number() })).min(1),
  status: packStatus,
  source: z.string().min(1),
})
export type RegionIndex = z.infer<typeof regionIndex>

export const indicatorSet = z.strictObject({
  kind: z.literal('indicators'),
  id: slug,
  title: bothTexts,
  short: bothTexts,
  status: packStatus,
  source: z.string().min(1),
  variables: z.array(z.strictObject({ key, label: bothTexts })).default([]),
  indicators: z.array(indicatorDef).min(1),
  /** The profile form that belongs to it. */
  profile: slug.optional(),
  /** Own bands of the office for one innovation, in points from; there is no official one (domain.md 3.6). */
  ownBands: z.array(z.strictObject({ key, label: bothTexts, from: z.number() })).default([]),
  index: regionIndex.optional(),
})
export type IndicatorSet = z.infer<typeof indicatorSet>
