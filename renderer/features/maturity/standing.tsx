/** The sum of an innovation, labelled as the office's own count, and what must not be missing. */
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import type { IndicatorSet } from '#shared/model/pack.ts'
import type { MaturityCount } from '#shared/rules/maturity.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import { maturityWords } from '#shared/text/maturity-words.ts'
import { say } from '#shared/text/messages.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { StatusChip } from '../../parts/index.ts'
import css from './maturity.module.css'
import { showIndicator } from './show-indicator.ts'

export function Standing({ count }: { readonly set: IndicatorSet; readonly count: MaturityCount }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const number = (value: number): string => formatNumber(value, language, { decimals: 2 })
  const width: CSSProperties = {
    '--share': `${count.percent}%`,
    '--claimed': `${(count.claimedPoints / (count.most || 1)) * 100}%`,
  } as CSSProperties // own properties are not in the type
  return (
    <div className={css.standing}>
      <div className={css.sum}>
        <span className={css.label}>{t('maturity.sum')}</span>
        <b>{t('maturity.sumOf', { points: number(count.points), most: number(count.most) })}</b>
        <span>{t('maturity.percent', { n: formatPercent(count.percent, language) })}</span>
        <div className={css.bar} style={width} aria-hidden>
          <i />
          <i />
        </div>
        {count.claimedPoints > count.points && <small>{t('maturity.claimedSum', { points: number(count.claimedPoints) })}</small>}
        <small>
          {count.band === null
            ? say(maturityWords.ownCount, language)
            : `${say(maturityWords.ownBand, language, { band: both(count.band.label) })} · ${say(maturityWords.ownCount, language)}`}
        </small>
      </div>
      <div className={css.must}>
        <span className={css.label}>{t('maturity.missing')}</span>
        {count.missingMandatory.length === 0 ? (
          <p>
            <StatusChip tone="ok" icon={IconCircleCheck}>
              {t('maturity.missingNone')}
            </StatusChip>
          </p>
        ) : (
          <ul>
            {count.missingMandatory.map(({ def }) => (
              <li key={def.key}>
                <button type="button" onClick={() => showIndicator(def.key)}>
                  <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
                  {def.no} {both(def.title)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
