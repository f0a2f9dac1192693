import { describe, expect, it } from 'vitest'
import { letterNumber, unknownTokens } from '#shared/rules/letter-number.ts'

describe('the number of a letter', () => {
  it('knows month and year and leaves the running number and codes blank', () => {
    expect(letterNumber('{urut}/{kode_unit}/{bulan}/{bulan_romawi}/{tahun}', '2026-08-13')).toBe('......../........../08/VIII/2026')
  })
  it('leaves everything blank without a day, and is one blank without a pattern', () => {
    expect(letterNumber('B/{urut}/{bulan_romawi}/{tahun}', '')).toBe('B/......../....../......')
    expect(letterNumber('  ', '2026-08-13')).toMatch(/^\.{30}$/u)
  })
  it('keeps what is no token as it was written, and names it', () => {
    expect(letterNumber('{urut}-{apa}-$&', '2026-01-02')).toBe('........-{apa}-$&')
    expect(unknownTokens('{urut}-{apa}-{ tahun }')).toEqual(['{apa}', '{ tahun }'])
  })
})
