/** Every row of a list of units and people judged: taken, refused with its reason, or likely there already. */
import type { UnitId } from '../model/ids.ts'
import type { Person, Unit } from '../model/lab.ts'
import { folded } from './fold.ts'
import { phoneKey } from './people-contacts.ts'
import { nameKey } from './people-names.ts'
import { isIdle, type PersonValues, type Reading, type RowFault, readPerson, readUnit, type UnitValues } from './people-rows.ts'
import type { PersonField, ReadSheet, UnitField } from './people-sheet.ts'
import { unitFinder, unitKey } from './people-units.ts'

/** `merge` fills only what is empty; `both` enters the row beside its twin; `without` enters it without the cells that are wrong. */
export const rowChoices = ['take', 'merge', 'both', 'without', 'out'] as const
export type RowChoice = (typeof rowChoices)[number]
export const verdicts = ['take', 'twin', 'refused'] as const
export type Verdict = (typeof verdicts)[number]

/** What the lab has already that is likely the same. */
export type Twin<T, F> = {
  /** By what it was known. */
  readonly by: 'name' | 'nip' | 'phone'
  readonly of: T
  /** Empty there and filled here: what a merge would add. */
  readonly fills: readonly F[]
  /** Filled in both and not the same: a merge leaves them as the lab has them. */
  readonly differs: readonly F[]
}

type Row<V, T, F> = {
  /** Tells it apart from all others of the import. */
  readonly key: string
  /** Name of its sheet, and its row as the spreadsheet counts. */
  readonly sheet: string
  readonly row: number
  /** Without what is wrong. */
  readonly values: V
  readonly faults: readonly RowFault[]
  readonly cleaned: boolean
  readonly verdict: Verdict
  readonly twin: Twin<T, F> | null
  /** What can be done with it, the proposal first. */
  readonly choices: readonly RowChoice[]
}
export type PersonRow = Row<PersonValues, Person, PersonField> & { readonly kind: 'person' }
export type UnitRow = Row<UnitValues, Unit, UnitField> & { readonly kind: 'unit' }
export type ImportRow = PersonRow | UnitRow

export type Judged = {
  readonly units: readonly UnitRow[]
  readonly people: readonly PersonRow[]
  /** Rows that hold nobody. */
  readonly idle: number
  /** Rows beyond `mostImported`, which are left out. */
  readonly tooMany: number
}

export const mostImported = 5000

type Has = { readonly units: readonly Unit[]; readonly people: readonly Person[] }

export function judgeImport(sheets: readonly ReadSheet[], lab: Has): Judged {
  let idle = 0
  let left = mostImported
  let tooMany = 0
  const unitReads: Read<UnitValues>[] = []
  const personReads: Read<PersonValues>[] = []
  for (const [at, sheet] of sheets.entries()) {
    if (sheet.kind === 'none') continue
    for (let index = sheet.head + 1; index < sheet.rows.length; index += 1) {
      const cells = sheet.rows[index] ?? []
      if (isIdle(cells, sheet.columns, sheet.rows[sheet.head])) {
        if (cells.some((cell) => cell.trim() !== '')) idle += 1
        continue
      }
      left -= 1
      if (left < 0) {
        tooMany += 1
        continue
      }
      const place = { key: `${at}:${index + 1}`, sheet: sheet.name, row: index + 1 }
      if (sheet.kind === 'units') unitReads.push({ ...place, ...readUnit(cells, sheet.columns) })
      else personReads.push({ ...place, ...readPerson(cells, sheet.columns) })
    }
  }
  return { units: judgeUnits(unitReads, lab.units), people: judgePeople(personReads, lab), idle, tooMany }
}

type Read<V> = Reading<V> & { readonly key: string; readonly sheet: string; readonly row: number }

/** Rows without a fault come first, so that the sound one of two counts, wherever it stands. */
function claims<V>(reads: readonly Read<V>[], keysOf: (values: V) => readonly string[]): ReadonlyMap<string, RowFault> {
  const first = new Map<string, Read<V>>()
  const twice = new Map<string, RowFault>()
  for (const sound of [true, false])
    for (const read of reads) {
      if ((read.faults.length === 0) !== sound || isNameless(read.faults)) continue
      const keys = keysOf(read.values)
      const other = keys.map((key) => first.get(key)).find((one) => one !== undefined)
      if (other !== undefined) twice.set(read.key, { field: 'name', reason: 'twice', text: '', of: other.row })
      else for (const key of keys) first.set(key, read)
    }
  return twice
}

const isNameless = (faults: readonly RowFault[]): boolean => faults.some(({ field }) => field === 'name')

