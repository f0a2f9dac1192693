/** Titles a committee stumbles over: too long, shouted, saying nothing, a false acronym, used twice, improper (domain.md 2.7). */
import { acronymOf } from './acronym.ts'
import { countWords } from './rich-text.ts'
import type { FindingPlace, Found, Looked } from './submission.ts'

/** Our own measure; no source sets one. */
export const mostTitleWords = 20

export function* titleFindings({ form, innovation, proposal, siblings }: Looked): Generator<Found> {
  const place: FindingPlace = form.titleField === undefined ? { at: 'innovation', key: 'name' } : { at: 'header', key: form.titleField }
  const written = form.titleField === undefined ? innovation.name : proposal.header[form.titleField]
  const title = typeof written === 'string' ? written.trim() : ''
  const doubt = (message: Found['message'], values: Found['values'], where = place): Found => ({
    kind: 'title_doubtful',
    severity: 'should',
    place: where,
    message,
    values,
  })
  const missing = missingLetters(innovation.name, innovation.longName)
  if (missing !== '') yield doubt('titleAcronym', { name: innovation.name, letters: missing }, { at: 'innovation', key: 'longName' })
  if (title === '') return
  const same = siblings.find((one) => one.id !== innovation.id && one.archived !== true && isSame(one, title, innovation.name))
  if (same !== undefined) yield { ...doubt('titleSame', { other: same.name }), severity: 'must' }
  const count = countWords(title)
  if (count > mostTitleWords) yield doubt('titleLong', { count, most: mostTitleWords })
  if (form.titleField !== undefined && isBare(title, innovation.name)) yield doubt('titleBare', { name: title })
  else if (isShouted(title)) yield doubt('titleCapitals', {})
  for (const word of doubtfulIn(title, form.doubtfulWords)) yield doubt('titleWord', { word })
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** One name or one title for two innovations. */
function isSame(other: { readonly name: string; readonly longName: string }, title: string, name: string): boolean {
  const theirs = [folded(other.name), folded(other.longName)].filter((one) => one !== '')
  return theirs.includes(folded(title)) || (folded(name) !== '' && theirs[0] === folded(name))
}

/** Nothing but the short name, or a single word: it does not say what the innovation does. */
const isBare = (title: string, name: string): boolean => folded(title) === folded(name) || countWords(title) < 2

/** Acronyms are written in capitals; a whole sentence of them is shouting. */
function isShouted(title: string): boolean {
  const words = title.match(/\p{L}{2,}/gu) ?? []
  return words.length > 4 && words.every((word) => word === word.toUpperCase())
}

/** Acronyms are made loosely, and one letter out of nowhere (the first K of LANGKOK, Lahir Pulang OK) is common; our own measure. */
const mostInvented = 0.25

/** Letters of a short name in capitals that its long name does not hold; empty where there is nothing to compare or only little is missing. */
function missingLetters(name: string, longName: string): string {
  const short = name.trim()
  if (short === '' || longName.trim() === '' || short !== short.toUpperCase() || !/\p{L}{2}/u.test(short)) return ''
  const lacking = (part: string): readonly string[] | null => {
    const { letters, missing } = acronymOf(part, longName)
    return missing.length <= letters.length * mostInvented ? null : missing.map((at) => letters[at]?.letter ?? '')
  }
  // In KAMPUNG BERDASI only the second word is short for something.
  const words = short.split(/\s+/u).filter((word) => (word.match(/\p{L}/gu) ?? []).length > 2)
  return words.some((word) => lacking(word) === null) ? '' : (lacking(short) ?? []).join(', ')
}

/** Whole words only: `mati` is not found in `otomatis`. */
function doubtfulIn(title: string, words: readonly string[]): readonly string[] {
  const held = ` ${folded(title)} `
  return words.filter((word) => folded(word) !== '' && held.includes(` ${folded(word)} `))
}
