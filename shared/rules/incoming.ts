/** Rows that come into a canvas from a table of texts: what would be added, and what could not be read. Nothing is ever replaced. */
import type { CanvasSettings, Value } from '../model/lab.ts'
import type { CanvasDef, GridColumn, TreeDef } from '../model/pack.ts'
import type { BothTexts, Language } from '../model/text.ts'
import { readCell } from './cell-text.ts'
import { columnOfField } from './field-column.ts'
import { folded } from './fold.ts'
import { columnsOf } from './grid.ts'
import { rangeOf } from './grid-values.ts'
import { matrixColumns } from './matrix.ts'

/** Where a column of the table can go. `zone` is the zone of a board and the category of a tree; `column` a column of the canvas. */
export type IncomingTarget = {
  /** Key of the column, or one of the names of `to` with `@` before it. */
  readonly key: string
  readonly label: string
  readonly to: 'text' | 'zone' | 'level' | 'parent' | 'author' | 'table' | 'link' | 'column'
}

export type IncomingRow = {
  /** The line of the table, from 1. */
  readonly line: number
  readonly text: string
  readonly zone?: string
  /** tree: without a level a row is a cause */
  readonly role?: 'core' | 'cause' | 'effect'
  readonly root?: true
  /** tree: the text of the node it hangs under, here or already on the canvas */
  readonly parent?: string
  readonly author?: string
  readonly table?: string
  readonly link?: string
  readonly values: Readonly<Record<string, Value>>
}

export type RefusedCell = {
  /** From 1. */
  readonly line: number
  /** From 0. */
  readonly column: number
  readonly target: string
  readonly label: string
  readonly text: string
  /** What would have been understood. `choice`: one of `options`; the others by the type of the column. */
  readonly expected: 'number' | 'whole' | 'date' | 'choice' | 'tick' | 'months' | 'link'
  readonly min?: number
  readonly max?: number
  readonly options?: readonly string[]
}

export type IncomingPlan = {
  readonly targets: readonly IncomingTarget[]
  /** Whether the first line holds names of columns and is no row. */
  readonly header: boolean
  /** For every column of the table the key of a target, or null: it is left out. */
  readonly mapping: readonly (string | null)[]
  readonly rows: readonly IncomingRow[]
  /** Cells that could not be read; their rows are added without them. */
  readonly refused: readonly RefusedCell[]
  /** Lines that hold nothing for this canvas. */
  readonly blank: number
  /** Lines beyond `mostIncoming`, which are left out. */
  readonly tooMany: number
}

export type IncomingChoice = { readonly header?: boolean; readonly mapping?: readonly (string | null)[] }

export const mostIncoming = 5000

type Target = IncomingTarget & { readonly names: readonly string[]; readonly column?: GridColumn }

/** @param choice what a person said instead of the guess: which column is which, and whether there is a heading */
export function planIncoming(
  def: CanvasDef,
  settings: CanvasSettings,
  table: readonly (readonly string[])[],
  language: Language,
  choice: IncomingChoice = {},
): IncomingPlan {
  const targets = targetsOf(def, settings, language)
  const width = table.reduce((most, row) => Math.max(most, row.length), 0)
  const named = namedBy(table[0] ?? [], targets)
  const header = choice.header ?? isHeader(table[0] ?? [], named)
  const lines = table.slice(header ? 1 : 0)
  const guess = header ? withText(named, targets, lines) : byPlace(targets, lines)
  const chosen = choice.mapping ?? guess
  const mapping = Array.from({ length: width }, (_, at) => targets.find(({ key }) => key === chosen[at])?.key ?? null)
  const columns = mapping.map((key) => targets.find((target) => target.key === key))
  const rows: IncomingRow[] = []
  const refused: RefusedCell[] = []
  const read: Reading = { def, settings, language, refused }
  let blank = 0
  for (const [at, cells] of lines.slice(0, mostIncoming).entries()) {
    const row = rowOf(cells, columns, at + (header ? 2 : 1), read)
    if (row === null) blank += 1
    else rows.push(row)
  }
  return {
    targets: targets.map(({ key, label, to }) => ({ key, label, to })),
    header,
    mapping,
    rows,
    refused,
    blank,
    tooMany: Math.max(0, lines.length - mostIncoming),
  }
}

const words = {
  text: { id: 'Isi', en: 'Text' },
  zone: { id: 'Kolom', en: 'Zone' },
  category: { id: 'Kategori', en: 'Category' },
  level: { id: 'Tingkat', en: 'Level' },
  parent: { id: 'Induk', en: 'Parent' },
  author: { id: 'Penulis', en: 'Author' },
  table: { id: 'Meja', en: 'Table' },
  link: { id: 'Tautan', en: 'Link' },
  respondent: { id: 'Responden', en: 'Respondent' },
} as const satisfies Record<string, BothTexts>

