import { expect, it } from 'vitest'
import { fitted } from '../../../../renderer/state/picture.ts'

it('makes a large picture fit and keeps its proportions', () => {
  expect(fitted(2000, 2400, 1024)).toEqual({ width: 853, height: 1024 })
  expect(fitted(4096, 2048, 1024)).toEqual({ width: 1024, height: 512 })
})

it('never enlarges', () => {
  expect(fitted(64, 32, 1024)).toEqual({ width: 64, height: 32 })
})

it('leaves at least one pixel of the narrowest stripe', () => {
  expect(fitted(1, 100_000, 1024)).toEqual({ width: 1, height: 1024 })
})
