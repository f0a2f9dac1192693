/** What is owed, in a sentence; the same on the page, in the reminder and in the table that is kept. */
import type { TimeZone, Unit } from '#shared/model/lab.ts'
import type { Language } from '#shared/model/text.ts'
import { daysBetween, formatDay } from '#shared/rules/dates.ts'
import type { Owed } from '#shared/rules/owed.ts'
import type { Say } from '../../app/text.ts'
import type { LabStage } from '../../lab/open-lab.tsx'

export type Words = {
  readonly t: Say
  readonly language: Language
  readonly stages: readonly LabStage[]
  readonly zone: TimeZone
  readonly today: string
}

export function whatIsOwed({ kind, innovation, note, milestone, count }: Owed, { t, stages }: Words): string {
  const name = innovation === null ? '' : innovation.name === '' ? t('gates.unnamed') : innovation.name
  switch (kind) {
    case 'no_innovation':
      return t('followups.noInnovation')
    case 'launching':
      return t('followups.notLaunched', { name })
    case 'monitoring':
      return t('followups.notMonitored', { name })
    case 'remarks':
      return t('followups.remarks', { name, n: count })
    case 'followup':
      return note === null || note.text.trim() === '' ? t('followups.noText') : note.text
    case 'deadline':
      if (milestone === 'launching') return t('followups.notLaunched', { name })
      if (milestone === 'monitoring') return t('followups.notMonitored', { name })
      if (milestone === 'documentation') return t('followups.notDocumented', { name })
      return t('followups.notThrough', { name, stage: stages.find(({ key }) => key === milestone)?.label ?? milestone ?? '' })
    default:
      return kind satisfies never
  }
}

/** `sejak 1 Juni 2026 (9 hari)`; empty while nobody knows since when, and where the deadline says it. */
export function sinceWords({ since, due }: Owed, { t, language, today }: Words): string {
  if (since === '' || since === due) return ''
  const days = daysBetween(since, today) ?? 0
  return days > 0
    ? t('followups.sinceDays', { day: formatDay(since, language), n: days })
    : t('followups.since', { day: formatDay(since, language) })
}

export const dueWords = ({ due }: Owed, { t, language }: Words): string =>
  due === '' ? '' : t('followups.until', { day: formatDay(due, language) })
export const lateWords = ({ daysLate }: Owed, { t }: Words): string => (daysLate > 0 ? t('followups.late', { n: daysLate }) : '')

/** Who is asked: the person named, else the head of the unit, else nobody. */
export const whoOwes = ({ note }: Owed, unit: Unit | null): string => note?.who.trim() || unit?.head.trim() || ''

/** Signs that WhatsApp reads as bold, italic and the like are left out of names, and so are line breaks. */
export const plain = (text: string): string => text.replaceAll(/[*_~`\s]+/gu, ' ').trim()
