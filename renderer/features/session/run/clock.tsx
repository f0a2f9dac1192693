/** The timer of the present block: large figures, a bar that empties, and a tone where time runs out. */
import { useId } from 'react'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import { durationText, minuteMs, type TurnCounts, timerOf } from '#shared/rules/session-time.ts'
import { useText } from '../../../app/text.ts'
import { useNow } from '../../../state/clock.ts'
import css from './control.module.css'
import { useTones } from './sound.ts'

type Props = { readonly session: Session; readonly block: SessionBlock; readonly counts: TurnCounts; readonly sound: boolean }

export function Clock({ session, block, counts, sound }: Props) {
  const t = useText()
  const label = useId()
  const now = useNow(session.run.pausedAt === '' ? 1000 : null)
  const { allMs, spentMs, leftMs, paused, tone } = timerOf(session, block, counts, now)
  useTones(block.id, tone, sound)
  const free = allMs === 0
  const share = free ? 0 : Math.max(0, Math.min(1, leftMs / allMs))
  const minutes = Math.round(allMs / minuteMs)
  const figures = durationText(free ? spentMs : leftMs)
  const word = free ? t('run.elapsed') : tone === 'over' ? t('run.over') : t('run.left')
  return (
    <div className={css.clock} data-tone={tone} data-paused={paused || undefined}>
      <div className={css.figures}>
        <span role="timer" aria-labelledby={label} className={css.time} data-long={figures.length > 5 || undefined}>
          {figures}
        </span>
        <span id={label} className={css.timeNote}>
          {paused && <b>{t('run.held')}</b>}
          {word}
          <br />
          {free ? t('run.noTime') : t('run.of', { n: minutes })}
        </span>
      </div>
      <div className={css.drain} aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}
