type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/**
 * `next`, but with every part that equals its counterpart in `before` replaced by that very part, so that components
 * which got an equal part see the same object and need not draw again. Plain objects and arrays only; others by identity.
 * Parts of a list are compared with the one that has the same `id`, if they have one, so one more in front changes none behind it.
 */
export function keepSame<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next
  if (Array.isArray(before) && Array.isArray(next)) return keepList(before, next) as T // equal in every part
  if (!isPlain(before) || !isPlain(next)) return next
  const keys = Object.keys(next)
  let same = keys.length === Object.keys(before).length
  // Made only when something in it differs: most parts are equal, and there may be thousands.
  let kept: Record<string, unknown> | undefined
  for (const key of keys) {
    const part = keepSame(before[key], next[key])
    if (!Object.is(part, before[key]) || !(key in before)) same = false
    if (!Object.is(part, next[key])) {
      kept ??= { ...next }
      kept[key] = part
    }
  }
  return (same ? before : (kept ?? next)) as T // equal in every part
}

function keepList(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  let known: ReadonlyMap<unknown, unknown> | undefined
  let same = before.length === next.length
  const kept = next.map((part, at) => {
    const id = idOf(part)
    let mate = before[at]
    if (id !== undefined && idOf(mate) !== id) {
      known ??= new Map(before.map((one) => [idOf(one), one]))
      mate = known.get(id)
    }
    const one = keepSame(mate, part)
    if (!Object.is(one, before[at])) same = false
    return one
  })
  return same ? before : kept
}

const idOf = (part: unknown): unknown => (isPlain(part) && typeof part.id === 'string' ? part.id : undefined)
