import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { fillLab, putPerson, snapshotLab } from '#shared/doc/lab.ts'
import { names } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { putRow } from '#shared/doc/rows.ts'
import { setAttendance } from '#shared/doc/sessions.ts'
import type { SessionId } from '#shared/model/ids.ts'
import { decideImport } from '#shared/rules/people-decide.ts'
import { judgeImport } from '#shared/rules/people-judge.ts'
import { readSheet } from '#shared/rules/people-sheet.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { takeBackImport, takeImport } from '../../../../../renderer/features/people/import/take.ts'

const lab = makeLab({
  units: [makeUnit({ id: 'dinkes', name: 'Dinas Kesehatan', short: 'Dinkes' })],
  people: [makePerson({ id: 'rina', name: 'Rina Contohwati', position: '', unit: 'dinkes' })],
})
const rows = [
  ['Nama', 'Jabatan', 'Unit', 'No HP'],
  ['Rina Contohwati', 'Analis', 'Dinkes', '081200000001'],
  ['Citra Rekaan', 'Staf', 'Dinas Pangan', ''],
  ['Damar Rekaan', 'Staf', 'Dinas Pangan', ''],
  ['Endah Rekaan', 'Staf', 'Badan Contoh', ''],
]

function taken() {
  const doc = new Y.Doc()
  fillLab(doc, lab, byPerson)
  let updates = 0
  doc.on('update', () => {
    updates += 1
  })
  const decision = decideImport(judgeImport([readSheet('x', rows, 'people')], lab), new Map(), lab.units)
  const receipt = takeImport(doc, lab, decision)
  return { doc, receipt, updates, now: () => snapshotLab(doc, lab.id) }
}
const called = (name: string, { people }: { readonly people: readonly { readonly name: string; readonly id: string }[] }) =>
  people.find((one) => one.name === name)

it('enters an import as one change: new people behind the old, missing units made, empty fields filled', () => {
  const { updates, now } = taken()
  expect(updates).toBe(1)
  const { units, people } = now()
  expect(units.map(({ name }) => name)).toEqual(['Dinas Kesehatan', 'Dinas Pangan', 'Badan Contoh'])
  expect(people.map(({ name }) => name)).toEqual(['Rina Contohwati', 'Citra Rekaan', 'Damar Rekaan', 'Endah Rekaan'])
  expect(people[0]).toMatchObject({ position: 'Analis', phone: '081200000001' })
  expect(people[1]?.unit).toBe(units[1]?.id)
})

it('takes the whole import back as one change, merges too', () => {
  const { doc, receipt, now } = taken()
  expect(takeBackImport(doc, receipt, new Set())).toBe(0)
  expect(now()).toEqual(lab)
})

it('leaves what others typed since, and the unit it stands in', () => {
  const { doc, receipt, now } = taken()
  const citra = receipt.people.find(({ name }) => name === 'Citra Rekaan')
  const [rina] = lab.people
  if (citra === undefined || rina === undefined) throw new Error('the import brought no Citra')
  putPerson(doc, citra.id, { phone: '081211112222' }, byPerson)
  putPerson(doc, rina.id, { position: 'Analis Muda' }, byPerson)
  expect(takeBackImport(doc, receipt, new Set())).toBe(3)
  const after = now()
  expect(after.people.map(({ name }) => name)).toEqual(['Rina Contohwati', 'Citra Rekaan'])
  expect(called('Rina Contohwati', after)).toMatchObject({ position: 'Analis Muda', phone: '' })
  expect(after.units.map(({ name }) => name)).toEqual(['Dinas Kesehatan', 'Dinas Pangan'])
})

it('leaves who was ticked in an attendance and units an innovation belongs to', () => {
  const { doc, receipt, now } = taken()
  const damar = receipt.people.find(({ name }) => name === 'Damar Rekaan')
  const badan = receipt.units.find(({ name }) => name === 'Badan Contoh')
  if (damar === undefined || badan === undefined) throw new Error('the import is not whole')
  const session = 'sesi-1' as SessionId // test id
  putRow(doc, names.sessions, session, { title: 'Sesi 1' }, byPerson)
  setAttendance(doc, session, damar.id, { state: 'hadir', at: '', walkIn: false }, byPerson)
  expect(takeBackImport(doc, receipt, new Set([badan.id]))).toBe(3)
  expect(now().people.map(({ name }) => name)).toEqual(['Rina Contohwati', 'Damar Rekaan'])
  expect(now().units.map(({ name }) => name)).toEqual(['Dinas Kesehatan', 'Dinas Pangan', 'Badan Contoh'])
})
