/** What goes out of a plan: the schedule as a message and as a calendar, and the plan as a template. */
import { Button, Menu } from '@mantine/core'
import { IconBookmark, IconCalendarDown, IconTrash } from '@tabler/icons-react'
import type { Session } from '#shared/model/session.ts'
import { blockEvents, calendarText, sessionEvent, turnEvents } from '#shared/rules/calendar.ts'
import { deskSchedule } from '#shared/rules/desk-schedule.ts'
import { scheduleText } from '#shared/rules/schedule-text.ts'
import { blockTimes, plannedStart, sessionState, type TurnCounts } from '#shared/rules/session-time.ts'
import { go, places } from '../../../app/places.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { ChatText } from '../../../chat/chat-text.tsx'
import { KeptNote } from '../../../lab/kept-file.tsx'
import { useLab } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { type Keep, useKeep } from '../../../lab/use-keep.ts'
import { Panel } from '../../../parts/index.ts'
import { nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'
import { SessionChat } from '../session-chat.tsx'
import { dropSession, keepAsTemplate } from './edits.ts'
import css from './plan.module.css'
import { useTurns } from './use-turns.ts'

export function Share({ session, counts }: { readonly session: Session; readonly counts: TurnCounts }) {
  const t = useText()
  const language = useLanguage()
  const keep = useKeep()
  return (
    <Panel title={t(session.template ? 'plan.template' : 'plan.share')}>
      <div className={css.shareActs}>
        {!session.template && (
          <>
            {sessionState(session) === 'selesai' && <SessionChat session={session} />}
            <ChatText label={t('plan.chat')} make={() => scheduleText(session, language, counts)} />
            <CalendarMenu session={session} counts={counts} keep={keep} />
          </>
        )}
        <PlanActs session={session} />
      </div>
      {!session.template && plannedStart(session) === null && <p className={css.hint}>{t('plan.calendarNeeds')}</p>}
      <div className={css.kept}>
        <KeptNote keep={keep} />
      </div>
    </Panel>
  )
}

type With = 'session' | 'blocks' | 'turns'

function CalendarMenu({ session, counts, keep }: { readonly session: Session; readonly counts: TurnCounts; readonly keep: Keep }) {
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const turns = useTurns()
  const hasDesks = session.blocks.some(({ kind }) => kind === 'desks')
  const turnsOf = () =>
    turnEvents(
      session,
      blockTimes(session, counts).flatMap(({ block, from }) =>
        block.kind !== 'desks'
          ? []
          : deskSchedule(block, '', turns.of(block), turns.partyOf).map((turn) => ({
              block: block.id,
              id: turn.id,
              from: from + turn.from,
              to: from + turn.to,
              title: `${block.title}: ${turns.nameOf(turn.id)}`,
              text: [t('plan.deskN', { n: turn.desk + 1 }), turn.lead].filter((part) => part !== '').join(', '),
            })),
      ),
    )
  const write = (wanted: With) =>
    keep.run(() => {
      const whole = sessionEvent(session, counts, scheduleText(session, language, counts).replaceAll('*', ''))
      const more = wanted === 'blocks' ? blockEvents(session, counts) : wanted === 'turns' ? turnsOf() : []
      const text = calendarText([...(whole === null ? [] : [whole]), ...more], nowIso(), session.title)
      return client.text.write({ name: t('plan.calendarFile', { title: session.title.slice(0, 120) }), ending: 'ics', text })
    })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={keep.busy}
          disabled={plannedStart(session) === null}
          leftSection={<IconCalendarDown size={16} stroke={1.75} aria-hidden />}
        >
          {t('plan.calendar')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => write('session')}>{t('plan.calendarSession')}</Menu.Item>
        <Menu.Item onClick={() => write('blocks')}>{t('plan.calendarBlocks')}</Menu.Item>
        {hasDesks && <Menu.Item onClick={() => write('turns')}>{t('plan.calendarTurns')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}

function PlanActs({ session }: { readonly session: Session }) {
  const t = useText()
  const { id, doc, readOnly } = useOpenLab()
  if (readOnly) return null
  const name = session.title || t('session.untitled')
  const keep = () => {
    const made = keepAsTemplate(doc, session)
    if (made !== undefined) notify.undoable(t('session.kept', { name }), () => void dropSession(doc, made))
  }
  const drop = () => {
    const back = dropSession(doc, session.id)
    go(places.sessions(id))
    notify.undoable(t(session.template ? 'session.removedTemplate' : 'session.removed', { name }), back)
  }
  return (
    <>
      {!session.template && (
        <Button variant="default" onClick={keep} leftSection={<IconBookmark size={16} stroke={1.75} aria-hidden />}>
          {t('plan.keep')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={drop} leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}>
        {t(session.template ? 'plan.dropTemplate' : 'plan.drop')}
      </Button>
    </>
  )
}
