import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameFor, unusedName } from '#shared/rules/names.ts'

describe('file names', () => {
  it('join their parts and keep Indonesian and accented letters', () => {
    expect(fileNameFor(['Proposal KIPP', 'LANGKOK'], 'docx')).toBe('Proposal KIPP - LANGKOK.docx')
    expect(fileNameFor(['Proposal KIPP', "SMASH CARE'S"], 'pdf')).toBe("Proposal KIPP - SMASH CARE'S.pdf")
    expect(fileNameFor(['Rekap', '', 'Désa é'], 'pdf')).toBe('Rekap - Désa é.pdf')
  })
  it('hold no path', () => {
    expect(fileNameFor(['../../etc/passwd'], 'pdf')).toBe('etc-passwd.pdf')
    expect(fileNameFor(['C:\\Windows\\a|b?*<>"'], 'pdf')).toBe('C-Windows-a-b.pdf')
  })
  it('avoid the names Windows keeps for itself', () => {
    for (const name of ['CON', 'nul', 'COM1', 'lpt9', 'AUX.txt', 'COM¹']) expect(fileNameFor([name], 'pdf')).toBe(`_${name}.pdf`)
    expect(fileNameFor(['CONTOH'], 'pdf')).toBe('CONTOH.pdf')
  })
  it('say Dokumen when nothing is left', () => {
    expect(fileNameFor(['...', ' / '], 'pdf')).toBe('Dokumen.pdf')
    expect(fileNameFor(['\u0301', 'A'], 'pdf')).toBe('A.pdf')
  })
  it('show what they are: no hidden marks that turn the end around', () => {
    expect(fileNameFor(['laporan\u202efdp', 'a\u0000b'], 'docx')).toBe('laporanfdp - ab.docx')
  })
  it('are accepted by every file system whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 4 }), (parts) => {
        const name = fileNameFor(parts, 'docx')
        expect(name.length).toBeLessThanOrEqual(120)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Cs}]+\.docx$/u)
        expect(name).not.toMatch(/^[.\s]|[.\s]\.docx$/u)
        expect(name.isWellFormed()).toBe(true)
      }),
    )
  })
  it('count on when the name is taken, in any case of letters', () => {
    expect(unusedName('A.pdf', [])).toBe('A.pdf')
    expect(unusedName('A.pdf', ['a.PDF', 'A (2).pdf'])).toBe('A (3).pdf')
  })
})
