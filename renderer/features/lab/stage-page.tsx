import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconCalendarPlus, IconFlag } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { StageKey } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { stageText } from '#shared/rules/chat-stage.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { ChatText } from '../../chat/chat-text.tsx'
import { useOverview, usePacks } from '../../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, ErrorBanner, PageTitle, Panel, StageTag } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { seek } from '../../state/sought.ts'
import { Agenda } from './agenda.tsx'
import { ConventionPanel } from './convention-panel.tsx'
import css from './lab.module.css'
import own from './stage.module.css'
import { Behind, Deliver, GatePanel, SourceLine, useLines, useToday } from './stage-counts.tsx'
import { Deadlines, Sessions } from './stage-when.tsx'

/** One stage of the method: why, what is done when, on which canvases, what comes out, and where the innovations stand in it. */
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
      <Head here={here} innovations={live} />
      {asked.state === 'failed' && <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />}
      <div className={css.columns}>
        <div className={css.column}>
          <About here={here} />
          <Agenda stage={here.def} units={lab.units.length} innovations={live.length} />
          <Canvases here={here} innovations={live} />
        </div>
        <aside className={css.column} data-region="panel" tabIndex={-1}>
          <Sessions here={here} />
          <Deadlines here={here} innovations={live} />
          {stage === 'deliver' && <Deliver innovations={live} />}
          {stage === 'display' && <ConventionPanel />}
          <GatePanel here={here} innovations={live} />
          <Here here={here} innovations={live} />
        </aside>
      </div>
    </div>
  )
}

type Part = { readonly here: LabStage; readonly innovations: readonly InnovationSummary[] }

function Head({ here, innovations }: Part) {
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
  const isNow = lab.stage === here.key
  const planHere = (event: MouseEvent) => {
    // A tab of its own knows nothing of what is sought here.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) seek({ what: 'make_session', stage: here.key })
  }
  return (
    <PageTitle
      title={
        <span className={own.stageTitle}>
          {here.label}
          {isNow && <StageTag stage={here.key} label={t('lab.stageNow')} />}
        </span>
      }
      lead={here.def.co}
      side={
        <>
          {before && (
            <Button
              component="a"
              variant="subtle"
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
              variant="subtle"
              href={places.stage(id, after.key)}
              aria-label={t('lab.next', { stage: after.label })}
              rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
            >
              {after.label}
            </Button>
          )}
          <StageChat here={here} innovations={innovations} />
          {!isNow && !readOnly && (
            <Button variant="default" onClick={makeNow} leftSection={<IconFlag size={16} stroke={1.75} aria-hidden />}>
              {t('lab.makeNow')}
            </Button>
          )}
          {!readOnly && (
            <Button
              component="a"
              href={places.sessions(id)}
              onClick={planHere}
              leftSection={<IconCalendarPlus size={16} stroke={1.75} aria-hidden />}
            >
              {t('stage.planSession')}
            </Button>
          )}
        </>
      }
    />
  )
}

function StageChat({ here, innovations }: Part) {
  const t = useText()
  const language = useLanguage()
  const packs = usePacks()
  const { lab, stages } = useOpenLab()
  const today = useToday()
  const canvasTitle = (canvas: string) => canvasOf(packs, canvas)?.title[language] ?? canvas
  return (
    <ChatText
      label={t('chat.stageShort')}
      make={() => stageText({ lab, stage: here, stages, innovations, canvasTitle, today }, language)}
    />
  )
}

function About({ here: { def } }: { readonly here: LabStage }) {
  const t = useText()
  const say = useBoth()
  return (
    <Panel>
      <p className={own.lead}>{say(def.purpose)}</p>
      <dl className={own.facts}>
        <dt>{t('lab.output')}</dt>
        <dd>{say(def.output)}</dd>
        <dt>{t('lab.duration')}</dt>
        <dd>{say(def.duration)}</dd>
        {def.methods.length > 0 && (
          <>
            <dt>{t('lab.methods')}</dt>
            <dd>{def.methods.map(say).join('; ')}</dd>
          </>
        )}
        <dt>{t('lab.expected')}</dt>
        <dd>
          <ul className={own.bullets}>
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

function Canvases({ here: { def }, innovations }: Part) {
  const t = useText()
  const say = useBoth()
  const packs = usePacks()
  return (
    <Panel title={t('lab.canvases')}>
      {def.canvases.length === 0 && <p className={css.quiet}>{t('lab.noCanvases')}</p>}
      <ul className={own.canvases}>
        {def.canvases.map((id) => {
          const canvas = canvasOf(packs, id)
          const title = canvas ? say(canvas.title) : t('lab.canvasMissing', { id })
          const done = innovations.filter((one) => one.canvases[id] === 'selesai')
          return (
            <li key={id}>
              <b>{title}</b>
              <Behind title={t('stage.canvasDone', { canvas: title })} innovations={done}>
                {t('lab.canvasCount', { done: done.length, of: innovations.length })}
              </Behind>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

/** Shown in the panel; the rest opens beside it. */
const shownHere = 12

function Here({ here: { key, label }, innovations }: Part) {
  const t = useText()
  const { id, lab } = useOpenLab()
  const lines = useLines()
  const here = innovations.filter((one) => one.stage === key)
  return (
    <Panel title={t('lab.here')} note={here.length > 0 ? here.length : undefined}>
      {here.length === 0 && <p className={css.quiet}>{t('lab.hereNone')}</p>}
      <ul className={own.lines}>
        {here.slice(0, shownHere).map((one) => (
          <li key={one.id}>
            <a href={places.innovation(id, one.id)}>{one.name}</a>
            <small>{lab.units.find((unit) => unit.id === one.unit)?.name}</small>
          </li>
        ))}
      </ul>
      {here.length > shownHere && (
        <button type="button" className={own.plain} onClick={() => lines(label, here)}>
          {t('lab.more', { n: here.length - shownHere })}
        </button>
      )}
    </Panel>
  )
}
