/** Numbers as people type them and as cells show them: every digit, so that what is shown reads back as the same number. */
import type { Language } from '../model/text.ts'

/** All digits without an exponent: 1e21 and 1e-7 written out. */
function digitsOf(value: number): string {
  const text = String(value)
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/u.exec(text)
  if (match === null) return text
  const [, sign = '', whole = '', part = '', power = '0'] = match
  const point = whole.length + Number(power)
  const digits = whole + part
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length ? sign + digits.padEnd(point, '0') : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** `25.5` → `25,5` in Indonesian; no thousands signs, since a year is a number too. Empty for what is no finite number. */
export function numberText(value: number, language: Language): string {
  if (!Number.isFinite(value)) return ''
  const text = digitsOf(value + 0)
  return language === 'id' ? text.replace('.', ',') : text
}

const thousands = { id: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u, en: /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u } as const

/**
 * A number as people here write it: `3.815.700`, `25,5`, `25.5`, `1,250.75`. Where a sign could mean both (`1.250`), the language
 * decides. Null for anything else.
 */
export function readNumberIn(text: string, language: Language): number | null {
  const bare = text.replaceAll(/\s/gu, '').replace(/^[−–]/u, '-').replace(/^\+/u, '')
  const minus = bare.startsWith('-')
  const size = minus ? bare.slice(1) : bare
  const other = language === 'id' ? 'en' : 'id'
  // `1,250,000` and `1,250.5` mean one thing only, whatever the language.
  const grouped = thousands[language].test(size) ? language : thousands[other].test(size) && /[.,].*[.,]/u.test(size) ? other : null
  const plain =
    grouped === null ? size.replace(',', '.') : (grouped === 'id' ? size.replaceAll('.', '') : size.replaceAll(',', '')).replace(',', '.')
  if (!/^\d+(?:\.\d+)?$/u.test(plain)) return null
  const number = Number(plain)
  return Number.isFinite(number) ? (minus ? -number : number) + 0 : null
}

/** A number as people here write it in Indonesian. */
export const readNumber = (text: string): number | null => readNumberIn(text, 'id')

/** `Rp1.250.000`, `Rp 1.250.000,-`, `1,250,000`, `1250000`: whole rupiah. Null for anything else, also for sen. */
export function readRupiah(text: string): number | null {
  const bare = text
    .replaceAll(/\s/gu, '')
    .replace(/^[−–]/u, '-')
    .replace(/^(-?)(?:rp|idr)\.?(?=-?\d)/iu, '$1')
    .replace(/,(?:-|–|--|00)$/u, '')
  const grouped = /^-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/u.test(bare) ? bare.replaceAll(/[.,]/gu, '') : bare
  return /^-?\d+$/u.test(grouped) ? readNumber(grouped) : null
}

/** `45`, `45%`, `45,5 %`. Null for anything else. */
export const readPercent = (text: string, language: Language = 'id'): number | null =>
  readNumberIn(text.trim().replace(/%$/u, ''), language)
