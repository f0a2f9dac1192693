/** A session while it runs: agenda, teams, control. */

import { useMemo, useState } from 'react'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { progressOf, teamsOf } from '#shared/rules/session-teams.ts'
import type { TurnCounts } from '#shared/rules/session-time.ts'
import { unitsWithout } from '#shared/rules/units-without.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { EmptyState, PageTitle } from '../../../parts/index.ts'
import { Agenda } from './agenda.tsx'
import { Control } from './control.tsx'
import { Desks } from './desks.tsx'
import { GapNotice, RunNotices } from './notices.tsx'
import css from './run.module.css'
import { Side } from './side.tsx'
import { Teams } from './teams.tsx'
import { useActs } from './use-acts.ts'
import { useRunKeys } from './use-keys.ts'

type Props = {
  readonly session: Session
  readonly block: SessionBlock
  readonly counts: TurnCounts
  readonly innovations: readonly InnovationSummary[]
  /** False until the innovations have been read: before that, nobody is said to have none. */
  readonly known: boolean
  readonly sound: { readonly on: boolean; readonly toggle: () => void }
  readonly project: () => void
  readonly may: boolean
}

export function Running({ session, block, counts, innovations, known, sound, project, may }: Props) {
  const t = useText()
  const { lab } = useOpenLab()
  const [stage, setStage] = useState<HTMLElement | null>(null)
  const teams = useMemo(() => teamsOf(session.teams, innovations, lab.units), [session.teams, innovations, lab.units])
  const without = useMemo(
    () => (session.teams.length > 0 || block.canvas === '' ? [] : unitsWithout(lab.units, innovations)),
    [session.teams.length, block.canvas, innovations, lab.units],
  )
  const progress = useMemo(() => progressOf(session, block, teams), [session, block, teams])
  const acts = useActs({ session, block, progress, counts })
  useRunKeys(
    useMemo(
      () =>
        may
          ? {
              hold: acts.hold,
              next: acts.next,
              back: acts.back,
              more: () => acts.give(5),
              less: () => acts.give(-5),
              sound: sound.toggle,
              project,
            }
          : { project },
      [may, acts, sound.toggle, project],
    ),
  )
  return (
    <div className={css.run} data-running>
      <Agenda session={session} counts={counts} onJump={may ? acts.jump : undefined} />
      <div className={css.middle} ref={setStage}>
        <PageTitle
          title={block.title === '' ? t('run.untitledBlock') : block.title}
          lead={block.instruction === '' ? undefined : block.instruction}
        />
        <GapNotice session={session} block={block} counts={counts} may={may} />
        <RunNotices session={session} may={may} />
        {block.kind === 'break' ? (
          <Rest session={session} block={block} />
        ) : (
          <>
            {block.kind === 'desks' && <Desks session={session} block={block} innovations={innovations} />}
            {known && (block.kind !== 'desks' || block.canvas !== '') && (
              <Teams session={session} block={block} teams={teams} without={without} may={may} />
            )}
          </>
        )}
      </div>
      <aside className={css.right} data-region="panel" tabIndex={-1} aria-label={t('run.control')}>
        <Control
          session={session}
          block={block}
          counts={counts}
          progress={progress}
          acts={acts}
          sound={sound}
          project={project}
          may={may}
        />
        <Side session={session} block={block} stage={stage} may={may} />
      </aside>
    </div>
  )
}

function Rest({ session, block }: { readonly session: Session; readonly block: SessionBlock }) {
  const t = useText()
  const next = session.blocks[session.blocks.findIndex(({ id }) => id === block.id) + 1]
  const name = next === undefined || next.title === '' ? t('run.untitledBlock') : next.title
  return <EmptyState inside text={next === undefined ? t('run.breakLast') : t('run.breakText', { name })} />
}
