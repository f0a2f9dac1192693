/** How well a query fits a text: words from their beginning, in the middle, by initials, or with one letter wrong. */

export type Range = readonly [from: number, to: number]
export type Match = {
  /** Smaller is better. */
  readonly at: number
  /** Stretches of the label that were matched, in order and apart from each other. */
  readonly marks: readonly Range[]
  /** A word was only nearly there. */
  readonly typo: boolean
}

/** A text made ready to be searched. */
export type Ready = {
  readonly text: string
  /** Without case and accents; `place[i]` is where its i-th sign stands in the text. */
  readonly folded: string
  readonly place: readonly number[]
  /** Where its words begin in `folded`. */
  readonly starts: readonly number[]
  /** First letters of its words. */
  readonly initials: string
}

const accents = /\p{M}/gu
const foldSign = (sign: string): string => sign.toLocaleLowerCase('id').normalize('NFD').replaceAll(accents, '')
const isPart = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

export function ready(text: string): Ready {
  let folded = ''
  const place: number[] = []
  let from = 0
  for (const sign of text) {
    const plain = foldSign(sign)
    for (let n = 0; n < plain.length; n += 1) place.push(from)
    folded += plain
    from += sign.length
  }
  place.push(text.length)
  const starts: number[] = []
  for (let at = 0; at < folded.length; at += 1) if (isPart(folded[at]) && !isPart(folded[at - 1])) starts.push(at)
  return { text, folded, place, starts, initials: starts.map((at) => folded[at]).join('') }
}

/** Words of a query, folded. */
export const wordsOf = (query: string): readonly string[] => ready(query).folded.split(/\s+/u).filter(Boolean)

/** Costs, from the best to the worst way to be found. */
const cost = { begin: 0, word: 1, initials: 2, inside: 3, besideWord: 4, besideInside: 5, typo: 7, besideTypo: 9 } as const

/** Null when a word of the query is nowhere. The label is marked; what stands beside it is only searched. */
export function matchOf(label: Ready, beside: Ready, words: readonly string[]): Match | null {
  let at = 0
  let typo = false
  const marks: Range[] = []
  for (const word of words) {
    const found = oneWord(label, beside, word)
    if (found === null) return null
    at += found.at
    typo ||= found.at >= cost.typo
    marks.push(...found.marks)
  }
  return { at, marks: joined(marks), typo }
}

type WordMatch = Omit<Match, 'typo'>

function oneWord(label: Ready, beside: Ready, word: string): WordMatch | null {
  const inLabel = label.folded.indexOf(word)
  const byWord = label.starts.find((start) => label.folded.startsWith(word, start))
  if (inLabel === 0) return { at: cost.begin, marks: [rangeIn(label, 0, word.length)] }
  if (byWord !== undefined) return { at: cost.word, marks: [rangeIn(label, byWord, word.length)] }
  const initials = byInitials(label, word)
  if (initials !== null) return initials
  if (inLabel > 0) return { at: cost.inside, marks: [rangeIn(label, inLabel, word.length)] }
  if (beside.starts.some((start) => beside.folded.startsWith(word, start))) return { at: cost.besideWord, marks: [] }
  if (beside.folded.includes(word) || (word.length > 1 && beside.initials.startsWith(word))) return { at: cost.besideInside, marks: [] }
  return byTypo(label, word) ?? (typoIn(beside, word) === null ? null : { at: cost.besideTypo, marks: [] })
}

/** `kts` finds *K*ecamatan *T*anjung *S*elor. */
function byInitials(label: Ready, word: string): WordMatch | null {
  const first = word.length > 1 ? label.initials.indexOf(word) : -1
  if (first < 0) return null
  const marks = label.starts.slice(first, first + word.length).map((start) => rangeIn(label, start, 1))
  return { at: cost.initials + (first === 0 ? 0 : 0.5), marks }
}

/** Shorter words have too many neighbours one letter away. */
const shortestTypo = 4

function typoIn(text: Ready, word: string): Range | null {
  if (word.length < shortestTypo) return null
  for (const start of text.starts) {
    // A word may go on after what was typed, and be a letter shorter or longer than it.
    for (const length of [word.length, word.length + 1, word.length - 1]) {
      const part = text.folded.slice(start, start + length)
      if (part.length === length && part[0] === word[0] && oneApart(part, word)) return [start, length]
    }
  }
  return null
}

function byTypo(label: Ready, word: string): WordMatch | null {
  const found = typoIn(label, word)
  return found === null ? null : { at: cost.typo, marks: [rangeIn(label, found[0], found[1])] }
}

/** One letter wrong, missing, too many, or two neighbours swapped. */
export function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const [restA, restB] = [a.slice(at), b.slice(at)]
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}

const rangeIn = ({ place, text }: Ready, from: number, length: number): Range => [place[from] ?? 0, place[from + length] ?? text.length]

function joined(marks: readonly Range[]): readonly Range[] {
  const sorted = [...marks].sort((a, b) => a[0] - b[0])
  const out: Range[] = []
  for (const [from, to] of sorted) {
    const before = out.at(-1)
    if (before !== undefined && from <= before[1]) out[out.length - 1] = [before[0], Math.max(before[1], to)]
    else out.push([from, to])
  }
  return out
}
