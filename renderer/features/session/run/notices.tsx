/** Lines above the teams that offer something and cover nothing: another session runs, the stage differs, the laptop was off. */
import { ActionIcon, Button } from '@mantine/core'
import { IconBolt, IconFlag, IconInfoCircle, IconX, type TablerIcon } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { countGap, putRunBack } from '#shared/doc/running.ts'
import { readRun } from '#shared/doc/sessions.ts'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import { durationText, minuteMs, spentMs, type TurnCounts, timerOf } from '#shared/rules/session-time.ts'
import { places } from '../../../app/places.ts'
import { type Say, useText } from '../../../app/text.ts'
import { useOverview } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'
import css from './run.module.css'

function Notice(props: {
  readonly icon: TablerIcon
  readonly tone: 'warn' | 'plain'
  readonly children: ReactNode
  readonly acts?: ReactNode
}) {
  const { icon: Icon, tone, children, acts } = props
  return (
    <div className={css.notice} data-tone={tone} role="status">
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>{children}</span>
      <span className={css.noticeActs}>{acts}</span>
    </div>
  )
}

/** Before and while a session runs. */
export function RunNotices({ session, may }: { readonly session: Session; readonly may: boolean }) {
  if (!may) return null
  return (
    <>
      <OtherRuns session={session} />
      <OtherStage session={session} />
    </>
  )
}

/** The projector follows the session that began last, so two at once are a mistake more often than not. */
function OtherRuns({ session }: { readonly session: Session }) {
  const t = useText()
  const { id } = useOpenLab()
  const asked = useOverview(id)
  const other =
    asked.state === 'ready' ? asked.value.lab.sessions.find((one) => one.state === 'berjalan' && one.id !== session.id) : undefined
  if (other === undefined) return null
  return (
    <Notice
      icon={IconInfoCircle}
      tone="warn"
      acts={
        <Button component="a" href={places.run(id, other.id)} size="compact-sm" variant="default">
          {t('run.openOther')}
        </Button>
      }
    >
      {t('run.otherRuns', { name: other.title === '' ? t('run.untitled') : other.title })}
    </Notice>
  )
}

function OtherStage({ session }: { readonly session: Session }) {
  const t = useText()
  const { doc, lab, stages } = useOpenLab()
  const labelOf = (key: string) => stages.find((one) => one.key === key)?.label ?? key
  // A method without that stage has nothing to take over.
  if (session.stage === lab.stage || !stages.some(({ key }) => key === session.stage)) return null
  const take = () => {
    const before = lab.stage
    writeLabFacts(doc, { stage: session.stage }, byPerson)
    notify.undoable(t('run.stageTaken', { stage: labelOf(session.stage) }), () => writeLabFacts(doc, { stage: before }, byPerson))
  }
  return (
    <Notice
      icon={IconFlag}
      tone="plain"
      acts={
        <Button size="compact-sm" variant="default" onClick={take}>
          {t('run.takeStage')}
        </Button>
      }
    >
      {t('run.otherStage', { stage: labelOf(session.stage), now: labelOf(lab.stage) })}
    </Notice>
  )
}

/** Gaps the facilitator has seen, until this window is closed. */
const seen = new Set<string>()

/** The last time the laptop was off, with the way to count that time after all. */
export function GapNotice(props: {
  readonly session: Session
  readonly block: SessionBlock
  readonly counts: TurnCounts
  readonly may: boolean
}) {
  const t = useText()
  const { doc } = useOpenLab()
  const { session, block, counts, may } = props
  const [, setClosed] = useState(0)
  const gap = session.run.gaps.at(-1)
  if (gap === undefined || gap.block !== block.id || !may || seen.has(`${session.id}/${gap.from}`)) return null
  // Whoever answers for the last one has seen those before it.
  const close = () => {
    for (const { from } of session.run.gaps) seen.add(`${session.id}/${from}`)
    setClosed((n) => n + 1)
  }
  const count = () => {
    const before = readRun(doc, session.id)
    close()
    countGap(doc, session.id, gap.from, byPerson)
    notify.undoable(t('run.gapCounted'), () => putRunBack(doc, session.id, before, nowIso(), byPerson))
  }
  const lost = Date.parse(gap.to) - Date.parse(gap.from)
  // What the timer showed when it was taken up again: no time has passed on it since.
  const { allMs } = timerOf(session, block, counts, 0)
  const at = allMs - spentMs(session.run, block.id, Date.parse(gap.to))
  return (
    <Notice
      icon={IconBolt}
      tone="warn"
      acts={
        <>
          <Button size="compact-sm" variant="default" onClick={count}>
            {t('run.countGap')}
          </Button>
          <ActionIcon variant="subtle" size={28} aria-label={t('run.dismiss')} onClick={close}>
            <IconX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </>
      }
    >
      {session.run.stayAt === gap.to
        ? t('run.gap', { n: lengthText(lost, t), time: durationText(at) })
        : t('run.gapBlock', { n: lengthText(lost, t) })}
    </Notice>
  )
}

const lengthText = (ms: number, t: Say): string =>
  ms < 1.5 * minuteMs ? t('run.gapSeconds', { n: Math.round(ms / 1000) }) : t('run.gapMinutes', { n: Math.round(ms / minuteMs) })
