/** What changed between two versions of a text, word by word, as a coach reads it. */

export type TextChange = {
  readonly kind: 'same' | 'added' | 'removed'
  /** As it is written, with the white space before its words. */
  readonly text: string
}

type Word = { readonly text: string /** White space before it. */; readonly gap: string }

/** A word with what binds its parts (`ibu-ibu`, `Rp3.815.700`, `25,5`), or any one other sign. */
const wordShape = /[\p{L}\p{M}\p{N}]+(?:[-'’.,/:][\p{L}\p{M}\p{N}]+)*|[^\s]/gu

/** More changes than this in a stretch without any word of its own: the stretch counts as written anew. */
const mostSteps = 500

/**
 * The changes in reading order: between two stretches that stayed, first what was removed, then what was added. `same` and `added`
 * joined are `after`, sign by sign; where only white space differs nothing is marked. Texts of thousands of words take milliseconds,
 * whatever is in them.
 */
export function textChanges(before: string, after: string): readonly TextChange[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }]
  const old = wordsIn(before)
  const now = wordsIn(after)
  const sides = numbered(old.words, now.words)
  const pairs = afterSigns(pairWords(sides), sides, (at) => isSign(old.words[at]))
  const found: TextChange[] = []
  const put = (kind: TextChange['kind'], words: readonly Word[]): void => {
    const text = words.map((word) => word.gap + word.text).join('')
    if (text === '') return
    const last = found.at(-1)
    if (last?.kind === kind) found[found.length - 1] = { kind, text: last.text + text }
    else found.push({ kind, text })
  }
  let a = 0
  let b = 0
  for (const [oldAt, newAt] of pairs) {
    put('removed', old.words.slice(a, oldAt))
    put('added', now.words.slice(b, newAt))
    put('same', now.words.slice(newAt, newAt + 1))
    a = oldAt + 1
    b = newAt + 1
  }
  put('removed', old.words.slice(a))
  put('added', now.words.slice(b))
  return withEnd(found, now.end)
}

/** Whether a reader would see any difference between the two. */
export const isChanged = (changes: readonly TextChange[]): boolean => changes.some(({ kind }) => kind !== 'same')

function withEnd(found: readonly TextChange[], end: string): readonly TextChange[] {
  if (end === '') return found
  const at = found.findLastIndex(({ kind }) => kind !== 'removed')
  const last = found[at]
  if (last === undefined) return [...found, { kind: 'same', text: end }]
  return found.with(at, { ...last, text: last.text + end })
}

function wordsIn(text: string): { readonly words: readonly Word[] /** White space after the last word. */; readonly end: string } {
  const words: Word[] = []
  let from = 0
  for (const match of text.matchAll(wordShape)) {
    words.push({ text: match[0], gap: text.slice(from, match.index) })
    from = match.index + match[0].length
  }
  return { words, end: text.slice(from) }
}

type Sides = { readonly a: Int32Array; readonly b: Int32Array }
type Pair = readonly [number, number]
type Stretch = { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number }

/** Equal words get equal numbers, so that they are compared at once. */
function numbered(old: readonly Word[], now: readonly Word[]): Sides {
  const known = new Map<string, number>()
  const numberOf = ({ text }: Word): number => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
  return { a: Int32Array.from(old, numberOf), b: Int32Array.from(now, numberOf) }
}

/** Which words stayed, in order. Words that occur once on both sides hold the rest in place, as a reader would take it. */
function pairWords(sides: Sides): readonly Pair[] {
  const pairs: Pair[] = []
  // A list instead of recursion: a text may be held in thousands of places.
  const open: (Stretch | Pair)[] = [{ a0: 0, a1: sides.a.length, b0: 0, b1: sides.b.length }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!('a0' in next)) pairs.push(next)
    else for (const part of cut(sides, next).toReversed()) open.push(part)
  }
  return pairs
}

/** One stretch as the pairs that are certain and the smaller stretches between them, in order. */
function cut({ a, b }: Sides, { a0, a1, b0, b1 }: Stretch): readonly (Stretch | Pair)[] {
  const head: Pair[] = []
  const tail: Pair[] = []
  let [from, fromB, to, toB] = [a0, b0, a1, b1]
  while (from < to && fromB < toB && a[from] === b[fromB]) head.push([from++, fromB++])
  while (from < to && fromB < toB && a[to - 1] === b[toB - 1]) tail.push([--to, --toB])
  if (from === to || fromB === toB) return [...head, ...tail.reverse()]
  const inner: Stretch = { a0: from, a1: to, b0: fromB, b1: toB }
  const anchors = anchorsIn({ a, b }, inner)
  if (anchors.length === 0) return [...head, ...leastSteps({ a, b }, inner), ...tail.reverse()]
  const middle: (Stretch | Pair)[] = []
  let [at, atB] = [from, fromB]
  for (const [x, y] of anchors) {
    middle.push({ a0: at, a1: x, b0: atB, b1: y }, [x, y])
    at = x + 1
    atB = y + 1
  }
  middle.push({ a0: at, a1: to, b0: atB, b1: toB })
  return [...head, ...middle, ...tail.reverse()]
}

