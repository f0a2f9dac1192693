/** The lines of the desk. */
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck, IconCircleDashed, IconMessage, type TablerIcon } from '@tabler/icons-react'
import { memo, startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { DeskRow, DeskState } from '#shared/rules/waiting.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { StageDot, StatusChip, type Tone } from '../../parts/index.ts'
import { useWhen, type When } from './ago.ts'
import css from './coach.module.css'

export const stateLooks: Readonly<Record<DeskState, { readonly tone: Tone; readonly icon: TablerIcon }>> = {
  waiting: { tone: 'act', icon: IconMessage },
  returned: { tone: 'warn', icon: IconArrowBackUp },
  accepted: { tone: 'ok', icon: IconCircleCheck },
  draft: { tone: 'plain', icon: IconCircleDashed },
}

/** Drawn at once; more comes when the end of the list comes into view, or on request. */
const atOnce = 50

export function DeskList({ rows, begin }: { readonly rows: readonly DeskRow[]; readonly begin: () => void }) {
  const t = useText()
  const when = useWhen()
  const [most, setMost] = useState(atOnce)
  const newest = useRef(begin)
  useEffect(() => {
    newest.current = begin
  })
  const open = useCallback(() => newest.current(), [])
  const end = useRef<HTMLButtonElement>(null)
  const shown = rows.slice(0, most)
  const rest = rows.length - shown.length
  useEffect(() => {
    const node = end.current
    if (node === null) return
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) startTransition(() => setMost(most + atOnce))
    })
    watch.observe(node)
    return () => watch.disconnect()
  }, [most])
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('coach.innovation')}</th>
            <th scope="col">{t('coach.form')}</th>
            <th scope="col">{t('coach.lastStep')}</th>
            <th scope="col">{t('coach.state')}</th>
            <th scope="col">
              <span className={css.hidden}>{t('coach.review')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.key} row={row} ago={when.ago(row.at)} full={when.full} open={open} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button ref={end} variant="default" size="sm" mt={12} onClick={() => setMost(most + atOnce)}>
          {t('coach.more', { n: Math.min(rest, atOnce) })}
        </Button>
      )}
    </>
  )
}

type RowProps = { readonly row: DeskRow; readonly ago: string; readonly full: When['full']; readonly open: () => void }

const Row = memo(
  function Row({ row, ago, full, open }: RowProps) {
    const t = useText()
    const { id } = useOpenLab()
    const { innovation, state, submitted } = row
    const name = innovation.name.trim() === '' ? t('coach.unnamed') : innovation.name
    return (
      <tr data-state={state}>
        <th scope="row">
          <span className={css.name}>
            <StageDot stage={innovation.stage} />
            <a href={places.innovation(id, innovation.id)}>{name}</a>
          </span>
          <small>{row.unit === '' ? t('coach.noUnit') : row.unit}</small>
        </th>
        <td>{row.title}</td>
        <td title={full(row.at)}>
          {state === 'draft' ? (
            <span className={css.quiet}>{t('coach.state_draft')}</span>
          ) : (
            <>
              {ago}
              <small>{t(`coach.by_${state}`, { name: row.by })}</small>
            </>
          )}
        </td>
        <td>
          <span className={css.chips}>
            <StatusChip tone={stateLooks[state].tone} icon={stateLooks[state].icon}>
              {t(`coach.state_${state}`)}
            </StatusChip>
            {state === 'waiting' && (
              <small className={css.times} data-again={submitted > 1 || undefined}>
                {submitted > 1 ? t('coach.again', { n: submitted }) : t('coach.first')}
              </small>
            )}
            {row.changed && <small className={css.times}>{t('coach.changedRow')}</small>}
            {state === 'returned' && innovation.toMend > 0 && (
              <small className={css.times} title={t('coach.mendAllHint')}>
                {t('coach.mendAll', { n: innovation.toMend })}
              </small>
            )}
          </span>
        </td>
        <td className={css.act}>
          {/* Opened elsewhere, such as in a window of its own, it begins with the list of what waits. */}
          <a
            className={css.reviewLink}
            href={places.review(id, innovation.id, row.of)}
            aria-label={t('coach.reviewOf', { name, form: row.title })}
            onClick={(event) => {
              if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open()
            }}
          >
            {t('coach.review')}
          </a>
        </td>
      </tr>
    )
  },
  // `full` is new on every draw and says the same for the same row.
  (a, b) => a.row === b.row && a.ago === b.ago && a.open === b.open,
)
