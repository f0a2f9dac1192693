/** The right panel: what belongs to this kind of canvas, what can be taken over, where the selected thing came from and what it became. */
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { CanvasDef } from '#shared/model/pack.ts'
import { linksAt } from '#shared/rules/trail.ts'
import { likelyTargets, partsOf } from '#shared/rules/trail-targets.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { TargetPicker } from '../../trail/target-picker.tsx'
import style from './canvas.module.css'
import { GridSide } from './grid/grid-side.tsx'
import { selectedEnd, selectedEnds, useSession } from './session.tsx'
import { asksForSimilar, SimilarAside } from './similar/similar-aside.tsx'
import { ChangedSources, useChanged } from './trail/changed.tsx'
import { Shelf } from './trail/shelf.tsx'
import { newIn, TakeOffers, useOffers } from './trail/take-offers.tsx'
import { TrailChain } from './trail/trail-chain.tsx'
import { useMakes } from './trail/use-makes.ts'
import { useLastStop, type useWalk } from './trail/use-walk.tsx'
import { TreeSidePanel } from './tree/tree-side.tsx'

/** What the panel was asked for: making something, one canvas something was dropped on, or what can be taken over. */
export type PanelTask =
  | { readonly do: 'make'; readonly start: CanvasDef | null }
  | { readonly do: 'put'; readonly canvas: string }
  | { readonly do: 'offers' }
  | null

type Props = {
  readonly task: PanelTask
  readonly setTask: (task: PanelTask) => void
  readonly walk: ReturnType<typeof useWalk>
  readonly close: () => void
}

export function CanvasPanel({ task, setTask, walk, close }: Props) {
  const session = useSession()
  const { def } = session
  const t = useText()
  // Whoever chose something wants to see its trail; what can be taken over waits below.
  const first = task?.do === 'offers' || selectedEnd(session) === null
  return (
    <aside className={style.panel} aria-label={t('canvas.panel')} data-region="panel" tabIndex={-1}>
      <ActionIcon className={style.panelClose} variant="subtle" color="gray" size={30} aria-label={t('canvas.foldPanel')} onClick={close}>
        <IconX size={18} stroke={1.75} />
      </ActionIcon>
      {def.kind === 'tree' ? <TreeSidePanel /> : null}
      {def.kind === 'grid' ? <GridSide /> : null}
      {first ? <Incoming task={task} /> : null}
      {asksForSimilar(def.id) ? <SimilarAside /> : null}
      <TrailOfChosen task={task} setTask={setTask} walk={walk} after={first ? null : <Incoming task={task} />} />
    </aside>
  )
}

/** What is new to take over, and what changed at its source since it was taken. */
function Incoming({ task }: { readonly task: PanelTask }) {
  const { canvas, def, items, readOnly } = useSession()
  const t = useText()
  // An empty canvas makes the same offer in its middle.
  const offered = def.kind !== 'form' && items.length === 0
  const changed = useChanged()
  const fresh = newIn(useOffers())
  const box = useRef<HTMLDivElement>(null)
  const asked = task?.do === 'offers'
  useEffect(() => {
    if (!asked) return
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.querySelector<HTMLElement>('summary,button')?.focus()
  }, [asked])
  return (
    <div ref={box} className={style.incoming}>
      {changed.length === 0 ? null : (
        <section>
          <h2>{t('trail.changedTitle', { n: changed.length })}</h2>
          <ChangedSources changed={changed} />
        </section>
      )}
      {fresh === 0 || readOnly || offered ? null : (
        // Who finished a canvas is not asked for more on it, but can still look.
        <details key={String(asked)} open={asked || canvas.state !== 'selesai'}>
          <summary>
            <h2>
              {t('trail.takeTitle')} <small>{t('trail.newThings', { n: fresh })}</small>
            </h2>
          </summary>
          <TakeOffers open={asked || canvas.state === 'belum'} />
        </details>
      )}
    </div>
  )
}

