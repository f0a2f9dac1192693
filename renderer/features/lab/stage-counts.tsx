/** Where the innovations stand at a stage: numbers, each of which opens the list behind it. */
import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { localDay } from '#shared/rules/dates.ts'
import { factsOfSummary, type GateState, gateState } from '#shared/rules/gates.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip } from '../../parts/index.ts'
import { type BehindLine, showBehind } from '../../state/behind.ts'
import { useNow } from '../../state/clock.ts'
import css from './lab.module.css'
import own from './stage.module.css'

const everyMinute = 60_000

/** The ISO day it is where the lab is. */
export function useToday(): string {
  const { lab } = useOpenLab()
  return localDay(new Date(useNow(everyMinute)).toISOString(), lab.timeZone)
}

type More = (one: InnovationSummary) => string

/** Opens the list of innovations behind a number. `more` is said beside each instead of its unit. */
export function useLines(): (title: string, innovations: readonly InnovationSummary[], more?: More) => void {
  const { id, lab } = useOpenLab()
  return (title, innovations, more) => {
    const unitOf = (one: InnovationSummary) => lab.units.find((unit) => unit.id === one.unit)?.name ?? ''
    const lines = innovations.map((one): BehindLine => {
      const said = [unitOf(one), more?.(one) ?? ''].filter((part) => part !== '').join('. ')
      return { id: one.id, text: one.name, href: places.innovation(id, one.id), ...(said === '' ? {} : { more: said }) }
    })
    showBehind({ title, lines })
  }
}

/** A number that opens its list; without anything behind it, it is only read. */
export function Behind(props: {
  readonly title: string
  readonly innovations: readonly InnovationSummary[]
  readonly more?: More
  readonly children: ReactNode
}) {
  const { title, innovations, more, children } = props
  const t = useText()
  const lines = useLines()
  if (innovations.length === 0) return <span className={own.number}>{children}</span>
  return (
    <button type="button" className={own.number} title={t('stage.behind', { what: title })} onClick={() => lines(title, innovations, more)}>
      {children}
    </button>
  )
}

export function SourceLine({ status, source }: { readonly status: 'verified' | 'unverified'; readonly source: string }) {
  const t = useText()
  return (
    <p className={own.source}>
      <StatusChip tone={status === 'verified' ? 'ok' : 'plain'}>{t(`app.${status}`)}</StatusChip>
      {source !== '' && <span>{t('lab.source', { source })}</span>}
    </p>
  )
}

type Part = { readonly here: LabStage; readonly innovations: readonly InnovationSummary[] }

export function GatePanel({ here, innovations }: Part) {
  const t = useText()
  const say = useBoth()
  const { id, lab, stages } = useOpenLab()
  const { gate } = here.def
  const opens = stages.find(({ key }) => key === gate.opens)?.label
  const rule =
    opens === undefined
      ? t('lab.gateEnd')
      : gate.kind === 'approval'
        ? t('lab.gateApproval', { leader: lab.leader.title || t('lab.leader'), stage: opens })
        : t('lab.gateCheck', { stage: opens })
  return (
    <Panel title={t('lab.gate')}>
      <p className={own.lead}>{rule}</p>
      <AtGate here={here} innovations={innovations} />
      <p className={css.quiet}>{say(gate.label)}</p>
      <ul className={own.bullets}>
        {gate.items.map((item) => (
          <li key={item.key}>{say(item.label)}</li>
        ))}
      </ul>
      <SourceLine status={gate.status} source={gate.source} />
      <a className={own.go} href={places.gates(id, here.key)}>
        {t('stage.openGate')}
        <IconArrowRight size={16} stroke={1.75} aria-hidden />
      </a>
    </Panel>
  )
}

/** How many of those at this stage may go on, and what the others lack. */
function AtGate({ here, innovations }: Part) {
  const t = useText()
  const say = useBoth()
  const { lab } = useOpenLab()
  const all = innovations
    .filter((one) => one.stage === here.key)
    .map((one) => ({ one, state: gateState(here.def, factsOfSummary(one), lab) }))
  if (all.length === 0) return <p className={own.none}>{t('stage.noneAtGate')}</p>
  const ready = all.filter(({ state }) => state.passable).map(({ one }) => one)
  const lacking = all.filter(({ state }) => !state.passable)
  const lacks = new Map(lacking.map(({ one, state }) => [one.id, missing(state)]))
  return (
    <p className={own.counts}>
      <Behind title={t('stage.readyTitle', { stage: here.label })} innovations={ready}>
        <b>{ready.length}</b> {t('stage.ready')}
      </Behind>
      <Behind
        title={t('stage.lackingTitle', { stage: here.label })}
        innovations={lacking.map(({ one }) => one)}
        more={(one) => lacks.get(one.id) ?? ''}
      >
        <b>{lacking.length}</b> {t(here.def.gate.kind === 'approval' ? 'stage.waiting' : 'stage.lacking')}
      </Behind>
    </p>
  )

  function missing(state: GateState): string {
    return state.items
      .filter(({ done }) => !done)
      .map(({ label }) => say(label))
      .join(', ')
  }
}

/** The two parts of Deliver are counted apart (domain.md 1.2), over all innovations that came as far as Deliver. */
export function Deliver({ innovations }: { readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const { stages } = useOpenLab()
  const at = stages.findIndex(({ key }) => key === 'deliver')
  const reached = innovations.filter((one) => stages.findIndex(({ key }) => key === one.stage) >= at)
  const parts = [
    ['stage.launched', reached.filter((one) => one.launched)],
    ['stage.notLaunched', reached.filter((one) => !one.launched)],
    ['stage.monitored', reached.filter((one) => one.monitored)],
    ['stage.notMonitored', reached.filter((one) => one.launched && !one.monitored)],
  ] as const
  return (
    <Panel title={t('stage.deliver')} note={reached.length}>
      <ul className={own.parts}>
        {parts.map(([word, all]) => (
          <li key={word}>
            <Behind title={t(word)} innovations={all}>
              <b>{all.length}</b> {t(word)}
            </Behind>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
