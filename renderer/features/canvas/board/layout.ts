/** Where everything on a board lies: zones side by side, clusters on top of each zone, notes in free slots below. Pure and stable. */
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'

/** Sizes of design.md 6 in board pixels at 100 %. */
export const noteSize = { w: 119, h: 104, gap: 8 } as const
export const zoneSize = { head: 38, pad: 10, gap: 12, foot: 64 } as const
export const clusterSize = { head: 30, inset: 6, gap: 10 } as const

const stepX = noteSize.w + noteSize.gap
const stepY = noteSize.h + noteSize.gap

export type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
/** Positions are those of the whole board. */
export type PlacedNote = Rect & { readonly item: Item; readonly zone: string; readonly cluster: ItemId | null }
export type PlacedCluster = Rect & { readonly item: Item; readonly zone: string; readonly members: number; readonly votes: number }
export type PlacedZone = Rect & {
  readonly key: string
  readonly notes: readonly PlacedNote[]
  readonly clusters: readonly PlacedCluster[]
}
export type BoardLayout = { readonly zones: readonly PlacedZone[]; readonly width: number; readonly height: number }

/** How many notes stand side by side; grows slowly, so that adding one note rarely moves the others. */
export function columnsFor(notes: number): number {
  if (notes <= 8) return 2
  if (notes <= 24) return 3
  if (notes <= 60) return 4
  return Math.ceil(Math.sqrt(notes / 2))
}

/**
 * @param zones keys in the order of the definition; an item that names another zone lies in the first
 * @param items in their order
 */
export function layoutBoard(zones: readonly string[], items: readonly Item[]): BoardLayout {
  const known = new Set(zones)
  const zoneOf = (item: Item): string => (item.zone !== null && known.has(item.zone) ? item.zone : (zones[0] ?? ''))
  const clusters = new Map(items.filter((item) => item.role === 'cluster').map((item) => [item.id, item]))
  const members = new Map<ItemId, Item[]>()
  const free = new Map<string, Item[]>()
  for (const item of items) {
    if (item.role === 'cluster') continue
    const cluster = item.cluster === null ? undefined : clusters.get(item.cluster)
    if (cluster === undefined) push(free, zoneOf(item), item)
    else push(members, cluster.id, item)
  }
  const placed: PlacedZone[] = []
  let x = 0
  for (const key of zones) {
    const own = [...clusters.values()].filter((cluster) => zoneOf(cluster) === key)
    const zone = layoutZone(key, x, own, members, free.get(key) ?? [])
    placed.push(zone)
    x += zone.w + zoneSize.gap
  }
  const height = Math.max(0, ...placed.map((zone) => zone.h))
  return {
    zones: placed.map((zone) => ({ ...zone, h: height })),
    width: Math.max(0, x - zoneSize.gap),
    height,
  }
}

function layoutZone(
  key: string,
  left: number,
  clusters: readonly Item[],
  members: ReadonlyMap<ItemId, readonly Item[]>,
  free: readonly Item[],
): PlacedZone {
  const inClusters = clusters.reduce((sum, cluster) => sum + (members.get(cluster.id)?.length ?? 0), 0)
  const columns = columnsFor(free.length + inClusters)
  const inner = columns * stepX - noteSize.gap
  const notes: PlacedNote[] = []
  const boxes: PlacedCluster[] = []
  let y = zoneSize.head
  for (const cluster of clusters) {
    const own = members.get(cluster.id) ?? []
    const rows = Math.max(1, Math.ceil(own.length / columns))
    const h = clusterSize.head + rows * stepY
    boxes.push({
      item: cluster,
      zone: key,
      members: own.length,
      votes: own.reduce((sum, item) => sum + item.votes, 0),
      x: left + zoneSize.pad - clusterSize.inset,
      y,
      w: inner + 2 * clusterSize.inset,
      h,
    })
    for (const [at, item] of own.entries()) {
      const slot = slotAt(at, columns)
      notes.push(place(item, key, cluster.id, left + zoneSize.pad + slot.x, y + clusterSize.head + slot.y))
    }
    y += h + clusterSize.gap
  }
  const top = y
  const fixed = free.filter((item) => item.x !== null && item.y !== null)
  const taken = new Set<string>()
  for (const item of fixed) {
    // A note somebody put where a cluster has grown since is shown below the clusters, not under them.
    const at = { x: Math.max(0, item.x ?? 0), y: Math.max(top - zoneSize.head, item.y ?? 0) }
    notes.push(place(item, key, null, left + zoneSize.pad + at.x, zoneSize.head + at.y))
    for (const slot of slotsUnder(at.x, at.y - (top - zoneSize.head))) taken.add(slot)
  }
  let next = 0
  for (const item of free) {
    if (item.x !== null && item.y !== null) continue
    while (taken.has(slotKey(next % columns, Math.floor(next / columns)))) next += 1
    const slot = slotAt(next, columns)
    notes.push(place(item, key, null, left + zoneSize.pad + slot.x, top + slot.y))
    next += 1
  }
  const right = Math.max(left + zoneSize.pad + inner, ...notes.map((note) => note.x + note.w))
  const bottom = Math.max(top + stepY, ...notes.map((note) => note.y + note.h))
  return { key, x: left, y: 0, w: right - left + zoneSize.pad, h: bottom + zoneSize.foot, notes, clusters: boxes }
}

