/** Words that the list and the plan of sessions share. */
import type { Role } from '#shared/model/lab.ts'
import type { SessionBlock } from '#shared/model/session.ts'
import type { Say } from '../../../app/text.ts'

/** `1 jam 15 menit`. */
export function lengthWords(minutes: number, t: Say): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return h === 0 ? t('plan.minutes', { n: m }) : m === 0 ? t('plan.hoursOnly', { h }) : t('plan.hours', { h, m })
}

/** Those who usually lead are offered first (domain.md 1.4). */
const leaders: readonly Role[] = ['coach', 'moderator', 'champion', 'pengampu_materi']

export function peopleToLead(people: readonly { readonly name: string; readonly role: Role }[]): readonly string[] {
  const rank = (role: Role): number => (leaders.includes(role) ? leaders.indexOf(role) : leaders.length)
  const sorted = people.filter(({ name }) => name.trim() !== '').map((one, at) => ({ ...one, at }))
  sorted.sort((a, b) => rank(a.role) - rank(b.role) || a.at - b.at)
  return [...new Set(sorted.map(({ name }) => name))]
}

/** How many blocks are no rest. */
export const activities = ({ blocks }: { readonly blocks: readonly Pick<SessionBlock, 'kind'>[] }): number =>
  blocks.filter(({ kind }) => kind !== 'break').length
