/** Every word the catalogue holds, found by its beginning, by its family (forms of one root) and by what was nearly typed. */
import { stems } from '#shared/rules/indonesian.ts'

export type Found = (term: number, edits: number, whole: boolean) => void

/** Words that came since the list was last put in order; more than this, and it is put in order again. */
const mostLoose = 512

export class Dictionary {
  readonly words: string[] = []
  private readonly ids = new Map<string, number>()
  private readonly families = new Map<string, number[]>()
  /** Terms in the order of their words, and how many letters each has in common with the one before. */
  private sorted: Uint32Array = new Uint32Array(0)
  private common: Uint8Array = new Uint8Array(0)

  idOf(word: string): number | undefined {
    return this.ids.get(word)
  }

  /** The term of a word; a new one when it was never met. */
  add(word: string): number {
    const known = this.ids.get(word)
    if (known !== undefined) return known
    const id = this.words.length
    this.words.push(word)
    this.ids.set(word, id)
    for (const root of stems(word)) {
      const family = this.families.get(root)
      if (family === undefined) this.families.set(root, [id])
      else family.push(id)
    }
    return id
  }

  /** Terms that share a root with the word. */
  relatives(word: string): ReadonlySet<number> {
    return new Set(stems(word).flatMap((root) => this.families.get(root) ?? []))
  }

  /** Terms of one root. */
  family(root: string): readonly number[] {
    return this.families.get(root) ?? []
  }

  startingWith(prefix: string, found: (term: number, length: number) => void): void {
    this.order()
    const { sorted, words } = this
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((words[sorted[middle] ?? 0] ?? '') < prefix) low = middle + 1
      else high = middle
    }
    for (; low < sorted.length; low += 1) {
      const term = sorted[low] ?? 0
      const word = words[term] ?? ''
      if (!word.startsWith(prefix)) break
      found(term, word.length)
    }
    this.loose((term, word) => {
      if (word.startsWith(prefix)) found(term, word.length)
    })
  }

  /**
   * Terms at most `most` typing errors away (a letter too many, too few, another one, or two swapped); with `open` also those of which
   * only the beginning is, for a word that is still being typed. Beginnings that words share are compared once.
   */
  near(word: string, most: number, open: boolean, found: Found): void {
    this.order()
    const compare = new Comparison(word, most, open)
    for (let at = 0; at < this.sorted.length; ) {
      const term = this.sorted[at] ?? 0
      const dead = compare.go(this.words[term] ?? '', this.common[at] ?? 0, (edits, whole) => found(term, edits, whole))
      at += 1
      // Nothing that begins like this can still become near.
      while (at < this.sorted.length && (this.common[at] ?? 0) >= dead) at += 1
    }
    this.loose((term, text) => void compare.go(text, 0, (edits, whole) => found(term, edits, whole)))
  }

  private loose(visit: (term: number, word: string) => void): void {
    for (let term = this.sorted.length; term < this.words.length; term += 1) visit(term, this.words[term] ?? '')
  }

  /** Terms are numbered as they come, so the loose ones are those beyond the sorted ones. */
  private order(): void {
    const { words } = this
    if (words.length - this.sorted.length <= mostLoose) return
    const inOrder = words.map((_, term) => term).sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1))
    this.sorted = Uint32Array.from(inOrder)
    this.common = new Uint8Array(inOrder.length)
    for (let at = 1; at < inOrder.length; at += 1) {
      const before = words[inOrder[at - 1] ?? 0] ?? ''
      const word = words[inOrder[at] ?? 0] ?? ''
      let same = 0
      while (same < word.length && word[same] === before[same]) same += 1
      this.common[at] = same
    }
  }
}

/** Longest word there is (shared/rules/catalogue-words.ts), one joined letter more, and the empty beginning. */
const deepest = 34

/** Edit distances of one word to the beginnings of others, row by row; rows of a common beginning are kept from one to the next. */
class Comparison {
  private readonly word: string
  private readonly most: number
  private readonly open: boolean
  private readonly width: number
  private readonly rows: Uint8Array
  /** Depth → the nearest that any beginning up to there came. */
  private readonly nearest = new Uint8Array(deepest + 1)
  /** How many rows hold for the last word. */
  private filled = 0

  constructor(word: string, most: number, open: boolean) {
    this.word = word
    this.most = most
    this.open = open
    this.width = word.length + 1
    this.rows = new Uint8Array((deepest + 1) * this.width)
    for (let at = 0; at < this.width; at += 1) this.rows[at] = at
    this.nearest[0] = word.length
  }

  /** Compares from letter `from` on, the letters before being those of the last one. Gives the depth at which it was given up. */
  go(other: string, from: number, found: (edits: number, whole: boolean) => void): number {
    const { width, rows, most, nearest } = this
    const length = Math.min(other.length, deepest)
    let depth = Math.min(from, this.filled)
    while (depth < length) {
      depth += 1
      this.filled = depth
      const least = this.row(other, depth)
      const end = rows[depth * width + width - 1] ?? 255
      nearest[depth] = Math.min(nearest[depth - 1] ?? 255, end)
      if (least <= most) continue
      if (!this.open || (nearest[depth] ?? 255) > most) return depth
      // The beginning was near enough; how it goes on does not matter. Those that share it are asked one by one.
      found(nearest[depth] ?? most, false)
      return deepest + 1
    }
    const whole = rows[length * width + width - 1] ?? 255
    if (whole <= most) found(whole, true)
    else if (this.open && (nearest[length] ?? 255) <= most) found(nearest[length] ?? most, false)
    return deepest + 1
  }

  /** Fills one row and gives its least. */
  private row(other: string, depth: number): number {
    const { width, rows, word } = this
    const here = depth * width
    const above = here - width
    const letter = other.charCodeAt(depth - 1)
    rows[here] = depth
    let least = depth
    for (let at = 1; at < width; at += 1) {
      const same = word.charCodeAt(at - 1) === letter
      let best = Math.min((rows[above + at] ?? 0) + 1, (rows[here + at - 1] ?? 0) + 1, (rows[above + at - 1] ?? 0) + (same ? 0 : 1))
      const swapped = depth > 1 && at > 1 && word.charCodeAt(at - 2) === letter && word.charCodeAt(at - 1) === other.charCodeAt(depth - 2)
      if (swapped) best = Math.min(best, (rows[above - width + at - 2] ?? 0) + 1)
      rows[here + at] = best
      if (best < least) least = best
    }
    return least
  }
}
