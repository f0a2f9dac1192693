import { expect, it } from 'vitest'
import { matchPeople } from '#shared/rules/people-match.ts'
import { nameKey } from '#shared/rules/people-names.ts'
import { makePerson, makeUnit } from '#test/makers/lab.ts'

const units = [
  makeUnit({ id: 'dinkes', name: 'Dinas Kesehatan', short: 'Dinkes' }),
  makeUnit({ id: 'lubuk', name: 'Kecamatan Lubuk Contoh', short: '' }),
]
const people = [
  makePerson({ id: 'p1', name: 'Dr. Rina Contohwati, S.Sos., M.Si.', unit: 'dinkes', phone: '0812-3456-7890' }),
  makePerson({ id: 'p2', name: 'Muhammad Umpama', unit: 'dinkes', nip: '198001012005011001' }),
  makePerson({ id: 'p3', name: 'Budi Misalnya', unit: 'dinkes' }),
  makePerson({ id: 'p4', name: 'BUDI MISALNYA, SE', unit: 'lubuk' }),
]
const found = (line: string): unknown => {
  const [one] = matchPeople([line], people, units)
  if (one?.found === 'person') return one.person.id
  return one?.found === 'several' ? one.candidates.map(({ id }) => id) : one?.found
}

it.each([
  ['rina contohwati', 'p1'],
  ['3. RINA  CONTOHWATI S.Sos M.Si', 'p1'],
  ['✓ Ibu Hj. Rina Contohwati - Dinkes', 'p1'],
  ['Moh. Umpama', 'p2'],
  ['M. Umpama\tKepala Seksi', 'p2'],
  ['Orang lain\t19800101 200501 1 001', 'p2'],
  ['seseorang; +62 812 3456 7890', 'p1'],
])('knows %s whatever titles, capitals and numbers stand beside the name', (line, id) => {
  expect(found(line)).toBe(id)
})

it('tells two people of the same name apart by the unit, and leaves the choice where there is none', () => {
  expect(found('Budi Misalnya; Kec. Lubuk Contoh')).toBe('p4')
  expect(found('Budi Misalnya')).toEqual(['p3', 'p4'])
})

it('offers a name with a slip of the pen or a part left out, and never takes it for granted', () => {
  expect(found('Rina Contohwaty')).toEqual(['p1'])
  expect(found('Rina')).toEqual(['p1'])
  expect(found('R. Contohwati')).toEqual(['p1'])
})

it('keeps what somebody who is not on the list is called, and where from', () => {
  expect(matchPeople(['12. Tamu Bayangan, S.H. | Dinkes', '', '---'], people, units)).toMatchObject([
    { found: 'none', name: 'Tamu Bayangan, S.H.', unit: 'dinkes' },
    { found: 'none', name: '' },
    { found: 'none', name: '' },
  ])
})

it('takes an ordinary first name for no degree, and a lone initial for nobody', () => {
  expect(nameKey('Ir. H. Sari')).toBe('sari')
  expect(nameKey('Ma')).toBe('ma')
  expect(found('R')).toBe('none')
})
