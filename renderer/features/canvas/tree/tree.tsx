/** The problem tree as a picture. */
import { useMemo } from 'react'
import { layoutTree } from '#shared/figure/tree-layout.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { pathTo } from '#shared/rules/tree.ts'
import { useBoth } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './tree.module.css'
import { TreeStage } from './tree-stage.tsx'
import { useTree } from './use-tree.ts'

export function TreePicture() {
  const { def, selection } = useSessionOf('tree')
  const both = useBoth()
  const acts = useTree()
  const layout = useMemo(() => layoutTree(acts.shown), [acts.shown])
  const path = useMemo(
    () => new Set(selection.active === null ? [] : pathTo(acts.index.tree, selection.active)),
    [acts.index, selection.active],
  )
  const onPath = (id: ItemId): boolean => path.has(id)
  // Reaches beyond any window at the smallest zoom.
  const wide = layout.width + 12_000
  return (
    <TreeStage acts={acts} boxes={layout.boxes} width={layout.width} height={layout.height}>
      {layout.bands.map((band) => (
        <div key={band.level} className={style.level} style={{ top: band.y, height: band.h, width: wide }}>
          <span>{both(def.levels[band.level])}</span>
        </div>
      ))}
      <svg className={style.edges} width={layout.width} height={layout.height} aria-hidden="true">
        {[...layout.edges]
          .sort((a, b) => Number(onPath(a.to)) - Number(onPath(b.to)))
          .map((edge) => (
            <polyline
              key={edge.to}
              points={edge.points.map((point) => point.join(',')).join(' ')}
              data-path={onPath(edge.to) || undefined}
            />
          ))}
      </svg>
    </TreeStage>
  )
}
