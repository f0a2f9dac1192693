/** Entering a whole import as one step, and taking it back as one. */
import type * as Y from 'yjs'
import { putPerson, putUnit, removePerson, removeUnit, snapshotLab } from '#shared/doc/lab.ts'
import { readNotes } from '#shared/doc/log.ts'
import { keyBetween } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { readSessions } from '#shared/doc/sessions.ts'
import type { LabId, PersonId, UnitId } from '#shared/model/ids.ts'
import type { Lab, Person, Unit } from '#shared/model/lab.ts'
import type { Decision } from '#shared/rules/people-decide.ts'
import { unitFinder } from '#shared/rules/people-units.ts'
import { newId } from '../../../state/fresh.ts'

/** What an import wrote, so that exactly that can be taken back. */
export type Receipt = {
  readonly lab: LabId
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  readonly filledUnits: readonly { readonly id: UnitId; readonly before: Partial<Unit>; readonly after: Partial<Unit> }[]
  readonly filledPeople: readonly { readonly id: PersonId; readonly before: Partial<Person>; readonly after: Partial<Person> }[]
}

export function takeImport(doc: Y.Doc, lab: Lab, decision: Decision): Receipt {
  let unitOrder = lab.units.at(-1)?.order ?? null
  let personOrder = lab.people.at(-1)?.order ?? null
  const blank = { short: '', head: '', headPosition: '', headNip: '' }
  const units = [...decision.units, ...decision.missing.map((unit) => ({ ...blank, ...unit }))].map((unit): Unit => {
    unitOrder = keyBetween(unitOrder, null)
    return { ...unit, id: newId<'unit'>(), order: unitOrder }
  })
  const find = unitFinder<Pick<Unit, 'id' | 'name' | 'short'>>([...lab.units, ...units])
  const people = decision.people.map((person): Person => {
    personOrder = keyBetween(personOrder, null)
    return { ...person, id: newId<'person'>(), order: personOrder, unit: find(person.unit)?.id ?? null }
  })
  const filledUnits = decision.unitMerges.map(({ into, patch }) => ({ id: into.id, before: partOf(into, patch), after: patch }))
  const filledPeople = decision.personMerges.map(({ into, patch: { unit, ...patch } }) => {
    const after: Partial<Person> = unit === undefined ? patch : { ...patch, unit: find(unit)?.id ?? null }
    return { id: into.id, before: partOf(into, after), after }
  })
  doc.transact(() => {
    for (const { id, ...unit } of units) putUnit(doc, id, unit, byPerson)
    for (const { id, ...person } of people) putPerson(doc, id, person, byPerson)
    for (const { id, after } of filledUnits) putUnit(doc, id, after, byPerson)
    for (const { id, after } of filledPeople) putPerson(doc, id, after, byPerson)
  }, byPerson)
  return { lab: lab.id, units, people, filledUnits, filledPeople }
}

/** The fields of `patch` as they stand in `whole`. */
function partOf<T extends object>(whole: T, patch: Partial<T>): Partial<T> {
  const keys = Object.keys(patch) as (keyof T)[] // a part of T has keys of T
  return Object.fromEntries(keys.map((key) => [key, whole[key]])) as Partial<T> // the same fields
}

/**
 * Takes back what an import wrote and nobody has touched since. Rows that were changed or are in use (an innovation of the unit, an
 * attendance, a note) stay.
 * @param unitsInUse units that innovations belong to, which the document of the lab does not know
 * @returns how many entries were left
 */
export function takeBackImport(doc: Y.Doc, receipt: Receipt, unitsInUse: ReadonlySet<string>): number {
  const lab = snapshotLab(doc, receipt.lab)
  const sessions = readSessions(doc)
  const met = new Set(sessions.flatMap(({ attendance }) => Object.keys(attendance)))
  const named = new Set<string | null>([
    ...unitsInUse,
    ...readNotes(doc).map(({ unit }) => unit),
    ...sessions.flatMap(({ blocks }) => blocks.flatMap(({ turns }) => turns)),
  ])
  const units = new Map(lab.units.map((unit) => [unit.id, unit]))
  const people = new Map(lab.people.map((person) => [person.id, person]))
  let kept = 0
  doc.transact(() => {
    const gone = new Set<PersonId>()
    for (const person of receipt.people) {
      const now = people.get(person.id)
      if (now === undefined) continue
      if (met.has(person.id) || !isUnchanged(now, person)) kept += 1
      else {
        removePerson(doc, person.id, byPerson)
        gone.add(person.id)
      }
    }
    for (const { id, before, after } of receipt.filledPeople) {
      const now = people.get(id)
      if (now === undefined) continue
      const back = untouched(now, before, after)
      if (Object.keys(back).length < Object.keys(after).length) kept += 1
      putPerson(doc, id, back, byPerson)
    }
    for (const { id, before, after } of receipt.filledUnits) {
      const now = units.get(id)
      if (now === undefined) continue
      const back = untouched(now, before, after)
      if (Object.keys(back).length < Object.keys(after).length) kept += 1
      putUnit(doc, id, back, byPerson)
    }
    // Last: a unit goes only when nobody is left in it.
    for (const person of snapshotLab(doc, receipt.lab).people) if (!gone.has(person.id)) named.add(person.unit)
    for (const unit of receipt.units) {
      const now = units.get(unit.id)
      if (now === undefined) continue
      if (named.has(unit.id) || !isUnchanged(now, unit)) kept += 1
      else removeUnit(doc, unit.id, byPerson)
    }
  }, byPerson)
  return kept
}

const isUnchanged = <T extends object>(now: T, then: T): boolean =>
  (Object.keys(then) as (keyof T)[]) // its own keys
    .every((key) => now[key] === then[key])

/** Of what a merge filled, the fields that still say so, as they were before. */
function untouched<T extends object>(now: T, before: Partial<T>, after: Partial<T>): Partial<T> {
  const keys = (Object.keys(after) as (keyof T)[]) // a part of T has keys of T
    .filter((key) => now[key] === after[key])
  return Object.fromEntries(keys.map((key) => [key, before[key]])) as Partial<T> // fields of T
}
