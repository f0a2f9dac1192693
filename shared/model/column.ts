/** Columns of grids and matrices, and what notes and nodes can carry besides their text: types, formulas, marks and results. */
import { z } from 'zod'
import { key, noteColor, tone } from './pack-base.ts'
import { bothTexts } from './text.ts'

/** One of the answers of a choice. */
export const choiceOption = z.strictObject({
  key,
  label: bothTexts,
  help: bothTexts.optional(),
  /** Heading the option stands under in a long list. */
  group: bothTexts.optional(),
  /** Where a matrix or a board paints by this choice. */
  color: noteColor.optional(),
})
export type ChoiceOption = z.infer<typeof choiceOption>

/** What holds for a row. Several together must all hold. A missing value holds for nothing but `empty`. */
export const condition = z.strictObject({
  of: key,
  is: z.union([z.string(), z.number(), z.boolean()]).optional(),
  not: z.union([z.string(), z.number(), z.boolean()]).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  above: z.number().optional(),
  below: z.number().optional(),
  empty: z.boolean().optional(),
  /** A date before today. */
  past: z.literal(true).optional(),
})
export type Condition = z.infer<typeof condition>

/** From this value on, up to the next band. Lowest first. */
export const band = z.strictObject({ key, label: bothTexts, from: z.number(), tone: tone.optional() })
export type Band = z.infer<typeof band>

/** Declarative, never evaluated code. A missing part makes the result missing; it never counts as 0. */
export const columnFormula = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('sum'), of: z.array(key).min(1) }),
  z.strictObject({ op: z.literal('product'), of: z.array(key).min(2) }),
  z.strictObject({ op: z.literal('mean'), of: z.array(key).min(1) }),
  /** `from` − `minus`. */
  z.strictObject({ op: z.literal('difference'), from: key, minus: key }),
  /** (after − before) / before × 100; with before = 0 it cannot be worked out and says so (domain.md 1.6.3). */
  z.strictObject({ op: z.literal('change'), before: key, after: key }),
  /** `table[row value − first row][column value − first column]`; the table is data because official ones are no product (domain.md 4.11). */
  z.strictObject({
    op: z.literal('lookup'),
    row: key,
    column: key,
    firstRow: z.number().int().default(1),
    firstColumn: z.number().int().default(1),
    table: z.array(z.array(z.number()).min(1)).min(1),
  }),
  /** The band a value lies in, as a word. */
  z.strictObject({ op: z.literal('band'), of: key, bands: z.array(band).min(1) }),
  /** Whether all conditions hold, as one of two words; missing while a value they need is missing. */
  z.strictObject({ op: z.literal('check'), all: z.array(condition).min(1), yes: bothTexts, no: bothTexts }),
  /** Rank by one column, highest (or lowest) first; `tie` are the columns that break a tie, in order; equal after all of them = shared rank. */
  z.strictObject({ op: z.literal('rank'), by: key, tie: z.array(key), lowestFirst: z.boolean().default(false) }),
])
export type ColumnFormula = z.infer<typeof columnFormula>

export const columnTypes = [
  /** Words. Key `text` is the row's own text. */
  'text',
  /** A whole number from `min` to `max`, with anchors that say what each means. */
  'score',
  'number',
  /** Whole rupiah. */
  'rupiah',
  /** 0 to 100 unless min and max say otherwise; 45 is 45 %. */
  'percent',
  /** ISO day. */
  'date',
  /** One option's key. */
  'choice',
  /** Several options' keys. */
  'multi',
  /** Yes or not yet. */
  'tick',
  /** Months ticked, `2026-03`; the years shown are a setting of the canvas (`years`). */
  'months',
  /** A name; people of the lab and members of the team are suggested. */
  'person',
  /** A work unit; units of the lab are suggested. */
  'unit',
  /** A unit of measure; `suggests` are offered. */
  'measure',
  /** Name of an attached picture. */
  'photo',
  /** An address on the web, or the name of a file. */
  'link',
  'formula',
] as const
export type ColumnType = (typeof columnTypes)[number]

export const gridColumn = z.strictObject({
  key,
  label: bothTexts,
  short: z.string().optional(),
  type: z.enum(columnTypes),
  min: z.number().optional(),
  max: z.number().optional(),
  options: z.array(choiceOption).optional(),
  suggests: z.array(bothTexts).default([]),
  formula: columnFormula.optional(),
  help: bothTexts.optional(),
  /** What a score means, lowest first. */
  anchors: z.array(z.strictObject({ score: z.number(), label: bothTexts })).default([]),
  /** Relative width in documents and on screen. */
  width: z.number().positive().default(1),
  /** A row without it counts as unfinished. */
  required: z.boolean().default(false),
  /** Printed under the column, and under each group. */
  total: z.enum(['sum', 'mean', 'count']).optional(),
  /** How a formula's number is written. */
  format: z.enum(['number', 'rupiah', 'percent']).default('number'),
  decimals: z.number().int().min(0).max(6).optional(),
  /** A score that every person may give for himself, where the canvas is set to score one by one. */
  voted: z.boolean().default(false),
})
export type GridColumn = z.infer<typeof gridColumn>

/** A remark the definition makes about a cell. */
export const columnMark = z.strictObject({ column: key, when: z.array(condition).min(1), tone, label: bothTexts })
export type ColumnMark = z.infer<typeof columnMark>

/** A figure worked out over all rows, shown beside the grid and printed under it. Keys of results may be used by later results. */
export const gridResult = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.enum(['sum', 'mean', 'count', 'distinct']),
    key,
    label: bothTexts,
    /** `count` may leave it out. */
    of: key.optional(),
    where: z.array(condition).default([]),
    format: z.enum(['number', 'rupiah', 'percent']).default('number'),
    decimals: z.number().int().min(0).max(6).optional(),
    /** What it should come to (weights that must sum to 1), or at least, or at most; shown as a remark when it does not. */
    expect: z.strictObject({ equals: z.number().optional(), atLeast: z.number().optional(), atMost: z.number().optional() }).optional(),
    bands: z.array(band).default([]),
  }),
  /** `from` − `minus`, both keys of results above. */
  z.strictObject({
    op: z.literal('difference'),
    key,
    label: bothTexts,
    from: key,
    minus: key,
    decimals: z.number().int().min(0).max(6).optional(),
  }),
  /** Where (x, y) lies, x and y being keys of results above; 0 counts as positive. */
  z.strictObject({
    op: z.literal('quadrant'),
    key,
    label: bothTexts,
    x: key,
    y: key,
    names: z.strictObject({ high_high: bothTexts, high_low: bothTexts, low_high: bothTexts, low_low: bothTexts }),
  }),
  /** The chosen option of every row, strung together: `pick` is a choice whose option keys are keys of text columns. */
  z.strictObject({ op: z.literal('combine'), key, label: bothTexts, pick: key }),
])
export type GridResultDef = z.infer<typeof gridResult>

/** Cells a canvas offers to begin with, in the language of the person who takes them. */
const startValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), bothTexts])
/** A note, node or row many teams need: offered by one button, never put in by itself. */
export const starter = z.strictObject({
  text: bothTexts,
  zone: key.optional(),
  /** Of a note; without it the colour of its zone. */
  color: noteColor.optional(),
  values: z.record(key, startValue).default({}),
})
export type Starter = z.infer<typeof starter>
