import { describe, expect, it } from 'vitest'
import type { BlockId, SessionId } from '#shared/model/ids.ts'
import type { Session } from '#shared/model/session.ts'
import { blockEvents, calendarText, sessionEvent, turnEvents } from '#shared/rules/calendar.ts'
import { emptyBlock } from '#shared/rules/session-plan.ts'
import { emptyRun } from '#shared/rules/session-time.ts'

const counts = { unit: 1, innovation: 1 }
const now = '2026-04-01T02:03:04.567Z'
const makeSession = (over: Partial<Session> = {}): Session => ({
  id: 'abc' as SessionId /* an id of the test */,
  title: 'Diagnose, hari ke-2; ide',
  stage: 'diagnose',
  date: '2026-04-16',
  start: '08:30',
  timeZone: 'WIB',
  place: 'Gedung A, lantai 2',
  goal: '',
  template: false,
  teams: [],
  createdAt: '',
  blocks: [45, 0, 60].map((minutes, at) => ({
    ...emptyBlock,
    id: `b${at}` as BlockId /* an id of the test */,
    order: `a${at}`,
    title: `Kegiatan ${at}`,
    minutes,
    lead: at === 0 ? 'Sari' : '',
  })),
  run: emptyRun,
  attendance: {},
  ...over,
})
const linesOf = (session: Session, text = ''): readonly string[] => {
  const event = sessionEvent(session, counts, text)
  return calendarText(event === null ? [] : [event], now, 'Jadwal').split('\r\n')
}
const unfolded = (text: string): string => text.replaceAll('\r\n ', '')

describe('a calendar file', () => {
  it('has one entry for the session, in UTC, under an id that stays', () => {
    expect(linesOf(makeSession())).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Labinov//Labinov//ID',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Jadwal',
      'BEGIN:VEVENT',
      'UID:abc@labinov',
      'DTSTAMP:20260401T020304Z',
      'LAST-MODIFIED:20260401T020304Z',
      'DTSTART:20260416T013000Z',
      'DTEND:20260416T031500Z',
      'SUMMARY:Diagnose\\, hari ke-2\\; ide',
      'LOCATION:Gedung A\\, lantai 2',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('follows the zone of the session', () => {
    expect(linesOf(makeSession({ timeZone: 'WIT' }))).toContain('DTSTART:20260415T233000Z')
  })

  it('has no entry while the day or the hour is missing', () => {
    expect(sessionEvent(makeSession({ date: '' }), counts, '')).toBeNull()
    expect(blockEvents(makeSession({ start: '' }), counts)).toEqual([])
    expect(turnEvents(makeSession({ start: '' }), [{ block: 'b', id: 'u', from: 0, to: 20, title: '', text: '' }])).toEqual([])
  })

  it('can hold each block that takes time, and each turn at a desk', () => {
    expect(
      blockEvents(makeSession(), counts).map(({ uid, from, title, text }) => [uid, new Date(from).toISOString(), title, text]),
    ).toEqual([
      ['abc-b0@labinov', '2026-04-16T01:30:00.000Z', 'Kegiatan 0', 'Sari, Diagnose, hari ke-2; ide'],
      ['abc-b2@labinov', '2026-04-16T02:15:00.000Z', 'Kegiatan 2', 'Diagnose, hari ke-2; ide'],
    ])
    const [turn] = turnEvents(makeSession(), [{ block: 'b2', id: 'u1', from: 65, to: 85, title: 'Coaching: Bappeda', text: 'Meja 1' }])
    expect(turn).toMatchObject({ uid: 'abc-b2-u1@labinov', from: Date.UTC(2026, 3, 16, 2, 35), to: Date.UTC(2026, 3, 16, 2, 55) })
  })

  it('escapes what has a meaning, and lets no control character through', () => {
    const text = linesOf(makeSession({ title: 'a\\b' }), 'satu\r\ndua, tiga\u0007; "empat"').join('\r\n')
    expect(text).toContain('SUMMARY:a\\\\b')
    expect(unfolded(text)).toContain('DESCRIPTION:satu\\ndua\\, tiga\\; "empat"')
  })

  it('folds lines at 75 octets without cutting a character, and nothing is lost', () => {
    const title = `${'ä–🌊'.repeat(40)} dan seterusnya`
    const text = linesOf(makeSession({ title })).join('\r\n')
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\ufffd')
    }
    expect(Buffer.from(text).toString()).toBe(text)
    expect(unfolded(text)).toContain(`SUMMARY:${title}`)
  })

  it('ends every line with CR and LF and has no other breaks', () => {
    const text = linesOf(makeSession(), 'a\nb').join('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
})
