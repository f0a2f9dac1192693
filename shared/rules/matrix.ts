/** Points of a two-axis map such as influence and interest (domain.md 4.7). */
import type { ItemId } from '../model/ids.ts'
import type { Item } from '../model/lab.ts'
import type { MatrixDef } from '../model/pack.ts'

/** Height on y, then on x: `high_low` is high on y and low on x. */
export type QuadrantName = keyof NonNullable<MatrixDef['quadrants']>
export const quadrantNames: readonly QuadrantName[] = ['high_low', 'high_high', 'low_low', 'low_high']

/** The quadrant as the pack names it; undefined where the matrix is made of cells. */
export const quadrantOf = (def: MatrixDef, name: QuadrantName): NonNullable<MatrixDef['quadrants']>[QuadrantName] | undefined =>
  def.quadrants?.[name]

export type MatrixPlace = { readonly x: number; readonly y: number; readonly quadrant: QuadrantName }

type Axis = MatrixDef['x']

function valueOn(axis: Axis, item: Item): number | null {
  const value = Object.hasOwn(item.values, axis.key) ? item.values[axis.key] : null
  return typeof value === 'number' && value >= axis.min && value <= axis.max ? value : null
}

/** Where an item lies, in the units of the axes; null while a value is missing or off the scale, since a guess would say something nobody said. */
export function placeOf(def: MatrixDef, item: Item): MatrixPlace | null {
  const x = valueOn(def.x, item)
  const y = valueOn(def.y, item)
  return x === null || y === null ? null : { x, y, quadrant: quadrantAt(def, x, y) }
}

/** From the threshold on a value is high. */
export function quadrantAt(def: MatrixDef, x: number, y: number): QuadrantName {
  const high = { x: x >= def.x.threshold, y: y >= def.y.threshold }
  return high.y ? (high.x ? 'high_high' : 'high_low') : high.x ? 'low_high' : 'low_low'
}

export type Spot = {
  readonly id: ItemId
  readonly x: number
  readonly y: number
  /** The area its centre should stay in, when there is room. */
  readonly box?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}

/**
 * Moves points apart until no two centres are nearer than `gap`. Earlier points keep their place, later ones take the nearest free
 * one around theirs, within their box as long as it has room. Same input, same output. Any unit of length.
 */
export function fanOut(spots: readonly Spot[], gap: number): readonly Spot[] {
  const placed: Spot[] = []
  const free = (x: number, y: number): boolean => placed.every((other) => Math.hypot(other.x - x, other.y - y) >= gap - 1e-6)
  for (const spot of spots) {
    const inside = (x: number, y: number): boolean =>
      spot.box === undefined || (x >= spot.box.x && x <= spot.box.x + spot.box.w && y >= spot.box.y && y <= spot.box.y + spot.box.h)
    const rings = Math.ceil(Math.sqrt(spots.length)) + 4
    const found = nearest(spot, gap, rings, (x, y) => inside(x, y) && free(x, y)) ?? nearest(spot, gap, spots.length + 1, free) ?? spot
    placed.push({ ...spot, x: found.x, y: found.y })
  }
  return placed
}

function nearest(spot: Spot, gap: number, rings: number, fits: (x: number, y: number) => boolean): { x: number; y: number } | null {
  if (fits(spot.x, spot.y)) return { x: spot.x, y: spot.y }
  for (let ring = 1; ring <= rings * 2; ring += 1) {
    const radius = (ring * gap) / 2
    const steps = Math.max(6, Math.round((2 * Math.PI * radius) / (gap / 2)))
    for (let step = 0; step < steps; step += 1) {
      const angle = (2 * Math.PI * step) / steps
      const x = spot.x + radius * Math.cos(angle)
      const y = spot.y + radius * Math.sin(angle)
      if (fits(x, y)) return { x, y }
    }
  }
  return null
}
