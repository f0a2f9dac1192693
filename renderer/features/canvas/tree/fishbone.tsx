/** The same tree as a fishbone: same nodes, same keys. Effects are not drawn here; they are in the tree and in the outline. */
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { layoutFishbone, type PlacedBone } from '#shared/figure/fishbone.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { type Bone, otherBone } from '#shared/rules/tree.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { CategorySwitch, useBones } from './bones.tsx'
import { mayHang, nearest } from './edits.ts'
import type { Walk } from './keys.ts'
import stage from './stage.module.css'
import style from './tree.module.css'
import { boxAt, type DropAt, mayStandBeside } from './tree-drag.ts'
import { TreeStage } from './tree-stage.tsx'
import { type TreeActs, useTree } from './use-tree.ts'

const line = (points: readonly (readonly [number, number])[]): string => points.map((point) => point.join(',')).join(' ')

export function Fishbone() {
  const { selection } = useSessionOf('tree')
  const t = useText()
  const acts = useTree()
  const bones = useBones(acts)
  const { shown, set, details, index } = acts
  const { nameOf } = bones
  const layout = useMemo(() => layoutFishbone(shown, set, { details, maxLines: 12 }, nameOf), [shown, set, details, nameOf])
  const walk: Walk = {
    effects: false,
    next: (id, direction) => nearest(layout.boxes, id, direction),
    shift: (id, direction) => {
      if (direction === 'up' || direction === 'down') bones.along(id, direction === 'up' ? -1 : 1)
      else bones.across(id, direction === 'left' ? -1 : 1)
    },
  }
  const dropAt: DropAt = (x, y, id) => {
    const box = boxAt(layout.boxes, x, y, id)
    const node = box === undefined ? undefined : index.nodes.get(box.id)
    if (box !== undefined && node !== undefined) {
      const share = (y - box.y) / box.h
      const frame = { x: box.x, y: box.y, w: box.w, h: box.h }
      // Where the bones are causes, a cause on a bone's name stands before or after the whole bone.
      if ((share < 0.25 || share > 0.75) && mayStandBeside(acts, id, box.id)) {
        const before = share < 0.25
        const zone = node.depth === 1 ? node.item.zone : undefined
        return {
          word: t(before ? 'tree.dropBefore' : 'tree.dropAfter'),
          mark: { ...frame, y: before ? box.y - 6 : box.y + box.h + 2, h: 4 },
          run: () =>
            acts.moveTo(id, {
              parent: index.parent.get(box.id) ?? null,
              side: 'cause',
              zone,
              ...(before ? { before: box.id } : { after: box.id }),
            }),
        }
      }
      return mayHang(index, id, box.id) ? { word: t('tree.dropChild'), mark: frame, run: () => acts.hang(id, box.id) } : null
    }
    const bone = layout.boneAt(x, y)
    if (bone === null) return null
    const drop = bones.dropOn(id, bone.key)
    return drop === null ? null : { word: drop.word, mark: markOf(bone), run: drop.run }
  }
  return (
    <TreeStage
      acts={acts}
      boxes={layout.boxes}
      width={layout.width}
      height={layout.height}
      core={layout.head}
      walk={walk}
      dropAt={dropAt}
      bare
      bar={acts.set === null && index.tree.effects.length === 0 ? null : <FishboneBar acts={acts} />}
      over={<BoneNames acts={acts} bones={layout.bones} nameOf={nameOf} />}
    >
      <svg className={style.edges} width={layout.width} height={layout.height} aria-hidden="true">
        <polyline className={style.spine} points={line(layout.spine)} />
        <polyline className={style.spine} points={line(layout.tail)} />
        {layout.bones.map((bone) => (
          <polyline
            key={`${bone.key}/${bone.part}`}
            className={style.bone}
            points={line(bone.line)}
            data-path={bone.key === selection.active || undefined}
          />
        ))}
        {layout.ticks.map((tick) => (
          <polyline key={tick.id} points={line(tick.points)} data-path={tick.id === selection.active || undefined} />
        ))}
      </svg>
    </TreeStage>
  )
}

/** Along the bone, as wide as can be seen. */
function markOf(bone: PlacedBone): { x: number; y: number; w: number; h: number } {
  if (bone.name !== null) return { x: bone.name.x, y: bone.name.y, w: bone.name.w, h: bone.name.h }
  const [end, foot] = [bone.line[0], bone.line[1]]
  return { x: (end?.[0] ?? 0) - 2, y: Math.min(end?.[1] ?? 0, foot?.[1] ?? 0), w: 4, h: Math.abs((foot?.[1] ?? 0) - (end?.[1] ?? 0)) }
}

function FishboneBar({ acts }: { readonly acts: TreeActs }) {
  const t = useText()
  const effects = acts.index.tree.effects.length
  return (
    <>
      <CategorySwitch acts={acts} />
      {effects === 0 ? null : <p className={stage.aside}>{t('tree.effectsElsewhere', { n: effects })}</p>}
    </>
  )
}

/** The name of each main bone is a button that adds a cause there; an empty bone offers a place to write. */
function BoneNames({
  acts,
  bones,
  nameOf,
}: {
  readonly acts: TreeActs
  readonly bones: readonly PlacedBone[]
  readonly nameOf: (bone: Pick<Bone, 'key' | 'category' | 'top'>) => string
}) {
  const t = useText()
  const both = useBoth()
  const { def } = useSessionOf('tree')
  const core = acts.index.tree.core?.id
  return bones.map((bone) => {
    const known = acts.bones.find((one) => one.key === bone.key)
    if (bone.name === null || known === undefined) return null
    const name = nameOf(known)
    const add = (): void => {
      const under: ItemId | null = known.top?.item.id ?? core ?? null
      acts.begin('child', under, known.top === null ? (bone.key === otherBone ? null : bone.key) : undefined)
    }
    const label = t('tree.addOnBone', { name })
    const writing = acts.editing?.kind === 'new'
    return (
      <div key={`${bone.key}/${bone.part}`}>
        <button
          type="button"
          className={style.boneName}
          style={{ left: bone.name.x, top: bone.name.y, width: bone.name.w, height: bone.name.h }}
          disabled={acts.readOnly || core === undefined}
          aria-label={`${t('tree.bone', { name, n: bone.count })}. ${label}`}
          title={label}
          onClick={add}
        >
          <span>{bone.part === 0 ? name : t('tree.continued', { text: name })}</span>
          {bone.part === 0 ? <b>{bone.count}</b> : null}
          <IconPlus size={14} stroke={2} aria-hidden />
        </button>
        {bone.count > 0 || acts.readOnly || core === undefined || writing ? null : (
          <button
            type="button"
            tabIndex={-1}
            className={style.free}
            style={{ left: bone.free.x, top: bone.free.y, width: bone.free.w, height: bone.free.h }}
            onClick={add}
          >
            {t('tree.addLevel', { level: both(def.levels.direct).toLowerCase() })}
          </button>
        )}
      </div>
    )
  })
}
