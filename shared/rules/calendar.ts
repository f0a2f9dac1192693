/** Calendar files (RFC 5545) that Outlook, Google and phones take in. Times are written in UTC, so no zone has to be described. */
import type { Session } from '../model/session.ts'
import { blockTimes, minuteMs, plannedStart, sessionMinutes, type TurnCounts } from './session-time.ts'

export type CalendarEvent = {
  /** The same for the same thing each time, so that taking the file in again moves the entry instead of adding one. */
  readonly uid: string
  /** Milliseconds since 1970. */
  readonly from: number
  readonly to: number
  readonly title: string
  readonly place: string
  readonly text: string
}

const domain = 'labinov'

/** The whole session as one entry; none while it has no day and hour. */
export function sessionEvent(session: Session, counts: TurnCounts, text: string): CalendarEvent | null {
  const from = plannedStart(session)
  if (from === null) return null
  const to = from + Math.max(1, sessionMinutes(session, counts)) * minuteMs
  return { uid: `${session.id}@${domain}`, from, to, title: session.title, place: session.place, text }
}

/** One entry for each block that takes time. */
export function blockEvents(session: Session, counts: TurnCounts): readonly CalendarEvent[] {
  const start = plannedStart(session)
  if (start === null) return []
  return blockTimes(session, counts)
    .filter(({ minutes }) => minutes > 0)
    .map(({ block, from, minutes }) => ({
      uid: `${session.id}-${block.id}@${domain}`,
      from: start + from * minuteMs,
      to: start + (from + minutes) * minuteMs,
      title: block.title,
      place: session.place,
      text: [block.lead, session.title].filter((part) => part !== '').join(', '),
    }))
}

export type TurnEvent = {
  readonly block: string
  readonly id: string
  readonly from: number
  readonly to: number
  readonly title: string
  readonly text: string
}

/** One entry for each turn at a desk. `from` and `to` are minutes from the beginning of the session. */
export function turnEvents(session: Session, turns: readonly TurnEvent[]): readonly CalendarEvent[] {
  const start = plannedStart(session)
  if (start === null) return []
  return turns.map(({ block, id, from, to, title, text }) => ({
    uid: `${session.id}-${block}-${id}@${domain}`,
    from: start + from * minuteMs,
    to: start + to * minuteMs,
    title,
    place: session.place,
    text,
  }))
}

/**
 * The file. Lines end in CRLF and are folded at 75 octets.
 * @param now ISO moment at which it is written
 * @param name what a calendar calls it
 */
export function calendarText(events: readonly CalendarEvent[], now: string, name: string): string {
  const stamp = utc(Date.parse(now))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Labinov//Labinov//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const eventLines = ({ uid, from, to, title, place, text }: CalendarEvent, stamp: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stamp}`,
  `LAST-MODIFIED:${stamp}`,
  `DTSTART:${utc(from)}`,
  `DTEND:${utc(to)}`,
  `SUMMARY:${escaped(title)}`,
  ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
  ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
  'END:VEVENT',
]

/** `20260416T013000Z` */
const utc = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/gu, '')

/** RFC 5545, 3.3.11. Other control characters are not allowed in a text. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/gu, (mark) => `\\${mark}`)
    .replaceAll(/\r\n?|\n/gu, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '')

const mostOctets = 75
const octetsOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** RFC 5545, 3.1: no line is longer than 75 octets; what goes on begins with a space. A character is never cut. */
function folded(line: string): string {
  let out = ''
  let octets = 0
  for (const char of line) {
    const size = octetsOf(char)
    if (octets + size > mostOctets) {
      out += '\r\n '
      octets = 1
    }
    out += char
    octets += size
  }
  return out
}
