/** One canvas of an innovation: title bar, picture or outline, and the panel with the trail. */
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { setCanvasState } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { InnovationId, ItemId, LabId, LinkId } from '#shared/model/ids.ts'
import type { TrailEnd } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { emptyCanvas } from '#shared/rules/blank.ts'
import { allCanvases, canvasOf } from '#shared/rules/packs.ts'
import { linkedEnds } from '#shared/rules/trail.ts'
import { go, places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { useInnovationDoc } from '../../collab/use-doc.tsx'
import { useInnovation } from '../../collab/use-innovation.ts'
import { useUndo } from '../../collab/use-undo.ts'
import { usePacks, useSettings } from '../../lab/lab-context.tsx'
import { EmptyState, ErrorBanner } from '../../parts/index.ts'
import { takeFocus, wantFocus } from '../../state/arrival.ts'
import { newId, nowIso } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import { leave, walkKey } from '../../trail/walk.ts'
import style from './canvas.module.css'
import { CanvasBody } from './canvas-body.tsx'
import { CanvasPanel, type PanelTask } from './canvas-panel.tsx'
import { CoachLine } from './coach-line.tsx'
import { isTyping, nothingSelected, type Selection, type Session, SessionProvider, selectedEnd, selectedEnds } from './session.tsx'
import { TitleBar, type ViewMode } from './title-bar.tsx'
import { useDragOut } from './trail/drag-out.ts'
import { Carried } from './trail/shelf.tsx'
import { useWalk } from './trail/use-walk.tsx'

type Props = { readonly lab: LabId; readonly innovation: InnovationId; readonly canvas: string }

export function CanvasPage({ lab, innovation, canvas }: Props) {
  const t = useText()
  const state = useInnovationDoc(lab, innovation)
  const packs = usePacks()
  const def = canvasOf(packs, canvas)
  const defs = useMemo(() => allCanvases(packs), [packs])
  if (state.state === 'loading') return <p className={style.wait}>{t('app.loading')}</p>
  if (state.state === 'refused')
    return <ErrorBanner what={t('canvas.refused')} safe={t('app.docRefusedSafe')} todo={t('app.docRefusedDo')} detail={state.reason} />
  if (def === undefined)
    return (
      <div className={style.wait}>
        <EmptyState title={t('canvas.unknown')} text={t('canvas.unknownText', { canvas })} />
      </div>
    )
  return (
    <OpenCanvas
      key={`${innovation}/${canvas}`}
      lab={lab}
      innovation={innovation}
      def={def}
      defs={defs}
      doc={state.doc}
      readOnly={state.readOnly}
    />
  )
}

type OpenProps = {
  readonly lab: LabId
  readonly innovation: InnovationId
  readonly def: CanvasDef
  readonly defs: readonly CanvasDef[]
  readonly doc: Y.Doc
  readonly readOnly: boolean
}

/** The part of a key press that React's events and the browser's own share. */
type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'target' | 'preventDefault'>

function OpenCanvas(props: OpenProps) {
  const { def, doc, readOnly } = props
  const { session, undo, spoken, arrive } = useMakeSession(props)
  const both = useBoth()
  const t = useText()
  const language = useLanguage()
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false }) ?? false
  const [chosenMode, setMode] = useState<ViewMode | null>(null)
  const mode: ViewMode = chosenMode ?? (narrow ? 'outline' : 'picture')
  const [panel, setPanel] = useState(!narrow)
  const [task, setTask] = useState<PanelTask>(null)
  const whole = useMemo((): Session => {
    const show = (next: PanelTask) => (): void => {
      setPanel(true)
      setTask(next)
    }
    return { ...session, openLinks: show({ do: 'make', start: null }), openOffers: show({ do: 'offers' }) }
  }, [session])
  const walk = useWalk(whole, arrive)
  const ends = selectedEnds(session, language)
  const dragOut = useDragOut(!readOnly && ends.length > 0, (canvas) => setTask({ do: 'put', canvas }))
  const onKeyDown = (event: KeyStroke): void => {
    const command = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const run = (what: () => void): void => {
      event.preventDefault()
      what()
    }
    if (command && key === 'z') run(event.shiftKey ? session.redo : session.undo)
    else if (command && key === 'y') run(session.redo)
    else if (command && key === '/') run(() => setMode(mode === 'outline' ? 'picture' : 'outline'))
    else if (key === ']' && !command && !isTyping(event.target)) run(() => setPanel((open) => !open))
  }
  // What had the focus may be gone (deleted, or replaced by its neighbour); its undo must still be one key away.
  const latest = useRef({ onKeyDown, walk })
  latest.current = { onKeyDown, walk }
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      // Walking works wherever the focus is: right after arriving it is on the page and not yet on the canvas.
      const walking = walkKey(event)
      if (walking !== null) {
        event.preventDefault()
        latest.current.walk.run(walking)
        // The same for undo and the views: whatever has the focus around the canvas leaves its keys to it.
      } else if (event.target instanceof Node && event.target !== page.current && event.target.contains(page.current)) {
        latest.current.onKeyDown(event)
      }
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
  return (
    <SessionProvider value={whole}>
      {/* Keys of the whole page; every part below is reachable by itself. */}
      <section ref={page} className={style.page} aria-label={both(def.title)} onKeyDown={onKeyDown} {...dragOut}>
        <TitleBar
          mode={mode}
          setMode={setMode}
          undo={undo}
          panel={panel}
          setPanel={setPanel}
          setDone={(done) => session.act(() => setCanvasState(doc, def.id, done ? 'selesai' : 'berjalan', byPerson))}
          readOnly={readOnly}
        />
        <CoachLine />
        <div className={style.columns}>
          <CanvasBody mode={mode} />
          {panel ? <CanvasPanel task={task} setTask={setTask} walk={walk} close={() => setPanel(false)} /> : null}
        </div>
        <Carried text={ends.length > 1 ? t('trail.chosenN', { n: ends.length }) : (ends[0]?.quote ?? '')} />
        {walk.picker}
        <p className={style.spoken} role="status" aria-live="polite">
          {spoken}
        </p>
      </section>
    </SessionProvider>
  )
}

