/** The list that comes back from the units, held against what is there now. */
import { expect, it } from 'vitest'
import { judgeReturned, markOf, type ReturnedRow, returnedRows, type Told } from '#shared/rules/catalogue-round.ts'

const sent: Told = { key: 'berjalan', since: '2024-01-02', reason: '', contact: 'Bappeda' }
const row = (over: Partial<ReturnedRow> = {}): ReturnedRow => ({
  row: 2,
  lab: 'lab',
  innovation: 'satu',
  mark: markOf(sent),
  name: 'SATU',
  status: 'Berjalan',
  since: '2024-01-02',
  reason: '',
  contact: 'Bappeda',
  ...over,
})
const here = (over: Partial<Told> = {}) => ({ ...sent, ...over, name: 'SATU' })

it('tells a change from a row that says the same', () => {
  expect(judgeReturned(row(), here(), false)).toMatchObject({ state: 'same', why: '' })
  expect(judgeReturned(row({ status: 'BERHENTI', reason: 'Pindah', since: '29 Juni 2026' }), here(), false)).toMatchObject({
    state: 'change',
    answer: { key: 'berhenti', since: '2026-06-29', reason: 'Pindah', contact: 'Bappeda' },
    now: sent,
  })
})

it('calls it a conflict only when both sides changed, and in different ways', () => {
  const changedHere = here({ key: 'penerapan' })
  expect(judgeReturned(row({ status: 'ide' }), changedHere, false).state).toBe('conflict')
  expect(judgeReturned(row(), changedHere, false).state).toBe('same')
  expect(judgeReturned(row({ status: 'Penerapan' }), changedHere, false).state).toBe('same')
  expect(judgeReturned(row({ contact: 'Dinas' }), here({ contact: 'RSUD' }), false).state).toBe('conflict')
  // Somebody wrote over the code: nobody can say what the list had said.
  expect(judgeReturned(row({ mark: '', status: 'ide' }), here(), false).state).toBe('conflict')
})

it.each([
  ['unknown', {}, null, false],
  ['twice', {}, here(), true],
  ['status', { status: 'kadang' }, here(), false],
  ['status', { status: '' }, here(), false],
  ['date', { since: '31-02-2026' }, here(), false],
  ['reason', { status: 'berhenti', reason: '' }, here(), false],
] as const)('refuses a row as %s', (why, over, now, twice) => {
  expect(judgeReturned(row(over), now, twice)).toMatchObject({ state: 'refused', why, answer: null })
})

it('finds the columns below a title whatever their order, passes over empty rows, and knows a file without them', () => {
  const rows = [
    ['Putaran 2026'],
    ['Status (ide, …)', 'Kode (jangan diubah)', 'Kontak kantor', 'Nama inovasi'],
    ['ide', 'lab/satu/abcd', 'NIP 198001012005012001', 'SATU'],
    ['', '', '', ''],
  ]
  expect(returnedRows([{ rows: [['Petunjuk']] }, { rows }])).toEqual([
    { row: 3, lab: 'lab', innovation: 'satu', mark: 'abcd', name: 'SATU', status: 'ide', since: '', reason: '', contact: '' },
  ])
  expect(returnedRows([{ rows: [['nama', 'status']] }])).toBeNull()
})
