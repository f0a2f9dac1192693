/**
 * The number of a letter after the office's own pattern. The running number is never made up: it stays a blank that the secretariat
 * fills, and so does every code the app does not know (domain.md 5.3).
 */
import { dayOf } from './dates.ts'

/** Tokens a pattern may hold, written in braces. */
export const numberTokens = ['urut', 'kode_klasifikasi', 'kode_unit', 'bulan', 'bulan_romawi', 'tahun'] as const
export type NumberToken = (typeof numberTokens)[number]

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const
const dots = (count: number): string => '.'.repeat(count)
/** Nobody has written a pattern: room for a whole number. */
const blank = dots(30)

const token = new RegExp(`\\{(${numberTokens.join('|')})\\}`, 'gu')

/**
 * `{urut}/{kode_unit}/{bulan_romawi}/{tahun}` → `......../........../VIII/2026`. Anything else in the pattern stays as it was written.
 * @param day ISO day printed on the letter; empty leaves month and year blank too
 */
export function letterNumber(pattern: string, day: string): string {
  const written = pattern.trim()
  if (written === '') return blank
  const at = dayOf(day)
  const values: Readonly<Record<NumberToken, string>> = {
    urut: dots(8),
    kode_klasifikasi: dots(10),
    kode_unit: dots(10),
    bulan: at === null ? dots(4) : String(at.month).padStart(2, '0'),
    bulan_romawi: at === null ? dots(6) : (roman[at.month - 1] ?? ''),
    tahun: at === null ? dots(6) : String(at.year),
  }
  return written.replaceAll(token, (_, name: NumberToken) => values[name])
}

/** What stands in braces and is no token, as it was written. */
export const unknownTokens = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/\{[^{}]*\}/gu)].map(([text]) => text).filter((text) => !numberTokens.some((name) => text === `{${name}}`))
