/** The left-hand column: what was planned, what it took, and where the session stands. */
import { IconCheck, IconClockExclamation } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { BlockId } from '#shared/model/ids.ts'
import type { Session } from '#shared/model/session.ts'
import { formatLongDay, formatMoment, formatTime } from '#shared/rules/dates.ts'
import { type BlockTime, blockRunOf, blockTimes, driftOf, minuteMs, spentMs, type TurnCounts } from '#shared/rules/session-time.ts'
import { type Say, useLanguage, useText } from '../../../app/text.ts'
import { stageColors } from '../../../parts/index.ts'
import { useNow } from '../../../state/clock.ts'
import { lengthWords } from '../plan/words.ts'
import css from './agenda.module.css'

type Props = {
  readonly session: Session
  readonly counts: TurnCounts
  /** Absent where the session can only be watched. */
  readonly onJump?: ((block: BlockId) => void) | undefined
}

const minutesOf = (ms: number): number => Math.floor(ms / minuteMs)

export function Agenda({ session, counts, onJump }: Props) {
  const t = useText()
  const language = useLanguage()
  const now = useNow(5000)
  const times = blockTimes(session, counts)
  const list = useCurrentInView(session.run.block)
  return (
    <section className={css.agenda} aria-label={t('run.agenda')} data-region="panel" tabIndex={-1}>
      <div className={css.head}>
        <h2>{session.title === '' ? t('run.untitled') : session.title}</h2>
        {session.date !== '' && <p>{formatLongDay(session.date, language)}</p>}
      </div>
      <ol className={css.list} ref={list} style={stageColors(session.stage)}>
        {times.map((time) => (
          <Row key={time.block.id} session={session} time={time} now={now} onJump={onJump} />
        ))}
      </ol>
      <DriftLine session={session} counts={counts} now={now} />
    </section>
  )
}

/** Scrolls only the list itself, so that on a phone the page stays where it is. */
function useCurrentInView(block: string | null) {
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the block that moves the list
  useEffect(() => {
    const box = list.current
    const row = box?.querySelector<HTMLElement>('[data-state="now"]')
    if (!box || !row) return
    const top = row.offsetTop - box.offsetTop
    if (top >= box.scrollTop && top + row.offsetHeight <= box.scrollTop + box.clientHeight) return
    box.scrollTo({ top: top - box.clientHeight / 3 })
  }, [block])
  return list
}

type RowProps = { readonly session: Session; readonly time: BlockTime; readonly now: number; readonly onJump?: Props['onJump'] }

function Row({ session, time, now, onJump }: RowProps) {
  const t = useText()
  const language = useLanguage()
  const { block } = time
  const { run } = session
  const state = stateOf(session, block.id)
  const title = block.title === '' ? t('run.untitledBlock') : block.title
  const inside = (
    <>
      <span className={css.clock}>
        {state === 'done' ? <IconCheck size={16} stroke={2} aria-label={t('run.done')} /> : formatTime(time.clock, language)}
      </span>
      <span className={css.words}>
        <b>{title}</b>
        <small>{noteOf(session, time, state, spentMs(run, block.id, now), t)}</small>
      </span>
    </>
  )
  const common = { className: css.row, 'data-state': state, 'aria-current': state === 'now' ? ('step' as const) : undefined }
  const running = run.startedAt !== '' && run.endedAt === ''
  return (
    <li>
      {onJump !== undefined && running && state !== 'now' ? (
        <button type="button" {...common} title={t('run.jump')} onClick={() => onJump(block.id)}>
          {inside}
        </button>
      ) : (
        <div {...common}>{inside}</div>
      )}
    </li>
  )
}

type RowState = 'done' | 'now' | 'skipped' | 'ahead'

function stateOf({ run, blocks }: Session, id: BlockId): RowState {
  if (run.startedAt === '') return 'ahead'
  if (run.endedAt === '' && run.block === id) return 'now'
  if (blockRunOf(run, id).firstAt !== '') return 'done'
  const passed = run.endedAt !== '' || blocks.findIndex((one) => one.id === id) < blocks.findIndex((one) => one.id === run.block)
  return passed ? 'skipped' : 'ahead'
}

function noteOf({ run }: Session, { block, minutes }: BlockTime, state: RowState, spent: number, t: Say): string {
  switch (state) {
    case 'done':
      return t('run.plannedActual', { plan: minutes, actual: Math.round(spent / minuteMs) })
    case 'now': {
      const all = minutes + Math.round(blockRunOf(run, block.id).extraMs / minuteMs)
      return all <= 0 ? t('run.running', { n: minutesOf(spent) }) : t('run.runningOf', { n: minutesOf(spent), of: all })
    }
    case 'skipped':
      return t('run.skipped')
    case 'ahead':
      return t('run.planned', { n: minutes })
  }
}

function DriftLine({ session, counts, now }: { readonly session: Session; readonly counts: TurnCounts; readonly now: number }) {
  const t = useText()
  const language = useLanguage()
  const drift = driftOf(session, counts, now)
  if (drift === null) return null
  const { minutes, end } = drift
  const length = lengthWords(Math.abs(minutes), t)
  const word = minutes > 0 ? t('run.late', { length }) : minutes < 0 ? t('run.early', { length }) : t('run.onTime')
  return (
    <p className={css.drift} data-late={minutes > 0 || undefined}>
      <IconClockExclamation size={18} stroke={1.75} aria-hidden />
      <span>
        <b>{word}</b>, {t('run.endAt', { time: formatMoment(new Date(end).toISOString(), language, session.timeZone) })}
      </span>
    </p>
  )
}
