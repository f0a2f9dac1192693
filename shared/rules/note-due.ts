/** Until when something is to be done, read out of a sentence: days as written, and words counted from the day of the meeting. */
import { dayOf } from './dates.ts'
import { folded } from './fold.ts'
import { monthOfName, readDay } from './read-date.ts'

export type Due = {
  /** ISO day, or empty when none was found. */
  readonly due: string
  /** The sentence without it. */
  readonly text: string
}

const dayMs = 86_400_000

const weekdays: Readonly<Record<string, number>> = {
  senin: 1,
  selasa: 2,
  rabu: 3,
  kamis: 4,
  jumat: 5,
  "jum'at": 5,
  sabtu: 6,
  minggu: 7,
  ahad: 7,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
}
const numbers: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}

const weekday = Object.keys(weekdays).join('|')
const count = `\\d{1,3}|${Object.keys(numbers).join('|')}`
const month = '(?:jan|feb|peb|mar|mrt|apr|mei|may|jun|jul|agu|agt|ags|aug|sep|okt|oct|nov|nop|des|dec)\\p{L}{0,6}\\.?'
const written = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})',
  '\\d{1,2}/\\d{1,2}',
  `\\d{1,2}[ .-]+${month}(?:[ .,-]+\\d{4})?`,
  `${month} \\d{1,2}(?:,? \\d{4})?`,
].join('|')
const counted = [
  'hari ini|besok lusa|besok|lusa|today|tomorrow|day after tomorrow',
  '(?:minggu|pekan|bulan|tahun) depan|next (?:week|month|year)',
  '(?:akhir|end of) (?:bulan|tahun|(?:the )?month|(?:the )?year)(?: ini| depan)?',
  `(?:(?:dalam|in) )?(?:${count}) (?:hari|minggu|pekan|bulan|days?|weeks?|months?)(?: lagi| ke depan)?`,
  '(?:seminggu|sepekan|sebulan) lagi',
  `(?:next )?(?:${weekday})(?: (?:depan|ini|minggu depan|pekan depan))?`,
].join('|')
/** How long something takes, without a word that says it is counted from now. */
const span = new RegExp(`^(?:${count}) (?:hari|minggu|pekan|bulan|days?|weeks?|months?)$`, 'iu')
const expression = new RegExp(
  `(?<![\\p{L}\\p{N}/.@-])(?:(?:(?:${weekday}),? )?(?<written>${written})|(?<counted>${counted}))(?![\\p{L}\\p{N}/]|[.-]\\d)`,
  'giu',
)

/** Words that say *until*; a day after one of these is meant as a deadline wherever it stands. */
const until =
  /(?:paling (?:lambat|telat|lama)|selambat(?:-lambat)?nya|sebelum|sampai(?: dengan)?|s\/d|s\.d\.?|hingga|tenggat(?: waktu)?|batas(?: waktu)?|deadline|before|until|no later than|due|by):? (?:(?:pada|hari|tgl\.?|tanggal|on|the) )*$/iu
const day = /(?:(?:pada|hari|tgl\.?|tanggal|on) )+$/iu

/**
 * The last day that follows a word like *sebelum* or *paling lambat* counts; without such a word, a day at the very beginning or end.
 * `sebelum 30 Nov` is kept as 30 November. A day without a year is the next one from `from` on.
 * @param from ISO day of the meeting; while empty, only days with a year are read
 */
export function dueIn(sentence: string, from: string): Due {
  const text = sentence.replaceAll(/\s+/gu, ' ')
  const found = [...text.matchAll(expression)].flatMap((match) => {
    const before = text.slice(0, match.index)
    const said = until.exec(before)
    const lead = said ?? day.exec(before)
    const start = match.index - (lead?.[0].length ?? 0)
    const end = match.index + match[0].length
    const edge = /^[\s(]*$/u.test(text.slice(0, start)) || /^[\s).,;!]*$/u.test(text.slice(end))
    if (said === null && (!edge || needsWord(match[0], lead !== null))) return []
    const due = match.groups?.written === undefined ? resolve(folded(match[0]), from) : readWritten(match.groups.written, from)
    return due === null ? [] : [{ due, start, end, sure: said !== null }]
  })
  const best = found.findLast(({ sure }) => sure) ?? found.at(-1)
  if (best === undefined) return { due: '', text }
  return { due: best.due, text: `${text.slice(0, best.start)} ${text.slice(best.end)}` }
}

