/**
 * The five kinds of canvas. A canvas is one YAML file in `templates/packs/<pack>/canvases/`; these schemas are all there is to know to
 * write one.
 */
import { z } from 'zod'
import { choiceOption, columnMark, gridColumn, gridResult, starter } from './column.ts'
import { key, noteColor, packStatus, slug, stageKey, tone } from './pack-base.ts'
import { bothTexts } from './text.ts'

/** Which part of a canvas a proposal section, or another canvas, draws on. */
export const canvasPick = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('field'), canvas: slug, field: key }),
  z.strictObject({ part: z.literal('core'), canvas: slug }),
  z.strictObject({ part: z.literal('roots'), canvas: slug }),
  z.strictObject({ part: z.literal('effects'), canvas: slug }),
  z.strictObject({ part: z.literal('causes'), canvas: slug }),
  z.strictObject({ part: z.literal('top'), canvas: slug, count: z.number().int().positive() }),
  z.strictObject({ part: z.literal('zone'), canvas: slug, zone: key }),
  z.strictObject({ part: z.literal('quadrant'), canvas: slug, quadrant: key }),
  z.strictObject({ part: z.literal('items'), canvas: slug }),
  /** Rows for which a check column says yes (an APKL that lets issues through). */
  z.strictObject({ part: z.literal('passed'), canvas: slug, column: key }),
])
export type CanvasPick = z.infer<typeof canvasPick>

/** What fills this canvas from an earlier one: offered as "Ambil dari …"; every taken thing keeps its trail. */
export const canvasTake = z.strictObject({
  pick: canvasPick,
  /** Board: the zone; grid: the option of `groupBy`; form: the field it is added to; tree: `core`, `cause` or `effect`. Matrix: nothing. */
  into: key.optional(),
  /** Column here → column there, for what else a row brings along; `text` is the row's own text. */
  copy: z.record(key, key).default({}),
})
export type CanvasTake = z.infer<typeof canvasTake>

const canvasCommon = {
  id: slug,
  title: bothTexts,
  stage: stageKey,
  help: bothTexts,
  example: bothTexts,
  status: packStatus,
  source: z.string().min(1),
  /** The heading of this canvas in a document, with one sentence that introduces it. */
  outline: z.strictObject({ heading: bothTexts, lead: bothTexts }),
  takes: z.array(canvasTake).default([]),
}

export const fieldTypes = [
  'line',
  'text',
  'choice',
  'multi',
  'date',
  'number',
  'rupiah',
  'scale',
  'tick',
  'phone',
  'email',
  'link',
  'photo',
  'person',
  'unit',
] as const

/** What an innovation itself knows; a field bound to it reads and writes that one place. */
export const innovationFacts = ['name', 'longName', 'kind', 'form', 'digital', 'summary', 'startedOn'] as const

export const formField = z.strictObject({
  key,
  label: bothTexts,
  hint: bothTexts.optional(),
  example: bothTexts.optional(),
  type: z.enum(fieldTypes),
  required: z.boolean().default(false),
  /** Width in the drawn view and in print; the outline is one column. */
  width: z.enum(['full', 'half', 'third', 'quarter']).default('full'),
  options: z.array(choiceOption).optional(),
  /** Of a scale or number. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** What the points of a scale mean, lowest first. */
  anchors: z.array(z.strictObject({ score: z.number(), label: bothTexts })).default([]),
  /** Counted while writing; warned, never cut. */
  maxWords: z.number().int().positive().optional(),
  /** Belongs to the head of the form and is not reviewed. */
  head: z.boolean().default(false),
  /** Key of one of the form's sections. */
  section: key.optional(),
  fact: z.enum(innovationFacts).optional(),
  /** Shows where the letters of a short name come from; the field holds the long name, `of` the field of the short one. */
  acronym: z.strictObject({ of: key }).optional(),
})
export type FormField = z.infer<typeof formField>

export const boardDef = z.strictObject({
  ...canvasCommon,
  kind: z.literal('board'),
  zones: z
    .array(z.strictObject({ key, label: bothTexts, hint: bothTexts, icon: z.string().optional(), color: noteColor.default('kunyit') }))
    .min(1),
  /** Zones side by side before the next row of zones begins; absent: all in one row. */
  perRow: z.number().int().positive().optional(),
  /** What a colour means on this board; a colour without a line here means nothing. */
  legend: z.array(z.strictObject({ color: noteColor, label: bothTexts })).default([]),
  votes: z.strictObject({ quota: z.number().int().positive() }).optional(),
  /** What a note carries besides its text (who, by when). */
  columns: z.array(gridColumn).default([]),
  starters: z.array(starter).default([]),
})

export const treeLayouts = ['tree', 'fishbone', 'whys'] as const
export type TreeLayout = (typeof treeLayouts)[number]

