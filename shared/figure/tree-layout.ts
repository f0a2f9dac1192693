/**
 * Where the boxes of a problem tree stand: effects above the core, direct causes below it, indirect causes and roots further down, with
 * boxes of equal height in each level. Pure, so that the screen, a picture and a document show the same tree. Units are CSS pixels.
 */
import type { ItemId } from '../model/ids.ts'
import type { Item } from '../model/lab.ts'
import { levelOf, nodesOf, type Tree, type TreeLevel, type TreeNode, treeOf } from '../rules/tree.ts'
import { footLines } from './draw.ts'
import { wrap } from './metrics.ts'
import type { Details } from './tree-details.ts'

export type TreeBox = {
  readonly id: ItemId
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly level: TreeLevel
  /** 0 is the core, 1 next to it. */
  readonly depth: number
  readonly lines: readonly string[]
  /** Lines in small letters below the text. */
  readonly small: readonly string[]
  /** The text was longer than the box may grow. */
  readonly cut: boolean
}

export type TreeEdge = {
  /** The end nearer the core. */
  readonly from: ItemId
  readonly to: ItemId
  readonly points: readonly (readonly [number, number])[]
}

/** One level name in the gutter; several depths of indirect causes are one band. */
export type TreeBand = { readonly level: 'effect' | 'core' | 'direct' | 'indirect'; readonly y: number; readonly h: number }

export type TreeLayout = {
  readonly width: number
  readonly height: number
  /** Every item exactly once; the core first if there is one. */
  readonly boxes: readonly TreeBox[]
  readonly edges: readonly TreeEdge[]
  readonly bands: readonly TreeBand[]
  /** Where the core stands, or would stand. */
  readonly core: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  /** Nodes whose children stand below each other. */
  readonly stacked: ReadonlySet<ItemId>
}

export type TreeLayoutOptions = {
  /** Room for the level names at the left. */
  readonly gutter: number
  /** Width of a box without children; a box with children grows to twice that. */
  readonly leaf: number
  readonly coreWidth: number
  readonly gap: number
  /** Between two levels; the elbows of the edges and the mark of a root stand in it. */
  readonly levelGap: number
  readonly size: number
  readonly lead: number
  readonly padX: number
  readonly padY: number
  /** More room above the text in a level that has roots, for their mark on the upper edge. */
  readonly rootPad: number
  /** Height of a line with author and votes, and the most lines it takes. */
  readonly foot: number
  readonly mostFoot: number
  readonly maxLines: number
  /** How much wider the face on screen is than the one measured with. */
  readonly stretch: number
  /** Put children that have no children of their own below each other instead of beside each other. */
  readonly stack: boolean
  readonly details: Details
  readonly smallSize: number
  readonly smallLead: number
  /** The most small lines of a box. */
  readonly mostSmall: number
}

export const screenTree: TreeLayoutOptions = {
  gutter: 96,
  leaf: 130,
  coreWidth: 380,
  gap: 10,
  levelGap: 50,
  size: 13,
  lead: 17,
  padX: 12,
  padY: 10,
  rootPad: 4,
  foot: 18,
  mostFoot: 1,
  maxLines: 8,
  stretch: 1.12,
  stack: false,
  details: new Map(),
  smallSize: 12,
  smallLead: 16,
  mostSmall: 3,
}

/** Indent of stacked boxes; the bracket of their edges runs in it. */
const indent = 14
const between = 8

/** @param options differences from `screenTree`. */
export function layoutTree(items: readonly Item[], options: Partial<TreeLayoutOptions> = {}): TreeLayout {
  const set = { ...screenTree, ...options }
  const tree = treeOf(items)
  const up = measureSide(tree.effects, set)
  const down = measureSide(tree.causes, set)
  const inner = Math.max(set.coreWidth, up.width, down.width)
  const coreText = breakText(tree.core, set.coreWidth - 2 * set.padX - 16, { ...set, size: set.size + 2 })
  const coreHeight = Math.max(2, coreText.lines.length) * (set.lead + 4) + smallHeight(coreText, set) + 2 * set.padY + 8
  const upHeight = up.levels.reduce((sum, level) => sum + level.height + set.levelGap, 0)
  const downHeight = down.levels.reduce((sum, level) => sum + level.height + set.levelGap, 0)
  const margin = set.levelGap / 2
  const core = { x: set.gutter + (inner - set.coreWidth) / 2, y: margin + upHeight, w: set.coreWidth, h: coreHeight }
  const effects = placeSide(up, set, set.gutter + (inner - up.width) / 2, core.y, -1)
  const causes = placeSide(down, set, set.gutter + (inner - down.width) / 2, core.y + core.h, 1)
  const coreBox = tree.core === null ? [] : [{ ...core, id: tree.core.id, level: 'core' as const, depth: 0, ...coreText }]
  const boxes = [...coreBox, ...effects, ...causes]
  const hanging = new Set([...up.sizes.values(), ...down.sizes.values()].filter((size) => size.stacked).map((size) => size.node.item.id))
  return {
    width: set.gutter + inner,
    height: margin + upHeight + coreHeight + downHeight + margin,
    boxes,
    edges: edgesOf(tree, boxes, core, set, hanging),
    bands: bandsOf(up, down, core, set),
    core,
    stacked: hanging,
  }
}

