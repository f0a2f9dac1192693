/** The schedule of a session as a message: what, when, where, and the times. Nothing private goes in. */
import type { Session, SessionBlock } from '../model/session.ts'
import type { Language } from '../model/text.ts'
import { say } from '../text/messages.ts'
import { planText } from '../text/plan.ts'
import { sessionText } from '../text/session.ts'
import { daysBetween, formatLongDay, formatTime } from './dates.ts'
import type { DeskTurn } from './desk-schedule.ts'
import { sessionEnd } from './session-plan.ts'
import { blockTimes, type TurnCounts } from './session-time.ts'

/** Day, from and to, with the zone: `Kamis, 16 April 2026, 08.30–15.45 WIB`. Empty parts are left out. */
export function whenText(session: Pick<Session, 'date' | 'start' | 'timeZone' | 'blocks'>, language: Language, counts: TurnCounts): string {
  const end = sessionEnd(session, counts)
  const from = formatTime(session.start, language)
  const hours =
    from === ''
      ? ''
      : session.blocks.length === 0
        ? formatTime(session.start, language, session.timeZone)
        : `${from}–${clockText(end, language)} ${session.timeZone}`
  return [session.date === '' ? '' : formatLongDay(session.date, language), hours].filter((part) => part !== '').join(', ')
}

/** As `formatTime`; past midnight the hour of the next day. */
export function clockText(clock: string, language: Language): string {
  const [hours = '', minutes = ''] = clock.split(':')
  return clock === '' ? '' : formatTime(`${String(Number(hours) % 24).padStart(2, '0')}:${minutes}`, language)
}

/** Short, for a group: title, day and hours, place, and the blocks with their times. */
export function scheduleText(session: Session, language: Language, counts: TurnCounts): string {
  const when = whenText(session, language, counts)
  const rows = blockTimes(session, counts).map(({ block, clock, minutes }) => {
    const time = clock === '' ? '' : `${clockText(clock, language)} `
    return `${time}${block.title || say(planText.untitled, language)} (${say(planText.minutes, language, { n: minutes })})`
  })
  const head = [
    `*${session.title}*`,
    when,
    session.place === '' ? '' : say(planText.chatPlace, language, { place: session.place }),
    session.goal === '' ? '' : say(planText.chatGoal, language, { goal: session.goal }),
  ].filter((line) => line !== '')
  return [...head, ...(rows.length === 0 ? [] : ['', ...rows])].join('\n')
}

/** Who comes when, in time order: `09.15–09.35 Disdukcapil, meja 1 (Coach Ani)`. */
export function deskText(
  session: Pick<Session, 'title' | 'date' | 'place'>,
  block: Pick<SessionBlock, 'title' | 'desks'>,
  turns: readonly DeskTurn[],
  language: Language,
  nameOf: (id: string) => string,
): string {
  const rows = [...turns]
    .sort((a, b) => a.from - b.from || a.desk - b.desk)
    .map(({ id, desk, lead, fromClock, toClock }) => {
      const time = fromClock === '' ? '' : `${clockText(fromClock, language)}–${clockText(toClock, language)} `
      const where = block.desks > 1 ? `, ${say(planText.deskN, language, { n: desk + 1 }).toLocaleLowerCase(language)}` : ''
      return `${time}${nameOf(id)}${where}${lead === '' ? '' : ` (${lead})`}`
    })
  const day = session.date === '' ? '' : formatLongDay(session.date, language)
  const head = [`*${block.title}*`, [session.title, day].filter((part) => part !== '').join(', '), session.place]
  return [...head.filter((line) => line !== ''), '', ...rows].join('\n')
}

/** `hari ini`, `besok`, `3 hari lagi`; empty for days gone by and for what is no day. */
export function awayText(date: string, today: string, language: Language): string {
  const days = daysBetween(today, date)
  if (days === null || days < 0) return ''
  if (days === 0) return say(sessionText.today, language)
  return days === 1 ? say(sessionText.tomorrow, language) : say(sessionText.inDays, language, { n: days })
}
