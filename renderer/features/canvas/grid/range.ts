/** Places in a grid and the rectangles between two of them. Row -1 is the head, column -1 the number of a row. */

export type At = { readonly row: number; readonly column: number }
/** All four are within. */
export type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export const sameAt = (a: At, b: At): boolean => a.row === b.row && a.column === b.column

export const rangeOf = (a: At, b: At): Range => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
})

/** What a selection covers of the cells; from the number of a row it covers the whole row, from the head the whole column. */
export function coveredBy(at: At, anchor: At | null, rows: number, columns: number): Range {
  const range = rangeOf(at, anchor ?? at)
  const wholeRows = range.left < 0
  const wholeColumns = range.top < 0
  return {
    top: wholeColumns ? 0 : range.top,
    bottom: wholeColumns ? rows - 1 : range.bottom,
    left: wholeRows ? 0 : range.left,
    right: wholeRows ? columns - 1 : range.right,
  }
}

export const holds = ({ top, bottom, left, right }: Range, { row, column }: At): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

export const heightOf = ({ top, bottom }: Range): number => bottom - top + 1
export const widthOf = ({ left, right }: Range): number => right - left + 1
export const countOf = (range: Range): number => heightOf(range) * widthOf(range)

export const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** The selection stretched to a cell outside of it, along the longer way only: a fill goes down, up, right or left. */
export function stretched(range: Range, to: At): Range {
  const down = to.row > range.bottom ? to.row - range.bottom : to.row < range.top ? to.row - range.top : 0
  const right = to.column > range.right ? to.column - range.right : to.column < range.left ? to.column - range.left : 0
  if (down === 0 && right === 0) return range
  if (Math.abs(down) >= Math.abs(right)) return { ...range, top: Math.min(range.top, to.row), bottom: Math.max(range.bottom, to.row) }
  return { ...range, left: Math.min(range.left, to.column), right: Math.max(range.right, to.column) }
}
