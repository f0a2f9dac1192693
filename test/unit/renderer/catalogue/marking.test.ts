import { expect, test } from 'vitest'
import { excerptOf, piecesOf } from '../../../../renderer/features/catalogue/marking.ts'

const on = (text: string, marks: readonly string[]) => piecesOf(text, marks).flatMap((piece) => (piece.on ? [piece.text] : []))

test('whole words are marked however they are written, and parts of words are not', () => {
  expect(on('Antrean loket, ANTREAN daring; perantrean', ['antrean'])).toEqual(['Antrean', 'ANTREAN'])
})

test('signs that mean something in a pattern are plain letters', () => {
  expect(on('Biaya (gratis) dan c++ a.b', ['c++', 'a.b', '(gratis'])).toEqual(['(gratis', 'c++', 'a.b'])
})

test('the pieces are the whole text', () => {
  const text = 'Layanan cepat untuk warga, layanan dekat.'
  expect(
    piecesOf(text, ['layanan', 'warga'])
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
  expect(piecesOf('', ['a'])).toEqual([])
})

test('an excerpt shows the first word that answered, also late in a long text', () => {
  const text = `${'kata '.repeat(100)}antrean ${'lagi '.repeat(100)}`
  const excerpt = excerptOf(text, ['antrean'])
  expect(excerpt).toContain('antrean')
  expect(excerpt.length).toBeLessThan(215)
  expect(excerptOf(text, []).startsWith('kata kata')).toBe(true)
})
