/** Numbers as they are printed: thousands point and decimal comma in Indonesian (domain.md 5.6), the reverse in English. */
import type { Language } from '../model/text.ts'

const signs = { id: { thousands: '.', decimal: ',' }, en: { thousands: ',', decimal: '.' } } as const
const noBreakSpace = '\u00a0'

/** Half away from zero on the written decimal, so that 1.005 becomes 1.01 and not 1.00. */
function rounded(value: number, decimals: number): string {
  const size = Math.abs(value)
  // From here on every double is a whole number, and exponent notation would break the shift below.
  if (size >= 1e15) return BigInt(Math.round(size)).toString()
  // A double below 1e-6 prints with an exponent; with at most six decimals it rounds to nothing.
  if (size < 1e-6) return (0).toFixed(decimals)
  return Number(`${Math.round(Number(`${size}e${decimals}`))}e-${decimals}`).toFixed(decimals)
}

/**
 * `3815700` → `3.815.700`; `25.5` → `25,5`.
 * @param decimals most decimals printed (0 to 6); zeros at the end are left out unless `fixed`.
 * A value that is no finite number prints as an empty text.
 */
export function formatNumber(value: number, language: Language, { decimals = 2, fixed = false } = {}): string {
  if (!Number.isFinite(value)) return ''
  const [whole = '0', part = ''] = rounded(value, decimals).split('.')
  const kept = fixed ? part : part.replace(/0+$/u, '')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, signs[language].thousands)
  const minus = value < 0 && /[1-9]/u.test(whole + kept) ? '-' : ''
  return minus + grouped + (kept === '' ? '' : signs[language].decimal + kept)
}

/** `Rp3.815.700`, without a space and without sen unless there are any (domain.md 5.6). Input in rupiah. */
export function formatRupiah(value: number, language: Language): string {
  const text = formatNumber(Math.abs(value), language, { decimals: 2, fixed: !Number.isInteger(value) })
  if (text === '') return ''
  return `${value < 0 ? '-' : ''}Rp${text}`
}

/** `25.5` → `25,5 %` (with a space that does not break) in Indonesian, `25.5%` in English. Input in per cent. */
export function formatPercent(value: number, language: Language, decimals = 1): string {
  const text = formatNumber(value, language, { decimals })
  if (text === '') return ''
  return language === 'id' ? `${text}${noBreakSpace}%` : `${text}%`
}
