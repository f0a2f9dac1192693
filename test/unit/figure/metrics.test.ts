import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { measure, wrap } from '#shared/figure/metrics.ts'

const fonts = new URL('../../../node_modules/@expo-google-fonts/arimo/', import.meta.url).pathname

describe('measuring text', () => {
  it('agrees with the font file, letter by letter', () => {
    const doc = new PDFDocument()
    for (const [file, bold] of [
      ['400Regular/Arimo_400Regular.ttf', false],
      ['700Bold/Arimo_700Bold.ttf', true],
    ] as const) {
      doc.font(fonts + file).fontSize(12)
      for (const letter of 'aAgWmi1,.;%()-–—“”‘’…éÉñšŽ€→≤ "&<>/Rp') {
        expect(measure(letter, 12, bold), letter).toBeCloseTo(doc.widthOfString(letter), 2)
      }
    }
  })
  it('gives room to letters the table lacks', () => {
    expect(measure('印', 10)).toBe(10)
    expect(measure('ế', 10)).toBeCloseTo(measure('e', 10), 5)
    expect(measure('😀', 10)).toBeGreaterThan(12)
    expect(measure('\u200d\u0301', 10)).toBe(0)
  })
})

describe('breaking text into lines', () => {
  it('breaks at spaces and after hyphens and slashes', () => {
    expect(wrap('Orang tua bolak-balik ke RT/RW', 70, 12)).toEqual(['Orang tua', 'bolak-balik', 'ke RT/RW'])
    expect(wrap('inovasi-inovasi', 50, 12)).toEqual(['inovasi-', 'inovasi'])
  })
  it('keeps line breaks that were written', () => {
    expect(wrap('satu\n\ndua', 100, 12)).toEqual(['satu', '', 'dua'])
  })
  it('breaks a word that is too long, between whole letters', () => {
    const lines = wrap('a'.repeat(5000), 100, 12)
    expect(lines.join('')).toBe('a'.repeat(5000))
    expect(wrap('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 4, 12)).toEqual(['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'])
  })
  it('ends in an ellipsis only when something is left out', () => {
    expect(wrap('satu dua tiga empat lima', 60, 12, false, 2)).toEqual(['satu dua', 'tiga emp…'])
    expect(wrap('satu dua', 60, 12, false, 1)).toEqual(['satu dua'])
  })
  it('loses no letter and keeps within the width, whatever the text', () => {
    const width = 90
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.boolean(), (text, bold) => {
        const lines = wrap(text, width, 12, bold)
        expect(lines.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
        for (const line of lines) {
          const single = Array.from(new Intl.Segmenter('id', { granularity: 'grapheme' }).segment(line)).length <= 1
          if (!single) expect(measure(line, 12, bold)).toBeLessThanOrEqual(width + 0.001)
        }
      }),
    )
  })
})
