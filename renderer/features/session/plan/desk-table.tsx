/** The schedule of the desks, as a table of desks or as a list of those who come, and out of the app as text and table. */
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { TableWanted } from '#shared/api/keeping.ts'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import type { DeskTurn } from '#shared/rules/desk-schedule.ts'
import { clockText, deskText } from '#shared/rules/schedule-text.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { ChatText } from '../../../chat/chat-text.tsx'
import { KeepMenu, KeptNote } from '../../../lab/kept-file.tsx'
import { useLab } from '../../../lab/lab-context.tsx'
import { useKeep } from '../../../lab/use-keep.ts'
import { Segmented } from '../../../parts/index.ts'
import style from './desks.module.css'
import type { Turns } from './use-turns.ts'

type Props = {
  readonly session: Session
  readonly block: SessionBlock
  readonly schedule: readonly DeskTurn[]
  readonly turns: Turns
}

export function DeskTable({ session, block, schedule, turns }: Props) {
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const keep = useKeep()
  const [view, setView] = useState<'desks' | 'who'>('desks')
  const keepAs = (format: TableWanted['format']) =>
    keep.run(() =>
      client.table.write({
        name: t('plan.tableFile', { title: session.title.slice(0, 120) }),
        format,
        sheets: [
          {
            name: t('plan.schedule'),
            columns: [
              { label: t('plan.from'), format: 'text' },
              { label: t('plan.to'), format: 'text' },
              { label: t('plan.desk'), format: 'number' },
              { label: t('plan.lead'), format: 'text' },
              { label: t(block.per === 'unit' ? 'plan.perUnit' : 'plan.perInnovation'), format: 'text' },
            ],
            rows: schedule.map((turn) => [
              clockText(turn.fromClock, language),
              clockText(turn.toClock, language),
              turn.desk + 1,
              turn.lead,
              turns.nameOf(turn.id),
            ]),
          },
        ],
      }),
    )
  const segments = [
    { value: 'desks', label: t('plan.viewDesks') },
    { value: 'who', label: t('plan.viewWho') },
  ] as const
  return (
    <div>
      <div className={style.scheduleHead}>
        <b>{t('plan.schedule')}</b>
        <Segmented label={t('plan.schedule')} value={view} segments={segments} onChange={setView} />
        <span className={style.grow} />
        <ChatText size="xs" label={t('plan.deskChat')} make={() => deskText(session, block, schedule, language, turns.nameOf)} />
        <KeepMenu size="xs" label={t('plan.table')} busy={keep.busy} onKeep={keepAs} />
      </div>
      <KeptNote keep={keep} />
      {/* Wider than a phone; the arrow keys move it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className={style.scroll} tabIndex={0} aria-label={t('plan.schedule')}>
        {view === 'desks' ? (
          <Rounds block={block} schedule={schedule} turns={turns} />
        ) : (
          <Who block={block} schedule={schedule} turns={turns} />
        )}
      </section>
    </div>
  )
}

function Clash({ on }: { readonly on: boolean }) {
  const t = useText()
  if (!on) return null
  return <IconAlertTriangle size={14} stroke={1.75} className={style.clash} role="img" aria-label={t('plan.clashMark')} />
}

/** A row for each change of the desks, a column for each desk. */
function Rounds({ block, schedule, turns }: Omit<Props, 'session'>) {
  const t = useText()
  const language = useLanguage()
  const rounds = [...new Set(schedule.map(({ round }) => round))]
  const desks = Array.from({ length: block.desks }, (_, at) => at)
  return (
    <table className={style.schedule}>
      <thead>
        <tr>
          <th scope="col">{t('plan.time')}</th>
          {desks.map((desk) => (
            <th scope="col" key={desk}>
              {t('plan.deskN', { n: desk + 1 })}
              {block.deskLeads[desk] && <small>{block.deskLeads[desk]}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => {
          const here = schedule.filter((turn) => turn.round === round)
          return (
            <tr key={round}>
              <th scope="row">{here[0] && timeOf(here[0], language)}</th>
              {desks.map((desk) => {
                const turn = here.find((one) => one.desk === desk)
                return (
                  <td key={desk}>
                    {turn && turns.nameOf(turn.id)}
                    <Clash on={turn?.clash ?? false} />
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** A row for each who comes, by name. */
function Who({ block, schedule, turns }: Omit<Props, 'session'>) {
  const t = useText()
  const language = useLanguage()
  const rows = [...schedule].sort((a, b) => turns.nameOf(a.id).localeCompare(turns.nameOf(b.id), 'id'))
  return (
    <table className={style.schedule}>
      <thead>
        <tr>
          <th scope="col">{t(block.per === 'unit' ? 'plan.perUnit' : 'plan.perInnovation')}</th>
          <th scope="col">{t('plan.time')}</th>
          <th scope="col">{t('plan.desk')}</th>
          <th scope="col">{t('plan.lead')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((turn) => (
          <tr key={turn.id}>
            <th scope="row">
              {turns.nameOf(turn.id)}
              <Clash on={turn.clash} />
            </th>
            <td>{timeOf(turn, language)}</td>
            <td>{turn.desk + 1}</td>
            <td>{turn.lead}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const timeOf = ({ fromClock, toClock, from, to }: DeskTurn, language: 'id' | 'en'): string =>
  fromClock === '' ? `${from}–${to}` : `${clockText(fromClock, language)}–${clockText(toClock, language)}`
