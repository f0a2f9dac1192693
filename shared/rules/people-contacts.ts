/** Forms of what identifies and reaches a person: NIP, phone, e-mail. */
import { dayOf } from './dates.ts'

/** `length`: not 18 digits; `rounded`: a spreadsheet has cut off what it could not hold; the others say which part cannot be. */
export const nipFaults = ['length', 'rounded', 'birth', 'appointed', 'sex'] as const
export type NipFault = (typeof nipFaults)[number]

/** Only the digits, without the blanks, dots and dashes people group them with, nor the word before them. */
export const nipDigits = (text: string): string => text.replace(/^\s*(?:nip(?:ppk|k)?)\b[\s.:]*/iu, '').replaceAll(/[\s.\-'’]/gu, '')

/**
 * What is wrong with a NIP, null when nothing or when it is empty. Eighteen digits: birth day (8), year and month of appointment (6),
 * sex (1), serial (3). Unverified (domain.md 5.2 [C]), so people are warned and never stopped. Staff on contract (PPPK) have numbers from
 * 21 where others have the month.
 */
export function nipFault(text: string): NipFault | null {
  if (text.trim() === '') return null
  const digits = nipDigits(text)
  if (/^\d[.,]\d+e\+?\d+$/iu.test(text.trim())) return 'rounded'
  if (!/^\d{18}$/u.test(digits)) return 'length'
  // Fifteen digits are all a spreadsheet keeps of a number, and no serial is 000.
  if (digits.endsWith('000')) return 'rounded'
  const birth = Number(digits.slice(0, 4))
  if (birth < 1900 || dayOf(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`) === null) return 'birth'
  const appointed = Number(digits.slice(8, 12))
  const month = Number(digits.slice(12, 14))
  if (appointed < birth + 15 || appointed > birth + 75 || month < 1 || (month > 12 && month < 21) || month > 29) return 'appointed'
  return digits[14] === '1' || digits[14] === '2' ? null : 'sex'
}

/** `19800101 200501 2 001`, as it is printed (domain.md 5.2); anything that has not 18 digits stays as it is. */
export function nipShown(text: string): string {
  const digits = nipDigits(text)
  if (!/^\d{18}$/u.test(digits)) return text
  return `${digits.slice(0, 8)} ${digits.slice(8, 14)} ${digits.slice(14, 15)} ${digits.slice(15)}`
}

const partsOf = (text: string): readonly string[] =>
  text
    .split(/[/,;]|\batau\b|\bor\b/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Digits as they are dialled from abroad: `0812…`, `+62 812…` and the `812…` a spreadsheet leaves over are all `62812…`. Empty for no number. */
function dialled(part: string): string {
  if (!/^\(?\+?[\d\s().-]+$/u.test(part)) return ''
  const digits = part.replaceAll(/\D/gu, '')
  const own = digits.startsWith('62') ? digits.slice(2) : digits.startsWith('0') ? digits.slice(1) : digits.startsWith('8') ? digits : ''
  const rest = own.replace(/^0/u, '')
  return /^[1-9]\d{6,12}$/u.test(rest) ? `62${rest}` : ''
}

/** Whether a text that should be a phone number is none; several may be parted by `/`. Empty is no fault. */
export const isWrongPhone = (text: string): boolean => partsOf(text).some((part) => dialled(part) === '') || /^[/,;]/u.test(text.trim())

/** What two spellings of one number have in common; empty when it is none. */
export const phoneKey = (text: string): string => dialled(partsOf(text)[0] ?? '')

/** Gives back the zero a spreadsheet takes from a number in front; all else stays as it was typed. */
export const phoneKept = (text: string): string => (/^8\d{7,11}$/u.test(text.trim()) ? `0${text.trim()}` : text.trim())

export const isWrongEmail = (text: string): boolean =>
  text.trim() !== '' && !/^[^\s@<>",;]+@[^\s@<>",;.]+(?:\.[^\s@<>",;.]+)+$/u.test(text.trim())
