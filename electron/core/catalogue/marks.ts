/** Which words of an entry answered, as they stand in it: the page marks them. */
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { folded } from '#shared/rules/fold.ts'
import type { Dictionary } from './dictionary.ts'

/** More marks than this are no help to anybody. */
const mostMarks = 40
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu

export function marksIn(entry: CatalogueEntry, terms: Uint8Array, dictionary: Dictionary): string[] {
  if (terms.length === 0) return []
  const marks = new Set<string>()
  for (const text of [entry.name, entry.longName, entry.summary, entry.problem, entry.unit, entry.region, entry.urusan, ...entry.team])
    for (const [word] of text.toLowerCase().matchAll(wordPattern)) {
      const term = dictionary.idOf(/^[a-z0-9]+$/.test(word) ? word : folded(word))
      if (term !== undefined && terms[term] === 1 && marks.size < mostMarks) marks.add(word)
    }
  return [...marks]
}
