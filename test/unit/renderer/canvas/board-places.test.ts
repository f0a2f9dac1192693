import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemId } from '#shared/model/ids.ts'
import { itemId, makeItem, makeItems } from '#test/makers/innovation.ts'
import { arrange, arrangements } from '../../../../renderer/features/canvas/board/arrange.ts'
import { caught } from '../../../../renderer/features/canvas/board/lasso.ts'
import { allNotes, dropAt, layoutBoard, noteSize, type Rect, touches, zoneAt } from '../../../../renderer/features/canvas/board/layout.ts'
import { snapTo } from '../../../../renderer/features/canvas/board/snap.ts'
import { isClick } from '../../../../renderer/features/canvas/board/wheel.ts'

const four = ['s', 'w', 'o', 't']
const ids = (...list: readonly string[]): ReadonlySet<ItemId> => new Set(list.map(itemId))

describe('zones in several rows', () => {
  it('makes a cross of four zones, however differently they are filled', () => {
    const items = makeItems(Array.from({ length: 30 }, (_, at) => ({ zone: at < 25 ? 's' : 't' })))
    const { zones, width, height } = layoutBoard(four, items, 2)
    const [s, w, o, t] = zones
    expect([s?.x, s?.y, w?.y, o?.x]).toEqual([0, 0, 0, 0])
    expect(w?.x).toBe(t?.x)
    expect(s?.w).toBe(o?.w)
    expect(o?.y).toBe(t?.y)
    expect(o?.y).toBeGreaterThan(s?.h ?? 0)
    expect(width).toBe((t?.x ?? 0) + (t?.w ?? 0))
    expect(height).toBe((t?.y ?? 0) + (t?.h ?? 0))
  })

  it('keeps every note inside its zone and zones apart, whatever the number per row', () => {
    const places = fc.option(fc.integer({ min: 0, max: 900 }), { nil: null })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.record({ zone: fc.constantFrom(...four), x: places, y: places }), { maxLength: 40 }),
        (perRow, notes) => {
          const layout = layoutBoard(four, makeItems(notes), perRow)
          expect(allNotes(layout)).toHaveLength(notes.length)
          for (const zone of layout.zones) {
            for (const note of zone.notes) {
              expect(note.x).toBeGreaterThanOrEqual(zone.x)
              expect(note.x + note.w).toBeLessThanOrEqual(zone.x + zone.w)
              expect(note.y).toBeGreaterThanOrEqual(zone.y)
              expect(note.y + note.h).toBeLessThanOrEqual(zone.y + zone.h)
            }
            for (const other of layout.zones) if (other !== zone) expect(touches(zone, other)).toBe(false)
          }
        },
      ),
    )
  })

  it('drops into the zone below, at the very place, and finds the note there again', () => {
    const layout = layoutBoard(four, makeItems([{ zone: 's' }]), 2)
    const below = layout.zones[2]
    const drop = dropAt(layout, (below?.x ?? 0) + 31, (below?.y ?? 0) + 77)
    expect(drop?.zone).toBe('o')
    const again = allNotes(layoutBoard(four, [makeItem({ zone: drop?.zone ?? null, x: drop?.x ?? null, y: drop?.y ?? null })], 2))
    expect([again[0]?.x, again[0]?.y]).toEqual([(below?.x ?? 0) + 31, (below?.y ?? 0) + 77])
    expect(zoneAt(layout, -500, 99_999)?.key).toBe('o')
  })
})