const isSign = (word: Word | undefined): boolean => word !== undefined && !/[\p{L}\p{N}]/u.test(word.text)

/**
 * A sentence that was added or removed ends with its own full stop: `A.[+ B.]` instead of `A[+. B].`, which says the same. Moves such a
 * sign to the front of what was added or removed, where the same sign stands there.
 */
function afterSigns(pairs: readonly Pair[], { a, b }: Sides, isSignInOld: (at: number) => boolean): readonly Pair[] {
  let [x0, y0] = [-1, -1]
  return pairs.map(([x, y]) => {
    const first: Pair = [x0 + 1, y0 + 1]
    const onlyAdded = x === x0 + 1 && y > y0 + 1 && b[first[1]] === b[y]
    const onlyRemoved = y === y0 + 1 && x > x0 + 1 && a[first[0]] === a[x]
    const pair: Pair = isSignInOld(x) && (onlyAdded || onlyRemoved) ? first : [x, y]
    ;[x0, y0] = pair
    return pair
  })
}

/** Words that occur once on each side: the longest row of them that is in the same order on both. */
function anchorsIn({ a, b }: Sides, { a0, a1, b0, b1 }: Stretch): readonly Pair[] {
  const once = (words: Int32Array, from: number, to: number): ReadonlyMap<number, number> => {
    const at = new Map<number, number>()
    for (let i = from; i < to; i += 1) at.set(words[i] ?? -1, at.has(words[i] ?? -1) ? -1 : i)
    return at
  }
  const inB = once(b, b0, b1)
  const pairs: Pair[] = []
  for (const [word, x] of once(a, a0, a1)) {
    const y = inB.get(word) ?? -1
    if (x >= 0 && y >= 0) pairs.push([x, y])
  }
  return longestRising(pairs.sort(([x], [y]) => x - y))
}

/** The longest part of the list whose second numbers rise. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  // ends[n]: the place in `pairs` at which a row of n + 1 ends lowest.
  const ends: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  const second = (at: number): number => pairs[at]?.[1] ?? -1
  for (let at = 0; at < pairs.length; at += 1) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (second(ends[middle] ?? -1) < second(at)) low = middle + 1
      else high = middle
    }
    before[at] = ends[low - 1] ?? -1
    ends[low] = at
  }
  const row: Pair[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) row.push(pairs[at] ?? [0, 0])
  return row.reverse()
}

/** The fewest removals and additions (Myers 1986); none of the words stays when it would take more than `mostSteps`. */
function leastSteps({ a, b }: Sides, { a0, a1, b0, b1 }: Stretch): readonly Pair[] {
  const n = a1 - a0
  const m = b1 - b0
  const most = Math.min(n + m, mostSteps)
  const reach = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  const at = (k: number): number => k + most + 1
  for (let d = 0; d <= most; d += 1) {
    trace.push(reach.slice(at(-d) - 1, at(d) + 2))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach[at(k - 1)] ?? 0) < (reach[at(k + 1)] ?? 0))
      let x = down ? (reach[at(k + 1)] ?? 0) : (reach[at(k - 1)] ?? 0) + 1
      while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x += 1
      reach[at(k)] = x
      if (x >= n && x - k >= m) return walkBack(trace, n, m).map(([i, j]): Pair => [a0 + i, b0 + j])
    }
  }
  return []
}

/** @param trace before each round: how far every diagonal from -d - 1 to d + 1 had come */
function walkBack(trace: readonly Int32Array[], n: number, m: number): readonly Pair[] {
  const pairs: Pair[] = []
  let [x, y] = [n, m]
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reach = trace[d] ?? new Int32Array()
    const far = (k: number): number => reach[k + d + 1] ?? 0
    const k = x - y
    const down = k === -d || (k !== d && far(k - 1) < far(k + 1))
    const fromK = down ? k + 1 : k - 1
    const fromX = d === 0 ? 0 : far(fromK)
    const fromY = d === 0 ? 0 : fromX - fromK
    while (x > fromX && y > fromY) pairs.push([--x, --y])
    x = fromX
    y = fromY
  }
  return pairs.reverse()
}
