/** Everything that can be done to a board, by picture or by outline. Each function is one undoable change. */
import { addItem, changeItem, itemsMap, placeItem } from '#shared/doc/canvas.ts'
import { keyBetween } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item, Value } from '#shared/model/lab.ts'
import type { NoteColor } from '#shared/model/pack.ts'
import { asOne, type Desk, neighbours } from '../desk.ts'
import type { Drop } from './layout.ts'

export type NewNote = {
  readonly zone: string
  readonly text: string
  readonly color: NoteColor
  readonly x?: number
  readonly y?: number
  /** Who wrote it, when that is not the person who sits here. */
  readonly author?: string
  readonly table?: string
  readonly picture?: string
  readonly values?: Readonly<Record<string, Value>>
}

/** Adds notes in this order, signed with the name of who sits here unless they bring a name along. */
export function addNotes(desk: Desk, notes: readonly NewNote[]): readonly ItemId[] {
  const ids = notes.map(() => desk.newId())
  asOne(desk, () => {
    let order = lastOrder(desk)
    for (const [at, note] of notes.entries()) {
      const id = ids[at]
      if (id === undefined) continue
      order = keyBetween(order, null)
      addItem(desk.doc, desk.canvas, id, { author: desk.me, ...note, order }, byPerson)
    }
  })
  return ids
}

/** The highest key there is. Reading all items for it would cost a full board a breath at every new note. */
function lastOrder(desk: Desk): string | null {
  let last: string | null = null
  for (const item of itemsMap(desk.doc, desk.canvas).values()) {
    const order = item.get('order')
    if (typeof order === 'string' && (last === null || order > last)) last = order
  }
  return last
}

export const writeNote = (desk: Desk, id: ItemId, text: string): void => changeItem(desk.doc, desk.canvas, id, { text }, byPerson)

/** A note takes a free slot of its new zone and leaves its cluster; a cluster takes its notes along. */
export function moveToZone(desk: Desk, items: readonly Item[], ids: readonly ItemId[], zone: string): void {
  const wanted = new Set(ids)
  const clusters = new Set(items.filter((item) => item.role === 'cluster' && wanted.has(item.id)).map((item) => item.id))
  asOne(desk, () => {
    for (const item of items) {
      const along = item.cluster !== null && clusters.has(item.cluster)
      if (!wanted.has(item.id) && !along) continue
      changeItem(desk.doc, desk.canvas, item.id, { zone, x: null, y: null, ...(along ? {} : { cluster: null }) }, byPerson)
    }
  })
}

/** Puts notes where they were dropped. In a cluster they queue up, so they have no place of their own there. */
export function dropNotes(desk: Desk, drops: readonly (Drop & { readonly id: ItemId })[]): void {
  asOne(desk, () => {
    const left = clustersOf(
      desk,
      drops.map(({ id }) => id),
    )
    for (const { id, zone, cluster, x, y } of drops) {
      const spot = cluster === null ? { x, y } : { x: null, y: null }
      changeItem(desk.doc, desk.canvas, id, { zone, cluster, ...spot }, byPerson)
    }
    dropEmptyClusters(desk, left)
  })
}

/** Moves a note one place forward or back among its neighbours; what had a fixed place flows again. */
export function shiftNote(desk: Desk, items: readonly Item[], id: ItemId, steps: -1 | 1): boolean {
  const item = items.find((one) => one.id === id)
  if (item === undefined) return false
  const row = items.filter(
    (one) => one.zone === item.zone && one.cluster === item.cluster && (one.role === 'cluster') === (item.role === 'cluster'),
  )
  const between = neighbours(row, id, steps)
  if (between === null) return false
  asOne(desk, () => {
    placeItem(desk.doc, desk.canvas, id, between.before, between.after, byPerson)
    changeItem(desk.doc, desk.canvas, id, { x: null, y: null }, byPerson)
  })
  return true
}

export function colourNotes(desk: Desk, ids: readonly ItemId[], color: NoteColor): void {
  asOne(desk, () => {
    for (const id of ids) changeItem(desk.doc, desk.canvas, id, { color }, byPerson)
  })
}