function TrailOfChosen({ task, setTask, walk, after }: Omit<Props, 'close'> & { readonly after: ReactNode }) {
  const session = useSession()
  const { def, defs, value, desk, readOnly, goTo } = session
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const makes = useMakes()
  const end = selectedEnd(session, language)
  const ends = selectedEnds(session, language)
  const put = (target: CanvasDef): void => {
    const likely = likelyTargets(def.id, defs, value.trail, defs.length).find((one) => one.def.id === target.id)
    if (likely?.part === undefined && partsOf(target, value).length > 0) {
      setTask({ do: 'make', start: target })
      return
    }
    makes.make(ends, likely?.part === undefined ? { def: target } : { def: target, part: likely.part }, false)
    setTask(null)
  }
  const dropped = task?.do === 'put' ? defs.find(({ id }) => id === task.canvas) : undefined
  const latest = useRef(put)
  latest.current = put
  useEffect(() => {
    if (dropped !== undefined) latest.current(dropped)
  }, [dropped])
  const making = task?.do === 'make' && end !== null && !readOnly
  return (
    <>
      <section className={style.trail}>
        <h2>{t('canvas.trail')}</h2>
        <p className={style.quiet}>{t(end === null ? 'canvas.trailNothing' : 'canvas.trailLead')}</p>
        <WalkBack walk={walk} />
        {end === null ? null : making ? (
          <TargetPicker
            key={task.start?.id ?? ''}
            value={value}
            defs={defs}
            ends={ends}
            start={task.start}
            make={(target, joined) => makes.make(ends, target, joined)}
            tie={(other, way) => makes.tie(ends, other, way)}
            open={goTo}
            close={() => setTask(null)}
          />
        ) : (
          <>
            <TrailChain key={`${desk.canvas}/${end.key}`} end={end} />
            <WalkOn walk={walk} />
          </>
        )}
      </section>
      {after}
      {session.items.length === 0 && def.kind !== 'form' ? null : (
        <details className={style.how}>
          <summary>{t('canvas.howTo')}</summary>
          <p>{both(def.help)}</p>
          <p>
            <strong>{t('canvas.example')}</strong> {both(def.example)}
          </p>
        </details>
      )}
      <p className={style.source}>
        {t(def.status === 'unverified' ? 'canvas.sourceUnverified' : 'canvas.source')} {def.source}
      </p>
      {end === null || readOnly || making ? null : (
        <Shelf count={ends.filter(({ quote }) => quote !== '').length} put={put} more={() => setTask({ do: 'make', start: null })} />
      )}
    </>
  )
}

function WalkBack({ walk }: Pick<Props, 'walk'>) {
  const { innovation } = useSession()
  const t = useText()
  const last = useLastStop(innovation)
  if (last === null) return null
  return (
    <Button
      className={style.walkBack ?? ''}
      variant="subtle"
      size="compact-sm"
      leftSection={<IconArrowBackUp size={16} stroke={1.75} />}
      aria-keyshortcuts="Alt+K"
      title="Alt+K"
      onClick={walk.goBack}
    >
      {t('trail.back', { text: last.end.quote === '' ? t('canvas.noText') : last.end.quote.slice(0, 60) })}
    </Button>
  )
}

function WalkOn({ walk }: Pick<Props, 'walk'>) {
  const session = useSession()
  const t = useText()
  const end = selectedEnd(session)
  const { into, out } = end === null ? { into: [], out: [] } : linksAt(session.value.trail, end)
  if (into.length + out.length === 0) return null
  return (
    <div className={style.walk}>
      <Button
        variant="default"
        size="compact-sm"
        disabled={into.length === 0}
        leftSection={<IconArrowUp size={16} stroke={1.75} />}
        title="Alt+,"
        aria-keyshortcuts="Alt+,"
        onClick={() => walk.step('source')}
      >
        {t('trail.toSource')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        disabled={out.length === 0}
        leftSection={<IconArrowDown size={16} stroke={1.75} />}
        title="Alt+."
        aria-keyshortcuts="Alt+."
        onClick={() => walk.step('result')}
      >
        {t('trail.toResult')}
      </Button>
    </div>
  )
}
