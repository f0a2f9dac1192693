/** Lists of other offices as entries: heads known by name, every row judged, nothing private kept. */
import { describe, expect, it } from 'vitest'
import { catalogueRows, keysOf, readCatalogueSheet, withKnown } from '#shared/rules/catalogue-import.ts'
import { officeContact, readNames, readSdgs, readYear, regionText, sameKey } from '#shared/rules/catalogue-read.ts'
import { catalogueTable } from '#shared/rules/catalogue-table.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'

const inoland =
  'nama_inovasi penggagas deskripsi nama_instansi unit_instansi tahun_inisiasi tahun_implementasi faktor_pendorong faktor_penghambat tahapan_proses output outcome manfaat prasyarat_replikasi kontak sumber provinsi kabupaten_kota'.split(
    ' ',
  )
const list = (...rows: readonly (readonly string[])[]) => [inoland, ...rows]
const row = (over: Readonly<Record<string, string>>): readonly string[] => inoland.map((head) => over[head] ?? '')

it('knows the columns of a directory and of its list by name', () => {
  expect(readCatalogueSheet(list()).columns.filter((field) => field !== null)).toEqual(
    'name initiator summary agency unit yearBegun yearUsed output outcome benefit needs contact province region'.split(' '),
  )
  expect(readCatalogueSheet([['tahun', 'judul_inovasi', 'kld', 'urusan', 'deskripsi', 'inovator', 'sdgs']]).columns).toEqual([
    'year',
    'name',
    'region',
    'urusan',
    'summary',
    'team',
    'sdgs',
  ])
})

it('finds the heads below a title, and takes a correction instead of its guess', () => {
  const rows = [['DAFTAR INOVASI'], [], ['No', 'Judul Inovasi', 'Keterangan'], ['1', 'LANGKOK', 'Akta bayi'], ['Jumlah', '1', '']]
  const sheet = readCatalogueSheet(rows)
  expect(sheet).toMatchObject({ head: 2, columns: [null, 'name', null] })
  const corrected = readCatalogueSheet(rows, { columns: [null, 'name', 'summary'] })
  expect(catalogueRows(corrected)).toMatchObject([{ row: 4, state: 'taken', entry: { name: 'LANGKOK', summary: 'Akta bayi' } }])
})

it('refuses a row without a name with its number, and calls the same name in the same region a double', () => {
  const judged = catalogueRows(
    readCatalogueSheet(
      list(
        row({ nama_inovasi: 'LANGKOK', kabupaten_kota: 'Kota Solok' }),
        row({ nama_inovasi: ' langkok! ', kabupaten_kota: 'KOTA SOLOK' }),
        row({ nama_inovasi: 'LANGKOK', kabupaten_kota: 'Kab. Solok' }),
        row({ deskripsi: 'Tanpa nama' }),
        row({ nama_inovasi: 'SIAGA', kabupaten_kota: 'Kota Metro' }),
      ),
    ),
    new Set([sameKey('Siaga', 'Kota Metro')]),
  )
  expect(judged.map((one) => [one.row, one.state, one.state === 'double' ? one.of : one.state === 'refused' ? one.why : ''])).toEqual([
    [2, 'taken', ''],
    [3, 'double', 2],
    [4, 'taken', ''],
    [5, 'refused', 'noName'],
    [6, 'double', null],
  ])
})

it('leaves out what it cannot read and says so, and takes the row', () => {
  const [one] = catalogueRows(
    readCatalogueSheet([
      ['nama inovasi', 'tahun', 'jenis inovasi', 'status'],
      ['SIAP', 'entah', 'Inovasi Proses', 'sudah lama'],
    ]),
  )
  expect(one).toMatchObject({ state: 'taken', entry: { year: null, kind: 'proses', standing: 'ide', said: false } })
  expect(one?.notes.map(({ field, why }) => `${field} ${why}`)).toEqual(['year year', 'standing standing'])
})

it('takes no number of a person out of a contact, and keeps the landline and the address of the office', () => {
  expect(officeContact('Budi, HP 0812-3456-7890, (0755) 20020, bappeda@contoh.go.id', false)).toEqual({
    kept: 'Budi, (0755) 20020, bappeda@contoh.go.id',
    dropped: true,
  })
  expect(officeContact('NIP 198001012005012001', true).kept).toBe('')
  expect(officeContact('0812 3456 7890', true).kept).toBe('0812 3456 7890')
  expect(readNames('1. Ani Contoh, S.Kom. NIP 198001012005012001\n2. Budi Misalnya')).toEqual(['Ani Contoh, S.Kom.', 'Budi Misalnya'])
})

describe('values', () => {
  it.each([
    ['2019', 2019],
    ['2.019', 2019],
    ['TA 2019/2020', 2019],
    ['12 Mei 2021', 2021],
    ['43831', 2020],
    ['dua ribu', null],
    ['1200', null],
  ])('reads the year of %s as %s', (text, year) => expect(readYear(text)).toBe(year))
  it('reads goals out of whatever stands around them', () => {
    expect(readSdgs('TPB 11; SDG 3, tujuan 17 dan 99')).toEqual([3, 11, 17])
  })
  it('writes regions one way', () => {
    expect(['Pemkab Banggai', 'KAB. BANGGAI', 'Kabupaten Banggai', 'Pemerintah Kabupaten Banggai'].map(regionText)).toEqual(
      Array.from({ length: 4 }, () => 'Kabupaten Banggai'),
    )
  })
})

it.each(['inoland', 'jippnas'] as const)('takes in again what it wrote with the heads of %s', (columns) => {
  const entries = makeCatalogue(60, 5)
  const { columns: heads, rows } = catalogueTable(entries, columns, 'id')
  const cells = rows.map((cell) => cell.map((one) => (one === null ? '' : typeof one === 'object' ? one.date : String(one))))
  const judged = catalogueRows(readCatalogueSheet([heads.map(({ label }) => label), ...cells]))
  expect(judged).toHaveLength(60)
  for (const [at, one] of judged.entries()) {
    const was = entries[at]
    if (was === undefined || one.state === 'refused') throw new Error('lost')
    const {
      name,
      longName,
      summary,
      problem,
      unit,
      region,
      province,
      year,
      kind,
      form,
      urusan,
      sdgs,
      standing,
      stoppedOn,
      adopters,
      reuse,
      team,
    } = was
    expect(one.entry).toMatchObject({
      name,
      longName,
      summary,
      problem,
      unit,
      region,
      province,
      year,
      kind,
      form,
      urusan,
      sdgs,
      standing,
      stoppedOn,
    })
    expect(one.entry).toMatchObject({ adopters, reuse, team, contact: was.contact, replicates: was.replicates })
  }
})

it('marks what is known afterwards as if it had been known from the beginning', () => {
  const sheet = readCatalogueSheet([
    ['Nama inovasi', 'Kabupaten/Kota'],
    ['SATU', 'Kota A'],
    ['DUA', 'Kota A'],
    ['satu', 'KOTA A'],
    ['', 'Kota A'],
    ['TIGA', ''],
  ])
  const alone = catalogueRows(sheet)
  expect(keysOf(alone)).toEqual([sameKey('SATU', 'Kota A'), sameKey('DUA', 'Kota A'), sameKey('TIGA', '')])
  for (const known of [new Set<string>(), new Set([sameKey('SATU', 'Kota A'), sameKey('TIGA', '')])])
    expect(withKnown(alone, known)).toEqual(catalogueRows(sheet, known))
})
