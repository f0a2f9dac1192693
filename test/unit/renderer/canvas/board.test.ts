import { describe, expect, it } from 'vitest'
import { setVotes } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import {
  addNotes,
  clusterNotes,
  dropNotes,
  duplicate,
  moveToZone,
  openCluster,
  setCluster,
  shiftNote,
} from '../../../../renderer/features/canvas/board/edits.ts'
import { allNotes, dropAt, layoutBoard, noteTowards, touches, zoneSize } from '../../../../renderer/features/canvas/board/layout.ts'
import { vote } from '../../../../renderer/features/canvas/board/votes.ts'
import { linesOf, removeForNow } from '../../../../renderer/features/canvas/desk.ts'
import { makeDesk } from './desk.ts'

const zones = ['baru', 'tiru', 'kembang'] as const

function boardWith(count: number, zone = 'baru') {
  const desk = makeDesk(byPerson)
  const ids = addNotes(
    desk,
    Array.from({ length: count }, (_, at) => ({ zone, text: `Kartu ${at + 1}`, color: 'kunyit' as const })),
  )
  return { desk, ids, first: ids[0] as ItemId } // every test below adds at least one
}

function overlaps(notes: ReturnType<typeof allNotes>): number {
  let found = 0
  for (const [at, one] of notes.entries()) for (const other of notes.slice(at + 1)) if (touches(one, other)) found += 1
  return found
}

describe('where notes lie on a board', () => {
  it('gives every note a slot of its own inside its zone', () => {
    const { desk } = boardWith(40)
    const layout = layoutBoard(zones, desk.items())
    const notes = allNotes(layout)
    expect(notes).toHaveLength(40)
    expect(overlaps(notes)).toBe(0)
    const zone = layout.zones[0]
    for (const note of notes) {
      expect(note.x).toBeGreaterThanOrEqual(zone?.x ?? 0)
      expect(note.x + note.w).toBeLessThanOrEqual((zone?.x ?? 0) + (zone?.w ?? 0))
      expect(note.y + note.h).toBeLessThanOrEqual(zone?.h ?? 0)
    }
  })

  it('lets notes flow around one that somebody put in a place', () => {
    const { desk, first } = boardWith(12)
    dropNotes(desk, [{ id: first, zone: 'baru', cluster: null, x: 130, y: 60 }])
    expect(overlaps(allNotes(layoutBoard(zones, desk.items())))).toBe(0)
  })

  it('keeps a placed note out from under a cluster that has grown over its place', () => {
    const { desk, ids, first } = boardWith(6)
    dropNotes(desk, [{ id: first, zone: 'baru', cluster: null, x: 0, y: 0 }])
    clusterNotes(desk, desk.items(), ids.slice(1), 'Antrean')
    const layout = layoutBoard(zones, desk.items())
    const placed = allNotes(layout).find((note) => note.item.id === first)
    const box = layout.zones[0]?.clusters[0]
    expect(placed && box && touches(placed, box)).toBe(false)
  })

  it('shows a note of an unknown zone in the first one instead of losing it', () => {
    const { desk } = boardWith(1, 'zona-lama')
    expect(layoutBoard(zones, desk.items()).zones[0]?.notes).toHaveLength(1)
  })

  it('lays out 3,000 notes and gives each a place of its own', () => {
    const { desk, first } = boardWith(1)
    const one = desk.items().find((item) => item.id === first)
    const items = Array.from({ length: 3000 }, (_, at) => ({ ...(one as Item), id: `n${at}` as ItemId, zone: zones[at % 3] ?? null })) // the one just added
    const seen = new Set(allNotes(layoutBoard(zones, items)).map((note) => `${note.x}/${note.y}`))
    expect(seen.size).toBe(3000)
  })

  it('drops where the middle of the note is: zone by side, cluster by frame', () => {
    const { desk, ids } = boardWith(3)
    const cluster = clusterNotes(desk, desk.items(), ids, 'Satu')
    const layout = layoutBoard(zones, desk.items())
    const box = layout.zones[0]?.clusters[0]
    expect(dropAt(layout, (box?.x ?? 0) + 10, (box?.y ?? 0) + 10)).toMatchObject({ zone: 'baru', cluster })
    const last = layout.zones[2]
    expect(dropAt(layout, (last?.x ?? 0) + 5, 400)).toMatchObject({ zone: 'kembang', cluster: null })
    expect(dropAt(layout, 99_999, 0)?.zone).toBe('kembang')
  })

  it('moves the choice to the nearest note in a direction, also into the next zone', () => {
    const desk = makeDesk(byPerson)
    const made = addNotes(desk, [
      { zone: 'baru', text: 'a', color: 'kunyit' },
      { zone: 'baru', text: 'b', color: 'kunyit' },
      { zone: 'tiru', text: 'c', color: 'langit' },
    ])
    const notes = allNotes(layoutBoard(zones, desk.items()))
    const step = (from: ItemId | undefined, way: 'left' | 'right') => desk.text(noteTowards(notes, from as ItemId, way) as ItemId) // both are there
    expect(step(made[0], 'right')).toBe('b')
    expect(step(made[1], 'right')).toBe('c')
    expect(step(made[2], 'left')).toBe('b')
    expect(noteTowards(notes, made[0] as ItemId, 'up')).toBeNull() // added above
  })
})

