import { expect, it } from 'vitest'
import { fitted } from '../../../../renderer/features/proposal/editor/pictures.ts'

it('makes a picture smaller only when its longest side is too long, and keeps its proportions', () => {
  expect(fitted(4000, 3000)).toEqual({ width: 2048, height: 1536 })
  expect(fitted(3000, 4000)).toEqual({ width: 1536, height: 2048 })
  expect(fitted(800, 600)).toEqual({ width: 800, height: 600 })
  expect(fitted(20_000, 3)).toEqual({ width: 2048, height: 1 })
})
