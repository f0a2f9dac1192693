import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconFlag } from '@tabler/icons-react'
import { writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { StageKey } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useOverview, usePacks } from '../../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, PageTitle, Panel, StageTag, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { Agenda } from './agenda.tsx'
import css from './lab.module.css'

/** One stage of the method: why, what is done when, on which canvases, what comes out and what lets an innovation pass. */
export function StagePage({ stage }: { readonly stage: StageKey }) {
  const t = useText()
  const { id, lab, stages } = useOpenLab()
  const here = stages.find(({ key }) => key === stage)
  usePageTitle(here?.label ?? '', regionName(lab, t))
  const asked = useOverview(id)
  const live = (asked.state === 'ready' ? asked.value.innovations : []).filter((one) => !one.archived)
  if (!here) return <EmptyState title={t('lab.noStage')} text={t('app.notFoundDo')} />
  return (
    <div className={css.page}>
      <Head here={here} />
      <div className={css.columns}>
        <div className={css.column}>
          <About here={here} />
          <Agenda stage={here.def} units={lab.units.length} innovations={live.length} />
        </div>
        <aside className={css.column} data-region="panel" tabIndex={-1}>
          <GatePanel here={here} />
          <Canvases here={here} innovations={live} />
          <Here stage={stage} innovations={live} />
        </aside>
      </div>
    </div>
  )
}

function Head({ here }: { readonly here: LabStage }) {
  const t = useText()
  const { id, lab, doc, stages, readOnly } = useOpenLab()
  const at = stages.indexOf(here)
  const before = stages[at - 1]
  const after = stages[at + 1]
  const makeNow = () => {
    const was = lab.stage
    writeLabFacts(doc, { stage: here.key }, byPerson)
    notify.undoable(t('lab.madeNow', { stage: here.label }), () => writeLabFacts(doc, { stage: was }, byPerson))
  }
  return (
    <PageTitle
      title={
        <span className={css.stageTitle}>
          {here.label}
          {lab.stage === here.key && <StageTag stage={here.key} label={t('lab.stageNow')} />}
        </span>
      }
      lead={here.def.co}
      side={
        <>
          {before && (
            <Button
              component="a"
              variant="default"
              href={places.stage(id, before.key)}
              aria-label={t('lab.previous', { stage: before.label })}
              leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
            >
              {before.label}
            </Button>
          )}
          {after && (
            <Button
              component="a"
              variant="default"
              href={places.stage(id, after.key)}
              aria-label={t('lab.next', { stage: after.label })}
              rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
            >
              {after.label}
            </Button>
          )}
          {lab.stage !== here.key && !readOnly && (
            <Button onClick={makeNow} leftSection={<IconFlag size={16} stroke={1.75} aria-hidden />}>
              {t('lab.makeNow')}
            </Button>
          )}
        </>
      }
    />
  )
}

function About({ here: { def } }: { readonly here: LabStage }) {
  const t = useText()
  const say = useBoth()
  return (
    <Panel>
      <p className={css.lead}>{say(def.purpose)}</p>
      <dl className={css.facts}>
        <dt>{t('lab.output')}</dt>
        <dd>{say(def.output)}</dd>
        <dt>{t('lab.duration')}</dt>
        <dd>{say(def.duration)}</dd>
        {def.methods.length > 0 && (
          <>
            <dt>{t('lab.methods')}</dt>
            <dd>{def.methods.map(say).join(', ')}</dd>
          </>
        )}
        <dt>{t('lab.expected')}</dt>
        <dd>
          <ul className={css.bullets}>
            {def.expected.map((one) => (
              <li key={one.key}>{say(one.label)}</li>
            ))}
          </ul>
        </dd>
      </dl>
      <SourceLine status={def.status} source={def.source} />
    </Panel>
  )
}

function SourceLine({ status, source }: { readonly status: 'verified' | 'unverified'; readonly source: string }) {
  const t = useText()
  return (
    <p className={css.source}>
      <StatusChip tone={status === 'verified' ? 'ok' : 'plain'}>{t(`app.${status}`)}</StatusChip>
      {source !== '' && <span>{t('lab.source', { source })}</span>}
    </p>
  )
}

function GatePanel({ here: { def } }: { readonly here: LabStage }) {
  const t = useText()
  const say = useBoth()
  const { lab, stages } = useOpenLab()
  const { gate } = def
  const opens = stages.find(({ key }) => key === gate.opens)?.label
  const rule =
    opens === undefined
      ? t('lab.gateEnd')
      : gate.kind === 'approval'
        ? t('lab.gateApproval', { leader: lab.leader.title || t('lab.leader'), stage: opens })
        : t('lab.gateCheck', { stage: opens })
  return (
    <Panel title={t('lab.gate')}>
      <p className={css.lead}>{rule}</p>
      <p className={css.quiet}>{say(gate.label)}</p>
      <ul className={css.bullets}>
        {gate.items.map((item) => (
          <li key={item.key}>{say(item.label)}</li>
        ))}
      </ul>
      <SourceLine status={gate.status} source={gate.source} />
    </Panel>
  )
}

function Canvases({ here: { def }, innovations }: { readonly here: LabStage; readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const say = useBoth()
  const packs = usePacks()
  return (
    <Panel title={t('lab.canvases')}>
      {def.canvases.length === 0 && <p className={css.quiet}>{t('lab.noCanvases')}</p>}
      <ul className={css.lines}>
        {def.canvases.map((id) => {
          const canvas = canvasOf(packs, id)
          const done = innovations.filter((one) => one.canvases[id] === 'selesai').length
          return (
            <li key={id}>
              <b>{canvas ? say(canvas.title) : t('lab.canvasMissing', { id })}</b>
              <small>{t('lab.canvasCount', { done, of: innovations.length })}</small>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

function Here({ stage, innovations }: { readonly stage: StageKey; readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const { id, lab } = useOpenLab()
  const here = innovations.filter((one) => one.stage === stage)
  return (
    <Panel title={t('lab.here')} note={here.length > 0 ? here.length : undefined}>
      {here.length === 0 && <p className={css.quiet}>{t('lab.hereNone')}</p>}
      <ul className={css.lines}>
        {here.map((one) => (
          <li key={one.id}>
            <a href={places.innovation(id, one.id)}>{one.name}</a>
            <small>{lab.units.find((unit) => unit.id === one.unit)?.name}</small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