/** The same in both kinds of row: what the faults and the twin come to. */
function judged<V, T, F>(read: Read<V>, again: RowFault | undefined, twin: Twin<T, F> | null, unlike: boolean): Omit<Row<V, T, F>, 'kind'> {
  const { key, sheet, row, values, cleaned } = read
  const faults = again === undefined ? read.faults : [...read.faults, again]
  const base = { key, sheet, row, values, cleaned, faults, twin }
  if (isNameless(read.faults)) return { ...base, verdict: 'refused', choices: ['out'] }
  if (faults.length > 0) return { ...base, verdict: 'refused', choices: ['out', read.faults.length > 0 ? 'without' : 'both'] }
  if (twin === null) return { ...base, verdict: 'take', choices: ['take', 'out'] }
  return { ...base, verdict: 'twin', choices: unlike ? ['both', 'merge', 'out'] : ['merge', 'both', 'out'] }
}

function judgeUnits(reads: readonly Read<UnitValues>[], units: readonly Unit[]): readonly UnitRow[] {
  const find = unitFinder(units)
  const twice = claims(reads, ({ name }) => [unitKey(name)])
  return reads.map((read): UnitRow => {
    const { values } = read
    const of = isNameless(read.faults) ? undefined : (find(values.name) ?? (values.short === '' ? undefined : find(values.short)))
    const twin: Twin<Unit, UnitField> | null =
      of === undefined ? null : { by: 'name', of, ...compared(['short', 'head', 'headPosition', 'headNip'], values, of) }
    return { kind: 'unit', ...judged(read, twice.get(read.key), twin, false) }
  })
}

function judgePeople(reads: readonly Read<PersonValues>[], { units, people }: Has): readonly PersonRow[] {
  const find = unitFinder(units)
  const known = people.map((person) => ({ person, name: nameKey(person.name) }))
  const byName = Map.groupBy(known, ({ name }) => name)
  const byNip = new Map(people.filter(({ nip }) => nip !== '').map((person) => [person.nip.replaceAll(/\D/gu, ''), person]))
  const byPhone = new Map(people.map((person) => [phoneKey(person.phone), person]))
  const twice = claims(reads, (values) => [
    // The name alone is no sign where the list has no unit to tell two people apart.
    `n ${nameKey(values.name)} ${unitKey(values.unit)}`,
    ...(values.nip === '' ? [] : [`i ${values.nip}`]),
    ...(phoneKey(values.phone) === '' ? [] : [`p ${phoneKey(values.phone)} ${nameKey(values.name)}`]),
  ])
  const unitOf = new Map<UnitId, Unit>(units.map((unit) => [unit.id, unit]))
  return reads.map((read): PersonRow => {
    const { values } = read
    const unit = values.unit === '' ? null : (find(values.unit)?.id ?? 'new')
    const key = nameKey(values.name)
    const named =
      key === '' ? undefined : byName.get(key)?.find(({ person }) => person.unit === unit || person.unit === null || unit === null)?.person
    const numbered = values.nip === '' ? undefined : byNip.get(values.nip)
    const phone = phoneKey(values.phone)
    const called = phone === '' ? undefined : byPhone.get(phone)
    const of = isNameless(read.faults) ? undefined : (numbered ?? named ?? called)
    if (of === undefined) return { kind: 'person', ...judged(read, twice.get(read.key), null, false) }
    const by = of === numbered ? 'nip' : of === named ? 'name' : 'phone'
    const has = { ...of, unit: of.unit === null ? '' : (unitOf.get(of.unit)?.name ?? '') }
    const { fills, differs } = compared(['position', 'unit', 'phone', 'email', 'nip'], values, has)
    const sameUnit = unit !== null && unit === of.unit
    const twin = { by, of, fills, differs: sameUnit ? differs.filter((field) => field !== 'unit') : differs } as const
    return { kind: 'person', ...judged(read, twice.get(read.key), twin, by === 'phone' && nameKey(of.name) !== key) }
  })
}

/** Which of the fields a merge would fill, and in which the two say different things. */
function compared<F extends string>(
  fields: readonly F[],
  here: Readonly<Record<F, string>>,
  there: Readonly<Record<F, string>>,
): { readonly fills: readonly F[]; readonly differs: readonly F[] } {
  const said = fields.filter((field) => here[field] !== '')
  return {
    fills: said.filter((field) => there[field].trim() === ''),
    differs: said.filter((field) => there[field].trim() !== '' && !isSame(field, here[field], there[field])),
  }
}

const isSame = (field: string, a: string, b: string): boolean => {
  if (field === 'phone') return phoneKey(a) === phoneKey(b)
  if (field === 'nip' || field === 'headNip') return a.replaceAll(/\D/gu, '') === b.replaceAll(/\D/gu, '')
  return folded(a) === folded(b)
}
