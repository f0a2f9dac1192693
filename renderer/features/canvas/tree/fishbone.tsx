/** The same tree as a fishbone: same nodes, same keys. Effects are not drawn here; they are in the tree and in the outline. */
import { useMemo } from 'react'
import { layoutFishbone } from '#shared/figure/fishbone.ts'
import { useSessionOf } from '../session.tsx'
import style from './tree.module.css'
import { TreeStage } from './tree-stage.tsx'
import { useTree } from './use-tree.ts'

export function Fishbone() {
  const { selection } = useSessionOf('tree')
  const acts = useTree()
  const layout = useMemo(() => layoutFishbone(acts.shown), [acts.shown])
  const line = (points: readonly (readonly [number, number])[]): string => points.map((point) => point.join(',')).join(' ')
  return (
    <TreeStage acts={acts} boxes={layout.boxes} width={layout.width} height={layout.height} bare>
      <svg className={style.edges} width={layout.width} height={layout.height} aria-hidden="true">
        <polyline className={style.spine} points={line(layout.spine)} />
        {layout.bones.map((bone) => (
          <polyline key={bone.id} points={line(bone.points)} data-path={bone.id === selection.active || undefined} />
        ))}
        {layout.ticks.map((tick) => (
          <polyline key={tick.id} points={line(tick.points)} data-path={tick.id === selection.active || undefined} />
        ))}
      </svg>
    </TreeStage>
  )
}
