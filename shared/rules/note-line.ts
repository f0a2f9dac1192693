/** One line typed in a meeting, read for what it is: `T: @Rina kirim data sebelum 30 Nov` is a follow-up with a person and a day. */
import type { PersonId, UnitId } from '../model/ids.ts'
import type { Person, Unit } from '../model/lab.ts'
import type { NoteKind } from '../model/session.ts'
import { folded } from './fold.ts'
import { dueIn } from './note-due.ts'

export type NoteReading = {
  readonly people: readonly Person[]
  readonly units: readonly Unit[]
  /** ISO day from which words such as *besok* are counted; while empty, only days written out are read. */
  readonly day: string
  /** What a line without a prefix is. */
  readonly kind?: NoteKind
}

export type NoteLine = {
  readonly kind: NoteKind
  /** Without the prefix, and of a follow-up without person and day. */
  readonly text: string
  /** As called: names of people and units of the lab as they are written there, others as typed. */
  readonly who: string
  /** The first one called, where it is clear who is meant. */
  readonly person: PersonId | null
  readonly unit: UnitId | null
  /** ISO day, or empty. */
  readonly due: string
}

const prefixes: readonly (readonly [RegExp, NoteKind])[] = [
  [/^\s*!+\s*/u, 'keputusan'],
  [/^\s*(?:k|kep|keputusan|putusan|d|decision)\s*:\s*/iu, 'keputusan'],
  [/^\s*(?:t|tl|tindak lanjut|tugas|follow-?\s?up|task)\s*:\s*/iu, 'tindak_lanjut'],
  [/^\s*(?:c|catatan|n|note)\s*:\s*/iu, 'catatan'],
]

/** Reads a prefix for the kind; of a follow-up also who is called with `@` and until when. Never refuses: what is not understood stays text. */
export function parseNoteLine(line: string, { people, units, day, kind: usual = 'catatan' }: NoteReading): NoteLine {
  const found = prefixes.find(([sign]) => sign.test(line))
  const kind = found?.[1] ?? usual
  const rest = found === undefined ? line : line.replace(found[0], '')
  if (kind !== 'tindak_lanjut') return { kind, text: tidy(rest), who: '', person: null, unit: null, due: '' }
  const called = callsIn(rest, people, units)
  const until = dueIn(called.text, day)
  const first = called.calls[0]
  return {
    kind,
    text: tidy(until.text),
    who: called.calls.map(({ name }) => name).join(', '),
    person: first?.person ?? null,
    unit: called.calls.find(({ unit }) => unit !== null)?.unit ?? null,
    due: until.due,
  }
}

/** What stays when a name or a day was taken out of the middle. */
const tidy = (text: string): string =>
  text
    .replaceAll(/\(\s*\)/gu, ' ')
    .replaceAll(/\s+([,.;:])/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s,;:.–-]+|[\s,;:–-]+$/gu, '')

export type Call = { readonly name: string; readonly person: PersonId | null; readonly unit: UnitId | null }

const callSign = /(?<=^|[\s(,])@(?=[\p{L}\p{N}])/u
const mostWords = 6

function callsIn(line: string, people: readonly Person[], units: readonly Unit[]): { text: string; calls: readonly Call[] } {
  const calls: Call[] = []
  let text = ''
  let rest = line
  for (let sign = callSign.exec(rest); sign !== null; sign = callSign.exec(rest)) {
    const before = rest.slice(0, sign.index)
    const { call, length } = callAt(rest.slice(sign.index + 1), people, units)
    calls.push(call)
    // `@Rina dan @Budi` leaves the *dan* behind.
    const joined = calls.length > 1 && /^\s*(?:dan|and|&|,|serta)?\s*$/iu.test(before)
    text += joined ? ' ' : `${before} `
    rest = rest.slice(sign.index + 1 + length)
  }
  return { text: text + rest, calls }
}

/** Who is called at the beginning of a text: the longest run of words that is somebody's name. */
function callAt(text: string, people: readonly Person[], units: readonly Unit[]): { call: Call; length: number } {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)]
  const first = words[0]?.[0].replace(/[.'’-]+$/u, '') ?? ''
  const near = words.slice(0, mostWords).filter((word, at) => at === 0 || onlyBlank(text, words[at - 1], word))
  for (let count = near.length; count > 0; count -= 1) {
    const last = near[count - 1]
    if (last === undefined) continue
    const end = (last.index ?? 0) + last[0].replace(/[.'’-]+$/u, '').length
    const said = wordsOf(text.slice(0, end))
    const persons = people.filter((person) => named(wordsOf(bareName(person.name)), said))
    const exact = persons.filter((person) => wordsOf(bareName(person.name)).join(' ') === said.join(' '))
    const sure = persons.length === 1 ? persons[0] : exact.length === 1 ? exact[0] : undefined
    if (sure !== undefined) return { call: { name: sure.name, person: sure.id, unit: sure.unit }, length: end }
    if (persons.length > 1) return { call: { name: text.slice(0, end), person: null, unit: null }, length: end }
    const unit = units.find((one) => [one.short, one.name].some((name) => name !== '' && wordsOf(name).join(' ') === said.join(' ')))
    if (unit !== undefined) return { call: { name: unit.short || unit.name, person: null, unit: unit.id }, length: end }
  }
  return { call: { name: first, person: null, unit: null }, length: first.length }
}

/** A name ends where something other than a blank parts two words. */
const onlyBlank = (text: string, before: RegExpExecArray | undefined, word: RegExpExecArray): boolean =>
  before !== undefined && /^\s*$/u.test(text.slice(before.index + before[0].length, word.index))

const wordsOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** `Rina Putri, S.IP., M.Si.` is called Rina Putri. */
export const bareName = (name: string): string => (name.split(',')[0] ?? name).trim()

/** The first word may be the beginning of a word of the name; those after it must be whole words, or a single initial. */
function named(name: readonly string[], said: readonly string[]): boolean {
  const [first = '', ...more] = said
  return name.some((word, at) => {
    if (word !== first && !(first.length >= 3 && word.startsWith(first))) return false
    return more.every((one, index) => {
      const next = name[at + 1 + index]
      return next !== undefined && (next === one || (one.length === 1 && next.startsWith(one)))
    })
  })
}

/** The `@…` that is being typed at the caret: where it begins and what was typed of it. Null when there is none. */
export function mentionAt(text: string, caret: number): { readonly from: number; readonly typed: string } | null {
  const found = /(?:^|[\s(,])@([\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}'’.-]+)?)$/u.exec(text.slice(0, caret))
  return found === null ? null : { from: caret - (found[1] ?? '').length - 1, typed: found[1] ?? '' }
}

/** People whose name holds what was typed at the beginning of a word; those whose name begins with it first. */
export function peopleLike(people: readonly Person[], typed: string, most: number): readonly Person[] {
  const wanted = folded(typed)
  const rank = (person: Person): number => {
    const name = folded(bareName(person.name))
    return name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : 2
  }
  return people
    .map((person) => ({ person, at: rank(person) }))
    .filter(({ at }) => at < 2)
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ person }) => person)
}
