/** Any canvas as a table of typed cells, for spreadsheets and text files; what is worked out stands in it as it is now. */
import type { Canvas, Item, Value } from '../model/lab.ts'
import type { BoardDef, CanvasDef, FormDef, GridColumn, GridDef, MatrixDef, NoteColor, TreeDef } from '../model/pack.ts'
import type { BothTexts, Language } from '../model/text.ts'
import { showCell } from './cell-text.ts'
import { columnOfField } from './field-column.ts'
import { cellOf, columnsOf, evaluateGrid, type GridResult, type GridRow } from './grid.ts'
import { entered } from './grid-values.ts'
import { evaluateMatrix, matrixColumns, numberedItems, placeName } from './matrix.ts'
import { notesOf, zonesOf } from './picks.ts'
import { surveyOf } from './survey.ts'
import { levelOf, nodesOf, treeOf } from './tree.ts'

/** A day is kept apart from texts so that a spreadsheet gets a real date. */
export type TableCell = string | number | { readonly date: string } | null
/** `mixed`: every cell has its own type. */
export type TableType = 'text' | 'number' | 'rupiah' | 'percent' | 'date' | 'mixed'
export type TableColumn = { readonly label: string; readonly type: TableType; readonly decimals?: number }
export type CanvasTable = {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
  /** One cell for each column; null where the canvas has no totals. */
  readonly totals: readonly TableCell[] | null
  /** What stands beside the table: entries above a grid, figures below it, means of a survey. */
  readonly facts: readonly { readonly label: string; readonly cell: TableCell; readonly type: TableType }[]
}

/** Words that no definition has. */
export type TableWords = {
  readonly number: string
  readonly text: string
  readonly zone: string
  readonly cluster: string
  readonly color: string
  readonly votes: string
  readonly author: string
  readonly table: string
  readonly link: string
  readonly picture: string
  readonly level: string
  readonly parent: string
  readonly category: string
  readonly quadrant: string
  readonly remark: string
  readonly section: string
  readonly field: string
  readonly answer: string
  readonly respondent: string
  readonly overall: string
  /** "Cannot be worked out": a change whose "before" is 0. */
  readonly impossible: string
  readonly colors: Readonly<Record<NoteColor, string>>
}

export type TableOptions = {
  /** ISO day, for remarks about dates that have passed. */
  readonly today?: string
}

/** A form should come with the innovation's facts among its answers (`withFacts`). */
export function canvasTable(
  def: CanvasDef,
  canvas: Canvas,
  language: Language,
  words: TableWords,
  options: TableOptions = {},
): CanvasTable {
  switch (def.kind) {
    case 'board':
      return boardTable(def, canvas, language, words, options)
    case 'tree':
      return treeTable(def, canvas, language, words, options)
    case 'grid':
      return gridTable(def, canvas, language, words, options)
    case 'matrix':
      return matrixTable(def, canvas, language, words, options)
    case 'form':
      return def.survey === undefined ? formTable(def, canvas, language, words) : surveyTable(def, canvas, language, words)
    default:
      return def satisfies never
  }
}

/** One column of the table with what stands in it for an item. */
type Part<T> = TableColumn & { readonly cell: (of: T) => TableCell; readonly key?: string }

const part = <T>(label: string, cell: (of: T) => TableCell, type: TableType = 'text'): Part<T> => ({ label, cell, type })

const headsOf = <T>(parts: readonly Part<T>[]): readonly TableColumn[] => parts.map(({ cell: _cell, key: _key, ...column }) => column)

function tableOf<T>(parts: readonly Part<T>[], of: readonly T[], more: Partial<Pick<CanvasTable, 'totals' | 'facts'>> = {}): CanvasTable {
  return { columns: headsOf(parts), rows: of.map((one) => parts.map(({ cell }) => cell(one))), totals: null, facts: [], ...more }
}

const textOr = (text: string): string | null => (text.trim() === '' ? null : text)