/** Other names met in tables people bring along. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'teks', 'uraian', 'kartu', 'catatan', 'note', 'card', 'nama', 'name'],
  zone: ['zona', 'zone', 'kategori', 'kelompok'],
  author: ['oleh', 'nama penulis', 'by'],
  table: ['nomor meja', 'kelompok meja'],
  link: ['link', 'url', 'laman'],
}

function targetsOf(def: CanvasDef, settings: CanvasSettings, language: Language): readonly Target[] {
  const plain = (to: Exclude<IncomingTarget['to'], 'column'>, word: BothTexts): Target => ({
    key: to === 'text' ? 'text' : `@${to}`,
    label: word[language],
    to,
    names: [word.id, word.en, ...(alsoCalled[to] ?? [])],
  })
  const own = (columns: readonly GridColumn[]): readonly Target[] => columns.filter(comesIn).map((column) => columnTarget(column, language))
  switch (def.kind) {
    case 'board':
      return [
        plain('text', words.text),
        plain('zone', words.zone),
        ...own(def.columns.filter(({ key }) => key !== 'text')),
        plain('author', words.author),
        plain('table', words.table),
        plain('link', words.link),
      ]
    case 'tree':
      return [
        plain('text', words.text),
        plain('parent', words.parent),
        plain('level', words.level),
        ...(def.categorySets.length === 0 ? [] : [plain('zone', words.category)]),
        ...own(def.columns.filter(({ key }) => key !== 'text')),
        plain('author', words.author),
      ]
    case 'grid': {
      const shown = own(columnsOf(def, settings).filter(({ voted }) => !(voted && settings.scoring === 'each')))
      return shown.some(({ key }) => key === 'text') || !def.columns.some(({ key }) => key === 'text')
        ? shown
        : [plain('text', def.rowLabel), ...shown]
    }
    case 'matrix':
      return own(matrixColumns(def))
    case 'form': {
      if (def.survey === undefined) return []
      const asked = new Set(def.survey.components.flatMap(({ fields }) => fields))
      const { survey } = def
      const questions = def.fields.filter(({ key }) => asked.has(key)).map((field) => columnOfField(field, survey))
      return [plain('text', words.respondent), ...own([...survey.respondent.filter(({ key }) => key !== 'text'), ...questions])]
    }
    default:
      return def satisfies never
  }
}

const comesIn = ({ type }: GridColumn): boolean => type !== 'formula' && type !== 'photo'

const columnTarget = (column: GridColumn, language: Language): Target => ({
  key: column.key,
  label: column.label[language],
  to: column.key === 'text' ? 'text' : 'column',
  names: [column.label.id, column.label.en, ...(column.short === undefined ? [] : [column.short]), column.key.replaceAll('_', ' ')],
  column,
})

/** Only letters and digits count: `Sumber dana (Rp)` is `sumber dana`. */
const nameOf = (text: string): string => folded(text.replaceAll(/\([^()]*\)/gu, ' ').replaceAll(/[^\p{L}\p{N}]+/gu, ' '))
const inBrackets = (text: string): readonly string[] => [...text.matchAll(/\(([^()]+)\)/gu)].map((match) => nameOf(match[1] ?? ''))

/** For every cell of the first line the target it names; each target once. The canvas's own names go before those also met. */
function namedBy(cells: readonly string[], targets: readonly Target[]): readonly (string | null)[] {
  const found: (string | null)[] = cells.map(() => null)
  const taken = new Set<string>()
  const spellings = [(cell: string) => [nameOf(cell)], inBrackets]
  for (const spelling of spellings)
    for (const [at, cell] of cells.entries()) {
      if (found[at] !== null) continue
      const names = new Set(spelling(cell).filter((name) => name !== ''))
      const target = targets.find((one) => !taken.has(one.key) && one.names.some((name) => names.has(nameOf(name))))
      if (target === undefined) continue
      found[at] = target.key
      taken.add(target.key)
    }
  return found
}

