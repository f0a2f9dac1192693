/** The age of an innovation and the window it must have begun in (domain.md 2.7, 3.2). */
import { type Day, dayOf, fullYears } from './dates.ts'
import type { FindingPlace, Found, Looked } from './submission.ts'

/** Full years and months between two ISO days; null when either is no day or the second lies first. */
export function ageBetween(from: string, to: string): { readonly years: number; readonly months: number } | null {
  const a = dayOf(from)
  const b = dayOf(to)
  if (a === null || b === null) return null
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
  return months < 0 ? null : { years: Math.trunc(months / 12), months: months % 12 }
}

/** The last ISO day on which an innovation could begin and be so many full years old on `closing`. */
export function latestStart(closing: string, years: number): string {
  const day = dayOf(closing)
  if (day === null) return ''
  const iso = ({ year, month, day: date }: Day): string => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const wanted = iso({ ...day, year: day.year - Math.ceil(years) })
  // 29 February has no partner in most years.
  return dayOf(wanted) === null ? iso({ ...day, year: day.year - Math.ceil(years), day: day.day - 1 }) : wanted
}

/** ISO day on which implementation began: as the form says, else as the innovation itself knows it. */
export function startOf({ form, proposal, innovation }: Pick<Looked, 'form' | 'proposal' | 'innovation'>): string {
  const value = form.ageField === undefined ? null : proposal.header[form.ageField]
  return typeof value === 'string' && value !== '' ? value : form.ageField === undefined ? innovation.startedOn : ''
}

export function* ageFindings(looked: Looked): Generator<Found> {
  const { form, innovation, closing, today } = looked
  if (form.ageYears === undefined && form.window === undefined) {
    yield* closedFinding(looked)
    return
  }
  const start = startOf(looked)
  const place: FindingPlace = form.ageField === undefined ? { at: 'innovation', key: 'startedOn' } : { at: 'header', key: form.ageField }
  if (dayOf(start) === null) yield { kind: 'no_start_date', severity: 'must', place, message: 'noStartDate', values: {} }
  else {
    if (start > today) yield { kind: 'start_in_future', severity: 'must', place, message: 'startInFuture', values: { day: start } }
    else yield* tooYoung(looked, start, place)
    const { window } = form
    if (window !== undefined && (start < window.from || start > window.until))
      yield { kind: 'outside_window', severity: 'must', place, message: 'outsideWindow', values: { day: start, ...window } }
    if (dayOf(innovation.startedOn) !== null && innovation.startedOn !== start)
      yield { kind: 'date_differs', severity: 'should', place, message: 'dateDiffers', values: { day: start, other: innovation.startedOn } }
  }
  if (form.ageYears !== undefined && dayOf(closing) === null)
    yield { kind: 'no_closing', severity: 'should', place: { at: 'closing' }, message: 'noClosing', values: { day: today } }
  yield* closedFinding(looked)
}

function* tooYoung({ form, closing, today }: Looked, start: string, place: FindingPlace): Generator<Found> {
  const until = dayOf(closing) === null ? today : closing
  const years = fullYears(start, until)
  if (form.ageYears === undefined || years === null || years >= form.ageYears) return
  const age = ageBetween(start, until) ?? { years: 0, months: 0 }
  yield {
    kind: 'too_young',
    severity: 'must',
    place,
    message: 'tooYoung',
    values: { ...age, needs: form.ageYears, closing: until, latest: latestStart(until, form.ageYears) },
  }
}

function* closedFinding({ closing, today }: Looked): Generator<Found> {
  if (dayOf(closing) !== null && today > closing)
    yield { kind: 'closing_passed', severity: 'should', place: { at: 'closing' }, message: 'closingPassed', values: { closing } }
}
