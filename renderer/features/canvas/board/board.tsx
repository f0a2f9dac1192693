/** The board as a picture: zones, clusters and notes, moved by pointer or by keys. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { useSessionOf } from '../session.tsx'
import style from './board.module.css'
import { BoardEditor, withDraft } from './board-editor.tsx'
import { useBoardKeys } from './board-keys.ts'
import { BoardPanels } from './board-panels.tsx'
import { BoardTools } from './board-tools.tsx'
import { BoardWorld } from './board-world.tsx'
import { type FarHand, FarLayer } from './far-layer.tsx'
import type { Tool } from './gestures.ts'
import { allNotes, around, type BoardLayout, layoutBoard, type PlacedNote } from './layout.ts'
import type { Picture } from './paint.ts'
import { PhotoField, type PhotoHand } from './photo-field.tsx'
import { useBoard } from './use-board.ts'
import { useBoardPointer } from './use-board-pointer.ts'
import { useCardPictures } from './use-card-pictures.ts'
import { toolRoom, useViewport, type Viewport } from './viewport.ts'
import { ZoneNames } from './zone-names.tsx'

/** As long as the cards of a board take to turn over. */
const revealMs = 1200

export function Board() {
  const session = useSessionOf('board')
  const { def, selection, select } = session
  const board = useBoard()
  const pictures = useCardPictures()
  const view = useViewport(true)
  const [colours, setColours] = useState(false)
  const [tool, setTool] = useState<Tool>('select')
  const [map, setMap] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const band = useRef<HTMLDivElement>(null)
  const guides = useRef<SVGSVGElement>(null)
  const lasso = useRef<SVGSVGElement>(null)
  const far = useRef<FarHand>(null)
  const photo = useRef<PhotoHand>(null)
  const lastZone = useRef(def.zones[0]?.key ?? '')
  const { seen, editing, closed } = board
  const layout = useMemo(
    () =>
      layoutBoard(
        def.zones.map((zone) => zone.key),
        withDraft(seen, editing),
        def.perRow,
      ),
    [def, seen, editing],
  )
  const notes = useMemo(() => allNotes(layout), [layout])
  const picture = usePictureOf(layout, selection.ids)
  const marks = useMemo(() => ({ list, band, guides, lasso, far }), [])
  const pointer = useBoardPointer({ view, layout, notes, board, pictures, marks, tool, lastZone })
  useFollowActive(view, notes, selection.active, pointer.busy, lastZone)
  useFirstFit(view, layout, selection.active !== null)
  const revealing = useRevealing(session.canvas.settings.private === true)

  const zoomChosen = (): void => {
    const chosen = new Set(selection.ids)
    const rect = around([...notes, ...layout.zones.flatMap((zone) => zone.clusters)].filter((one) => chosen.has(one.item.id)))
    if (rect !== null) view.fit({ x: rect.x - 40, y: rect.y - 40, w: rect.w + 80, h: rect.h + 80 }, 2)
  }
  const ui = {
    zone: () => lastZone.current,
    openColours: () => setColours(true),
    setTool,
    toggleMap: () => setMap((open) => !open),
    takePhoto: () => photo.current?.open((files) => void pictures.add(files, { kind: 'new', zone: lastZone.current })),
    zoomChosen,
  }
  const onKey = useBoardKeys({ board, layout, view, ui })
  const latestKey = useRef(onKey)
  latestKey.current = onKey
  const onKeyDown = useCallback((event: React.KeyboardEvent) => latestKey.current(event), [])
  const toCanvas = (): void => list.current?.focus({ preventScroll: true })
  return (
    <div className={style.stage}>
      {/* The picture itself takes the pointer; everything it does can be done by keys in the list inside. */}
      <div ref={view.frame} className={style.frame} data-tool={tool} {...pointer.handlers}>
        <div ref={view.world} className={style.world}>
          <BoardWorld
            layout={layout}
            far={view.far}
            seen={view.seen}
            voted={board.quota !== null}
            closed={closed}
            revealing={revealing}
            list={list}
            lastZone={lastZone}
            onKeyDown={onKeyDown}
          />
          <BoardEditor board={board} notes={notes} layout={layout} view={view} list={list} />
          <svg ref={guides} className={style.guides} aria-hidden>
            <path />
          </svg>
          <svg ref={lasso} className={style.lasso} aria-hidden>
            <path />
          </svg>
          <div ref={band} className={style.band} style={{ display: 'none' }} />
        </div>
        {view.far ? <FarLayer view={view} picture={picture} active={selection.active} hand={far} /> : null}
        {view.far ? <ZoneNames view={view} layout={layout} /> : null}
      </div>
      <BoardTools
        board={board}
        view={view}
        layout={layout}
        picture={picture}
        ui={ui}
        tool={tool}
        colours={colours}
        setColours={setColours}
        map={map}
        toCanvas={toCanvas}
        clear={() => select([], null)}
      />
      <BoardPanels board={board} pictures={pictures} startZone={lastZone.current} back={toCanvas} />
      <PhotoField ref={photo} />
    </div>
  )
}

function usePictureOf(layout: BoardLayout, ids: readonly ItemId[]): Picture {
  const { def } = useSessionOf('board')
  return useMemo(() => {
    const papers = new Map(def.zones.map((zone) => [zone.key, zone.color]))
    return { layout, chosen: new Set(ids), colorOf: (note: PlacedNote) => note.item.color ?? papers.get(note.zone) ?? 'kunyit' }
  }, [def, layout, ids])
}

/** A new active note brings the picture along, unless a pointer just chose it. */
function useFollowActive(
  view: Viewport,
  notes: readonly PlacedNote[],
  active: ItemId | null,
  busy: () => boolean,
  lastZone: React.RefObject<string>,
): void {
  const { reveal } = view
  // biome-ignore lint/correctness/useExhaustiveDependencies: not at every change of the layout
  useEffect(() => {
    const note = notes.find((one) => one.item.id === active)
    if (note === undefined) return
    lastZone.current = note.zone
    if (!busy()) reveal(note)
  }, [active, reveal])
}

/** Still comfortable to read. */
const legible = 0.8
/** In a frame less wide than this only one zone can be read at a time. */
const phone = 640

/** A board wider than the window opens with all its zones in view, one that is a little higher with its last row above the toolbar. */
function useFirstFit(view: Viewport, layout: BoardLayout, arrived: boolean): void {
  const { fit: fitTo, frame } = view
  const fitted = useRef(false)
  // Before anything is shown: what is out of view, or too small to be drawn at all, is then never drawn.
  useLayoutEffect(() => {
    if (fitted.current || layout.width === 0) return
    fitted.current = true
    const [wide, high] = [frame.current?.clientWidth ?? 0, (frame.current?.clientHeight ?? 0) - toolRoom]
    if (arrived || (layout.width <= wide && layout.height <= high)) return
    const first = layout.zones[0]
    if (first !== undefined && wide < phone) {
      fitTo(first)
      return
    }
    const rows = high / layout.height >= legible
    if (layout.width > wide || rows) fitTo({ x: 0, y: 0, w: layout.width, h: rows ? layout.height : Math.min(layout.height, 600) })
  }, [layout, fitTo, frame, arrived])
}

/** True for a moment after everybody's cards were opened, here or by somebody else. */
function useRevealing(shut: boolean): boolean {
  const [revealing, setRevealing] = useState(false)
  const before = useRef(shut)
  useEffect(() => {
    const opened = before.current && !shut
    before.current = shut
    if (!opened) return
    setRevealing(true)
    const timer = setTimeout(() => setRevealing(false), revealMs)
    return () => clearTimeout(timer)
  }, [shut])
  return revealing
}
