import { expect, it } from 'vitest'
import { isWrongEmail, isWrongPhone, nipFault, nipShown, phoneKept, phoneKey } from '#shared/rules/people-contacts.ts'

it.each([
  ['', null],
  ['198001012005012001', null],
  ['NIP. 19800101 200501 2 001', null],
  // Staff on contract have a number from 21 where others have the month.
  ['199201152022211005', null],
  ['12345', 'length'],
  ['19800101200501200A', 'length'],
  ['198013012005012001', 'birth'],
  ['198002302005012001', 'birth'],
  ['198001012005132001', 'appointed'],
  ['198001011985012001', 'appointed'],
  ['198001012005013001', 'sex'],
  ['198001012005012000', 'rounded'],
  ['1,98001E+17', 'rounded'],
])('judges the NIP %s', (nip, fault) => {
  expect(nipFault(nip)).toBe(fault)
})

it('prints a NIP in its four groups and leaves any other text alone', () => {
  expect(nipShown('198001012005012001')).toBe('19800101 200501 2 001')
  expect(nipShown('12345')).toBe('12345')
})

it('knows one number in all its spellings, and gives back the zero a spreadsheet took', () => {
  const spellings = ['081234567890', '+62 812-3456-7890', '62812 3456 7890', '81234567890', '0812 3456 7890 / 0755 20123']
  expect(new Set(spellings.map(phoneKey))).toEqual(new Set(['6281234567890']))
  expect(phoneKept('81234567890')).toBe('081234567890')
  expect(phoneKept('0755 20123')).toBe('0755 20123')
})

it.each(['menyusul', '12', '0812 34', '8,12346E+10', '198001012005012001'])('takes %s for no phone number', (text) => {
  expect(isWrongPhone(text)).toBe(true)
})

it('takes an address without a dot, with blanks or a second @ for no e-mail', () => {
  expect(['a@b', 'a b@c.id', 'a@@b.id', 'a@b.id, c@d.id'].every(isWrongEmail)).toBe(true)
  expect(['', 'rina.c@dinkes.contoh.example'].some(isWrongEmail)).toBe(false)
})
