/** How a session went: planned against actual, who came, what was written down, and what is not done. */
import { Button } from '@mantine/core'
import { IconListDetails, IconRotate2 } from '@tabler/icons-react'
import type { Session } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { formatMoment } from '#shared/rules/dates.ts'
import { progressOf } from '#shared/rules/session-teams.ts'
import { blockRunOf, blockTimes, minuteMs, sessionMinutes, spentMs, type TurnCounts } from '#shared/rules/session-time.ts'
import { places } from '../../../app/places.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useNotes, usePhotos } from '../../../lab/use-sessions.ts'
import { EmptyState, PageTitle, Panel } from '../../../parts/index.ts'
import { showBehind } from '../../../state/behind.ts'
import { lengthWords } from '../plan/words.ts'
import { SessionChat } from '../session-chat.tsx'
import { namedTeams } from './names.ts'
import { notDoneIn } from './not-done.ts'
import css from './run.module.css'

type Props = {
  readonly session: Session
  readonly counts: TurnCounts
  readonly teams: readonly InnovationSummary[]
  readonly reopen: () => void
  readonly may: boolean
}

export function After({ session, counts, teams, reopen, may }: Props) {
  const t = useText()
  const language = useLanguage()
  const { id } = useOpenLab()
  const { startedAt, endedAt } = session.run
  const clock = (iso: string) => formatMoment(iso, language, session.timeZone)
  const lead = t('run.overLead', {
    from: clock(startedAt),
    to: clock(endedAt),
    length: lengthWords(Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / minuteMs), t),
    plan: lengthWords(sessionMinutes(session, counts), t),
  })
  return (
    <div className={css.after}>
      <PageTitle
        title={`${t('run.overTitle')}: ${session.title === '' ? t('run.untitled') : session.title}`}
        lead={lead}
        side={
          <>
            <SessionChat session={session} />
            {may && (
              <Button variant="default" leftSection={<IconRotate2 size={18} stroke={1.75} aria-hidden />} onClick={reopen}>
                {t('run.reopen')}
              </Button>
            )}
            <Button
              component="a"
              href={places.session(id, session.id)}
              leftSection={<IconListDetails size={18} stroke={1.75} aria-hidden />}
            >
              {t('run.seeRecord')}
            </Button>
          </>
        }
      />
      <Facts session={session} />
      <div className={css.afterColumns}>
        <Times session={session} counts={counts} />
        <Unfinished session={session} teams={teams} />
      </div>
    </div>
  )
}

function Facts({ session }: { readonly session: Session }) {
  const t = useText()
  const notes = useNotes().filter((note) => note.session === session.id)
  const photos = usePhotos().filter((photo) => photo.session === session.id)
  const of = (kind: string) => notes.filter((note) => note.kind === kind).length
  const gaps = session.run.gaps
  const lost = gaps.reduce((sum, gap) => sum + Math.max(0, Date.parse(gap.to) - Date.parse(gap.from)), 0)
  const facts = [
    [Object.values(session.attendance).filter(({ state }) => state === 'hadir').length, t('run.factPresent')],
    [of('catatan'), t('run.factNotes')],
    [of('keputusan'), t('run.factDecisions')],
    [of('tindak_lanjut'), t('run.factFollowups')],
    [photos.length, t('run.factPhotos')],
  ] as const
  return (
    <Panel>
      <ul className={css.facts}>
        {facts.map(([n, word]) => (
          <li key={word}>
            <b>{n}</b> {word}
          </li>
        ))}
      </ul>
      {gaps.length > 0 && (
        <p className={css.quiet}>
          {t('run.gaps')}: {t('run.gapsText', { n: gaps.length, minutes: Math.round(lost / minuteMs) })}
        </p>
      )}
    </Panel>
  )
}

function Times({ session, counts }: { readonly session: Session; readonly counts: TurnCounts }) {
  const t = useText()
  const rows = blockTimes(session, counts).map(({ block, minutes }) => {
    const ran = blockRunOf(session.run, block.id).firstAt !== ''
    return { block, minutes, actual: ran ? Math.round(spentMs(session.run, block.id, 0) / minuteMs) : null }
  })
  const plan = rows.reduce((sum, row) => sum + row.minutes, 0)
  const actual = rows.reduce((sum, row) => sum + (row.actual ?? 0), 0)
  const signed = (n: number) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')
  return (
    <Panel title={t('run.agenda')}>
      <div className={css.scroll}>
        <table className={css.times}>
          <thead>
            <tr>
              <th scope="col">{t('run.block')}</th>
              <th scope="col">{t('run.planMinutes')}</th>
              <th scope="col">{t('run.actualMinutes')}</th>
              <th scope="col">{t('run.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ block, minutes, actual: ran }) => (
              <tr key={block.id}>
                <th scope="row">{block.title === '' ? t('run.untitledBlock') : block.title}</th>
                <td>{minutes}</td>
                <td>{ran ?? t('run.skipped')}</td>
                <td data-late={(ran !== null && ran > minutes) || undefined}>{ran === null ? '' : signed(ran - minutes)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('run.total')}</th>
              <td>{plan}</td>
              <td>{actual}</td>
              <td data-late={actual > plan || undefined}>{signed(actual - plan)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  )
}

function Unfinished({ session, teams }: { readonly session: Session; readonly teams: readonly InnovationSummary[] }) {
  const t = useText()
  const { id, lab } = useOpenLab()
  const open = session.blocks
    .map((block) => ({
      block,
      progress: progressOf(session, block, teams),
      title: block.title === '' ? t('run.untitledBlock') : block.title,
    }))
    .filter(({ progress }) => progress.counted && progress.selesai < progress.all)
  return (
    <Panel title={t('run.unfinished')}>
      {open.length === 0 && <EmptyState inside text={t('run.unfinishedNone')} />}
      <ul className={css.unfinished}>
        {open.map(({ block, progress, title }) => (
          <li key={block.id}>
            <span>{title}</span>
            <button
              type="button"
              onClick={() =>
                showBehind({
                  title: `${t('run.unfinished')}: ${title}`,
                  lines: notDoneIn(session, block, namedTeams(teams, lab.units)).map(({ team, name, more }) => ({
                    id: team.id,
                    text: name,
                    more,
                    href: block.canvas === '' ? places.innovation(id, team.id) : places.canvas(id, team.id, block.canvas),
                  })),
                })
              }
            >
              {t('run.unfinishedOf', { n: progress.all - progress.selesai, of: progress.all })}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