/** What was entered, as a typed cell. What the column does not take is kept as it was written, so that an export loses nothing. */
export function tableCell(column: GridColumn, value: Value, language: Language): TableCell {
  if (value === null || value === '') return null
  const good = entered(column, value)
  if (typeof good === 'number') return good
  if (column.type === 'date' && typeof good === 'string') return { date: good }
  if (good !== null) return textOr(showCell(column, good, language))
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return textOr(Array.isArray(value) ? value.join('; ') : String(value))
}

function typeOf(column: GridColumn): TableType {
  if (column.type === 'rupiah' || column.type === 'percent' || column.type === 'date') return column.type
  if (column.type === 'score' || column.type === 'number') return 'number'
  if (column.type !== 'formula') return 'text'
  const op = column.formula?.op
  if (op === undefined || op === 'band' || op === 'check') return 'text'
  return op === 'rank' ? 'number' : column.format
}

/** A cell of a row that was worked out: entered, polled or made by a formula. */
export function rowCell(column: GridColumn, row: GridRow, language: Language, impossible: string): TableCell {
  const { key, formula } = column
  if (column.type !== 'formula') {
    const poll = row.polls[key]
    return poll === undefined ? tableCell(column, cellOf(row.item, key), language) : (row.values[key] ?? null)
  }
  switch (formula?.op) {
    case 'rank':
      return row.ranks[key]?.rank ?? null
    case 'band':
      return row.bands[key]?.label[language] ?? null
    case 'check': {
      const held = row.checks[key] ?? null
      return held === null ? null : formula[held ? 'yes' : 'no'][language]
    }
    default:
      return row.impossible.includes(key) ? impossible : (row.values[key] ?? null)
  }
}

const columnPart = (column: GridColumn, language: Language, words: TableWords): Part<GridRow> => ({
  key: column.key,
  label: column.label[language],
  type: typeOf(column),
  ...(column.decimals === undefined ? {} : { decimals: column.decimals }),
  cell: (row) => rowCell(column, row, language, words.impossible),
})

const itemPart = (label: string, cell: (item: Item) => TableCell, type: TableType = 'text'): Part<GridRow> =>
  part(label, (row) => cell(row.item), type)

function remarkParts(marked: boolean, language: Language, words: TableWords): readonly Part<GridRow>[] {
  if (!marked) return []
  const remarks = (row: GridRow): readonly string[] =>
    Object.values(row.marks).flatMap((marks) => marks.map(({ label }) => label[language]))
  return [part(words.remark, (row) => textOr([...new Set(remarks(row))].join('; ')))]
}

const notText = ({ key }: GridColumn): boolean => key !== 'text'

function boardTable(def: BoardDef, canvas: Canvas, language: Language, words: TableWords, { today }: TableOptions): CanvasTable {
  const { items, settings } = canvas
  const zones = zonesOf(def, items)
  const order = new Map(def.zones.map((zone, at) => [zone.key, at]))
  const clusters = new Map(items.filter((item) => item.role === 'cluster').map((item) => [item.id, item.text]))
  const place = (item: Item): number => order.get(zones.get(item.id) ?? '') ?? 0
  const notes = [...notesOf(items)].sort((a, b) => place(a) - place(b))
  const colorOf = (item: Item): TableCell =>
    item.color === null ? null : (def.legend.find(({ color }) => color === item.color)?.label[language] ?? words.colors[item.color])
  const { rows } = evaluateGrid({ columns: def.columns }, notes, { settings, ...(today === undefined ? {} : { today }) })
  return tableOf(
    [
      itemPart(words.zone, (item) => def.zones.find(({ key }) => key === zones.get(item.id))?.label[language] ?? null),
      itemPart(words.text, (item) => textOr(item.text)),
      ...def.columns.filter(notText).map((column) => columnPart(column, language, words)),
      itemPart(words.cluster, (item) => textOr(item.cluster === null ? '' : (clusters.get(item.cluster) ?? ''))),
      itemPart(words.color, colorOf),
      itemPart(words.votes, (item) => item.votes, 'number'),
      itemPart(words.author, (item) => textOr(item.author)),
      itemPart(words.table, (item) => textOr(item.table)),
      itemPart(words.link, (item) => textOr(item.link)),
      itemPart(words.picture, (item) => textOr(item.picture)),
    ],
    rows,
  )
}

