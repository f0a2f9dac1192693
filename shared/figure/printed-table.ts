/** A grid, or the list beside a matrix, as a table of words: what figures draw and documents print. */
import type { Canvas, Item } from '../model/lab.ts'
import type { ColumnMark, GridColumn, GridDef, Tone } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { showCell } from '../rules/cell-text.ts'
import { cellOf, columnsOf, evaluateGrid, type GridResult, type GridRow, type GridTotals } from '../rules/grid.ts'
import { monthsIn, monthsOfYear, yearsShown } from '../rules/months.ts'
import { formatNumber, formatPercent, formatRupiah } from '../rules/numbers.ts'
import { tableWords as words } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'

export type PrintedCell = {
  readonly text: string
  /** A smaller line below: how far the scores of several people lie apart. */
  readonly under?: string
  readonly tone?: Tone
  /** Attachment name of a photo. */
  readonly picture?: string
  /** A month in which something is done. */
  readonly filled?: boolean
}

export type PrintedColumn = {
  readonly head: string
  readonly align: 'left' | 'center' | 'right'
  /** Wished share of the width. */
  readonly wish: number
  /** Written above the heads of neighbours that have the same: the year of twelve months. Such columns stay together. */
  readonly over?: string
  /** Repeated in every part of a table that is too wide. */
  readonly key?: boolean
}

export type PrintedRow =
  | { readonly kind: 'row'; readonly cells: readonly PrintedCell[] }
  | { readonly kind: 'total'; readonly cells: readonly PrintedCell[] }
  /** The head of a group, across all columns. */
  | { readonly kind: 'group'; readonly title: string }

export type PrintedTable = { readonly columns: readonly PrintedColumn[]; readonly rows: readonly PrintedRow[] }

export type PrintOptions = {
  readonly language: Language
  /** ISO day, for remarks about dates that have passed. */
  readonly today?: string | undefined
  /** Year shown where no month is ticked, four digits. */
  readonly year?: string | undefined
}

export type PrintedGrid = {
  readonly table: PrintedTable
  readonly result: GridResult
  /** Rows in the order they are printed; their place here is their number. */
  readonly rows: readonly GridRow[]
  /** What signs and short heads mean, one line each. */
  readonly legend: readonly string[]
  /** Remarks of the definition in words, with the numbers of the rows they are about. */
  readonly marks: readonly string[]
  /** Figures over all rows, in words. */
  readonly results: readonly { readonly label: string; readonly value: string; readonly asExpected: boolean }[]
}

/** Stands in a filled month beside its shade, for those who print without colour or listen. */
export const monthSign = '■'

const numbers: ReadonlySet<GridColumn['type']> = new Set(['score', 'number', 'rupiah', 'percent'])
const isNumber = (column: GridColumn): boolean =>
  numbers.has(column.type) || (column.type === 'formula' && column.formula?.op !== 'band' && column.formula?.op !== 'check')
const isMoney = (column: GridColumn): boolean => column.type === 'rupiah' || (column.type === 'formula' && column.format === 'rupiah')

/** A grid as it stands: in its mode, by rank, under its groups, with totals. */
export function printedGrid(def: GridDef, canvas: Canvas, options: PrintOptions): PrintedGrid {
  const { language, today } = options
  const grouped = def.groupBy !== undefined
  // The head of a group says what the column would repeat in every row.
  const shown = columnsOf(def, canvas.settings).filter(({ key }) => key !== def.groupBy)
  const result = evaluateGrid(def, canvas.items, { settings: canvas.settings, ...(today === undefined ? {} : { today }) })
  const columns = [numberColumn(language), ...printedColumns(shown, canvas, options)]
  const order = ranked(def, result)
  const place = new Map(order.map((row, at) => [row.item.id, at + 1]))
  const byPlace = (rows: readonly GridRow[]): readonly GridRow[] =>
    [...rows].sort((a, b) => (place.get(a.item.id) ?? 0) - (place.get(b.item.id) ?? 0))
  const rows: PrintedRow[] = []
  const numbered: GridRow[] = []
  const put = (row: GridRow): void => {
    numbered.push(row)
    rows.push({ kind: 'row', cells: [{ text: String(numbered.length) }, ...cellsOf(row, shown, canvas, options)] })
  }
  const hasTotals = shown.some((column) => column.total !== undefined)
  if (grouped) {
    let empty: string[] = []
    const tellEmpty = (): void => {
      if (empty.length > 0) rows.push({ kind: 'group', title: `${empty.join(', ')}: ${say(words.emptyGroup, language)}` })
      empty = []
    }
    for (const group of result.groups) {
      const title = optionLabel(def, group.option, language)
      if (group.rows.length === 0) {
        empty.push(title)
        continue
      }
      tellEmpty()
      rows.push({ kind: 'group', title })
      byPlace(group.rows).forEach(put)
      if (hasTotals) rows.push(totalRow(say(words.groupTotal, language, { group: title }), shown, group.totals, canvas, options))
    }
    tellEmpty()
  } else order.forEach(put)
  if (hasTotals) rows.push(totalRow(say(words.total, language), shown, result.totals, canvas, options))
  return {
    table: { columns, rows },
    result,
    rows: numbered,
    legend: legendOf(shown, result, language),
    marks: marksInWords(numbered, shown, language),
    results: resultsInWords(result, language),
  }
}

