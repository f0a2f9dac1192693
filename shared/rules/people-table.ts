/** Units and people as tables for a file that can be read back in. */
import type { Lab } from '../model/lab.ts'
import type { Language } from '../model/text.ts'
import { peopleText } from '../text/people.ts'

export type PeopleTable = {
  readonly name: string
  readonly columns: readonly { readonly label: string; readonly format: 'text' | 'number' }[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** What goes along only when somebody asks for it: a list of names is soon passed on. */
export type PrivateColumns = { readonly nip: boolean; readonly contacts: boolean }

const word = (key: keyof typeof peopleText, language: Language): string => peopleText[key][language]
const text = (label: string) => ({ label, format: 'text' }) as const

export function unitTable(lab: Lab, language: Language, { nip }: PrivateColumns): PeopleTable {
  const columns = [
    text(word('colUnitName', language)),
    text(word('short', language)),
    text(word('kind', language)),
    text(word('head', language)),
    text(word('headPosition', language)),
    ...(nip ? [text(word('headNip', language))] : []),
  ]
  const rows = lab.units.map((unit) => [
    unit.name,
    unit.short,
    word(`unit_${unit.kind}`, language),
    unit.head,
    unit.headPosition,
    ...(nip ? [unit.headNip] : []),
  ])
  return { name: word('units', language), columns, rows }
}

export function personTable(lab: Lab, language: Language, { nip, contacts }: PrivateColumns): PeopleTable {
  const units = new Map(lab.units.map((unit) => [unit.id, unit.name]))
  const columns = [
    text(word('name', language)),
    text(word('position', language)),
    text(word('unit', language)),
    text(word('role', language)),
    ...(contacts ? [text(word('phone', language)), text(word('email', language))] : []),
    ...(nip ? [text(word('nip', language))] : []),
  ]
  const rows = lab.people.map((person) => [
    person.name,
    person.position,
    person.unit === null ? '' : (units.get(person.unit) ?? ''),
    word(`role_${person.role}`, language),
    ...(contacts ? [person.phone, person.email] : []),
    ...(nip ? [person.nip] : []),
  ])
  return { name: word('people', language), columns, rows }
}
