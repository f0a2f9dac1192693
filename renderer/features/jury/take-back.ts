/**
 * Takes a change back out of something that others have changed since. `before` and `after` are what the change was made of and what it
 * made; `now` is what there is. Only what the change touched becomes as it was, down to single fields; in a list, things are known by what
 * names them, so that what others added, changed, moved or removed meanwhile stays as they left it.
 */
export function takenBack<T>(before: T, after: T, now: T): T {
  return back(before, after, now) as T // every part of it is one of the three
}

function back(before: unknown, after: unknown, now: unknown): unknown {
  if (same(before, after)) return now
  if (same(after, now)) return before
  if (Array.isArray(before) && Array.isArray(after) && Array.isArray(now)) return backList(before, after, now)
  if (isPlain(before) && isPlain(after) && isPlain(now)) return backPlain(before, after, now)
  return before
}

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

function backPlain(before: Plain, after: Plain, now: Plain): Plain {
  const parts = Object.keys({ ...now, ...before, ...after }).flatMap((key): readonly [string, unknown][] => {
    if (same(before[key], after[key])) return key in now ? [[key, now[key]]] : []
    return key in before ? [[key, back(before[key], after[key], now[key])]] : []
  })
  return Object.fromEntries(parts)
}

function backList(before: readonly unknown[], after: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const was = byName(before)
  const made = byName(after)
  const kept = now.flatMap((one): readonly Named[] => {
    const name = nameOf(one)
    const [old, mine] = [was.get(name), made.get(name)]
    // What the change added goes; what it left, changed, or never knew stays.
    if (old === undefined) return mine === undefined ? [{ name, value: one }] : []
    return [{ name, value: mine === undefined ? one : back(old.value, mine.value, one) }]
  })
  const there = new Set(kept.map(({ name }) => name))
  const gone = [...was.values()].filter(({ name }) => !made.has(name) && !there.has(name))
  const order = [...was.keys()]
  const whole = gone.reduce<readonly Named[]>((list, one) => putIn(list, one, order), kept)
  return (moved(was, made) ? inOrderOf(order, whole) : whole).map(({ value }) => value)
}

type Named = { readonly name: string; readonly value: unknown }

/** What names a thing of a list; the thing itself where nothing does. */
function nameOf(one: unknown): string {
  if (!isPlain(one)) return JSON.stringify(one)
  for (const key of ['id', 'key', 'mark'] as const) if (one[key] !== undefined) return `${key} ${JSON.stringify(one[key])}`
  // A presentation is that of an entry before a panel, whenever it begins.
  return 'start' in one ? `slot ${JSON.stringify([one.entry, one.panel, one.stage])}` : JSON.stringify(one)
}

const byName = (all: readonly unknown[]): Map<string, Named> =>
  new Map(all.map((value) => [nameOf(value), { name: nameOf(value), value }] as const))

/** Behind the nearest of those that stood before it and are still there. */
function putIn(list: readonly Named[], one: Named, order: readonly string[]): readonly Named[] {
  const before = new Set(order.slice(0, order.indexOf(one.name)))
  const at = list.findLastIndex(({ name }) => before.has(name)) + 1
  return list.toSpliced(at, 0, one)
}

/** Whether the change moved things past each other. */
function moved(was: ReadonlyMap<string, Named>, made: ReadonlyMap<string, Named>): boolean {
  const order = [...made.keys()].filter((name) => was.has(name))
  return [...was.keys()].filter((name) => made.has(name)).some((name, at) => order[at] !== name)
}

/** Those of the order in its order, at the places where such stood; the others where they are. */
function inOrderOf(order: readonly string[], list: readonly Named[]): readonly Named[] {
  const rank = new Map(order.map((name, at) => [name, at]))
  const placed = list.filter(({ name }) => rank.has(name)).sort((a, b) => (rank.get(a.name) ?? 0) - (rank.get(b.name) ?? 0))
  return list.map((one) => (rank.has(one.name) ? (placed.shift() ?? one) : one))
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => same(one, b[at]))
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]))
}
