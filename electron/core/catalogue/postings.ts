/** Term → the entries that hold it and how much it says about each. One number holds both, so that reading a common word stays quick. */

/** How much a word says where it stands (of 255): a name says more than a long name, that more than a text. */
export const worth = { name: 96, longName: 56, summary: 22, problem: 16, other: 12 } as const
const mostWorth = 255

export class Postings {
  private readonly lists: Uint32Array[] = []
  private readonly counts: number[] = []

  /** Entries are added in rising order, each term once per entry. */
  add(term: number, doc: number, weight: number): void {
    const count = this.counts[term] ?? 0
    let list = this.lists[term]
    if (list === undefined || count === list.length) {
      const wider = new Uint32Array(count === 0 ? 2 : Math.ceil(count * 1.6))
      if (list !== undefined) wider.set(list)
      list = wider
      this.lists[term] = list
    }
    list[count] = (doc << 8) | Math.min(mostWorth, weight)
    this.counts[term] = count + 1
  }

  /** How many entries hold it, those counted that are gone since. */
  count(term: number): number {
    return this.counts[term] ?? 0
  }

  /** Raises `scores` to what the term says about each entry that holds it. */
  raise(term: number, factor: number, scores: Float32Array): void {
    const list = this.lists[term]
    if (list === undefined) return
    const count = this.counts[term] ?? 0
    for (let at = 0; at < count; at += 1) {
      const posting = list[at] ?? 0
      const doc = posting >>> 8
      const score = (posting & 255) * factor
      if (score > (scores[doc] ?? 0)) scores[doc] = score
    }
  }

  each(term: number, visit: (doc: number) => void): void {
    const list = this.lists[term]
    const count = this.counts[term] ?? 0
    for (let at = 0; at < count; at += 1) visit((list?.[at] ?? 0) >>> 8)
  }
}
