import { expect, it } from 'vitest'
import { decideImport } from '#shared/rules/people-decide.ts'
import { judgeImport, type RowChoice } from '#shared/rules/people-judge.ts'
import { type Cells, readSheet } from '#shared/rules/people-sheet.ts'
import { personTable, unitTable } from '#shared/rules/people-table.ts'
import { parseCsv, toCsv } from '#shared/rules/table-text.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { makePeopleWorkbook } from '#test/makers/people-workbook.ts'

const lab = {
  units: [makeUnit({ id: 'dinkes', name: 'Dinas Kesehatan', short: 'Dinkes', head: '', headPosition: '' })],
  people: [
    makePerson({ id: 'rina', name: 'Rina Contohwati, S.Sos.', position: '', unit: 'dinkes', phone: '081200000001' }),
    makePerson({ id: 'umpama', name: 'Umpama', position: 'Analis', unit: null, nip: '198001012005011001' }),
  ],
}
const head = ['Nama', 'Jabatan', 'OPD', 'Peran', 'No. HP (WA)', 'E-mail', 'NIP']
const judge = (...rows: readonly (readonly string[])[]) => judgeImport([readSheet('Peserta', [head, ...rows], 'people')], lab)
const only = (...cells: readonly string[]) => judge(cells).people[0]

it.each([
  [['Nama Lengkap', 'Jabatan', 'Perangkat Daerah', 'Telepon'], ['name', 'position', 'unit', 'phone'], 'people'],
  [
    ['No', 'NAMA', 'Asal Instansi', 'Peran dalam tim', 'Nomor WA', 'Pos-el', 'NIP/NIK'],
    [null, 'name', 'unit', 'role', 'phone', 'email', 'nip'],
    'people',
  ],
  [['Full name', 'Position', 'Office', 'Role', 'Mobile', 'Email'], ['name', 'position', 'unit', 'role', 'phone', 'email'], 'people'],
  [
    ['Nama OPD', 'Singkatan', 'Jenis Unit', 'Nama Kepala', 'Jabatan Kepala', 'NIP Kepala'],
    ['name', 'short', 'kind', 'head', 'headPosition', 'headNip'],
    'units',
  ],
  [['Unit name', 'Short name', 'Kind', 'Head', 'Position of the head'], ['name', 'short', 'kind', 'head', 'headPosition'], 'units'],
])('matches the heads %s', (heads, columns, kind) => {
  const read = readSheet('Sheet1', [heads, heads.map((_, at) => `isi ${at}`)], 'people')
  expect(read.columns).toEqual(columns)
  expect(read.kind).toBe(kind)
})

it('finds the heads below a title and counts rows as the spreadsheet does', () => {
  const rows: Cells = [
    ['DAFTAR PESERTA DINAS CONTOH'],
    [],
    head,
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
    ['Citra'],
    [],
    ['', 'Analis'],
    ['Jumlah', '2'],
  ]
  const read = readSheet('x', rows, 'units')
  expect(read.head).toBe(2)
  const { people, idle } = judgeImport([read], lab)
  expect(people.map(({ row, verdict }) => [row, verdict])).toEqual([
    [5, 'take'],
    [7, 'refused'],
  ])
  expect(idle).toBe(2)
})

it('tells columns without heads by what stands in them', () => {
  const read = readSheet(
    'x',
    [
      ['Citra Rekaan', 'Analis', 'Dinas Pangan', '081234567890'],
      ['Damar Rekaan', 'Staf', 'Badan Contoh', '0812-1111-2222'],
    ],
    'people',
  )
  expect(read).toMatchObject({ kind: 'people', head: -1, columns: ['name', 'position', 'unit', 'phone'] })
  expect(readSheet('x', [['Dinas Pangan'], ['Kecamatan Contoh'], ['Puskesmas Contoh']], 'people').kind).toBe('units')
})

it.each([
  [['', 'Analis'], 'noName'],
  [['12345'], 'noLetters'],
  [['A'.repeat(121)], 'nameLong'],
  [['Citra', '', '', '', '', '', '123'], 'nip_length'],
  [['Citra', '', '', '', '', '', '198013012005012001'], 'nip_birth'],
  [['Citra', '', '', '', 'menyusul'], 'phone'],
  [['Citra', '', '', '', '', 'citra di rumah'], 'email'],
  [['Citra', '', '', 'Penyihir'], 'role'],
])('refuses %j', (cells, reason) => {
  const row = only(...cells)
  expect(row?.verdict).toBe('refused')
  expect(row?.faults.map((fault) => fault.reason)).toEqual([reason])
})

it('enters a row without its wrong cells when somebody says so, and never without a name', () => {
  const judged = judge(['Citra', 'Analis', '', 'Penyihir', 'menyusul'], ['', 'Analis'])
  const [citra, nobody] = judged.people
  expect(citra?.choices).toEqual(['out', 'without'])
  expect(nobody?.choices).toEqual(['out'])
  const all = new Map<string, RowChoice>(judged.people.map(({ key }) => [key, 'without']))
  expect(decideImport(judged, all, lab.units).people).toEqual([
    { name: 'Citra', position: 'Analis', unit: '', role: 'inovator', phone: '', email: '', nip: '' },
  ])
})

it('knows roles by name, key and what secretariats write, and takes a dash for nothing', () => {
  const roles = ['Calon inovator', 'PENGAMPU MATERI', 'pimpinan_opd', 'Secretariat', '-', ''].map(
    (role) => only('Citra', '-', '–', role)?.values.role,
  )
  expect(roles).toEqual(['inovator', 'pengampu_materi', 'pimpinan_opd', 'sekretariat', 'inovator', 'inovator'])
})

