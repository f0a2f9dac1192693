/** Answers of forms and head fields as they are printed. */
import type { Value } from '#shared/model/lab.ts'
import type { FormField } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { answerText } from '#shared/rules/picks.ts'

/** Dates and numbers as the language writes them; labels of choices. Empty when nothing was entered. */
export function printedAnswer(field: FormField, value: Value | undefined, language: Language): string {
  if (value === undefined || value === null) return ''
  if (field.type === 'date' && typeof value === 'string') return formatDay(value, language)
  if (typeof value === 'number') return formatNumber(value, language)
  return answerText(field, value, language)
}

/** Answers that the definition no longer asks for are kept under their key, so that nothing written gets lost. */
export const leftoverKeys = (fields: readonly FormField[], values: Readonly<Record<string, Value>>): readonly string[] =>
  Object.keys(values)
    .filter((key) => !fields.some((field) => field.key === key) && values[key] !== null && values[key] !== '')
    .sort()
