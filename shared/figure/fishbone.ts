/**
 * A problem tree as a fishbone (domain.md 4.3): the core problem is the head at the right, the main bones are the categories of the set
 * in force, or the direct causes where there is no set; causes branch off a bone, sub-causes off their cause. Effects have no place in a
 * fishbone and are left to the tree. Pure; units are CSS pixels.
 */
import type { ItemId } from '../model/ids.ts'
import type { Item } from '../model/lab.ts'
import { type Bone, bonesOf, type CategorySet, levelOf, nodesOf, type TreeLevel, type TreeNode, treeOf } from '../rules/tree.ts'
import { wrap } from './metrics.ts'
import type { Details } from './tree-details.ts'
import { breakText, smallHeight } from './tree-layout.ts'

type Point = readonly [number, number]
type Line = readonly Point[]
export type BoneBox = {
  readonly id: ItemId
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly level: TreeLevel
  readonly depth: number
  readonly lines: readonly string[]
  readonly small: readonly string[]
  readonly cut: boolean
}
/** A main bone, or the next part of one that has more causes than a bone is long. */
export type PlacedBone = {
  readonly key: string
  /** Counts the parts of one bone from 0. */
  readonly part: number
  readonly line: Line
  /** Where its name stands; the box of the cause itself when the bone is a cause. */
  readonly name: {
    readonly x: number
    readonly y: number
    readonly w: number
    readonly h: number
    readonly lines: readonly string[]
  } | null
  readonly count: number
  /** Between its name and the spine: a free place for the first cause. */
  readonly free: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}
export type FishboneLayout = {
  readonly width: number
  readonly height: number
  readonly boxes: readonly BoneBox[]
  readonly spine: Line
  /** The tail at the left end of the spine. */
  readonly tail: Line
  readonly bones: readonly PlacedBone[]
  /** From a cause to its bone, and from a sub-cause to its cause. */
  readonly ticks: readonly { readonly id: ItemId; readonly points: Line }[]
  readonly head: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  /** The bone a point lies at; null to the right of all bones. */
  readonly boneAt: (x: number, y: number) => PlacedBone | null
}
export type FishboneOptions = {
  /** Width of a cause. */
  readonly box: number
  readonly head: number
  readonly size: number
  readonly lead: number
  readonly stretch: number
  readonly maxLines: number
  /** A longer bone goes on in a second one. */
  readonly longest: number
  readonly details: Details
  readonly smallSize: number
  readonly smallLead: number
  readonly mostSmall: number
  readonly foot: number
  /** Every bone is at least this long, so that an empty one has room to write on. */
  readonly shortest: number
}

export const screenFishbone: FishboneOptions = {
  box: 176,
  head: 200,
  size: 13,
  lead: 17,
  stretch: 1.12,
  maxLines: 8,
  longest: 560,
  details: new Map(),
  smallSize: 12,
  smallLead: 16,
  mostSmall: 2,
  foot: 17,
  shortest: 128,
}

const gap = 8
const padX = 9
const padY = 6
/** Between a cause and its bone, at the corner that is nearest. */
const reach = 16
const indent = 20
const deepest = 4
/** More room above the text of a root, for its mark on the upper edge. */
export const rootPad = 5
/** Between a root and the cause above it, for the same mark. */
const rootRoom = 8
const nameHeight = 36
const lean = 0.3
/** Of the cause that is itself a bone. */
const topDepth = -1

/** @param set the categories that are the main bones; null makes each direct cause a bone. */
export function layoutFishbone(
  items: readonly Item[],
  set: CategorySet | null = null,
  options: Partial<FishboneOptions> = {},
  label: (bone: Bone) => string = (bone) => bone.category?.label.id ?? '',
): FishboneLayout {
  const tree = treeOf(items)
  return layoutBones(tree.core, bonesOf(set, tree), { ...screenFishbone, ...options }, label)
}

export function layoutBones(
  core: Item | null,
  bones: readonly Bone[],
  set: FishboneOptions,
  label: (bone: Bone) => string,
): FishboneLayout {
  const parts = bones.flatMap((bone) => partsOf(bone, set, label(bone)))
  return placeParts(core, parts, set)
}

/** What a box takes of its bone. */
const roomOf = (box: Pick<BoneBox, 'h' | 'level'>): number => box.h + gap + (box.level === 'root' ? rootRoom : 0)

