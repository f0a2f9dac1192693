/** The hall's view of a running session. */
import { IconUsers } from '@tabler/icons-react'
import { useMemo, useRef } from 'react'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { formatMoment } from '#shared/rules/dates.ts'
import { deskRounds } from '#shared/rules/desk-rounds.ts'
import { linesOf, progressOf, teamsOf } from '#shared/rules/session-teams.ts'
import { blockTimes, durationText, minuteMs, spentMs, type TurnCounts, timerOf } from '#shared/rules/session-time.ts'
import { useLanguage, useText } from '../app/text.ts'
import { useOpenLab } from '../lab/open-lab.tsx'
import { useTurnCounts } from '../lab/use-sessions.ts'
import { useNow } from '../state/clock.ts'
import { useFitting } from './fit.ts'
import css from './projector.module.css'

type Props = { readonly session: Session; readonly innovations: readonly InnovationSummary[] }

export function HallRunning({ session, innovations }: Props) {
  const counts = useTurnCounts()
  const block = session.blocks.find(({ id }) => id === session.run.block) ?? session.blocks[0]
  if (block === undefined) return null
  return (
    <>
      <section className={css.main}>
        <div className={css.left}>
          <Words session={session} block={block} />
          {block.kind === 'desks' && <HallDesks session={session} block={block} innovations={innovations} />}
          <Time session={session} block={block} counts={counts} />
        </div>
        <Aside session={session} block={block} counts={counts} />
      </section>
      <Foot session={session} block={block} innovations={innovations} />
    </>
  )
}

function Words({ session, block }: { readonly session: Session; readonly block: SessionBlock }) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const steps = block.kind === 'desks' ? [] : linesOf(block.steps)
  const question = block.instruction === '' ? block.title : block.instruction
  useFitting(box, `${block.kind}\n${question}\n${steps.join('\n')}`)
  // As in the plan, rests are no part of the work.
  const parts = session.blocks.filter(({ kind }) => kind !== 'break')
  const at = parts.findIndex(({ id }) => id === block.id)
  const part = at < 0 ? t('projector.rest') : t('projector.part', { n: at + 1, of: parts.length })
  return (
    <>
      <p className={css.kind}>{block.instruction === '' ? part : `${block.title}, ${part.toLowerCase()}`}</p>
      <div className={css.words} ref={box}>
        <h1>{question}</h1>
        {steps.length > 0 && (
          <ol className={css.steps}>
            {steps.map((step, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: its place is what a step is
              <li key={n}>
                <b>{n + 1}</b>
                <span>{step}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </>
  )
}

function Time({ session, block, counts }: { readonly session: Session; readonly block: SessionBlock; readonly counts: TurnCounts }) {
  const t = useText()
  const paused = session.run.pausedAt !== ''
  const now = useNow(paused ? null : 1000)
  const { allMs, spentMs: spent, leftMs, tone } = timerOf(session, block, counts, now)
  const free = allMs === 0
  const word = free ? t('projector.elapsed') : tone === 'over' ? t('projector.over') : t('projector.left')
  return (
    <div className={css.time} data-tone={tone} data-paused={paused || undefined}>
      <b role="timer">{durationText(free ? spent : leftMs)}</b>
      <span>
        {paused ? <strong>{t('projector.paused')}</strong> : word}
        {paused && <small>{t('projector.pausedNote')}</small>}
      </span>
    </div>
  )
}

function HallDesks({ session, block, innovations }: Props & { readonly block: SessionBlock }) {
  const t = useText()
  const { lab } = useOpenLab()
  const now = useNow(session.run.pausedAt === '' ? 1000 : null)
  const rounds = useMemo(() => deskRounds(block, lab.units, innovations), [block, lab.units, innovations])
  const { at, leftMs, desks } = rounds.at(spentMs(session.run, block.id, now))
  return (
    <div className={css.desks} data-many={desks.length > 6 ? 'very' : desks.length > 3 ? 'some' : undefined}>
      <ul>
        {desks.map((desk) => (
          <li key={desk.desk}>
            <span>{t('projector.desk', { n: desk.desk + 1 })}</span>
            <b>{desk.now ?? t('projector.free')}</b>
            {desk.next !== null && (
              <small>
                {t('projector.deskNext')}: {desk.next}
              </small>
            )}
          </li>
        ))}
      </ul>
      {at < rounds.count - 1 && (
        <p>
          {t('projector.nextRound')} <b>{durationText(leftMs)}</b>
        </p>
      )}
    </div>
  )
}

/** So many blocks after this one are named. */
const ahead = 4

function Aside({ session, block, counts }: { readonly session: Session; readonly block: SessionBlock; readonly counts: TurnCounts }) {
  const t = useText()
  const language = useLanguage()
  const now = useNow(1000)
  const clock = (ms: number) => formatMoment(new Date(ms).toISOString(), language, session.timeZone)
  const times = blockTimes(session, counts)
  const next = times.slice(times.findIndex((one) => one.block.id === block.id) + 1, times.length)
  // When it will be by the timer beside it, not when it was planned: the hall must not read two times that disagree.
  const startsAt = now + Math.max(0, timerOf(session, block, counts, now).leftMs) - (next[0]?.from ?? 0) * minuteMs
  return (
    <aside className={css.aside}>
      <p className={css.asideKind}>{t('projector.clock')}</p>
      <p className={css.clock}>{clock(now)}</p>
      <p className={css.asideKind}>{next.length === 0 ? t('projector.last') : t('projector.afterThis')}</p>
      <ol>
        {next.slice(0, ahead).map((one) => (
          <li key={one.block.id}>
            <time>{clock(startsAt + one.from * minuteMs).split(' ', 1)}</time>
            <span>
              <b>{one.block.title}</b>
              {one.minutes > 0 && <small>{t('projector.minutes', { n: one.minutes })}</small>}
            </span>
          </li>
        ))}
      </ol>
    </aside>
  )
}

/** More teams than this would be squares too small to tell apart. */
const mostSquares = 40

function Foot({ session, block, innovations }: Props & { readonly block: SessionBlock }) {
  const t = useText()
  const { lab } = useOpenLab()
  const teams = useMemo(() => teamsOf(session.teams, innovations, lab.units), [session.teams, innovations, lab.units])
  const { selesai, all, counted } = useMemo(() => progressOf(session, block, teams), [session, block, teams])
  const present = Object.values(session.attendance).filter(({ state }) => state === 'hadir').length
  return (
    <footer className={css.foot}>
      {present > 0 && (
        <span>
          <IconUsers size={36} stroke={2} aria-hidden />
          <b>{present}</b> {t('projector.present')}
        </span>
      )}
      {counted ? (
        <>
          <div className={css.squares} aria-hidden="true" data-bar={all > mostSquares || undefined}>
            {all > mostSquares ? (
              <i data-done style={{ width: `${(selesai / all) * 100}%` }} />
            ) : (
              Array.from({ length: all }, (_, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: squares are only counted
                <i key={n} data-done={n < selesai || undefined} />
              ))
            )}
          </div>
          <span>
            <b>{t('projector.doneOf', { n: selesai, of: all })}</b> {t('projector.done')}
          </span>
        </>
      ) : (
        <span className={css.footTitle}>{session.title}</span>
      )}
    </footer>
  )
}
