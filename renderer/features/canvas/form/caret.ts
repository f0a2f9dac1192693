/** Where the caret belongs after the text around it changed: kept by counting what changed before it. */
export function movedCaret(before: string, after: string, caret: number): number {
  let head = 0
  const most = Math.min(before.length, after.length)
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1
  if (caret <= head) return caret
  let tail = 0
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1
  if (caret >= before.length - tail) return caret + after.length - before.length
  // What the caret stood in has been replaced.
  return after.length - tail
}