type Drafted = Omit<BoneBox, 'x' | 'y'> & { readonly indent: number; readonly parent: ItemId | null }
export type BonePart = {
  readonly key: string
  readonly part: number
  readonly name: readonly string[] | null
  /** From the far end of the bone towards the spine. */
  readonly boxes: readonly Drafted[]
  readonly height: number
  readonly count: number
}

/** One bone, or as many as its causes need. */
export function partsOf(bone: Bone, set: FishboneOptions, label: string): readonly BonePart[] {
  const all = [...(bone.top === null ? [] : [draft(bone.top, null, topDepth, set)]), ...causesOf(bone, set)]
  const nameRoom = bone.top === null ? nameHeight + gap : 0
  const parts: BonePart[] = []
  let open: Drafted[] = []
  let height = nameRoom
  const close = (): void => {
    const part = parts.length
    const named = bone.top === null || part > 0
    parts.push({
      key: bone.key,
      part,
      name: named ? wrap(label, (set.box - 12) / set.stretch, set.size, true, 2) : null,
      boxes: open,
      height: Math.max(set.shortest, height + 18),
      count: bone.causes.length,
    })
    open = []
    height = nameHeight + gap
  }
  for (const box of all) {
    if (open.length > 0 && height + roomOf(box) > set.longest) close()
    open.push(box)
    height += roomOf(box)
  }
  close()
  return parts
}

function causesOf(bone: Bone, set: FishboneOptions): readonly Drafted[] {
  const top = bone.top === null ? 1 : 2
  const parents = new Map<ItemId, ItemId>()
  return nodesOf(bone.causes).map((node) => {
    for (const child of node.children) parents.set(child.item.id, node.item.id)
    return draft(node, parents.get(node.item.id) ?? null, Math.min(node.depth - top, deepest), set)
  })
}

function draft(node: TreeNode, parent: ItemId | null, depth: number, set: FishboneOptions): Drafted {
  // The cause that is itself the bone reaches over to the line.
  const w = parent === null && depth < 0 ? set.box + reach : set.box - depth * indent
  const text = breakText(node.item, w - 2 * padX, set)
  const foot = (node.item.votes > 0 ? set.foot : 0) + (levelOf(node) === 'root' ? rootPad : 0)
  const h = text.lines.length * set.lead + smallHeight(text, set) + foot + 2 * padY
  return { id: node.item.id, w, h, level: levelOf(node), depth: node.depth, indent: depth * indent, parent, ...text }
}

/** How far one bone stands from the next. A cause that is itself a bone reaches over the line by its whole height. */
function columnOf(parts: readonly BonePart[], set: FishboneOptions, slope: number): number {
  const tallest = Math.max(set.lead, ...parts.flatMap((part) => part.boxes.map((box) => box.h)))
  const tops = Math.max(0, ...parts.flatMap((part) => part.boxes.flatMap((box) => (box.indent < 0 ? [box.h] : []))))
  return set.box + reach + gap + slope * (tallest + tops)
}

function slopeFor(parts: readonly BonePart[]): number {
  const longest = Math.max(1, ...parts.map((part) => part.height))
  // A very long bone must not lean out of the picture.
  return Math.min(lean, 150 / longest)
}

/** Width of a fishbone of `pairs` pairs with these parts among it. */
export function fishboneWidth(parts: readonly BonePart[], pairs: number, set: FishboneOptions): number {
  const slope = slopeFor(parts)
  return slope * Math.max(1, ...parts.map((part) => part.height)) + pairs * columnOf(parts, set, slope) + 18 + set.head
}

export function headOf(core: Item | null, set: FishboneOptions) {
  const text = breakText(core, set.head - 28, { ...set, size: set.size + 1, maxLines: set.maxLines * 2 })
  return { text, height: Math.max(2, text.lines.length) * (set.lead + 2) + smallHeight(text, set) + 28 }
}

