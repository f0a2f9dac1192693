/** What a canvas can take over from earlier ones (`takes` of its definition), each thing once, with its trail end. */
import type { Innovation, Item, TrailEnd, Value } from '../model/lab.ts'
import type { CanvasDef, CanvasTake, GridColumn } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { emptyCanvas } from './blank.ts'
import { readCell, showCell } from './cell-text.ts'
import { withFacts } from './facts.ts'
import { columnOfField } from './field-column.ts'
import { evaluateGrid, type GridRow } from './grid.ts'
import { cellOf, entered } from './grid-values.ts'
import { evaluateMatrix, matrixColumns } from './matrix.ts'
import { picked, pickedItems } from './picks.ts'

/** One thing to take over: a text with the values that come along, and the end its trail begins at. */
export type TakeThing = { readonly from: TrailEnd; readonly text: string; readonly values: Readonly<Record<string, Value>> }

export type TakeOffer = {
  readonly take: CanvasTake
  /** Where `into` leads on this canvas; board: zone, grid: option of `groupBy`, form: field, tree: side. */
  readonly zone?: string
  readonly group?: string
  readonly field?: string
  readonly role?: 'core' | 'cause' | 'effect'
  /** The canvas it comes from. */
  readonly source: CanvasDef
  /** Not taken over yet, in the order of the source. */
  readonly things: readonly TakeThing[]
  /** How many of the picked things have become something here already. */
  readonly taken: number
}

/** Offers in the order of the definition; one whose source has nothing, or does not exist, is left out. */
export function takable(def: CanvasDef, defs: readonly CanvasDef[], innovation: Innovation, language: Language): readonly TakeOffer[] {
  const here = takenEnds(def, innovation)
  return def.takes.flatMap((take): readonly TakeOffer[] => {
    const source = defs.find(({ id }) => id === take.pick.canvas)
    if (source === undefined || source.id === def.id) return []
    const all = thingsOf(def, source, take, innovation, language)
    const things = all.filter(({ from }) => !here.has(endKey(from)))
    return all.length === 0 ? [] : [{ take, source, things, taken: all.length - things.length, ...placeOf(def, take) }]
  })
}

function placeOf(def: CanvasDef, { into }: CanvasTake): Pick<TakeOffer, 'zone' | 'group' | 'field' | 'role'> {
  if (into === undefined) return {}
  if (def.kind === 'board') return { zone: into }
  if (def.kind === 'grid') return { group: into }
  if (def.kind === 'form') return { field: into }
  const role = (['core', 'cause', 'effect'] as const).find((one) => one === into)
  return def.kind === 'tree' && role !== undefined ? { role } : {}
}

const endKey = ({ place, of, key }: Pick<TrailEnd, 'place' | 'of' | 'key'>): string => `${place}/${of}/${key}`

/** Ends from which something on this canvas was made that is still there. */
function takenEnds(def: CanvasDef, innovation: Innovation): ReadonlySet<string> {
  const canvas = withFacts(def, innovation.canvases[def.id] ?? emptyCanvas(def.id), innovation)
  const items = new Set<string>(canvas.items.map(({ id }) => id))
  const answered = (key: string): boolean => {
    const answer = Object.hasOwn(canvas.fields, key) ? canvas.fields[key] : null
    return answer !== null && answer !== undefined && !(typeof answer === 'string' && answer.trim() === '')
  }
  const there = ({ place, key }: TrailEnd): boolean => (place === 'item' ? items.has(key) : place === 'field' && answered(key))
  return new Set(innovation.trail.filter(({ to }) => to.of === def.id && there(to)).map(({ from }) => endKey(from)))
}

function thingsOf(def: CanvasDef, source: CanvasDef, take: CanvasTake, innovation: Innovation, language: Language): readonly TakeThing[] {
  const { pick } = take
  if (pick.part === 'field')
    return picked(source, innovation, pick, language).map(({ text, place, of, key }) => ({
      from: { place, of, key, quote: text },
      text,
      values: {},
    }))
  const canvas = innovation.canvases[source.id]
  if (canvas === undefined) return []
  const items = pickedItems(source, canvas, pick)
  const copies = copiesOf(def, source, take)
  const rows = rowsOf(source, innovation, items, copies)
  const wanted = take.copy.text
  const words = wanted === undefined || wanted === 'text' ? undefined : itemColumns(source).find(({ key }) => key === wanted)
  return items.flatMap((item): readonly TakeThing[] => {
    const row = rows.get(item.id)
    // A text that is to come from another column is not made up from the row's own when that column is empty.
    const text = (words === undefined ? item.text : showCell(words, valueIn(words, item, row), language)).trim()
    if (text === '') return []
    const values: Record<string, Value> = {}
    for (const { from, to } of copies) {
      const value = converted(from, to, valueIn(from, item, row), language)
      if (value !== null) values[to.key] = value
    }
    return [{ from: { place: 'item', of: source.id, key: item.id, quote: text }, text, values }]
  })
}