it('takes signs nobody sees out of a name and says so', () => {
  const row = only('Ci\u202etra\u0007 Rek\u200baan')
  expect(row).toMatchObject({ verdict: 'take', cleaned: true, values: { name: 'Citra Rekaan' } })
})

it('refuses who stands twice in the file with the row of the other, and keeps the sound one of the two', () => {
  const { people } = judge(['Citra, S.E.', '', 'Dinkes', '', 'menyusul'], ['CITRA', '', 'Dinas  Kesehatan'], ['Citra', '', 'Badan Lain'])
  expect(people.map(({ verdict }) => verdict)).toEqual(['refused', 'take', 'take'])
  const again = judge(['Citra', '', 'Badan Lain'], ['Damar'], ['Ibu Citra', '', 'badan lain']).people[2]
  expect(again).toMatchObject({ verdict: 'refused', choices: ['out', 'both'], faults: [{ reason: 'twice', of: 2 }] })
})

it('proposes to merge by name and unit, NIP or phone, and fills only what is empty', () => {
  const judged = judge(
    ['RINA CONTOHWATI', 'Kepala Seksi', 'Dinkes', 'Coach', '0812 9999 9999', 'rina@contoh.example'],
    ['Orang Lain', 'Staf', 'Badan Baru', '', '', '', '198001012005011001'],
    ['Tetangga', '', '', '', '+62812-0000-0001'],
  )
  expect(judged.people.map(({ twin, choices }) => [twin?.by, twin?.of.id, choices[0]])).toEqual([
    ['name', 'rina', 'merge'],
    ['nip', 'umpama', 'merge'],
    ['phone', 'rina', 'both'],
  ])
  expect(judged.people[0]?.twin).toMatchObject({ fills: ['position', 'email'], differs: ['phone'] })
  const decision = decideImport(judged, new Map(), lab.units)
  expect(decision.personMerges.map(({ into, patch }) => [into.id, patch])).toEqual([
    ['rina', { position: 'Kepala Seksi', email: 'rina@contoh.example' }],
    ['umpama', { unit: 'Badan Baru' }],
  ])
  expect(decision.people.map(({ name }) => name)).toEqual(['Tetangga'])
  expect(decision.missing).toEqual([{ name: 'Badan Baru', kind: 'opd' }])
})

it('makes each missing unit once, and only for rows that go in', () => {
  const judged = judge(['Citra', '', 'Kec. Contoh'], ['Damar', '', 'KECAMATAN CONTOH'], ['', '', 'Badan Hantu'], ['Endah', '', 'dinkes'])
  expect(decideImport(judged, new Map(), lab.units).missing).toEqual([{ name: 'Kec. Contoh', kind: 'kecamatan' }])
})

it('takes units and people of one workbook together and refuses exactly the faulty rows', () => {
  const book = makePeopleWorkbook({ units: 86, people: 170, faulty: 8 })
  const judged = judgeImport(
    book.sheets.map(({ name, rows }) => readSheet(name, rows, 'people')),
    { units: [], people: [] },
  )
  const decision = decideImport(judged, new Map(), [])
  expect(decision.units.map(({ name }) => name)).toEqual(book.units)
  expect(decision.people.map(({ name }) => name)).toEqual(book.people)
  expect(decision.missing).toEqual([])
  expect(decision.out.map(({ sheet, row, faults }) => ({ sheet, row, reason: faults[0]?.reason }))).toEqual(book.faults)
  expect(new Set(decision.units.map(({ kind }) => kind))).toEqual(new Set(['opd', 'kecamatan', 'kelurahan', 'puskesmas']))
})

it.each(['id', 'en'] as const)('reads back what it exports in %s without a refused row', (language) => {
  const whole = makeLab({
    units: [
      makeUnit({ id: 'a', headNip: '198001012005011001' }),
      makeUnit({ id: 'b', name: 'Puskesmas; "Contoh"', short: '=1+1', kind: 'puskesmas' }),
      makeUnit({ id: 'c', name: 'Dinas Contoh', short: 'X', kind: 'mitra' }),
    ],
    people: [
      makePerson({
        id: 'p',
        name: 'Citra, S.E.',
        unit: 'b',
        role: 'pengampu_materi',
        phone: '+62 812 1111 2222',
        nip: '199201152022211005',
      }),
      makePerson({ id: 'q', name: 'Damar', unit: null, role: 'kepala_daerah', email: 'd@contoh.example' }),
      makePerson({ id: 'r', name: 'Damar', unit: 'c', role: 'tim_evaluasi' }),
    ],
  })
  const all = { nip: true, contacts: true }
  const sheets = [unitTable(whole, language, all), personTable(whole, language, all)].map(({ name, columns, rows }) => {
    const cells = [columns.map(({ label }) => label), ...rows.map((row) => row.map(String))]
    return readSheet(name, parseCsv(toCsv(cells)), 'people')
  })
  const decision = decideImport(judgeImport(sheets, { units: [], people: [] }), new Map(), [])
  expect(decision.out).toEqual([])
  const plain = <T extends { id: unknown; order: unknown }>({ id: _id, order: _order, ...rest }: T) => rest
  expect(decision.units).toEqual(whole.units.map(plain))
  const names = new Map<string | null, string>(whole.units.map(({ id, name }) => [id, name]))
  expect(decision.people).toEqual(whole.people.map((person) => ({ ...plain(person), unit: names.get(person.unit) ?? '' })))
})

it('leaves NIP and contacts out of an export that was not asked for them', () => {
  const whole = makeLab({ people: [makePerson({ nip: '198001012005011001', phone: '081234567890', email: 'a@contoh.example' })] })
  const text = JSON.stringify([
    personTable(whole, 'id', { nip: false, contacts: false }),
    unitTable(whole, 'id', { nip: false, contacts: false }),
  ])
  expect(text).not.toMatch(/1980|0812|@|NIP/u)
})
