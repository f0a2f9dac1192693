/** Boxes of a tree on a ground that can be panned and zoomed: choosing, writing, dragging onto a new parent, keys and toolbar. */
import {
  IconArrowForwardUp,
  IconArrowRight,
  IconCornerDownRight,
  IconMinus,
  IconPlant2,
  IconPlus,
  IconRoute,
  IconTrash,
  IconTrendingUp,
} from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { TreeLevel } from '#shared/rules/tree.ts'
import { useBoth, useText } from '../../../app/text.ts'
import board from '../board/board.module.css'
import { useViewport } from '../board/viewport.ts'
import { ItemEditor } from '../item-editor.tsx'
import { arrivesByKey, isTyping, useSessionOf } from '../session.tsx'
import { Tool } from '../tool.tsx'
import tools from '../tools.module.css'
import { endKey } from '../trail/chain.ts'
import { mayHang, subtreeOf } from './edits.ts'
import style from './tree.module.css'
import { draftNode, type TreeActs, treeKeys } from './use-tree.ts'

export type StageBox = {
  readonly id: ItemId
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly level: TreeLevel
  readonly depth: number
  readonly lines: readonly string[]
  readonly cut: boolean
}
type Props = {
  readonly acts: TreeActs
  readonly boxes: readonly StageBox[]
  readonly width: number
  readonly height: number
  /** Boxes without the line for the author. */
  readonly bare?: boolean
  readonly children: ReactNode
}

const boxId = (id: string): string => `node-${id}`

export function TreeStage({ acts, boxes, width, height, bare = false, children }: Props) {
  const session = useSessionOf('tree')
  const { def, selection, select, openLinks } = session
  const t = useText()
  const both = useBoth()
  const view = useViewport()
  const list = useRef<HTMLDivElement>(null)
  const drag = useTreeDrag(acts, boxes, view, list)
  useFirstFit(view, width, height)
  const { reveal } = view
  const writing = acts.editing?.kind === 'new' ? draftNode : selection.active
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another node brings the picture along, not every change of the layout
  useEffect(() => {
    const box = boxes.find((one) => one.id === writing)
    if (box !== undefined) reveal(box)
  }, [writing, reveal])
  return (
    <div className={board.stage}>
      <div ref={view.frame} className={board.frame} {...drag.handlers}>
        <div ref={view.world} className={board.world}>
          <div className={style.ground}>{children}</div>
          <div
            ref={list}
            role="tree"
            aria-label={both(def.title)}
            aria-activedescendant={selection.active === null ? undefined : boxId(selection.active)}
            tabIndex={0}
            className={board.list}
            onFocus={(event) => {
              const first = acts.index.tree.core ?? acts.index.tree.effects[0]?.item
              if (arrivesByKey(event) && selection.active === null && first != null) select([first.id])
            }}
            onKeyDown={(event) => isTyping(event.target) || treeKeys(acts, event, { select, openLinks })}
          >
            {boxes.map((box) =>
              box.id === draftNode ? null : <Node key={box.id} box={box} acts={acts} over={drag.over === box.id} bare={bare} />,
            )}
          </div>
          <TreeEditor acts={acts} boxes={boxes} back={() => list.current?.focus({ preventScroll: true })} />
        </div>
      </div>
      <TreeTools acts={acts} />
      <div className={board.zoom}>
        <button type="button" aria-label={t('canvas.zoomOut')} onClick={() => view.zoomTo(view.zoom / 1.2)}>
          <IconMinus size={16} stroke={1.75} />
        </button>
        <button type="button" className={board.percent} aria-label={t('canvas.zoomFit')} onClick={() => view.showAll(width, height)}>
          {Math.round(view.zoom * 100)}%
        </button>
        <button type="button" aria-label={t('canvas.zoomIn')} onClick={() => view.zoomTo(view.zoom * 1.2)}>
          <IconPlus size={16} stroke={1.75} />
        </button>
      </div>
    </div>
  )
}

/** Once, when the tree is larger than the window. */
function useFirstFit(view: ReturnType<typeof useViewport>, width: number, height: number): void {
  const done = useRef(false)
  const { showAll, frame } = view
  useEffect(() => {
    const room = frame.current
    if (done.current || room === null) return
    done.current = true
    if (width > room.clientWidth - 32 || height > room.clientHeight - 110) showAll(width, height)
  }, [showAll, frame, width, height])
}

