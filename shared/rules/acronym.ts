/** Where the letters of a short name come from in the long one (kartu inovasi): `LANGKOK` in `LAhir puLANG OK`. */

export type AcronymLetter = {
  /** As written in the short name. */
  readonly letter: string
  /** Where in the short name it stands (UTF-16). */
  readonly at: number
  /** Where in the long name it comes from (UTF-16); null when it comes from nowhere. */
  readonly index: number | null
  /** Which word of the long name, from 0. */
  readonly word: number | null
  /** How it is taken: the beginning of a word, a capital somebody wrote inside a word, or any letter. */
  readonly how: 'start' | 'capital' | 'inside' | null
}

/** A place a missing letter could come from. */
export type AcronymPlace = {
  readonly index: number
  readonly word: number
  /** The word as written. */
  readonly text: string
  readonly start: boolean
  /** Positions in `letters` of those that would lose their place for it; never more than one more than it wins. */
  readonly loses: readonly number[]
}

export type AcronymProposal = {
  /** Position in `letters`. */
  readonly letter: number
  /** Best first; empty when the long name has no place for it. */
  readonly places: readonly AcronymPlace[]
  /** Position in `letters` of the placed letter after which a word with this one would have to stand; null at the beginning. */
  readonly after: number | null
}

export type Acronym = {
  readonly letters: readonly AcronymLetter[]
  /** For every character (UTF-16) of the long name the position in `letters` of what it gives, or null. */
  readonly marks: readonly (number | null)[]
  /** Positions in `letters`. */
  readonly missing: readonly number[]
  readonly proposals: readonly AcronymProposal[]
  /** Words of the long name, in order. */
  readonly words: readonly { readonly text: string; readonly index: number; readonly used: boolean }[]
}

/** Longer names are read as far as this: nobody reads further either. */
const mostLetters = 40
const mostChars = 300
/** Places shown for one missing letter. */
const mostPlaces = 3

/** Words that an acronym passes over without anybody missing them. */
const small: ReadonlySet<string> = new Set(
  'dan atau yang untuk di ke dari dengan dalam oleh pada bagi para sebagai serta agar the of and for to in on a an with by from'.split(' '),
)

type Char = { readonly at: number; readonly letter: string; readonly word: number; readonly start: boolean; readonly capital: boolean }
type Word = { readonly text: string; readonly index: number; readonly counts: boolean }
type Long = { readonly chars: readonly Char[]; readonly words: readonly Word[]; readonly passed: readonly number[] }

const plain = (letter: string): string => letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

function lettersOf(short: string): readonly { letter: string; at: number }[] {
  return [...short.matchAll(/\p{L}\p{M}*/gu)].slice(0, mostLetters).map((match) => ({ letter: match[0], at: match.index }))
}

function readLong(long: string): Long {
  const words: Word[] = []
  const chars: Char[] = []
  const read = long.slice(0, mostChars)
  for (const match of read.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)) {
    const text = match[0]
    // In a word all in capitals no capital stands out.
    const mixed = /\p{Ll}/u.test(text)
    let first = true
    const word = words.length
    for (const letter of text.matchAll(/\p{L}\p{M}*/gu)) {
      const capital = mixed && !first && /^\p{Lu}/u.test(letter[0])
      chars.push({ at: match.index + letter.index, letter: plain(letter[0]), word, start: first, capital })
      first = false
    }
    words.push({ text, index: match.index, counts: !first && !small.has(text.toLowerCase()) })
  }
  // passed[n]: how many of the first n words would be missed.
  const passed = [0]
  for (const word of words) passed.push((passed.at(-1) ?? 0) + (word.counts ? 1 : 0))
  return { chars, words, passed }
}

/**
 * Every letter of the short name in order to one letter of the long name. Best is the alignment that places most letters, then most
 * beginnings of words, then most capitals written inside words, then passes over the fewest words, then has most letters side by side.
 * Case and accents do not matter; digits, hyphens and blanks of the short name are passed over.
 */
export function acronymOf(short: string, long: string): Acronym {
  const wanted = lettersOf(short)
  const read = readLong(long)
  const places = align(
    wanted.map(({ letter }) => plain(letter)),
    read,
  )
  const letters = wanted.map(({ letter, at }, position): AcronymLetter => {
    const char = read.chars[places[position] ?? -1]
    if (char === undefined) return { letter, at, index: null, word: null, how: null }
    return { letter, at, index: char.at, word: char.word, how: char.start ? 'start' : char.capital ? 'capital' : 'inside' }
  })
  const marks: (number | null)[] = Array.from({ length: long.length }, () => null)
  for (const [position, { index }] of letters.entries()) if (index !== null) marks[index] = position
  const missing = letters.flatMap(({ index }, position) => (index === null ? [position] : []))
  const used = new Set(letters.map(({ word }) => word))
  return {
    letters,
    marks,
    missing,
    proposals: proposalsFor(missing, letters, read),
    words: read.words.map(({ text, index }, word) => ({ text, index, used: used.has(word) })),
  }
}

/** One number for the order of the criteria; each is below 1000 (see `mostChars`). */
const worth = { placed: 1e12, start: 1e9, capital: 1e6, passed: -1e3, beside: 1 } as const

