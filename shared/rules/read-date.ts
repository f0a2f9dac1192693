/** Days and months as people write them, read into ISO. The day comes before the month, as everybody here writes it. */
import type { Language } from '../model/text.ts'
import { dayOf, formatShortDay, monthName } from './dates.ts'
import { folded } from './fold.ts'

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** `Jan`, `Agu`; `Aug` in English. Empty for anything but 1 to 12. */
export const shortMonthName = (month: number, language: Language): string =>
  formatShortDay(`2000-${twoDigits(month)}-01`, language).split(' ')[1] ?? ''

/** Spellings met beside the two languages' own names. */
const otherSpellings: Readonly<Record<string, number>> = {
  peb: 2,
  pebruari: 2,
  mrt: 3,
  agt: 8,
  ags: 8,
  agus: 8,
  agust: 8,
  sept: 9,
  nop: 11,
  nopember: 11,
}

const monthsByName: ReadonlyMap<string, number> = new Map([
  ...Object.entries(otherSpellings),
  ...Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month): [string, number][] =>
    (['id', 'en'] as const).flatMap((language): [string, number][] => [
      [folded(monthName(month, language)), month],
      [folded(shortMonthName(month, language)), month],
    ]),
  ),
])

/** 1 to 12 from a name in either language, long or short; null when it is none. */
export const monthOfName = (name: string): number | null => monthsByName.get(folded(name).replace(/\.$/u, '')) ?? null

/** `26` is 2026, `85` is 1985. */
const fullYear = (text: string): number => (text.length > 2 ? Number(text) : Number(text) + (Number(text) < 80 ? 2000 : 1900))

function isoDay(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
  return dayOf(iso) === null ? null : iso
}

/** Days are counted from 30 December 1899 in the files of spreadsheets; five digits reach from 1927 to 2173. */
function ofSerial(serial: number): string {
  return new Date(Math.floor(serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

/**
 * The ISO day of `2026-06-29`, `29 Juni 2026`, `Senin, 29 Jun 26`, `June 29, 2026`, `29/06/2026`, `29-6-26`, `29.6.2026` or a
 * spreadsheet's serial number. Null for anything else and for days no calendar has.
 */
export function readDay(text: string): string | null {
  const bare = folded(text).replace(/^\p{L}+, /u, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d.*)?$/u.exec(bare)
  if (iso !== null) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const digits = /^(\d{1,2})[ ./-]+(\d{1,2})[ ./-]+(\d{4}|\d{2})$/u.exec(bare)
  if (digits !== null) return isoDay(fullYear(digits[3] ?? ''), Number(digits[2]), Number(digits[1]))
  const named = /^(\d{1,2})[ ./-]*(\p{L}+)[ .,/-]*(\d{4}|\d{2})$/u.exec(bare)
  if (named !== null) return isoDay(fullYear(named[3] ?? ''), monthOfName(named[2] ?? '') ?? 0, Number(named[1]))
  const monthFirst = /^(\p{L}+)\.? (\d{1,2}),? (\d{4})$/u.exec(bare)
  if (monthFirst !== null) return isoDay(Number(monthFirst[3]), monthOfName(monthFirst[1] ?? '') ?? 0, Number(monthFirst[2]))
  return /^\d{5}(?:[.,]\d+)?$/u.test(bare) ? ofSerial(Number(bare.replace(',', '.'))) : null
}