function Node({
  box,
  acts,
  over,
  bare,
}: {
  readonly box: StageBox
  readonly acts: TreeActs
  readonly over: boolean
  readonly bare: boolean
}) {
  const { selection, items, linked, def } = useSessionOf('tree')
  const t = useText()
  const item = items.find((one) => one.id === box.id)
  if (item === undefined) return null
  const selected = selection.active === box.id
  const below = acts.index.nodes.get(box.id)?.children.length ?? 0
  const folded = acts.folded.has(box.id)
  return (
    <div
      id={boxId(box.id)}
      role="treeitem"
      aria-level={box.depth + 1}
      aria-selected={selected}
      aria-expanded={below > 0 ? !folded : undefined}
      aria-label={[acts.levelName(box.id), item.text, item.author].filter((part) => part !== '').join(', ')}
      data-node={box.id}
      data-level={box.level}
      data-over={over || undefined}
      data-bare={bare || undefined}
      tabIndex={-1}
      className={`${style.node} ${selected ? style.selected : ''}`}
      style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
    >
      {box.level === 'root' ? (
        <span className={style.pill}>
          <IconPlant2 size={14} stroke={1.75} aria-hidden />
          {t('canvas.root')}
        </span>
      ) : null}
      <p>{box.lines.join('\n')}</p>
      {box.level === 'core' || bare ? null : (
        <footer>
          <span>{item.author}</span>
          {linked.has(endKey({ place: 'item', of: def.id, key: box.id })) ? <IconRoute size={14} stroke={1.75} aria-hidden /> : null}
        </footer>
      )}
      {folded ? <span className={style.more}>+{subtreeOf(acts.index, box.id).length - 1}</span> : null}
    </div>
  )
}

function TreeEditor({ acts, boxes, back }: { readonly acts: TreeActs; readonly boxes: readonly StageBox[]; readonly back: () => void }) {
  const { items } = useSessionOf('tree')
  const t = useText()
  const { editing, setEditing } = acts
  if (editing === null) return null
  const id = editing.kind === 'new' ? draftNode : editing.id
  const box = boxes.find((one) => one.id === id)
  const done = (): void => {
    setEditing(null)
    back()
  }
  return (
    <ItemEditor
      key={id}
      label={t('canvas.nodeText')}
      text={items.find((item) => item.id === id)?.text ?? ''}
      className={style.editor}
      style={{ left: box?.x ?? 100, top: box?.y ?? 20, width: Math.max(box?.w ?? 200, 150), minHeight: box?.h ?? 70 }}
      onSave={(text) => {
        if (editing.kind === 'new') acts.create(editing, text)
        else acts.write(editing.id, text)
        done()
      }}
      onCancel={done}
    />
  )
}

function TreeTools({ acts }: { readonly acts: TreeActs }) {
  const { openLinks } = useSessionOf('tree')
  const t = useText()
  const { active, index } = acts
  if (acts.readOnly) return null
  const cause = active !== null && index.nodes.get(active)?.side === 'cause'
  const with_ = (run: (id: ItemId) => void) => () => active !== null && run(active)
  return (
    <div className={tools.bar} role="toolbar" aria-label={t('canvas.tools')}>
      {index.tree.core === null ? (
        <Tool icon={IconPlus} word={t('canvas.toolCore')} keys="Enter" onRun={() => acts.begin('core', null)} />
      ) : (
        <>
          <Tool
            icon={IconCornerDownRight}
            word={t('canvas.toolChild')}
            keys="Tab"
            disabled={active === null}
            onRun={with_((id) => acts.begin('child', id))}
          />
          <Tool
            icon={IconArrowRight}
            word={t('canvas.toolSibling')}
            keys="Enter"
            disabled={active === null}
            onRun={with_((id) => acts.begin('sibling', id))}
          />
        </>
      )}
      <Tool icon={IconTrendingUp} word={t('canvas.toolEffect')} keys="E" onRun={() => acts.begin('effect', null)} />
      <Tool
        icon={IconPlant2}
        word={t('canvas.toolRoot')}
        keys="A"
        disabled={!cause}
        pressed={active !== null && (index.nodes.get(active)?.item.root ?? false)}
        onRun={with_(acts.markRoot)}
      />
      <Tool icon={IconArrowForwardUp} word={t('canvas.toolFold')} keys="F" disabled={active === null} onRun={with_(acts.fold)} />
      <Tool icon={IconRoute} word={t('canvas.toolLink')} keys="J" disabled={active === null} onRun={openLinks} />
      <Tool icon={IconTrash} word={t('canvas.toolRemove')} keys="Del" disabled={active === null} onRun={with_(acts.remove)} />
    </div>
  )
}

