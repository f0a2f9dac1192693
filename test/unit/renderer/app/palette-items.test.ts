import { expect, it } from 'vitest'
import { findItems, type Item } from '../../../../renderer/app/palette-items.ts'

const item = (label: string, more = ''): Item => ({ id: label, kind: 'innovation', label, more, run: () => undefined })
const all = [
  item('KAMPUNG BERDASI', 'Dinas Lingkungan Hidup'),
  item('JAKA SUPER', 'Dinas Pangan'),
  item('Pangan Lestari'),
  item('Café Inovasi'),
]
const labels = (query: string) => findItems(all, query).map(({ label }) => label)

it('needs every word, anywhere in the label or beside it', () => {
  expect(labels('dinas pangan')).toEqual(['JAKA SUPER'])
  expect(labels('dinas batu')).toEqual([])
})

it('puts what begins with the word before what only mentions it', () => {
  expect(labels('pangan')).toEqual(['Pangan Lestari', 'JAKA SUPER'])
})

it('does not mind case and accents', () => {
  expect(labels('CAFE')).toEqual(['Café Inovasi'])
})
