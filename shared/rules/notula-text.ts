/** The minutes of a session as plain text, as it is pasted into a chat: no NIP, no phone number. */
import type { Lab } from '../model/lab.ts'
import type { Note, Session } from '../model/session.ts'
import type { Language } from '../model/text.ts'
import { say } from '../text/messages.ts'
import { recordText as words } from '../text/record.ts'
import { attendanceCounts, attendanceGroups } from './attendance.ts'
import { formatLongDay, formatShortDay, formatTime } from './dates.ts'

/** Units written out; of more than these only the number is told. */
const mostUnits = 40

/**
 * Title, day and place, attendance by unit, what was noted block by block, decisions, and follow-ups with who and until when.
 * @param notes all of the lab; those of other sessions are passed over
 * @param innovationName of the id a follow-up carries; empty when it is gone
 */
export function notulaText(
  session: Session,
  notes: readonly Note[],
  lab: Pick<Lab, 'units' | 'people'>,
  language: Language,
  innovationName: (id: string) => string = () => '',
): string {
  const own = notes.filter((note) => note.session === session.id && flat(note.text) !== '')
  const head = [
    `*${say(words.sayNotula, language)}: ${flat(session.title)}*`,
    [formatLongDay(session.date, language), formatTime(session.start, language, session.timeZone)]
      .filter((part) => part !== '' && session.date !== '')
      .join(', '),
    flat(session.place),
  ]
  const parts = [
    head,
    attendanceOf(session, lab, language),
    ...blocksOf(session, own, language),
    section(
      words.sayDecisions,
      own.filter(({ kind }) => kind === 'keputusan').map(({ text }) => flat(text)),
      language,
    ),
    section(
      words.sayFollowups,
      own.filter(({ kind }) => kind === 'tindak_lanjut').map((note) => followup(note, lab, language, innovationName)),
      language,
    ),
  ]
  return parts
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((part) => part !== '')
    .join('\n\n')
}

const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

function attendanceOf(session: Session, lab: Pick<Lab, 'units' | 'people'>, language: Language): readonly string[] {
  const counts = attendanceCounts(lab.people, session.attendance)
  if (counts.hadir + counts.izin + counts.tidak === 0) return []
  const groups = attendanceGroups(lab.people, lab.units, session.attendance)
  const came = groups.filter(({ unit, present }) => unit !== null && present > 0)
  const missing = groups.filter(({ unit, present }) => unit !== null && present === 0)
  const called = (list: typeof groups, count: boolean): string =>
    list.map(({ unit, present }) => `${unit?.short || unit?.name || ''}${count ? ` ${present}` : ''}`).join(', ')
  return [
    say(words.sayPresence, language, { n: counts.hadir, all: counts.total, units: came.length }),
    came.length > mostUnits ? '' : called(came, true),
    missing.length === 0 || missing.length > mostUnits ? '' : say(words.sayMissing, language, { units: called(missing, false) }),
  ]
}

function blocksOf(session: Session, notes: readonly Note[], language: Language): readonly (readonly string[])[] {
  const plain = notes.filter(({ kind }) => kind === 'catatan')
  const known = new Set<string>(session.blocks.map(({ id }) => id))
  const lines = (list: readonly Note[]): readonly string[] => list.map(({ text }) => `- ${flat(text)}`)
  const outside = plain.filter(({ block }) => !known.has(block))
  return [
    ...session.blocks.map((block) => {
      const here = plain.filter((note) => note.block === block.id)
      return here.length === 0 ? [] : [`*${flat(block.title)}*`, ...lines(here)]
    }),
    outside.length === 0 ? [] : [`*${say(words[session.blocks.length === 0 ? 'notes' : 'outside'], language)}*`, ...lines(outside)],
  ]
}

const section = (title: { readonly id: string; readonly en: string }, lines: readonly string[], language: Language): readonly string[] =>
  lines.length === 0 ? [] : [`*${say(title, language)}*`, ...lines.map((line, at) => `${at + 1}. ${line}`)]

function followup(note: Note, lab: Pick<Lab, 'units'>, language: Language, innovationName: (id: string) => string): string {
  const unit = lab.units.find(({ id }) => id === note.unit)
  const called = unit?.short || unit?.name || ''
  const about = [
    [note.who, called === note.who ? '' : called]
      .map(flat)
      .filter((one) => one !== '')
      .join(', '),
    note.innovation === null ? '' : flat(innovationName(note.innovation)),
    note.due === '' ? '' : say(words.sayUntil, language, { day: formatShortDay(note.due, language) }),
    note.doneAt === '' ? '' : say(words.sayDone, language),
  ].filter((one) => one !== '')
  return about.length === 0 ? flat(note.text) : `${flat(note.text)} (${about.join('; ')})`
}
