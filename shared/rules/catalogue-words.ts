/** Words as the catalogue's search sees them: taken out of texts and of what somebody types, with short forms for long ones and back. */
import { acronymOf } from './acronym.ts'
import { synonyms } from './catalogue-synonyms.ts'
import { folded } from './fold.ts'
import { stem } from './indonesian.ts'

/** Longer runs of letters are no words; they are cut, in texts and in questions alike. */
const longestWord = 32
/** A question has no more words than this; what follows is not looked at. */
export const mostWords = 12

const wordPattern = /[\p{L}\p{N}]+/gu

/** Plain letters need no unfolding, and nearly all texts are plain. */
const plainly = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : folded(text))

/** Words in order, folded; `e-KTP` gives `e`, `ktp` and `ektp`, since people write it both ways. */
export function wordsIn(text: string): readonly string[] {
  const plain = plainly(text)
  const words: string[] = []
  let before = ''
  let end = -1
  for (const match of plain.matchAll(wordPattern)) {
    const word = match[0].slice(0, longestWord)
    words.push(word)
    // A single letter tied to the next word belongs to it as well.
    if (before.length === 1 && match.index === end + 1 && plain[end] === '-') words.push(before + word)
    before = word
    end = match.index + match[0].length
  }
  return words
}

/** Words that stand nearly everywhere and tell nothing apart. */
const fillers: ReadonlySet<string> = new Set(
  (
    'dan atau yang untuk di ke dari dengan dalam oleh pada bagi para sebagai serta agar adalah ini itu akan telah sudah tidak juga ' +
    'sehingga dapat bisa secara melalui oleh karena kepada antara lebih the of and for'
  ).split(' '),
)
export const isFiller = (word: string): boolean => fillers.has(word)

/** The words of a question, without fillers unless there is nothing else. */
export function askedWords(text: string): readonly string[] {
  const words = [...new Set(plainly(text).match(wordPattern) ?? [])].slice(0, mostWords).map((word) => word.slice(0, longestWord))
  const telling = words.filter((word) => !fillers.has(word))
  return telling.length > 0 ? telling : words
}

type Meant = readonly string[]

/** A phrase by its stems, so that `pelayanan terpadu satu pintu` is also `layanan terpadu satu pintu`. */
const keyOf = (words: readonly string[]): string => words.map(stem).join(' ')

const meanings: ReadonlyMap<string, readonly Meant[]> = (() => {
  const found = new Map<string, Meant[]>()
  for (const group of synonyms) {
    const phrases = group.map((phrase) => phrase.split(' ').filter((word) => !fillers.has(word)))
    for (const phrase of phrases) {
      const key = keyOf(phrase)
      found.set(key, [...(found.get(key) ?? []), ...phrases.filter((other) => other !== phrase)])
    }
  }
  return found
})()
const longestPhrase = Math.max(...[...meanings.keys()].map((key) => key.split(' ').length))

/** A piece of a question: the words somebody typed, and what can stand for them. */
export type Asked = { readonly words: readonly string[]; readonly others: readonly Meant[] }

/** Cuts a question into pieces: the longest phrase that has a short form is one piece, any other word is a piece of its own. */
export function askedPieces(words: readonly string[]): readonly Asked[] {
  const pieces: Asked[] = []
  for (let at = 0; at < words.length; ) {
    let taken = 1
    for (let length = Math.min(longestPhrase, words.length - at); length > 1; length -= 1)
      if (meanings.has(keyOf(words.slice(at, at + length)))) {
        taken = length
        break
      }
    const piece = words.slice(at, at + taken)
    pieces.push({ words: piece, others: meanings.get(keyOf(piece)) ?? [] })
    at += taken
  }
  return pieces
}

/** Cheap look before the careful one: all letters of the short name come in this order, the first at the very beginning. */
export function mayAbbreviate(short: string, long: string): boolean {
  if (short.length < 3 || short.length > 24 || short[0] !== long[0]) return false
  let at = 0
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/**
 * Whether a short name is made of the beginnings of the words of a long one, as `gercep` is of `gerakan cepat tanggap`: every letter has
 * its place, two words at least are begun, and at most a quarter of the letters comes from the middle of a word without their neighbour.
 */
export function abbreviates(short: string, long: string): boolean {
  if (!mayAbbreviate(short, long)) return false
  const { letters, missing, words } = acronymOf(short, long)
  if (missing.length > 0) return false
  const begun = new Set(letters.flatMap(({ how, word }) => (how === 'start' ? [word] : [])))
  const loose = letters.filter(({ how, index }, at) => how === 'inside' && index !== (letters[at - 1]?.index ?? -2) + 1)
  const counted = words.filter(({ text }) => !fillers.has(text.toLowerCase())).length
  return begun.size >= 2 && begun.size * 2 >= counted && loose.length * 4 <= letters.length
}
