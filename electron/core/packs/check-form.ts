/** What a schema cannot say about fields of forms and about surveys. */
import { innovationForms, innovationKinds } from '#shared/model/lab.ts'
import type { FormDef, FormField } from '#shared/model/pack.ts'
import { anchorFindings, columnFindings, optionFindings, repeated } from './check-columns.ts'
import { type Finding, finding, type Step } from './findings.ts'

export function* fieldFindings(fields: readonly FormField[], path: readonly Step[]): Generator<Finding> {
  yield* repeated(fields, path)
  for (const [at, field] of fields.entries()) {
    const place = [...path, at]
    const { fact, min, max, acronym } = field
    // The innovation itself knows the options of these facts.
    const known = fact === 'kind' || fact === 'form' || fact === 'digital'
    if ((field.type === 'choice' || field.type === 'multi') && !(known && field.options === undefined))
      yield* optionFindings(field.options, place)
    if (min !== undefined && max !== undefined && min >= max) yield finding([...place, 'max'], 'rangeOrder')
    else yield* anchorFindings(field, min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY, place)
    if (acronym !== undefined && (acronym.of === field.key || !isWritten(fields.find(({ key }) => key === acronym.of))))
      yield finding([...place, 'acronym', 'of'], 'fieldNotWritten', { key: acronym.of })
    yield* factFindings(field, fields.slice(0, at), place)
  }
}

const isWritten = (field: FormField | undefined): boolean => field?.type === 'line' || field?.type === 'text'

function* factFindings({ fact, options }: FormField, before: readonly FormField[], path: readonly Step[]): Generator<Finding> {
  if (fact === undefined) return
  if (before.some((one) => one.fact === fact)) yield finding([...path, 'fact'], 'factTwice', { key: fact })
  const known: readonly string[] | null = fact === 'kind' ? innovationKinds : fact === 'form' ? innovationForms : null
  for (const [at, { key }] of (known === null ? [] : (options ?? [])).entries())
    if (!known?.includes(key)) yield finding([...path, 'options', at, 'key'], 'notOneOf', { options: known?.join(', ') ?? '' })
}

export function* formCanvasFindings(def: FormDef): Generator<Finding> {
  yield* fieldFindings(def.fields, ['fields'])
  yield* repeated(def.sections, ['sections'])
  for (const [at, { section }] of def.fields.entries())
    if (section !== undefined && !def.sections.some(({ key }) => key === section))
      yield finding(['fields', at, 'section'], 'sectionUnknown', { key: section })
  const { survey } = def
  for (const [at, { type, min, max }] of def.fields.entries())
    if (type === 'scale' && survey === undefined && (min === undefined || max === undefined)) yield finding(['fields', at], 'scoreRange')
  if (survey !== undefined) yield* surveyFindings(def, survey)
}

function* surveyFindings(def: FormDef, survey: NonNullable<FormDef['survey']>): Generator<Finding> {
  if (survey.min >= survey.max) yield finding(['survey', 'max'], 'rangeOrder')
  yield* columnFindings(survey.respondent, ['survey', 'respondent'])
  yield* repeated(survey.components, ['survey', 'components'])
  const asked = new Set<string>()
  for (const [at, { fields }] of survey.components.entries())
    for (const [index, key] of fields.entries()) {
      const path = ['survey', 'components', at, 'fields', index]
      if (def.fields.find((field) => field.key === key)?.type !== 'scale') yield finding(path, 'fieldNoScale', { key })
      else if (asked.has(key)) yield finding(path, 'duplicateKey', { key })
      asked.add(key)
    }
  // Answers and what is known of a respondent stand side by side in one item.
  for (const [at, { key }] of survey.respondent.entries())
    if (def.fields.some((field) => field.key === key)) yield finding(['survey', 'respondent', at, 'key'], 'duplicateKey', { key })
}