describe('what is done to notes', () => {
  it('adds pasted lines as one card each, without their list marks, as one undo step', () => {
    const desk = makeDesk(byPerson)
    const lines = linesOf('1. Antrean daring\n\n- Loket keliling\r\n   Kader  ')
    addNotes(
      desk,
      lines.map((text) => ({ zone: 'baru', text, color: 'kunyit' })),
    )
    expect(desk.items().map((item) => item.text)).toEqual(['Antrean daring', 'Loket keliling', 'Kader'])
    expect(desk.items()[0]?.author).toBe('Rina')
    desk.undo.undo()
    expect(desk.items()).toHaveLength(0)
  })

  it('gathers notes in a cluster and drops a cluster nobody is left in', () => {
    const { desk, ids } = boardWith(4)
    const one = clusterNotes(desk, desk.items(), ids.slice(0, 2), 'Satu')
    expect(desk.items().filter((item) => item.cluster === one)).toHaveLength(2)
    clusterNotes(desk, desk.items(), ids, 'Semua')
    expect(
      desk
        .items()
        .filter((item) => item.role === 'cluster')
        .map((item) => item.text),
    ).toEqual(['Semua'])
    setCluster(desk, desk.items(), ids, null)
    expect(desk.items().filter((item) => item.role === 'cluster')).toHaveLength(0)
    expect(desk.items()).toHaveLength(4)
  })

  it('takes the frame of a cluster away and leaves its notes', () => {
    const { desk, ids } = boardWith(2)
    const cluster = clusterNotes(desk, desk.items(), ids, 'Satu')
    openCluster(desk, desk.items(), cluster as ItemId) // made from two notes
    expect(desk.items().map((item) => item.cluster)).toEqual([null, null])
  })

  it('moves a cluster to another zone with its notes', () => {
    const { desk, ids } = boardWith(2)
    const cluster = clusterNotes(desk, desk.items(), ids, 'Satu') as ItemId // made from two notes
    moveToZone(desk, desk.items(), [cluster], 'tiru')
    expect(desk.items().map((item) => [item.zone, item.role === 'cluster' || item.cluster === cluster])).toEqual([
      ['tiru', true],
      ['tiru', true],
      ['tiru', true],
    ])
  })

  it('gives no more votes than the quota and takes back only own ones', () => {
    const { desk, first } = boardWith(1)
    setVotes(desk.doc, desk.canvas, first, 'Budi', 3, byPerson)
    expect([vote(desk, first, 2, 1), vote(desk, first, 2, 1), vote(desk, first, 2, 1)]).toEqual([true, true, false])
    expect(desk.items()[0]?.votes).toBe(5)
    expect([vote(desk, first, 2, -1), vote(desk, first, 2, -1), vote(desk, first, 2, -1)]).toEqual([true, true, false])
    expect(desk.items()[0]?.votes).toBe(3)
  })

  it('puts deleted notes back with the votes of everybody and their cluster', () => {
    const { desk, ids, first } = boardWith(2)
    const cluster = clusterNotes(desk, desk.items(), ids, 'Satu') as ItemId // made from two notes
    setVotes(desk.doc, desk.canvas, first, 'Budi', 2, byPerson)
    const before = desk.items()
    const restore = removeForNow(desk, [first, cluster])
    expect(desk.items()).toHaveLength(1)
    restore()
    expect(desk.items()).toEqual(before)
    restore()
    expect(desk.items()).toEqual(before)
  })

  it('copies a note right after its original and leaves the votes behind', () => {
    const { desk, first } = boardWith(3)
    vote(desk, first, 5, 1)
    duplicate(desk, desk.items(), [first])
    expect(desk.items().map((item) => [item.text, item.votes])).toEqual([
      ['Kartu 1', 1],
      ['Kartu 1', 0],
      ['Kartu 2', 0],
      ['Kartu 3', 0],
    ])
  })

  it('moves a note one place on and stops at the ends', () => {
    const { desk, first } = boardWith(3)
    expect(shiftNote(desk, desk.items(), first, -1)).toBe(false)
    expect(shiftNote(desk, desk.items(), first, 1)).toBe(true)
    expect(desk.items().map((item) => item.text)).toEqual(['Kartu 2', 'Kartu 1', 'Kartu 3'])
    expect(layoutBoard(zones, desk.items()).zones[0]?.notes[0]?.y).toBe(zoneSize.head)
  })
})
