/** One entry at the counting table: a large button for one vote more. */
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { memo } from 'react'
import type { Entry } from '#shared/model/jury.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import css from './visitors.module.css'

type Props = { readonly entry: Entry; readonly n: number; readonly readOnly: boolean; readonly onCount: (by: number) => void }

export const CountCard = memo(
  function CountCard({ entry, n, readOnly, onCount }: Props) {
    const t = useText()
    const language = useLanguage()
    return (
      <li className={css.card}>
        <button
          type="button"
          className={css.plus}
          disabled={readOnly}
          aria-label={t('juryResults.oneMore', { name: entry.name })}
          onClick={() => onCount(1)}
        >
          <b>{formatNumber(n, language)}</b>
          {!readOnly && <IconPlus size={18} stroke={2} aria-hidden />}
        </button>
        <span>
          <small>{entry.code}</small>
          {entry.name}
        </span>
        {!readOnly && n > 0 && (
          <button
            type="button"
            className={css.minus}
            aria-label={t('juryResults.oneLess', { name: entry.name })}
            onClick={() => onCount(-1)}
          >
            <IconMinus size={16} stroke={1.75} aria-hidden />
          </button>
        )}
      </li>
    )
  },
  // The act of a card is made anew at each draw and always does the same.
  (a, b) => a.entry === b.entry && a.n === b.n && a.readOnly === b.readOnly,
)
