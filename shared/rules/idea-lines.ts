/** A list of ideas as it was typed or pasted from a spreadsheet: one innovation per line with its name, what it stands for and its unit. */
import type { UnitId } from '../model/ids.ts'
import type { Unit } from '../model/lab.ts'
import { folded } from './fold.ts'
import { parseTable } from './table-text.ts'

export type IdeaLine = {
  readonly name: string
  readonly longName: string
  readonly unit: UnitId | null
  /** The unit as it was written, when the lab has none of that name. */
  readonly unknownUnit: string
}
export type IdeaLines = {
  readonly fresh: readonly IdeaLine[]
  /** Names that are in the lab, or earlier in the list, already. */
  readonly known: readonly string[]
}

const heads = /^(?:no\.?|nama(?: inovasi)?|judul(?: inovasi)?|inovasi|ide(?: inovasi)?|name|innovation)$/iu

/**
 * Reads the lines. Cells are parted by tabs, or by semicolons where there is no tab; a first column of numbers and a head are left out.
 * The cell that names a unit of the lab is its unit, wherever it stands; with three cells the last one is.
 */
export function readIdeas(text: string, units: readonly Pick<Unit, 'id' | 'name' | 'short'>[], taken: readonly string[]): IdeaLines {
  const byName = new Map<string, UnitId>()
  for (const unit of units) for (const name of [unit.short, unit.name]) if (name !== '') byName.set(folded(name), unit.id)
  const seen = new Set(taken.map(folded))
  const fresh: IdeaLine[] = []
  const known: string[] = []
  for (const [name = '', ...rest] of rowsIn(text)) {
    if (name === '') continue
    if (seen.has(folded(name))) {
      known.push(name)
      continue
    }
    seen.add(folded(name))
    fresh.push({ name, ...restOf(rest, byName) })
  }
  return { fresh, known }
}

function restOf(cells: readonly string[], byName: ReadonlyMap<string, UnitId>): Omit<IdeaLine, 'name'> {
  const at = cells.findIndex((cell) => byName.has(folded(cell)))
  if (at >= 0) {
    const others = cells.filter((_cell, n) => n !== at)
    return { longName: others[0] ?? '', unit: byName.get(folded(cells[at] ?? '')) ?? null, unknownUnit: '' }
  }
  const [longName = '', unit = ''] = cells
  return { longName, unit: null, unknownUnit: unit }
}

function rowsIn(text: string): readonly (readonly string[])[] {
  const rows = (text.includes('\t') ? parseTable(text) : text.split(/\r\n?|\n/u).map((line) => line.split(';')))
    .map((row) => row.map((cell) => cell.replaceAll(/\s+/gu, ' ').trim().slice(0, 300)))
    .filter((row) => row.some((cell) => cell !== ''))
  const body = heads.test(rows[0]?.[0] ?? '') ? rows.slice(1) : rows
  const numbered = body.length > 0 && body.every((row) => row.length > 1 && /^\d+\.?$/u.test(row[0] ?? ''))
  return numbered ? body.map((row) => row.slice(1)) : body
}
