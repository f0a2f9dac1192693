import { describe, expect, it } from 'vitest'
import { makeItems } from '#test/makers/innovation.ts'
import { elbow, wellFitting } from '../../../../renderer/features/canvas/tree/fit.ts'

const text = 'Belum ada perjanjian kerja sama antara tempat lahir dan dinas yang mencatat'
const deep = makeItems([
  { role: 'core', text },
  { role: 'effect', parent: 'i1', text },
  { role: 'cause', parent: 'i1', text },
  { role: 'cause', parent: 'i3', text },
  { role: 'cause', parent: 'i4', text },
])
const broad = makeItems([{ role: 'core', text }, ...Array.from({ length: 7 }, () => ({ role: 'cause' as const, parent: 'i1', text }))])

describe('a tree that fits a window', () => {
  it('has wide boxes when it is deep and narrow ones when it is broad', () => {
    const width = (items: typeof deep): number => Math.min(...wellFitting(items, new Map()).boxes.map((box) => box.w))
    expect(width(deep)).toBeGreaterThan(width(broad))
  })

  it('piles the leaves of a tree that would be far too wide', () => {
    const causes = Array.from({ length: 10 }, (_, at) => ({ role: 'cause' as const, parent: 'i1', id: `c${at}` }))
    const leaves = Array.from({ length: 60 }, (_, at) => ({ role: 'cause' as const, parent: `c${at % 10}` }))
    const layout = wellFitting(makeItems([{ role: 'core', id: 'i1' }, ...causes, ...leaves]), new Map())
    expect(layout.stacked.size).toBe(10)
    expect(layout.width).toBeLessThan(2600)
  })

  it('rounds the corners of its lines and stays on short ones', () => {
    expect(
      elbow([
        [0, 0],
        [0, 20],
        [40, 20],
      ]),
    ).toBe('M0 0L0 12Q0 20 8 20L40 20')
    expect(
      elbow([
        [0, 0],
        [0, 4],
        [40, 4],
      ]),
    ).toBe('M0 0L0 2Q0 4 8 4L40 4')
    expect(
      elbow([
        [5, 0],
        [5, 30],
      ]),
    ).toBe('M5 0L5 30')
  })
})