/** `9/10` may be a mark, `minggu` a week and `3 hari` how long it takes: alone they are no deadline. */
const needsWord = (said: string, led: boolean): boolean =>
  (!led && (/^\d{1,2}\/\d{1,2}$/u.test(said) || /^minggu$/iu.test(said))) || span.test(said)

function readWritten(said: string, from: string): string | null {
  const whole = readDay(said)
  if (whole !== null) return whole
  const now = dayOf(from)
  const parts = /^(\d{1,2})(?:\/(\d{1,2})|[ .-]+(\p{L}+)\.?)$/iu.exec(said) ?? turned(said)
  if (now === null || parts === null) return null
  const named = parts[3] === undefined ? Number(parts[2]) : (monthOfName(parts[3]) ?? 0)
  return [now.year, now.year + 1]
    .map((year) => readDay(`${parts[1] ?? ''}/${named}/${year}`))
    .reduce<string | null>((kept, iso) => kept ?? (iso !== null && iso >= from ? iso : null), null)
}

/** `Nov 30` with its parts where those of `30 Nov` stand. */
function turned(said: string): readonly (string | undefined)[] | null {
  const match = /^(\p{L}+)\.? (\d{1,2})$/iu.exec(said)
  return match === null ? null : [said, match[2], undefined, match[1]]
}

const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** A month later at the latest on its last day: 31 January and a month is 28 February. */
function addMonths(from: { year: number; month: number; day: number }, months: number): string {
  const last = new Date(Date.UTC(from.year, from.month + months, 0)).getUTCDate()
  return isoOf(Date.UTC(from.year, from.month - 1 + months, Math.min(from.day, last)))
}

function resolve(said: string, from: string): string | null {
  const now = dayOf(from)
  if (now === null) return null
  const start = Date.UTC(now.year, now.month - 1, now.day)
  const after = (days: number): string => isoOf(start + days * dayMs)
  if (/^(?:hari ini|today)$/u.test(said)) return from
  if (/^(?:besok|tomorrow)$/u.test(said)) return after(1)
  if (/^(?:besok lusa|lusa|day after tomorrow)$/u.test(said)) return after(2)
  if (/^(?:(?:minggu|pekan) depan|next week|seminggu lagi|sepekan lagi)$/u.test(said)) return after(7)
  if (/^(?:bulan depan|next month|sebulan lagi)$/u.test(said)) return addMonths(now, 1)
  if (/^(?:tahun depan|next year)$/u.test(said)) return addMonths(now, 12)
  const end = /^(?:akhir|end of) (?:the )?(bulan|tahun|month|year)( depan)?/u.exec(said)
  if (end !== null) {
    const next = end[2] === undefined ? 0 : 1
    return /^(?:tahun|year)$/u.test(end[1] ?? '') ? `${now.year + next}-12-31` : isoOf(Date.UTC(now.year, now.month + next, 0))
  }
  const later = /^(?:(?:dalam|in) )?(\d+|\p{L}+) (hari|minggu|pekan|bulan|days?|weeks?|months?)/u.exec(said)
  const many = numbers[later?.[1] ?? ''] ?? Number(later?.[1])
  if (later !== null && Number.isFinite(many)) {
    const unit = later[2] ?? ''
    return /^(?:bulan|month)/u.test(unit) ? addMonths(now, many) : after(/^(?:hari|day)/u.test(unit) ? many : many * 7)
  }
  return onWeekday(said, start)
}

/** `Senin` is the next one, `Senin ini` the one of this week (Monday to Sunday), `Senin depan` that of the next week. */
function onWeekday(said: string, start: number): string | null {
  const match = new RegExp(`(${weekday})(?: (depan|ini|minggu depan|pekan depan))?$`, 'u').exec(said)
  const wanted = weekdays[match?.[1] ?? '']
  if (wanted === undefined) return null
  const today = new Date(start).getUTCDay() || 7
  const ofWeek = wanted - today
  const which = said.startsWith('next ') ? 'depan' : match?.[2]
  const days = which === 'ini' ? ofWeek : which === undefined ? (ofWeek > 0 ? ofWeek : ofWeek + 7) : ofWeek + 7
  return isoOf(start + days * dayMs)
}
