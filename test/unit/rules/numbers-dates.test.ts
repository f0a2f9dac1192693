import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayInWords,
  dayOf,
  formatDay,
  formatLongDay,
  formatMoment,
  formatShortDay,
  formatTime,
  fullYears,
  localDay,
  weekdayName,
} from '#shared/rules/dates.ts'
import { formatNumber, formatPercent, formatRupiah } from '#shared/rules/numbers.ts'
import { inWords, largestInWords, terbilang } from '#shared/rules/terbilang.ts'

describe('numbers', () => {
  it('use the thousands point and decimal comma in Indonesian and the reverse in English', () => {
    expect(formatNumber(3815700, 'id')).toBe('3.815.700')
    expect(formatNumber(3815700.5, 'id')).toBe('3.815.700,5')
    expect(formatNumber(3815700.5, 'en')).toBe('3,815,700.5')
    expect(formatNumber(-1234.005, 'id')).toBe('-1.234,01')
    expect(formatNumber(999, 'id')).toBe('999')
    expect(formatNumber(2, 'id', { decimals: 2, fixed: true })).toBe('2,00')
  })
  it('print nothing for what is no number, and no minus before a zero', () => {
    expect(formatNumber(Number.NaN, 'id')).toBe('')
    expect(formatRupiah(Number.POSITIVE_INFINITY, 'id')).toBe('')
    expect(formatNumber(-0.0000001, 'id')).toBe('0')
  })
  it('write rupiah without a space and per cent with one that does not break', () => {
    expect(formatRupiah(3815700, 'id')).toBe('Rp3.815.700')
    expect(formatRupiah(-2500.5, 'id')).toBe('-Rp2.500,50')
    expect(formatPercent(25.5, 'id')).toBe('25,5\u00a0%')
    expect(formatPercent(25.5, 'en')).toBe('25.5%')
  })
  it('can be read back whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (value) => {
        expect(Number(formatNumber(value, 'id').replaceAll('.', ''))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe('dates', () => {
  it('are written without a leading zero, with the month in words', () => {
    expect(formatDay('2026-06-29', 'id')).toBe('29 Juni 2026')
    expect(formatDay('2026-08-03', 'id')).toBe('3 Agustus 2026')
    expect(formatDay('2026-08-03', 'en')).toBe('3 August 2026')
    expect(formatShortDay('2026-08-03', 'id')).toBe('3 Agu 2026')
    expect(formatLongDay('2026-06-29', 'id')).toBe('Senin, 29 Juni 2026')
    expect(weekdayName('2026-06-28', 'id')).toBe('Minggu')
  })
  it('give back what is no day instead of losing it', () => {
    expect(formatDay('awal 2026', 'id')).toBe('awal 2026')
    expect(dayOf('2026-02-30')).toBeNull()
    expect(formatDay('2026-02-30', 'id')).toBe('2026-02-30')
    expect(dayOf('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 })
  })
  it('write times with a point and the zone', () => {
    expect(formatTime('08:00', 'id', 'WIB')).toBe('08.00 WIB')
    expect(formatTime('8:05', 'id')).toBe('08.05')
    expect(formatTime('25:00', 'id')).toBe('25:00')
    expect(formatMoment('2026-04-14T01:30:00Z', 'id', 'WITA')).toBe('09.30 WITA')
  })
  it('know the local day of a moment in each zone', () => {
    expect(localDay('2026-06-28T16:30:00Z', 'WIB')).toBe('2026-06-28')
    expect(localDay('2026-06-28T16:30:00Z', 'WITA')).toBe('2026-06-29')
    expect(localDay('2026-06-28T17:30:00Z', 'WIB')).toBe('2026-06-29')
    expect(localDay('kemarin', 'WIB')).toBe('')
  })
  it('put the day of a berita acara in words', () => {
    expect(dayInWords('2026-06-29', 'id')).toBe('hari Senin, tanggal dua puluh sembilan bulan Juni tahun dua ribu dua puluh enam')
  })
  it('count only full years', () => {
    expect(fullYears('2024-02-05', '2026-02-04')).toBe(1)
    expect(fullYears('2024-02-05', '2026-02-05')).toBe(2)
    expect(fullYears('', '2026-02-05')).toBeNull()
  })
})

describe('terbilang', () => {
  it('knows belas, puluh, se- and the large scales', () => {
    const known: readonly (readonly [number, string])[] = [
      [0, 'nol'],
      [11, 'sebelas'],
      [17, 'tujuh belas'],
      [20, 'dua puluh'],
      [100, 'seratus'],
      [111, 'seratus sebelas'],
      [1000, 'seribu'],
      [1999, 'seribu sembilan ratus sembilan puluh sembilan'],
      [2026, 'dua ribu dua puluh enam'],
      [11000, 'sebelas ribu'],
      [21000, 'dua puluh satu ribu'],
      [101000, 'seratus satu ribu'],
      [1000000, 'satu juta'],
      [1001000, 'satu juta seribu'],
      [3815700, 'tiga juta delapan ratus lima belas ribu tujuh ratus'],
      [1e12, 'satu triliun'],
      [1e15, 'satu kuadriliun'],
      [-5, 'minus lima'],
    ]
    for (const [value, text] of known) expect(terbilang(value)).toBe(text)
  })
  it('speaks British English too', () => {
    expect(inWords(2026, 'en')).toBe('two thousand and twenty-six')
    expect(inWords(115, 'en')).toBe('one hundred and fifteen')
    expect(inWords(1000000, 'en')).toBe('one million')
  })
  it('refuses fractions and what is too large', () => {
    expect(() => terbilang(1.5)).toThrow(RangeError)
    expect(() => terbilang(largestInWords + 1)).toThrow(RangeError)
  })
  it('can be read back whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestInWords }), (value) => {
        expect(valueIn(terbilang(value))).toBe(value)
      }),
    )
  })
})

const digits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']
const scales: Readonly<Record<string, number>> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12, kuadriliun: 1e15 }

/** The way back, written apart from the way there. */
function valueIn(text: string): number {
  let total = 0
  let group = 0
  let last = 0
  const words = text.replaceAll(/\bse(puluh|belas|ratus|ribu)\b/g, 'satu $1').split(' ')
  for (const word of words) {
    const digit = digits.indexOf(word)
    const scale = scales[word]
    if (digit >= 0) {
      group += digit
      last = digit
    } else if (word === 'belas') group += 10
    else if (word === 'puluh') group += last * 9
    else if (word === 'ratus') group += last * 99
    else if (scale !== undefined) {
      total += group * scale
      group = 0
    } else throw new Error(`unknown word ${word}`)
    if (digit < 0) last = 0
  }
  return total + group
}
