/** The first of many without putting all in order. */

/** More than this, and putting all in order costs less. */
const mostHeaped = 2000

/** The first `count` of `docs` by `before`, in order. */
export function firstOf(docs: Uint32Array, count: number, before: (a: number, b: number) => boolean): readonly number[] {
  const compare = (a: number, b: number): number => (before(a, b) ? -1 : before(b, a) ? 1 : 0)
  if (count >= docs.length || count > mostHeaped) return [...docs].sort(compare).slice(0, count)
  // A heap with the last of the chosen on top: most of the others lose one comparison and are gone.
  const heap: number[] = []
  for (const doc of docs) {
    if (heap.length < count) {
      heap.push(doc)
      rise(heap, before)
    } else if (before(doc, heap[0] ?? doc)) {
      heap[0] = doc
      sink(heap, before)
    }
  }
  return heap.sort(compare)
}

type Before = (a: number, b: number) => boolean

function swap(heap: number[], a: number, b: number): void {
  const one = heap[a] ?? 0
  heap[a] = heap[b] ?? 0
  heap[b] = one
}

function rise(heap: number[], before: Before): void {
  for (let at = heap.length - 1; at > 0; ) {
    const above = (at - 1) >> 1
    if (!before(heap[above] ?? 0, heap[at] ?? 0)) return
    swap(heap, at, above)
    at = above
  }
}

function sink(heap: number[], before: Before): void {
  for (let at = 0; ; ) {
    const left = 2 * at + 1
    if (left >= heap.length) return
    const last = left + 1 < heap.length && before(heap[left] ?? 0, heap[left + 1] ?? 0) ? left + 1 : left
    if (!before(heap[at] ?? 0, heap[last] ?? 0)) return
    swap(heap, at, last)
    at = last
  }
}
