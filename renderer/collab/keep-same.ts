type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/**
 * `next`, but with every part that equals its counterpart in `before` replaced by that very part, so that components
 * which got an equal part see the same object and need not draw again. Plain objects and arrays only; others by identity.
 */
export function keepSame<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next
  if (Array.isArray(before) && Array.isArray(next)) {
    const kept: unknown[] = next.map((one: unknown, at) => keepSame(before[at], one))
    return (before.length === kept.length && kept.every((one, at) => Object.is(one, before[at])) ? before : kept) as T // equal in every part
  }
  if (!isPlain(before) || !isPlain(next)) return next
  const keys = Object.keys(next)
  const kept = Object.fromEntries(keys.map((key) => [key, keepSame(before[key], next[key])]))
  const same = keys.length === Object.keys(before).length && keys.every((key) => key in before && Object.is(kept[key], before[key]))
  return (same ? before : kept) as T // equal in every part
}
