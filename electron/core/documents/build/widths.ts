/** Column widths that keep words whole. */
import { measure } from '#shared/figure/metrics.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { CanvasBuild } from './source.ts'

/** Points. What a cell keeps free at both sides together. */
const padding = 11
/** Share of the page a single word may claim; a longer one is broken. */
const mostForWord = 0.22

/**
 * Relative widths near the wished ones, in which no column is narrower than its longest word.
 * @param size of the text in points
 */
export function fittedWidths(
  wished: readonly number[],
  rows: readonly (readonly Cell[])[],
  size: number,
  build: CanvasBuild,
): readonly number[] {
  const page = (build.figureSize.width * 72) / 96
  const total = wished.reduce((sum, width) => sum + width, 0)
  const least = wished.map((_, at) => Math.min(page * mostForWord, longestWord(rows, at, size) + padding))
  const widths = wished.map((width) => (width / total) * page)
  const narrow = widths.map((width, at) => Math.max(width, least[at] ?? 0))
  const excess = narrow.reduce((sum, width) => sum + width, 0) - page
  if (excess <= 0) return narrow
  // The columns that have more than they need give what the narrow ones take, each by its share.
  const spare = narrow.map((width, at) => width - (least[at] ?? 0))
  const allSpare = spare.reduce((sum, width) => sum + width, 0)
  return allSpare <= 0 ? narrow : narrow.map((width, at) => width - ((spare[at] ?? 0) * Math.min(excess, allSpare)) / allSpare)
}

/** Spanning cells are left out: they have the room of several columns. */
function longestWord(rows: readonly (readonly Cell[])[], at: number, size: number): number {
  let longest = 0
  for (const row of rows) {
    const cell = row[at]
    if (cell === undefined || (cell.colSpan ?? 1) > 1) continue
    for (const text of cell.blocks.flatMap(textsOf)) {
      for (const word of text.split(/\s+/u)) longest = Math.max(longest, measure(word.slice(0, 60), size, cell.header === true))
    }
  }
  return longest
}

const textsOf = (block: Block): readonly string[] => (block.b === 'para' ? block.runs.map((run) => run.text) : [])
