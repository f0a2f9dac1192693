import { describe, expect, it } from 'vitest'
import type { InnovationId, LabId, LinkId } from '#shared/model/ids.ts'
import type { TrailEnd, TrailLink } from '#shared/model/lab.ts'
import { chainOf, endKey, linkedEnds, stepsFrom } from '#shared/rules/trail.ts'
import { back, leave, walkKey, walkStore } from '../../../../renderer/trail/walk.ts'

const end = (key: string, of = 'papan'): TrailEnd => ({ place: 'item', of, key, quote: key })
const link = (from: string, to: string, at = ''): TrailLink => ({
  id: `${from}-${to}-${at}` as LinkId,
  from: end(from),
  to: end(to),
  by: 'Rina',
  at,
}) // made up for the test
const stroke = { altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, code: 'Comma' }

describe('one step along the trail', () => {
  const trail = [link('a', 'c'), link('b', 'c'), link('c', 'd'), link('a', 'c', 'again'), link('c', 'c')]

  it('names each nearest source and result once, the latest first, and never the thing itself', () => {
    expect(stepsFrom(trail, end('c'), 'source').map(({ from }) => from.key)).toEqual(['b', 'a'])
    expect(stepsFrom(trail, end('c'), 'source')[1]?.id).toBe('a-c-again')
    expect(stepsFrom(trail, end('c'), 'result').map(({ to }) => to.key)).toEqual(['d'])
    expect(stepsFrom(trail, end('z'), 'source')).toEqual([])
  })
})

describe('a long trail', () => {
  it('goes round a circle of 3,000 links once, and comes to each end once', () => {
    const trail = Array.from({ length: 3000 }, (_, at) => link(`n${at}`, `n${(at + 1) % 3000}`))
    const { before, after } = chainOf(trail, end('n0'))
    expect([before.length, after.length]).toEqual([2999, 2999])
    expect(after[0]?.end.key).toBe('n1')
    expect(before.at(-1)?.end.key).toBe('n2999')
    expect(linkedEnds(trail).size).toBe(3000)
  })
})

describe('the way back', () => {
  const lab = 'lab' as LabId // made up for the test
  const one = 'satu' as InnovationId // made up for the test
  const other = 'dua' as InnovationId // made up for the test

  it('leads through the stops of this innovation, the last one first', () => {
    walkStore.setState({ path: [] })
    leave({ lab, innovation: one, end: end('a') })
    leave({ lab, innovation: one, end: end('b') })
    expect(back(other)).toBeNull()
    expect([back(one)?.end.key, back(one)?.end.key, back(one)]).toEqual(['b', 'a', null])
  })

  it('forgets the beginning of a very long walk', () => {
    walkStore.setState({ path: [] })
    for (let at = 0; at < 100; at += 1) leave({ lab, innovation: one, end: end(`n${at}`) })
    expect(walkStore.getState().path.length).toBeLessThanOrEqual(40)
    expect(back(one)?.end.key).toBe('n99')
  })

  it('has keys by their place on the keyboard, with Alt and nothing else', () => {
    expect(walkKey(stroke)).toBe('source')
    expect(walkKey({ ...stroke, code: 'Period' })).toBe('result')
    expect(walkKey({ ...stroke, code: 'KeyK' })).toBe('back')
    expect(walkKey({ ...stroke, code: 'KeyJ' })).toBe('become')
    expect(walkKey({ ...stroke, altKey: false })).toBeNull()
    expect(walkKey({ ...stroke, ctrlKey: true })).toBeNull()
  })
})

it('keeps ends of different places apart', () => {
  expect(endKey({ place: 'item', of: 'a', key: 'b' })).not.toBe(endKey({ place: 'field', of: 'a', key: 'b' }))
})
