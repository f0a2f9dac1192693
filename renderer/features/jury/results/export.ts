/** The ranking as sheets of a workbook, and the winners as a text for WhatsApp. */
import type { TableWanted } from '#shared/api/keeping.ts'
import type { Convention } from '#shared/model/jury.ts'
import type { BothTexts, Language } from '#shared/model/text.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { tieRuleText } from '#shared/rules/jury-explain.ts'
import type { ConventionResult } from '#shared/rules/jury-result.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import type { Say } from '../../../app/text.ts'
import { type RankLine, rankLines } from './rank-lines.ts'

type About = {
  readonly convention: Convention
  readonly provisional: boolean
  readonly language: Language
  readonly t: Say
  readonly both: (texts: BothTexts) => string
}
type Sheet = TableWanted['sheets'][number]

/** A workbook takes twelve sheets. */
const mostCategories = 11
/** Excel takes 31 signs in the name of a sheet and refuses some of them. */
const sheetName = (title: string, at: number): string => `${at + 1} ${title.replaceAll(/[[\]:*?/\\']/gu, ' ').trim()}`.slice(0, 31).trim()

/** Over all first, then each category. */
export function rankingSheets(result: ConventionResult, about: About): Sheet[] {
  const { convention, provisional, t } = about
  const whole = t(provisional ? 'juryResults.rankingProvisional' : 'juryResults.ranking')
  const parts = [{ key: '', label: whole }, ...convention.categories.slice(0, mostCategories)]
  return parts.map(({ key, label }, at) =>
    rankingSheet(sheetName(label, at), rankLines({ convention, result, category: key, before: null }), about),
  )
}

function rankingSheet(name: string, lines: readonly RankLine[], { convention, provisional, language, t, both }: About): Sheet {
  const stages = convention.stages.length > 1 ? convention.stages : []
  const labels = new Map(convention.categories.map(({ key, label }) => [key, label]))
  const remarks = ({ entry, found, rank }: RankLine): string =>
    [
      provisional ? t('juryResults.provisional') : '',
      entry.withdrawn === '' ? '' : t('juryResults.withdrawn', { reason: entry.withdrawn }),
      rank !== null && !found.complete ? t('juryResults.notAll') : '',
      found.shared ? t('juryResults.shared') : '',
      found.decidedBy === null ? '' : t('juryResults.decidedBy', { rule: tieRuleText(found.decidedBy, convention.stages, language) }),
    ]
      .filter((part) => part !== '')
      .join('; ')
  return {
    name,
    columns: [
      { label: t('juryResults.rank'), format: 'number' },
      { label: t('juryResults.code'), format: 'text' },
      { label: t('juryResults.entry'), format: 'text' },
      { label: t('juryResults.unit'), format: 'text' },
      { label: t('juryResults.category'), format: 'text' },
      ...stages.map(({ title }) => ({ label: both(title), format: 'number' }) as const),
      { label: t('juryResults.final'), format: 'number' },
      { label: t('juryResults.remarks'), format: 'text' },
    ],
    rows: lines.map((line) => [
      line.rank,
      line.entry.code,
      line.entry.name,
      line.entry.unitName,
      labels.get(line.entry.category) ?? line.entry.category,
      ...stages.map(({ key }) => line.found.stages.find(({ stage }) => stage === key)?.value ?? null),
      line.found.value,
      remarks(line),
    ]),
  }
}

/** @param lines those that are shown; only the winners among them are told */
export function winnersText(lines: readonly RankLine[], about: About & { readonly category: string }): string {
  const { convention, provisional, language, t, category } = about
  const label = convention.categories.find(({ key }) => key === category)?.label ?? ''
  const when = [convention.date === '' ? '' : formatDay(convention.date, language), convention.place]
    .filter((part) => part !== '')
    .join(', ')
  const winners = lines.filter(({ wins }) => wins)
  return [
    `*${convention.name}*`,
    when,
    // Before judging is closed nobody has won yet.
    [t(provisional || convention.state !== 'selesai' ? 'juryResults.chatProvisional' : 'juryResults.chatWinners'), label]
      .filter((part) => part !== '')
      .join(': '),
    '',
    ...winners.map(({ rank, entry, found }) => {
      const unit = entry.unitName === '' ? '' : ` (${entry.unitName})`
      return `${rank}. ${entry.name}${unit}: ${formatNumber(found.value ?? 0, language)}`
    }),
    ...(winners.length === 0 ? [t('juryResults.chatNone')] : []),
  ]
    .filter((line, at) => line !== '' || at === 3)
    .join('\n')
}
