/** Writes `docs/canvases.md` from the schemas, so that it says what they say. */
import type { z } from 'zod'
import * as def from '#shared/model/canvas-def.ts'
import * as column from '#shared/model/column.ts'
import { key, noteColor, packStatus, slug, stageKey, tone } from '#shared/model/pack-base.ts'
import { bothTexts } from '#shared/model/text.ts'
import { formulas, picks, results, types, words } from './canvas-words.ts'

/** Schemas that are named instead of being written out. */
const named = new Map<unknown, string>([
  [bothTexts, '`{ id, en }`'],
  [key, 'key'],
  [slug, 'id'],
  [noteColor, 'colour'],
  [tone, 'tone'],
  [packStatus, '`verified` or `unverified`'],
  [stageKey, 'stage'],
  [column.gridColumn, '[column](#columns)'],
  [column.choiceOption, '[option](#options)'],
  [column.condition, '[condition](#conditions)'],
  [column.band, '[band](#bands)'],
  [column.columnFormula, '[formula](#formulas)'],
  [column.columnMark, '[mark](#marks)'],
  [column.gridResult, '[result](#results)'],
  [column.starter, '[starter](#starters)'],
  [def.canvasPick, '[pick](#what-can-be-drawn-on)'],
  [def.canvasTake, '[take](#takes)'],
  [def.formField, '[field](#fields)'],
  [def.axisDef, '[axis](#axes)'],
  [def.gridMode, '[mode](#modes)'],
])

type Read = { readonly type: string; readonly must: string }

/** The parts of a schema as zod keeps them; only what is used here. */
type Inside = {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly defaultValue?: unknown
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
}
const inside = (schema: z.ZodType): Inside => schema._zod.def as unknown as Inside // every field it names is optional, so nothing is promised

function read(schema: z.ZodType): Read {
  const { type, innerType, defaultValue } = inside(schema)
  if (type === 'optional' && innerType !== undefined) return { type: typeText(innerType), must: '' }
  if (type === 'default' && innerType !== undefined)
    return { type: typeText(innerType), must: `default \`${JSON.stringify(defaultValue)}\`` }
  return { type: typeText(schema), must: 'required' }
}

function typeText(schema: z.ZodType): string {
  const name = named.get(schema)
  if (name !== undefined) return name
  const { type, innerType, element, entries, values, shape, options, valueType } = inside(schema)
  if (innerType !== undefined) return typeText(innerType)
  if (type === 'array' && element !== undefined) return `list of ${typeText(element)}`
  if (entries !== undefined)
    return Object.values(entries)
      .map((one) => `\`${one}\``)
      .join(', ')
  if (type === 'literal') return (values ?? []).map((one) => `\`${String(one)}\``).join(', ')
  if (options !== undefined) return [...new Set(options.map(typeText))].join(' or ')
  if (type === 'record' && valueType !== undefined) return `key: ${typeText(valueType)}`
  if (shape !== undefined)
    return `\`{ ${Object.entries(shape)
      .map(([name, part]) => (read(part).must === 'required' ? name : `${name}?`))
      .join(', ')} }\``
  return type
}

type Shaped = { readonly shape: Readonly<Record<string, z.ZodType>> }

