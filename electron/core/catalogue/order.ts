/** In which order found entries come. Ties are broken down to the id, so that the same question is always answered alike. */
import type { catalogueSorts } from '#shared/api/catalogue.ts'
import { firstOf } from './top.ts'

/** By number of the entry. */
export type Orders = {
  readonly names: string[]
  /** 20260131; 0 when nobody said when. */
  readonly began: number[]
  readonly adopters: number[]
  readonly ids: string[]
}

type Sort = (typeof catalogueSorts)[number]

export function ordered(docs: Uint32Array, count: number, sort: Sort, scores: Float32Array, orders: Orders): readonly number[] {
  const { names, began, adopters, ids } = orders
  const byName = (a: number, b: number): boolean => {
    const [one = '', other = ''] = [names[a], names[b]]
    if (one !== other) return one < other
    return (ids[a] ?? '') < (ids[b] ?? '')
  }
  const byNewest = (a: number, b: number): boolean => {
    const difference = (began[b] ?? 0) - (began[a] ?? 0)
    return difference === 0 ? byName(a, b) : difference < 0
  }
  const byAdopted = (a: number, b: number): boolean => {
    const difference = (adopters[b] ?? 0) - (adopters[a] ?? 0)
    return difference === 0 ? byNewest(a, b) : difference < 0
  }
  // One that does not say when it began is not the oldest.
  const since = (doc: number): number => began[doc] || Number.MAX_SAFE_INTEGER
  const byOldest = (a: number, b: number): boolean => (since(a) === since(b) ? byName(a, b) : since(a) < since(b))
  const byMatch = (a: number, b: number): boolean => {
    const difference = (scores[b] ?? 0) - (scores[a] ?? 0)
    return difference === 0 ? byNewest(a, b) : difference < 0
  }
  const before = { match: byMatch, name: byName, newest: byNewest, oldest: byOldest, adopted: byAdopted }[sort]
  return firstOf(docs, count, before)
}
