import { expect, it } from 'vitest'
import { abbreviates, askedPieces, askedWords, mostWords, wordsIn } from '#shared/rules/catalogue-words.ts'

it('takes words out of a text without capitals and accents, and a tied letter both ways', () => {
  expect(wordsIn('Pelayanan e-KTP di Café “Sehat”')).toEqual(['pelayanan', 'e', 'ktp', 'ektp', 'di', 'cafe', 'sehat'])
})

it('asks for telling words only, unless there are no others', () => {
  expect(askedWords('Pelayanan untuk ibu dan anak')).toEqual(['pelayanan', 'ibu', 'anak'])
  expect(askedWords('untuk dan')).toEqual(['untuk', 'dan'])
  expect(askedWords('(.*)+$ 😀')).toEqual([])
})

it('bounds a question, however long it is', () => {
  expect(askedWords('a'.repeat(400))).toEqual(['a'.repeat(32)])
  expect(askedWords(Array.from({ length: 60 }, (_, at) => `kata${at}`).join(' '))).toHaveLength(mostWords)
})

it('knows a short form by its long one and the other way round, in any form of the words', () => {
  expect(askedPieces(['puskesmas'])).toEqual([{ words: ['puskesmas'], others: [['pusat', 'kesehatan', 'masyarakat']] }])
  expect(askedPieces(['pusat', 'kesehatan', 'masyarakat', 'digital'])).toEqual([
    { words: ['pusat', 'kesehatan', 'masyarakat'], others: [['puskesmas']] },
    { words: ['digital'], others: [] },
  ])
  expect(askedPieces(['layanan', 'terpadu', 'satu', 'pintu'])[0]?.others).toContainEqual(['ptsp'])
})

it('sees that a short name is made of the beginnings of a long one', () => {
  expect(abbreviates('gercep', 'gerakan cepat tanggap stunting')).toBe(true)
  expect(abbreviates('simpel', 'sistem informasi pelayanan')).toBe(true)
})

it('takes no ordinary word for a short name', () => {
  expect(abbreviates('sistem', 'sistem informasi pelayanan')).toBe(false)
  expect(abbreviates('sampah', 'sistem antar paket ambil hasil')).toBe(false)
  expect(abbreviates('ab', 'antar barang')).toBe(false)
})
