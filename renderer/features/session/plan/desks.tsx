/** Parallel desks: how many, how long, who sits there, who comes in which order, and the schedule that follows. */
import { useMemo } from 'react'
import type { Session, SessionBlock, TurnKind } from '#shared/model/session.ts'
import { deskSchedule, doubleLeads } from '#shared/rules/desk-schedule.ts'
import { mostDesks } from '#shared/rules/session-plan.ts'
import type { BlockTime, TurnCounts } from '#shared/rules/session-time.ts'
import { useText } from '../../../app/text.ts'
import { Segmented } from '../../../parts/index.ts'
import { leadList } from './block-row.tsx'
import { DeskTable } from './desk-table.tsx'
import style from './desks.module.css'
import { PlainNumber, PlainText } from './fields.tsx'
import css from './plan.module.css'
import { TurnOrder } from './turn-order.tsx'
import { useTurns } from './use-turns.ts'

type Props = {
  readonly session: Session
  readonly time: BlockTime
  readonly counts: TurnCounts
  readonly readOnly: boolean
  readonly write: (patch: Partial<Omit<SessionBlock, 'id'>>) => void
}

/** More tables than a hall holds. */
const tableLimit = mostDesks * 4
const longestTurn = 480

export function Desks({ session, time, readOnly, write }: Props) {
  const t = useText()
  const turns = useTurns()
  const { block, clock } = time
  const list = turns.of(block)
  const schedule = useMemo(() => deskSchedule(block, clock, list, turns.partyOf), [block, clock, list, turns])
  const rounds = schedule.reduce((most, { round }) => Math.max(most, round + 1), 0)
  const doubles = doubleLeads(block)
  const clashes = schedule.filter(({ clash }) => clash).length
  const setLead = (at: number, name: string) => {
    const leads = Array.from({ length: Math.max(block.deskLeads.length, at + 1) }, (_, desk) => block.deskLeads[desk] ?? '')
    leads[at] = name
    write({ deskLeads: leads })
  }
  const kinds = [
    { value: 'unit', label: t('plan.perUnit') },
    { value: 'innovation', label: t('plan.perInnovation') },
  ] as const
  return (
    <div className={style.desks}>
      <div className={style.deskFacts}>
        <div>
          <span aria-hidden>{t('plan.desks')}</span>
          <PlainNumber
            boxed
            label={t('plan.desks')}
            min={1}
            max={tableLimit}
            value={block.desks}
            disabled={readOnly}
            write={(desks) => write({ desks })}
          />
        </div>
        <div>
          <span aria-hidden>{t('plan.each')}</span>
          <PlainNumber
            boxed
            label={t('plan.each')}
            min={1}
            max={longestTurn}
            value={block.each}
            disabled={readOnly}
            write={(each) => write({ each })}
          />
        </div>
        {readOnly ? (
          <span>{t(block.per === 'unit' ? 'plan.perUnit' : 'plan.perInnovation')}</span>
        ) : (
          <Segmented<TurnKind> label={t('plan.per')} value={block.per} segments={kinds} onChange={(per) => write({ per, turns: [] })} />
        )}
        <b>{t('plan.deskSum', { n: list.length, rounds, minutes: time.minutes })}</b>
      </div>
      {block.desks > 1 && block.desks <= mostDesks && (
        <div className={style.leads}>
          {Array.from({ length: block.desks }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a desk is its number
            <div key={at}>
              <span aria-hidden>{t('plan.deskN', { n: at + 1 })}</span>
              <PlainText
                list={leadList}
                label={t('plan.deskLead', { n: at + 1 })}
                value={block.deskLeads[at] ?? ''}
                disabled={readOnly}
                write={(name) => setLead(at, name)}
              />
            </div>
          ))}
        </div>
      )}
      {doubles.length > 0 && <p className={css.warn}>{t('plan.doubleLead', { names: doubles.join(', ') })}</p>}
      {clashes > 0 && <p className={css.warn}>{t('plan.clash', { n: clashes })}</p>}
      {!readOnly && <TurnOrder block={block} turns={turns} write={write} />}
      {schedule.length === 0 ? (
        <p className={css.soft}>{t('plan.nobody')}</p>
      ) : (
        <DeskTable session={session} block={block} schedule={schedule} turns={turns} />
      )}
    </div>
  )
}
