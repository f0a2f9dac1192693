/** Lists that are written one entry a line: which line is which entry, and the keys of new entries. */
import type { BothTexts } from '#shared/model/text.ts'

/** The lines of one language were written anew; those of the other stay with theirs. Indonesian leads: a line more or less there is one in both. */
export function relined(before: readonly BothTexts[], language: 'id' | 'en', text: string): readonly BothTexts[] {
  const lines = text === '' ? [] : text.split('\n')
  const other = language === 'id' ? 'en' : 'id'
  const others = before.map((line) => line[other])
  if (language === 'id' && Math.abs(lines.length - before.length) === 1) {
    const at = firstChange(
      before.map(({ id }) => id),
      lines,
    )
    if (lines.length > before.length) others.splice(at, 0, '')
    else others.splice(at, 1)
  }
  while (others.length > lines.length && others.at(-1) === '') others.pop()
  return Array.from({ length: Math.max(lines.length, others.length) }, (_, at) => {
    const [mine = '', theirs = ''] = [lines[at], others[at]]
    return language === 'id' ? { id: mine, en: theirs } : { id: theirs, en: mine }
  })
}

/** The line that came or went: the first that differs, unless all that differs there is that a line was broken or joined. */
function firstChange(before: readonly string[], after: readonly string[]): number {
  const [longer, shorter] = before.length > after.length ? [before, after] : [after, before]
  let at = 0
  while (at < shorter.length && longer[at] === shorter[at]) at += 1
  // A line broken in two keeps its number; the new one is the next.
  const broken = at < shorter.length && longer[at] !== '' && shorter[at]?.startsWith(longer[at] ?? '') === true
  return broken ? at + 1 : at
}

type Keyed = { readonly key: string; readonly label: BothTexts }

/**
 * Lines as entries with keys. An entry that was there keeps its key wherever it moves to, because answers name it; a new one is called by
 * its words, so that it never takes the place of one that was removed.
 * @param saved keys that are in the pack already
 */
export function keyed<T extends Keyed>(
  lines: readonly BothTexts[],
  before: readonly T[],
  saved: readonly string[],
  make: (key: string, label: BothTexts) => T,
): readonly T[] {
  const pairs = paired(lines, before)
  const kept = pairs.flatMap((one) => (one !== undefined && saved.includes(one.key) ? [one.key] : []))
  const made: T[] = []
  for (const [at, label] of lines.entries()) {
    const one = pairs[at]
    const key =
      one !== undefined && saved.includes(one.key) ? one.key : keyFrom(label.id, [...saved, ...kept, ...made.map((each) => each.key)])
    made.push(one === undefined ? make(key, label) : { ...one, key, label })
  }
  return made
}

/** Equal from the beginning, equal from the end, and what is between by number. */
function paired<T extends Keyed>(lines: readonly BothTexts[], before: readonly T[]): readonly (T | undefined)[] {
  const equal = (line: BothTexts | undefined, one: T | undefined): boolean =>
    line !== undefined && one !== undefined && line.id === one.label.id && line.en === one.label.en
  const most = Math.min(lines.length, before.length)
  let head = 0
  while (head < most && equal(lines[head], before[head])) head += 1
  let tail = 0
  while (tail < most - head && equal(lines.at(-1 - tail), before.at(-1 - tail))) tail += 1
  return lines.map((_, at) => {
    if (at >= lines.length - tail) return before[before.length - (lines.length - at)]
    return at < before.length - tail ? before[at] : undefined
  })
}

/** The list with the entry of that key changed, as it is at that moment; an entry that is gone takes its change with it. */
export const changed = <T extends { readonly key: string }>(
  list: readonly T[],
  key: string,
  update: Partial<T> | ((now: T) => Partial<T>),
): T[] => list.map((one) => (one.key === key ? { ...one, ...(typeof update === 'function' ? update(one) : update) } : one))

/** A key made of the first words of a text that none of the others has: `dampak_layanan`, `dampak_layanan_2`. */
export function keyFrom(text: string, taken: readonly string[], otherwise = 'isian'): string {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '')
  const base = words === '' ? otherwise : words
  if (!taken.includes(base)) return base
  for (let n = 2; ; n += 1) if (!taken.includes(`${base}_${n}`)) return `${base}_${n}`
}

const lists = new Set(['guidance', 'subheads', 'options'])

/** Lines on which nothing was written in either language are nobody's entries. */
export function withoutBlankLines<T>(value: T): T {
  return tidy(value, '') as T // the same shape, with fewer lines
}

function tidy(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((one) => tidy(one, ''))
    return lists.has(name) ? items.filter((one) => !isBlank(one)) : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner, key)]))
}

function isBlank(line: unknown): boolean {
  if (typeof line !== 'object' || line === null) return false
  const text: unknown = 'label' in line ? line.label : line
  if (typeof text !== 'object' || text === null || !('id' in text) || !('en' in text)) return false
  return String(text.id).trim() === '' && String(text.en).trim() === ''
}
