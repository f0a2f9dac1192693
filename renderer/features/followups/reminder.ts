/** Polite reminders for WhatsApp: what is owed, since when and until when. No NIP and no phone number goes in. */
import type { Unit } from '#shared/model/lab.ts'
import { formatLongDay } from '#shared/rules/dates.ts'
import type { Owed, OwedGroup } from '#shared/rules/owed.ts'
import { dueWords, lateWords, plain, sinceWords, type Words, whatIsOwed } from './words.ts'

function lines(owed: readonly Owed[], words: Words): string {
  return owed
    .map((one, at) => {
      const details = [sinceWords(one, words), dueWords(one, words), lateWords(one, words)].filter((part) => part !== '')
      const who = one.note === null || plain(one.note.who) === '' ? '' : ` [${plain(one.note.who)}]`
      return `${at + 1}. ${plain(whatIsOwed(one, words))}${who}${details.length === 0 ? '' : ` (${details.join(', ')})`}`
    })
    .join('\n')
}

/** @param lab as it is called: `Lab Inovasi Kota Solok, Jilid 2` */
export function reminderFor(name: string, unit: Unit | null, owed: readonly Owed[], lab: string, words: Words): string {
  const { t, language, today } = words
  const head = plain(unit?.head ?? '')
  return [
    `*${t('followups.chatTitle', { lab })}*`,
    t(head === '' ? 'followups.chatDear' : 'followups.chatDearHead', { name: plain(name), head }),
    t('followups.chatOpen', { day: formatLongDay(today, language), n: owed.length }),
    lines(owed, words),
    t('followups.chatClose'),
  ].join('\n\n')
}

/** One text for all groups. */
export function reminderForAll(groups: readonly (OwedGroup<string> & { readonly name: string })[], lab: string, words: Words): string {
  const { t, language, today } = words
  const sum = groups.reduce((n, { owed }) => n + owed.length, 0)
  return [
    `*${t('followups.chatTitle', { lab })}*`,
    t('followups.chatAll', { day: formatLongDay(today, language), n: sum, groups: groups.length }),
    ...groups.map(({ name, owed }) => `*${plain(name)}*\n${lines(owed, words)}`),
    t('followups.chatClose'),
  ].join('\n\n')
}
