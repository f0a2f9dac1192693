/** How wide the boxes of a drawn tree are, and its lines with round corners. Pure. */
import type { Details } from '#shared/figure/tree-details.ts'
import { layoutTree, type TreeLayout } from '#shared/figure/tree-layout.ts'
import type { Item } from '#shared/model/lab.ts'

/** The room of a laptop with the panel open; the same everywhere, so that a tree looks the same on every screen. */
const room = { w: 950, h: 550 } as const
const leaves = [130, 156, 196, 240, 280] as const
const usual = 130
/** Larger trees do not fit into a window anyway. */
const small = 60
/** A tree that would be wider piles children without children below each other. */
const widest = 2600

/** The layout that can be shown largest: narrow boxes make a tree high, wide ones make it wide. */
export function wellFitting(shown: readonly Item[], details: Details): TreeLayout {
  const options = { details, maxLines: 14 }
  if (shown.length <= small) {
    let best: { readonly layout: TreeLayout; readonly k: number } | null = null
    for (const leaf of leaves) {
      const layout = layoutTree(shown, { ...options, leaf })
      const k = Math.min(1, room.w / layout.width, room.h / layout.height)
      if (best === null || k > best.k + 0.01) best = { layout, k }
    }
    if (best !== null && best.layout.width <= widest) return best.layout
  }
  const flat = layoutTree(shown, { ...options, leaf: usual })
  return flat.width <= widest ? flat : layoutTree(shown, { ...options, leaf: usual, stack: true })
}

type Point = readonly [number, number]
const radius = 8

/** A line through these points as the path of an SVG. */
export function elbow(points: readonly Point[]): string {
  return points
    .map(([x, y], at) => {
      const before = points[at - 1]
      const after = points[at + 1]
      if (before === undefined) return `M${x} ${y}`
      if (after === undefined) return `L${x} ${y}`
      const [ax, ay] = towards([x, y], before)
      const [bx, by] = towards([x, y], after)
      return `L${ax} ${ay}Q${x} ${y} ${bx} ${by}`
    })
    .join('')
}

/** From a corner up to `radius` towards the next point, at most half way. */
function towards([x, y]: Point, [tx, ty]: Point): Point {
  const far = Math.hypot(tx - x, ty - y)
  const part = far === 0 ? 0 : Math.min(radius, far / 2) / far
  return [x + (tx - x) * part, y + (ty - y) * part]
}
