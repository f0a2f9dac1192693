/** Answers of forms and head fields as they are printed. */
import { answerWords } from '#shared/figure/form-boxes.ts'
import type { Value } from '#shared/model/lab.ts'
import type { FormField } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'

/** Dates, rupiah and numbers as the language writes them; labels of choices. Empty when nothing was entered; a photo has no words. */
export const printedAnswer = (field: FormField, value: Value | undefined, language: Language): string => answerWords(field, value, language)

/** Answers that the definition no longer asks for are kept under their key, so that nothing written gets lost. */
export const leftoverKeys = (fields: readonly FormField[], values: Readonly<Record<string, Value>>): readonly string[] =>
  Object.keys(values)
    .filter((key) => !fields.some((field) => field.key === key) && values[key] !== null && values[key] !== '')
    .sort()
