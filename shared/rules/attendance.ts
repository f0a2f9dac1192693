/** Who came: the people of a lab by unit, counts, the search of a clerk at the door, and the list as a table. */
import type { Person, Unit } from '../model/lab.ts'
import type { Attendance, AttendanceState } from '../model/session.ts'
import { folded } from './fold.ts'
import { bareName } from './note-line.ts'

export type AttendanceRow = { readonly person: Person; readonly mark: Attendance | null }
export type AttendanceGroup = {
  /** Null for people without a unit of the lab. */
  readonly unit: Unit | null
  readonly rows: readonly AttendanceRow[]
  readonly present: number
}
export type AttendanceCounts = Readonly<Record<AttendanceState, number>> & {
  /** Not ticked yet. */
  readonly unasked: number
  readonly total: number
  readonly walkIns: number
}
export type Marks = Readonly<Record<string, Attendance>>

/** A mark of the record itself, never of what every object has. */
export const markOf = (marks: Marks, person: string): Attendance | null => (Object.hasOwn(marks, person) ? (marks[person] ?? null) : null)

/** Units in the order of the lab, each with its people in theirs; units without people are left out, people without a unit come last. */
export function attendanceGroups(people: readonly Person[], units: readonly Unit[], marks: Marks): readonly AttendanceGroup[] {
  const known = new Set<string>(units.map(({ id }) => id))
  const byUnit = new Map<string, AttendanceRow[]>()
  for (const person of people) {
    const key = person.unit !== null && known.has(person.unit) ? person.unit : ''
    const rows = byUnit.get(key) ?? []
    rows.push({ person, mark: markOf(marks, person.id) })
    byUnit.set(key, rows)
  }
  return [...units, null].flatMap((unit) => {
    const rows = byUnit.get(unit?.id ?? '')
    return rows === undefined ? [] : [{ unit, rows, present: rows.filter(({ mark }) => mark?.state === 'hadir').length }]
  })
}

/** Counts people of the lab only: a mark of somebody who was taken off the list is left out. */
export function attendanceCounts(people: readonly Person[], marks: Marks): AttendanceCounts {
  const counts = { hadir: 0, izin: 0, tidak: 0, unasked: 0, walkIns: 0 }
  for (const { id } of people) {
    const mark = markOf(marks, id)
    counts[mark?.state ?? 'unasked'] += 1
    if (mark?.state === 'hadir' && mark.walkIn) counts.walkIns += 1
  }
  return { ...counts, total: people.length }
}

/** Units from which nobody came first, then those that lack the most; of equals the order of the lab. */
export const byMissing = (groups: readonly AttendanceGroup[]): readonly AttendanceGroup[] =>
  groups
    .map((group, at) => ({ group, at, none: group.present === 0 ? 0 : 1, missing: group.rows.length - group.present }))
    .sort((a, b) => a.none - b.none || b.missing - a.missing || a.at - b.at)
    .map(({ group }) => group)

const wordsOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** How well a name answers what was typed, less is better; null when it does not. Every word typed must begin a word of the name. */
function closeness(name: string, typed: readonly string[]): number | null {
  const words = wordsOf(name)
  if (!typed.every((one) => words.some((word) => word.startsWith(one)))) return null
  const whole = words.join(' ')
  const said = typed.join(' ')
  return whole === said ? 0 : whole.startsWith(`${said} `) ? 1 : whole.startsWith(said) ? 2 : 3
}

/**
 * People for what a clerk types, the best first. Who is ticked already comes after who is not, so that typing a common first name
 * and Enter again and again goes through all who bear it. Words found only in the unit or the position come last.
 */
export function findPeople(
  people: readonly Person[],
  units: readonly Unit[],
  marks: Marks,
  typed: string,
  most: number,
): readonly Person[] {
  const words = wordsOf(typed)
  if (words.length === 0) return []
  const unitNames = new Map<string, string>(units.map(({ id, name, short }) => [id, `${name} ${short}`]))
  return people
    .flatMap((person, at) => {
      const byName = closeness(bareName(person.name), words)
      const around = `${person.name} ${person.position} ${unitNames.get(person.unit ?? '') ?? ''}`
      const rank = byName ?? (closeness(around, words) === null ? null : 4)
      const ticked = markOf(marks, person.id)?.state === 'hadir' ? 1 : 0
      return rank === null ? [] : [{ person, at, rank, ticked, weak: rank === 4 ? 1 : 0 }]
    })
    .sort((a, b) => a.weak - b.weak || a.ticked - b.ticked || a.rank - b.rank || a.at - b.at)
    .slice(0, most)
    .map(({ person }) => person)
}

/** The last who were noted as present, newest first. */
export const lastCame = (people: readonly Person[], marks: Marks, most: number): readonly AttendanceRow[] =>
  people
    .flatMap((person) => {
      const mark = markOf(marks, person.id)
      return mark?.state === 'hadir' ? [{ person, mark }] : []
    })
    .sort((a, b) => (a.mark.at > b.mark.at ? -1 : a.mark.at < b.mark.at ? 1 : 0))
    .slice(0, most)

/** `S.IP.`, `M.Kes`: belongs to the name before it. */
const isDegree = (part: string): boolean => /^[\p{L}.]{1,12}$/u.test(part) && /\p{L}\./u.test(part)

export type WalkIn = { readonly name: string; readonly unit: Unit | null; readonly position: string }

/** A walk-in in one line, `Sari, Dinkes, bidan`: what is called like a unit of the lab is the unit, the rest the position. */
export function walkInOf(line: string, units: readonly Unit[]): WalkIn {
  const parts = line.split(/[,;\t]/u).map((part) => part.replaceAll(/\s+/gu, ' ').trim())
  const rest = parts.slice(1).findIndex((part) => !isDegree(part))
  const ofName = rest === -1 ? parts.length : rest + 1
  const more = parts.slice(ofName).filter((part) => part !== '')
  const unitOf = (part: string): Unit | undefined =>
    units.find((unit) => [unit.name, unit.short].some((one) => one !== '' && folded(one) === folded(part)))
  return {
    name: parts.slice(0, ofName).join(', '),
    unit: more.map(unitOf).find((one) => one !== undefined) ?? null,
    position: more.filter((part) => unitOf(part) === undefined).join(', '),
  }
}

/** Name, unit, position, state, time: never a NIP or a phone number. */
export type AttendanceLine = readonly [name: string, unit: string, position: string, state: string, time: string]
export function attendanceLines(
  groups: readonly AttendanceGroup[],
  words: { readonly state: (mark: Attendance | null) => string; readonly time: (moment: string) => string },
): readonly AttendanceLine[] {
  return groups.flatMap(({ unit, rows }) =>
    rows.map(
      ({ person, mark }): AttendanceLine => [
        person.name,
        unit?.name ?? '',
        person.position,
        words.state(mark),
        mark?.state === 'hadir' ? words.time(mark.at) : '',
      ],
    ),
  )
}