/** Gathers notes in a new cluster in the zone of the first of them; gives its id, or null when there is nothing to gather. */
export function clusterNotes(desk: Desk, items: readonly Item[], ids: readonly ItemId[], name: string): ItemId | null {
  const notes = items.filter((item) => ids.includes(item.id) && item.role !== 'cluster')
  const first = notes[0]
  if (first === undefined) return null
  const cluster = desk.newId()
  asOne(desk, () => {
    addItem(desk.doc, desk.canvas, cluster, { role: 'cluster', zone: first.zone, text: name, author: desk.me }, byPerson)
    const left = clustersOf(
      desk,
      notes.map(({ id }) => id),
    )
    for (const note of notes) changeItem(desk.doc, desk.canvas, note.id, { cluster, zone: first.zone, x: null, y: null }, byPerson)
    dropEmptyClusters(desk, left)
  })
  return cluster
}

/** Puts notes into a cluster, or with null takes them out of theirs. A cluster nobody is left in goes away. */
export function setCluster(desk: Desk, items: readonly Item[], ids: readonly ItemId[], cluster: ItemId | null): void {
  const target = items.find((item) => item.id === cluster)
  asOne(desk, () => {
    const left = clustersOf(desk, ids)
    for (const id of ids)
      changeItem(desk.doc, desk.canvas, id, { cluster, x: null, y: null, ...(target === undefined ? {} : { zone: target.zone }) }, byPerson)
    dropEmptyClusters(desk, left)
  })
}

/** The clusters these notes are in. */
function clustersOf(desk: Desk, ids: readonly ItemId[]): ReadonlySet<unknown> {
  const map = itemsMap(desk.doc, desk.canvas)
  return new Set(ids.map((id) => map.get(id)?.get('cluster')))
}

/** Of the clusters that were just left, those that hold no note any more go away; an empty one of somebody else is his business. */
function dropEmptyClusters(desk: Desk, left: ReadonlySet<unknown>): void {
  const map = itemsMap(desk.doc, desk.canvas)
  const used = new Set<unknown>()
  for (const item of map.values()) used.add(item.get('cluster'))
  for (const id of left) if (typeof id === 'string' && !used.has(id)) map.delete(id)
}

/** Takes the frame away and leaves the notes. */
export function openCluster(desk: Desk, items: readonly Item[], cluster: ItemId): void {
  asOne(desk, () => {
    for (const item of items) if (item.cluster === cluster) changeItem(desk.doc, desk.canvas, item.id, { cluster: null }, byPerson)
    itemsMap(desk.doc, desk.canvas).delete(cluster)
  })
}

/** What a note carries besides its text: who wrote it, its link, picture and columns. */
export type NoteFacts = {
  readonly author?: string
  readonly table?: string
  readonly link?: string
  readonly picture?: string
  readonly values?: Readonly<Record<string, Value>>
}
export const setFacts = (desk: Desk, id: ItemId, facts: NoteFacts): void => changeItem(desk.doc, desk.canvas, id, facts, byPerson)

export type NotePlace = { readonly id: ItemId; readonly x: number | null; readonly y: number | null }

/** Puts notes at these places of their zones; null lets them flow again. */
export function putNotes(desk: Desk, spots: readonly NotePlace[]): void {
  asOne(desk, () => {
    for (const { id, x, y } of spots) changeItem(desk.doc, desk.canvas, id, { x, y }, byPerson)
  })
}

/** Copies without the votes; a copy stands right after its original and takes a free place. */
export function duplicate(desk: Desk, items: readonly Item[], ids: readonly ItemId[]): readonly ItemId[] {
  const wanted = new Set(ids)
  const made: ItemId[] = []
  asOne(desk, () => {
    for (const [at, item] of items.entries()) {
      if (!wanted.has(item.id) || item.role === 'cluster') continue
      const { id: _id, votes: _votes, scores: _scores, ...rest } = item
      const copy = desk.newId()
      const order = keyBetween(item.order, items[at + 1]?.order ?? null)
      addItem(desk.doc, desk.canvas, copy, { ...rest, order, x: null, y: null, author: desk.me || rest.author }, byPerson)
      made.push(copy)
    }
  })
  return made
}
