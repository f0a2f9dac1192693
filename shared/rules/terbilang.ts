/** Whole numbers in words, for the date of a berita acara and for sums of money (domain.md 5.6). */
import type { Language } from '../model/text.ts'

/** The largest size that is put into words. */
export const largestInWords = 1e15

const units = {
  id: ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'],
  en: [
    ...['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen'],
    ...['fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
  ],
} as const
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const
const scales = {
  id: ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'],
  en: ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'],
} as const

const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

/** 0 to 999 in Indonesian; 0 is silent. */
function hundredsId(value: number): string {
  const word = (digit: number): string => units.id[digit] ?? ''
  if (value < 12) return word(value)
  if (value < 20) return `${word(value - 10)} belas`
  if (value < 100) return join(`${word(Math.trunc(value / 10))} puluh`, word(value % 10))
  return join(value < 200 ? 'seratus' : `${word(Math.trunc(value / 100))} ratus`, hundredsId(value % 100))
}

/** 0 to 999 in British English; 0 is silent. */
function hundredsEn(value: number): string {
  if (value < 20) return units.en[value] ?? ''
  if (value < 100) return [tens[Math.trunc(value / 10)] ?? '', units.en[value % 10] ?? ''].filter((part) => part !== '').join('-')
  const rest = hundredsEn(value % 100)
  return join(`${units.en[Math.trunc(value / 100)] ?? ''} hundred`, rest === '' ? '' : `and ${rest}`)
}

/**
 * `2026` → `dua ribu dua puluh enam`; `1500` → `seribu lima ratus`; negative with `minus`.
 * @throws RangeError for anything but a whole number whose size is at most `largestInWords`.
 */
export function inWords(value: number, language: Language): string {
  if (!Number.isInteger(value) || Math.abs(value) > largestInWords) throw new RangeError(`${value} cannot be put into words`)
  if (value === 0) return language === 'id' ? 'nol' : 'zero'
  if (value < 0) return `minus ${inWords(-value, language)}`
  const groups: string[] = []
  let rest = value
  for (let scale = 0; rest > 0; scale += 1) {
    const group = rest % 1000
    rest = Math.trunc(rest / 1000)
    if (group === 0) continue
    const name = scales[language][scale] ?? ''
    if (language === 'id' && scale === 1 && group === 1) groups.unshift('seribu')
    else if (language === 'en' && scale === 0 && group < 100 && rest > 0) groups.unshift(`and ${hundredsEn(group)}`)
    else groups.unshift(join(language === 'id' ? hundredsId(group) : hundredsEn(group), name))
  }
  return groups.join(' ')
}

/** The usual name in the field. */
export const terbilang = (value: number): string => inWords(value, 'id')
