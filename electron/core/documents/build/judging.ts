/** Questions that all papers of a convention ask of it. */
import type { Entry, Judge } from '#shared/model/jury.ts'
import type { TieRule } from '#shared/model/rubric.ts'
import type { Language } from '#shared/model/text.ts'
import { tieRuleText } from '#shared/rules/jury-explain.ts'
import type { EntryResult, StageResult } from '#shared/rules/jury-result.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { juryPaperWords as own } from '#shared/text/jury-paper-words.ts'
import type { Build, Judging } from './source.ts'

export const entryOf = ({ convention }: Judging, id: string): Entry | undefined => convention.entries.find((one) => one.id === id)
export const judgeOf = ({ convention }: Judging, id: string): Judge | undefined => convention.judges.find((one) => one.id === id)

/** Best first; nobody before judging is over. */
export function winnersOf(judging: Judging): readonly Entry[] {
  const { convention, result } = judging
  return convention.state === 'selesai' ? result.winners.flatMap((id) => entryOf(judging, id) ?? []) : []
}

export const resultOf = ({ result }: Judging, entry: string): EntryResult | undefined => result.entries.find((one) => one.entry === entry)
export const stageResultOf = (of: EntryResult | undefined, stage: string): StageResult | undefined =>
  of?.stages.find((one) => one.stage === stage)

/** Two decimals, as scores are read out. */
export const scoreText = (value: number | null, language: Language): string =>
  value === null ? '' : formatNumber(value, language, { decimals: 2, fixed: true })

/** Marks as they were given. */
export const markText = (value: number | null, language: Language): string =>
  value === null ? '' : formatNumber(value, language, { decimals: 4 })

export const percentOf = (share: number, language: Language): string => `${formatNumber(share * 100, language, { decimals: 1 })}\u00a0%`

/** What a rule looks at, as the middle of a sentence. */
export const ruleText = (rule: TieRule, { convention }: Judging, { language }: Pick<Build, 'language'>): string =>
  tieRuleText(rule, convention.stages, language)

export const categoryText = ({ convention }: Judging, key: string): string =>
  convention.categories.find((one) => one.key === key)?.label ?? ''

/** `A, B dan C`. */
export function listed(names: readonly string[], { tell }: Pick<Build, 'tell'>): string {
  const last = names.at(-1)
  if (last === undefined) return ''
  return names.length === 1 ? last : tell(own.and, { list: names.slice(0, -1).join(', '), last })
}
