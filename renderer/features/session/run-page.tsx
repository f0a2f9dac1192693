/** The page from which a session is run: before it, while it runs, and after. */
import { Button } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import type { SessionId } from '#shared/model/ids.ts'
import type { Session } from '#shared/model/session.ts'
import { teamsOf } from '#shared/rules/session-teams.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useAbout, useLab, useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { useProjector } from '../../lab/use-projector.ts'
import { useSession, useTurnCounts } from '../../lab/use-sessions.ts'
import { EmptyState, ErrorBanner } from '../../parts/index.ts'
import { After } from './run/after.tsx'
import { Before } from './run/before.tsx'
import css from './run/run.module.css'
import { Running } from './run/running.tsx'
import { useSound } from './run/sound.ts'
import { useActs } from './run/use-acts.ts'
import { useRunKeys } from './run/use-keys.ts'

export function RunPage({ session: id }: { readonly session: SessionId }) {
  const t = useText()
  const { id: lab } = useOpenLab()
  const found = useSession(id)
  usePageTitle(found === null || found.title === '' ? t('run.title') : found.title)
  const toSessions = (
    <Button component="a" href={places.sessions(lab)} variant="default">
      {t('run.toSessions')}
    </Button>
  )
  if (found === null)
    return (
      <div className={css.page}>
        <EmptyState title={t('run.gone')} text={t('run.goneDo')} acts={toSessions} />
      </div>
    )
  if (found.template)
    return (
      <div className={css.page}>
        <EmptyState title={t('run.isTemplate')} text={t('run.isTemplateDo')} acts={toSessions} />
      </div>
    )
  return <RunOf session={found} />
}

const none: readonly never[] = []
const nothing = { selesai: 0, mengisi: 0, belum: 0, all: 0, counted: false }

function RunOf({ session }: { readonly session: Session }) {
  const t = useText()
  const { id: lab, readOnly, lab: facts } = useOpenLab()
  const about = useAbout()
  const counts = useTurnCounts()
  const asked = useOverview(lab)
  const innovations = asked.state === 'ready' ? asked.value.innovations : none
  const teams = useMemo(() => teamsOf(session.teams, innovations, facts.units), [session.teams, innovations, facts.units])
  const may = !readOnly
  const state = sessionState(session)
  const runs = state === 'berjalan'
  const host = may && about?.reach === 'host' && !about.readOnly
  useKeepAwake(runs && host)
  const sound = useSound()
  const projector = useProjector(lab)
  const acts = useActs({ session, block: null, progress: nothing, counts })
  const block = session.blocks.find((one) => one.id === session.run.block) ?? session.blocks[0]
  const running = runs && block !== undefined
  const keys = useMemo(() => (running ? {} : { project: projector.open }), [running, projector.open])
  useRunKeys(keys)
  return (
    <>
      {projector.trouble !== null && (
        <div className={css.banner}>
          <ErrorBanner
            tone="warn"
            what={t('run.projectFailed')}
            safe={t('run.projectFailedSafe')}
            todo={projector.trouble === 'blocked' ? t('run.projectBlocked') : ''}
            acts={
              <Button variant="default" onClick={projector.forget}>
                {t('run.dismiss')}
              </Button>
            }
          />
        </div>
      )}
      {running ? (
        <Running
          session={session}
          block={block}
          counts={counts}
          innovations={innovations}
          known={asked.state === 'ready'}
          sound={sound}
          project={projector.open}
          may={may}
        />
      ) : state === 'selesai' ? (
        <After session={session} counts={counts} teams={teams} reopen={acts.reopen} may={may} />
      ) : (
        <Before session={session} counts={counts} start={acts.start} project={projector.open} may={may} />
      )}
    </>
  )
}

/** The display of the laptop that runs the session does not go dark. */
function useKeepAwake(on: boolean): void {
  const client = useLab()
  useEffect(() => {
    if (!on) return
    // Does nothing in a browser, and a session goes on without it.
    const tell = (awake: boolean) => void client.app.keepAwake({ on: awake }).catch(() => undefined)
    tell(true)
    return () => tell(false)
  }, [client, on])
}
