/** The schedule as it leaves the app: entries of a calendar, and a text for a chat. */
import type { Convention, Slot } from '#shared/model/jury.ts'
import type { TimeZone } from '#shared/model/lab.ts'
import type { Language } from '#shared/model/text.ts'
import type { CalendarEvent } from '#shared/rules/calendar.ts'
import { formatLongDay, momentOf } from '#shared/rules/dates.ts'
import { entryName } from '../words.ts'

type Words = { readonly title: string; readonly stageOf: (key: string) => string }

export const inTime = (slots: readonly Slot[]): readonly Slot[] =>
  [...slots].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))

/** In blind mode by the code: such a file goes to judges. */
const nameOf = ({ blind, entries }: Convention, id: string): string => {
  const entry = entries.find((one) => one.id === id)
  if (entry === undefined) return ''
  return blind ? entry.code : `${entry.code} ${entryName(entry)}`
}

const panelOf = ({ panels }: Convention, id: string): string => panels.find((panel) => panel.id === id)?.name ?? ''

export function eventsOfSlots(convention: Convention, zone: TimeZone, words: Words): readonly CalendarEvent[] {
  return inTime(convention.slots).flatMap((slot): readonly CalendarEvent[] => {
    const from = momentOf(slot.start.slice(0, 10), slot.start.slice(11), zone)
    if (from === null) return []
    return [
      {
        uid: `${convention.id}-${slot.entry}-${slot.stage}-${slot.panel}@labinov`,
        from,
        to: from + slot.minutes * 60_000,
        title: `${nameOf(convention, slot.entry)}, ${panelOf(convention, slot.panel)}`,
        place: convention.place,
        text: `${words.stageOf(slot.stage)}, ${convention.name}`,
      },
    ]
  })
}

/** Panel by panel and day by day, a line for each presentation, with WhatsApp's bold. */
export function chatOfSlots(convention: Convention, language: Language, words: Pick<Words, 'stageOf'>): string {
  const lines = [`*${convention.name}*`, convention.place].filter((line) => line !== '')
  for (const panel of convention.panels) {
    const slots = inTime(convention.slots.filter((slot) => slot.panel === panel.id))
    let head = ''
    for (const slot of slots) {
      const day = slot.start.slice(0, 10)
      const now = `*${panel.name}, ${words.stageOf(slot.stage)}, ${formatLongDay(day, language)}*`
      if (now !== head) lines.push('', now)
      head = now
      lines.push(`${clock(slot.start)}–${clock(endOf(slot))} ${nameOf(convention, slot.entry)}`)
    }
  }
  return lines.join('\n')
}

export const clock = (local: string): string => local.slice(11).replace(':', '.')

/** Local time of the lab at which it is over. */
export const endOf = (slot: Pick<Slot, 'start' | 'minutes'>): string => shifted(slot.start, slot.minutes)

/** `2026-09-14T09:20` and so many minutes, on the clock of the lab; unchanged when it is no moment. */
export function shifted(local: string, minutes: number): string {
  const at = Date.parse(`${local}:00Z`)
  return Number.isNaN(at) ? local : new Date(at + minutes * 60_000).toISOString().slice(0, 16)
}
