/** Boxes of a tree on a ground that can be panned and zoomed: choosing, writing, dragging, keys and toolbar. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { endKey } from '#shared/rules/trail.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useViewport, type Viewport } from '../board/viewport.ts'
import { linesOf } from '../desk.ts'
import { ItemEditor } from '../item-editor.tsx'
import { arrivesByKey, isTyping, useSessionOf } from '../session.tsx'
import { siblingsOf, subtreeOf } from './edits.ts'
import { treeKeys, type Walk } from './keys.ts'
import { Minimap } from './minimap.tsx'
import stage from './stage.module.css'
import style from './tree.module.css'
import { type DropAt, useTreeDrag } from './tree-drag.ts'
import { boxId, Node, type StageBox } from './tree-node.tsx'
import { largest, TreeNotes, TreeTools, Zoom } from './tree-tools.tsx'
import type { TreeActs } from './use-tree.ts'
import { draftNode } from './visible.ts'
import { useWarnings } from './warnings.ts'

type Props = {
  readonly acts: TreeActs
  readonly boxes: readonly StageBox[]
  readonly width: number
  readonly height: number
  /** Where the core stands or would stand. */
  readonly core: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly walk: Walk
  readonly dropAt: DropAt
  /** Boxes without the line for the author. */
  readonly bare?: boolean
  /** Drawn behind the boxes. */
  readonly children: ReactNode
  /** In the picture, with buttons of its own. */
  readonly over?: ReactNode
  /** Over the picture, standing still. */
  readonly bar?: ReactNode
}

/** The zoom of a tree that cannot be shown whole. */
const small = 0.8
/** From this many boxes on only those in view are in the page. */
const many = 150
/** From this many boxes on there is a map. */
const mapped = 40

export function TreeStage(props: Props) {
  const { acts, boxes, width, height, core, walk, dropAt, bare = false, children, over, bar } = props
  const session = useSessionOf('tree')
  const { def, selection, select, openLinks } = session
  const both = useBoth()
  const view = useViewport()
  const list = useRef<HTMLDivElement>(null)
  const drag = useTreeDrag(acts, view, list, dropAt)
  useFirstView(view, width, height, core, boxes.length)
  useKeepInView(acts, boxes, view, drag.pointed)
  const { active } = selection
  const { seen, far } = view
  const drawn = useMemo(
    () => (boxes.length < many || far ? boxes : boxes.filter((box) => box.id === active || meets(box, seen))),
    [boxes, far, seen, active],
  )
  return (
    <div className={stage.stage}>
      {bar == null ? null : <div className={stage.bar}>{bar}</div>}
      <div className={stage.room}>
        <div ref={view.frame} className={stage.frame} {...drag.handlers}>
          <div ref={view.world} className={stage.world}>
            <div className={stage.ground}>{children}</div>
            <div
              ref={list}
              role="tree"
              aria-label={both(def.title)}
              aria-activedescendant={active === null ? undefined : boxId(active)}
              tabIndex={0}
              className={stage.list}
              onFocus={(event) => {
                const first = acts.index.tree.core ?? acts.index.tree.effects[0]?.item ?? acts.index.tree.causes[0]?.item
                if (arrivesByKey(event) && active === null && first != null) select([first.id])
              }}
              onKeyDown={(event) => isTyping(event.target) || treeKeys(acts, event, { select, openLinks }, walk)}
            >
              <Nodes acts={acts} boxes={drawn} bare={bare} />
            </div>
            {over}
            {acts.index.tree.core === null && acts.editing === null ? <Start acts={acts} core={core} /> : null}
            {drag.drop === null ? null : <DropMark drop={drag.drop} />}
            <TreeEditor acts={acts} boxes={boxes} back={() => list.current?.focus({ preventScroll: true })} />
          </div>
        </div>
        <TreeNotes acts={acts} />
        <TreeTools acts={acts} effects={walk.effects} />
        <div className={stage.corner}>
          {boxes.length < mapped ? null : <Minimap view={view} boxes={boxes} width={width} height={height} />}
          <Zoom view={view} width={width} height={height} />
        </div>
      </div>
    </div>
  )
}

const meets = (box: StageBox, rect: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }): boolean =>
  box.x < rect.x + rect.w && box.x + box.w > rect.x && box.y < rect.y + rect.h && box.y + box.h > rect.y

