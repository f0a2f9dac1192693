/** Which lines of a long table have to be drawn, when lines are of different heights. */

/** Where each line begins, and at the end where the last one ends. */
export function offsetsOf(heights: readonly number[]): readonly number[] {
  const offsets = [0]
  let sum = 0
  for (const height of heights) {
    sum += height
    offsets.push(sum)
  }
  return offsets
}

/** The line that covers `y`; the first one above the table, the last one below it. */
export function lineAt(offsets: readonly number[], y: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

export type Shown = { readonly from: number; readonly to: number }

/** Lines from `from` up to but without `to`, with `spare` px more on both sides so that quick scrolling shows no holes. */
export function shownLines(offsets: readonly number[], top: number, height: number, spare: number): Shown {
  const count = offsets.length - 1
  if (count <= 0) return { from: 0, to: 0 }
  return { from: lineAt(offsets, top - spare), to: Math.min(count, lineAt(offsets, top + height + spare) + 1) }
}

export type Piece =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'gap'; readonly height: number; readonly key: string }

/**
 * The drawn lines in order with the empty space between them. `pinned` lines are drawn wherever they are: the one with the cursor must
 * be there for Tab and for whoever listens.
 */
export function piecesOf(offsets: readonly number[], { from, to }: Shown, pinned: readonly number[]): readonly Piece[] {
  const count = offsets.length - 1
  const lines = new Set<number>()
  for (let line = from; line < to; line += 1) lines.add(line)
  for (const line of pinned) if (line >= 0 && line < count) lines.add(line)
  const pieces: Piece[] = []
  let next = 0
  const gapTo = (line: number): void => {
    const height = (offsets[line] ?? 0) - (offsets[next] ?? 0)
    if (line > next) pieces.push({ kind: 'gap', height, key: `gap ${next}` })
  }
  for (const line of [...lines].sort((a, b) => a - b)) {
    gapTo(line)
    pieces.push({ kind: 'line', line })
    next = line + 1
  }
  gapTo(count)
  return pieces
}
