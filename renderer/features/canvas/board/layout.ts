/**
 * Where everything on a board lies: zones side by side in one or several rows, clusters on top of each zone, notes in free slots below.
 * Pure and stable.
 */
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'

/** Sizes of design.md 6 in board pixels at 100 %. */
export const noteSize = { w: 138, h: 108, gap: 8 } as const
export const zoneSize = { head: 38, pad: 10, gap: 12, foot: 48 } as const
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

type Cluster = { readonly item: Item; readonly members: readonly Item[] }
type Content = { readonly key: string; readonly clusters: readonly Cluster[]; readonly free: readonly Item[]; readonly count: number }

/**
 * @param zones keys in the order of the definition; an item that names another zone lies in the first
 * @param items in their order
 * @param perRow zones side by side before the next row of zones begins; all of them by default
 */
export function layoutBoard(zones: readonly string[], items: readonly Item[], perRow = Number.POSITIVE_INFINITY): BoardLayout {
  const contents = sortIntoZones(zones, items)
  const across = Math.max(1, Math.min(zones.length, perRow))
  // Zones that stand below each other are equally wide, so that four of them make a cross and not a staircase.
  const columns = Array.from({ length: across }, (_, column) =>
    Math.max(0, ...contents.filter((_, at) => at % across === column).map(({ count }) => columnsFor(count))),
  )
  const placed: PlacedZone[] = []
  let top = 0
  for (let start = 0; start < contents.length; start += across) {
    let left = 0
    const row = contents.slice(start, start + across).map((content, column) => layoutZone(content, columns[column] ?? 2, top))
    const height = Math.max(0, ...row.map((zone) => zone.h))
    for (const zone of row) {
      placed.push(moved({ ...zone, h: height }, left))
      left += zone.w + zoneSize.gap
    }
    top += height + zoneSize.gap
  }
  const even = evenWidths(placed, across)
  return {
    zones: even,
    width: Math.max(0, ...even.map((zone) => zone.x + zone.w)),
    height: Math.max(0, ...even.map((zone) => zone.y + zone.h)),
  }
}

function sortIntoZones(zones: readonly string[], items: readonly Item[]): readonly Content[] {
  const known = new Set(zones)
  const zoneOf = (item: Item): string => (item.zone !== null && known.has(item.zone) ? item.zone : (zones[0] ?? ''))
  const clusters = new Map<ItemId, { item: Item; members: Item[] }>()
  for (const item of items) if (item.role === 'cluster') clusters.set(item.id, { item, members: [] })
  const free = new Map<string, Item[]>(zones.map((key) => [key, []]))
  for (const item of items) {
    if (item.role === 'cluster') continue
    const cluster = item.cluster === null ? undefined : clusters.get(item.cluster)
    if (cluster === undefined) free.get(zoneOf(item))?.push(item)
    else cluster.members.push(item)
  }
  return zones.map((key) => {
    const own = [...clusters.values()].filter(({ item }) => zoneOf(item) === key)
    const alone = free.get(key) ?? []
    return { key, clusters: own, free: alone, count: own.reduce((sum, { members }) => sum + members.length, alone.length) }
  })
}

/** Every zone of a column as wide as the widest of it; what stands further right moves along. */
function evenWidths(zones: readonly PlacedZone[], across: number): readonly PlacedZone[] {
  if (zones.length <= across) return zones
  const widths = Array.from({ length: across }, (_, column) =>
    Math.max(0, ...zones.filter((_, at) => at % across === column).map((zone) => zone.w)),
  )
  return zones.map((zone, at) => {
    const left = widths.slice(0, at % across).reduce((sum, width) => sum + width + zoneSize.gap, 0)
    return { ...moved(zone, left - zone.x), w: widths[at % across] ?? zone.w }
  })
}

function moved(zone: PlacedZone, dx: number): PlacedZone {
  if (dx === 0) return zone
  const along = <R extends Rect>(rect: R): R => ({ ...rect, x: rect.x + dx })
  return { ...zone, x: zone.x + dx, notes: zone.notes.map(along), clusters: zone.clusters.map(along) }
}

