/** Months of a schedule (`waktu` of an action plan, domain.md 1.6.2): which years are shown, and months in words. A month is `2026-03`. */
import type { CanvasSettings, Item, Value } from '../model/lab.ts'
import type { GridColumn } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { folded } from './fold.ts'
import { cellOf, isMonth } from './grid-values.ts'
import { monthOfName, readDay, shortMonthName } from './read-date.ts'

/** The months of a cell in order, each once; empty when there are none. */
export const monthsIn = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? [...new Set<string>(value)].filter((one) => typeof one === 'string' && isMonth(one)).sort() : []

/** The twelve months of a year. */
export const monthsOfYear = (year: string): readonly string[] => Array.from({ length: 12 }, (_, at) => monthText(Number(year), at + 1))

const monthText = (year: number, month: number): string => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`

/** More years than this are a slip of the pen, not a plan. */
const mostYears = 30

/**
 * Years shown for a months column, in order: those of the settings; else all from the first to the last year with a month in it; else
 * the given one.
 * @param year four digits, usually the lab's
 */
export function yearsShown(
  column: Pick<GridColumn, 'key'>,
  items: readonly Item[],
  settings: CanvasSettings,
  year: string,
): readonly string[] {
  const chosen = [...new Set(settings.years ?? [])].filter((one) => /^\d{4}$/u.test(one)).sort()
  if (chosen.length > 0) return chosen
  const used = new Set<string>()
  for (const item of items) for (const month of monthsIn(cellOf(item, column.key))) used.add(month.slice(0, 4))
  const found = [...used].sort()
  const first = Number(found[0] ?? year)
  const last = Number(found.at(-1) ?? year)
  if (last - first >= mostYears) return found
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at).padStart(4, '0'))
}

const countOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const monthAt = (count: number): string => monthText(Math.floor(count / 12), (count % 12) + 1)

export type MonthRange = { readonly from: string; readonly to: string }

/** Months without a gap between them as one range. */
export function monthRanges(months: readonly string[]): readonly MonthRange[] {
  const ranges: { from: string; to: string }[] = []
  for (const month of monthsIn(months)) {
    const last = ranges.at(-1)
    if (last !== undefined && countOf(last.to) + 1 === countOf(month)) last.to = month
    else ranges.push({ from: month, to: month })
  }
  return ranges
}

/** `Jan–Mar 2026; Mei 2026; Nov 2026–Feb 2027`; empty without months. */
export function monthsInWords(months: readonly string[], language: Language): string {
  const name = (month: string): string => shortMonthName(Number(month.slice(5)), language)
  const year = (month: string): string => month.slice(0, 4)
  return monthRanges(months)
    .map(({ from, to }) => {
      if (from === to) return `${name(from)} ${year(from)}`
      return year(from) === year(to) ? `${name(from)}–${name(to)} ${year(to)}` : `${name(from)} ${year(from)}–${name(to)} ${year(to)}`
    })
    .join('; ')
}

type Spoken = { readonly month: number; readonly year: number | null }

/**
 * Months from words: `2026-01;2026-02`, `Januari 2026`, `Jan–Mar 2026`, `Nov 2026 s.d. Feb 2027`, `Jan, Mar 2026`. Null when a part of
 * it is no month, or a month has no year and none is given.
 */
export function readMonths(text: string, year?: number): readonly string[] | null {
  const parts = text
    .split(/[;,\n&]|\s(?:dan|and)\s/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found = new Set<string>()
  let after: number | null = year ?? null
  // A month without a year has that of the next one: `Jan, Mar 2026`.
  for (const part of parts.reverse()) {
    const range = rangeOf(part, after)
    if (range === null) return null
    after = Number(range.from.slice(0, 4))
    const last = countOf(range.to)
    for (let at = countOf(range.from); at <= last; at += 1) found.add(monthAt(at))
  }
  return found.size === 0 ? null : [...found].sort()
}

function rangeOf(part: string, year: number | null): MonthRange | null {
  const whole = spoken(part)
  if (whole !== null) return placed(whole, whole, year)
  // A hyphen also stands inside `2026-01`: only the cut that leaves a month on both sides is the right one.
  for (const match of part.matchAll(/\s*[–—−]\s*|\s*-\s*|\s+(?:s\.?\/?d\.?|sampai|hingga|to)\s+/giu)) {
    const from = spoken(part.slice(0, match.index))
    const to = spoken(part.slice(match.index + match[0].length))
    if (from !== null && to !== null) return placed(from, to, year)
  }
  const day = readDay(part)
  return day === null ? null : { from: day.slice(0, 7), to: day.slice(0, 7) }
}

function spoken(text: string): Spoken | null {
  const bare = folded(text)
  const iso = /^(\d{4})[-/](\d{1,2})$/u.exec(bare)
  if (iso !== null) return valid(Number(iso[2]), Number(iso[1]))
  const digits = /^(\d{1,2})[-/.](\d{4})$/u.exec(bare)
  if (digits !== null) return valid(Number(digits[1]), Number(digits[2]))
  const named = /^(\p{L}+)\.?(?:[ -]?(\d{4}))?$/u.exec(bare)
  return named === null ? null : valid(monthOfName(named[1] ?? '') ?? 0, named[2] === undefined ? null : Number(named[2]))
}

const valid = (month: number, year: number | null): Spoken | null => (month >= 1 && month <= 12 ? { month, year } : null)

function placed(from: Spoken, to: Spoken, year: number | null): MonthRange | null {
  const turns = from.month > to.month ? 1 : 0
  const last = to.year ?? (from.year === null ? year : from.year + turns)
  if (last === null) return null
  const first = from.year ?? last - turns
  const range = { from: monthText(first, from.month), to: monthText(last, to.month) }
  const span = countOf(range.to) - countOf(range.from)
  return span >= 0 && span < mostYears * 12 ? range : null
}
