/** Days and times as they are printed (domain.md 5.6). Days come in as ISO days, `2026-06-29`; the present never comes from here. */
import type { TimeZone } from '../model/lab.ts'
import type { Language } from '../model/text.ts'
import { inWords } from './terbilang.ts'

const months = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const
const shortMonths = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const
const weekdays = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const
/** Hours ahead of UTC. */
const offsets = { WIB: 7, WITA: 8, WIT: 9 } as const satisfies Record<TimeZone, number>

export type Day = { readonly year: number; readonly month: number; readonly day: number }

/** Reads an ISO day, or the day part of an ISO moment as it is written. Null when it is no day of the calendar, such as 2026-02-30. */
export function dayOf(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/u.exec(iso)
  if (match === null) return null
  const [year, month, day] = match.slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? { year, month, day } : null
}

/** The local ISO day of a moment (ISO in UTC): 2026-06-28T18:30:00Z is 2026-06-29 in WIB. Empty when it is no moment. */
export function localDay(moment: string, zone: TimeZone): string {
  const ms = Date.parse(moment)
  return Number.isNaN(ms) ? '' : new Date(ms + offsets[zone] * 3_600_000).toISOString().slice(0, 10)
}

const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay()

/** `2026-06-29` → `29 Juni 2026`, without a leading zero. What is no day is given back as it is, so that nothing written gets lost. */
export function formatDay(iso: string, language: Language): string {
  const day = dayOf(iso)
  return day === null ? iso : `${day.day} ${months[language][day.month - 1] ?? ''} ${day.year}`
}

/** `29 Jun 2026`. */
export function formatShortDay(iso: string, language: Language): string {
  const day = dayOf(iso)
  return day === null ? iso : `${day.day} ${shortMonths[language][day.month - 1] ?? ''} ${day.year}`
}

/** `Senin`, or an empty text when it is no day. */
export function weekdayName(iso: string, language: Language): string {
  const day = dayOf(iso)
  return day === null ? '' : (weekdays[language][weekdayOf(day)] ?? '')
}

/** `Senin, 29 Juni 2026`. */
export function formatLongDay(iso: string, language: Language): string {
  const name = weekdayName(iso, language)
  return name === '' ? iso : `${name}, ${formatDay(iso, language)}`
}

/** The opening of a berita acara: `hari Senin, tanggal dua puluh sembilan bulan Juni tahun dua ribu dua puluh enam`. Empty when it is no day. */
export function dayInWords(iso: string, language: Language): string {
  const day = dayOf(iso)
  if (day === null) return ''
  const month = months[language][day.month - 1] ?? ''
  const weekday = weekdayName(iso, language)
  return language === 'id'
    ? `hari ${weekday}, tanggal ${inWords(day.day, 'id')} bulan ${month} tahun ${inWords(day.year, 'id')}`
    : `${weekday}, day ${inWords(day.day, 'en')} of ${month}, year ${inWords(day.year, 'en')}`
}

/** `08:00` → `08.00 WIB` in Indonesian, `08:00 WIB` in English. What is no time is given back as it is. */
export function formatTime(clock: string, language: Language, zone?: TimeZone): string {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/u.exec(clock)
  if (match === null) return clock
  const time = `${(match[1] ?? '').padStart(2, '0')}${language === 'id' ? '.' : ':'}${match[2] ?? ''}`
  return zone === undefined ? time : `${time} ${zone}`
}

/** The local clock of a moment (ISO in UTC), `08.00 WIB`. Empty when it is no moment. */
export function formatMoment(moment: string, language: Language, zone: TimeZone): string {
  const ms = Date.parse(moment)
  return Number.isNaN(ms) ? '' : formatTime(new Date(ms + offsets[zone] * 3_600_000).toISOString().slice(11, 16), language, zone)
}

/** Milliseconds since 1970 at which a clock (`08:30`) of a day shows in a zone. Null when either is none. */
export function momentOf(day: string, clock: string, zone: TimeZone): number | null {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/u.exec(clock)
  const date = dayOf(day)
  if (match === null || date === null) return null
  return Date.UTC(date.year, date.month - 1, date.day, Number(match[1]) - offsets[zone], Number(match[2]))
}

/** The ISO day so many days later; empty when it is no day. */
export function dayAfter(iso: string, days: number): string {
  const day = dayOf(iso)
  return day === null ? '' : new Date(Date.UTC(day.year, day.month - 1, day.day + days)).toISOString().slice(0, 10)
}

/** Whole days from one ISO day to another; negative when the second lies before. Null when either is no day. */
export function daysBetween(from: string, to: string): number | null {
  const a = dayOf(from)
  const b = dayOf(to)
  if (a === null || b === null) return null
  return Math.round((Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / 86_400_000)
}

/** `June`, `Juni`; empty for anything but 1 to 12. */
export const monthName = (month: number, language: Language): string => months[language][month - 1] ?? ''

/** Full years between two days, as the age rule of a competition counts them (domain.md 2.7). Null while either is no day. */
export function fullYears(from: string, to: string): number | null {
  const a = dayOf(from)
  const b = dayOf(to)
  if (a === null || b === null) return null
  const before = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (before ? 1 : 0)
}
