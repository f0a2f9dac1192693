/** The problem tree as a picture. */
import { useMemo } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { pathTo } from '#shared/rules/tree.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { mayHang, towards } from './edits.ts'
import { elbow, wellFitting } from './fit.ts'
import type { Walk } from './keys.ts'
import { hasOffer, MirrorOffer } from './mirror-side.tsx'
import style from './tree.module.css'
import { boxAt, type DropAt, mayStandBeside } from './tree-drag.ts'
import { TreeStage } from './tree-stage.tsx'
import { useTree } from './use-tree.ts'

export function TreePicture() {
  const { def, selection } = useSessionOf('tree')
  const both = useBoth()
  const t = useText()
  const acts = useTree()
  const { index, details, shown } = acts
  const layout = useMemo(() => wellFitting(shown, details), [shown, details])
  const path = useMemo(() => new Set(selection.active === null ? [] : pathTo(index.tree, selection.active)), [index, selection.active])
  const onPath = (id: ItemId): boolean => path.has(id)
  const walk: Walk = {
    effects: true,
    next: (id, direction) => towards(index, id, direction, layout.stacked),
    shift: (id, direction) => {
      const inward = direction === (index.nodes.get(id)?.side === 'effect' ? 'down' : 'up')
      if (direction === 'left' || direction === 'right') acts.shift(id, direction === 'left' ? -1 : 1)
      else if (inward) acts.outdent(id)
      else acts.indent(id)
    },
  }
  const dropAt: DropAt = (x, y, id) => {
    const box = boxAt(layout.boxes, x, y, id)
    if (box === undefined) return null
    const node = index.nodes.get(box.id)
    const parent = index.parent.get(box.id) ?? null
    const pile = parent !== null && layout.stacked.has(parent)
    const share = pile ? (y - box.y) / box.h : (x - box.x) / box.w
    if (node !== undefined && (share < 0.22 || share > 0.78) && mayStandBeside(acts, id, box.id)) {
      const first = share < 0.22
      const mark = pile
        ? { x: box.x, y: first ? box.y - 6 : box.y + box.h + 2, w: box.w, h: 4 }
        : { x: first ? box.x - 7 : box.x + box.w + 3, y: box.y, w: 4, h: box.h }
      // A pile of effects grows upwards: what stands above comes later.
      const before = pile && node.side === 'effect' ? !first : first
      const beside = before ? { before: box.id } : { after: box.id }
      return {
        word: t(before ? 'tree.dropBefore' : 'tree.dropAfter'),
        mark,
        run: () => acts.moveTo(id, { parent, side: node.side, zone: node.depth === 1 ? node.item.zone : undefined, ...beside }),
      }
    }
    if (!mayHang(index, id, box.id)) return null
    const side = box.level !== 'core' ? undefined : y < box.y + box.h / 2 ? 'effect' : 'cause'
    const half = side === 'effect' ? { h: box.h / 2 } : side === 'cause' ? { y: box.y + box.h / 2, h: box.h / 2 } : {}
    return {
      word: side === undefined ? t('tree.dropChild') : both(def.levels[side === 'effect' ? 'effect' : 'direct']),
      mark: { x: box.x, y: box.y, w: box.w, h: box.h, ...half },
      run: () => acts.hang(id, box.id, side),
    }
  }
  // Reaches beyond any window at the smallest zoom.
  const wide = layout.width + 12_000
  return (
    <TreeStage
      acts={acts}
      boxes={layout.boxes}
      width={layout.width}
      height={layout.height}
      core={layout.core}
      bar={hasOffer(acts) ? <MirrorOffer acts={acts} /> : null}
      walk={walk}
      dropAt={dropAt}
    >
      {layout.bands.map((band) => (
        <div key={band.level} className={style.level} style={{ top: band.y, height: band.h, width: wide }}>
          <span>{both(def.levels[band.level])}</span>
        </div>
      ))}
      <svg className={style.edges} width={layout.width} height={layout.height} aria-hidden="true">
        {[...layout.edges]
          .sort((a, b) => Number(onPath(a.to)) - Number(onPath(b.to)))
          .map((edge) => (
            <path key={edge.to} d={elbow(edge.points)} data-path={onPath(edge.to) || undefined} />
          ))}
      </svg>
    </TreeStage>
  )
}
