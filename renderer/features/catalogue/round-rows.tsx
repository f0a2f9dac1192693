/** Answers of the units beside what stands here. Nothing is overwritten silently: what was changed here meanwhile is decided row by row. */
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { RoundRow } from '#shared/api/catalogue.ts'
import { formatShortDay } from '#shared/rules/dates.ts'
import { type Say, useLanguage, useText } from '../../app/text.ts'
import { useLab, useSettings } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { ErrorBanner, Segmented, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import css from './dialogs.module.css'

const states = ['change', 'conflict', 'refused', 'same'] as const
const tones = { change: 'act', same: 'plain', conflict: 'warn', refused: 'bad' } as const

type Props = { readonly rows: readonly RoundRow[]; readonly onDone: () => void; readonly onTold: (told: Trouble | null) => void }

export function RoundRows({ rows, onDone, onTold }: Props) {
  const t = useText()
  const client = useLab()
  const { me } = useSettings()
  const by = useMemo(() => Map.groupBy(rows, ({ state }) => state), [rows])
  const [shown, setShown] = useState<RoundRow['state']>(() => states.find((state) => (by.get(state)?.length ?? 0) > 0) ?? 'change')
  /** Row numbers whose answer is taken against what was changed here, and changes that are not wanted. */
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set())
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const wanted = rows.filter((row) => (row.state === 'change' && !left.has(row.row)) || (row.state === 'conflict' && taken.has(row.row)))
  const apply = async (): Promise<void> => {
    setBusy(true)
    setTrouble(null)
    try {
      const answers = wanted.flatMap(({ lab, innovation, answer }) => (answer === null ? [] : [{ lab, innovation, ...answer }]))
      const { written, before, failed } = await client.catalogue.applyRound({ answers, by: me.name })
      onDone()
      if (failed.length > 0)
        onTold({
          what: t('catalogue.roundFailed', { n: failed.length, names: namesOf(failed, rows) }),
          safe: t('catalogue.roundFailedSafe', { n: written }),
          todo: t('catalogue.roundFailedDo'),
          detail: '',
        })
      const undo = async (): Promise<void> => {
        onTold(null)
        const { left } = await client.catalogue.undoRound({ before })
        if (left.length > 0)
          onTold({
            what: t('catalogue.roundLeft', { n: left.length, names: namesOf(left, rows) }),
            safe: t('catalogue.roundLeftSafe'),
            todo: t('catalogue.roundLeftDo'),
            detail: '',
          })
      }
      notify.undoable(t('catalogue.roundWritten', { n: written }), () => void undo().catch((error: unknown) => onTold(troubleOf(error))))
    } catch (error) {
      setTrouble(troubleOf(error))
      setBusy(false)
    }
  }
  return (
    <>
      {trouble && <ErrorBanner {...trouble} />}
      <div className={css.line}>
        <Segmented
          label={t('catalogue.rows')}
          value={shown}
          segments={states.map((state) => ({ value: state, label: `${t(`catalogue.round_${state}`)} ${by.get(state)?.length ?? 0}` }))}
          onChange={setShown}
        />
      </div>
      {shown === 'conflict' && (by.get('conflict')?.length ?? 0) > 0 && <p className={css.quiet}>{t('catalogue.conflictLead')}</p>}
      <ul className={css.list}>
        {(by.get(shown) ?? []).map((row) => (
          <li key={row.row}>
            <span className={css.number}>{t('catalogue.rowN', { n: row.row })}</span>
            <span>
              <strong>{row.name || t('catalogue.unnamed')}</strong>
              {row.state === 'refused' && row.why !== '' && <small>{t(`catalogue.roundWhy_${row.why}`)}</small>}
            </span>
            <span>
              {row.now !== null && (
                <small>
                  {t('catalogue.here')}: <Said said={row.now} />
                </small>
              )}
              {row.answer !== null && row.state !== 'same' && (
                <span>
                  {t('catalogue.answer')}: <Said said={row.answer} />
                </span>
              )}
            </span>
            {row.state === 'change' || row.state === 'conflict' ? (
              <label className={css.tick}>
                <input
                  type="checkbox"
                  checked={row.state === 'change' ? !left.has(row.row) : taken.has(row.row)}
                  onChange={(event) => {
                    const on = event.currentTarget.checked
                    if (row.state === 'change') setLeft(withRow(left, row.row, !on))
                    else setTaken(withRow(taken, row.row, on))
                  }}
                />
                {t('catalogue.takeAnswer')}
              </label>
            ) : (
              <StatusChip tone={tones[row.state]}>{t(`catalogue.round_${row.state}`)}</StatusChip>
            )}
          </li>
        ))}
      </ul>
      <div className={css.foot}>
        <Button loading={busy} disabled={wanted.length === 0} onClick={() => void apply()}>
          {wanted.length === 0 ? t('catalogue.roundNothing') : t('catalogue.roundApply', { n: wanted.length })}
        </Button>
      </div>
    </>
  )
}

/** Named in a banner; the rest is counted. */
const mostNamed = 8

function namesOf(some: readonly { readonly lab: string; readonly innovation: string }[], rows: readonly RoundRow[]): string {
  const names = some.map(({ lab, innovation }) => rows.find((row) => row.lab === lab && row.innovation === innovation)?.name || innovation)
  return `${names.slice(0, mostNamed).join(', ')}${names.length > mostNamed ? ` (+${names.length - mostNamed})` : ''}`
}

function withRow(rows: ReadonlySet<number>, row: number, on: boolean): ReadonlySet<number> {
  const next = new Set(rows)
  if (on) next.add(row)
  else next.delete(row)
  return next
}

function Said({ said }: { readonly said: NonNullable<RoundRow['now']> }) {
  const t = useText()
  const language = useLanguage()
  return <>{saidText(t, said, (day) => formatShortDay(day, language))}</>
}

const saidText = (t: Say, { key, since, reason, contact }: NonNullable<RoundRow['now']>, day: (iso: string) => string): string =>
  [t(`catalogue.st_${key}`), since === '' ? '' : t('catalogue.sinceDay', { day: day(since) }), reason, contact]
    .filter((part) => part !== '')
    .join(' · ')