/** Everything the parts of a canvas share; `openLinks` is filled in by the page. */
function useMakeSession({ lab, innovation, def, defs, doc, readOnly }: OpenProps) {
  const { me } = useSettings()
  const t = useText()
  const language = useLanguage()
  const undo = useUndo(doc, doc)
  const value = useInnovation(doc, innovation, lab)
  const [selection, setSelection] = useState<Selection>(() => firstSelection(def))
  const [field, selectField] = useState<string | null>(() => (def.kind === 'form' ? takeFocus(def.id) : null))
  const [spoken, announce] = useState('')
  const blank = useMemo(() => emptyCanvas(def.id), [def.id])
  const canvas = value.canvases[def.id] ?? blank
  const select = useCallback(
    (ids: readonly ItemId[], active?: ItemId | null) => setSelection({ ids, active: active ?? ids.at(-1) ?? null }),
    [],
  )
  const { stop } = undo
  const act = useCallback(
    <T,>(change: () => T): T | undefined => {
      if (readOnly) return undefined
      stop()
      const result = change()
      stop()
      return result
    },
    [readOnly, stop],
  )
  const arrive = useCallback(
    (end: TrailEnd): void => {
      if (end.of === def.id) {
        if (end.place === 'field') selectField(end.key)
        else setSelection({ ids: [end.key as ItemId], active: end.key as ItemId }) // an item end is keyed by an item id
        return
      }
      wantFocus(end)
      go(end.place === 'section' ? places.proposal(lab, innovation, end.of) : places.canvas(lab, innovation, end.of))
    },
    [def.id, innovation, lab],
  )
  const author = me.name === '' ? t('canvas.somebody') : me.name
  const last = useRef({ undo: undo.undo, redo: undo.redo })
  last.current = { undo: undo.undo, redo: undo.redo }
  const latest = useRef<TrailEnd | null>(null)
  const session = useMemo((): Session => {
    const items = canvas.items
    const known = new Set(items.map((item) => item.id))
    return {
      lab,
      innovation,
      def,
      defs,
      value,
      canvas,
      items,
      desk: {
        doc,
        canvas: def.id,
        me: author,
        newId: newId<'item'>,
        newLinkId: (): LinkId => newId<'link'>(),
        get now() {
          return nowIso()
        },
      },
      readOnly,
      linked: linkedEnds(value.trail),
      // Somebody else may have taken away what was selected here.
      selection:
        selection.active === null || known.has(selection.active)
          ? selection
          : { ids: selection.ids.filter((id) => known.has(id)), active: null },
      select,
      field,
      selectField,
      act,
      undo: () => {
        // The bar offers to take back the same thing; both at once would be one too many.
        notify.hide()
        last.current.undo()
      },
      redo: () => last.current.redo(),
      announce,
      openLinks: () => undefined,
      openOffers: () => undefined,
      goTo: (end) => {
        if (latest.current !== null) leave({ lab, innovation, end: latest.current })
        arrive(end)
      },
    }
  }, [lab, innovation, def, defs, value, canvas, doc, author, readOnly, selection, select, field, act, arrive])
  latest.current = selectedEnd(session, language)
  return { session, undo, spoken, arrive }
}

function firstSelection(def: CanvasDef): Selection {
  if (def.kind === 'form') return nothingSelected
  const wanted = takeFocus(def.id)
  return wanted === null ? nothingSelected : { ids: [wanted as ItemId], active: wanted as ItemId } // an item end is keyed by an item id
}
