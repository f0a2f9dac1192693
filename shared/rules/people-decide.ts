/** What an import comes to once somebody has said what happens to each doubtful row. */
import type { Person, Unit, UnitKind } from '../model/lab.ts'
import type { ImportRow, Judged, PersonRow, RowChoice, UnitRow } from './people-judge.ts'
import type { PersonValues, UnitValues } from './people-rows.ts'
import { kindOf, unitFinder, unitKey } from './people-units.ts'

export type Decision = {
  readonly units: readonly UnitValues[]
  /** Units that people name and that neither the lab nor the list has. */
  readonly missing: readonly { readonly name: string; readonly kind: UnitKind }[]
  readonly people: readonly PersonValues[]
  /** Rows that go into what the lab has; only empty fields are filled. */
  readonly unitMerges: readonly { readonly into: Unit; readonly patch: Partial<UnitValues> }[]
  readonly personMerges: readonly { readonly into: Person; readonly patch: Partial<PersonValues> }[]
  /** Rows that are left out, by their own fault or because somebody said so. */
  readonly out: readonly ImportRow[]
}

/** By the key of a row; a row that is not in it goes the way that was proposed. */
export type RowChoices = ReadonlyMap<string, RowChoice>

export const choiceOf = (row: ImportRow, choices: RowChoices): RowChoice => {
  const said = choices.get(row.key)
  return said !== undefined && row.choices.includes(said) ? said : (row.choices[0] ?? 'out')
}

/** A row entered without its wrong cells goes into its twin where it has one. */
const goesIn = (row: ImportRow, choice: RowChoice): 'new' | 'merge' | 'out' =>
  choice === 'out' ? 'out' : choice === 'merge' || (choice === 'without' && row.twin !== null) ? 'merge' : 'new'

export function decideImport({ units, people }: Judged, choices: RowChoices, known: readonly Unit[]): Decision {
  const out: ImportRow[] = []
  const newUnits: UnitValues[] = []
  const newPeople: PersonValues[] = []
  const unitMerges: { into: Unit; patch: Partial<UnitValues> }[] = []
  const personMerges: { into: Person; patch: Partial<PersonValues> }[] = []
  const named: string[] = []
  for (const row of units) {
    const way = goesIn(row, choiceOf(row, choices))
    if (way === 'out') out.push(row)
    else if (way === 'new') newUnits.push(row.values)
    else if (row.twin !== null) unitMerges.push({ into: row.twin.of, patch: filled(row) })
  }
  for (const row of people) {
    const way = goesIn(row, choiceOf(row, choices))
    if (way === 'out') {
      out.push(row)
      continue
    }
    if (way === 'new') {
      newPeople.push(row.values)
      named.push(row.values.unit)
    } else if (row.twin !== null) {
      const patch = filled(row)
      personMerges.push({ into: row.twin.of, patch })
      if (typeof patch.unit === 'string') named.push(patch.unit)
    }
  }
  return { units: newUnits, missing: missing(named, [...known, ...newUnits]), people: newPeople, unitMerges, personMerges, out }
}

type Filled<R> = R extends PersonRow ? Partial<PersonValues> : R extends UnitRow ? Partial<UnitValues> : never
function filled<R extends ImportRow>({ values, twin }: R): Filled<R> {
  const own: Readonly<Record<string, unknown>> = values
  return Object.fromEntries((twin?.fills ?? []).map((field) => [field, own[field]])) as Filled<R> // fields of its own kind
}

function missing(names: readonly string[], known: readonly { readonly name: string; readonly short: string }[]): Decision['missing'] {
  const find = unitFinder(known)
  const found = new Map<string, string>()
  for (const name of names) if (name !== '' && find(name) === undefined && !found.has(unitKey(name))) found.set(unitKey(name), name)
  return [...found.values()].map((name) => ({ name, kind: kindOf(name) }))
}
