/** What people write into a field, read and counted. */
import type { Language } from '#shared/model/text.ts'
import { readNumberIn } from '#shared/rules/number-text.ts'

/** `3.815.700`, `Rp 3.815.700`, `25,5`, `45 %`. Null for anything else. */
export const readAmount = (text: string, language: Language): number | null =>
  readNumberIn(text.replace(/^\s*rp\.?/iu, '').replace(/%\s*$/u, ''), language)

/** Words of a text; what a counter counts. */
export const countWords = (text: string): number => (text.trim() === '' ? 0 : text.trim().split(/\s+/u).length)
