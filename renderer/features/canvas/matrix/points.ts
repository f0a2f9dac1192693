/** Where the points of a map stand on the screen, and which of them have room for their name. Lengths in px of the square. */
import type { Item } from '#shared/model/lab.ts'
import type { MatrixDef } from '#shared/model/pack.ts'
import { borderOf, type MatrixSpot, sizesOf, spotsOf } from '#shared/rules/matrix.ts'

/** `label` says on which side the name stands; a point without room shows its number, and its name when it is chosen. */
export type DrawnPoint = {
  readonly item: Item
  readonly x: number
  readonly y: number
  readonly size: number
  readonly label: 'right' | 'left' | 'none'
}
export type Drawn = { readonly points: readonly DrawnPoint[]; readonly piles: readonly MatrixSpot[] }

const plain = 30
const sizes = { least: 28, most: 44 }
const labelWidth = 116

type Rect = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
const meet = (a: Rect, b: Rect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Names are given in the order of the list, where they cover neither a point nor another name. */
export function drawn(def: MatrixDef, items: readonly Item[], side: number): Drawn {
  if (side <= 0) return { points: [], piles: [] }
  const share = sizesOf(def, items)
  const sizeOf = (item: Item): number =>
    def.size === undefined ? plain : sizes.least + (sizes.most - sizes.least) * (share.get(item.id) ?? 0)
  const gap = (def.size === undefined ? plain : sizes.most) + 3
  const spots = spotsOf(def, items, { side, gap, head: 20 })
  const singles = spots.flatMap((spot) => {
    const [item] = spot.items
    return spot.items.length === 1 && item !== undefined ? [{ item, x: spot.x, y: spot.y, size: sizeOf(item) }] : []
  })
  const piles = spots.filter((spot) => spot.items.length > 1)
  const around = (x: number, y: number, left: number, right: number, half: number): Rect => ({
    left: x - left,
    right: x + right,
    top: y - half,
    bottom: y + half,
  })
  const taken: Rect[] = [
    ...singles.map(({ x, y, size }) => around(x, y, size / 2, size / 2, size / 2)),
    ...piles.map(({ x, y }) => around(x, y, 44, 44, 16)),
  ]
  const border = side * borderOf(def.x)
  const points = singles.map((one, at): DrawnPoint => {
    const half = one.size / 2
    const names = {
      right: around(one.x, one.y, half, half + labelWidth, half),
      left: around(one.x, one.y, half + labelWidth, half, half),
    } as const
    // A name that reaches into the next quadrant would seem to lie there.
    const high = one.x >= border
    const [from, to] = [high ? border : 0, high ? side : border]
    const free = (rect: Rect): boolean =>
      rect.left >= from && rect.right <= to && !taken.some((other, index) => index !== at && meet(rect, other))
    // Many names at once are a thicket, and across tinted cells they hide them; then numbers and the list say it better.
    const label =
      def.cells !== undefined || singles.length > 40 ? 'none' : ((['right', 'left'] as const).find((way) => free(names[way])) ?? 'none')
    if (label !== 'none') taken[at] = names[label]
    return { ...one, label }
  })
  return { points, piles }
}
