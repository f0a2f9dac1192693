/** Blind mode: codes instead of names, and the names that are taken out of what judges read. */
import type { Convention, Entry } from '../model/jury.ts'
import { orderFrom } from './jury-seed.ts'

/** `K-07`; from a hundred on `K-100`. */
export const codeOf = (number: number): string => `K-${String(number).padStart(2, '0')}`

/** Codes that no entry of the convention has, from the highest number on. */
export function freeCodes({ entries }: Pick<Convention, 'entries'>, count: number): readonly string[] {
  const numbers = entries.map(({ code }) => Number(/^K-(\d+)$/u.exec(code)?.[1] ?? 0))
  const last = numbers.reduce((most, one) => Math.max(most, one), 0)
  return Array.from({ length: count }, (_, at) => codeOf(last + at + 1))
}

/** New codes for all entries in an order that tells nothing of their names or of when they came in. The same seed gives the same codes. */
export function withCodes<T extends Pick<Convention, 'entries'>>(convention: T, seed: string): T {
  const order = orderFrom(convention.entries, ({ id }) => id, seed)
  const codes = new Map(order.map(({ id }, at) => [id, codeOf(at + 1)]))
  return { ...convention, entries: convention.entries.map((entry) => ({ ...entry, code: codes.get(entry.id) ?? entry.code })) }
}

/** A name without titles: `Dr. Siti Contoh, M.Si.` → `Siti Contoh`. */
const bare = (name: string): string => (name.split(',')[0] ?? '').replaceAll(/(?:^|\s)\p{L}+\.(?=\s)/gu, ' ').trim()

/** What would tell who an entry is from: its names, its unit and its team; the longest first. */
export function tellingNames({
  name,
  longName,
  unitName,
  team,
}: Pick<Entry, 'name' | 'longName' | 'unitName' | 'team'>): readonly string[] {
  const all = [name, longName, unitName, ...team.flatMap((one) => [one, bare(one)])].map((one) => one.trim().replaceAll(/\s+/g, ' '))
  // One or two letters stand in too many words to tell anything.
  return [...new Set(all.filter((one) => one.length > 2))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

/** The text with every one of the names replaced, in whatever case and spacing, but not inside of longer words. */
export function masked(text: string, names: readonly string[], instead: string): string {
  if (names.length === 0) return text
  const any = names.map((name) => name.split(' ').map(plain).join('\\s+')).join('|')
  return text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'), () => instead)
}

const plain = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** An entry as judges see it in blind mode: its code, what it is about, and nothing of who it is from. */
export function blindEntry(entry: Entry): Entry {
  const summary = masked(entry.summary, tellingNames(entry), entry.code)
  return { ...entry, innovation: null, name: entry.code, longName: '', unit: null, unitName: '', team: [], submittedAt: '', summary }
}
