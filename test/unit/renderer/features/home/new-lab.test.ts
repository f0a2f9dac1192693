import { expect, it } from 'vitest'
import { labWanted, type NewLab, splitRegion, zoneOf } from '../../../../../renderer/features/home/new-lab.ts'

const form: NewLab = { region: 'Solok', regionKind: 'kota', year: 2026, jilid: 1, theme: ' ', method: 'lan-6d', units: '' }

it('hears the kind of region in what was typed', () => {
  expect(splitRegion('Kab. Solok Selatan')).toEqual({ region: 'Solok Selatan', regionKind: 'kabupaten' })
  expect(splitRegion('KOTA  Makassar')).toEqual({ region: 'Makassar', regionKind: 'kota' })
  expect(splitRegion('Kotabaru')).toEqual({ region: 'Kotabaru' })
  expect(labWanted({ ...form, region: 'Provinsi Riau' }, 'Asia/Jakarta')).toMatchObject({
    region: 'Riau',
    regionKind: 'provinsi',
    leaderTitle: 'Gubernur Riau',
  })
})

it('takes units one per line, without empty lines and repeats', () => {
  expect(labWanted({ ...form, units: 'Bappeda\r\n\n  Dinas   Pangan \nbappeda' }, '').units).toEqual(['Bappeda', 'Dinas Pangan'])
})

it('takes the time zone of the laptop, and WIB where there is none of the three', () => {
  expect([zoneOf('Asia/Makassar'), zoneOf('Asia/Jayapura'), zoneOf('Europe/Berlin')]).toEqual(['WITA', 'WIT', 'WIB'])
})
