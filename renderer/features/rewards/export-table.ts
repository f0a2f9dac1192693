/** A list of rewards as sheets of a workbook, one for each reward. */
import type { TableWanted } from '#shared/api/keeping.ts'
import type { Reward } from '#shared/model/session.ts'
import { type Award, holders } from '#shared/rules/reward-history.ts'
import type { RewardList } from '#shared/rules/rewards.ts'
import type { Say } from '../../app/text.ts'
import { awardWords, valueWords, type Wording } from './words.ts'

type Sheet = TableWanted['sheets'][number]

/** Excel takes 31 signs in the name of a sheet and refuses some of them. */
const sheetName = (title: string, at: number): string => `${at + 1} ${title.replaceAll(/[[\]:*?/\\']/gu, ' ').trim()}`.slice(0, 31).trim()

/** Everything each unit, and each innovator, got over all labs: one row for each. */
export function historySheets(awards: readonly Award[], t: Say): readonly Sheet[] {
  const columns = (who: string): Sheet['columns'] => [
    { label: who, format: 'text' },
    { label: t('rewards.colYear'), format: 'number' },
    { label: t('rewards.colLab'), format: 'text' },
    { label: t('rewards.colAward'), format: 'text' },
    { label: t('rewards.colFor'), format: 'text' },
    { label: t('rewards.colAmount'), format: 'rupiah' },
  ]
  const rows = (by: 'unit' | 'person'): Sheet['rows'] =>
    holders(awards, by).flatMap(({ name, awards: own }) =>
      own.map((one) => [name, one.year, one.lab, awardWords(one, t), one.name, one.amount]),
    )
  return [
    { name: t('rewards.historyUnitSheet'), columns: columns(t('rewards.colUnit')), rows: rows('unit') },
    { name: t('rewards.historyPersonSheet'), columns: columns(t('rewards.colPerson')), rows: rows('person') },
  ]
}

/** @param teams names of the team by innovation, for rewards of innovations */
export function rewardSheet(
  reward: Reward,
  list: RewardList,
  at: number,
  { teams, wording }: { readonly teams: ReadonlyMap<string, readonly string[]>; readonly wording: Wording },
): Sheet {
  const { t } = wording
  const withTeam = reward.to === 'innovation'
  const columns: Sheet['columns'] = [
    { label: t('rewards.rank'), format: 'number' },
    { label: t('rewards.colName'), format: 'text' },
    ...(reward.to === 'unit' ? [] : [{ label: t('rewards.colUnit'), format: 'text' } as const]),
    ...(withTeam ? [{ label: t('rewards.team'), format: 'text' } as const] : []),
    ...reward.criteria.map(({ indicator }) => ({ label: t(`rewards.${indicator}`), format: 'text' }) as const),
    { label: t('rewards.colHow'), format: 'text' },
    ...(reward.amount === null ? [] : [{ label: t('rewards.colAmount'), format: 'rupiah' } as const]),
  ]
  const rows: Sheet['rows'] = list.given.map((one) => [
    one.rank,
    one.name,
    ...(reward.to === 'unit' ? [] : [one.unit]),
    ...(withTeam ? [(teams.get(one.id) ?? []).join('; ')] : []),
    ...one.reasons.map(({ indicator, value }) => valueWords(indicator, value, wording)),
    t(one.byHand ? 'rewards.byHand' : 'rewards.byCriteria'),
    ...(reward.amount === null ? [] : [reward.amount]),
  ])
  const name = sheetName(reward.title.trim() || t('rewards.untitled'), at)
  if (list.sum === null) return { name, columns, rows }
  const total = columns.map((_column, n) => (n === 1 ? t('rewards.colTotal') : n === columns.length - 1 ? list.sum : null))
  return { name, columns, rows: [...rows, total], strong: [rows.length] }
}
