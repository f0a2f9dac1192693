import { expect, test } from 'vitest'
import {
  askedAddress,
  catalogueAddress,
  figuresAddress,
  nothingAsked,
  readAsked,
  samePage,
  withFilter,
} from '../../../../renderer/lab/catalogue-address.ts'

test('what is asked comes back from its address, whatever signs the words hold', () => {
  const asked = {
    text: 'antre & bayar 100% / "puskesmas"? #1=2',
    filters: { kind: ['proses', 'produk'], unit: ['Dinas A/B & C', 'Bagian = Umum'], year: ['2019'] },
    sort: 'newest',
    from: 150,
  } as const
  const own = { ...asked, filters: { kind: [...asked.filters.kind], unit: [...asked.filters.unit], year: [...asked.filters.year] } }
  expect(readAsked(askedAddress(own))).toEqual(own)
})

test('the list without anything asked has the plain address', () => {
  expect(askedAddress(nothingAsked)).toBe('#/katalog')
  expect(readAsked('#/katalog')).toEqual(nothingAsked)
  expect(catalogueAddress({ standing: ['berhenti'] })).toBe('#/katalog/standing=berhenti')
})

test('the figures take along what is searched and filtered, not its order or page', () => {
  const asked = { text: 'antre/obat', filters: { unit: ['Dinas A/B'], unsaid: ['kind' as const] }, sort: 'newest', from: 50 } as const
  const own = { ...asked, filters: { unit: [...asked.filters.unit], unsaid: [...asked.filters.unsaid] } }
  expect(readAsked(figuresAddress(own))).toEqual({ ...own, sort: 'match', from: 0 })
  expect(figuresAddress(nothingAsked)).toBe('#/katalog/angka')
})

test('values that a filter does not know, and broken addresses, are left out', () => {
  expect(readAsked('#/katalog/kind=sihir&sort=acak&from=-4&cari=%E0%A4%A')).toEqual({ ...nothingAsked, text: '%E0%A4%A' })
  expect(readAsked('#/katalog/angka')).toEqual(nothingAsked)
  expect(withFilter({ kind: ['proses'] }, 'kind', [])).toEqual({})
})

test('the same list asked otherwise is one page, other pages of the catalogue are not', () => {
  expect(samePage('/katalog/cari=antre')).toBe('/katalog')
  expect(samePage('/katalog/entri/lab%2Fsatu')).toBe('/katalog/entri/lab%2Fsatu')
  expect(samePage('/katalog/angka')).toBe('/katalog/angka')
  expect(samePage('/katalog/angka/cari=antre')).toBe('/katalog/angka')
})
