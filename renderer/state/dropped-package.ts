/** A judge's package that was dropped on a page which has no use for it, kept until the page of packages takes it. */
let dropped: File | null = null
let taker: ((file: File) => void) | null = null

export function keepDropped(file: File): void {
  if (taker === null) dropped = file
  else taker(file)
}

/** Takes what was dropped before and whatever comes, until the answer is called. */
export function takeDropped(take: (file: File) => void): () => void {
  taker = take
  if (dropped !== null) take(dropped)
  dropped = null
  return () => {
    if (taker === take) taker = null
  }
}
