import { expect, it } from 'vitest'
import { keptView, rememberedView, viewStore } from '../../../../renderer/state/view.ts'

it('remembers what is folded and nothing that merely happens to be open', () => {
  const view = { ...viewStore.getState(), leftFolded: true, palette: true, newLab: true }
  expect(keptView(view)).toEqual({ leftFolded: true, rightFolded: false })
})

it('gives back what was remembered', () => {
  expect(rememberedView({ ...keptView({ ...viewStore.getState(), rightFolded: true }) })).toEqual({ leftFolded: false, rightFolded: true })
})

it('takes nothing from settings that somebody else wrote: other parts, other types', () => {
  expect(rememberedView({ palette: true, leftFolded: 'ya', rightFolded: 1, zoom: 2 })).toEqual({})
})
