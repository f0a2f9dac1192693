/** The time of a presentation and of the questions after it, large enough to be read across the table. */
import { ActionIcon, Button } from '@mantine/core'
import { IconClock, IconPlayerPause, IconPlayerPlay, IconPlayerSkipForward, IconRotate, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { alarmShare, durationText, minuteMs, warnShare } from '#shared/rules/session-time.ts'
import { useText } from '../../app/text.ts'
import { useNow } from '../../state/clock.ts'
import css from './judging.module.css'

type Part = 'talk' | 'ask'
/** `since` is null while it is held. */
type Run = { readonly part: Part; readonly spentMs: number; readonly since: number | null }
const begin: Run = { part: 'talk', spentMs: 0, since: null }

type Props = { readonly talk: number; readonly ask: number }

export function TalkTimer({ talk, ask }: Props) {
  const t = useText()
  const [shown, setShown] = useState(false)
  const [run, setRun] = useState(begin)
  if (!shown)
    return (
      <Button variant="default" onClick={() => setShown(true)} leftSection={<IconClock size={16} stroke={1.75} aria-hidden />}>
        {t('scoring.timer')}
      </Button>
    )
  return <Shown talk={talk} ask={ask} run={run} setRun={setRun} onHide={() => setShown(false)} />
}

type ShownProps = Props & { readonly run: Run; readonly setRun: (run: Run) => void; readonly onHide: () => void }

function Shown({ talk, ask, run, setRun, onHide }: ShownProps) {
  const t = useText()
  const now = useNow(run.since === null ? null : 1000)
  const spentMs = run.spentMs + (run.since === null ? 0 : Math.max(0, now - run.since))
  const allMs = (run.part === 'talk' ? talk : ask) * minuteMs
  const leftMs = allMs - spentMs
  const share = allMs === 0 ? 0 : leftMs / allMs
  const tone = leftMs < 0 ? 'over' : share <= alarmShare ? 'alarm' : share <= warnShare ? 'warn' : 'calm'
  const goes = run.since !== null
  const hold = (): void => setRun(goes ? { ...run, spentMs, since: null } : { ...run, since: Date.now() })
  const word = t(run.part === 'talk' ? 'scoring.talk' : 'scoring.ask')
  const held = run.spentMs > 0 && !goes
  return (
    <section className={css.timer} data-tone={tone} data-held={held || undefined} aria-label={t('scoring.timer')}>
      <span role="timer" aria-label={word}>
        {durationText(leftMs)}
      </span>
      <div>
        <b>{leftMs < 0 ? t('scoring.timeOver') : word}</b>
        <span className={css.timerActs}>
          <ActionIcon variant="default" size={36} aria-label={t(goes ? 'scoring.hold' : 'scoring.start')} onClick={hold}>
            {goes ? <IconPlayerPause size={18} stroke={1.75} /> : <IconPlayerPlay size={18} stroke={1.75} />}
          </ActionIcon>
          {run.part === 'talk' && ask > 0 && (
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('scoring.toAsk')}
              title={t('scoring.toAsk')}
              onClick={() => setRun({ part: 'ask', spentMs: 0, since: Date.now() })}
            >
              <IconPlayerSkipForward size={18} stroke={1.75} />
            </ActionIcon>
          )}
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('scoring.restart')}
            title={t('scoring.restart')}
            onClick={() => setRun(begin)}
          >
            <IconRotate size={18} stroke={1.75} />
          </ActionIcon>
          <ActionIcon variant="subtle" size={36} aria-label={t('scoring.hideTimer')} onClick={onHide}>
            <IconX size={18} stroke={1.75} />
          </ActionIcon>
        </span>
      </div>
      <i aria-hidden>
        <i style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
      </i>
    </section>
  )
}
