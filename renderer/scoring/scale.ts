/** Which marks a criterion takes, and reading one from a key or a field. */
import type { Criterion } from '#shared/model/rubric.ts'
import type { Language } from '#shared/model/text.ts'
import { fitsScale } from '#shared/rules/jury-sheet.ts'
import { readNumberIn } from '#shared/rules/number-text.ts'

/** So many marks are shown as buttons; a longer scale gets a field. */
const mostLevels = 11

/** Every mark of a short scale, lowest first; null for a scale that is typed. */
export function levelsOf({ min, max, step }: Criterion): readonly number[] | null {
  const n = Math.round((max - min) / step) + 1
  if (n > mostLevels || n < 2) return null
  return Array.from({ length: n }, (_none, at) => Number((min + at * step).toFixed(6)))
}

/** Null for an empty field; `unfit` for what is no mark of this scale. */
export function readMark(criterion: Criterion, text: string, language: Language): number | null | 'unfit' {
  if (text.trim() === '') return null
  const value = readNumberIn(text, language)
  return value !== null && fitsScale(criterion, value) ? value : 'unfit'
}

/** The mark a digit means on a short scale: 0 stands for 10 where 0 is none. Undefined when it means none. */
export function markOfDigit(criterion: Criterion, digit: string): number | undefined {
  const levels = levelsOf(criterion)
  if (levels === null || !/^\d$/.test(digit)) return undefined
  const wanted = Number(digit)
  if (levels.includes(wanted)) return wanted
  return wanted === 0 && levels.includes(10) ? 10 : undefined
}