/** Best rank of the mode in force first, rows without one last. */
function ranked(def: GridDef, result: GridResult): readonly GridRow[] {
  const key = def.columns.find((column) => result.rows.some((row) => Object.hasOwn(row.ranks, column.key)))?.key
  if (key === undefined) return result.rows
  const of = (row: GridRow): number => row.ranks[key]?.rank ?? Number.MAX_SAFE_INTEGER
  return [...result.rows].sort((a, b) => of(a) - of(b))
}

const optionLabel = (def: GridDef, option: string | null, language: Language): string => {
  const found = def.columns.find(({ key }) => key === def.groupBy)?.options?.find(({ key }) => key === option)
  return found?.label[language] ?? say(words.noGroup, language)
}

const numberColumn = (language: Language): PrintedColumn => ({ head: say(words.number, language), align: 'center', wish: 0.6, key: true })

/** Months become twelve columns for each year. */
export function printedColumns(
  shown: readonly GridColumn[],
  { items, settings }: Pick<Canvas, 'items' | 'settings'>,
  { language, year = '' }: PrintOptions,
): readonly PrintedColumn[] {
  return shown.flatMap((column): readonly PrintedColumn[] => {
    const head = column.short ?? column.label[language]
    if (column.type === 'months') {
      const years = yearsShown(column, items, settings, /^\d{4}$/u.test(year) ? year : '2026')
      return years.flatMap((one) =>
        monthsOfYear(one).map(
          (_, at): PrintedColumn => ({ head: monthLetters[language][at] ?? '', align: 'center', wish: 0.28, over: `${head} ${one}` }),
        ),
      )
    }
    const key = column.key === 'text'
    const align = isMoney(column) ? 'right' : isNumber(column) || column.type === 'tick' ? 'center' : 'left'
    return [{ head, align, wish: wishOf(column), ...(key ? { key } : {}) }]
  })
}

const monthLetters = { id: [...'JFMAMJJASOND'], en: [...'JFMAMJJASOND'] } as const

/** Numbers are narrow; the text of the row is wide unless the pack says how wide. */
function wishOf(column: GridColumn): number {
  if (isMoney(column)) return Math.max(1.3, column.width)
  if (isNumber(column)) return 0.7 * Math.max(1, Math.min(column.width, 2))
  return column.key === 'text' && column.width === 1 ? 5 : Math.max(0.8, column.width * (column.type === 'text' ? 1.6 : 1.1))
}

/** The cells of one row, one for each column of `printedColumns`. */
export function cellsOf(
  row: GridRow,
  shown: readonly GridColumn[],
  { items, settings }: Pick<Canvas, 'items' | 'settings'>,
  options: PrintOptions,
): readonly PrintedCell[] {
  return shown.flatMap((column): readonly PrintedCell[] => {
    const tone = strongest(row.marks[column.key] ?? [])
    const marked = tone === undefined ? {} : { tone }
    if (column.type === 'months') {
      const done = new Set(monthsIn(cellOf(row.item, column.key)))
      const years = yearsShown(column, items, settings, options.year ?? '2026')
      return years.flatMap(monthsOfYear).map((month) => (done.has(month) ? { text: monthSign, filled: true, ...marked } : { text: '' }))
    }
    if (column.type === 'photo') {
      const name = cellOf(row.item, column.key)
      return [typeof name === 'string' && name !== '' ? { text: '', picture: name, ...marked } : { text: '–', ...marked }]
    }
    const poll = row.polls[column.key]
    const under = poll === undefined || poll.given === 0 ? {} : { under: spreadText(poll, options.language) }
    return [{ text: cellWords(column, row, options.language), ...under, ...marked }]
  })
}

