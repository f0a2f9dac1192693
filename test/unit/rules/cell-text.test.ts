import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { parseCsv, parseTable, plainCell, readCell, showCell, toCsv, toTsv } from '#shared/rules/cell-text.ts'
import { numberText, readNumber, readNumberIn } from '#shared/rules/number-text.ts'
import { readDay } from '#shared/rules/read-date.ts'
import { column, formula } from './columns.ts'

const languages = ['id', 'en'] as const
const choices = [
  { key: 'opd', label: { id: 'OPD, dinas', en: 'Agency; office' } },
  { key: 'warga', label: { id: 'Warga', en: 'Residents' } },
  { key: 'akademisi', label: { id: 'Akademisi', en: 'Academia' } },
  { key: 'dinas', label: { id: 'dinas', en: 'office' } },
]
const rp = column('rp', 'rupiah')
const percent = column('p', 'percent')
const day = column('d', 'date')
const multi = column('m', 'multi', { options: choices })
const choice = column('c', 'choice', { options: choices })
const tick = column('t', 'tick')
const months = column('b', 'months')
const number = column('n', 'number')

const readAll = (of: GridColumn, texts: readonly string[], language: Language = 'id') => texts.map((text) => readCell(of, text, language))

describe('what people type', () => {
  it('rupiah with and without its signs, never sen', () => {
    const same = ['Rp1.250.000', 'Rp 1.250.000', 'rp. 1.250.000,-', '1.250.000', '1,250,000', '1250000', 'Rp1.250.000,00', 'IDR 1250000']
    expect(readAll(rp, same)).toEqual(same.map(() => 1_250_000))
    expect(readAll(rp, ['-Rp5.000', '−5000', '0'])).toEqual([-5000, -5000, 0])
    expect(readAll(rp, ['1,5', 'Rp', '1.25', '1.250,5', 'satu juta', '12.50.000'])).toEqual(Array(6).fill(undefined))
    expect(readCell(column('rp', 'rupiah', { min: 0 }), '-5')).toBeUndefined()
  })
  it('per cent with and without its sign, within 0 and 100', () => {
    expect(readAll(percent, ['45', '45%', '45,5 %', '45.5%', '0', '100'])).toEqual([45, 45, 45.5, 45.5, 0, 100])
    expect(readAll(percent, ['101', '-1', '%', 'setengah'])).toEqual(Array(4).fill(undefined))
  })
  it('days as they are written here', () => {
    const same = [
      '2026-06-29',
      '29 Juni 2026',
      '29 Jun 2026',
      '29/06/2026',
      '29-6-26',
      '29.6.2026',
      'Senin, 29 Juni 2026',
      '29 June 2026',
      'June 29, 2026',
    ]
    expect(readAll(day, same)).toEqual(same.map(() => '2026-06-29'))
    expect(readAll(day, ['46202', '46202.75', '2026-06-29 08:00', '2026-06-29T08:00:00Z', '2026/6/29', '29Jun2026'])).toEqual(
      Array(6).fill('2026-06-29'),
    )
    expect(readAll(day, ['1 Pebruari 2026', '3 Nopember 2025', '17 Agt 2026', '5-5-85'])).toEqual([
      '2026-02-01',
      '2025-11-03',
      '2026-08-17',
      '1985-05-05',
    ])
    expect(readAll(day, ['31/02/2026', '29 Foo 2026', 'besok', '2026', '13-13-2026', '0/1/2026', '123456'])).toEqual(
      Array(7).fill(undefined),
    )
  })
  it('a choice by label in either language or by key, whatever the case and accents', () => {
    expect(readAll(choice, ['warga', 'RESIDENTS', 'Akademísi', 'opd', 'opd, dinas', 'dinas'])).toEqual([
      'warga',
      'warga',
      'akademisi',
      'opd',
      'opd',
      'dinas',
    ])
    expect(readAll(choice, ['lain', '', 'warga;'])).toEqual([undefined, null, undefined])
  })
  it('several choices parted by ; or , also where a label holds such a sign', () => {
    expect(readAll(multi, ['Warga; Akademisi', 'warga,akademisi', 'Warga;', 'OPD, dinas; Warga', 'Warga, OPD, dinas'])).toEqual([
      ['warga', 'akademisi'],
      ['warga', 'akademisi'],
      ['warga'],
      ['opd', 'warga'],
      ['warga', 'opd'],
    ])
    expect(readAll(multi, ['Warga; lain', 'lain', ''])).toEqual([undefined, undefined, null])
    expect(readCell(multi, 'Warga;'.repeat(5000))).toBeUndefined()
  })
  it('a tick in the ways people tick', () => {
    expect(readAll(tick, ['ya', 'V', '1', 'TRUE', '✓', 'sudah', 'Yes'])).toEqual(Array(7).fill(true))
    expect(readAll(tick, ['tidak', 'x', '0', 'false', 'belum', 'No', '✗'])).toEqual(Array(7).fill(false))
    expect(readAll(tick, ['mungkin', ''])).toEqual([undefined, null])
  })
  it('months alone, in ranges and over years', () => {
    const first = ['2026-01', '2026-02', '2026-03']
    expect(
      readAll(months, [
        'Jan–Mar 2026',
        'Januari-Maret 2026',
        'Jan 2026 s.d. Mar 2026',
        '2026-01–2026-03',
        '2026-01;2026-02;2026-03',
        '01/2026 sd 03/2026',
      ]),
    ).toEqual(Array(6).fill(first))
    expect(
      readAll(months, ['Januari 2026', 'Jan, Mar 2026', 'Nov–Feb 2027', 'Nov 2026–Feb', 'Mei dan Agustus 2026', '15/03/2026']),
    ).toEqual([
      ['2026-01'],
      ['2026-01', '2026-03'],
      ['2026-11', '2026-12', '2027-01', '2027-02'],
      ['2026-11', '2026-12', '2027-01', '2027-02'],
      ['2026-05', '2026-08'],
      ['2026-03'],
    ])
    expect(readAll(months, ['Januari', 'Jan–Foo 2026', '2026-13', 'Mar 2027–Jan 2026', '0001-01–9999-12', ';'])).toEqual(
      Array(6).fill(undefined),
    )
    expect(readCell(months, 'Januari–Maret', 'id', 2026)).toEqual(first)
  })
  it('numbers: the language decides only where a sign could mean both', () => {
    expect(['3.815.700', '1.250,75', '25,5', '25.5', '1.250', '-2', '+7', ' 7 ', '1,250,000', '1,250.5'].map(readNumber)).toEqual([
      3_815_700, 1250.75, 25.5, 25.5, 1250, -2, 7, 7, 1_250_000, 1250.5,
    ])
    expect(['1.250', '1,250', '1.250,5', '25,5'].map((text) => readNumberIn(text, 'en'))).toEqual([1.25, 1250, 1250.5, 25.5])
    expect(['', '-', '1,2,3', '1.2.3', '1e5', 'lima', '4x', '٣', '9'.repeat(400)].map(readNumber)).toEqual(Array(9).fill(null))
  })
  it('nothing into a photo or a formula, and nothing at all clears a cell', () => {
    for (const text of ['', 'x']) {
      expect(readCell(column('f', 'photo'), text)).toBeUndefined()
      expect(readCell(formula('f', { op: 'sum', of: ['a'] }), text)).toBeUndefined()
    }
    expect([number, day, choice, multi, tick, months, rp].map((of) => readCell(of, ' '))).toEqual(Array(7).fill(null))
    expect(readCell(column('k', 'text'), ' ')).toBe('')
  })
})