/** Bones stand in pairs, above and below the spine, in their order from the left; all lean the same way, so none meets another. */
export function placeParts(core: Item | null, parts: readonly BonePart[], set: FishboneOptions): FishboneLayout {
  const { text: headText, height: headHeight } = headOf(core, set)
  const longest = (half: 0 | 1): number => Math.max(0, ...parts.filter((_, at) => at % 2 === half).map((part) => part.height))
  const slope = slopeFor(parts)
  const column = columnOf(parts, set, slope)
  const left = slope * Math.max(longest(0), longest(1))
  const y = Math.max(longest(0), headHeight / 2) + 6
  const below = Math.max(longest(1), headHeight / 2)
  const pairs = Math.max(1, Math.ceil(parts.length / 2))
  const spineEnd = left + pairs * column + 18
  const head = { x: spineEnd, y: y - headHeight / 2, w: set.head, h: headHeight }
  const boxes: BoneBox[] = core === null ? [] : [{ ...head, id: core.id, level: 'core', depth: 0, ...headText }]
  const ticks: { id: ItemId; points: Line }[] = []
  const bones = parts.map((part, at): PlacedBone => {
    const foot = left + (Math.floor(at / 2) + 1) * column
    const way = at % 2 === 0 ? -1 : 1
    const boneX = (atY: number): number => foot - slope * Math.abs(atY - y)
    const far = y + way * part.height
    const placed = placePart(part, y, way, boneX, set)
    boxes.push(...placed.boxes)
    ticks.push(...placed.ticks)
    const first = placed.boxes[0]
    const endHeight = part.name === null && first !== undefined ? first.h : nameHeight
    const end = far - way * endHeight
    const name = { x: boneX(end) + 6 - set.box, y: way === -1 ? far : far - nameHeight, w: set.box, h: nameHeight }
    return {
      key: part.key,
      part: part.part,
      count: part.count,
      line: [
        [boneX(end), end],
        [foot, y],
      ],
      name: part.name === null ? null : { ...name, lines: part.name },
      free: { x: boneX(y + way * 66) - reach - set.box, y: way === -1 ? y - 66 : y + 26, w: set.box, h: 40 },
    }
  })
  const width = spineEnd + set.head
  return {
    width,
    height: y + below + 6,
    boxes,
    spine: [
      [Math.max(0, left - 6), y],
      [spineEnd, y],
    ],
    tail: [
      [Math.max(0, left - 24), y - 16],
      [Math.max(8, left - 6), y],
      [Math.max(0, left - 24), y + 16],
    ],
    bones,
    ticks,
    head,
    boneAt: (px, py) => {
      const pair = Math.max(0, Math.floor((px + slope * Math.abs(py - y) - left) / column))
      return pair >= pairs ? null : (bones[pair * 2 + (py < y ? 0 : 1)] ?? null)
    },
  }
}

function placePart(
  part: BonePart,
  spine: number,
  way: -1 | 1,
  boneX: (y: number) => number,
  set: FishboneOptions,
): { readonly boxes: readonly BoneBox[]; readonly ticks: readonly { id: ItemId; points: Line }[] } {
  const far = spine + way * part.height
  // Read from the top down on both sides of the spine; the name, or the cause that is the bone, stands at the far end.
  let at = way === 1 ? spine + 14 : part.name === null ? far : far + nameHeight + gap
  const boxes = part.boxes.map(({ indent: inset, ...box }) => {
    if (inset < 0) {
      const y = way === -1 ? far : far - box.h
      if (way === -1) at = far + box.h + gap
      return { ...box, y, x: boneX(way === -1 ? y + box.h : y) + 6 - box.w }
    }
    const y = at + (box.level === 'root' ? rootRoom : 0)
    at += roomOf(box)
    return { ...box, y, x: boneX(way === -1 ? y : y + box.h) - reach - set.box + inset }
  })
  const known = new Map(boxes.map((box) => [box.id, box]))
  const slope = boneX(spine) - boneX(spine + 1)
  const ticks = boxes.flatMap((box): readonly { id: ItemId; points: Line }[] => {
    const middle = box.y + box.h / 2
    const parent = box.parent === null ? undefined : known.get(box.parent)
    if (box.depth === 1 && part.name === null) return []
    if (parent === undefined)
      return [
        {
          id: box.id,
          points: [
            [box.x + box.w, middle],
            [boneX(middle), middle],
          ],
        },
      ]
    // A twig grows along the bone from below its cause, then across to the sub-cause.
    const foot = parent.y + parent.h
    const x = parent.x + 4 - way * slope * (middle - foot)
    return [
      {
        id: box.id,
        points: [
          [parent.x + 4, foot],
          [x, middle],
          [box.x, middle],
        ],
      },
    ]
  })
  return { boxes: boxes.map(({ parent: _parent, ...box }) => box), ticks }
}
