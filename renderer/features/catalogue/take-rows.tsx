/** Every row of a list before it is taken in: what will be taken, what is there already, what cannot be taken and why. */
import { Button } from '@mantine/core'
import { IconCircleCheck, IconCopy, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { JudgedRow } from '#shared/rules/catalogue-import.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { type Say, useLanguage, useText } from '../../app/text.ts'
import { Segmented, StatusChip } from '../../parts/index.ts'
import css from './dialogs.module.css'

const states = ['taken', 'double', 'refused'] as const
const tones = { taken: 'ok', double: 'warn', refused: 'bad' } as const
const icons = { taken: IconCircleCheck, double: IconCopy, refused: IconX } as const
const perPage = 50

export function TakeRows(props: {
  readonly judged: readonly JudgedRow[]
  /** What is there already is not known yet. */
  readonly checking: boolean
  /** Row numbers of doubles that are taken all the same. */
  readonly doubles: ReadonlySet<number>
  readonly onDoubles: (rows: ReadonlySet<number>) => void
}) {
  const { judged, checking, doubles, onDoubles } = props
  const t = useText()
  const language = useLanguage()
  const [shown, setShown] = useState<JudgedRow['state'] | 'all'>('all')
  const [page, setPage] = useState(0)
  const by = useMemo(() => Map.groupBy(judged, ({ state }) => state), [judged])
  const rows = shown === 'all' ? judged : (by.get(shown) ?? [])
  const start = Math.min(page, Math.max(0, Math.ceil(rows.length / perPage) - 1)) * perPage
  const number = (n: number): string => formatNumber(n, language)
  const double = by.get('double') ?? []
  return (
    <section className={css.rows} aria-label={t('catalogue.rows')}>
      <div className={css.line}>
        <Segmented
          label={t('catalogue.rows')}
          value={shown}
          segments={[
            { value: 'all' as const, label: `${t('catalogue.rowsAll')} ${number(judged.length)}` },
            ...states.map((state) => ({ value: state, label: `${t(`catalogue.row_${state}`)} ${number(by.get(state)?.length ?? 0)}` })),
          ]}
          onChange={(next) => {
            setShown(next)
            setPage(0)
          }}
        />
        <span className={css.quiet} role="status">
          {checking && t('catalogue.checking')}
        </span>
        {double.length > 1 && (
          <>
            <Button size="compact-xs" variant="subtle" onClick={() => onDoubles(new Set(double.map(({ row }) => row)))}>
              {t('catalogue.allDoubles')}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => onDoubles(new Set())}>
              {t('catalogue.noDoubles')}
            </Button>
          </>
        )}
      </div>
      <ul className={css.list}>
        {rows.slice(start, start + perPage).map((row) => (
          <li key={row.row}>
            <span className={css.number}>{t('catalogue.rowN', { n: row.row })}</span>
            <span>
              <strong>{row.name || t('catalogue.unnamed')}</strong>
              <small>
                {row.state === 'refused' ? '' : [row.entry.unit, row.entry.region, row.entry.year ?? ''].filter(Boolean).join(' · ')}
              </small>
            </span>
            <span>
              <StatusChip tone={tones[row.state]} icon={icons[row.state]}>
                {t(`catalogue.row_${row.state}`)}
              </StatusChip>
              <small>{whyOf(t, row)}</small>
            </span>
            {row.state === 'double' && (
              <label className={css.tick}>
                <input
                  type="checkbox"
                  checked={doubles.has(row.row)}
                  onChange={(event) => {
                    const next = new Set(doubles)
                    if (event.currentTarget.checked) next.add(row.row)
                    else next.delete(row.row)
                    onDoubles(next)
                  }}
                />
                {t('catalogue.takeToo')}
              </label>
            )}
          </li>
        ))}
      </ul>
      {rows.length > perPage && (
        <div className={css.line}>
          <Button variant="default" size="xs" disabled={start === 0} onClick={() => setPage(start / perPage - 1)}>
            {t('catalogue.before')}
          </Button>
          <span>
            {t('catalogue.pageOf', { from: number(start + 1), to: number(Math.min(rows.length, start + perPage)), n: number(rows.length) })}
          </span>
          <Button variant="default" size="xs" disabled={start + perPage >= rows.length} onClick={() => setPage(start / perPage + 1)}>
            {t('catalogue.after')}
          </Button>
        </div>
      )}
    </section>
  )
}

function whyOf(t: Say, row: JudgedRow): string {
  const first =
    row.state === 'refused'
      ? t(`catalogue.why_${row.why}`)
      : row.state === 'double'
        ? row.of === null
          ? t('catalogue.doubleThere')
          : t('catalogue.doubleOf', { n: row.of })
        : ''
  const notes = row.notes.map(({ why, text, field }) =>
    why === 'private' || why === 'cut'
      ? t(`catalogue.note_${why}`, { what: t(`catalogue.i_${field}`) })
      : t('catalogue.note_unread', { what: t(`catalogue.i_${field}`), text }),
  )
  return [first, ...notes].filter((one) => one !== '').join(' ')
}