function Nodes({ acts, boxes, bare }: { readonly acts: TreeActs; readonly boxes: readonly StageBox[]; readonly bare: boolean }) {
  const { selection, linked, def } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const warnings = useWarnings(acts)
  const rootWord = def.mirror === undefined ? t('canvas.root') : both(def.levels.root)
  const { index, begin, fold, readOnly } = acts
  const onAdd = useMemo(() => (readOnly ? null : (id: ItemId) => begin('child', id)), [readOnly, begin])
  return boxes.map((box) => {
    const item = acts.byId.get(box.id)
    if (box.id === draftNode || item === undefined) return null
    const siblings = siblingsOf(index, box.id)
    const below = subtreeOf(index, box.id).length - 1
    return (
      <Node
        key={box.id}
        box={box}
        item={item}
        levelName={acts.levelName(box.id)}
        rootWord={rootWord}
        selected={selection.active === box.id}
        lifted={acts.moving === box.id}
        hidden={acts.folded.has(box.id) && below > 0 ? below : null}
        expandable={below > 0}
        linked={linked.has(endKey({ place: 'item', of: def.id, key: box.id }))}
        place={siblings.findIndex((node) => node.item.id === box.id) + 1 || 1}
        of={siblings.length || 1}
        warning={warnings.get(box.id) ?? null}
        bare={bare}
        onFold={fold}
        onAdd={onAdd}
      />
    )
  })
}

/** At first, and when a whole tree comes at once: all of it where that can be read, else the core. */
function useFirstView(view: Viewport, width: number, height: number, core: Props['core'], count: number): void {
  const shown = useRef<number | null>(null)
  const { fit: show, centre, frame } = view
  useEffect(() => {
    const room = frame.current
    const before = shown.current
    if (room === null || room.clientWidth === 0) return
    shown.current = count
    if (before !== null && (before > 1 || count < 5)) return
    const fits = Math.min((room.clientWidth - 32) / width, (room.clientHeight - 110) / height)
    if (fits >= 0.55) show({ x: 0, y: 0, w: width, h: height }, largest)
    else {
      const whole = width * small <= room.clientWidth - 32
      // Above the toolbar, which takes the lower part of the room.
      centre(whole ? width / 2 : core.x + core.w / 2, core.y + core.h / 2 + 48 / small, small)
    }
  }, [show, centre, frame, width, height, core, count])
}

/** The chosen node, or the one being written, comes into view when it changes. */
function useKeepInView(acts: TreeActs, boxes: readonly StageBox[], { reveal }: Viewport, pointed: React.RefObject<ItemId | null>): void {
  const writing = acts.editing?.kind === 'new' ? draftNode : acts.active
  const latest = useRef(boxes)
  latest.current = boxes
  const first = useRef(true)
  useEffect(() => {
    // The first view of the whole tree comes before.
    if (first.current && writing === null) return
    first.current = false
    // What is under the pointer must not run away from the second click.
    const byPointer = writing !== null && pointed.current === writing
    pointed.current = null
    const box = latest.current.find((one) => one.id === writing)
    if (box !== undefined && !byPointer) reveal(box)
  }, [writing, reveal, pointed])
}

function Start({ acts, core }: Pick<Props, 'acts' | 'core'>) {
  const { def } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  return (
    <button
      type="button"
      className={stage.start}
      style={{ left: core.x, top: core.y, width: core.w, minHeight: core.h }}
      disabled={acts.readOnly}
      onClick={() => acts.begin('core', null)}
    >
      <strong>{t('tree.startCore', { level: both(def.levels.core).toLowerCase() })}</strong>
      <span>{t('tree.startHint')}</span>
    </button>
  )
}

function DropMark({ drop }: { readonly drop: { readonly word: string; readonly mark: Props['core'] } }) {
  const { x, y, w, h } = drop.mark
  return (
    <div className={stage.drop} data-bar={w < 8 || h < 8 || undefined} style={{ left: x, top: y, width: w, height: h }}>
      <span>{drop.word}</span>
    </div>
  )
}

function TreeEditor({ acts, boxes, back }: { readonly acts: TreeActs; readonly boxes: readonly StageBox[]; readonly back: () => void }) {
  const t = useText()
  const { editing, setEditing } = acts
  if (editing === null) return null
  const id = editing.kind === 'new' ? draftNode : editing.id
  const box = boxes.find((one) => one.id === id)
  const done = (): void => {
    setEditing(null)
    back()
  }
  const onLines =
    editing.kind !== 'new'
      ? undefined
      : (text: string) => {
          acts.createMany(editing, linesOf(text))
          done()
        }
  return (
    <ItemEditor
      key={id}
      label={t('canvas.nodeText')}
      text={acts.byId.get(id)?.text ?? ''}
      className={style.editor}
      style={{ left: box?.x ?? 100, top: box?.y ?? 20, width: Math.max(box?.w ?? 200, 150), minHeight: box?.h ?? 70 }}
      onLines={onLines}
      onSave={(text) => {
        if (editing.kind === 'new') acts.create(editing, text)
        else acts.write(editing.id, text)
        done()
      }}
      onCancel={done}
    />
  )
}