type Best = { readonly score: number; readonly from: number }

/** For each letter the position in `chars` it comes from, or −1. */
function align(letters: readonly string[], { chars, words, passed }: Long): readonly number[] {
  const between = (from: number, to: number): number => Math.max(0, (passed[to] ?? 0) - (passed[from + 1] ?? 0))
  const gain = (at: number, before: number): number => {
    const char = chars[at]
    const last = chars[before]
    if (char === undefined) return 0
    const beside = last !== undefined && last.word === char.word && before + 1 === at ? worth.beside : 0
    const over = worth.passed * between(last?.word ?? -1, char.word)
    return worth.placed + (char.start ? worth.start : char.capital ? worth.capital : 0) + over + beside
  }
  // best[k][at + 1]: the first k letters read, the last placed one at `at` (−1: none placed yet).
  const best: (Best | undefined)[][] = [[{ score: 0, from: -1 }]]
  for (const [k, letter] of letters.entries()) {
    const before = best[k] ?? []
    // A letter that stays without a place leaves everything as it was.
    const next: (Best | undefined)[] = before.map((one, at) => (one === undefined ? undefined : { score: one.score, from: at - 1 }))
    for (let at = 0; at < chars.length; at += 1) {
      if (chars[at]?.letter !== letter) continue
      for (let last = -1; last < at; last += 1) {
        const sofar = before[last + 1]
        if (sofar === undefined) continue
        const score = sofar.score + gain(at, last)
        const known = next[at + 1]
        if (known === undefined || score > known.score) next[at + 1] = { score, from: last }
      }
    }
    best.push(next)
  }
  return traced(best, (at) => worth.passed * between(chars[at]?.word ?? -1, words.length))
}

function traced(best: readonly (readonly (Best | undefined)[])[], after: (at: number) => number): readonly number[] {
  const last = best.at(-1) ?? []
  let at = -1
  let most = Number.NEGATIVE_INFINITY
  for (const [index, one] of last.entries()) {
    if (one === undefined || one.score + after(index - 1) <= most) continue
    most = one.score + after(index - 1)
    at = index - 1
  }
  const places: number[] = []
  for (let k = best.length - 1; k > 0; k -= 1) {
    const from = best[k]?.[at + 1]?.from ?? -1
    places.unshift(from === at ? -1 : at)
    at = from
  }
  return places
}

/** How many letters of the beginning (or the end) of the short name can be placed in the beginning (or the end) of the long one. */
function lengths(letters: readonly string[], chars: readonly Char[]): (letterCount: number, charCount: number) => number {
  const width = chars.length + 1
  const table = new Uint16Array((letters.length + 1) * width)
  for (let k = 1; k <= letters.length; k += 1)
    for (let at = 1; at < width; at += 1) {
      const same = letters[k - 1] === chars[at - 1]?.letter ? (table[(k - 1) * width + at - 1] ?? 0) + 1 : 0
      table[k * width + at] = Math.max(same, table[(k - 1) * width + at] ?? 0, table[k * width + at - 1] ?? 0)
    }
  return (letterCount, charCount) => table[letterCount * width + charCount] ?? 0
}

/** Only places where at most as many letters lose theirs as the missing one wins. */
function proposalsFor(missing: readonly number[], letters: readonly AcronymLetter[], read: Long): readonly AcronymProposal[] {
  if (missing.length === 0) return []
  const wanted = letters.map(({ letter }) => plain(letter))
  const { chars } = read
  const before = lengths(wanted, chars)
  const after = lengths([...wanted].reverse(), [...chars].reverse())
  const placed = letters.length - missing.length
  return missing.map((letter): AcronymProposal => {
    const fits = chars.flatMap((char, at) => {
      if (char.letter !== wanted[letter]) return []
      const kept = before(letter, at) + 1 + after(wanted.length - letter - 1, chars.length - at - 1)
      return kept >= placed ? [{ char, at, kept }] : []
    })
    const best = fits
      .sort(
        (a, b) =>
          b.kept - a.kept || Number(b.char.start) - Number(a.char.start) || Number(b.char.capital) - Number(a.char.capital) || a.at - b.at,
      )
      .slice(0, mostPlaces)
      .map(({ char, at }) => placeAt(char, at, letter, letters, wanted, read))
    const earlier = letters.slice(0, letter).findLastIndex(({ index }) => index !== null)
    return { letter, places: best, after: earlier < 0 ? null : earlier }
  })
}

function placeAt(
  char: Char,
  at: number,
  letter: number,
  letters: readonly AcronymLetter[],
  wanted: readonly string[],
  read: Long,
): AcronymPlace {
  const { words, passed } = read
  const left = align(wanted.slice(0, letter), { words, passed, chars: read.chars.slice(0, at) })
  const right = align(wanted.slice(letter + 1), { words, passed, chars: read.chars.slice(at + 1) })
  const kept = [...left, 0, ...right]
  const loses = letters.flatMap(({ index }, position) => (index !== null && (kept[position] ?? -1) < 0 ? [position] : []))
  return { index: char.at, word: char.word, text: words[char.word]?.text ?? '', start: char.start, loses }
}