export type Broken = { readonly lines: readonly string[]; readonly small: readonly string[]; readonly cut: boolean }
type BreakOptions = Pick<TreeLayoutOptions, 'size' | 'maxLines' | 'stretch' | 'details' | 'smallSize' | 'mostSmall'>

/** The text of a node and its small lines, each broken to `width` and no longer than the options allow. */
export function breakText(item: Item | null, width: number, set: BreakOptions): Broken {
  const text = item?.text ?? ''
  const room = width / set.stretch
  const all = wrap(text, room, set.size, true, set.maxLines + 1)
  const details = item === null ? [] : (set.details.get(item.id) ?? [])
  const small = details.flatMap((detail) => wrap(detail, room, set.smallSize))
  const cut = all.length > set.maxLines || small.length > set.mostSmall
  return {
    lines: all.length > set.maxLines ? wrap(text, room, set.size, true, set.maxLines) : all,
    small: small.length > set.mostSmall ? shortened(details, room, set) : small,
    cut,
  }
}

/** Each detail keeps at least its first line, as far as there is room. */
function shortened(details: readonly string[], room: number, set: BreakOptions): readonly string[] {
  const shown = details.slice(0, set.mostSmall)
  const each = Math.floor(set.mostSmall / shown.length)
  return shown.flatMap((detail) => wrap(detail, room, set.smallSize, false, each))
}

/** Room for the small lines with the gap above them. */
export const smallHeight = ({ small }: Pick<Broken, 'small'>, set: Pick<TreeLayoutOptions, 'smallLead'>): number =>
  small.length === 0 ? 0 : small.length * set.smallLead + 2

type Sized = { readonly node: TreeNode; readonly span: number; readonly width: number; readonly stacked: boolean; readonly text: Broken }
type Side = {
  readonly branches: readonly TreeNode[]
  readonly sizes: ReadonlyMap<ItemId, Sized>
  readonly width: number
  /** From the core outwards. `box` is the height of one box, `height` that of the tallest stack. */
  readonly levels: readonly { readonly box: number; readonly height: number }[]
}

function measureSide(branches: readonly TreeNode[], set: TreeLayoutOptions): Side {
  const nodes = nodesOf(branches)
  const spans = new Map<ItemId, number>()
  const stacks = (node: TreeNode): boolean =>
    set.stack && node.children.length > 1 && node.children.every((child) => child.children.length === 0)
  const spread = (of: readonly TreeNode[]): number =>
    of.reduce((sum, node) => sum + (spans.get(node.item.id) ?? set.leaf), 0) + Math.max(0, of.length - 1) * set.gap
  // Children come after their parent in `nodes`, so from the end every child is known before its parent.
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at]
    if (node === undefined) continue
    spans.set(node.item.id, stacks(node) ? set.leaf + indent : Math.max(set.leaf, spread(node.children)))
  }
  const sizes = new Map<ItemId, Sized>()
  const heights: number[] = []
  const footed: number[] = []
  const rooted: boolean[] = []
  const tallest: number[] = []
  for (const node of nodes) {
    const span = spans.get(node.item.id) ?? set.leaf
    // A stacked child was sized with its parent, which comes before it.
    const width = sizes.get(node.item.id)?.width ?? Math.min(span, 2 * set.leaf + set.gap)
    const text = breakText(node.item, width - 2 * set.padX, set)
    const stacked = stacks(node)
    sizes.set(node.item.id, { node, span, width, stacked, text })
    heights[node.depth] = Math.max(heights[node.depth] ?? set.lead, text.lines.length * set.lead + smallHeight(text, set))
    footed[node.depth] = Math.max(footed[node.depth] ?? 0, footLines(node.item, width - 2 * set.padX, set.mostFoot).length)
    rooted[node.depth] = (rooted[node.depth] ?? false) || levelOf(node) === 'root'
    if (!stacked) continue
    for (const child of node.children) {
      sizes.set(child.item.id, {
        node: child,
        span: width - indent,
        width: width - indent,
        stacked: false,
        text: { lines: [], small: [], cut: false },
      })
    }
    tallest[node.depth + 1] = Math.max(tallest[node.depth + 1] ?? 1, node.children.length)
  }
  const levels = heights.slice(1).map((content, at) => {
    const box = content + 2 * set.padY + (footed[at + 1] ?? 0) * set.foot + (rooted[at + 1] === true ? set.rootPad : 0)
    const count = tallest[at + 1] ?? 1
    return { box, height: count * box + (count - 1) * between }
  })
  return { branches, sizes, width: spread(branches), levels }
}

