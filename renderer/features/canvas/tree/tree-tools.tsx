/** The toolbar of a drawn tree, its zoom, and what is said while a node is being moved by key. */
import {
  IconArrowRight,
  IconArrowsMove,
  IconChevronsDown,
  IconCircleDot,
  IconCornerDownRight,
  IconMinus,
  IconPlant2,
  IconPlus,
  IconRoute,
  IconTrash,
  IconTrendingUp,
} from '@tabler/icons-react'
import type { ItemId } from '#shared/model/ids.ts'
import { useBoth, useText } from '../../../app/text.ts'
import type { Viewport } from '../board/viewport.ts'
import { useSessionOf } from '../session.tsx'
import { Tool } from '../tool.tsx'
import tools from '../tools.module.css'
import stage from './stage.module.css'
import type { TreeActs } from './use-tree.ts'

export function TreeTools({ acts, effects }: { readonly acts: TreeActs; readonly effects: boolean }) {
  const { def, openLinks } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const { active, index } = acts
  if (acts.readOnly) return null
  const node = active === null ? undefined : index.nodes.get(active)
  const none = active === null
  const on = (run: (id: ItemId) => void) => () => active !== null && run(active)
  return (
    // Wider than a phone it is scrolled by keys as well, also while there is nothing in it to press.
    <div className={tools.bar} role="toolbar" aria-label={t('canvas.tools')} tabIndex={none ? 0 : undefined}>
      {index.tree.core === null ? (
        <Tool icon={IconPlus} word={both(def.levels.core)} keys="Enter" onRun={() => acts.begin('core', null)} />
      ) : (
        <>
          <Tool
            icon={IconCornerDownRight}
            word={t('canvas.toolChild')}
            keys="Tab"
            disabled={none}
            onRun={on((id) => acts.begin('child', id))}
          />
          <Tool
            icon={IconArrowRight}
            word={t('canvas.toolSibling')}
            keys="Enter"
            disabled={none}
            onRun={on((id) => acts.begin('sibling', id))}
          />
        </>
      )}
      {effects ? <Tool icon={IconTrendingUp} word={both(def.levels.effect)} keys="E" onRun={() => acts.begin('effect', null)} /> : null}
      <Tool
        icon={IconArrowsMove}
        word={t('tree.toolMove')}
        keys="M"
        disabled={node === undefined}
        pressed={acts.moving !== null}
        onRun={acts.moving === null ? on(acts.pickUp) : acts.leave}
      />
      <Tool
        icon={IconPlant2}
        word={t('canvas.toolRoot')}
        keys="A"
        disabled={node?.side !== 'cause'}
        pressed={node?.side === 'cause' && node.item.root}
        onRun={on(acts.markRoot)}
      />
      <Tool icon={IconCircleDot} word={t('tree.toolVote')} keys="S" disabled={none} onRun={on((id) => acts.vote(id, 1))} />
      <Tool
        icon={IconChevronsDown}
        word={t('canvas.toolFold')}
        keys="F"
        disabled={none}
        pressed={active !== null && acts.folded.has(active)}
        onRun={on(acts.fold)}
      />
      <Tool icon={IconRoute} word={t('canvas.toolLink')} keys="J" disabled={none} onRun={openLinks} />
      <Tool icon={IconTrash} word={t('canvas.toolRemove')} keys="Del" disabled={none} onRun={on(acts.remove)} />
    </div>
  )
}

/** A small tree is shown a little larger than life. */
export const largest = 1.15

export function Zoom({ view, width, height }: { readonly view: Viewport; readonly width: number; readonly height: number }) {
  const t = useText()
  return (
    <div className={stage.zoom}>
      <button type="button" aria-label={t('canvas.zoomOut')} onClick={() => view.zoomTo(view.current().k / 1.2)}>
        <IconMinus size={16} stroke={1.75} />
      </button>
      <button
        type="button"
        className={stage.percent}
        aria-label={t('canvas.zoomFit')}
        onClick={() => view.fit({ x: 0, y: 0, w: width, h: height }, largest)}
      >
        {Math.round(view.zoom * 100)}%
      </button>
      <button type="button" aria-label={t('canvas.zoomIn')} onClick={() => view.zoomTo(view.current().k * 1.2)}>
        <IconPlus size={16} stroke={1.75} />
      </button>
    </div>
  )
}

/** What is going on besides the picture: a node being moved by key, and folded branches. */
export function TreeNotes({ acts }: { readonly acts: TreeActs }) {
  const t = useText()
  const { moving, active } = acts
  const hidden = acts.folded.size
  if (moving === null && hidden === 0) return null
  return (
    <div className={stage.notes}>
      {moving === null ? null : (
        <p className={stage.moving}>
          {t('tree.moveMode', { text: acts.byId.get(moving)?.text ?? '' })}
          <button type="button" disabled={active === null || active === moving} onClick={() => active !== null && acts.putDown(active)}>
            {t('tree.moveHere')}
          </button>
        </p>
      )}
      {hidden === 0 ? null : (
        <button type="button" className={stage.unfold} onClick={acts.unfoldAll}>
          {t('tree.unfoldAll', { n: hidden })}
        </button>
      )}
    </div>
  )
}
