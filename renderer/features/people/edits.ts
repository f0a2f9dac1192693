/** Changes to units and people, each one step of this person. */
import type * as Y from 'yjs'
import { putPerson, putUnit, removePerson, removeUnit } from '#shared/doc/lab.ts'
import { keyBetween } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { PersonId, UnitId } from '#shared/model/ids.ts'
import type { Lab, Person, Unit } from '#shared/model/lab.ts'
import { kindOf, unitFinder } from '#shared/rules/people-units.ts'
import { newId } from '../../state/fresh.ts'
import { missingUnits, type PastedPerson, type PastedUnit } from './paste.ts'

const orderAfter = (rows: readonly { readonly order: string }[], last: string | null): string =>
  keyBetween(last ?? rows.at(-1)?.order ?? null, null)

export function addUnits(doc: Y.Doc, lab: Lab, fresh: readonly PastedUnit[]): readonly UnitId[] {
  let last: string | null = null
  return fresh.map((unit) => {
    const id = newId<'unit'>()
    last = orderAfter(lab.units, last)
    putUnit(doc, id, { ...unit, order: last, head: '', headPosition: '', headNip: '' }, byPerson)
    return id
  })
}

/** Units that people name and that do not exist are made first. */
export function addPeople(
  doc: Y.Doc,
  lab: Lab,
  people: readonly PastedPerson[],
): { readonly people: readonly PersonId[]; readonly units: readonly UnitId[] } {
  let made: { readonly people: readonly PersonId[]; readonly units: readonly UnitId[] } = { people: [], units: [] }
  doc.transact(() => {
    const names = missingUnits(people, lab.units)
    const units = addUnits(
      doc,
      lab,
      names.map((name) => ({ name, short: '', kind: kindOf(name) })),
    )
    const all = [...lab.units, ...names.map((name, at) => ({ id: units[at] ?? null, name, short: '' }))]
    const find = unitFinder(all)
    let last: string | null = null
    const ids = people.map(({ unit, ...person }) => {
      const id = newId<'person'>()
      last = orderAfter(lab.people, last)
      putPerson(doc, id, { ...person, order: last, unit: find(unit)?.id ?? null, role: 'inovator' }, byPerson)
      return id
    })
    made = { people: ids, units }
  }, byPerson)
  return made
}

export function takeBack(doc: Y.Doc, { people, units }: { readonly people: readonly PersonId[]; readonly units: readonly UnitId[] }): void {
  doc.transact(() => {
    for (const id of people) removePerson(doc, id, byPerson)
    for (const id of units) removeUnit(doc, id, byPerson)
  }, byPerson)
}

/** Removes and gives the way back, under the same id, so that what pointed to it finds it again. */
export function dropUnit(doc: Y.Doc, { id, ...unit }: Unit): () => void {
  removeUnit(doc, id, byPerson)
  return () => putUnit(doc, id, unit, byPerson)
}

export function dropPerson(doc: Y.Doc, { id, ...person }: Person): () => void {
  removePerson(doc, id, byPerson)
  return () => putPerson(doc, id, person, byPerson)
}