/** A zone whose left top corner is at (0, `up`). */
function layoutZone({ key, clusters, free }: Content, columns: number, up: number): PlacedZone {
  const inner = columns * stepX - noteSize.gap
  const notes: PlacedNote[] = []
  const boxes: PlacedCluster[] = []
  let y = up + zoneSize.head
  for (const { item: cluster, members } of clusters) {
    const rows = Math.max(1, Math.ceil(members.length / columns))
    const h = clusterSize.head + rows * stepY
    boxes.push({
      item: cluster,
      zone: key,
      members: members.length,
      votes: members.reduce((sum, item) => sum + item.votes, 0),
      x: zoneSize.pad - clusterSize.inset,
      y,
      w: inner + 2 * clusterSize.inset,
      h,
    })
    for (const [at, item] of members.entries()) {
      const slot = slotAt(at, columns)
      notes.push(place(item, key, cluster.id, zoneSize.pad + slot.x, y + clusterSize.head + slot.y))
    }
    y += h + clusterSize.gap
  }
  const top = y
  const least = top - up - zoneSize.head
  const taken = new Set<string>()
  for (const item of free) {
    if (item.x === null || item.y === null) continue
    // A note somebody put where a cluster has grown since is shown below the clusters, not under them.
    const at = { x: Math.max(0, item.x), y: Math.max(least, item.y) }
    notes.push(place(item, key, null, zoneSize.pad + at.x, up + zoneSize.head + at.y))
    for (const slot of slotsUnder(at.x, at.y - least)) taken.add(slot)
  }
  let next = 0
  for (const item of free) {
    if (item.x !== null && item.y !== null) continue
    while (taken.has(slotKey(next % columns, Math.floor(next / columns)))) next += 1
    const slot = slotAt(next, columns)
    notes.push(place(item, key, null, zoneSize.pad + slot.x, top + slot.y))
    next += 1
  }
  let right = zoneSize.pad + inner
  let bottom = top + stepY
  for (const note of notes) {
    right = Math.max(right, note.x + note.w)
    bottom = Math.max(bottom, note.y + note.h)
  }
  return { key, x: 0, y: up, w: right + zoneSize.pad, h: bottom - up + zoneSize.foot, notes, clusters: boxes }
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

export const allNotes = (layout: BoardLayout): readonly PlacedNote[] => layout.zones.flatMap((zone) => zone.notes)

export const touches = (a: Rect, b: Rect): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The nearest note in a direction: straight on counts more than aside. */
export function noteTowards(
  notes: readonly (Rect & { readonly item: { readonly id: ItemId } })[],
  from: ItemId,
  direction: Direction,
): ItemId | null {
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

/**
 * What a note dropped with its left top corner here becomes: which zone, which cluster, where in the zone. Outside of all zones the
 * nearest one takes it.
 */
export function dropAt(layout: BoardLayout, x: number, y: number): Drop | null {
  const centre = { x: x + noteSize.w / 2, y: y + noteSize.h / 2 }
  const nearest = zoneAt(layout, centre.x, centre.y)
  if (nearest === null) return null
  const cluster = nearest.clusters.find((box) => inside(box, centre))
  return { zone: nearest.key, cluster: cluster?.item.id ?? null, ...placeIn(nearest, x, y) }
}

/** The place within a zone as it is stored. */
export const placeIn = (zone: Rect, x: number, y: number): { readonly x: number; readonly y: number } => ({
  x: Math.max(0, Math.round(x - zone.x - zoneSize.pad)),
  y: Math.max(0, Math.round(y - zone.y - zoneSize.head)),
})

/** The zone a point lies in, else the nearest one. */
export function zoneAt(layout: BoardLayout, x: number, y: number): PlacedZone | null {
  let best: PlacedZone | null = null
  let least = Number.POSITIVE_INFINITY
  for (const zone of layout.zones) {
    const far = Math.hypot(outside(zone.x, zone.w, x), outside(zone.y, zone.h, y))
    if (far < least) {
      least = far
      best = zone
    }
  }
  return best
}

const outside = (from: number, size: number, at: number): number => (at < from ? from - at : at > from + size ? at - from - size : 0)
export const inside = (rect: Rect, at: { readonly x: number; readonly y: number }): boolean =>
  at.x >= rect.x && at.x <= rect.x + rect.w && at.y >= rect.y && at.y <= rect.y + rect.h

/** The rectangle around all of them; null for none. */
export function around(rects: readonly Rect[]): Rect | null {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const rect of rects) {
    left = Math.min(left, rect.x)
    top = Math.min(top, rect.y)
    right = Math.max(right, rect.x + rect.w)
    bottom = Math.max(bottom, rect.y + rect.h)
  }
  return rects.length === 0 ? null : { x: left, y: top, w: right - left, h: bottom - top }
}