export const treeDef = z.strictObject({
  ...canvasCommon,
  kind: z.literal('tree'),
  layouts: z.array(z.enum(treeLayouts)).min(1),
  levels: z.strictObject({ effect: bothTexts, core: bothTexts, direct: bothTexts, indirect: bothTexts, root: bothTexts }),
  /** What must hold before the tree can be called done. */
  ready: z
    .array(z.enum(['one_core_sentence', 'causes_reach_root', 'has_effect', 'has_root', 'three_whys', 'every_answer_has_evidence']))
    .default([]),
  /** Main bones to choose from: one set is in force (setting `set`); a cause next to the core names its category in `zone`. */
  categorySets: z
    .array(
      z.strictObject({
        key,
        label: bothTexts,
        source: z.string().min(1),
        categories: z.array(z.strictObject({ key, label: bothTexts })).min(2),
      }),
    )
    .default([]),
  /** What a node carries besides its text, such as evidence. */
  columns: z.array(gridColumn).default([]),
  /** This tree turns another one over, node by node: each node shows the sentence it turns round. */
  mirror: slug.optional(),
})

export const gridMode = z.strictObject({
  key,
  label: bothTexts,
  help: bothTexts,
  /** The columns shown in this mode, in this order. */
  columns: z.array(key).min(1),
})

export const gridDef = z.strictObject({
  ...canvasCommon,
  kind: z.literal('grid'),
  rowLabel: bothTexts,
  columns: z.array(gridColumn).min(2),
  /** Entries above the table. */
  head: z.array(formField).default([]),
  /** Different ways of filling the same grid; one is in force (setting `mode`, else the first). */
  modes: z.array(gridMode).default([]),
  /** A choice column; rows stand under its options, each with its totals. */
  groupBy: key.optional(),
  /** The rule in words, shown where it decided something. */
  tieRule: bothTexts.optional(),
  /** How the scores people gave one by one become one (columns with `voted`, setting `scoring` = `each`). */
  voting: z.strictObject({ combine: z.enum(['mean', 'sum']) }).optional(),
  marks: z.array(columnMark).default([]),
  results: z.array(gridResult).default([]),
  starters: z.array(starter).default([]),
})

export const axisDef = z.strictObject({
  key,
  label: bothTexts,
  low: bothTexts,
  high: bothTexts,
  min: z.number(),
  max: z.number(),
  /** From this value on a point lies in the high half. */
  threshold: z.number(),
  /** What a step of the axis means, lowest first. */
  anchors: z.array(z.strictObject({ score: z.number(), label: bothTexts })).default([]),
})

/** `tone` only where lying there is good or bad in itself; most quadrants are merely different. */
const quadrant = z.strictObject({ key, label: bothTexts, hint: bothTexts, tone: tone.optional() })

export const matrixDef = z.strictObject({
  ...canvasCommon,
  kind: z.literal('matrix'),
  itemLabel: bothTexts,
  x: axisDef,
  y: axisDef,
  /** Named by height on y, then on x: `high_low` is high on y, low on x. Absent where the matrix has cells. */
  quadrants: z.strictObject({ high_high: quadrant, high_low: quadrant, low_high: quadrant, low_low: quadrant }).optional(),
  /** A matrix of cells: keys of the `lookup` column that gives a cell its value and of the `band` column that names it. */
  cells: z.strictObject({ value: key, band: key }).optional(),
  columns: z.array(gridColumn).default([]),
  /** A number or score column that makes points larger, and a choice column that paints them. */
  size: key.optional(),
  color: key.optional(),
  marks: z.array(columnMark).default([]),
  starters: z.array(starter).default([]),
})

export const formDef = z.strictObject({
  ...canvasCommon,
  kind: z.literal('form'),
  review: z.boolean(),
  /** How the drawn view and the picture are laid out: a sheet of paper, one wide slide, or a poster. */
  layout: z.enum(['sheet', 'slide', 'poster']).default('sheet'),
  sections: z.array(z.strictObject({ key, label: bothTexts, help: bothTexts.optional() })).default([]),
  fields: z.array(formField).min(1),
  /**
   * A survey: every respondent is an item (`text` the name) whose `values` are the answers to the scale fields; the drawn view is a radar
   * of the mean of each component over all respondents.
   */
  survey: z
    .strictObject({
      min: z.number(),
      max: z.number(),
      respondent: z.array(gridColumn).default([]),
      components: z.array(z.strictObject({ key, label: bothTexts, help: bothTexts, fields: z.array(key).min(1) })).min(3),
    })
    .optional(),
})

export const canvasDef = z.discriminatedUnion('kind', [boardDef, treeDef, gridDef, matrixDef, formDef])
export const canvasKinds = ['board', 'tree', 'grid', 'matrix', 'form'] as const

export type BoardDef = z.infer<typeof boardDef>
export type TreeDef = z.infer<typeof treeDef>
export type GridDef = z.infer<typeof gridDef>
export type MatrixDef = z.infer<typeof matrixDef>
export type FormDef = z.infer<typeof formDef>
export type CanvasDef = z.infer<typeof canvasDef>
export type CanvasKind = (typeof canvasKinds)[number]
