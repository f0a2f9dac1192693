/** Which entries answer a question, and how well. Knows words and where they stand, nothing of filters or orders. */
import { type Asked, askedPieces, askedWords } from '#shared/rules/catalogue-words.ts'
import type { Dictionary } from './dictionary.ts'
import type { Postings } from './postings.ts'

export type Index = {
  readonly dictionary: Dictionary
  readonly postings: Postings
  /** Entries by number; whether each is still there. */
  readonly alive: Uint8Array
  readonly size: number
  /** An array of zeros for as many entries, good until the next question. */
  zeros(): Float32Array
  /** Short names that may be made of these words, and entries whose long name may give this word. */
  namesMadeOf(words: readonly string[]): readonly number[]
  entriesSpelling(word: string): readonly number[]
}

export type Match = {
  /** In rising order. */
  readonly docs: Uint32Array
  readonly scores: Float32Array
  /** By term: 1 for those that answered. */
  readonly terms: Uint8Array
}

/** How much a term counts that is not quite the word: being its beginning, another form, nearly it, or what it is short for. */
const share = {
  exact: 1,
  begun: 0.5,
  longer: 0.4,
  relative: 0.75,
  near: 0.45,
  perEdit: 0.12,
  unfinished: 0.08,
  other: 0.85,
  acronym: 0.6,
} as const
/** A word that so few entries hold may be an error that somebody else made as well. */
const rare = 2
const shortestPrefix = 3

/** Typing errors forgiven in a word of that length. */
const forgiven = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** Null for a question without words. All words have to be found; when no entry has them all, those that have the most. */
export function match(index: Index, text: string): Match | null {
  const words = askedWords(text)
  if (words.length === 0) return null
  const pieces = askedPieces(words)
  const terms = new Uint8Array(index.dictionary.words.length)
  const strict = all(index, pieces, words, terms, 'sparing')
  addAcronyms(index, words, strict, terms)
  if (strict.docs.length > 0) return { ...strict, terms }
  const lenient = all(index, pieces, words, terms, 'always')
  if (lenient.docs.length > 0) return { ...lenient, terms }
  if (words.length === 1) return { ...lenient, terms }
  return { ...most(index, words, terms), terms }
}

type Sum = { docs: Uint32Array; scores: Float32Array }
type Forgiving = 'sparing' | 'always'

/** Entries in which every piece is found. */
function all(index: Index, pieces: readonly Asked[], words: readonly string[], terms: Uint8Array, forgiving: Forgiving): Sum {
  const last = words.at(-1)
  const scores = index.zeros()
  const counts = new Uint8Array(index.size)
  for (const piece of pieces) {
    const best = together(index, piece.words, (word) => wordScores(index, word, word === last, forgiving, terms))
    for (const other of piece.others) {
      // Somebody's own words count more than what stands for them, and those have to be met as they are.
      const beside = together(index, other, (word) => wordScores(index, word, false, 'never', terms))
      for (let doc = 0; doc < index.size; doc += 1) {
        const score = (beside[doc] ?? 0) * share.other
        if (score > (best[doc] ?? 0)) best[doc] = score
      }
    }
    addTo(scores, counts, best)
  }
  return { docs: chosen(index, (doc) => counts[doc] === pieces.length), scores }
}

/** Of a phrase all words have to be there; it says as much as its weakest word. */
function together(index: Index, words: readonly string[], scoresOf: (word: string) => Float32Array): Float32Array {
  const [first = '', ...more] = words
  const scores = scoresOf(first)
  for (const word of more) {
    const others = scoresOf(word)
    for (let doc = 0; doc < index.size; doc += 1) {
      const other = others[doc] ?? 0
      if (other < (scores[doc] ?? 0)) scores[doc] = other
    }
  }
  if (more.length > 0) for (let doc = 0; doc < index.size; doc += 1) scores[doc] = (scores[doc] ?? 0) * words.length
  return scores
}

/** Entries that hold as many of the words as any does. */
function most(index: Index, words: readonly string[], terms: Uint8Array): Sum {
  const scores = index.zeros()
  const counts = new Uint8Array(index.size)
  for (const [at, word] of words.entries()) addTo(scores, counts, wordScores(index, word, at === words.length - 1, 'always', terms))
  let best = 1
  for (let doc = 0; doc < index.size; doc += 1) if (index.alive[doc] === 1 && (counts[doc] ?? 0) > best) best = counts[doc] ?? 0
  return { docs: chosen(index, (doc) => counts[doc] === best), scores }
}

