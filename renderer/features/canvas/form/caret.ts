/** Text that two people change at once: what one of them changed, and where that is in what the other has made of it. */

type Change = { readonly head: number; readonly gone: number; readonly put: string }

/** The one stretch in the middle that differs. */
function changeOf(before: string, after: string): Change {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1
  let tail = 0
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1
  return { head, gone: before.length - head - tail, put: after.slice(head, after.length - tail) }
}

/** Where the caret belongs after the text around it changed. What stood around the caret and was replaced puts it behind the new text. */
export function movedCaret(before: string, after: string, caret: number): number {
  const { head, gone, put } = changeOf(before, after)
  if (caret <= head) return caret
  return caret >= head + gone ? caret + put.length - gone : head + put.length
}

/** `theirs` with the change from `base` to `mine` made in it, at the place that has become of it. */
export function rebase(base: string, mine: string, theirs: string): string {
  if (base === theirs) return mine
  const { head, gone, put } = changeOf(base, mine)
  const from = movedCaret(base, theirs, head)
  const to = Math.max(from, movedCaret(base, theirs, head + gone))
  return theirs.slice(0, from) + put + theirs.slice(to)
}
