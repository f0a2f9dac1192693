/** A list of rewards as sheets of a workbook, one for each reward. */
import type { TableWanted } from '#shared/api/keeping.ts'
import type { Reward } from '#shared/model/session.ts'
import type { RewardList } from '#shared/rules/rewards.ts'
import { valueWords, type Wording } from './words.ts'

type Sheet = TableWanted['sheets'][number]

/** Excel takes 31 signs in the name of a sheet and refuses some of them. */
const sheetName = (title: string, at: number): string => `${at + 1} ${title.replaceAll(/[[\]:*?/\\']/gu, ' ').trim()}`.slice(0, 31).trim()

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