function addTo(scores: Float32Array, counts: Uint8Array, more: Float32Array): void {
  for (let doc = 0; doc < counts.length; doc += 1) {
    const score = more[doc] ?? 0
    if (score === 0) continue
    scores[doc] = (scores[doc] ?? 0) + score
    counts[doc] = (counts[doc] ?? 0) + 1
  }
}

function chosen(index: Index, wanted: (doc: number) => boolean): Uint32Array {
  const docs = new Uint32Array(index.size)
  let count = 0
  for (let doc = 0; doc < index.size; doc += 1)
    if (index.alive[doc] === 1 && wanted(doc)) {
      docs[count] = doc
      count += 1
    }
  return docs.subarray(0, count)
}

/** What one word says about every entry, rare words more than common ones. */
function wordScores(
  { dictionary, postings, size, zeros }: Index,
  word: string,
  last: boolean,
  forgiving: Forgiving | 'never',
  terms: Uint8Array,
): Float32Array {
  // Lists and not maps: the first letter of a word begins thousands of terms. One noted twice counts as what is more.
  const noted: number[] = []
  const factors: number[] = []
  const note = (term: number, factor: number): void => {
    noted.push(term)
    factors.push(factor)
  }
  const exact = dictionary.idOf(word)
  if (exact !== undefined) note(exact, share.exact)
  for (const term of dictionary.relatives(word)) if (term !== exact) note(term, share.relative)
  if (forgiving !== 'never' && (last || word.length >= shortestPrefix))
    dictionary.startingWith(word, (term, length) => {
      if (term !== exact) note(term, share.begun + (share.longer * word.length) / length)
    })
  let held = noted.reduce((sum, term) => sum + postings.count(term), 0)
  const edits = forgiving === 'never' ? 0 : forgiven(word.length)
  if (edits > 0 && (forgiving === 'always' || held <= rare))
    // Of a short word little is left once a letter is taken away: its error has to be in a word that is finished.
    for (const [term, factor] of nearest(dictionary, word, edits, last && word.length > 4)) {
      note(term, factor)
      held += postings.count(term)
    }
  const scores = zeros()
  const weight = Math.log(1 + size / Math.max(1, held))
  for (let at = 0; at < noted.length; at += 1) {
    const term = noted[at] ?? 0
    terms[term] = 1
    postings.raise(term, (factors[at] ?? 0) * weight, scores)
  }
  return scores
}

/** Of what was nearly typed only the nearest: who misses one letter does not mean a word that differs in two. */
function nearest(dictionary: Dictionary, word: string, edits: number, open: boolean): ReadonlyMap<number, number> {
  let least = edits
  let found = new Map<number, number>()
  dictionary.near(word, edits, open, (term, off, whole) => {
    if (off > least) return
    if (off < least) found = new Map()
    least = off
    found.set(term, share.near - share.perEdit * off - (whole ? 0 : share.unfinished))
  })
  return found
}

/** `gerakan cepat tanggap` finds GERCEP, and `gercep` what is written out that way, even where only one of the two names is known. */
function addAcronyms(index: Index, words: readonly string[], sum: Sum, terms: Uint8Array): void {
  const found: number[] = []
  const first = words[0] ?? ''
  if (words.length > 1)
    for (const term of index.namesMadeOf(words)) {
      terms[term] = 1
      index.postings.each(term, (doc) => found.push(doc))
    }
  else if (index.dictionary.idOf(first) === undefined && sum.docs.length <= rare) found.push(...index.entriesSpelling(first))
  const fresh = found.filter((doc) => index.alive[doc] === 1 && !has(sum.docs, doc))
  if (fresh.length === 0) return
  let best = 1
  for (const doc of sum.docs) best = Math.max(best, sum.scores[doc] ?? 0)
  for (const doc of fresh) sum.scores[doc] = best * share.acronym
  sum.docs = Uint32Array.from(new Set([...sum.docs, ...fresh])).sort()
}

function has(docs: Uint32Array, doc: number): boolean {
  let low = 0
  let high = docs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((docs[middle] ?? 0) < doc) low = middle + 1
    else high = middle
  }
  return docs[low] === doc
}