function treeTable(def: TreeDef, canvas: Canvas, language: Language, words: TableWords, { today }: TableOptions): CanvasTable {
  const tree = treeOf(canvas.items)
  const nodes = nodesOf([...tree.effects, ...tree.causes])
  const levels = new Map<string, string>(nodes.map((node) => [node.item.id, def.levels[levelOf(node)][language]]))
  const parents = new Map<string, string>()
  for (const node of nodes) {
    if (node.depth === 1) parents.set(node.item.id, tree.core?.text ?? '')
    for (const child of node.children) parents.set(child.item.id, node.item.text)
  }
  const set = def.categorySets.find(({ key }) => key === canvas.settings.set) ?? def.categorySets[0]
  const category = (item: Item): TableCell => set?.categories.find(({ key }) => key === item.zone)?.label[language] ?? item.zone
  const items = [...(tree.core === null ? [] : [tree.core]), ...nodes.map((node) => node.item)]
  const { rows } = evaluateGrid({ columns: def.columns }, items, today === undefined ? {} : { today })
  return tableOf(
    [
      itemPart(words.level, (item) => levels.get(item.id) ?? def.levels.core[language]),
      itemPart(words.text, (item) => textOr(item.text)),
      itemPart(words.parent, (item) => textOr(parents.get(item.id) ?? '')),
      ...(set === undefined ? [] : [itemPart(words.category, category)]),
      ...def.columns.filter(notText).map((column) => columnPart(column, language, words)),
      ...(items.some((item) => item.votes > 0) ? [itemPart(words.votes, (item) => item.votes, 'number')] : []),
      itemPart(words.author, (item) => textOr(item.author)),
    ],
    rows,
  )
}

function gridTable(def: GridDef, canvas: Canvas, language: Language, words: TableWords, { today }: TableOptions): CanvasTable {
  const { settings } = canvas
  const shown = columnsOf(def, settings)
  const result = evaluateGrid(def, canvas.items, { settings, ...(today === undefined ? {} : { today }) })
  const group = def.groupBy === undefined ? undefined : def.columns.find(({ key }) => key === def.groupBy)
  const parts: readonly Part<GridRow>[] = [
    // The table is ordered by groups; without this nobody would see which is which.
    ...(group === undefined || shown.includes(group) ? [] : [columnPart(group, language, words)]),
    ...shown.map((column) => columnPart(column, language, words)),
    ...voterParts(shown, result, canvas, language),
    ...remarkParts(def.marks.length > 0, language, words),
  ]
  const rows = result.groups.flatMap((one) => one.rows)
  return tableOf(parts, rows, {
    totals: totalsOf(parts, shown, result),
    facts: [...headFacts(def, canvas, language), ...figureFacts(result, language)],
  })
}

/** A column for each person and scored column, as they were given. */
function voterParts(
  shown: readonly GridColumn[],
  { rows }: GridResult,
  { settings }: Canvas,
  language: Language,
): readonly Part<GridRow>[] {
  const polled = shown.filter(({ key }) => rows[0]?.polls[key] !== undefined)
  const voters = new Set(settings.voters ?? [])
  if (voters.size === 0)
    for (const { item } of rows)
      for (const { key } of polled)
        for (const who of Object.keys(Object.hasOwn(item.scores, key) ? (item.scores[key] ?? {}) : {})) voters.add(who)
  return polled.flatMap((column) =>
    [...voters].map((who) => {
      const given = ({ item }: GridRow): TableCell => {
        const scores = Object.hasOwn(item.scores, column.key) ? item.scores[column.key] : undefined
        return scores !== undefined && Object.hasOwn(scores, who) ? (scores[who] ?? null) : null
      }
      return part(`${column.short ?? column.label[language]}: ${who}`, given, 'number')
    }),
  )
}

function totalsOf(parts: readonly Part<GridRow>[], shown: readonly GridColumn[], { totals }: GridResult): readonly TableCell[] | null {
  if (shown.every(({ total }) => total === undefined)) return null
  return parts.map(({ key }) => (key === undefined ? null : (totals[key] ?? null)))
}

