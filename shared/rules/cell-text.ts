/** Cells as text: what is shown, what people type, and what spreadsheets put on the clipboard. */
import type { Value } from '../model/lab.ts'
import type { ChoiceOption, GridColumn } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { formatDay } from './dates.ts'
import { folded } from './fold.ts'
import { allowedNumber } from './grid-values.ts'
import { monthsIn, monthsInWords, readMonths } from './months.ts'
import { numberText, readNumberIn, readPercent, readRupiah } from './number-text.ts'
import { formatNumber, formatPercent, formatRupiah } from './numbers.ts'
import { readDay } from './read-date.ts'

export { numberText, readNumber, readNumberIn } from './number-text.ts'
export { parseCsv, parseTable, toCsv, toTsv } from './table-text.ts'

const noBreakSpace = '\u00a0'

/** A value in words, as the column writes it; reads back with `readCell` in the same language. Of a formula, its number. */
export function showCell(column: GridColumn, value: Value | undefined, language: Language): string {
  if (value === null || value === undefined) return ''
  switch (column.type) {
    case 'rupiah':
      return typeof value === 'number' ? formatRupiah(value, language) : plainText(value)
    case 'percent':
      return typeof value === 'number' ? numberText(value, language) + (language === 'id' ? `${noBreakSpace}%` : '%') : plainText(value)
    case 'formula':
      return typeof value === 'number' ? formulaText(column, value, language) : plainText(value)
    case 'score':
    case 'number':
      return typeof value === 'number' ? numberText(value, language) : plainText(value)
    case 'date':
      return typeof value === 'string' ? formatDay(value, language) : plainText(value)
    case 'choice':
      return column.options?.find((option) => option.key === value)?.label[language] ?? ''
    case 'multi':
      return listOf(value)
        .flatMap((key) => column.options?.find((option) => option.key === key)?.label[language] ?? [])
        .join('; ')
    case 'tick':
      return typeof value === 'boolean' ? yesNo(value, language) : plainText(value)
    case 'months':
      return monthsInWords(monthsIn(value), language)
    case 'text':
    case 'person':
    case 'unit':
    case 'measure':
    case 'photo':
    case 'link':
      return typeof value === 'number'
        ? numberText(value, language)
        : typeof value === 'boolean'
          ? yesNo(value, language)
          : plainText(value)
    default:
      return column.type satisfies never
  }
}

const listOf = (value: Value): readonly string[] => (Array.isArray(value) ? value : typeof value === 'string' ? [value] : [])
const plainText = (value: Value): string => (Array.isArray(value) ? value.join('; ') : String(value ?? ''))
const yesNo = (value: boolean, language: Language): string => (value ? { id: 'Ya', en: 'Yes' } : { id: 'Tidak', en: 'No' })[language]

/** Rounded as the column says: a mean of thirds needs no nine decimals. */
function formulaText({ format, decimals }: GridColumn, value: number, language: Language): string {
  if (format === 'rupiah') return formatRupiah(value, language)
  return format === 'percent' ? formatPercent(value, language, decimals ?? 1) : formatNumber(value, language, { decimals: decimals ?? 2 })
}

/** For a spreadsheet: numbers without signs of thousands, Rp and per cent, days and months in ISO; all else as `showCell`. */
export function plainCell(column: GridColumn, value: Value | undefined, language: Language): string {
  if (typeof value === 'number') {
    const rounded = column.type === 'formula' ? Number(value.toFixed(Math.min(column.decimals ?? 6, 9))) : value
    return numberText(rounded, language)
  }
  if (column.type === 'date' && typeof value === 'string') return value
  if (column.type === 'months') return monthsIn(value).join(';')
  return showCell(column, value, language)
}

const yes: ReadonlySet<string> = new Set(['ya', 'yes', 'y', 'v', '1', 'true', 'benar', 'sudah', 'ada', 'ok', '✓', '✔', '☑', '√', '+'])
const no: ReadonlySet<string> = new Set([
  'tidak',
  'tdk',
  'no',
  'n',
  'x',
  '0',
  'false',
  'salah',
  'belum',
  'not yet',
  '✗',
  '✘',
  '☐',
  '-',
  '–',
])

/**
 * What the typed text means in this column; `undefined` when it means nothing there. An empty text clears the cell. A photo and a
 * formula take no text at all.
 * @param language decides what `1.250` means and which labels come first
 * @param year of months written without one
 */
export function readCell(column: GridColumn, text: string, language: Language = 'id', year?: number): Value | undefined {
  const bare = text.trim()
  if (column.type === 'photo' || column.type === 'formula') return undefined
  if (bare === '') return wordTypes.has(column.type) ? '' : null
  switch (column.type) {
    case 'score':
    case 'number':
      return inRange(column, readNumberIn(bare, language))
    case 'rupiah':
      return inRange(column, readRupiah(bare))
    case 'percent':
      return inRange(column, readPercent(bare, language))
    case 'date':
      return readDay(bare) ?? undefined
    case 'choice':
      return optionNamed(column.options ?? [], bare, language)
    case 'multi':
      return optionsNamed(column.options ?? [], bare, language)
    case 'tick':
      return yes.has(folded(bare)) ? true : no.has(folded(bare)) ? false : undefined
    case 'months':
      return readMonths(bare, year) ?? undefined
    case 'text':
    case 'person':
    case 'unit':
    case 'measure':
    case 'link':
      return bare
    default:
      return column.type satisfies never
  }
}

const wordTypes: ReadonlySet<string> = new Set(['text', 'person', 'unit', 'measure', 'link'])

const inRange = (column: GridColumn, number: number | null): number | undefined => (allowedNumber(column, number) ? number : undefined)

/** By label in this language, then in the other, then by key. */
function optionNamed(options: readonly ChoiceOption[], text: string, language: Language): string | undefined {
  const wanted = folded(text)
  const other = language === 'id' ? 'en' : 'id'
  const found =
    options.find((option) => folded(option.label[language]) === wanted) ??
    options.find((option) => folded(option.label[other]) === wanted) ??
    options.find((option) => option.key === wanted)
  return found?.key
}

/** More parts than this are no list of options. */
const mostParts = 200

/** Labels parted by `;` or `,`. A label may hold such a sign itself: as few and as long labels as possible are taken. */
function optionsNamed(options: readonly ChoiceOption[], text: string, language: Language): readonly string[] | undefined {
  const atoms = text.split(/([;,\n])/u)
  if (atoms.length > mostParts * 2) return undefined
  const longest = options.reduce((most, { label }) => Math.max(most, label.id.length, label.en.length), 0)
  // best[at]: the options from atom `at` to the end, or null when that end cannot be read.
  const best: (readonly string[] | null)[] = Array.from({ length: atoms.length + 2 }, () => null)
  best[atoms.length + 1] = []
  for (let at = atoms.length - 1; at >= 0; at -= 2) {
    let joined = ''
    for (let end = at; end < atoms.length && joined.length <= longest * 2 + 8; end += 2) {
      joined += (end === at ? '' : (atoms[end - 1] ?? '')) + (atoms[end] ?? '')
      const rest = best[end + 2] ?? null
      if (rest === null) continue
      // A sign at the end, or two in a row, part nothing.
      const key = joined.trim() === '' ? [] : optionNamed(options, joined, language)
      if (key !== undefined) best[at] = shorter(best[at] ?? null, typeof key === 'string' ? [key, ...rest] : rest)
    }
  }
  const found = best[0]
  return found == null ? undefined : [...new Set(found)]
}

const shorter = (a: readonly string[] | null, b: readonly string[]): readonly string[] => (a !== null && a.length < b.length ? a : b)
