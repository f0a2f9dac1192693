/** A long name cut where its letters give the short one, and what of the short one it does not give. */
import type { Acronym } from '#shared/rules/acronym.ts'

export type Part = { readonly text: string; readonly marked: boolean; readonly at: number }

/** The text in stretches that are marked or not; what belongs to a letter (a mark over it) stays with it. */
export function splitAt(text: string, marks: readonly (number | null)[]): readonly Part[] {
  const parts: { text: string; marked: boolean; at: number }[] = []
  for (const match of text.matchAll(/.\p{M}*/gsu)) {
    const marked = (marks[match.index] ?? null) !== null
    const last = parts.at(-1)
    if (last !== undefined && !last.marked && !marked) last.text += match[0]
    else parts.push({ text: match[0], marked, at: match.index })
  }
  return parts
}

/** Words of the short name (of two letters or more) that the long one gives no letter of: they stand for themselves. */
export type Whole = { readonly word: string; readonly letters: ReadonlySet<number> }

export function wholeWords(short: string, { letters }: Acronym): readonly Whole[] {
  return [...short.matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
    const within = letters.flatMap(({ at }, position) => (at >= index && at < index + word.length ? [position] : []))
    return within.length > 1 && within.every((position) => letters[position]?.index === null) ? [{ word, letters: new Set(within) }] : []
  })
}
