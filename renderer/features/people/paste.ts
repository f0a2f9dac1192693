/** Reading lists that were typed or pasted from a spreadsheet. */
import type { Unit, UnitKind } from '#shared/model/lab.ts'
import { isWrongEmail, isWrongPhone, nipDigits } from '#shared/rules/people-contacts.ts'
import { kindOf, unitFinder, unitKey } from '#shared/rules/people-units.ts'

const clean = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim()

/** Rows of trimmed cells; columns are tabs, or semicolons where there is no tab at all. Numbering in a first column is dropped. */
export function cellsIn(text: string): readonly (readonly string[])[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const separator = text.includes('\t') ? '\t' : ';'
  const rows = lines.map((line) => line.split(separator).map(clean))
  const numbered = rows.length > 0 && rows.every((row) => row.length > 1 && /^(?:\d+\.?|no\.?)$/i.test(row[0] ?? ''))
  return rows.map((row) => (numbered ? row.slice(1) : row)).filter((row) => row.some((cell) => cell !== ''))
}

const heads = /^(?:nama(?: lengkap| unit| opd)?|unit(?: kerja)?|opd|perangkat daerah|peserta|name|unit name)$/i
const withoutHead = (rows: readonly (readonly string[])[]) => (heads.test(rows[0]?.[0] ?? '') ? rows.slice(1) : rows)

export type PastedUnit = { readonly name: string; readonly short: string; readonly kind: UnitKind }
export type PastedUnits = { readonly fresh: readonly PastedUnit[]; readonly skipped: number }

/** Names that are there already, in the lab or earlier in the list, are skipped and counted. */
export function readUnits(text: string, known: readonly Pick<Unit, 'name' | 'short'>[]): PastedUnits {
  const seen = new Set(known.map((unit) => unitKey(unit.name)))
  const fresh: PastedUnit[] = []
  let skipped = 0
  for (const [name = '', short = ''] of withoutHead(cellsIn(text))) {
    if (name === '') continue
    if (seen.has(unitKey(name))) skipped += 1
    else fresh.push({ name, short, kind: kindOf(name) })
    seen.add(unitKey(name))
  }
  return { fresh, skipped }
}

export type PastedPerson = {
  readonly name: string
  readonly position: string
  /** As written; matched to a unit by name or short name. */
  readonly unit: string
  readonly phone: string
  readonly email: string
  readonly nip: string
}

const isNip = (cell: string): boolean => /^\d{18}$/.test(nipDigits(cell))
const isPhone = (cell: string): boolean => /\d{7}/.test(cell.replaceAll(/\D/g, '')) && !isNip(cell) && !isWrongPhone(cell)
const isEmail = (cell: string): boolean => cell.includes('@') && !isWrongEmail(cell)

/** Name first; phone, NIP and e-mail are known by their look, a unit by its name; what is left is position, then unit. */
export function readPeople(text: string, units: readonly Pick<Unit, 'name' | 'short'>[]): readonly PastedPerson[] {
  const known = new Set(units.flatMap((unit) => [unitKey(unit.name), unitKey(unit.short)]).filter((name) => name !== ''))
  return withoutHead(cellsIn(text)).flatMap(([name = '', ...rest]) => {
    if (name === '') return []
    const words = rest.filter((cell) => cell !== '' && !isPhone(cell) && !isNip(cell) && !isEmail(cell))
    const unit = words.find((cell) => known.has(unitKey(cell))) ?? words[1] ?? ''
    return [
      {
        name,
        unit,
        position: words.find((cell) => cell !== unit) ?? '',
        phone: rest.find(isPhone) ?? '',
        email: rest.find(isEmail) ?? '',
        nip: nipDigits(rest.find(isNip) ?? ''),
      },
    ]
  })
}

/** Names of units that people were pasted with and that do not exist yet, each once. */
export function missingUnits(people: readonly PastedPerson[], units: readonly Pick<Unit, 'name' | 'short'>[]): readonly string[] {
  const find = unitFinder(units)
  const names = new Map(people.filter((one) => one.unit !== '' && !find(one.unit)).map((one) => [unitKey(one.unit), one.unit]))
  return [...names.values()]
}
