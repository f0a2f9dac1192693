/** Who is meant by the lines of a list: attendance from a paper, a chat, another program. */
import type { UnitId } from '../model/ids.ts'
import type { Person, Unit } from '../model/lab.ts'
import { nipDigits, phoneKey } from './people-contacts.ts'
import { nameTokens } from './people-names.ts'
import { unitFinder } from './people-units.ts'

/** `several` also holds a single candidate that is only likely (a slip of the pen, part of a name): somebody should say yes to it. */
export type MatchFound =
  | { readonly found: 'person'; readonly person: Person }
  | { readonly found: 'several'; readonly candidates: readonly Person[] }
  | { readonly found: 'none' }

/** One for each line, in their order; a line that is empty or holds no letters has an empty name and is `none`. */
export type MatchedLine = MatchFound & {
  /** As it was given. */
  readonly line: string
  /** The name in it as written, without numbering, for whoever is not on the list of people. */
  readonly name: string
  /** The unit the line names beside the person, when the lab has it. */
  readonly unit: UnitId | null
}

type Known = { readonly person: Person; readonly tokens: readonly string[]; readonly key: string }

/** More candidates than these help nobody to choose. */
const mostCandidates = 8

/**
 * Numbering in front is dropped; parts stand behind a tab, `;`, `|` or a dash between blanks, in any order. NIP and phone decide before
 * the name; titles, degrees and capitals do not count; of people with the same name the unit decides.
 */
export function matchPeople(
  lines: readonly string[],
  people: readonly Person[],
  units: readonly Pick<Unit, 'id' | 'name' | 'short'>[],
): readonly MatchedLine[] {
  const known = people.map((person): Known => {
    const tokens = nameTokens(person.name)
    return { person, tokens, key: tokens.join(' ') }
  })
  const byKey = Map.groupBy(known, ({ key }) => key)
  const byNip = uniqueBy(people, (person) => nipDigits(person.nip))
  const byPhone = uniqueBy(people, (person) => phoneKey(person.phone))
  const findUnit = unitFinder(units)
  return lines.map((line) => {
    const parts = partsOf(line)
    const unit = parts.map((part) => findUnit(part)?.id).find((id) => id !== undefined) ?? null
    const name = parts.find((part) => /\p{L}{2}/u.test(part) && !part.includes('@') && findUnit(part) === undefined) ?? ''
    const numbered = parts.map((part) => byNip.get(nipDigits(part)) ?? byPhone.get(phoneKey(part))).find((one) => one !== undefined)
    const found: MatchFound = numbered === undefined ? byName(nameTokens(name), unit, byKey, known) : { found: 'person', person: numbered }
    return { ...found, line, name, unit }
  })
}

function partsOf(line: string): readonly string[] {
  return line
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/^\s*(?:[-*•–✓✔✅☑]\s*|\(?\d{1,4}\s*[.):\t]\s*)+/u, '')
    .split(/[\t;|]|\s[-–—]\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Those who alone have that number; an empty one tells nobody apart. */
function uniqueBy(people: readonly Person[], keyOf: (person: Person) => string): ReadonlyMap<string, Person> {
  const groups = Map.groupBy(people, keyOf)
  return new Map(
    [...groups].flatMap(([key, [first, ...more]]) => (key === '' || first === undefined || more.length > 0 ? [] : [[key, first]])),
  )
}

function byName(
  tokens: readonly string[],
  unit: UnitId | null,
  byKey: ReadonlyMap<string, readonly Known[]>,
  known: readonly Known[],
): MatchFound {
  if (tokens.length === 0) return { found: 'none' }
  const same = byKey.get(tokens.join(' ')) ?? []
  const exact = narrowed(same, unit)
  const [only] = exact
  if (only !== undefined) return exact.length === 1 ? { found: 'person', person: only.person } : several(exact)
  const near = known
    .map((one) => ({ one, near: nearness(tokens, one.tokens) + (unit !== null && one.person.unit === unit ? 0.5 : 0) }))
    .filter((one) => one.near >= 1)
    .sort((a, b) => b.near - a.near)
  return near.length === 0 ? { found: 'none' } : several(near.map(({ one }) => one))
}

/** Where the unit tells them apart, only those in it. */
function narrowed(same: readonly Known[], unit: UnitId | null): readonly Known[] {
  const inUnit = unit === null || same.length < 2 ? [] : same.filter(({ person }) => person.unit === unit)
  return inUnit.length > 0 ? inUnit : same
}

const several = (found: readonly Known[]): MatchFound => ({
  found: 'several',
  candidates: found.slice(0, mostCandidates).map(({ person }) => person),
})

/** 0 for none; from 1 for likely: every word of the shorter name is in the longer, give or take an initial or one wrong letter. */
function nearness(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return 0
  const free = new Set(long)
  let sum = 0
  for (const word of short) {
    const mate = free.has(word) ? word : [...free].find((other) => isInitial(word, other) || isSlip(word, other))
    if (mate === undefined) return 0
    free.delete(mate)
    sum += mate === word ? 1 : 0.6
  }
  // A single initial or one short word in common is no likeness.
  const whole = short.filter((word) => word.length > 2).length
  return whole === 0 ? 0 : 1 + sum / long.length
}

const isInitial = (a: string, b: string): boolean => (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))

/** One letter wrong, missing, too many, or two changed places, in words of four letters and more. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1
  const restA = a.slice(head)
  const restB = b.slice(head)
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}
