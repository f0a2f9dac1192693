/**
 * A problem tree as a fishbone: the core problem is the head at the right, each direct cause a bone, what lies below it stands along
 * the bone. Effects have no place in a fishbone and are left to the tree.
 */
import type { Figure, Shape } from '../model/figure.ts'
import type { ItemId } from '../model/ids.ts'
import type { Canvas, Item } from '../model/lab.ts'
import type { TreeDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { levelOf, nodesOf, type TreeLevel, type TreeNode, treeOf } from '../rules/tree.ts'
import { figureWords as words } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { boxLook, smallest, textAt } from './draw.ts'
import { wrap } from './metrics.ts'
import { palette } from './palette.ts'
import type { FigureSize, Figures } from './sizes.ts'

export type BoneBox = {
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
export type FishboneLayout = {
  readonly width: number
  readonly height: number
  readonly boxes: readonly BoneBox[]
  readonly spine: readonly [readonly [number, number], readonly [number, number]]
  readonly bones: readonly { readonly id: ItemId; readonly points: readonly (readonly [number, number])[] }[]
  /** Short lines from what lies below a direct cause to its bone. */
  readonly ticks: readonly { readonly id: ItemId; readonly points: readonly (readonly [number, number])[] }[]
  readonly head: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}
export type FishboneOptions = {
  readonly column: number
  readonly head: number
  readonly size: number
  readonly lead: number
  readonly stretch: number
  readonly maxLines: number
}

export const screenFishbone: FishboneOptions = { column: 200, head: 190, size: 13, lead: 17, stretch: 1.12, maxLines: 8 }
const slant = 26
const gap = 7
const padX = 8
const padY = 6

/** Bones stand in pairs, above and below the spine, in the order of the causes from the left. */
export function layoutFishbone(items: readonly Item[], options: Partial<FishboneOptions> = {}): FishboneLayout {
  const tree = treeOf(items)
  return layoutBones(tree.core, tree.causes, { ...screenFishbone, ...options })
}

function layoutBones(core: Item | null, causes: readonly TreeNode[], set: FishboneOptions): FishboneLayout {
  const bones = causes.map((cause) => boneOf(cause, set))
  const tallest = (half: 0 | 1): number => Math.max(40, ...bones.filter((_, at) => at % 2 === half).map((bone) => bone.height))
  const headLines = fitted(core?.text ?? '', set.head - 24, { ...set, size: set.size + 1 })
  const headHeight = Math.max(2, headLines.lines.length) * (set.lead + 2) + 24
  const above = Math.max(tallest(0), headHeight / 2)
  const below = bones.length > 1 ? Math.max(tallest(1), headHeight / 2) : headHeight / 2
  const y = above + 6
  const columns = Math.max(1, Math.ceil(bones.length / 2))
  const spineEnd = columns * set.column + 18
  const head = { x: spineEnd, y: y - headHeight / 2, w: set.head, h: headHeight }
  const boxes: BoneBox[] = core === null ? [] : [{ ...head, id: core.id, level: 'core', depth: 0, ...headLines }]
  const lines: { id: ItemId; points: readonly (readonly [number, number])[] }[] = []
  const ticks: { id: ItemId; points: readonly (readonly [number, number])[] }[] = []
  for (const [at, bone] of bones.entries()) {
    const left = Math.floor(at / 2) * set.column
    const way = at % 2 === 0 ? -1 : 1
    const placed = placeBone(bone, left, y, way, set)
    boxes.push(...placed)
    const far = y + way * (bone.height - (bone.boxes[0]?.h ?? 0))
    const [top, foot] = [left + set.column - slant - 12, left + set.column]
    lines.push({
      id: bone.id,
      points: [
        [top, far],
        [foot, y],
      ],
    })
    for (const box of placed.slice(1)) {
      const middle = box.y + box.h / 2
      const onBone = foot + ((top - foot) * (middle - y)) / (far - y)
      ticks.push({
        id: box.id,
        points: [
          [box.x + box.w, middle],
          [onBone, middle],
        ],
      })
    }
  }
  return {
    width: spineEnd + set.head,
    height: y + below + 6,
    boxes,
    spine: [
      [0, y],
      [spineEnd, y],
    ],
    bones: lines,
    ticks,
    head,
  }
}

type Drafted = Omit<BoneBox, 'x' | 'y'>
type Bone = { readonly id: ItemId; readonly boxes: readonly Drafted[]; readonly height: number }

/** The direct cause first, at the far end of the bone, then what lies below it, towards the spine. */
function boneOf(cause: TreeNode, set: FishboneOptions): Bone {
  const boxes = nodesOf([cause]).map((node): Drafted => {
    const inset = Math.min(node.depth - 2, 3) * 10
    const w = node.depth === 1 ? set.column - slant + 4 : set.column - slant - 26 - Math.max(0, inset)
    const text = fitted(node.item.text, w - 2 * padX, set)
    return { id: node.item.id, w, h: text.lines.length * set.lead + 2 * padY, level: levelOf(node), depth: node.depth, ...text }
  })
  return { id: cause.item.id, boxes, height: boxes.reduce((sum, box) => sum + box.h + gap, 14) }
}

function fitted(
  text: string,
  width: number,
  set: Pick<FishboneOptions, 'size' | 'stretch' | 'maxLines'>,
): { lines: readonly string[]; cut: boolean } {
  const all = wrap(text, width / set.stretch, set.size, true, set.maxLines + 1)
  return all.length <= set.maxLines
    ? { lines: all, cut: false }
    : { lines: wrap(text, width / set.stretch, set.size, true, set.maxLines), cut: true }
}

function placeBone(bone: Bone, left: number, spine: number, way: -1 | 1, set: FishboneOptions): readonly BoneBox[] {
  let at = spine + way * bone.height
  return bone.boxes.map((box) => {
    const y = way === -1 ? at : at - box.h
    at -= way * (box.h + gap)
    const right = left + set.column - slant - 12
    const x = box.depth === 1 ? left : right - 10 - box.w
    return { ...box, x, y }
  })
}

/** As many fishbones as it takes: each holds the head and up to three pairs of bones, and none is wider or higher than `size`. */
export function fishboneFigures(def: TreeDef, canvas: Canvas, size: FigureSize, language: Language): Figures {
  const tree = treeOf(canvas.items)
  const alt = say(words.fishboneAlt, language, {
    title: def.title[language],
    core: tree.core?.text ?? say(words.noCore, language),
    causes: nodesOf(tree.causes).length,
  })
  const head = 152
  const pairs = Math.max(1, Math.floor((size.width - head - 18) / 150))
  const set: FishboneOptions = {
    column: Math.min(200, (size.width - head - 18) / pairs),
    head,
    size: smallest,
    lead: 15,
    stretch: 1,
    maxLines: 10,
  }
  const figures: Figure[] = []
  const cut: Item[] = []
  const items = new Map(canvas.items.map((item) => [item.id, item]))
  for (const group of groupsThatFit(tree.core, tree.causes, set, pairs * 2, size)) {
    const layout = layoutBones(tree.core, group, set)
    figures.push({
      width: layout.width,
      height: layout.height,
      shapes: fishboneShapes(layout, tree.core === null ? say(words.noCore, language) : null),
      alt,
    })
    cut.push(...layout.boxes.filter((box) => box.cut).flatMap((box) => items.get(box.id) ?? []))
  }
  return { figures, cut: [...new Set(cut)] }
}

/** Splits the causes into runs; a single bone higher than the picture stays alone and is scaled by whoever prints it. */
function groupsThatFit(
  core: Item | null,
  causes: readonly TreeNode[],
  set: FishboneOptions,
  most: number,
  size: FigureSize,
): readonly (readonly TreeNode[])[] {
  const groups: TreeNode[][] = []
  let open: TreeNode[] = []
  for (const cause of causes) {
    const next = [...open, cause]
    if (open.length > 0 && (next.length > most || layoutBones(core, next, set).height > size.height)) {
      groups.push(open)
      open = [cause]
    } else open = next
  }
  return open.length > 0 || groups.length === 0 ? [...groups, open] : groups
}

export function fishboneShapes(
  layout: FishboneLayout,
  emptyHead: string | null,
  set: { size: number; lead: number } = { size: smallest, lead: 15 },
): readonly Shape[] {
  const { head } = layout
  const empty: readonly Shape[] =
    emptyHead === null
      ? []
      : [
          { t: 'rect', ...head, r: 12, fill: palette.white, stroke: palette.lineStrong, width: 1, dash: [4, 3] },
          textAt(head.x + head.w / 2, head.y + 12, wrap(emptyHead, head.w - 20, smallest), { fill: palette.ink3, align: 'center' }),
        ]
  return [
    { t: 'line', points: layout.spine, stroke: palette.deep, width: 3, arrow: true },
    ...layout.bones.map((bone): Shape => ({ t: 'line', points: bone.points, stroke: palette.lineStrong, width: 2 })),
    ...layout.ticks.map((tick): Shape => ({ t: 'line', points: tick.points, stroke: palette.lineStrong, width: 1.5 })),
    ...layout.boxes.flatMap((box): readonly Shape[] => {
      const look = boxLook(box.level)
      const rect: Shape = { t: 'rect', x: box.x, y: box.y, w: box.w, h: box.h, r: box.level === 'core' ? 12 : 6, ...look }
      if (box.level !== 'core') return [rect, textAt(box.x + padX, box.y + padY, box.lines, { size: set.size, lead: set.lead, bold: true })]
      const top = box.y + (box.h - box.lines.length * (set.lead + 2)) / 2
      const text = { size: set.size + 1, lead: set.lead + 2, bold: true, fill: palette.onDeep, align: 'center' } as const
      return [rect, textAt(box.x + box.w / 2, top, box.lines, text)]
    }),
    ...empty,
  ]
}
