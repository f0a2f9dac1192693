/** Means of a survey by component over all respondents (readiness survey, domain.md 1.2 and 1.6.6). */
import type { Item } from '../model/lab.ts'
import type { FormDef, FormField } from '../model/pack.ts'
import { sumOf, tidy } from './grid-values.ts'

export type SurveyMean = {
  /** Null while nobody answered. */
  readonly mean: number | null
  /** Respondents who answered at least one of its questions. */
  readonly n: number
  /** Answers not given, over all respondents and questions; they count nowhere, least of all as 0. */
  readonly unanswered: number
  readonly least: number | null
  readonly most: number | null
}
export type SurveyPart = SurveyMean & { readonly key: string }

export type SurveyResult = {
  readonly respondents: number
  /** The mean of what each respondent's answers to the component come to, so that nobody weighs more for having answered more. */
  readonly components: readonly SurveyPart[]
  /** By the key of each question of a component, in the order of the fields. */
  readonly fields: readonly SurveyPart[]
  /** The mean of the components that have one: every component weighs the same. `unanswered` counts all questions. */
  readonly overall: SurveyMean
}

/** Null when the form is no survey. Answers off the scale count as not given. */
export function surveyOf(def: Pick<FormDef, 'survey' | 'fields'>, items: readonly Item[]): SurveyResult | null {
  const { survey } = def
  if (survey === undefined) return null
  const fieldOf = new Map(def.fields.map((field) => [field.key, field]))
  const asked = (keys: readonly string[]): readonly FormField[] => keys.flatMap((key) => fieldOf.get(key) ?? [])
  const components = survey.components.map(({ key, fields }) => ({ key, ...meanOver(asked(fields), items, survey) }))
  const inComponents = new Set(survey.components.flatMap(({ fields }) => fields))
  const questions = def.fields.filter((field) => inComponents.has(field.key))
  const fields = questions.map((field) => ({ key: field.key, ...meanOver([field], items, survey) }))
  const all = meanOver(questions, items, survey)
  const known = components.flatMap(({ mean }) => mean ?? [])
  return {
    respondents: items.length,
    components,
    fields,
    overall: { ...all, mean: known.length === 0 ? null : tidy(sumOf(known) / known.length) },
  }
}

type Scale = { readonly min: number; readonly max: number }

/** What one respondent answered; null where nothing or nothing on the scale. */
export function surveyAnswer(field: FormField, item: Item, scale: Scale): number | null {
  const value = Object.hasOwn(item.values, field.key) ? item.values[field.key] : null
  if (typeof value !== 'number' || !Number.isInteger(value)) return null
  return value >= (field.min ?? scale.min) && value <= (field.max ?? scale.max) ? value : null
}

function meanOver(fields: readonly FormField[], items: readonly Item[], scale: Scale): SurveyMean {
  let unanswered = 0
  let least: number | null = null
  let most: number | null = null
  const means: number[] = []
  for (const item of items) {
    const answers = fields.flatMap((field) => surveyAnswer(field, item, scale) ?? [])
    unanswered += fields.length - answers.length
    if (answers.length === 0) continue
    means.push(sumOf(answers) / answers.length)
    for (const answer of answers) {
      least = least === null ? answer : Math.min(least, answer)
      most = most === null ? answer : Math.max(most, answer)
    }
  }
  const mean = means.length === 0 ? null : tidy(sumOf(means) / means.length)
  return { mean, n: means.length, unanswered, least, most }
}
