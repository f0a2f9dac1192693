/** Measures and their values as words, on the page and in the table. */
import type { RewardIndicator, RewardTarget } from '#shared/model/session.ts'
import type { Language } from '#shared/model/text.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import type { Award } from '#shared/rules/reward-history.ts'
import type { Candidate, RewardReason } from '#shared/rules/rewards.ts'
import type { Say } from '../../app/text.ts'
import type { LabStage } from '../../lab/open-lab.tsx'

export type Wording = {
  readonly t: Say
  readonly language: Language
  readonly stages: readonly LabStage[]
  /** One innovation is launched or it is not; of units and people they are counted. */
  readonly to: RewardTarget
}

const inPercent: readonly RewardIndicator[] = ['attendance', 'on_time']

const yesOrNo: readonly RewardIndicator[] = ['launched', 'monitored']

/** `4 (Deliver)`, `80 %`, `1.250`, `sudah`, `belum ada data`. */
export function valueWords(indicator: RewardIndicator, value: number | null, { t, language, stages, to }: Wording): string {
  if (value === null) return t('rewards.noData')
  if (to === 'innovation' && yesOrNo.includes(indicator)) return t(value > 0 ? 'rewards.yes' : 'rewards.no')
  if (inPercent.includes(indicator)) return formatPercent(value, language)
  const stage = indicator === 'stage' ? stages[value - 1] : undefined
  const n = formatNumber(value, language)
  return stage === undefined ? n : t('rewards.stageIs', { n, stage: stage.label })
}

/** The measure without its sign of per cent, which stands with the value. */
const nameOf = (indicator: RewardIndicator, t: Say): string => t(`rewards.${indicator}`).replace(/ \(%\)$/u, '')

export const reasonWords = ({ indicator, value }: RewardReason, wording: Wording): string =>
  wording.t('rewards.reason', { what: nameOf(indicator, wording.t), value: valueWords(indicator, value, wording) })

/** Why somebody is on the list: the values of all measures. */
export const whyWords = ({ reasons }: Candidate, wording: Wording): string =>
  reasons.map((reason) => reasonWords(reason, wording)).join(', ')

/** `Piagam: Unit paling aktif`, `Peringkat 2: Konvensi Inovasi`. */
export const awardWords = ({ kind, rank, title }: Pick<Award, 'kind' | 'rank' | 'title'>, t: Say): string =>
  t('rewards.awardOf', {
    what: kind === null ? t('rewards.place', { rank: rank ?? 0 }) : t(`rewards.kind_${kind}`),
    title: title.trim() || t('rewards.untitled'),
  })

/** The one measure that is missing. */
export function lackWords({ reasons }: Candidate, wording: Wording): string {
  const short = reasons.find(({ met }) => !met)
  if (short === undefined) return ''
  return wording.t('rewards.lacks', {
    what: nameOf(short.indicator, wording.t),
    value: valueWords(short.indicator, short.value, wording),
    atLeast: valueWords(short.indicator, short.atLeast, wording),
  })
}
