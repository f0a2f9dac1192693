/** The index as sheets of a workbook. */
import type { TableWanted } from '#shared/api/keeping.ts'
import type { IndicatorSet } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import type { Language } from '#shared/model/text.ts'
import { type IndexCount, indicatorGaps } from '#shared/rules/maturity-index.ts'
import type { Say } from '../../app/text.ts'
import { type IndexRow, sortRows } from './rows.ts'

type Sheet = TableWanted['sheets'][number]
type Wanted = {
  readonly set: IndicatorSet
  readonly rows: readonly IndexRow[]
  readonly innovations: readonly InnovationSummary[]
  /** Null where the set knows no index of the region. */
  readonly count: IndexCount | null
  readonly t: Say
  readonly language: Language
}

/** The table first: it is what a CSV holds. */
export const indexSheets = (wanted: Wanted): Sheet[] => [tableSheet(wanted), gapSheet(wanted), ...trialSheet(wanted)]

/** Two decimals, as they are shown. */
const rounded = (value: number): number => Math.round(value * 100) / 100

function tableSheet({ set, rows, t, language }: Wanted): Sheet {
  return {
    name: t('index.sheetTable'),
    columns: [
      { label: t('index.no'), format: 'number' },
      { label: t('index.innovation'), format: 'text' },
      { label: t('index.unit'), format: 'text' },
      { label: t('index.points'), format: 'number' },
      { label: t('index.percent'), format: 'number' },
      { label: t('index.band'), format: 'text' },
      ...set.indicators.map(({ no, title, mandatory }) => ({
        label: `${no}${mandatory ? '*' : ''} ${title[language]}`,
        format: 'number' as const,
      })),
    ],
    rows: sortRows(rows, { by: 'points', up: false }).map((row, at) => [
      at + 1,
      row.name,
      row.unit,
      row.points,
      rounded(row.percent),
      row.band?.label[language] ?? '',
      ...row.levels.map(({ proven }) => proven),
    ]),
  }
}

function gapSheet({ set, innovations, t, language }: Wanted): Sheet {
  const levels = [0, 1, 2, 3]
  return {
    name: t('index.sheetGaps'),
    columns: [
      { label: t('index.no'), format: 'number' },
      { label: t('index.indicator'), format: 'text' },
      { label: t('index.weight'), format: 'number' },
      ...levels.map((n) => ({ label: t('maturity.level', { n }), format: 'number' as const })),
      { label: t('index.points'), format: 'number' },
      { label: t('index.open'), format: 'number' },
    ],
    rows: indicatorGaps(set, innovations).map((gap) => {
      const def = set.indicators.find(({ key }) => key === gap.key)
      return [
        def?.no ?? null,
        def?.title[language] ?? gap.key,
        def?.weight ?? null,
        ...gap.levels,
        gap.points,
        rounded(gap.most - gap.points),
      ]
    }),
  }
}

function trialSheet({ set, count, t, language }: Wanted): Sheet[] {
  if (count === null || set.index === undefined) return []
  const rows: Sheet['rows'] = [
    [t('index.rowInnovations'), count.innovations],
    [t('index.rowSum'), rounded(count.sum)],
    [t('index.rowDivisor', { d: set.index.divisor }), count.divisor],
    [t('index.rowMean'), rounded(count.mean)],
    [t('index.rowCount'), rounded(count.count)],
    [t('index.rowRegion'), count.region],
    [t('index.rowTotal', { most: count.most }), rounded(count.total)],
    [t('index.rowPercent'), rounded(count.percent)],
    [t('index.rowBand'), count.band?.label[language] ?? t('index.noBand')],
    [t('index.source', { source: set.index.source }), null],
  ]
  return [
    {
      name: t('index.sheetTrial'),
      columns: [
        { label: t('index.item'), format: 'text' },
        { label: t('index.value'), format: 'number' },
      ],
      rows,
      strong: [7, 8],
    },
  ]
}
