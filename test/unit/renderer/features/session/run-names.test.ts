import { expect, it } from 'vitest'
import { fewLeft } from '../../../../../renderer/features/session/run/names.ts'

it('those who have not begun are called out only while they are the fewer', () => {
  expect(fewLeft(40, 40)).toBe(false)
  expect(fewLeft(20, 40)).toBe(false)
  expect(fewLeft(19, 40)).toBe(true)
  expect(fewLeft(1, 18)).toBe(true)
  expect(fewLeft(0, 18)).toBe(false)
  expect(fewLeft(0, 0)).toBe(false)
})
