/** Dragged notes stick to the edges and centres of their neighbours, with lines that show to what. Pure. */
import { noteSize, type Rect } from './layout.ts'

export type Guide = { readonly across: boolean; readonly at: number; readonly from: number; readonly to: number }
export type Snap = { readonly dx: number; readonly dy: number; readonly guides: readonly Guide[] }

type Axis = 'x' | 'y'
const sizeOf = { x: 'w', y: 'h' } as const

/** Farther neighbours do not matter, in board pixels: else a full board would catch at every step. */
const nearby = 3 * (noteSize.w + noteSize.gap)

/**
 * @param box where the dragged notes would lie
 * @param others what stays where it is
 * @param reach how near an edge must be to catch, in board pixels
 * @returns how much further to move, and the lines to draw
 */
export function snapTo(box: Rect, others: readonly Rect[], reach: number): Snap {
  const near = others.filter(
    (one) =>
      one.x < box.x + box.w + nearby && one.x + one.w > box.x - nearby && one.y < box.y + box.h + nearby && one.y + one.h > box.y - nearby,
  )
  const x = closest(box, near, 'x', reach)
  const y = closest(box, near, 'y', reach)
  const settled: Rect = { ...box, x: box.x + (x?.by ?? 0), y: box.y + (y?.by ?? 0) }
  return {
    dx: x?.by ?? 0,
    dy: y?.by ?? 0,
    guides: [...(x === null ? [] : [guide(settled, x.other, 'x', x.at)]), ...(y === null ? [] : [guide(settled, y.other, 'y', y.at)])],
  }
}

type Catch = { readonly by: number; readonly at: number; readonly other: Rect }

function closest(box: Rect, others: readonly Rect[], axis: Axis, reach: number): Catch | null {
  let best: Catch | null = null
  let least = reach
  let beside = Number.POSITIVE_INFINITY
  const size = sizeOf[axis]
  const cross: Axis = axis === 'x' ? 'y' : 'x'
  const own = [box[axis], box[axis] + box[size] / 2, box[axis] + box[size]]
  const consider = (other: Rect, from: number, to: number): void => {
    const by = to - from
    const away = Math.abs(other[cross] - box[cross])
    // Of edges equally near, the one of the nearer neighbour is meant.
    if (Math.abs(by) > least || (Math.abs(by) === least && away >= beside)) return
    least = Math.abs(by)
    beside = away
    best = { by, at: to, other }
  }
  for (const other of others) {
    const edges = [other[axis], other[axis] + other[size] / 2, other[axis] + other[size]]
    for (const [at, edge] of edges.entries()) consider(other, own[at] ?? 0, edge)
    // Side by side with the usual gap.
    consider(other, own[0] ?? 0, other[axis] + other[size] + noteSize.gap)
    consider(other, own[2] ?? 0, other[axis] - noteSize.gap)
  }
  return best
}

function guide(box: Rect, other: Rect, axis: Axis, at: number): Guide {
  const cross: Axis = axis === 'x' ? 'y' : 'x'
  const size = sizeOf[cross]
  return {
    across: axis === 'y',
    at,
    from: Math.min(box[cross], other[cross]),
    to: Math.max(box[cross] + box[size], other[cross] + other[size]),
  }
}