type Grip = { readonly id: ItemId | null; x: number; y: number; readonly startX: number; readonly startY: number; moved: boolean }

/** Dragging a box onto another hangs it there; dragging the ground pans. */
function useTreeDrag(
  acts: TreeActs,
  boxes: readonly StageBox[],
  view: ReturnType<typeof useViewport>,
  list: React.RefObject<HTMLDivElement | null>,
) {
  const { select } = useSessionOf('tree')
  const grip = useRef<Grip | null>(null)
  const [over, setOver] = useState<ItemId | null>(null)
  const targetAt = (clientX: number, clientY: number, id: ItemId): StageBox | undefined => {
    const at = view.toBoard(clientX, clientY)
    return boxes.find(
      (box) => at.x >= box.x && at.x <= box.x + box.w && at.y >= box.y && at.y <= box.y + box.h && mayHang(acts.index, id, box.id),
    )
  }
  const move = (id: ItemId, dx: number, dy: number): void => {
    const node = document.getElementById(boxId(id))
    if (node === null) return
    node.style.transform = dx === 0 && dy === 0 ? '' : `translate(${dx}px,${dy}px)`
    node.style.zIndex = dx === 0 && dy === 0 ? '' : '5'
  }
  const end = (event: React.PointerEvent, keep: boolean): void => {
    const now = grip.current
    grip.current = null
    setOver(null)
    if (now?.id == null) {
      if (now !== null && !now.moved) select([], null)
      return
    }
    move(now.id, 0, 0)
    if (!now.moved || !keep) return
    const target = targetAt(event.clientX, event.clientY, now.id)
    if (target === undefined) return
    const above = view.toBoard(event.clientX, event.clientY).y < target.y + target.h / 2
    acts.hang(now.id, target.id, target.level === 'core' ? (above ? 'effect' : 'cause') : undefined)
  }
  return {
    over,
    handlers: {
      onPointerDown: (event: React.PointerEvent<HTMLDivElement>) => {
        if (isTyping(event.target) || !(event.target instanceof Element) || event.button > 1) return
        list.current?.focus({ preventScroll: true })
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        const hit = event.target.closest<HTMLElement>('[data-node]')?.dataset.node
        const id = hit === undefined || event.button === 1 ? null : (hit as ItemId) // written there from an ItemId
        grip.current = { id, x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY, moved: false }
        if (id !== null) select([id])
      },
      onPointerMove: (event: React.PointerEvent) => {
        const now = grip.current
        if (now === null) return
        const far = Math.abs(event.clientX - now.startX) + Math.abs(event.clientY - now.startY) > 4
        if (!now.moved && !far) return
        now.moved = true
        if (now.id === null) view.panBy(event.clientX - now.x, event.clientY - now.y)
        else if (!acts.readOnly && now.id !== acts.index.tree.core?.id) {
          const k = view.current().k
          move(now.id, (event.clientX - now.startX) / k, (event.clientY - now.startY) / k)
          setOver(targetAt(event.clientX, event.clientY, now.id)?.id ?? null)
        }
        now.x = event.clientX
        now.y = event.clientY
      },
      onPointerUp: (event: React.PointerEvent) => end(event, true),
      onPointerCancel: (event: React.PointerEvent) => end(event, false),
      onDoubleClick: (event: React.MouseEvent) => {
        if (acts.readOnly || !(event.target instanceof Element) || isTyping(event.target)) return
        const hit = event.target.closest<HTMLElement>('[data-node]')?.dataset.node
        if (hit !== undefined) acts.setEditing({ kind: 'item', id: hit as ItemId /* written there from an ItemId */ })
        else if (acts.index.tree.core === null) acts.begin('core', null)
      },
    },
  }
}