function headFacts(def: GridDef, canvas: Canvas, language: Language): CanvasTable['facts'] {
  return def.head.map((field) => {
    const column = columnOfField(field)
    return { label: field.label[language], cell: tableCell(column, canvas.fields[field.key] ?? null, language), type: typeOf(column) }
  })
}

function figureFacts({ figures }: GridResult, language: Language): CanvasTable['facts'] {
  return figures.map(({ def, value, words, band }) => {
    const label = def.label[language]
    if (def.op === 'quadrant') return { label, cell: nameOf(def.names, words)?.[language] ?? null, type: 'text' }
    if (def.op === 'combine') return { label, cell: words, type: 'text' }
    const name = band === null ? label : `${label} (${band.label[language]})`
    return { label: name, cell: value, type: 'format' in def ? def.format : 'number' }
  })
}

const nameOf = (names: Readonly<Record<string, BothTexts>>, key: string | null): BothTexts | undefined =>
  key !== null && Object.hasOwn(names, key) ? names[key] : undefined

function matrixTable(def: MatrixDef, canvas: Canvas, language: Language, words: TableWords, { today }: TableOptions): CanvasTable {
  const numbered = numberedItems(def, canvas.items)
  const numbers = new Map(numbered.map(({ item, number }) => [item.id, number]))
  const { rows } = evaluateMatrix(
    def,
    numbered.map(({ item }) => item),
    today === undefined ? {} : { today },
  )
  const [text, ...rest] = matrixColumns(def)
  const place = def.cells === undefined ? [itemPart(words.quadrant, (item) => placeName(def, item, language))] : []
  return tableOf(
    [
      itemPart(words.number, (item) => numbers.get(item.id) ?? null, 'number'),
      ...(text === undefined ? [] : [columnPart(text, language, words)]),
      ...place,
      ...rest.map((column) => columnPart(column, language, words)),
      ...remarkParts(def.marks.length > 0, language, words),
    ],
    rows,
  )
}

function formTable(def: FormDef, canvas: Canvas, language: Language, words: TableWords): CanvasTable {
  const sections = new Map(def.sections.map(({ key, label }) => [key, label[language]]))
  const fields = def.fields.map((field) => ({ field, column: columnOfField(field) }))
  const parts: readonly Part<(typeof fields)[number]>[] = [
    ...(sections.size === 0
      ? []
      : [part(words.section, ({ field }: (typeof fields)[number]) => sections.get(field.section ?? '') ?? null)]),
    part(words.field, ({ field }) => field.label[language]),
    part(words.answer, ({ field, column }) => tableCell(column, canvas.fields[field.key] ?? null, language), 'mixed'),
  ]
  return tableOf(parts, fields)
}

/** A line for each respondent; the means of the components stand beside it. Other entries of the form do too. */
function surveyTable(def: FormDef, canvas: Canvas, language: Language, words: TableWords): CanvasTable {
  const { survey } = def
  const result = surveyOf(def, canvas.items)
  if (survey === undefined || result === null) return formTable(def, canvas, language, words)
  const asked = new Set(result.fields.map(({ key }) => key))
  const about = survey.respondent.filter(notText)
  const questions = def.fields.filter(({ key }) => asked.has(key)).map((field) => columnOfField(field, survey))
  const cellPart = (column: GridColumn): Part<Item> => ({
    label: column.label[language],
    type: typeOf(column),
    cell: (item) => tableCell(column, cellOf(item, column.key), language),
  })
  const others = def.fields.filter(({ key }) => !asked.has(key)).map((field) => ({ field, column: columnOfField(field) }))
  return tableOf<Item>([part(words.respondent, (item) => textOr(item.text)), ...[...about, ...questions].map(cellPart)], canvas.items, {
    facts: [
      ...others.map(({ field, column }) => ({
        label: field.label[language],
        cell: tableCell(column, canvas.fields[field.key] ?? null, language),
        type: typeOf(column),
      })),
      ...result.components.map(({ key, mean }) => ({
        label: survey.components.find((one) => one.key === key)?.label[language] ?? key,
        cell: mean,
        type: 'number' as const,
      })),
      { label: words.overall, cell: result.overall.mean, type: 'number' },
    ],
  })
}