type Copy = { readonly from: GridColumn; readonly to: GridColumn }

/** Columns of a canvas that hold what its items carry; the row's own text and the axes of a matrix are among them. */
export function itemColumns(def: CanvasDef): readonly GridColumn[] {
  switch (def.kind) {
    case 'board':
    case 'tree':
    case 'grid':
      return withOwnText(def.columns)
    case 'matrix':
      return matrixColumns(def)
    case 'form': {
      const { survey } = def
      return withOwnText([...(survey?.respondent ?? []), ...def.fields.map((field) => columnOfField(field, survey))])
    }
    default:
      return def satisfies never
  }
}

const ownText: GridColumn = {
  key: 'text',
  label: { id: 'Isi', en: 'Text' },
  type: 'text',
  suggests: [],
  anchors: [],
  width: 1,
  required: false,
  format: 'number',
  voted: false,
}
const withOwnText = (columns: readonly GridColumn[]): readonly GridColumn[] =>
  columns.some(({ key }) => key === 'text') ? columns : [ownText, ...columns]

/** What cannot be there (a formula) or is the row's own text is no copy. */
function copiesOf(def: CanvasDef, source: CanvasDef, { copy }: CanvasTake): readonly Copy[] {
  const here = itemColumns(def)
  const there = itemColumns(source)
  return Object.entries(copy).flatMap(([mine, theirs]) => {
    const to = here.find(({ key }) => key === mine)
    const from = there.find(({ key }) => key === theirs)
    return to === undefined || from === undefined || to.key === 'text' || to.type === 'formula' ? [] : [{ from, to }]
  })
}

/** Rows are only worked out where a formula or a score people gave one by one is copied. */
function rowsOf(source: CanvasDef, innovation: Innovation, items: readonly Item[], copies: readonly Copy[]): ReadonlyMap<string, GridRow> {
  const canvas = innovation.canvases[source.id]
  if (canvas === undefined || items.length === 0 || copies.every(({ from }) => from.type !== 'formula' && !from.voted)) return new Map()
  const { settings } = canvas
  const result =
    source.kind === 'matrix'
      ? evaluateMatrix(source, canvas.items)
      : evaluateGrid(source.kind === 'grid' ? source : { columns: [...itemColumns(source)] }, canvas.items, { settings })
  return new Map(result.rows.map((row) => [row.item.id, row]))
}

function valueIn(column: GridColumn, item: Item, row: GridRow | undefined): Value {
  if (column.type !== 'formula') return row?.polls[column.key] === undefined ? cellOf(item, column.key) : (row.values[column.key] ?? null)
  switch (column.formula?.op) {
    case 'rank':
      return row?.ranks[column.key]?.rank ?? null
    case 'band':
      return row?.bands[column.key]?.key ?? null
    case 'check':
      return row?.checks[column.key] ?? null
    default:
      return row?.values[column.key] ?? null
  }
}

/** The value as the other column takes it, by its words where the types differ; null when it means nothing there. */
export function converted(from: GridColumn, to: GridColumn, value: Value, language: Language): Value {
  if (value === null || to.type === 'formula' || (to.type === 'photo' && from.type !== 'photo')) return null
  const same = entered(to, to.type === 'multi' && typeof value === 'string' ? [value] : value)
  if (from.type === to.type && from.type !== 'choice' && from.type !== 'multi') return same
  const read = readCell(to, wordsOf(from, value, language), language)
  const found = read === undefined ? null : entered(to, read)
  // Options with the same keys are the same even where their words differ.
  return found ?? same
}

function wordsOf(column: GridColumn, value: Value, language: Language): string {
  if (column.formula?.op === 'band') return column.formula.bands.find(({ key }) => key === value)?.label[language] ?? ''
  if (column.formula?.op === 'check' && typeof value === 'boolean') return column.formula[value ? 'yes' : 'no'][language]
  // Rp and per cent signs would only be in the way of a column of numbers.
  return typeof value === 'number' && column.type === 'formula'
    ? showCell({ ...column, type: 'number' }, value, language)
    : showCell(column, value, language)
}
