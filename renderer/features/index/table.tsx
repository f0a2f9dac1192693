/** Every innovation by every indicator. Rows are plain cells, so that two hundred of them are drawn at once. */
import { TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import type { IndicatorSet } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import { places } from '../../app/places.ts'
import { type Say, useBoth, useLanguage, useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel } from '../../parts/index.ts'
import css from './index.module.css'
import { findRows, type IndexRow, type Sort, type SortKey, sortRows } from './rows.ts'

export function IndexTable({ set, rows }: { readonly set: IndicatorSet; readonly rows: readonly IndexRow[] }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const { id: lab } = useOpenLab()
  const [sort, setSort] = useState<Sort>({ by: 'points', up: false })
  const [words, setWords] = useState('')
  const sought = useDeferredValue(words)
  const shown = useMemo(() => sortRows(findRows(rows, sought), sort), [rows, sought, sort])
  const turn = (by: SortKey) => setSort((before) => ({ by, up: before.by === by ? !before.up : by === 'name' || by === 'unit' }))
  const head = (by: SortKey, label: string, title = label) => (
    <button type="button" onClick={() => turn(by)} title={title} aria-label={t('index.sortBy', { what: title })}>
      {label}
      {sort.by === by && (sort.up ? <IconArrowUp size={14} aria-hidden /> : <IconArrowDown size={14} aria-hidden />)}
    </button>
  )
  const sorted = (by: SortKey) => (sort.by === by ? (sort.up ? 'ascending' : 'descending') : 'none')
  return (
    <Panel
      title={t('index.table')}
      note={t('index.tableNote', { n: shown.length })}
      side={
        <TextInput
          size="xs"
          aria-label={t('index.search')}
          placeholder={t('index.search')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      }
    >
      {shown.length === 0 ? (
        <p className={css.quiet}>{t('index.nobody')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard as well
        <section className={css.scroll} tabIndex={0} aria-label={t('index.table')}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col" aria-sort={sorted('name')}>
                  {head('name', t('index.innovation'))}
                </th>
                <th scope="col" aria-sort={sorted('unit')}>
                  {head('unit', t('index.unit'))}
                </th>
                <th scope="col" className={css.num} aria-sort={sorted('points')}>
                  {head('points', t('index.points'))}
                </th>
                <th scope="col" className={css.num}>
                  {t('index.percent')}
                </th>
                {set.indicators.map((def, at) => (
                  <th key={def.key} scope="col" className={css.small} aria-sort={sorted(at)}>
                    {head(
                      at,
                      `${def.no}${def.mandatory ? '*' : ''}`,
                      `${def.no} ${both(def.title)}${def.mandatory ? ` (${t('index.mandatory')})` : ''}`,
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Line key={row.id} row={row} href={places.maturity(lab, row.id, set.id)} language={language} t={t} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className={css.legend}>{t('index.legend')}</p>
    </Panel>
  )
}

const Line = memo(function Line(props: { readonly row: IndexRow; readonly href: string; readonly language: Language; readonly t: Say }) {
  const { row, href, language, t } = props
  return (
    <tr>
      <th scope="row">
        <a href={href}>{row.name}</a>
      </th>
      <td>{row.unit}</td>
      <td className={css.num}>
        <b>{formatNumber(row.points, language)}</b>
      </td>
      <td className={css.num}>{formatPercent(row.percent, language)}</td>
      {row.levels.map(({ key, claimed, proven }) => (
        <td
          key={key}
          className={css.cell}
          data-level={proven}
          title={claimed > proven ? t('index.cellClaimed', { claimed, proven }) : undefined}
        >
          {claimed > proven ? `${proven}+` : proven}
        </td>
      ))}
    </tr>
  )
})
