/** Which lines of two versions belong together: the same ones first, then those that were only reworded. */

export type Line = {
  /** Only lines of one kind can be versions of each other, unless their words are the same. */
  readonly kind: string
  readonly text: string
}

/** Places before and after; null where the line was added or removed. */
export type LinePair = readonly [before: number | null, after: number | null]

/** Share of words two lines must have in common to count as one line reworded. */
const likeness = 0.4
/** Larger tables of comparisons are left out: all of it then counts as written anew. */
const mostCompared = 4_000_000
const mostGuessed = 40_000

/** Both lists in reading order: between two lines that stayed, first what was removed, then what was added. */
export function alignLines(before: readonly Line[], after: readonly Line[]): readonly LinePair[] {
  const whole = ({ kind, text }: Line): string => `${kind}\n${text}`
  const found: LinePair[] = []
  let [a, b] = [0, 0]
  for (const [x, y] of [...sameInOrder(before.map(whole), after.map(whole)), [before.length, after.length] as const]) {
    found.push(...reworded(before, after, { a, x, b, y }))
    if (x < before.length) found.push([x, y])
    a = x + 1
    b = y + 1
  }
  return found
}

/** The longest row of equal entries that is in the same order on both sides. */
export function sameInOrder(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const n = before.length - head - tail
  const m = after.length - head - tail
  const pairs: (readonly [number, number])[] = Array.from({ length: head }, (_, at) => [at, at] as const)
  const same = (x: number, y: number): number => (before[head + x] === after[head + y] ? 1 : 0)
  if (n * m <= mostCompared) for (const [x, y] of bestRow(n, m, same)) pairs.push([head + x, head + y])
  for (let at = tail; at > 0; at -= 1) pairs.push([before.length - at, after.length - at])
  return pairs
}

/** The pairs in rising order whose worth adds up to the most; a pair worth nothing is none. */
function bestRow(n: number, m: number, worth: (x: number, y: number) => number): readonly (readonly [number, number])[] {
  const width = m + 1
  const sums = new Float64Array((n + 1) * width)
  const sum = (x: number, y: number): number => sums[x * width + y] ?? 0
  const worths = new Float64Array(n * m)
  for (let x = n - 1; x >= 0; x -= 1)
    for (let y = m - 1; y >= 0; y -= 1) {
      const here = worth(x, y)
      worths[x * m + y] = here
      const paired = here > 0 ? here + sum(x + 1, y + 1) : 0
      sums[x * width + y] = Math.max(paired, sum(x + 1, y), sum(x, y + 1))
    }
  const pairs: (readonly [number, number])[] = []
  let [x, y] = [0, 0]
  while (x < n && y < m) {
    const here = worths[x * m + y] ?? 0
    if (here > 0 && here + sum(x + 1, y + 1) >= sum(x, y)) {
      pairs.push([x, y])
      x += 1
      y += 1
    } else if (sum(x + 1, y) >= sum(x, y + 1)) x += 1
    else y += 1
  }
  return pairs
}

type Gap = { readonly a: number; readonly x: number; readonly b: number; readonly y: number }

function reworded(before: readonly Line[], after: readonly Line[], { a, x, b, y }: Gap): readonly LinePair[] {
  const n = x - a
  const m = y - b
  const old = before.slice(a, x).map(({ text }) => wordsIn(text))
  const now = after.slice(b, y).map(({ text }) => wordsIn(text))
  const worth = (i: number, j: number): number => {
    const [one, other] = [before[a + i], after[b + j]]
    if (one === undefined || other === undefined) return 0
    if (one.text === other.text) return one.text === '' ? 0 : 1
    const alike = one.kind === other.kind ? shared(old[i], now[j]) : 0
    return alike >= likeness ? alike : 0
  }
  const found: LinePair[] = []
  let [i, j] = [0, 0]
  const pairs = n * m <= mostGuessed ? bestRow(n, m, worth) : []
  for (const [p, q] of [...pairs, [n, m] as const]) {
    while (i < p) found.push([a + i++, null])
    while (j < q) found.push([null, b + j++])
    if (p < n) found.push([a + p, b + q])
    i = p + 1
    j = q + 1
  }
  return found
}

type Words = { readonly counts: ReadonlyMap<string, number>; readonly total: number }

function wordsIn(text: string): Words {
  const counts = new Map<string, number>()
  const words = text.toLocaleLowerCase('id').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, total: words.length }
}

/** 0 to 1: how much of the words of both is in both. */
function shared(one: Words | undefined, other: Words | undefined): number {
  if (one === undefined || other === undefined || one.total + other.total === 0) return 0
  let both = 0
  for (const [word, n] of one.counts) both += Math.min(n, other.counts.get(word) ?? 0)
  return (2 * both) / (one.total + other.total)
}