const place = (item: Item, zone: string, cluster: ItemId | null, x: number, y: number): PlacedNote => ({
  item,
  zone,
  cluster,
  x,
  y,
  w: noteSize.w,
  h: noteSize.h,
})

const slotAt = (index: number, columns: number): { x: number; y: number } => ({
  x: (index % columns) * stepX,
  y: Math.floor(index / columns) * stepY,
})
const slotKey = (column: number, row: number): string => `${column}:${row}`

/** Every slot a note at this place touches. */
function slotsUnder(x: number, y: number): readonly string[] {
  const found: string[] = []
  const columns = [Math.floor((x - noteSize.w + 1) / stepX) + 1, Math.floor((x + noteSize.w - 1) / stepX)]
  const rows = [Math.floor((y - noteSize.h + 1) / stepY) + 1, Math.floor((y + noteSize.h - 1) / stepY)]
  for (let column = columns[0] ?? 0; column <= (columns[1] ?? 0); column += 1)
    for (let row = rows[0] ?? 0; row <= (rows[1] ?? 0); row += 1) found.push(slotKey(column, row))
  return found
}

function push<K>(map: Map<K, Item[]>, key: K, item: Item): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}

export const allNotes = (layout: BoardLayout): readonly PlacedNote[] => layout.zones.flatMap((zone) => zone.notes)

export const touches = (a: Rect, b: Rect): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The nearest note in a direction: straight on counts more than aside. */
export function noteTowards(notes: readonly PlacedNote[], from: ItemId, direction: Direction): ItemId | null {
  const start = notes.find((note) => note.item.id === from)
  if (start === undefined) return notes[0]?.item.id ?? null
  const across = direction === 'left' || direction === 'right'
  const sign = direction === 'left' || direction === 'up' ? -1 : 1
  let best: ItemId | null = null
  let least = Number.POSITIVE_INFINITY
  for (const note of notes) {
    const dx = note.x - start.x
    const dy = note.y - start.y
    const ahead = (across ? dx : dy) * sign
    if (note === start || ahead <= 1) continue
    const cost = ahead + 3 * Math.abs(across ? dy : dx)
    if (cost < least) {
      least = cost
      best = note.item.id
    }
  }
  return best
}

export type Drop = { readonly zone: string; readonly cluster: ItemId | null; readonly x: number; readonly y: number }

/** What a note dropped with its left top corner here becomes: which zone, which cluster, where in the zone. */
export function dropAt(layout: BoardLayout, x: number, y: number): Drop | null {
  const centre = { x: x + noteSize.w / 2, y: y + noteSize.h / 2 }
  const nearest = [...layout.zones].sort((a, b) => apart(a, centre.x) - apart(b, centre.x))[0]
  if (nearest === undefined) return null
  const cluster = nearest.clusters.find((box) => inside(box, centre))
  const snap = (value: number): number => Math.max(0, Math.round(value / 4) * 4)
  return {
    zone: nearest.key,
    cluster: cluster?.item.id ?? null,
    x: snap(x - nearest.x - zoneSize.pad),
    y: snap(y - zoneSize.head),
  }
}

const apart = (zone: Rect, x: number): number => (x < zone.x ? zone.x - x : x > zone.x + zone.w ? x - zone.x - zone.w : 0)
const inside = (rect: Rect, at: { readonly x: number; readonly y: number }): boolean =>
  at.x >= rect.x && at.x <= rect.x + rect.w && at.y >= rect.y && at.y <= rect.y + rect.h
