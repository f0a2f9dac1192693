/** Looking for words in the rows of a table. */
import { folded } from '#shared/rules/fold.ts'

/** Every word must be in it, in any order; case and accents do not count. */
export function matcher(words: string): (text: string) => boolean {
  const wanted = folded(words)
    .split(' ')
    .filter((word) => word !== '')
  return (text) => wanted.every((word) => text.includes(word))
}

/** What `matcher` looks into. */
const searchable = (parts: readonly string[]): string => folded(parts.join(' '))

/** Remembers what `searchable` made of a row for as long as the row is the same, so that typing in one cell reads one row. */
export function rememberTexts<R extends object>(partsOf: (row: R) => readonly string[]): (row: R) => string {
  const known = new WeakMap<R, string>()
  return (row) => {
    const text = known.get(row) ?? searchable(partsOf(row))
    known.set(row, text)
    return text
  }
}