const spreadText = (poll: GridRow['polls'][string], language: Language): string =>
  say(words.spread, language, {
    least: formatNumber(poll.least ?? 0, language),
    most: formatNumber(poll.most ?? 0, language),
    count: poll.given,
  })

const tones = ['baik', 'perhatian', 'buruk'] as const
const strongest = (marks: readonly ColumnMark[]): Tone | undefined => tones.findLast((tone) => marks.some((mark) => mark.tone === tone))

/** A number that can only be a year is written without a sign of thousands. */
export const isYear = ({ min, max }: { readonly min?: number | undefined; readonly max?: number | undefined }): boolean =>
  min !== undefined && min >= 1000 && max !== undefined && max <= 9999

/** A cell in words. A missing number is a dash and never a 0; what cannot be worked out says so. */
export function cellWords(column: GridColumn, row: GridRow, language: Language): string {
  if (column.type === 'formula') return formulaWords(column, row, language)
  if (isNumber(column)) {
    const value = row.values[column.key] ?? null
    if (value === null) return '–'
    if (column.type === 'number' && !isYear(column)) return formatNumber(value, language, { decimals: 6 })
    return column.type === 'score' ? formatNumber(value, language) : showCell(column, value, language)
  }
  if (column.key === 'text') return row.item.text
  const value = cellOf(row.item, column.key)
  if (column.type === 'tick') return say(value === true ? words.yes : words.notYet, language)
  return showCell(column, value, language)
}

function formulaWords(column: GridColumn, row: GridRow, language: Language): string {
  const { key, formula } = column
  if (formula?.op === 'rank') return row.ranks[key]?.rank.toString() ?? '–'
  if (formula?.op === 'band') return row.bands[key]?.label[language] ?? '–'
  if (formula?.op === 'check') {
    const holds = row.checks[key] ?? null
    return holds === null ? '–' : formula[holds ? 'yes' : 'no'][language]
  }
  const value = row.values[key] ?? null
  if (value === null) return row.impossible.includes(key) ? say(words.impossible, language) : '–'
  return written(value, column.format, column.decimals, language)
}

/** A worked out number as the definition wants it written. */
export function written(value: number, format: 'number' | 'rupiah' | 'percent', decimals: number | undefined, language: Language): string {
  if (format === 'rupiah') return formatRupiah(decimals === undefined ? value : Number(value.toFixed(decimals)), language)
  return format === 'percent' ? formatPercent(value, language, decimals ?? 1) : formatNumber(value, language, { decimals: decimals ?? 2 })
}

function totalRow(label: string, shown: readonly GridColumn[], totals: GridTotals, canvas: Canvas, options: PrintOptions): PrintedRow {
  const { language, year } = options
  const at = Math.max(
    0,
    shown.findIndex(({ key }) => key === 'text'),
  )
  const cells = shown.flatMap((column, place): readonly PrintedCell[] => {
    if (column.type === 'months')
      return yearsShown(column, canvas.items, canvas.settings, year ?? '2026')
        .flatMap(monthsOfYear)
        .map(() => ({ text: '' }))
    if (place === at && column.total === undefined) return [{ text: label }]
    return [{ text: totalWords(column, totals[column.key] ?? null, language) }]
  })
  // Where the text of the row has a total of its own, the label stands under the number.
  return { kind: 'total', cells: [{ text: shown[at]?.total === undefined ? '' : label }, ...cells] }
}

function totalWords(column: GridColumn, value: number | null, language: Language): string {
  if (column.total === undefined) return ''
  if (value === null) return '–'
  if (column.total === 'count') return say(words.count, language, { value: formatNumber(value, language) })
  const format = column.type === 'rupiah' ? 'rupiah' : column.type === 'percent' ? 'percent' : column.format
  const text = written(value, format, column.decimals, language)
  return column.total === 'mean' ? say(words.mean, language, { value: text }) : text
}

