/** Every row of the import with what happens to it; doubtful ones can be decided one by one or all at once. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCopy, IconX } from '@tabler/icons-react'
import { memo, useMemo, useState } from 'react'
import { choiceOf, type RowChoices } from '#shared/rules/people-decide.ts'
import { type ImportRow, type Judged, type RowChoice, type Verdict, verdicts } from '#shared/rules/people-judge.ts'
import { type Say, useText } from '../../../app/text.ts'
import { Segmented, StatusChip } from '../../../parts/index.ts'
import css from './import.module.css'
import { mergeWords, whyOf } from './words.ts'

type Choose = (keys: readonly string[], choice: RowChoice) => void
type Shown = Verdict | 'all'

/** More on a page would only be scrolled over. */
const perPage = 50

export function ImportRows(props: {
  readonly judged: Judged
  readonly choices: RowChoices
  readonly onChoose: Choose
  /** Units that are made from the unit column of people. */
  readonly missing: number
  readonly sheets: number
}) {
  const t = useText()
  const { judged, choices, onChoose, missing, sheets } = props
  const rows = useMemo((): readonly ImportRow[] => [...judged.units, ...judged.people], [judged])
  const counts = useMemo(() => Map.groupBy(rows, ({ verdict }) => verdict), [rows])
  const [shown, setShown] = useState<Shown>('all')
  const [page, setPage] = useState(0)
  const listed = shown === 'all' ? rows : (counts.get(shown) ?? [])
  const start = Math.min(page, Math.max(0, Math.ceil(listed.length / perPage) - 1)) * perPage
  const visible = listed.slice(start, start + perPage)
  const segments = [
    { value: 'all' as const, label: `${t('people.all')} ${rows.length}` },
    ...verdicts.map((verdict) => ({ value: verdict, label: `${t(`people.v_${verdict}`)} ${counts.get(verdict)?.length ?? 0}` })),
  ]
  const remarks = [
    missing > 0 ? t('people.madeUnits', { n: missing }) : '',
    judged.idle > 0 ? t('people.idle', { n: judged.idle }) : '',
    judged.tooMany > 0 ? t('people.tooMany', { n: judged.tooMany }) : '',
  ].filter((one) => one !== '')
  return (
    <section className={css.rows} aria-label={t('people.rowsShown')}>
      <div className={css.rowsHead}>
        <Segmented
          label={t('people.rowsShown')}
          value={shown}
          segments={segments}
          onChange={(next) => {
            setShown(next)
            setPage(0)
          }}
        />
        {remarks.length > 0 && <p className={css.quiet}>{remarks.join('. ')}</p>}
      </div>
      {shown !== 'refused' && (
        <Many t={t} rows={counts.get('twin') ?? []} label={t('people.allTwins')} of={['merge', 'both', 'out']} onChoose={onChoose} />
      )}
      {shown !== 'twin' && (
        <Many
          t={t}
          rows={(counts.get('refused') ?? []).filter((row) => row.choices.includes('without'))}
          label={t('people.allFaulty')}
          of={['without', 'out']}
          onChoose={onChoose}
        />
      )}
      <ul className={css.list}>
        {visible.map((row) => (
          <Line key={row.key} row={row} choice={choiceOf(row, choices)} onChoose={onChoose} sheets={sheets} />
        ))}
      </ul>
      {listed.length > perPage && (
        <div className={css.pager}>
          <Button variant="default" size="xs" disabled={start === 0} onClick={() => setPage(start / perPage - 1)}>
            {t('people.before')}
          </Button>
          <span role="status">
            {t('people.pageOf', { from: start + 1, to: start + visible.length, n: listed.length.toLocaleString('id') })}
          </span>
          <Button variant="default" size="xs" disabled={start + perPage >= listed.length} onClick={() => setPage(start / perPage + 1)}>
            {t('people.after')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** The same choice for all rows of a kind. */
function Many(props: {
  readonly t: Say
  readonly rows: readonly ImportRow[]
  readonly label: string
  readonly of: readonly RowChoice[]
  readonly onChoose: Choose
}) {
  const { t, rows, label, of, onChoose } = props
  if (rows.length < 2) return null
  const keys = rows.map(({ key }) => key)
  return (
    <fieldset className={css.many}>
      <legend>{label}</legend>
      {of.map((choice) => (
        <button key={choice} type="button" onClick={() => onChoose(keys, choice)}>
          {t(`people.do_${choice}`)}
        </button>
      ))}
    </fieldset>
  )
}

const tones = { take: 'ok', twin: 'warn', refused: 'bad' } as const
const icons = { take: IconCircleCheck, twin: IconCopy, refused: IconX } as const

type LineProps = { readonly row: ImportRow; readonly choice: RowChoice; readonly onChoose: Choose; readonly sheets: number }

const Line = memo(function Line({ row, choice, onChoose, sheets }: LineProps) {
  const t = useText()
  const why = whyOf(t, row)
  const merge = choice === 'merge' || (choice === 'without' && row.twin !== null) ? mergeWords(t, row) : ''
  return (
    <li data-out={choice === 'out' || undefined}>
      <span className={css.rowNumber}>
        {sheets > 1 && <small>{row.sheet}</small>}
        {t('people.row')} {row.row}
      </span>
      <span className={css.rowWho}>
        <strong>{row.values.name || t('people.unnamed')}</strong>
        <small>{detailsOf(t, row)}</small>
      </span>
      <span className={css.rowWhy}>
        <StatusChip tone={tones[row.verdict]} icon={icons[row.verdict]}>
          {t(`people.v_${row.verdict}`)}
        </StatusChip>
        {why !== '' && <span>{why}</span>}
        {merge !== '' && <span>{merge}</span>}
        {row.cleaned && (
          <span>
            <IconAlertTriangle size={14} stroke={1.75} aria-hidden /> {t('people.cleaned')}
          </span>
        )}
      </span>
      {row.choices.length > 1 ? (
        <select
          aria-label={t('people.doWith', { n: row.row })}
          value={choice}
          onChange={(event) => onChoose([row.key], event.currentTarget.value as RowChoice /* one of the options */)}
        >
          {row.choices.map((one) => (
            <option key={one} value={one}>
              {t(`people.do_${one}`)}
            </option>
          ))}
        </select>
      ) : (
        <span className={css.quiet}>{t('people.do_out')}</span>
      )}
    </li>
  )
})

/** NIP is left out: the preview may be on a wall. */
function detailsOf(t: Say, row: ImportRow): string {
  const parts =
    row.kind === 'unit'
      ? [t(`people.unit_${row.values.kind}`), row.values.short, row.values.head]
      : [row.values.position, row.values.unit, t(`people.role_${row.values.role}`), row.values.phone, row.values.email]
  return parts.filter((part) => part !== '').join(' · ')
}
