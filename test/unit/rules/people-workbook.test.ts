import { expect, it } from 'vitest'
import { readXlsx } from '#core/documents/read/read-xlsx.ts'
import { writeXlsx } from '#core/documents/write/xlsx/write-xlsx.ts'
import { decideImport } from '#shared/rules/people-decide.ts'
import { judgeImport } from '#shared/rules/people-judge.ts'
import { readSheet } from '#shared/rules/people-sheet.ts'
import { personTable, unitTable } from '#shared/rules/people-table.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { makePeopleWorkbook } from '#test/makers/people-workbook.ts'

const judged = (bytes: Uint8Array) =>
  judgeImport(
    readXlsx(bytes).map(({ name, rows }) => readSheet(name, rows, 'people')),
    { units: [], people: [] },
  )

it('counts the rows of a workbook as the spreadsheet does, empty ones with it', () => {
  const book = makePeopleWorkbook({ units: 86, people: 170, faulty: 8, seed: 7 })
  const decision = decideImport(judged(book.bytes), new Map(), [])
  expect([decision.units.length, decision.people.length]).toEqual([86, 170])
  expect(decision.out.map(({ sheet, row, faults }) => ({ sheet, row, reason: faults[0]?.reason }))).toEqual(book.faults)
})

it('reads an exported workbook back without a refused row, NIP and zeros in front whole', () => {
  const units = Array.from({ length: 30 }, (_, at) =>
    makeUnit({ id: `u${at}`, name: `Dinas Contoh ${at}`, short: `D${at}`, headNip: '198001012005011001' }),
  )
  const people = Array.from({ length: 90 }, (_, at) =>
    makePerson({
      id: `p${at}`,
      name: `Peserta ${at} Rekaan`,
      unit: `u${at % 30}`,
      phone: `0812${10_000_000 + at}`,
      nip: `19800101200501${(at % 2) + 1}${String(at + 1).padStart(3, '0')}`,
    }),
  )
  const lab = makeLab({ units, people })
  const all = { nip: true, contacts: true }
  const sheets = [unitTable(lab, 'id', all), personTable(lab, 'id', all)].map((table) => ({
    name: table.name,
    columns: [...table.columns],
    rows: table.rows.map((row) => [...row]),
    strong: [],
  }))
  const book = { title: 'x', subject: 'x', author: 'Labinov', language: 'id', paper: 'A4', orientation: 'landscape', sheets } as const
  const decision = decideImport(judged(writeXlsx(book, '2026-01-01T00:00:00.000Z')), new Map(), [])
  expect(decision.out).toEqual([])
  expect(decision.people.map(({ nip, phone }) => [nip, phone])).toEqual(people.map(({ nip, phone }) => [nip, phone]))
  expect(decision.units.map(({ headNip }) => headNip)).toEqual(units.map(({ headNip }) => headNip))
})
