import { expect, it } from 'vitest'
import { cellsIn, missingUnits, readPeople, readUnits } from '../../../../../renderer/features/people/paste.ts'

const known = [{ name: 'Dinas Kesehatan', short: 'Dinkes' }]

it('reads columns from a spreadsheet and drops the numbering', () => {
  expect(cellsIn('No\tUnit\n1\tDinas Pangan\n2.\tBPBD\n')).toEqual([['Unit'], ['Dinas Pangan'], ['BPBD']])
})

it('keeps commas inside a name, since degrees are written with them', () => {
  expect(readPeople('Dasri Malik, S.Sos., M.Si.', known)[0]?.name).toBe('Dasri Malik, S.Sos., M.Si.')
})

it('skips units that are there already, in the lab or earlier in the list', () => {
  expect(readUnits('Nama Unit\tSingkatan\nDINAS  kesehatan\nKecamatan Lubuk Sikarah\tLubuk\nkecamatan lubuk sikarah', known)).toEqual({
    fresh: [{ name: 'Kecamatan Lubuk Sikarah', short: 'Lubuk', kind: 'kecamatan' }],
    skipped: 2,
  })
})

it('knows phone, NIP, e-mail and a known unit in whatever column they stand', () => {
  const text = 'Rina\t0812-3456-7890\tDinkes\tAnalis\trina@contoh.id\t198001012005012001'
  expect(readPeople(text, known)).toEqual([
    { name: 'Rina', position: 'Analis', unit: 'Dinkes', phone: '0812-3456-7890', email: 'rina@contoh.id', nip: '198001012005012001' },
  ])
})

it('takes the column after the position as a unit that does not exist yet', () => {
  const people = readPeople('Budi\tKepala Bidang\tDinas Baru\nSiti\tAnalis\tdinas baru', known)
  expect(people.map(({ position, unit }) => [position, unit])).toEqual([
    ['Kepala Bidang', 'Dinas Baru'],
    ['Analis', 'dinas baru'],
  ])
  expect(missingUnits(people, known)).toHaveLength(1)
})

it('does not take a NIP for a phone number', () => {
  expect(readPeople('Budi\t198001012005012001', known)[0]).toMatchObject({ phone: '', nip: '198001012005012001' })
})
