/**
 * Tables with more columns than a page can show: they are cut into several that stand one below the other, each with the first column and a
 * caption that says which columns it holds, so that no word becomes a stack of letters.
 */
import { measure } from '#shared/figure/metrics.ts'
import type { Cell, Outline } from '#shared/model/outline.ts'
import { say } from '#shared/text/messages.ts'
import { wideTableWords } from '#shared/text/wide-table-words.ts'
import { cell as cellLook, columnCount, type PlacedCell, placeCells, readable, type Table } from './look.ts'

/** Tables of fewer columns are left as their builders made them. */
const fewest = 13
/** Word refuses a table of more columns than 63. */
const mostColumns = 60
/** Points of a word that a column must have room for; a longer one is broken. */
const mostForWord = 44

/** The table itself, or its pieces; `room` is the width in points they stand in. */
export function narrowTables(table: Table, room: number, language: Outline['language']): readonly Table[] {
  const columns = columnCount(table)
  if (!table.ruled || columns < fewest) return [table]
  const placed = placeCells(table.rows)
  const needs = columnNeeds(placed, columns, readable(table.size ?? cellLook.size))
  const total = needs.reduce((sum, need) => sum + need, 0)
  if (total <= room && columns <= mostColumns) return [table]
  const groups = grouped(needs, room)
  return groups.map(([from, to], at) => {
    const kept = [...(at > 0 ? [0] : []), ...range(from, to)]
    const says = say(wideTableWords.columns, language === 'id-ID' ? 'id' : 'en', { from: from + 1, to, of: columns })
    return {
      ...table,
      widths: kept.map((column) => needs[column] ?? 1),
      rows: placed.map((row) => pickCells(row, from, to, at > 0)),
      caption: table.caption ? `${table.caption} (${says})` : says,
    }
  })
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)

/** What each column needs so that the words in it stay whole, up to a limit. */
function columnNeeds(rows: readonly (readonly PlacedCell[])[], columns: number, size: number): number[] {
  const needs = new Array<number>(columns).fill(size)
  for (const { cell, column, colSpan } of rows.flat()) {
    if (colSpan > 1) continue
    for (const block of cell.blocks) {
      if (block.b !== 'para') continue
      for (const word of block.runs.flatMap((run) => run.text.split(/\s+/u))) {
        const wide = Math.min(mostForWord, measure(word.slice(0, 40), size, cell.header === true))
        needs[column] = Math.max(needs[column] ?? 0, wide)
      }
    }
  }
  return needs.map((need) => need + 2 * cellLook.padX + 1)
}

/** As few groups as fit, with about the same number of columns in each; all but the first leave room for the first column. */
function grouped(needs: readonly number[], room: number): [number, number][] {
  const fill = (most: number): [number, number][] => {
    const groups: [number, number][] = []
    let from = 0
    let used = 0
    needs.forEach((need, at) => {
      if (at > from && (used + need > room || at - from >= most)) {
        groups.push([from, at])
        from = at
        used = needs[0] ?? 0
      }
      used += need
    })
    return [...groups, [from, needs.length]]
  }
  const fewestGroups = fill(mostColumns - 1).length
  for (let most = Math.ceil(needs.length / fewestGroups); most < mostColumns; most += 1) {
    const groups = fill(most)
    if (groups.length <= fewestGroups) return groups
  }
  return fill(mostColumns - 1)
}

/** The cells of a row that stand in the columns from `from` up to `to`, spans cut at both ends, after the first column where it is repeated. */
function pickCells(row: readonly PlacedCell[], from: number, to: number, withFirst: boolean): readonly Cell[] {
  const cells: Cell[] = []
  for (const { cell, column, colSpan, rowSpan } of row) {
    if (withFirst && column === 0) {
      const inside = Math.max(0, Math.min(colSpan, to) - from)
      cells.push({ ...cell, colSpan: 1 + inside, rowSpan })
      continue
    }
    const [begin, end] = [Math.max(column, from), Math.min(column + colSpan, to)]
    if (end <= begin) continue
    cells.push({ ...cell, colSpan: end - begin, rowSpan })
  }
  return cells
}
