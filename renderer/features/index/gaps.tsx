/** Which indicators leave most points lying, over the whole lab. */
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { IndicatorSet } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { type IndicatorGap, indicatorGaps } from '#shared/rules/maturity-index.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { Panel } from '../../parts/index.ts'
import css from './index.module.css'

/** As many as tell where to begin. */
const few = 5

export function Gaps({ set, innovations }: { readonly set: IndicatorSet; readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const [all, setAll] = useState(false)
  const gaps = useMemo(() => indicatorGaps(set, innovations), [set, innovations])
  return (
    <Panel title={t('index.gaps')} note={t('index.gapsNote')}>
      <ol className={css.gaps}>
        {(all ? gaps : gaps.slice(0, few)).map((gap) => (
          <Gap key={gap.key} gap={gap} set={set} />
        ))}
      </ol>
      <p className={css.key} aria-hidden>
        {[0, 1, 2, 3].map((level) => (
          <span key={level} data-level={level}>
            {level === 0 ? t('index.level0') : t('maturity.level', { n: level })}
          </span>
        ))}
      </p>
      {gaps.length > few && (
        <Button variant="default" size="xs" onClick={() => setAll(!all)}>
          {all ? t('index.gapsLess') : t('index.gapsMore', { n: gaps.length })}
        </Button>
      )}
    </Panel>
  )
}

function Gap({ gap, set }: { readonly gap: IndicatorGap; readonly set: IndicatorSet }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const def = set.indicators.find(({ key }) => key === gap.key)
  if (def === undefined) return null
  const [a, b, c, d] = gap.levels
  const stacked = gap.levels.map((count, level) => ({ level, count })).filter(({ count }) => count > 0)
  return (
    <li>
      <span className={css.gapName}>
        <b>
          {def.no} {both(def.title)}
        </b>
        <span>{t('index.gapOpen', { n: formatNumber(gap.most - gap.points, language) })}</span>
      </span>
      <span className={css.stack} role="img" aria-label={t('index.gapLevels', { a, b, c, d })}>
        {stacked.map(({ level, count }) => (
          <i key={level} data-level={level} style={{ flexGrow: count }}>
            {count}
          </i>
        ))}
      </span>
    </li>
  )
}
