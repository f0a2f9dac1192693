/** A block in which units or innovations come to tables in turn: who is at which table now, and who is next. */
import { useMemo } from 'react'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { deskRounds } from '#shared/rules/desk-rounds.ts'
import { durationText, spentMs } from '#shared/rules/session-time.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useNow } from '../../../state/clock.ts'
import css from './desks.module.css'

type Props = { readonly session: Session; readonly block: SessionBlock; readonly innovations: readonly InnovationSummary[] }

export function Desks({ session, block, innovations }: Props) {
  const t = useText()
  const { lab } = useOpenLab()
  const now = useNow(session.run.pausedAt === '' ? 1000 : null)
  const rounds = useMemo(() => deskRounds(block, lab.units, innovations), [block, lab.units, innovations])
  const { at, leftMs, desks } = rounds.at(spentMs(session.run, block.id, now))
  const stand = at >= rounds.count ? t('run.deskOver') : t('run.deskRound', { n: at + 1, of: rounds.count })
  return (
    <div className={css.desks}>
      <p className={css.stand}>
        <b>{stand}</b>
        {at < rounds.count - 1 && `, ${t('run.deskLeft', { time: durationText(leftMs) })}`}
      </p>
      <ul className={css.list}>
        {desks.map((desk) => (
          <li key={desk.desk} className={css.desk}>
            <h3>
              {t('run.desk', { n: desk.desk + 1 })}
              {desk.lead !== '' && <small>{desk.lead}</small>}
            </h3>
            <dl>
              <dt>{t('run.deskNow')}</dt>
              <dd data-now>{desk.now ?? t('run.deskNobody')}</dd>
              <dt>{t('run.deskNext')}</dt>
              <dd>{desk.next ?? t('run.deskNobody')}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </div>
  )
}