function table(title: string, { shape }: Shaped, said: Readonly<Record<string, string>> | undefined): string {
  const without = Object.keys(shape).filter((name) => said?.[name] === undefined)
  if (without.length > 0) throw new Error(`canvas-words.ts says nothing about ${title}: ${without.join(', ')}`)
  const gone = Object.keys(said ?? {}).filter((name) => shape[name] === undefined && name !== 'help')
  if (gone.length > 0) throw new Error(`canvas-words.ts speaks of what ${title} no longer has: ${gone.join(', ')}`)
  const rows = Object.entries(shape).map(([name, schema]) => {
    const { type, must } = read(schema)
    return `| \`${name}\` | ${type} | ${must} | ${said?.[name]} |`
  })
  return ['| entry | type | | what it says |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function list(title: string, names: readonly string[], said: Readonly<Record<string, string>>): string {
  const without = names.filter((name) => said[name] === undefined)
  if (without.length > 0) throw new Error(`canvas-words.ts says nothing about ${title}: ${without.join(', ')}`)
  return names.map((name) => `- \`${name}\`: ${said[name]}`).join('\n')
}

/** Values of the field that tells the members of a union apart, and what each member has besides. */
function members(schema: { readonly options: readonly unknown[] }, by: string): readonly (readonly [string, string])[] {
  return schema.options.flatMap((option) => {
    const { shape = {} } = inside(option as z.ZodType) // members of a union of ours are objects
    const tells = shape[by]
    if (tells === undefined) return []
    const { values, entries } = inside(tells)
    const names = values?.map(String) ?? Object.values(entries ?? {})
    const rest = Object.entries(shape)
      .filter(([name]) => name !== by && name !== 'key' && name !== 'label' && name !== 'canvas')
      .map(([name, part]) => (read(part).must === 'required' ? `\`${name}\`` : `\`${name}?\``))
    return names.map((name) => [name, rest.join(', ')] as const)
  })
}

function union(
  title: string,
  schema: { readonly options: readonly unknown[] },
  by: string,
  said: Readonly<Record<string, string>>,
): string {
  const rows = members(schema, by).map(([name, rest]) => {
    if (said[name] === undefined) throw new Error(`canvas-words.ts says nothing about ${title} ${name}`)
    return `| \`${name}\` | ${rest} | ${said[name]} |`
  })
  return [`| \`${by}\` | with | what it is |`, '| --- | --- | --- |', ...rows].join('\n')
}

const quoted = (all: readonly string[]): string => all.map((one) => `\`${one}\``).join(', ')

/** The whole page. @throws when an entry of a schema is not described, or a description has no entry any more */
export function canvasReference(): string {
  const { board, tree, grid, matrix, form } = {
    board: def.boardDef,
    tree: def.treeDef,
    grid: def.gridDef,
    matrix: def.matrixDef,
    form: def.formDef,
  }
  const surveyShape = inside(form.shape.survey.unwrap()).shape ?? {}
  return `# What a canvas file may say

A canvas is one YAML file, \`canvases/<id>.yaml\` in a pack. The shipped ones are in \`templates/packs/kanvas-dasar/canvases/\`; a workspace
may hold packs of its own in \`packs/\`. Entries that are not listed here are refused, with file, place and a sentence. A canvas that no
method names stands last in its stage.

This page is written by \`node test/docs/write.ts\` from the schemas in \`shared/model/\`; a test compares the two.

Texts are given in both languages, Indonesian first: \`{ id: …, en: … }\`. A **key** is lower case letters, digits and \`_\`; an **id** is
lower case letters, digits and \`-\`. Stages: ${quoted(stageKey.options)}. Colours: ${quoted(noteColor.options)}. Tones: ${quoted(tone.options)}.

## Board

Notes in zones.

${table('board', board, words.board)}

### Zones

${table('zone', board.shape.zones.element, words.zone)}

## Tree

A core with effects above and causes below; also as fishbone and as five whys.

${table('tree', tree, words.tree)}

## Grid

Rows with typed columns.

${table('grid', grid, words.grid)}

### Modes

${table('mode', def.gridMode, words.mode)}

### Results

Each has a \`key\` and a \`label\`; results may use the keys of results above them.

${union('result', column.gridResult, 'op', results)}

## Matrix

Points on two axes, in quadrants or in cells.

${table('matrix', matrix, words.matrix)}

### Axes

${table('axis', def.axisDef, words.axis)}

## Form

${table('form', form, words.form)}

### Fields

${table('field', def.formField, words.field)}

Types:

${list('field type', def.fieldTypes, types)}

### Survey

${table('survey', { shape: surveyShape }, words.survey)}

## Columns

Of grids and matrices, of notes and nodes, and of respondents.

${table('column', column.gridColumn, words.column)}

### Types of columns

${list('column type', column.columnTypes, types)}

### Formulas

Never code, and a missing part makes the result missing: it does not count as 0.

${union('formula', column.columnFormula, 'op', formulas)}

### Options

${table('option', column.choiceOption, words.option)}

### Marks

${table('mark', column.columnMark, words.mark)}

### Conditions

${table('condition', column.condition, words.condition)}

### Bands

${table('band', column.band, words.band)}

## Starters

${table('starter', column.starter, words.starter)}

## Takes

${table('take', def.canvasTake, words.take)}

### What can be drawn on

Each names the \`canvas\`.

${union('pick', def.canvasPick, 'part', picks)}
`
}
