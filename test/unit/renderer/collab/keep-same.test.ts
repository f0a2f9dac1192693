import { expect, it } from 'vitest'
import { keepSame } from '../../../../renderer/collab/keep-same.ts'

it('gives back the very same object when nothing differs', () => {
  const before = { a: [1, { b: 'x' }], c: null }
  expect(keepSame(before, structuredClone(before))).toBe(before)
})

it('keeps the parts that are equal and takes the one that differs', () => {
  const before = { units: [{ id: 'a' }, { id: 'b' }], people: [{ id: 'p' }] }
  const next = keepSame(before, { units: [{ id: 'a' }, { id: 'c' }], people: [{ id: 'p' }] })
  expect(next).toEqual({ units: [{ id: 'a' }, { id: 'c' }], people: [{ id: 'p' }] })
  expect(next.people).toBe(before.people)
  expect(next.units[0]).toBe(before.units[0])
  expect(next.units).not.toBe(before.units)
})

it('sees a key or an element that is gone', () => {
  expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
  expect(keepSame([1, 2, 3], [1, 2])).toEqual([1, 2])
  expect(keepSame({ a: undefined }, { b: undefined })).toEqual({ b: undefined })
})

it('finds the parts of a list again by their id when one more comes in front', () => {
  const before = [
    { id: 'a', text: 'x' },
    { id: 'b', text: 'y' },
  ]
  const next = keepSame(before, [{ id: 'new', text: 'z' }, ...structuredClone(before)])
  expect(next.slice(1)).toEqual(before)
  expect(next[1]).toBe(before[0])
  expect(next[2]).toBe(before[1])
})

it('keeps what moved to another place but not the list', () => {
  const before = [{ id: 'a' }, { id: 'b' }]
  const next = keepSame(before, [{ id: 'b' }, { id: 'a' }])
  expect(next).toEqual([{ id: 'b' }, { id: 'a' }])
  expect(next).not.toBe(before)
  expect(next[0]).toBe(before[1])
})