describe('lining up', () => {
  const items = makeItems([
    { zone: 's', x: 10, y: 0 },
    { zone: 's', x: 330, y: 90 },
    { zone: 's', x: 150, y: 400 },
    { zone: 's', cluster: 'k1' },
    { zone: 't', x: 50, y: 50 },
    { id: 'k1', role: 'cluster', zone: 't' },
  ])
  const layout = layoutBoard(four, items)

  it('aligns, leaves notes of clusters and lone notes of other zones alone', () => {
    const all = ids('i1', 'i2', 'i3', 'i4', 'i5')
    expect(arrange(layout, all, 'left').map((spot) => [spot.id, spot.x])).toEqual([
      ['i1', 10],
      ['i2', 10],
      ['i3', 10],
    ])
    expect(arrange(layout, all, 'bottom').map((spot) => spot.y)).toEqual([400, 400, 400])
    expect(arrange(layout, ids('i1'), 'left')).toEqual([])
  })

  it('spreads with equal gaps between the first and the last', () => {
    const spots = new Map(arrange(layout, ids('i1', 'i2', 'i3'), 'across').map((spot) => [spot.id, spot.x]))
    expect([spots.get(itemId('i1')), spots.get(itemId('i3')), spots.get(itemId('i2'))]).toEqual([10, 170, 330])
  })

  it('tidies without one note over another and spreads so too', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 800 }) })
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 25 }), (places) => {
        const notes = makeItems(places.map((one) => ({ ...one, zone: 's' })))
        const spots = arrange(layoutBoard(['s'], notes), new Set(notes.map((note) => note.id)), 'tidy')
        expect(spots).toHaveLength(notes.length)
        const rects = spots.map(({ x, y }) => ({ x, y, w: noteSize.w, h: noteSize.h }))
        for (const [at, a] of rects.entries()) for (const b of rects.slice(at + 1)) expect(touches(a, b)).toBe(false)
      }),
    )
  })

  it('gives whole places inside the zone for every way', () => {
    for (const how of arrangements)
      for (const { x, y } of arrange(layout, ids('i1', 'i2', 'i3'), how)) {
        expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true)
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      }
  })
})

describe('sticking to neighbours', () => {
  const box = (x: number, y: number): Rect => ({ x, y, w: noteSize.w, h: noteSize.h })

  it('catches an edge within reach, shows to what, and lets go beyond it', () => {
    const near = snapTo(box(104, 200), [box(100, 0)], 6)
    expect([near.dx, near.dy]).toEqual([-4, 0])
    expect(near.guides).toEqual([{ across: false, at: 100, from: 0, to: 200 + noteSize.h }])
    expect(snapTo(box(107, 200), [box(100, 0)], 6)).toEqual({ dx: 0, dy: 0, guides: [] })
  })

  it('stops beside a neighbour with the usual gap, level with it', () => {
    expect(snapTo(box(noteSize.w + 11, 3), [box(0, 0)], 6)).toMatchObject({ dx: noteSize.gap - 11, dy: -3 })
  })

  it('never moves further than its reach and does not look at what is far away', () => {
    const places = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })
    fc.assert(
      fc.property(fc.array(places, { maxLength: 12 }), fc.integer({ min: 1, max: 20 }), (others, reach) => {
        const { dx, dy } = snapTo(
          box(0, 0),
          others.map(({ x, y }) => box(x, y)),
          reach,
        )
        expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(reach)
      }),
    )
    expect(snapTo(box(0, 0), [box(1, 5000)], 6).guides).toEqual([])
  })
})

describe('the lasso', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 300, y: 0 },
    { x: 300, y: 100 },
    { x: 120, y: 100 },
    { x: 120, y: 300 },
    { x: 0, y: 300 },
  ]
  it('catches what it goes around, also around a corner, and nothing in the notch', () => {
    const at = (x: number, y: number): Rect => ({ x: x - 10, y: y - 10, w: 20, h: 20 })
    expect([at(60, 250), at(250, 50), at(250, 250), at(500, 50)].map((rect) => caught(line, rect))).toEqual([true, true, false, false])
    expect(caught(line.slice(0, 1), at(0, 0))).toBe(false)
  })
})

it('tells the clicks of a wheel from two fingers on a touchpad', () => {
  const turn = (deltaX: number, deltaY: number, wheelDeltaY: number, deltaMode = 0) => isClick({ deltaX, deltaY, deltaMode, wheelDeltaY })
  expect([turn(0, 100, -120), turn(0, -300, 360), turn(0, 3, 0, 1)]).toEqual([true, true, true])
  expect([turn(0, 4, -5), turn(3, 100, -120), turn(0, 0, 0)]).toEqual([false, false, false])
})