function legendOf(shown: readonly GridColumn[], result: GridResult, language: Language): readonly string[] {
  const short = shown.filter((column) => column.short !== undefined && column.type !== 'months')
  return [
    ...(short.length === 0 ? [] : [short.map((column) => shortMeans(column, language)).join('; ')]),
    ...(shown.some((column) => column.type === 'months') ? [say(words.monthLegend, language, { sign: monthSign })] : []),
    ...(result.rows.some((row) => Object.values(row.polls).some((poll) => poll.given > 0)) ? [say(words.spreadLegend, language)] : []),
  ]
}

/** `U = Urgency (kemendesakan)`; a label that itself begins with the sign, as `PIC (penanggung jawab)`, needs no more. */
export function shortMeans({ short: sign = '', label }: Pick<GridColumn, 'short' | 'label'>, language: Language): string {
  const text = label[language]
  return text.startsWith(sign) && !/^[\p{L}\p{N}]/u.test(text.slice(sign.length)) ? text : `${sign} = ${text}`
}

/** Every remark once, with the numbers of its rows. */
export function marksInWords(rows: readonly GridRow[], shown: readonly GridColumn[], language: Language): readonly string[] {
  const found = new Map<string, { readonly label: string; readonly column: string; readonly numbers: number[] }>()
  rows.forEach((row, at) => {
    for (const column of shown) {
      for (const mark of row.marks[column.key] ?? []) {
        const id = `${column.key}\n${mark.label[language]}`
        const known = found.get(id) ?? { label: mark.label[language], column: column.label[language], numbers: [] }
        known.numbers.push(at + 1)
        found.set(id, known)
      }
    }
  })
  return [...found.values()].map(({ label, column, numbers: at }) => say(words.mark, language, { label, column, rows: at.join(', ') }))
}

function resultsInWords(result: GridResult, language: Language): PrintedGrid['results'] {
  return result.figures.map(({ def, value, words: found, band, asExpected }) => {
    const label = def.label[language]
    if (def.op === 'quadrant') {
      const name = found === null ? undefined : Object.entries(def.names).find(([key]) => key === found)?.[1]
      return { label, value: name?.[language] ?? say(words.unknown, language), asExpected }
    }
    if (def.op === 'combine') return { label, value: found === null || found === '' ? say(words.unknown, language) : found, asExpected }
    if (value === null) return { label, value: say(words.unknown, language), asExpected }
    const format = def.op === 'difference' ? 'number' : def.format
    const number = written(value, format, def.decimals, language)
    const banded = band === null ? number : `${number} (${band.label[language]})`
    return { label, value: asExpected ? banded : expected(banded, def, format, language), asExpected }
  })
}

type Counted = Extract<GridResult['figures'][number]['def'], { op: 'sum' | 'mean' | 'count' | 'distinct' | 'difference' }>

function expected(value: string, def: Counted, format: 'number' | 'rupiah' | 'percent', language: Language): string {
  const wanted = def.op === 'difference' ? undefined : def.expect
  const number = (one: number): string => written(one, format, def.decimals, language)
  if (wanted?.equals !== undefined) return say(words.expectEquals, language, { value, wanted: number(wanted.equals) })
  if (wanted?.atLeast !== undefined) return say(words.expectAtLeast, language, { value, wanted: number(wanted.atLeast) })
  if (wanted?.atMost !== undefined) return say(words.expectAtMost, language, { value, wanted: number(wanted.atMost) })
  return value
}

/** Items carry columns on boards and trees too: `Siapa: Rina; Kapan: 3 Juli 2026`. Empty ones are left out. */
export function carriedWords(columns: readonly GridColumn[], item: Item, row: GridRow | undefined, language: Language): string {
  return columns
    .flatMap((column) => {
      const text =
        row === undefined
          ? showCell(column, cellOf(item, column.key), language)
          : column.type === 'tick' && cellOf(item, column.key) !== true
            ? ''
            : cellWords(column, row, language)
      return text === '' || text === '–' || column.type === 'photo' ? [] : [`${column.label[language]}: ${text}`]
    })
    .join('; ')
}