function isHeader(cells: readonly string[], named: readonly (string | null)[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length
  const known = named.filter((key) => key !== null).length
  return known >= 2 || (known === 1 && filled <= 2)
}

/** Where no heading names the text of the row, the first column of words that nothing else claims is taken for it. */
function withText(
  named: readonly (string | null)[],
  targets: readonly Target[],
  lines: readonly (readonly string[])[],
): readonly (string | null)[] {
  const text = targets.find(({ to }) => to === 'text')
  if (text === undefined || named.includes(text.key)) return named
  const at = named.findIndex((key, column) => key === null && lines.some((cells) => /\p{L}/u.test(cells[column] ?? '')))
  return named.map((key, column) => (column === at ? text.key : key))
}

/** The targets in their order; a first column that only counts the lines is passed over. */
function byPlace(targets: readonly Target[], lines: readonly (readonly string[])[]): readonly (string | null)[] {
  const counts = lines.length > 1 && lines.every((cells, at) => (cells[0] ?? '').trim().replace(/\.$/u, '') === String(at + 1))
  const first = targets[0]
  const words = first !== undefined && (first.column === undefined || first.column.type === 'text')
  const keys = targets.filter(({ to }) => to !== 'level' && to !== 'parent').map(({ key }) => key)
  return counts && words ? [null, ...keys] : keys
}

type Reading = {
  readonly def: CanvasDef
  readonly settings: CanvasSettings
  readonly language: Language
  readonly refused: RefusedCell[]
}
type Draft = { -readonly [Key in keyof IncomingRow]: IncomingRow[Key] } & { values: Record<string, Value> }

/** Null when the line holds nothing for this canvas; a note and a node need a text. */
function rowOf(cells: readonly string[], columns: readonly (Target | undefined)[], line: number, read: Reading): IncomingRow | null {
  const row: Draft = { line, text: '', values: {} }
  const refused: RefusedCell[] = []
  let filled = false
  for (const [column, target] of columns.entries()) {
    const text = (cells[column] ?? '').trim()
    if (target === undefined || text === '') continue
    filled = true
    const expected = put(row, target, text, read)
    if (expected !== null) refused.push({ line, column, target: target.key, label: target.label, text, ...expected })
  }
  const needsText = read.def.kind === 'board' || read.def.kind === 'tree'
  if (!filled || (needsText && row.text === '')) return null
  read.refused.push(...refused)
  return row
}

type Expected = Pick<RefusedCell, 'expected' | 'min' | 'max' | 'options'>

/** Puts what the text means into the row; gives what was expected when it means nothing. */
function put(row: Draft, target: Target, text: string, { def, settings, language }: Reading): Expected | null {
  switch (target.to) {
    case 'text':
      row.text = text
      return null
    case 'author':
    case 'table':
    case 'parent':
      row[target.to] = text
      return null
    case 'link':
      if (!/^https?:\/\/\S+$/iu.test(text)) return { expected: 'link' }
      row.link = text
      return null
    case 'zone': {
      const zones = zonesIn(def, settings)
      const zone = zones.find(({ key, label }) =>
        [key.replaceAll('_', ' '), label.id, label.en].some((name) => nameOf(name) === nameOf(text)),
      )
      if (zone === undefined) return { expected: 'choice', options: zones.map(({ label }) => label[language]) }
      row.zone = zone.key
      return null
    }
    case 'level':
      return def.kind === 'tree' ? putLevel(row, def, text, language) : null
    case 'column':
      return target.column === undefined ? null : putValue(row, target.column, text, settings, language)
    default:
      return target.to satisfies never
  }
}

function zonesIn(def: CanvasDef, settings: CanvasSettings): readonly { readonly key: string; readonly label: BothTexts }[] {
  if (def.kind === 'board') return def.zones
  if (def.kind !== 'tree') return []
  return (def.categorySets.find(({ key }) => key === settings.set) ?? def.categorySets[0])?.categories ?? []
}

function putLevel(row: Draft, { levels }: TreeDef, text: string, language: Language): Expected | null {
  const level = (['core', 'effect', 'root', 'direct', 'indirect'] as const).find((one) =>
    [levels[one].id, levels[one].en, one].some((name) => nameOf(name) === nameOf(text)),
  )
  if (level === undefined) return { expected: 'choice', options: Object.values(levels).map((label) => label[language]) }
  row.role = level === 'core' || level === 'effect' ? level : 'cause'
  if (level === 'root') row.root = true
  return null
}

function putValue(row: Draft, column: GridColumn, text: string, settings: CanvasSettings, language: Language): Expected | null {
  const year = Number(settings.years?.[0])
  const value = readCell(column, text, language, Number.isInteger(year) ? year : undefined)
  if (value === undefined) return expectedIn(column, language)
  row.values[column.key] = value
  return null
}

function expectedIn(column: GridColumn, language: Language): Expected {
  switch (column.type) {
    case 'choice':
    case 'multi':
      return { expected: 'choice', options: (column.options ?? []).map(({ label }) => label[language]) }
    case 'date':
    case 'tick':
    case 'months':
      return { expected: column.type }
    default: {
      const { min, max } = rangeOf(column)
      return {
        expected: column.type === 'score' || column.type === 'rupiah' ? 'whole' : 'number',
        ...(Number.isFinite(min) ? { min } : {}),
        ...(Number.isFinite(max) ? { max } : {}),
      }
    }
  }
}
