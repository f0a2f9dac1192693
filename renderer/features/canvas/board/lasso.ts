/** What a free-hand line encloses. Pure. */
import type { Rect } from './layout.ts'

export type Point = { readonly x: number; readonly y: number }

/** Whether the line, closed by a straight stroke from its end to its beginning, goes around the point. */
export function encloses(line: readonly Point[], at: Point): boolean {
  let inside = false
  for (let one = 0, before = line.length - 1; one < line.length; before = one, one += 1) {
    const a = line[one]
    const b = line[before]
    if (a === undefined || b === undefined || a.y > at.y === b.y > at.y) continue
    if (at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

/** A note counts as caught when its middle is inside. */
export const caught = (line: readonly Point[], rect: Rect): boolean => encloses(line, { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 })