/** @param way -1 builds upwards from `edge`, 1 downwards. */
function placeSide(side: Side, set: TreeLayoutOptions, left: number, edge: number, way: -1 | 1): readonly TreeBox[] {
  const tops: number[] = []
  let at = edge
  for (const { height } of side.levels) {
    at += way * set.levelGap
    tops.push(way === 1 ? at : at - height)
    at += way * height
  }
  const boxes: TreeBox[] = []
  const open: { node: TreeNode; x: number; y: number | null }[] = []
  const queue = (nodes: readonly TreeNode[], from: number): void => {
    let x = from
    for (const node of nodes) {
      open.push({ node, x, y: null })
      x += (side.sizes.get(node.item.id)?.span ?? set.leaf) + set.gap
    }
  }
  queue(side.branches, left)
  for (let next = 0; next < open.length; next += 1) {
    const { node, x, y } = open[next] ?? never()
    const size = side.sizes.get(node.item.id) ?? never()
    const level = side.levels[node.depth - 1] ?? never()
    const top = tops[node.depth - 1] ?? 0
    // The box that touches its parent's edges stands at the end of the level nearer the core.
    const box = {
      x: x + (size.span - size.width) / 2,
      y: y ?? (way === 1 ? top : top + level.height - level.box),
      w: size.width,
      h: level.box,
    }
    boxes.push({ id: node.item.id, ...box, level: levelOf(node), depth: node.depth, ...size.text })
    if (size.stacked) {
      const below = side.levels[node.depth] ?? never()
      const start = tops[node.depth] ?? 0
      for (const [place, child] of node.children.entries()) {
        const step = place * (below.box + between)
        open.push({ node: child, x: box.x + indent, y: way === 1 ? start + step : start + below.height - below.box - step })
      }
    } else {
      const width = node.children.reduce((sum, child) => sum + (side.sizes.get(child.item.id)?.span ?? set.leaf) + set.gap, -set.gap)
      queue(node.children, x + (size.span - width) / 2)
    }
  }
  return boxes
}

const never = (): never => {
  throw new Error('a node of the tree was not measured')
}

/** @param hanging nodes whose children stand below each other. */
function edgesOf(
  tree: Tree,
  boxes: readonly TreeBox[],
  core: TreeLayout['core'],
  set: TreeLayoutOptions,
  hanging: ReadonlySet<ItemId>,
): readonly TreeEdge[] {
  const places = new Map(boxes.map((box) => [box.id, box]))
  const edges: TreeEdge[] = []
  const connect = (from: ItemId, parent: TreeLayout['core'], child: TreeNode): void => {
    const box = places.get(child.item.id)
    if (box === undefined) return
    const down = child.side === 'cause'
    const start = down ? parent.y + parent.h : parent.y
    if (hanging.has(from)) {
      const x = parent.x + indent / 2
      const y = box.y + box.h / 2
      edges.push({
        from,
        to: box.id,
        points: [
          [x, start],
          [x, y],
          [box.x, y],
        ],
      })
      return
    }
    const end = down ? box.y : box.y + box.h
    // Past the middle, where the line between two levels runs.
    const middle = start + (down ? 1 : -1) * set.levelGap * 0.58
    const px = parent.x + parent.w / 2
    const cx = box.x + box.w / 2
    const straight = Math.abs(px - cx) < 0.5
    edges.push({
      from,
      to: box.id,
      points: straight
        ? [
            [px, start],
            [px, end],
          ]
        : [
            [px, start],
            [px, middle],
            [cx, middle],
            [cx, end],
          ],
    })
  }
  const { core: trunk } = tree
  if (trunk !== null) for (const node of [...tree.effects, ...tree.causes]) connect(trunk.id, core, node)
  for (const node of nodesOf([...tree.effects, ...tree.causes])) {
    const box = places.get(node.item.id)
    if (box !== undefined) for (const child of node.children) connect(node.item.id, box, child)
  }
  return edges
}

function bandsOf(up: Side, down: Side, core: TreeLayout['core'], set: TreeLayoutOptions): readonly TreeBand[] {
  const half = set.levelGap / 2
  const sum = (levels: Side['levels']): number => levels.reduce((all, level) => all + level.height + set.levelGap, 0)
  const bands: TreeBand[] = []
  if (up.levels.length > 0) bands.push({ level: 'effect', y: core.y - sum(up.levels) - half, h: sum(up.levels) })
  bands.push({ level: 'core', y: core.y - half, h: core.h + set.levelGap })
  const bottom = core.y + core.h + half
  const direct = sum(down.levels.slice(0, 1))
  if (direct > 0) bands.push({ level: 'direct', y: bottom, h: direct })
  if (down.levels.length > 1) bands.push({ level: 'indirect', y: bottom + direct, h: sum(down.levels.slice(1)) })
  return bands
}
