/** A session that has not begun: what is planned, what must lie ready, and the button that begins it. */
import { Button, Checkbox } from '@mantine/core'
import { IconListDetails, IconPlayerPlay, IconPresentation } from '@tabler/icons-react'
import { useState } from 'react'
import type { Session } from '#shared/model/session.ts'
import { formatLongDay, formatTime } from '#shared/rules/dates.ts'
import { linesOf } from '#shared/rules/session-teams.ts'
import { sessionMinutes, type TurnCounts } from '#shared/rules/session-time.ts'
import { places } from '../../../app/places.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { Kbd, PageTitle, Panel, StageTag } from '../../../parts/index.ts'
import { activities, lengthWords } from '../plan/words.ts'
import { Agenda } from './agenda.tsx'
import { RunNotices } from './notices.tsx'
import css from './run.module.css'

/** What is laid out before the hall fills: the materials of so many blocks. */
const firstBlocks = 3

type Props = {
  readonly session: Session
  readonly counts: TurnCounts
  readonly start: () => void
  readonly project: () => void
  readonly may: boolean
}

export function Before({ session, counts, start, project, may }: Props) {
  const t = useText()
  const language = useLanguage()
  const { id, stages } = useOpenLab()
  const empty = session.blocks.length === 0
  const stage = stages.find(({ key }) => key === session.stage)
  const when = [
    session.date === '' ? '' : formatLongDay(session.date, language),
    session.start === '' ? '' : formatTime(session.start, language, session.timeZone),
    session.place,
  ].filter((one) => one !== '')
  return (
    <div className={css.run}>
      <Agenda session={session} counts={counts} />
      <div className={css.middle}>
        <PageTitle title={session.title === '' ? t('run.untitled') : session.title} lead={when.join(', ')} />
        <RunNotices session={session} may={may} />
        {session.goal !== '' && <p className={css.goal}>{session.goal}</p>}
        {!empty && <Materials session={session} />}
      </div>
      <aside className={css.right} data-region="panel" tabIndex={-1} aria-label={t('run.control')}>
        <div className={css.startBox}>
          {stage && <StageTag stage={session.stage} label={stage.label} />}
          <h2>{t(empty ? 'run.notReady' : may ? 'run.ready' : 'run.notStarted')}</h2>
          <p className={css.quiet}>
            {empty
              ? t('run.noBlocks')
              : may
                ? t('run.readyLead', { blocks: activities(session), length: lengthWords(sessionMinutes(session, counts), t) })
                : t('run.waiting')}
          </p>
          {may && !empty && (
            <Button size="md" fullWidth leftSection={<IconPlayerPlay size={18} stroke={1.75} aria-hidden />} onClick={start}>
              {t('run.start')}
            </Button>
          )}
          <Button
            variant="default"
            fullWidth
            leftSection={<IconPresentation size={18} stroke={1.75} aria-hidden />}
            rightSection={<Kbd>P</Kbd>}
            onClick={project}
          >
            {t('run.project')}
          </Button>
          <Button
            component="a"
            href={places.session(id, session.id)}
            variant={empty && may ? 'filled' : 'default'}
            fullWidth
            leftSection={<IconListDetails size={18} stroke={1.75} aria-hidden />}
          >
            {t(empty && may ? 'run.plan' : 'run.toPlan')}
          </Button>
        </div>
      </aside>
    </div>
  )
}

/** Ticks are for the eye only: tomorrow everything must be laid out anew. */
function Materials({ session }: { readonly session: Session }) {
  const t = useText()
  const [ready, setReady] = useState<ReadonlySet<string>>(new Set())
  const blocks = session.blocks.slice(0, firstBlocks).map((block) => ({ block, lines: linesOf(block.materials) }))
  const some = blocks.filter(({ lines }) => lines.length > 0)
  const turn = (key: string, on: boolean) => {
    const next = new Set(ready)
    if (on) next.add(key)
    else next.delete(key)
    setReady(next)
  }
  return (
    <Panel title={t('run.prepare')} note={t('run.prepareNote')}>
      {some.length === 0 && <p className={css.quiet}>{t('run.prepareNothing')}</p>}
      {some.map(({ block, lines }) => (
        <div key={block.id} className={css.materials}>
          <h3>{block.title === '' ? t('run.untitledBlock') : block.title}</h3>
          {lines.map((line) => {
            const key = `${block.id}/${line}`
            return <Checkbox key={key} label={line} checked={ready.has(key)} onChange={(event) => turn(key, event.currentTarget.checked)} />
          })}
        </div>
      ))}
    </Panel>
  )
}
