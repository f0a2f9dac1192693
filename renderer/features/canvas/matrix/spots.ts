/** Where the points of a matrix are drawn, and which of them have room for their name. All lengths are shares of the square. */
import type { Item } from '#shared/model/lab.ts'
import type { MatrixDef } from '#shared/model/pack.ts'
import { fanOut, placeOf, type QuadrantName, type Spot } from '#shared/rules/matrix.ts'
import { share } from './edits.ts'

/** `label` says on which side the name stands; a point without room shows its number, and its name when it is chosen. */
export type DrawnPoint = { readonly item: Item; readonly x: number; readonly y: number; readonly label: 'right' | 'left' | 'none' }

const circle = 0.066
const labelWidth = 0.23

type Rect = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
const meet = (a: Rect, b: Rect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const around = (x: number, y: number, left: number, right: number): Rect => ({
  left: x - left,
  right: x + right,
  top: y - circle / 2,
  bottom: y + circle / 2,
})

/** Points fanned out within their cell where they would cover each other; names are given in the order of the list. */
export function drawnPoints(def: MatrixDef, items: readonly Item[]): readonly DrawnPoint[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const spots = fanOut(
    items.flatMap((item) => spotOf(def, item)),
    circle,
  )
  const taken: Rect[] = spots.map(({ x, y }) => around(x, y, circle / 2, circle / 2))
  return spots.flatMap(({ id, x, y }, at) => {
    const item = byId.get(id)
    if (item === undefined) return []
    const others = taken.filter((_, other) => other !== at)
    const sides = { right: around(x, y, circle / 2, labelWidth), left: around(x, y, labelWidth, circle / 2) } as const
    const label =
      (['right', 'left'] as const).find((side) => inside(sides[side]) && !others.some((other) => meet(sides[side], other))) ?? 'none'
    if (label !== 'none') taken[at] = sides[label]
    return [{ item, x, y, label }]
  })
}

const inside = (rect: Rect): boolean => rect.left >= 0 && rect.right <= 1

function spotOf(def: MatrixDef, item: Item): readonly Spot[] {
  const place = placeOf(def, item)
  if (place === null) return []
  const cell = { w: 1 / (def.x.max - def.x.min + 1), h: 1 / (def.y.max - def.y.min + 1) }
  const [x, y] = [share(def.x, place.x), share(def.y, place.y)]
  const inset = circle / 2
  return [
    { id: item.id, x, y, box: { x: x - cell.w / 2 + inset, y: y - cell.h / 2 + inset, w: cell.w - 2 * inset, h: cell.h - 2 * inset } },
  ]
}

/** Quadrants with points in them keep their name and give up their hint to the points. */
export const occupied = (def: MatrixDef, items: readonly Item[]): ReadonlySet<QuadrantName> =>
  new Set(items.flatMap((item) => placeOf(def, item)?.quadrant ?? []))