describe('what cells show', () => {
  it('reads like a person wrote it', () => {
    const shown = (of: GridColumn, value: Value) => languages.map((language) => showCell(of, value, language))
    expect(shown(rp, -1_250_000)).toEqual(['-Rp1.250.000', '-Rp1,250,000'])
    expect(shown(percent, 45.5)).toEqual(['45,5\u00a0%', '45.5%'])
    expect(shown(day, '2026-06-29')).toEqual(['29 Juni 2026', '29 June 2026'])
    expect(shown(multi, ['warga', 'opd', 'hilang'])).toEqual(['Warga; OPD, dinas', 'Residents; Agency; office'])
    expect(shown(tick, true)).toEqual(['Ya', 'Yes'])
    expect(shown(months, ['2026-08', '2026-07', '2026-12', '2027-01'])).toEqual([
      'Jul–Agu 2026; Des 2026–Jan 2027',
      'Jul–Aug 2026; Dec 2026–Jan 2027',
    ])
    expect(shown(number, 2026)).toEqual(['2026', '2026'])
    expect(shown(formula('f', { op: 'sum', of: ['a'] }), 1234.5678)).toEqual(['1.234,57', '1,234.57'])
    expect(shown(formula('f', { op: 'sum', of: ['a'] }, { format: 'rupiah' }), 5000)).toEqual(['Rp5.000', 'Rp5,000'])
    expect(shown(formula('f', { op: 'sum', of: ['a'] }, { format: 'percent', decimals: 0 }), 33.4)).toEqual(['33\u00a0%', '33%'])
  })
  it('for a spreadsheet without signs it would not take for numbers and days', () => {
    const plain = [rp, percent, day, months, choice].map((of, at) =>
      plainCell(of, [1_250_000, 45.5, '2026-06-29', ['2026-02', '2026-01'], 'warga'][at] ?? null, 'id'),
    )
    expect(plain).toEqual(['1250000', '45,5', '2026-06-29', '2026-01;2026-02', 'Warga'])
    expect(plainCell(formula('f', { op: 'mean', of: ['a'] }), 3.333333333, 'id')).toBe('3,333333')
  })
  it('reads back as the same value, for every type in both languages', () => {
    const real = fc.double({ noNaN: true, noDefaultInfinity: true })
    const isoDay = fc
      .date({ min: new Date('1800-01-01'), max: new Date('2400-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const month = fc
      .tuple(fc.integer({ min: 2000, max: 2010 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`)
    const words = fc.string({ minLength: 1 }).filter((text) => text.trim() === text)
    const typed: readonly fc.Arbitrary<readonly [GridColumn, Value]>[] = [
      real.map((value) => [number, value === 0 ? 0 : value] as const),
      fc.integer({ min: -9e15, max: 9e15 }).map((value) => [rp, value] as const),
      fc.double({ min: 0, max: 100, noNaN: true }).map((value) => [percent, value] as const),
      fc.integer({ min: 1, max: 5 }).map((value) => [column('s', 'score', { min: 1, max: 5 }), value] as const),
      isoDay.map((value) => [day, value] as const),
      fc.constantFrom(...choices).map(({ key }) => [choice, key] as const),
      fc.uniqueArray(fc.constantFrom('warga', 'akademisi', 'opd', 'dinas'), { minLength: 1 }).map((value) => [multi, value] as const),
      fc.boolean().map((value) => [tick, value] as const),
      fc.uniqueArray(month, { minLength: 1, maxLength: 20 }).map((value) => [months, [...value].sort()] as const),
      ...(['text', 'person', 'unit', 'measure', 'link'] as const).map((type) => words.map((value) => [column('k', type), value] as const)),
    ]
    fc.assert(
      fc.property(fc.oneof(...typed), fc.constantFrom(...languages), ([of, value], language) => {
        expect(readCell(of, showCell(of, value, language), language)).toEqual(value)
        expect(readCell(of, plainCell(of, value, language), language)).toEqual(value)
      }),
      { seed: 20_264, numRuns: 3000 },
    )
  })
  it('numbers are written with every digit and no exponent', () => {
    expect([1e21, 1.5e-7, -1e-10, 123_456.789].map((value) => numberText(value, 'en'))).toEqual([
      '1000000000000000000000',
      '0.00000015',
      '-0.0000000001',
      '123456.789',
    ])
    expect([Number.NaN, Number.POSITIVE_INFINITY].map((value) => numberText(value, 'id'))).toEqual(['', ''])
  })
  it('never throws, whatever is stored or typed', () => {
    const types = [
      'text',
      'score',
      'number',
      'rupiah',
      'percent',
      'date',
      'choice',
      'multi',
      'tick',
      'months',
      'person',
      'unit',
      'measure',
      'photo',
      'link',
      'formula',
    ] as const
    const stored = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string()))
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        stored,
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom(...languages),
        (type, value, text, language) => {
          const of = column('k', type, { min: 1, max: 5, options: choices })
          expect(typeof showCell(of, value, language)).toBe('string')
          const read = readCell(of, text, language)
          expect(typeof read !== 'number' || Number.isFinite(read)).toBe(true)
        },
      ),
      { seed: 20_265, numRuns: 2000 },
    )
  })
})

describe('tables as text', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', 'é', ',', ';', '=', "'", '-') })
  const table = fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 1, max: 5 }))
    .chain(([width, height]) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }))
    .filter((rows) => (rows.at(-1) ?? []).some((one) => one.trim() !== ''))
  it('come back from the clipboard as they went', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTable(toTsv(rows))).toEqual(rows)
      }),
      { seed: 20_266, numRuns: 500 },
    )
  })
  it('come back from a file as they went, with what a spreadsheet would run disarmed on the way', () => {
    fc.assert(
      fc.property(table, (rows) => {
        // Which sign parts the cells is read off the first line; a line that holds more commas would be another file.
        const plain = [['judul', 'isi', 'x'].slice(0, rows[0]?.length), ...rows]
        const kept = plain.map((row) => row.map((one) => (/^'[=+\-@\t]/u.test(one) ? one.slice(1) : one)))
        expect(parseCsv(toCsv(kept))).toEqual(kept)
      }),
      { seed: 20_267, numRuns: 500 },
    )
    expect(parseCsv('sep=;\r\na;b,c\r\n')).toEqual([['a', 'b,c']])
    expect(parseCsv('a,"b;c",d\n1,2,3')).toEqual([
      ['a', 'b;c', 'd'],
      ['1', '2', '3'],
    ])
  })
})

describe('days', () => {
  it('no text is read as a day no calendar has', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/. JunimeiTZ:'.split('')), maxLength: 14 }), (text) => {
        const read = readDay(text)
        if (read !== null) expect(new Date(`${read}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read)
      }),
      { seed: 20_268, numRuns: 3000 },
    )
  })
})
