/**
 * A workbook as a secretariat sends it: a sheet of units, a sheet of people, titles above the heads, and faults whose rows are known.
 * Everyone in it is made up.
 */
import { strToU8, zipSync } from 'fflate'
import type { RowReason } from '#shared/rules/people-rows.ts'
import { toCsv } from '#shared/rules/table-text.ts'

export type NamedFault = {
  readonly sheet: 'Unit' | 'Peserta'
  /** As the spreadsheet counts. */
  readonly row: number
  readonly reason: RowReason
}
export type PeopleWorkbook = {
  readonly bytes: Uint8Array
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[]
  /** Names that an import with all proposals left as they are brings in, in their order. */
  readonly units: readonly string[]
  readonly people: readonly string[]
  /** Rows that are refused, by sheet and row. */
  readonly faults: readonly NamedFault[]
}

/** The faults rows of people can have; the n-th faulty row gets the n-th of these, over and over. */
const faultyPeople = ['noName', 'nip_length', 'nip_birth', 'phone', 'email', 'role', 'twice', 'nameLong'] as const

const kinds = [
  ['Dinas', 'Perangkat daerah'],
  ['Kecamatan', 'Kecamatan'],
  ['Kelurahan', 'Kelurahan'],
  ['Puskesmas', 'Puskesmas'],
] as const
const first = 'Ayu Bima Citra Damar Endah Fajar Gita Hasan Intan Joko Kirana Lukman Mega Nanda Oki Putri Rangga Sari Taufik Wulan'.split(
  ' ',
)
const last = 'Contohwati Contohman Misalnya Umpama Ibarat Percobaan Karangan Rekaan Andaian Tiruan Samaran Bayangan'.split(' ')
const titles = ['', ', S.Sos.', ', S.E., M.M.', ', SKM', ', A.Md.Kep.']
const roles = ['Inovator', 'Calon inovator', 'Peserta', '']

/** Small and repeatable. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0 || 1
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const two = (n: number): string => String(n).padStart(2, '0')
const nipOf = (n: number): string =>
  `${1970 + (n % 25)}${two((n % 12) + 1)}${two((n % 28) + 1)}${2005 + (n % 15)}${two((n % 12) + 1)}${(n % 2) + 1}${String((n % 998) + 1).padStart(3, '0')}`

/**
 * @param faulty how many rows of people are wrong; they come on top of `people`, spread over the sheet
 * @param inUnits how many of `units` the people are spread over, all where it is left out
 */
export function makePeopleWorkbook(want: {
  readonly units: number
  readonly people: number
  readonly faulty?: number
  readonly inUnits?: number
  readonly seed?: number
}): PeopleWorkbook {
  const { units, people, faulty = 0, inUnits = units, seed = 1 } = want
  const roll = dice(seed)
  const unitNames = Array.from({ length: units }, (_, at) => `${kinds[at % kinds.length]?.[0] ?? 'Dinas'} Contoh ${at + 1}`)
  const unitRows = [
    ['DAFTAR PERANGKAT DAERAH', '', '', '', '', ''],
    [],
    ['No', 'Nama Unit', 'Singkatan', 'Jenis', 'Nama Kepala', 'Jabatan Kepala'],
    ...unitNames.map((name, at) => [
      String(at + 1),
      name,
      `U${at + 1}`,
      kinds[at % kinds.length]?.[1] ?? '',
      `${first[roll(first.length)] ?? ''} ${last[roll(last.length)] ?? ''}`,
      `Kepala ${name}`,
    ]),
  ]
  const peopleRows: string[][] = [
    ['DAFTAR PESERTA LABORATORIUM INOVASI'],
    ['Contoh belaka, bukan orang sesungguhnya'],
    [],
    ['No', 'Nama Lengkap', 'Jabatan', 'OPD', 'Peran', 'No. HP', 'Pos-el', 'NIP'],
  ]
  const names: string[] = []
  const faults: NamedFault[] = []
  const total = people + faulty
  const every = faulty === 0 ? 0 : Math.floor(total / faulty)
  for (let at = 0; at < total; at += 1) {
    const isFaulty = every > 0 && faults.length < faulty && at % every === every - 1
    const row = [String(at + 1), ...personRow(at, unitNames[at % Math.max(1, inUnits)] ?? '', roll)]
    if (isFaulty) {
      const reason = faultyPeople[faults.length % faultyPeople.length] ?? 'noName'
      faults.push({ sheet: 'Peserta', row: peopleRows.length + 1, reason })
      peopleRows.push(spoiled(row, reason, peopleRows[4] ?? row))
    } else {
      names.push(row[1] ?? '')
      peopleRows.push(row)
    }
  }
  const sheets = [
    { name: 'Unit', rows: unitRows },
    { name: 'Peserta', rows: peopleRows },
  ]
  return { bytes: workbookOf(sheets), sheets, units: unitNames, people: names, faults }
}

function personRow(at: number, unit: string, roll: (sides: number) => number): string[] {
  const name = `${first[at % first.length] ?? ''} ${last[Math.floor(at / first.length) % last.length] ?? ''} ${numeral(at)}`.trim()
  return [
    name + (titles[roll(titles.length)] ?? ''),
    `Analis ${(at % 9) + 1}`,
    unit,
    roles[roll(roles.length)] ?? '',
    `0812${String(10_000_000 + at)}`,
    `peserta${at + 1}@contoh.example`,
    at % 4 === 0 ? '' : nipOf(at),
  ]
}

/** A last word that no other row has, in letters. */
const numeral = (at: number): string =>
  `Ke${[...String(at + 1)].map((digit) => 'nolsatduatigemplimenmtujdelsem'.slice(Number(digit) * 3, Number(digit) * 3 + 3)).join('')}`

/** @param taken a sound row, to be met again */
function spoiled(row: readonly string[], reason: (typeof faultyPeople)[number], taken: readonly string[]): string[] {
  const put = (at: number, text: string): string[] => row.map((cell, index) => (index === at ? text : cell))
  switch (reason) {
    case 'noName':
      return put(1, '')
    case 'nip_length':
      return put(7, '12345')
    case 'nip_birth':
      return put(7, '197513450000000001')
    case 'phone':
      return put(5, 'menyusul')
    case 'email':
      return put(6, 'peserta di contoh')
    case 'role':
      return put(4, 'Penyihir')
    case 'nameLong':
      return put(1, 'Panjang '.repeat(30).trim())
    default:
      return [row[0] ?? '', ...taken.slice(1)]
  }
}

/** Semicolons, as a spreadsheet in Indonesian writes them. */
export const csvOf = (rows: readonly (readonly string[])[]): string => toCsv(rows)

const xmlOf = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const columnOf = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${columnOf(Math.floor(at / 26) - 1)}${columnOf(at % 26)}`

/** The smallest workbook a spreadsheet opens: every cell a text, empty cells and rows left out. */
export function workbookOf(sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[]): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const doc = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const pack = 'http://schemas.openxmlformats.org/package/2006'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheetXml = (rows: readonly (readonly string[])[]): string =>
    `${head}<worksheet ${main}><sheetData>${rows
      .map((row, y) => {
        const cells = row.map((cell, x) =>
          cell === '' ? '' : `<c r="${columnOf(x)}${y + 1}" t="inlineStr"><is><t xml:space="preserve">${xmlOf(cell)}</t></is></c>`,
        )
        return cells.every((cell) => cell === '') ? '' : `<row r="${y + 1}">${cells.join('')}</row>`
      })
      .join('')}</sheetData></worksheet>`
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${doc}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${doc}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${xmlOf(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${pack}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${doc}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map(({ rows }, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(rows)])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}
