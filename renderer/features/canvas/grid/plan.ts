/** What a paste or a fill would write, worked out before anything is touched. */
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { countOf, heightOf, type Range, widthOf } from './range.ts'

/** Rows at and beyond the number of rows there are become new ones. */
export type Write = { readonly row: number; readonly column: number; readonly value: Value }
export type Refused = { readonly row: number; readonly column: number; readonly text: string }
export type Plan = {
  readonly writes: readonly Write[]
  /** Texts that mean nothing in their column; those cells keep what they have. */
  readonly refused: readonly Refused[]
  /** Rows that have to be added at the end. */
  readonly added: number
  /** What is selected afterwards. */
  readonly range: Range
}

/** The parts of a sheet a plan has to know. */
export type Sheet = {
  readonly columns: readonly GridColumn[]
  readonly rows: number
  readonly writable: (column: GridColumn) => boolean
  readonly read: (column: GridColumn, text: string) => Value | undefined
}

/**
 * A pasted table begins at the first selected cell. One cell fills the whole selection; a selection that is a multiple of the table
 * repeats it. What lies right of the last column is left out.
 */
export function pastePlan(table: readonly (readonly string[])[], { columns, rows, writable, read }: Sheet, range: Range): Plan {
  const high = table.length
  const wide = Math.max(1, ...table.map((cells) => cells.length))
  const repeats = countOf(range) > 1 && heightOf(range) % high === 0 && widthOf(range) % wide === 0
  const height = repeats ? heightOf(range) : high
  const width = Math.min(repeats ? widthOf(range) : wide, columns.length - range.left)
  const writes: Write[] = []
  const refused: Refused[] = []
  for (let down = 0; down < height; down += 1) {
    for (let right = 0; right < width; right += 1) {
      const column = columns[range.left + right]
      const text = table[down % high]?.[right % wide]
      // A line that is shorter than others says nothing about the cells it lacks.
      if (column === undefined || text === undefined || !writable(column)) continue
      const place = { row: range.top + down, column: range.left + right }
      const value = read(column, text)
      if (value === undefined) refused.push({ ...place, text })
      else writes.push({ ...place, value })
    }
  }
  return {
    writes,
    refused,
    added: Math.max(0, range.top + height - rows),
    range: { top: range.top, left: range.left, bottom: range.top + height - 1, right: range.left + width - 1 },
  }
}

/** Cells as they are now, for filling from them. */
export type Cells = {
  readonly value: (row: number, column: number) => Value
  /** The cell as text, for a fill into a column of another type. */
  readonly text: (row: number, column: number) => string
}

/** Fills `to` from `from`, which lies within it: downwards or upwards within a column, sideways by what the text means there. */
export function fillPlan(cells: Cells, sheet: Sheet, from: Range, to: Range, series = true): Plan {
  const sideways = to.left < from.left || to.right > from.right
  const plan = sideways ? fillSideways(cells, sheet, from, to) : fillAlong(cells, sheet, from, to, series)
  return { ...plan, added: 0, range: to }
}

function fillAlong(cells: Cells, { columns, writable }: Sheet, from: Range, to: Range, series: boolean): Pick<Plan, 'writes' | 'refused'> {
  const writes: Write[] = []
  const height = heightOf(from)
  for (let column = to.left; column <= to.right; column += 1) {
    const type = columns[column]
    if (type === undefined || !writable(type)) continue
    const source = Array.from({ length: height }, (_, down) => cells.value(from.top + down, column))
    const step = series ? stepOf(type, source) : null
    for (let row = to.top; row <= to.bottom; row += 1) {
      if (row >= from.top && row <= from.bottom) continue
      const away = row - from.top
      const value = step === null ? (source[((away % height) + height) % height] ?? null) : step(away)
      if (value !== undefined) writes.push({ row, column, value })
    }
  }
  return { writes, refused: [] }
}

function fillSideways(cells: Cells, { columns, writable, read }: Sheet, from: Range, to: Range): Pick<Plan, 'writes' | 'refused'> {
  const writes: Write[] = []
  const refused: Refused[] = []
  const width = widthOf(from)
  for (let row = to.top; row <= to.bottom; row += 1) {
    for (let at = to.left; at <= to.right; at += 1) {
      const column = columns[at]
      if ((at >= from.left && at <= from.right) || column === undefined || !writable(column)) continue
      const source = from.left + ((((at - from.left) % width) + width) % width)
      const text = cells.text(row, source)
      const value = columns[source]?.type === column.type ? read(column, text) : read(column, text.trim())
      if (value === undefined) refused.push({ row, column: at, text })
      else writes.push({ row, column: at, value })
    }
  }
  return { writes, refused }
}

/** How two or more numbers or days in equal steps go on; `undefined` where the column does not allow the next one. */
function stepOf(column: GridColumn, source: readonly Value[]): ((away: number) => Value | undefined) | null {
  if (source.length < 2) return null
  if (column.type === 'number' || column.type === 'rupiah') return numbersOn(column, source)
  return column.type === 'date' ? daysOn(source) : null
}

function numbersOn(column: GridColumn, source: readonly Value[]): ((away: number) => Value | undefined) | null {
  const numbers = source.filter((value): value is number => typeof value === 'number')
  const step = equalStep(numbers, source.length)
  const [first] = numbers
  if (step === null || first === undefined) return null
  return (away) => {
    const value = Math.round((first + away * step) * 1e9) / 1e9
    return value < (column.min ?? Number.NEGATIVE_INFINITY) || value > (column.max ?? Number.POSITIVE_INFINITY) ? undefined : value
  }
}

const dayMs = 86_400_000

function daysOn(source: readonly Value[]): ((away: number) => Value | undefined) | null {
  const days = source
    .map((value) =>
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? Date.parse(`${value}T00:00:00Z`) / dayMs : Number.NaN,
    )
    .filter((day) => Number.isInteger(day))
  const step = equalStep(days, source.length)
  const [first] = days
  if (step === null || first === undefined) return null
  return (away) => new Date((first + away * step) * dayMs).toISOString().slice(0, 10)
}

/** The same difference between all neighbours, not 0; null when there is none. */
function equalStep(numbers: readonly number[], count: number): number | null {
  const [first, second] = numbers
  if (numbers.length !== count || first === undefined || second === undefined || first === second) return null
  const step = second - first
  return numbers.every((value, at) => Math.abs(value - (first + at * step)) < 1e-9) ? step : null
}
